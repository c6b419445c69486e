"""Which deal does a report speak of? Companies first, then kind, time and figures. Each link carries its reason."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.linking.callnames import aliases, capitalised, distinct, keys, marks
from extractors.linking.desk import Desk, opened, opened_by
from extractors.linking.likeness import ALIKE
from extractors.linking.themes import Themes
from extractors.linking.ties import OPENING, Open, Told, founds_deal, names_all
from extractors.linking.words import AS_SAID, Said
from extractors.models import Deal, DealLink, Fact, Report, Version


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
    names = _names_of(opened(deal, dated=dated), cast)
    seen = list(texts)
    sure = any(
        names_all(distinct(party.name for party in deal.parties), capitalised(text.title or "")) for text in seen
    )
    articles = frozenset(fact.article_id for fact in told)
    return KnownDeal(deal, names, cast, figures, Themes.of(seen), articles, sure, dated)


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
    desk = Desk(said or Said())
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
            found = desk.add(opened_by(told, desk.former(told, found))), "first report of this deal"
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
    desk = Desk(Said())
    made = desk.add(opened_by(told[0], None))
    for one in told:
        desk.learn(made, one)
    return replace(made.deal, deal_id=deal.deal_id, replaces=deal.replaces)


def joined(deal: Deal, reports: Sequence[ReportedVersion]) -> Deal:
    """The deal with what further reports tell of it."""
    desk = Desk(Said())
    made = desk.add(opened(deal, dated=True))
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
