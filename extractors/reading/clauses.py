"""A sentence seen from one of its verbs: who stands before it, what after, and what belongs together."""

from collections import Counter
from typing import NamedTuple

from extractors.models import Role
from extractors.reading.dealing import BE, GOODS
from extractors.reading.lexicon import DESCRIBERS, OFFICES, words
from extractors.reading.names import Named, Names
from extractors.reading.phrases import Hit
from extractors.reading.tokens import Sentence, Tokens

_LOOSE = words(". ? ! ; : • —")  # nothing is reached over these
_LOOSE_BUT_POINT = _LOOSE - {"."}
_SIGNING = words("signed signs signing sign struck inked")
_COMPUTING = words("computing compute cloud cloud-computing tpu tpus")
_REACH = 26  # words
_PRONOUNS = words(
    """
    it they company group firm giant conglomerate suitor chipmaker startup start-up chain retailer grocer supermarket
    bank lender insurer carmaker automaker drugmaker miner utility airline carrier operator developer builder brewer
    publisher studio lab fintech maker manufacturer trader specialist business unicorn
    """
)
_MEANT = words("company firm business chipmaker startup designer maker")
THINGS = words(
    """
    business businesses unit units division divisions plant plants subsidiary operations operation branch branches
    properties stores station stations hotel hotels refinery mill mills portfolio rights brand brands restaurants
    facility mine mines fields interests building arm arms assets network networks airwaves spectrum licences licenses
    patents franchise estate pipelines depots terminals
    """
)
_DETERMINERS = words(
    """
    the a an its their all certain of most substantially four three two five six seven remaining
    """
)
_PREPOSITIONS = words(
    """
    of in with for from by against at on to than like under into through about over between as including
    """
)
_BETWEEN = words("the a an its their rival chipmaker giant startup fellow former then")
_STOPS = words(", ; . : stake shares stock company firm maker its their")
_KINDS_OF_FIRM = words(
    """
    company firm maker makers group business startup start-up start-ups unit provider producer developer supplier
    operator specialist giant designer stock shares business businesses division assets plant plants station stations
    """
)
_AFTER_SUBJECT = words(
    """
    has have had is are was were will would may might can could should must said says did does do and or but that which
    who whose also now then still first again already buys sells takes pays plans wants agreed made took bought sold
    """
)
_CONSORTIA = words("consortium group trio pair duo vehicle team syndicate alliance funds fund consortia club")
_PAPER = words("shares share stock stake equity bonds debt board shareholders holders owner owners parent")
_SPEAKERS = words("directors board owners shareholders management holders bosses executives trustees supervisors")
_JOINTS = words("and , & with plus alongside or as")
_GLUE = words(
    """
    and , & with plus the alongside along as well also both by from its their a an or fellow then sovereign
    wealth pension private state us u.s u.k uk british american canadian french german japanese saudi chinese indian
    korean dutch italian singapore's singaporean swiss swedish spanish fund funds bank insurer lender buyout equity
    """
)
_LONGEST_GAP = 7  # words between two names of a list
_AMOUNTS = words("billion million bn m trillion megawatts gigawatts mw gw thousand")
_HALF = 50  # percent; who buys less invests, who buys more takes over
_PERCENT = words("% percent pct per")
_HELD = words("stake holding interest shareholding")
NOT_BOUGHT = words("from with by through via using to after as when because while")


class Part(NamedTuple):
    """One company in one role in one event."""

    role: Role
    key: str
    place: int


def part(role: Role, name: Named | None) -> Part | None:
    """A name in its role; nothing where there is no name."""
    return None if name is None else Part(role, name.key, name.first)


