"""A sentence seen from one of its verbs: who stands before it, what after, and what belongs together."""

from collections import Counter
from typing import NamedTuple

from extractors.models import Role
from extractors.reading.joints import (
    AFTER_PART,
    AFTER_SUBJECT,
    AGREED,
    BETWEEN,
    CONSORTIA,
    DETERMINERS,
    FINITE,
    HIRED,
    JOINTS,
    MEANT,
    NOT_BOUGHT,
    NOT_HEADLINE,
    PAPER,
    PARTS_OF_FIRMS,
    PREPOSITIONS,
    PRONOUNS,
    SORTS_OF_FIRM,
    SOURCES,
    SPEAKERS,
    THINGS,
)
from extractors.reading.lexicon import DESCRIBERS, OFFICES
from extractors.reading.lists import Lists
from extractors.reading.names import Named, Names
from extractors.reading.phrases import Hit
from extractors.reading.tokens import Sentence, Tokens

_REACH = 26  # words


class Part(NamedTuple):
    """One company in one role in one event."""

    role: Role
    key: str
    place: int


def part(role: Role, name: Named | None) -> Part | None:
    """A name in its role; nothing where there is no name."""
    return None if name is None else Part(role, name.key, name.first)


def part_owned(read: Tokens, name: Named) -> bool:
    """Whether a name owns a part of a company, as the nouns right after it say."""
    for i in range(name.last, min(name.last + _OWNED, len(read))):
        if read.low[i] in THINGS:
            return True
        if not read.low[i][0].isalpha() or read.low[i] in PREPOSITIONS or read.low[i] in AFTER_SUBJECT:
            return False
    return False


_RELATIVES = ("which", "who", "whose")
_OBJECT_OF = ("acquire", "buy", "purchase", "acquiring", "buying", "acquires", "buys")
_ADDS = ("the", "a", "an", "its", "one")
_WHICH = ("which", "who")
_AFTER_ASIDE = 7  # words from its last comma to the verb
_RELATIVE = 14  # words from the head of a relative clause to a name in it
_OWNED = 5  # words from an owner to its part


