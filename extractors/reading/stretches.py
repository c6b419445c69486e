"""What the words of a stretch of a sentence say by themselves: goods, parts, percentages, borders, the passive."""

from itertools import pairwise

from extractors.reading.dealing import BE, GOODS
from extractors.reading.joints import (
    ALL_OF_IT,
    AMOUNTS,
    COMPUTING,
    DETERMINERS,
    FORMED,
    HELD,
    KINDS_OF_FIRM,
    LOOSE_BUT_POINT,
    MEANT,
    MONEY,
    NEWCOMERS,
    NO_GOODS,
    NOT_BOUGHT,
    PERCENT,
    SAYING,
    SIGNING,
    SOME_OF_IT,
    SOMEBODY,
    STOPS,
    THINGS,
)
from extractors.reading.lexicon import DESCRIBERS
from extractors.reading.names import Named
from extractors.reading.phrases import Hit
from extractors.reading.tokens import Sentence, Tokens

_LONGEST_THING = 5  # words
_HALF = 50  # percent; who buys less invests, who buys more takes over


_FRESH = ("new", "convertible", "preferred", "preference", "treasury", "newly-issued", "fresh")
_PAPERS = ("shares", "stock", "notes", "bonds", "equity", "debentures")


class Stretch:
    """The words of one sentence."""

    def __init__(self, read: Tokens, sentence: Sentence) -> None:
        self.read = read
        self.sentence = sentence

    def thing(self, place: int, end: int) -> Named | None:
        """What is traded where it has no name: "its plastic container business"."""
        first = place
        for i in range(place, min(end, place + 12)):
            word = self.word(i)
            if word in NOT_BOUGHT or word in (",", ";", "."):
                return None
            if word in DETERMINERS:
                first = i + 1
            if word in THINGS and self.word(i + 1) not in THINGS:
                if i + 1 - first > _LONGEST_THING:
                    return None
                # "its subsidiary" says that something is traded, and not what
                return Named(first, i + 1, " ".join(self.read.low[first : i + 1]) if first < i else "", False)
        return None

    def goods(self, place: int, end: int) -> bool:
        """Whether goods are traded, not a company: "purchase $30 billion of computing capacity", "1.9 GW of power"."""
        amount = 0
        for i in range(place, min(end, place + 14)):
            word = self.word(i)
            if word in ("centers", "centres") and self.word(i - 1) != "data":
                continue
            if word in GOODS:
                after = [self.word(j) for j in range(i + 1, i + 4)]
                return KINDS_OF_FIRM.isdisjoint(after) and (i - amount < 7 or amount == 0)
            if word == "to" and self.word(i - 1) == "up":
                continue
            if word in NOT_BOUGHT or word in STOPS or word in THINGS or word in MEANT or word in NO_GOODS:
                return False
            amount = i if word in AMOUNTS else amount
        return False

    def money(self, first: int, last: int) -> bool:
        """Whether a sum of money is named, by a sign or in words: "$5 billion", "70 mln dlrs"."""
        return not MONEY.isdisjoint(self.read.low[first:last])

    def minor(self, first: int, last: int) -> bool:
        """Whether less than half of a company is bought: "a 20% stake in", "another 4.1 pct of"."""
        for i in range(first, last - 1):
            word, after = self.read.raw[i], self.word(i + 1)
            if after in PERCENT and word[0].isdigit():
                whole = word.split(".")[0]
                return whole.isdigit() and int(whole) < _HALF
        return "minority" in self.read.low[first:last]

    def adds(self, hit: Hit) -> bool:
        """Whether somebody only adds to what is held: "raises its stake in", unless past a half."""
        held = self.read.low[hit.last - 2 : hit.last]
        return not HELD.isdisjoint(held) and not self.past_half(hit.last, self.sentence.last)

    def whole(self, thing: Named) -> bool:
        """Whether all that a company has is traded: "the assets", "substantially all of the business"."""
        some = not SOME_OF_IT.isdisjoint(self.read.low[max(0, thing.first - 2) : thing.first])
        return not thing.key and not some and self.word(thing.last - 1) in ALL_OF_IT

    def itself(self, place: int) -> bool:
        """Whether "the company" or "it" is what is bought, whom the sentence has named before."""
        near = [self.word(place), self.word(place + 1)]
        if near[0] == "of":
            near = [near[1], self.word(place + 2)]
        return near[0] == "it" or (near[0] in ("the", "itself") and near[1] in MEANT)

    def opens_name(self, i: int) -> bool:
        """Whether a name begins at token `i`, or after one more word that describes it."""
        if self.word(i) in DESCRIBERS or self.word(i) in KINDS_OF_FIRM:
            i += 1
        return i < self.sentence.last and self.read.raw[i][0].isupper()

    def newcomer(self, first: int, last: int) -> bool:
        """Whether somebody without a name is the subject instead: "Pardee said a group of investors offered"."""
        for i in range(first, last - 1):
            if self.word(i) in SOMEBODY and (self.word(i - 1) in SAYING or self.word(i - 1) == "by"):
                return not NEWCOMERS.isdisjoint(self.read.low[i + 1 : min(i + 6, last)])
        return False

    def formed(self, i: int, place: int) -> bool:
        """Whether token `i` is an adjective before a name: "to the newly formed X", "by Porto-based X"."""
        word = self.word(i)
        return i > place and (word in FORMED or ("-" in word and word.endswith(("ed", "owned", "held"))))

    def past_half(self, first: int, last: int) -> bool:
        """Whether more than half of a company is spoken of: "a 60% stake"."""
        for i in range(first, last - 1):
            whole = self.read.raw[i].split(".")[0]
            if whole.isdigit() and self.word(i + 1) in PERCENT:
                return _HALF < int(whole) <= 2 * _HALF
        return False

    def issues(self, first: int, last: int) -> bool:
        """Whether a company sells shares of its own: "new shares", "convertible notes"."""
        low = self.read.low[first:last]
        return any(one in _FRESH and other in _PAPERS for one, other in pairwise(low))

    def cut(self, first: int, last: int) -> bool:
        """Whether something stands between two tokens that no relation reaches over."""
        between = self.read.raw[first:last]
        if not LOOSE_BUT_POINT.isdisjoint(between):
            return True
        return "." in between and any(
            self.read.raw[i] == "." and i + 1 < last and self.read.starts[i + 1] > self.read.ends[i] + 3
            for i in range(first, last)
        )

    def holds(self, first: int, last: int, stops: frozenset[str]) -> bool:
        """Whether one of the words stands between two tokens."""
        return not stops.isdisjoint(self.read.low[first:last])

    def word(self, i: int) -> str:
        """The word at token `i`, in lower case; nothing outside the sentence."""
        return self.read.low[i] if self.sentence.first <= i < self.sentence.last else ""

    def signed(self, hit: Hit) -> bool:
        """Whether the sentence tells of a contract for computing that was signed: who signs it buys."""
        before = self.read.low[max(self.sentence.first, hit.first - 8) : hit.first]
        return not SIGNING.isdisjoint(before) and not COMPUTING.isdisjoint(
            self.read.low[self.sentence.first : self.sentence.last]
        )

    def passive(self, hit: Hit) -> bool:
        """Whether a verb is passive: a form of "be" goes before it, or "by" follows."""
        if self.word(hit.last) == "by":
            return True
        before = [self.word(i) for i in range(hit.first - 3, hit.first)]
        return any(word in BE for word in before)
