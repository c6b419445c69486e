"""What a report on a project says of the companies it names: who builds, supplies, buys, lends, holds a part."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from extractors.reading.buildwords import (
    ACTS,
    AMONG,
    CALLED,
    CHILD,
    CURRENT,
    DEALS,
    DEBT,
    DESIGN,
    EQUITY,
    FAR,
    LIST_NEAR,
    LISTS,
    LONGEST_GAP,
    MONEY,
    NAMES_PARTNER,
    NEAR_SHARE,
    NO_BUILDERS,
    OPENS_LIST,
    ORDER,
    POWER,
    SERVES,
    SHARES,
    TOGETHER,
    USED,
    WHERE,
    WORK,
)
from extractors.reading.central import weight_of
from extractors.reading.clauses import Clause, spoken_of
from extractors.reading.contractors import CONTRACTORS
from extractors.reading.dealing import BUYERS
from extractors.reading.lexicon import words
from extractors.reading.names import Named, Names
from extractors.reading.phrases import Hit
from extractors.reading.tokens import Tokens

Told = tuple[str, str, float]  # a key, what is said of it, and how surely


class Hint(NamedTuple):
    """What one place of a text says of one company's part in a project, and how much it counts there."""

    key: str
    part: str  # builds, holds, orders, supplies, buys, lends
    worth: float
    sentence: int


def hints_of_project(read: Tokens, names: Names, sites: frozenset[str], weight: float | None = None) -> list[Hint]:
    """What the sentences of a report on a project say of the companies they name; a title counts as its `weight`."""
    found: list[Hint] = []
    per_sentence: dict[int, list[Named]] = defaultdict(list)
    for name in names.found:
        if name.key not in sites:
            per_sentence[read.sentence_at(read.starts[name.first])].append(name)
    earlier = spoken_of(names)
    for number, sentence in enumerate(read.sentences):
        here = per_sentence.get(number, [])
        scene = _Project(read, here, sentence, earlier)
        worth = weight or weight_of(number)
        for key, part, sure in scene.told():
            found.append(Hint(key, part, worth * sure, number))
        earlier = next((name for name in here if not name.person), earlier)
    return found


_FAR_POWER = 9  # words from a verb of selling to what is sold


