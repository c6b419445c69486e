"""Which deal does a report speak of? Companies first, then kind, time and figures. Each link carries its reason."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.linking.callnames import aliases, capitalised, distinct, keys, marks
from extractors.linking.dealnames import name_of
from extractors.linking.likeness import ALIKE, MOST_TRIED, NEEDED, Among, Sight, likeness
from extractors.linking.themes import Themes
from extractors.linking.ties import (
    OPENING,
    ROLE_FAMILIES,
    Open,
    Told,
    founds_deal,
    gap,
    names_all,
    reason_of,
    replaces,
)
from extractors.linking.words import AS_SAID, Said, as_said
from extractors.models import Deal, DealLink, Fact, Moment, Party, Report, Role, Version, stable_id
from extractors.reading.namesakes import same_company


@dataclass(frozen=True, slots=True)
class ReportedVersion:
    """A version and what it says."""

    version: Version
    report: Report


@dataclass(frozen=True, slots=True)
class KnownDeal:
    """A deal as far as linking needs it: other names of its parties, figures reported on it, articles linked to it."""

    deal: Deal
    names: frozenset[str] = frozenset()
    cast: Mapping[str, int] = field(default_factory=dict)  # how many of its reports have a company as a party
    figures: frozenset[str] = frozenset()
    themes: Themes = field(default_factory=Themes)
    articles: frozenset[str] = frozenset()
    sure: bool = False  # whether a title names all its parties
    dated: bool = True  # whether a report gave its date; else the deal's times are only when it was seen

    def opened(self) -> Open:
        """The deal as it takes up further reports."""
        sets = set(self.names), set(self.figures), self.themes.copy(), set(self.articles)
        return Open(self.deal, *sets, self.dated, Counter(self.cast), self.sure)


@dataclass(frozen=True, slots=True)
class Linked:
    """Deals made or brought up to date, links made, and the ids of the deals that are new.

    `stages` has, by version, the deal as it stood once that version was linked: what came later is not known yet.
    """

    deals: tuple[Deal, ...]
    links: tuple[DealLink, ...]
    new: tuple[str, ...] = ()
    stages: Mapping[str, Deal] = field(default_factory=dict)


def known_deal(
    deal: Deal, facts: Iterable[Fact] = (), companies: Iterable[str] = (), texts: Iterable[Version] = ()
) -> KnownDeal:
    """A deal with what its facts tell: figures for cues, articles so that an edited one keeps its deal.

    `companies` are those of the reports linked to it: the names that its parties went by are known by them. `texts` are
    some of these reports: the names in them are what it is about.
    """
    told = list(facts)
    figures = frozenset(mark for fact in told if fact.claim.when is None for mark in marks(fact.claim.reading))
    dated = not told or any(fact.dated for fact in told)
    cast = Counter(companies)
    names = _names_of(_open(deal, dated=dated), cast)
    seen = list(texts)
    sure = any(
        names_all(distinct(party.name for party in deal.parties), capitalised(text.title or "")) for text in seen
    )
    articles = frozenset(fact.article_id for fact in told)
    return KnownDeal(deal, names, cast, figures, Themes.of(seen), articles, sure, dated)


def _open(deal: Deal, *, dated: bool) -> Open:
    return Open(deal, set(), set(), Themes(), set(), dated)


def _names_of(deal: Open, companies: Iterable[str]) -> frozenset[str]:
    for company in distinct(sorted(companies)):
        if deal.has(company):
            deal.names |= set(aliases(company))
    return frozenset(deal.names)


def link(fresh: Sequence[ReportedVersion], known: Iterable[KnownDeal], said: Said | None = None) -> Linked:
    """Link reports to deals, in the order given; a report on no known deal makes a new one, if it names who deals.

    A new deal's id is made of the first version's id, so the same input gives the same ids. Reports that name one
    company only are linked where a figure or the article agrees, and else to nothing. No report has two deals. What a
    person `said` goes before all that: the deals that it leads to must be among the known ones.
    """
    desk = _Desk(said or Said())
    for one in known:
        desk.add(
            Open(
                one.deal,
                set(one.names),
                set(one.figures),
                one.themes.copy(),
                set(one.articles),
                one.dated,
                Counter(one.cast),
                one.sure,
            )
        )
    links: list[DealLink] = []
    stages: dict[str, Deal] = {}
    touched: dict[str, None] = {}
    new: list[str] = []
    for reported in fresh:
        if not (reported.report.about_deal or desk.titles(reported.version)):
            continue
        told = Told.of(reported.version, reported.report)
        found = desk.said_of(told) or desk.led(desk.best(told) or desk.likest(told))
        if found is None or (AS_SAID not in found[1] and desk.is_succeeded_in(told, found[0])):
            if not founds_deal(told):
                continue
            found = desk.add(_opened(told, desk.former(told, found))), "first report of this deal"
            new.append(found[0].deal.deal_id)
        deal, reason = found
        if told.report.about_deal:
            desk.learn(deal, told, trusted=reason != ALIKE)
        touched[deal.deal.deal_id] = None
        stages[reported.version.version_id] = deal.deal
        links.append(DealLink(reported.version.version_id, deal.deal.deal_id, reason))
    return Linked(tuple(desk.deals[key].deal for key in touched), tuple(links), tuple(new), stages)


def rebuilt(deal: Deal, reports: Sequence[ReportedVersion]) -> Deal:
    """The deal as its reports alone would have made it, the first of them first; its key and its forerunner stay."""
    told = [Told.of(one.version, one.report) for one in reports]
    desk = _Desk(Said())
    made = desk.add(_opened(told[0], None))
    for one in told:
        desk.learn(made, one)
    return replace(made.deal, deal_id=deal.deal_id, replaces=deal.replaces)


def joined(deal: Deal, reports: Sequence[ReportedVersion]) -> Deal:
    """The deal with what further reports tell of it."""
    desk = _Desk(Said())
    made = desk.add(_open(deal, dated=True))
    for one in reports:
        desk.learn(made, Told.of(one.version, one.report))
    return made.deal


def likely_deals(fresh: Iterable[ReportedVersion], deals: Iterable[Deal]) -> list[Deal]:
    """The deals that share a name, or a part of one, with some company of the reports: no other can be theirs."""
    wanted: set[str] = set()
    for one in fresh:
        names = capitalised(f"{one.version.title or ''} . {one.version.text[:OPENING]}")
        companies = (name for party in one.report.parties for name in aliases(party.name))
        wanted.update(key for name in (*names, *companies) for key in keys(name))
    return [deal for deal in deals if any(wanted & keys(n) for party in deal.parties for n in aliases(party.name))]


# --- all deals ---------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Desk:
    """The deals, by the names of their companies."""

    said: Said
    deals: dict[str, Open] = field(default_factory=dict)
    by_key: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))  # key → names
    by_name: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # name → deals
    by_theme: Counter[str] = field(default_factory=Counter)  # in how many deals a name of first lines stands

    def add(self, deal: Open) -> Open:
        """Take a deal in."""
        self.deals[deal.deal.deal_id] = deal
        self.by_theme.update(deal.themes.counts.keys())
        self.index(deal)
        return deal

    def index(self, deal: Open) -> None:
        """Make a deal findable by the names that it has now."""
        for name in {name for company in deal.usual for name in aliases(company)} | deal.names:
            for key in keys(name):
                self.by_key[key][name] = None
            self.by_name[name].add(deal.deal.deal_id)

    def said_of(self, told: Told) -> tuple[Open, str] | None:
        """The deal of a report by the word of a person on its article."""
        home = self.said.home(told.version.article_id)
        return (self.deals[home[0]], as_said(home[1])) if home and home[0] in self.deals else None

    def led(self, found: tuple[Open, str] | None) -> tuple[Open, str] | None:
        """The deal found, or the one into which a person merged it."""
        if found is None or found[0].deal.deal_id not in self.said.heirs:
            return found
        merged, heir = self.said.heirs[found[0].deal.deal_id], self.said.heir(found[0].deal.deal_id)
        return (self.deals[heir], f"{found[1]}; one deal {as_said(merged[1])}") if heir in self.deals else found

    def near(self, told: Told) -> list[Open]:
        """Deals with two companies of a report, and those with a target, an investee or a lone company of one."""
        counts: Counter[str] = Counter()
        enough = {*told.having(Role.TARGET), *told.having(Role.INVESTEE)}
        for company in told.companies:
            mine = {deal for name in self.called(company) for deal in self.by_name[name]}
            counts.update(dict.fromkeys(mine, 2 if company in enough or len(told.companies) == 1 else 1))
        few = {key for key, count in counts.items() if count > 1 or len(self.deals[key].deal.parties) == 1}
        return [self.deals[key] for key in sorted(few)]

    def called(self, company: str) -> Iterator[str]:
        """All names in the index that are this company's."""
        seen: set[str] = set()
        for alias in aliases(company):
            for key in keys(alias):
                for name in self.by_key.get(key, ()):
                    if name not in seen and same_company(alias, name):
                        seen.add(name)
                        yield name

    def best(self, told: Told) -> tuple[Open, str] | None:
        """The deal that fits best, and why: most figures in common, one in another's place, the nearest, the older."""
        fitting = [(deal, reason) for deal in self.near(told) if (reason := reason_of(told, deal))]
        if not fitting:
            return None
        return min(
            fitting,
            key=lambda pair: (
                pair[0].families.isdisjoint(told.families),
                -sum(pair[0].has(company) for company in told.companies),
                -len(pair[0].figures & told.figures),
                pair[0].deal.replaces is None,
                gap(told, pair[0]),
                pair[0].deal.first_reported.earliest,
                pair[0].deal.deal_id,
            ),
        )

    def deals_of(self, company: str) -> int:
        """How many deals a company is in."""
        return len({deal for name in self.called(company) for deal in self.by_name[name]})

    def titles(self, version: Version) -> bool:
        """Whether a title, or the first words of a text without one, names a company of a deal known."""
        first = version.title or version.text[:OPENING]
        return any(True for word in capitalised(first) for _ in self.called(word))

    def likest(self, told: Told) -> tuple[Open, str] | None:
        """The deal that a report is most like by the names and figures of both, where it is like enough."""
        sight = Sight.of(told)
        counts: Counter[str] = Counter()
        for called in dict.fromkeys(name for word in sight.opening for name in self.called(word)):
            counts.update(self.by_name[called])
        near = [self.deals[key] for key, _ in counts.most_common(MOST_TRIED)]
        among = Among(self.by_theme, len(self.deals), self.deals_of)
        weighed = ((likeness(told, deal, sight, among), deal.deal.deal_id) for deal in near)
        found = max(weighed, default=(0.0, ""))
        return (self.deals[found[1]], ALIKE) if found[0] >= NEEDED else None

    def is_succeeded_in(self, told: Told, deal: Open) -> bool:
        """Whether a report is the first to tell that another transaction takes a deal's place."""
        if deal.deal.replaces is not None or not replaces(told, deal):
            return False
        return all(one.deal.replaces != deal.deal.deal_id for one in self.deals.values())

    def former(self, told: Told, found: tuple[Open, str] | None) -> str | None:
        """The deal whose place a new one takes: what the report would else be of, or one of the same companies."""
        if found:
            return found[0].deal.deal_id
        old = [deal for deal in self.near(told) if replaces(told, deal)]
        last = max(old, key=lambda deal: deal.deal.last_reported.latest, default=None)
        return self.said.heir(last.deal.deal_id) if last else None

    def learn(self, deal: Open, told: Told, *, trusted: bool = True) -> None:
        """Add what a linked report tells: figures, times and, where they can be trusted, further parties."""
        deal.figures |= told.figures
        deal.cast.update(told.companies)
        deal.sure = deal.sure or names_all(deal.companies, capitalised(told.version.title or ""))
        self.by_theme.update(deal.themes.add(told.topics))
        deal.articles.add(told.version.article_id)
        parties = _with(deal, told) if trusted else deal.deal.parties
        times = _times(deal, told.version.published)
        deal.dated = deal.dated or told.version.published is not None
        if parties != deal.deal.parties or times != (deal.deal.first_reported, deal.deal.last_reported):
            name = name_of(parties, deal.deal.kind)
            first, last = times
            deal.deal = replace(deal.deal, parties=parties, name=name, first_reported=first, last_reported=last)
        deal.names |= {name for company in told.companies if deal.has(company) for name in aliases(company)}
        self.index(deal)