class Clause:
    """The names of one sentence and the ways from one to another."""

    def __init__(self, read: Tokens, names: list[Named], sentence: Sentence, earlier: Named | None) -> None:
        self.read = read
        self.earlier = earlier  # whom "it" and "the company" mean
        self.names = names
        self.sentence = sentence

    def before(self, place: int, *, people: bool = False) -> Named | None:
        """The subject: the nearest name before that no preposition governs, else the nearest of all."""
        nearest = None
        for name in reversed(self.names):
            if name.last > place or (name.person and not people) or self.describes(name):
                continue
            if self.cut(name.last, place):
                break
            nearest = nearest or name
            if self.heads(name):
                return name
            if not self.governed(name) or (self.word(name.first - 1) == "for" and self.word(name.last) == "to"):
                return name
        if nearest is None and not _PRONOUNS.isdisjoint(self.read.low[self.sentence.first : place]):
            return self.earlier
        return nearest

    def after(self, place: int, stops: frozenset[str] = frozenset(), reach: int = _REACH) -> Named | None:
        """The object: the first name after, up to a word of `stops`."""
        for name in self.names:
            if name.first < place or name.person or self.describes(name):
                continue
            if name.first - place > reach or self.cut(place, name.first) or self.holds(place, name.first, stops):
                return None
            return name
        return None

    def owner(self, place: int) -> Named | None:
        """Who owns the noun at `place`: "Kellmark's agreed takeover"."""
        near = (name for name in reversed(self.names) if name.last <= place and not name.person)
        return next((name for name in near if place - name.last < 4 and self.read.owns[name.last - 1]), None)

    def object(self, place: int) -> Named | None:
        """What is bought: a name, or "the company" that the sentence before named."""
        found = self.after(place, NOT_BOUGHT)
        if found is None and not _MEANT.isdisjoint(self.read.low[place : min(place + 9, self.sentence.last)]):
            return self.earlier
        return found

    def thing(self, place: int, end: int) -> Named | None:
        """What is traded where it has no name: "its plastic container business"."""
        first = place
        for i in range(place, min(end, place + 12)):
            word = self.word(i)
            if word in NOT_BOUGHT or word in (",", ";", "."):
                return None
            if word in _DETERMINERS:
                first = i + 1
            if word in THINGS and self.word(i + 1) not in THINGS:
                return Named(first, i + 1, " ".join(self.read.low[first : i + 1]), False) if i + 1 - first < 6 else None
        return None

    def goods(self, place: int, end: int) -> bool:
        """Whether goods are traded, not a company: "purchase $30 billion of computing capacity", "1.9 GW of power"."""
        amount = 0
        for i in range(place, min(end, place + 14)):
            word = self.word(i)
            if word in GOODS:
                after = [self.word(j) for j in range(i + 1, i + 4)]
                return _KINDS_OF_FIRM.isdisjoint(after) and (i - amount < 7 or amount == 0)
            if word == "to" and self.word(i - 1) == "up":
                continue
            if word in NOT_BOUGHT or word in _STOPS or word in THINGS or word in _MEANT:
                return False
            amount = i if word in _AMOUNTS else amount
        return False

    def supplied(self, supplier: Named | None, customer: Named | None) -> tuple[str, list[Part | None]]:
        """The two sides, where both are known."""
        if supplier is None or customer is None or supplier.key == customer.key:
            return "supply", []
        return "supply", [part(Role.SUPPLIER, supplier), part(Role.CUSTOMER, customer)]

    def minor(self, first: int, last: int) -> bool:
        """Whether less than half of a company is bought: "a 20% stake in", "another 4.1 pct of"."""
        for i in range(first, last - 1):
            word, after = self.read.raw[i], self.word(i + 1)
            if after in _PERCENT and word[0].isdigit():
                whole = word.split(".")[0]
                return whole.isdigit() and int(whole) < _HALF
        return "minority" in self.read.low[first:last]

    def possessed(self, name: Named) -> bool:
        """Whether something of a company is traded, not the company: "Lumen's fibre lines"."""
        word = self.word(name.last)
        return word[:1].isalpha() and word not in _PREPOSITIONS and word not in _AFTER_SUBJECT and word not in _PAPER

    def adds(self, hit: Hit) -> bool:
        """Whether somebody only adds to what is held: "raises its stake in", unless past a half."""
        held = self.read.low[hit.last - 2 : hit.last]
        return not _HELD.isdisjoint(held) and not self.past_half(hit.last, self.sentence.last)

    def past_half(self, first: int, last: int) -> bool:
        """Whether more than half of a company is spoken of: "a 60% stake"."""
        for i in range(first, last - 1):
            whole = self.read.raw[i].split(".")[0]
            if whole.isdigit() and self.word(i + 1) in _PERCENT:
                return _HALF < int(whole) <= 2 * _HALF
        return False

    def likewise(self, name: Named) -> list[Named]:
        """Who does the same without a verb of their own: "A puts $50bn into X, B $30bn and C $30bn"."""
        return [
            other
            for other in self.names
            if other.first >= name.last and not other.person and self.word(other.last) in ("$", "€", "£", "¥")
        ]

    def whose(self, place: int) -> Named | None:
        """Whose goods are bought: "the output of the Clinton plant" of nobody, "Broadcom's chips" of Broadcom."""
        found = self.after(place, NOT_BOUGHT, 8)
        return found if found is not None and self.read.owns[found.last - 1] else None

    def following(self, name: Named | None) -> list[Named]:
        """The name and those that "and" or a comma puts beside it."""
        if name is None:
            return []
        out, last = [name], name.last
        for other in self.names:
            if other.first < last or (other.person and self.read.owns[other.last - 1]):
                continue
            if other.person:
                break
            gap = self.read.low[last : other.first]
            if not gap or len(gap) > _LONGEST_GAP or _JOINTS.isdisjoint(gap[:2]) or not self._joined(last, other.first):
                break
            ends = other.last < self.sentence.last and self.read.raw[other.last] not in (",", ".", "and", "&", ")", "(")
            if gap == [","] and ends:
                break
            out.append(other)
            last = other.last
        return out

    def _joined(self, first: int, last: int) -> bool:
        """Whether only words that list or describe stand between two names: ", by the sovereign fund"."""
        return all(
            self.word(i) in _GLUE or self.word(i) in _KINDS_OF_FIRM or self.word(i) in DESCRIBERS or self._owned(i)
            for i in range(first, last)
        )

    def _owned(self, i: int) -> bool:
        """Whether a token is whose the next name is: "Jared Kushner's Affinity"."""
        return any(name.first <= i < name.last and self.read.owns[name.last - 1] for name in self.names)

    def preceding(self, name: Named | None) -> list[Named]:
        """The name and those joined before it."""
        if name is None:
            return []
        out, first = [name], name.first
        for other in reversed(self.names):
            if other.last > first or other.person:
                continue
            gap = self.read.low[other.last : first]
            if (
                not gap
                or len(gap) > 3
                or not all(word in ("and", ",", "the", "&") for word in gap)
                or (gap == [","] and len(out) < 2)
            ):
                break
            out.append(other)
            first = other.first
        return out

    def cut(self, first: int, last: int) -> bool:
        """Whether something stands between two tokens that no relation reaches over."""
        between = self.read.raw[first:last]
        if not _LOOSE_BUT_POINT.isdisjoint(between):
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

    def governed(self, name: Named) -> bool:
        """Whether a preposition stands before a name, so that it is no subject."""
        before = self.word(name.first - 1)
        after = self.word(name.last)
        if before in ("the", "a", "an") and after.isalpha() and not self._verbal(name.last):
            return True  # "the Fortress money"
        if before in ("the", "a", "an", "its", "their", "'s"):
            before = self.word(name.first - 2)
        return before in _PREPOSITIONS

    def _verbal(self, i: int) -> bool:
        """Whether a word can be a verb, or joins the name to what follows, as no noun does."""
        word = self.word(i)
        return word in _AFTER_SUBJECT or word.endswith("ed") or word in _PREPOSITIONS or self.read.raw[i][0].isupper()

    def heads(self, name: Named) -> bool:
        """Whether those who speak for a company are the subject: "Directors of Pardee recommended"."""
        return self.word(name.first - 1) == "of" and self.word(name.first - 2) in _SPEAKERS

    def describes(self, name: Named) -> bool:
        """Whether a name only describes the next one: "Crunchies maker Pardee"."""
        return (
            self.word(name.last) in DESCRIBERS
            and not self.read.owns[name.last - 1]
            and (
                self.word(name.last + 1)
                not in (
                    "of",
                    ",",
                    "said",
                    "has",
                    "had",
                    "have",
                    "will",
                    "would",
                    "is",
                    "agreed",
                    "completed",
                    "sold",
                    "bought",
                )
            )
        )

    def signed(self, hit: Hit) -> bool:
        """Whether the sentence tells of a contract for computing that was signed: who signs it buys."""
        before = self.read.low[max(self.sentence.first, hit.first - 8) : hit.first]
        return not _SIGNING.isdisjoint(before) and not _COMPUTING.isdisjoint(
            self.read.low[self.sentence.first : self.sentence.last]
        )

    def passive(self, hit: Hit) -> bool:
        """Whether a verb is passive: a form of "be" goes before it, or "by" follows."""
        if self.word(hit.last) == "by":
            return True
        before = [self.word(i) for i in range(hit.first - 3, hit.first)]
        return any(word in BE for word in before)

    def fronted(self, agent: Named | None) -> Named | None:
        """The subject that follows a participle: "Bought by Kellmark, Pardee will"."""
        if agent is None:
            return None
        return next(
            (n for n in self.names if n.first > agent.last and not n.person and self.word(n.first - 1) == ","), None
        )

    def owner_after(self, part: Named | None) -> Named | None:
        """Whose part is traded: "the Measurement Division of Page Corp"."""
        if part is None or self.read.low[part.last - 1] not in THINGS or self.word(part.last) != "of":
            return None
        return self.after(part.last, reach=3)

    def led_by(self, place: int, words: tuple[str, ...], but: Named | None) -> Named | None:
        """The first name after `place` that one of the prepositions governs: "from A", "to the B"."""
        for name in self.names:
            if name.first < place or name.person or name is but or self.describes(name):
                continue
            if name.first - place > _REACH or self.cut(place, name.first):
                return None
            before = name.first - 1
            while self.word(before) in _BETWEEN or self.describing(before, place):
                before -= 1
            while before > place and self.read.owns[before] and self.read.raw[before][0].isupper():
                before -= 1  # "by Saudi Arabia's Public Investment Fund"
                while before > place and self.read.raw[before][0].isupper():
                    before -= 1
            if self.word(before) in ("of", "by") and not _CONSORTIA.isdisjoint(
                self.read.low[max(place, before - 3) : max(place, before)]
            ):
                before -= 1
                while before > place and (self.word(before) in _BETWEEN or self.word(before) not in _PREPOSITIONS):
                    before -= 1
            if self.word(before) in words and before >= place:
                return name
        return None

    def describing(self, i: int, place: int) -> bool:
        """Whether token `i` belongs to a description before a name: "from chip maker Nvidia"."""
        word = self.word(i)
        return i > place and (word in DESCRIBERS or word in OFFICES or self.word(i + 1) in DESCRIBERS)


def spoken_of(names: Names) -> Named | None:
    """Whom a report calls "the company" before it has named anybody: the one it names most."""
    people = {name.key for name in names.found if name.person}
    told = Counter(name.key for name in names.found if name.key not in people)
    most = max(told, key=lambda key: (told[key], key), default=None)
    return next((name for name in names.found if name.key == most), None)
