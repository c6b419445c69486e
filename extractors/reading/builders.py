"""What a report on a project says of the companies it names: who builds, supplies, buys, lends, holds a part."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from extractors.reading.buildverbs import ProjectVerbs, Told
from extractors.reading.buildwords import (
    ACTS,
    BACKLOG,
    CALLED,
    CHILD,
    CURRENT,
    DEALS,
    DEBT,
    DESIGN,
    EQUITY,
    FAR,
    ITS_PART,
    LIST_NEAR,
    LISTS,
    MONEY,
    NAMES_PARTNER,
    NO_BUILDERS,
    OPENS_LIST,
    ORDER,
    POWER,
    SHARES,
    TOGETHER,
    USED,
    WORK,
)
from extractors.reading.central import weight_of
from extractors.reading.clauses import spoken_of
from extractors.reading.contractors import CONTRACTORS
from extractors.reading.dealing import BUYERS
from extractors.reading.lexicon import words
from extractors.reading.names import Named, Names
from extractors.reading.tokens import Tokens


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


class _Project(ProjectVerbs):
    """One sentence of a report on a project: its verbs, and what stands beside its names."""

    def told(self) -> Iterator[Told]:
        for hit in ACTS.find(self.read, self.sentence.first, self.sentence.last):
            if hit.first not in self.read.within:
                yield from self.acted(hit)
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
            if part is None or (part == "buys" and self.holds(self.sentence.first, i, BACKLOG)):
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

    def _beside(self, name: Named) -> Iterator[Told]:
        """What the words around a name say of it."""
        first, last = name.first, name.last
        if self.word(first - 1) in CHILD and (self.word(first - 2) == "its" or self.read.owns[first - 2]):
            for parent in self.names:
                if parent.last < first and not parent.person:
                    yield parent.key, "holds", 1.0
        if name.key not in CONTRACTORS and self.word(last) == "," and self.word(last + 1) in ("a", "the", "an"):
            unit = next((i for i in range(last + 2, last + 7) if self.word(i) in CHILD), None)
            if unit is None and self.word(last + 4) in ("company", "firm", "business"):
                unit = last + 4  # "Raven, a Kellmark company"
                unit = unit if any(n.first == last + 2 and n.last <= unit for n in self.names) else None
            whole = next((n for n in self.names if unit and unit - 4 <= n.first <= unit + 3 and n is not name), None)
            if whole is not None:
                yield whole.key, "holds", 1.0
        beside = first - 1
        while beside > first - 3 and self.word(beside) in ("the", ","):  # "its prime contractor, the Kellmark Corp"
            beside -= 1
        called = next((part for part, nouns in CALLED.items() if self.word(beside) in nouns), None)
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
            if self.holds(last, last + 4, WORK) or self.word(last) in ITS_PART:
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
        elif led == "from" and not _WINS.isdisjoint(nouns):
            yield name.key, "orders", 1.0  # "won an order from Kellmark"
        elif led in ("with", "to", "from") and not ORDER.isdisjoint(nouns[-4:]):
            for one in self.chain(name):
                yield one.key, "supplies", 0.9
        elif led == "with" and not TOGETHER.isdisjoint(nouns[-4:]):
            part = "joins" if "together" in nouns[-4:] else "holds"
            for one in self.chain(name):
                yield one.key, part, 1.0
        elif led in ("by", "with", "of") and not NAMES_PARTNER.isdisjoint(nouns[-3:]):
            for one in self.chain(name):
                yield one.key, "holds", 0.7


_WINS = words("win wins won winning land lands landed clinch clinches clinched")
_SELLING = words("sell sells sold selling supply deliver purchase offtake ppa")


def _is_model(raw: list[str]) -> bool:
    """Whether a word is of a design: "AP1000", "BWRX-300", "SG"."""
    return bool(raw) and len(raw[0]) > 3 and raw[0][0].isupper() and any(letter.isdigit() for letter in raw[0])