def _opened(told: Told, former: str | None) -> Open:
    """A new deal. In another's place it is one of money: the goods were the other's."""
    version, report = told.version, told.report
    parties = tuple(party for party in report.parties if not former or party.role in ROLE_FAMILIES["money"])
    kind = report.kind or "deal"
    deal = Deal(
        stable_id("deal", version.version_id),
        name_of(parties or report.parties, kind),
        kind,
        parties or report.parties,
        version.reported,
        version.reported,
        former,
    )
    return _open(deal, dated=version.published is not None)


def _with(deal: Open, told: Told) -> tuple[Party, ...]:
    """The parties, with another bidder for the same target, or with whoever deals with a party that stood alone.

    No others: a company that one report names beside the parties would draw its own deals into this one.
    """
    alone = len(deal.companies) == 1
    more = [
        party
        for party in told.report.parties
        if not deal.has(party.name) and (alone or (told.purchase and deal.purchase and party.role == Role.ACQUIRER))
    ]
    return (*deal.deal.parties, *more)


def _times(deal: Open, published: Moment | None) -> tuple[Moment, Moment]:
    """First and last report. Undated reports move nothing; the first dated one sets what was only seen."""
    first, last = deal.deal.first_reported, deal.deal.last_reported
    if published is None:
        return first, last
    if not deal.dated:
        return published, published
    return min(first, published, key=lambda m: m.earliest), max(last, published, key=lambda m: m.latest)