class _Project(Clause):
    """One sentence of a report on a project."""

    def told(self) -> Iterator[Told]:
        for hit in ACTS.find(self.read, self.sentence.first, self.sentence.last):
            if hit.first not in self.read.within:
                yield from getattr(self, f"_{hit.kind}")(hit)
        yield from self._listed()
        sold = self._sells_power()
        for name in self.names:
            if not name.person:
                yield from self._beside(name)
                if sold and BUYERS.get(name.key):
                    yield name.key, "buys", 1.5

    def _listed(self) -> Iterator[Told]:
        """Those whom a noun opens a list of: "long-term customers, among them A, B and C", "its partner A"."""
        for i in range(self.sentence.first, self.sentence.last):
            part = LISTS.get(self.word(i))
            if part is None:
                continue
            first = next((n for n in self.names if n.first > i and not n.person), None)
            if first is None or first.first - i > LIST_NEAR:
                continue
            gap = {self.word(j) for j in range(i + 1, first.first)}
            if not gap or gap & OPENS_LIST:
                for one in self.chain(first):
                    yield one.key, part, 1.5

    def _sells_power(self) -> bool:
        """Whether a contract for power is spoken of: "a data center power deal", "power purchase agreement"."""
        return any(
            self.word(i) in CURRENT and (self.word(i + 1) in DEALS or self.word(i + 2) in DEALS)
            for i in range(self.sentence.first, self.sentence.last - 1)
        )

    def _builds(self, hit: Hit) -> Iterator[Told]:
        if self.passive(hit):
            by = self.led_by(hit.last, ("by",), None)
            for one in self.chain(by):
                yield one.key, "builds", 0.7
            return
        doer = self.subject(hit.first)
        doers = self.doers(doer)
        for one in doers:
            if len(doers) > 1:
                yield one.key, "holds", 0.7
            served = self.led_by(hit.last, ("for",), doer)
            yield one.key, "supplies" if served else "builds", 1.0

    def _leans(self, hit: Hit) -> Iterator[Told]:
        doer = self.subject(hit.first)
        if doer is not None and not self.passive(hit) and hit.first - doer.last < 4:
            yield doer.key, "says", 0.3

    def _orders(self, hit: Hit) -> Iterator[Told]:
        if not self.holds(self.sentence.first, self.sentence.last, ORDER):
            return
        if self.passive(hit):
            givers = self.led_by(hit.last, ("by",), None)
            takers = self.subject(hit.first)
        else:
            givers = self.subject(hit.first)
            takers = self.led_by(hit.last - 1, ("with", "from", "to"), givers) or self.after(hit.last, reach=4)
        if givers is None or takers is None or givers.key == takers.key:
            return
        yield givers.key, "builds", 1.0
        if self.holds(hit.first, self.sentence.last, POWER) and not self.holds(hit.first, self.sentence.last, WORK):
            return
        yield givers.key, "orders", 1.0
        for one in self.chain(takers):
            yield one.key, "supplies", 1.2

    def _supplies(self, hit: Hit) -> Iterator[Told]:
        if self.passive(hit):
            by = self.led_by(hit.last, ("by", "from"), None)
            others = [one for one in self.names if by and one.first > by.last and self.word(one.first - 1) == "by"]
            for one in (*self.chain(by), *others):  # "by Kellmark and the turbines by Pardee"
                yield one.key, "supplies", 1.2
            return
        doer = self.subject(hit.first)
        made = self.holds(hit.last, hit.last + 9, POWER)
        served = self.after(hit.last, reach=3) or self.led_by(hit.last, ("to",), None)
        if not self.word(hit.first).startswith(SERVES):
            served = None
        if served is not None and not self.read.owns[served.last - 1] and served is not doer:
            yield served.key, "buys", 1.0
            made = True
        if doer is not None:
            yield doer.key, "powers" if made else "supplies", 0.7

    def passive(self, hit: Hit) -> bool:
        """Whether a verb is passive; "is considering spending" is not."""
        return not self.word(hit.first).endswith("ing") and super().passive(hit)

    def _holds(self, hit: Hit) -> Iterator[Told]:
        """Who has a part of the project, and those whose parts follow: "A owns 45.7%, B 30% and C 22.7%"."""
        if self.passive(hit):
            for one in self.chain(self.led_by(hit.last, ("by",), None)):
                yield one.key, "holds", 0.6
            return
        owner = self.subject(hit.first)
        if owner is not None and self.share(hit.last, hit.last + NEAR_SHARE):
            for one in self.preceding(owner):
                yield one.key, "holds", 1.0
        elif (
            owner is not None
            and self.word(hit.first).startswith("own")
            and (self.holds(hit.last, hit.last + 5, WORK) or self.word(hit.last) in ("it", "them"))
        ):
            yield owner.key, "holds", 1.0

    def doers(self, doer: Named | None) -> list[Named]:
        """The subject and who stands with it, also over an aside: "A, founded by B, and C today announced"."""
        if doer is None:
            return []
        found = self.preceding(doer)
        head = next((name for name in self.names if not name.person), None)
        if head is not None and head.last <= doer.first and doer in (listed := self.chain(head)):
            found += [one for one in listed if one.first < doer.first and one not in found]
        i = found[-1].first - 1 - (self.word(found[-1].first - 1) == "the")
        if self.word(i) == "and" and self.word(i - 1) == "," and head and head.last < i and self.word(head.last) == ",":
            found += [head] if head.key not in {one.key for one in found} else []
        return found

    def share(self, first: int, last: int) -> bool:
        """Whether a percentage of something stands in these words."""
        return not SHARES.isdisjoint(self.read.low[first : min(last, self.sentence.last)])

    def chain(self, name: Named | None) -> list[Named]:
        """A name and those listed with it, over adjectives of places: "France's Areva and Germany's Siemens"."""
        if name is None:
            return []
        out = [name]
        for other in self.names:
            if other.first < out[-1].last or other.person:
                continue
            gap = range(out[-1].last, other.first)
            listed = (
                any(self.word(i) in ("and", ",", "&", "with") for i in gap) and not self.read.owns[out[-1].last - 1]
            )
            small = all(self.word(i) in AMONG or "-" in self.word(i) or self.read.raw[i][:1].isupper() for i in gap)
            if not (listed and small) or len(gap) > LONGEST_GAP:
                break
            out.append(other)
        return out

    def _sells(self, hit: Hit) -> Iterator[Told]:
        """Who sells what the plant makes, and to whom: "will sell Kellmark up to 900 megawatts"."""
        doer, served = self.subject(hit.first), self.after(hit.last, reach=2) or self.led_by(hit.last, ("to",), None)
        if self.holds(hit.last, hit.last + _FAR_POWER, POWER) and doer is not None and served not in (None, doer):
            yield from ((doer.key, "powers", 1.0), (served.key, "buys", 1.2))

    def _buys(self, hit: Hit) -> Iterator[Told]:
        """Who takes what the plant makes; or, with a percentage, a part of the plant itself."""
        if not self.holds(hit.last, hit.last + 7, POWER):
            yield from self._holds(hit)
            return
        doer = self.led_by(hit.last, ("by",), None) if self.passive(hit) and self.word(hit.last) == "by" else None
        for one in self.preceding(doer or self.subject(hit.first)):
            yield one.key, "buys", 1.2

    def subject(self, place: int) -> Named | None:
        """Who does it; not a place where it is done."""
        found = self.before(place)
        return None if found is not None and self.word(found.first - 1) in WHERE else found

    def _lends(self, hit: Hit) -> Iterator[Told]:
        if self.holds(self.sentence.first, self.sentence.last, DEBT):
            doer = self.led_by(hit.last, ("by", "from"), None) if self.passive(hit) else self.subject(hit.first)
            for one in self.preceding(doer):
                yield one.key, "lends", 0.8

    def _beside(self, name: Named) -> Iterator[Told]:
        """What the words around a name say of it."""
        first, last = name.first, name.last
        if self.word(first - 1) in CHILD and (self.word(first - 2) == "its" or self.read.owns[first - 2]):
            for parent in self.names:
                if parent.last < first and not parent.person:
                    yield parent.key, "holds", 1.0
        if name.key not in CONTRACTORS and self.word(last) == "," and self.word(last + 1) in ("a", "the", "an"):
            unit = next((i for i in range(last + 2, last + 7) if self.word(i) in CHILD), None)
            whole = next((n for n in self.names if unit and unit - 4 <= n.first <= unit + 3 and n is not name), None)
            if whole is not None:
                yield whole.key, "holds", 1.0
        called = next((part for part, nouns in CALLED.items() if self.word(first - 1) in nouns), None)
        if self.word(first - 2) in NO_BUILDERS:
            called = None
        if called is None and self.word(last) == ",":
            for i in range(last + 1, min(last + 6, self.sentence.last)):
                called = next((part for part, nouns in CALLED.items() if self.word(i) in nouns), None)
                if called or self.word(i) in (",", "which", "who", "and"):
                    break
        if called:
            for one in self.chain(name):
                yield one.key, called, 1.5
        if self.read.owns[last - 1]:
            if self.holds(last, last + 4, WORK):
                yield name.key, "builds", 0.7
        elif self.word(last) in DESIGN or (_is_model(self.read.raw[last : last + 1])):
            yield name.key, "supplies", 1.0
        if self.word(first).endswith(("-designed", "-supplied", "-built")):
            yield name.key, "supplies", 1.0
        if self.word(last) in ("consortium", "-led"):
            yield name.key, "supplies", 0.9
        share = last + (self.word(last) in ("a", "an", "the", ","))
        if self.word(share + 1) in SHARES and self.read.raw[share : share + 1] and self.read.raw[share][0].isdigit():
            yield name.key, "holds", 1.0
        if self.word(last) in MONEY and self.holds(self.sentence.first, self.sentence.last, EQUITY):
            yield name.key, "holds", 0.7
        yield from self._governed_by(name)

    def _governed_by(self, name: Named) -> Iterator[Told]:
        i = name.first - 1
        while i > name.first - 5 and self.word(i) not in ("from", "with", "to", "by", "of", "between", "for"):
            if not self.word(i).isalpha() or self.word(i) in ("and", "that", "which"):
                return
            i -= 1
        led = self.word(i)
        if led not in ("from", "with", "to", "by", "of", "between", "for"):
            return
        if led != "of" and BUYERS.get(name.key) and self.holds(self.sentence.first, self.sentence.last, USED):
            yield name.key, "buys", 1.0
        near = range(max(self.sentence.first, i - FAR), i)
        nouns = [self.word(j) for j in near]
        if led in ("from", "by") and not DEBT.isdisjoint(nouns):
            for one in self.chain(name):
                yield one.key, "lends", 1.0
        elif led in ("with", "to") and not POWER.isdisjoint(nouns) and not _SELLING.isdisjoint(nouns):
            for one in self.chain(name):
                yield one.key, "buys", 0.9
        elif led in ("with", "to", "from") and not ORDER.isdisjoint(nouns[-4:]):
            for one in self.chain(name):
                yield one.key, "supplies", 0.9
        elif led == "with" and not TOGETHER.isdisjoint(nouns[-4:]):
            for one in self.chain(name):
                yield one.key, "holds", 1.0
        elif led in ("by", "with", "of") and not NAMES_PARTNER.isdisjoint(nouns[-3:]):
            for one in self.chain(name):
                yield one.key, "holds", 0.7


_SELLING = words("sell sells sold selling supply deliver purchase offtake ppa")


def _is_model(raw: list[str]) -> bool:
    """Whether a word is of a design: "AP1000", "BWRX-300", "SG"."""
    return bool(raw) and len(raw[0]) > 3 and raw[0][0].isupper() and any(letter.isdigit() for letter in raw[0])
