"""What the verbs of a report on a project say of companies: they build, hold, order, supply, sell, buy, lend."""

from collections.abc import Iterator

from extractors.reading.buildclause import ProjectClause
from extractors.reading.buildwords import DEBT, FAR_POWER, LAND, NEAR_SHARE, ORDER, POWER, RACES, SERVES, WON, WORK
from extractors.reading.lexicon import words
from extractors.reading.names import Named
from extractors.reading.phrases import Hit

Told = tuple[str, str, float]  # a key, what is said of it, and how surely


class ProjectVerbs(ProjectClause):
    """One sentence, asked of each verb what it says of whom; a method for each kind of `ACTS`."""

    def acted(self, hit: Hit) -> Iterator[Told]:
        """Yield what one verb says."""
        yield from getattr(self, f"_{hit.kind}")(hit)

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
            served = self.word(hit.first).startswith(_MAKES) and self.led_by(hit.last, ("for",), doer)
            yield one.key, "supplies" if served or self._competes(hit) else "builds", 1.0
        if doer is not None:
            yield from self._joins(hit, doer)

    def _competes(self, hit: Hit) -> bool:
        """Whether somebody is only in the race to build for another: "ahead in the contest to build"."""
        return self.word(hit.first - 1) == "to" and self.word(hit.first - 2) in RACES

    def _leans(self, hit: Hit) -> Iterator[Told]:
        doer = self.subject(hit.first)
        if doer is not None and not self.passive(hit) and hit.first - doer.last < 4:
            yield doer.key, "says", 0.3

    def _orders(self, hit: Hit) -> Iterator[Told]:
        noun = self.word(hit.first) in ("order", "orders") and self.word(hit.first - 1) in _BEFORE_NOUNS
        if noun or not self.holds(self.sentence.first, self.sentence.last, ORDER):
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

    def _sells(self, hit: Hit) -> Iterator[Told]:
        """Who sells what the plant makes, and to whom: "will sell Kellmark up to 900 megawatts"."""
        doer, served = self.subject(hit.first), self.after(hit.last, reach=2) or self.led_by(hit.last, ("to",), None)
        if self.holds(hit.last, hit.last + FAR_POWER, POWER) and doer is not None and served not in (None, doer):
            yield from ((doer.key, "powers", 1.0), (served.key, "buys", 1.2))

    def _buys(self, hit: Hit) -> Iterator[Told]:
        """Who takes what the plant makes; or, with a percentage, a part of the plant itself."""
        if not self.holds(hit.last, hit.last + 7, POWER):
            yield from self._holds(hit)
            return
        doer = self.led_by(hit.last, ("by",), None) if self.passive(hit) and self.word(hit.last) == "by" else None
        for one in self.preceding(doer or self.subject(hit.first)):
            yield one.key, "buys", 1.2

    def _lends(self, hit: Hit) -> Iterator[Told]:
        if self.holds(self.sentence.first, self.sentence.last, DEBT):
            doer = self.led_by(hit.last, ("by", "from"), None) if self.passive(hit) else self.subject(hit.first)
            for one in self.preceding(doer):
                yield one.key, "lends", 0.8

    def _wins(self, hit: Hit) -> Iterator[Told]:
        """Who wins an order, and whose it is: "Kellmark wins Pardee order", "won a contract from Pardee"."""
        noun = next((i for i in range(hit.last, hit.last + _ORDERED) if self.word(i) in WON), None)
        doer = self.subject(hit.first)
        if noun is None or doer is None:
            return
        yield doer.key, "supplies", 1.2
        giver = self.after(hit.last, reach=noun - hit.last)
        if giver is None or giver.first > noun:
            giver = self.led_by(noun, ("from",), doer)
        if giver is not None and giver is not doer:
            yield giver.key, "orders", 1.0

    def _awards(self, hit: Hit) -> Iterator[Told]:
        yield from self._orders(hit) if self.holds(hit.last, hit.last + _ORDERED, WON) else self._lends(hit)

    def _shares(self, hit: Hit) -> Iterator[Told]:
        """Among whom a project is divided: "shared among Kellmark, Pardee and the state"."""
        if self.word(hit.first).startswith("belong") and self.holds(self.sentence.first, hit.first, LAND):
            return
        for one in self.chain(self.after(hit.last, reach=4)):
            yield one.key, "holds", 1.0

    def _joins(self, hit: Hit, doer: Named) -> Iterator[Told]:
        """Who puts money into what another one builds: "is to invest up to $5 billion in Kellmark's campus"."""
        if not self.word(hit.first).startswith(("invest", "spend", "put")):
            return
        other = self.led_by(hit.last, ("in", "into"), doer)
        if other is not None and other.key != doer.key and self.read.owns[other.last - 1]:
            yield doer.key, "holds", 1.0
            yield other.key, "builds", 1.0


_MAKES = ("build", "built", "construct", "erect", "develop", "start", "begin", "complet")  # for another
_BEFORE_NOUNS = words("a an the its their this first new firm big large win wins won winning")
_ORDERED = 6  # words from a verb to the noun of an order