class Clause(Lists):
    """The names of one sentence and the ways from one to another."""

    def __init__(self, read: Tokens, names: list[Named], sentence: Sentence, earlier: Named | None) -> None:
        super().__init__(read, names, sentence)
        self.earlier = earlier  # whom "it" and "the company" mean

    def before(self, place: int, *, people: bool = False) -> Named | None:
        """The subject: the nearest name before that no preposition governs, else the nearest of all."""
        nearest = None
        for name in reversed(self.names):
            if name.last > place or (name.person and not people) or self.describes(name):
                continue
            if self.cut(name.last, place):
                break
            if self.aside(name, place):
                continue
            if self.word(name.first - 1) in HIRED and self.word(name.last) in ("to", "as"):
                continue  # "retained Weston to help it sell"
            if nearest is None and self.newcomer(name.last, place):
                return None
            if (
                self.word(name.first - 1) == "the"
                and self.word(name.last) in OFFICES
                and not self.read.owns[name.last - 1]
            ):
                continue  # "the Tesla chief" is a person
            nearest = nearest or name
            if self.heads(name) or (nearest is name and self.word(place - 1) in _WHICH):
                return name  # "signed with Pardee, its backer, which guarantees"
            if not self.governed(self.preceding(name)[-1]) or (
                self.word(name.first - 1) == "for" and self.word(name.last) == "to"
            ):
                return name
        if nearest is None and not PRONOUNS.isdisjoint(self.read.low[self.sentence.first : place]):
            return self.earlier
        return nearest

    def aside(self, name: Named, place: int) -> bool:
        """Whether a name stands in an aside that a comma ends before `place`: "A, which is owned by B, will"."""
        if self.apposed(name, place):
            return True
        if all(self.word(i) != "," for i in range(max(name.last, place - _AFTER_ASIDE + 1), place)):
            return False
        for i in range(name.first - 1, max(self.sentence.first, name.first - _RELATIVE), -1):
            if self.word(i - 1) == "," and (self.word(i) in _RELATIVES or self.word(i + 1) == "by"):
                return any(other.last <= i - 1 for other in self.names)
        return False

    def apposed(self, name: Named, place: int) -> bool:
        """Whether a name stands in what is added to another: "A, the company behind B's campus, is in talks to"."""
        last = next((i for i in range(name.last, min(place, name.last + _RELATIVE)) if self.word(i) == ","), None)
        if last is None or self.word(last + 1) not in AFTER_SUBJECT:
            return False
        for i in range(name.first - 1, max(self.sentence.first, name.first - _RELATIVE), -1):
            if self.word(i) == ",":
                return self.word(i + 1) in _ADDS and any(other.last == i for other in self.names)
        return False

    def after(self, place: int, stops: frozenset[str] = frozenset(), reach: int = _REACH) -> Named | None:
        """The object: the first name after, up to a word of `stops`."""
        for name in self.names:
            if name.first < place or name.person or self.describes(name):
                continue
            if name.first - place > reach or self.cut(place, name.first) or self._stopped(place, name.first, stops):
                return None
            if self.word(name.first - 1) == "," and self.word(name.last) in FINITE:
                return None  # "in opting to sell outright, Kellmark had"
            return name
        return None

    def _stopped(self, first: int, last: int, stops: frozenset[str]) -> bool:
        """Whether a word of `stops` stands between two tokens; that of "up to 10 percent" does not count."""
        return any(self.word(i) in stops and self.word(i - 1) not in ("up", "close") for i in range(first, last))

    def owner(self, place: int) -> Named | None:
        """Who owns the noun at `place`: "Kellmark's agreed takeover"."""
        near = (name for name in reversed(self.names) if name.last <= place and not name.person)
        return next((name for name in near if place - name.last < 4 and self.read.owns[name.last - 1]), None)

    def object(self, place: int) -> Named | None:
        """What is bought: a name, or "the company" that the sentence before named."""
        found = self.after(place, NOT_BOUGHT)
        if found is None and not MEANT.isdisjoint(self.read.low[place : min(place + 4, self.sentence.last)]):
            return self.earlier
        return found

    def supplied(self, supplier: Named | None, customer: Named | None) -> tuple[str, list[Part | None]]:
        """The two sides, where both are known."""
        if supplier is None or customer is None or supplier.key == customer.key:
            return "supply", []
        return "supply", [part(Role.SUPPLIER, supplier), part(Role.CUSTOMER, customer)]

    def possessed(self, name: Named) -> bool:
        """Whether something of a company is traded, not the company: "Lumen's fibre lines"."""
        word = self.word(name.last)
        return word[:1].isalpha() and word not in PREPOSITIONS and word not in AFTER_SUBJECT and word not in PAPER

    def of_part(self, name: Named) -> bool:
        """Whether a company owns the part that is traded: "Lumen's fibre lines", "Teck's coal business, Elk Valley"."""
        return self.read.owns[name.last - 1] and part_owned(self.read, name)

    def whose(self, place: int) -> Named | None:
        """Whose goods are bought: "the output of the Clinton plant" of nobody, "Broadcom's chips" of Broadcom."""
        found = self.after(place, NOT_BOUGHT, 8)
        return found if found is not None and self.read.owns[found.last - 1] else None

    def governed(self, name: Named) -> bool:
        """Whether a preposition stands before a name, so that it is no subject."""
        before = self.word(name.first - 1)
        after = self.word(name.last)
        if before in _OBJECT_OF:
            return True  # "to acquire Pardee and to divest"
        if before in ("the", "a", "an") and after.isalpha() and not self._verbal(name.last):
            return True  # "the Fortress money"
        if before in ("the", "a", "an", "its", "their", "'s"):
            before = self.word(name.first - 2)
        return before in PREPOSITIONS

    def _verbal(self, i: int) -> bool:
        """Whether a word can be a verb, or joins the name to what follows, as no noun does."""
        word = self.word(i)
        return word in AFTER_SUBJECT or word.endswith("ed") or word in PREPOSITIONS or self.read.raw[i][0].isupper()

    def heads(self, name: Named) -> bool:
        """Whether those who speak for a company are the subject: "Directors of Pardee recommended"."""
        return self.word(name.first - 1) == "of" and self.word(name.first - 2) in SPEAKERS

    def describes(self, name: Named) -> bool:
        """Whether a name only describes the next one: "Crunchies maker Pardee"."""
        return (
            self.word(name.last) in DESCRIBERS and not self.read.owns[name.last - 1] and self.opens_name(name.last + 1)
        )

    def heading(self, name: Named) -> bool:
        """Whether a part of a company is bought: "KELLMARK BUYS PARDEE UNIT", "acquires the Pardee division"."""
        i = name.last
        if self.word(i) == "<":  # a ticker
            i += 3
        whole = self.read.owns[name.last - 1] or self.word(name.first - 1) in NOT_HEADLINE
        most = i + 2
        while i < most and self.word(i).isalpha() and self.word(i) not in THINGS and not self._small(self.word(i)):
            i += 1
        return not whole and self.word(i) in THINGS and self.word(i + 1) in AFTER_PART

    @staticmethod
    def _small(word: str) -> bool:
        """Whether a word is no part of a description."""
        return word in PREPOSITIONS or word in AFTER_SUBJECT or word in DETERMINERS or word in JOINTS or word in MEANT

    def fronted(self, agent: Named | None) -> Named | None:
        """The subject that follows a participle: "Bought by Kellmark, Pardee will"."""
        if agent is None:
            return None
        return next(
            (n for n in self.names if n.first > agent.last and not n.person and self.word(n.first - 1) == ","), None
        )

    def sellers(self, place: int, bought: Named | None) -> list[Named]:
        """From whom something is bought; not from whom the money for it comes."""
        first = self.led_by(place, ("from",), bought)
        led = next((i for i in range(first.first - 1, place, -1) if self.word(i) == "from"), place) if first else place
        return [] if first is None or self.holds(max(place, led - 2), led, SOURCES) else self.following(first)

    def owner_after(self, part: Named | None) -> Named | None:
        """Whose part is traded: "the Measurement Division of Page Corp"."""
        if part is None:
            return None
        of = part.last + (self.word(part.last) in THINGS)
        if self.read.low[of - 1] not in THINGS or self.word(of) != "of":
            return None
        return self.after(of, reach=3)

    def agreed_with(self, hit: Hit, bought: Named | None) -> list[Named]:
        """With whom a purchase is agreed, if not with what is bought: "an agreement with Pardee to buy Tarnway"."""
        last = hit.first - (self.word(hit.first - 1) == "to")
        name = next((name for name in self.names if name.last == last), None)
        sellers = self.preceding(name)[::-1]
        if not sellers or self.word(sellers[0].first - 1) != "with" or self.word(sellers[0].first - 2) not in AGREED:
            return []
        return [] if bought is None or any(one.key == bought.key for one in sellers) else sellers

    def led_by(self, place: int, words: tuple[str, ...], but: Named | None) -> Named | None:
        """The first name after `place` that one of the prepositions governs: "from A", "to the B"."""
        for name in self.names:
            if name.first < place or name.person or name is but or self.describes(name):
                continue
            if name.first - place > _REACH or self.cut(place, name.first):
                return None
            before = name.first - 1
            while self.word(before) in BETWEEN or self.describing(before, place) or self.formed(before, place):
                before -= 1
            while before > place and self.read.owns[before] and self.read.raw[before][0].isupper():
                before -= 1  # "by Saudi Arabia's Public Investment Fund"
                while before > place and self.read.raw[before][0].isupper():
                    before -= 1
            if self.word(before) == "of" and self.word(before - 1) in PARTS_OF_FIRMS:
                before -= 1  # "in the for-profit arm of Kellmark"
                while before > place and self.word(before) not in PREPOSITIONS:
                    before -= 1
            if self.word(before) in ("of", "by") and not CONSORTIA.isdisjoint(
                self.read.low[max(place, before - 3) : max(place, before)]
            ):
                before -= 1
                while before > place and (self.word(before) in BETWEEN or self.word(before) not in PREPOSITIONS):
                    before -= 1
            if self.word(before) in words and before >= place:
                return name
        return None

    def describing(self, i: int, place: int) -> bool:
        """Whether token `i` belongs to a description before a name: "from chip maker Nvidia"."""
        word = self.word(i)
        named = any(name.first == i + 1 for name in self.names)
        kinds = word in SORTS_OF_FIRM and (named or self.word(i + 1) in SORTS_OF_FIRM)
        return i > place and (word in DESCRIBERS or word in OFFICES or self.word(i + 1) in DESCRIBERS or kinds)


def spoken_of(names: Names) -> Named | None:
    """Whom a report calls "the company" before it has named anybody: the one it names most."""
    people = {name.key for name in names.found if name.person}
    told = Counter(name.key for name in names.found if name.key not in people)
    most = max(told, key=lambda key: (told[key], key), default=None)
    return next((name for name in names.found if name.key == most), None)
