"""Compare what is new of deals with what was known, and store what changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from extractors.changes import Rules, find_changes, first_figures, succession
from extractors.comparing.dismissals import heeded
from extractors.comparing.ladder import ends_former
from extractors.deals import Linked
from extractors.linking.bidders import acquirers, bidders_of, only_giver
from extractors.models import Change, Deal, Fact, Report
from flows.edits import Edited, told_edits
from flows.rates import ReferenceRates
from storage.changes import save_changes
from storage.database import Store
from storage.edits import compared_versions, edited_facts
from storage.facts import facts_of_deals, reports_of
from storage.verdicts import dismissed_changes

RULES = Rules(rates=ReferenceRates())


@dataclass(frozen=True, slots=True)
class Found:
    """What the fresh facts of a batch changed, each with its deal's id."""

    changes: list[tuple[str, Change]]
    first: list[tuple[str, Fact]]


def keep_changes(store: Store, facts: Sequence[Fact], linked: Linked, edits: Sequence[Edited], now: datetime) -> Found:
    """Compare the fresh facts with what was known of their deals, and store what changed."""
    fresh_ids = {fact.fact_id for fact in facts}
    deals = {deal.deal_id: deal for deal in linked.deals}
    found: list[tuple[str, Change]] = []
    first: list[tuple[str, Fact]] = []
    for deal, all_facts in facts_of_deals(store, deals).items():
        fresh = [fact for fact in all_facts if fact.fact_id in fresh_ids]
        known = [fact for fact in all_facts if fact.fact_id not in fresh_ids]
        stages = {fact.version_id: linked.stages.get(fact.version_id, deals[deal]) for fact in fresh}
        found += [(deal, change) for change in staged(store, stages, known, fresh, now)]
        first += [(deal, fact) for fact in first_figures(known, [f for f in fresh if not ends_former(f, deals[deal])])]
    found += told_edits(store, edits, now) + successions(store, linked, now)
    return Found(keep_new(store, found), first)


def staged(
    store: Store, stages: Mapping[str, Deal], known: Sequence[Fact], fresh: Sequence[Fact], now: datetime
) -> Iterator[Change]:
    """Yield what fresh facts of one deal change, each report judged by what was known when it came.

    `stages` has the deal as it stood then, by version. So a run in batches and a run one by one give the same.
    """
    reports = reports_of(store, {fact.version_id for fact in (*known, *fresh)})
    past = list(known)
    for some in stretches(stages, known, fresh, reports):
        yield from compared(store, stages[some[-1].version_id], past, some, now, reports)
        past += some


def stretches(
    stages: Mapping[str, Deal], known: Sequence[Fact], fresh: Sequence[Fact], reports: Mapping[str, Report]
) -> Iterator[list[Fact]]:
    """Cut fresh facts where a report shows whose bids those before it were, or that givers or times are others."""
    heard = {key: reports[key] for key in dict.fromkeys(fact.version_id for fact in known) if key in reports}
    bids, ever = bidders_of(heard), len(acquirers(reports.values())) > 1
    some: list[Fact] = []
    last: object = None
    for version in dict.fromkeys(fact.version_id for fact in fresh):
        heard |= {version: reports[version]} if version in reports else {}
        deal, before = stages[version], bids
        bids = bidders_of(heard) if ever else {}
        others = {key: bidder for key, bidder in bids.items() if key != version}
        now = (only_giver(deal.parties), deal.replaces and deal.first_reported)
        if some and (now != last or others != before):
            yield some
            some = []
        some += [fact for fact in fresh if fact.version_id == version]
        last = now
    if some:
        yield some


def compared(
    store: Store,
    deal: Deal,
    known: Sequence[Fact],
    fresh: Sequence[Fact],
    now: datetime,
    reports: Mapping[str, Report] | None = None,
) -> list[Change]:
    """Return what fresh facts of one deal change in the known ones."""
    versions = list(dict.fromkeys(fact.version_id for fact in (*known, *fresh)))
    listed = reports_of(store, versions) if reports is None else reports
    told = {key: listed[key] for key in versions if key in listed}  # in order of arrival
    edited, again = edited_facts(store, versions), compared_versions(store, versions)
    earlier, later = ([fact for fact in facts if not ends_former(fact, deal)] for facts in (known, fresh))
    giver = only_giver(deal.parties)
    return list(find_changes(earlier, later, RULES, now, bidders_of(told), edited, again, giver))


def keep_new(store: Store, found: Iterable[tuple[str, Change]]) -> list[tuple[str, Change]]:
    """Store the changes that are new and return them; those that repeat what a person dismissed are silent."""
    listed = list(found)
    dismissed = dismissed_changes(store, {deal for deal, _ in listed})
    heard = [(deal, heeded(change, dismissed.get(deal, ()))) for deal, change in listed]
    new = save_changes(store, heard)
    return [(deal, change) for deal, change in heard if change.change_id in new]


def successions(store: Store, linked: Linked, now: datetime) -> list[tuple[str, Change]]:
    """Return the change that tells of a deal in another's place, for each such pair among the deals of a batch."""
    pairs = [(deal.replaces, deal.deal_id) for deal in linked.deals if deal.replaces]
    facts = facts_of_deals(store, {deal for pair in pairs for deal in pair})
    told = ((new, succession(facts.get(old, []), facts.get(new, []), RULES, now)) for old, new in pairs)
    return [(deal, change) for deal, change in told if change]


def retell(store: Store, deal: Deal, now: datetime, wanted: Callable[[Change], bool]) -> int:
    """Compare all facts of a deal anew after its links were changed; store the wanted changes. Nobody is alerted."""
    facts = facts_of_deals(store, [deal.deal_id]).get(deal.deal_id, [])
    changes = [change for change in compared(store, deal, [], facts, now) if wanted(change)]
    return len(keep_new(store, [(deal.deal_id, change) for change in changes]))
