"""Do what a person says of deals: link articles elsewhere, keep the word, and look what changes by it. No alerts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from extractors.deals import ReportedVersion, joined, rebuilt
from extractors.linking.words import DealWord, Said, Word, as_said, former_key
from extractors.models import Change, Deal, DealLink, stable_id
from flows.changes import retell
from flows.deals import called_as_said
from storage.articles import versions_of
from storage.changes import facts_in_parted_changes
from storage.database import Store
from storage.deal_words import deal_words, said_of_deals, save_deal_words
from storage.deals import all_deals, links_of_deals, remove_links, save_deals, save_links
from storage.facts import reports_of


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of a word: the deal that has the articles now, and the changes that are seen by it."""

    deal: Deal
    articles: int
    changes: int


def merge(store: Store, deal: Deal, into: Deal, note: str | None, now: datetime) -> Moved:
    """Make one deal of two: whatever is of the first is of the second, now and later."""
    here, there = articles_in(store, deal), articles_in(store, into)
    word = DealWord(Word.MERGE, deal.deal_id, now, into.deal_id, tuple(here), tuple(there), note=note)
    save_deal_words(store, [word])
    reports = reported(store, here.values())
    one = replace(into, replaces=None) if into.replaces == deal.deal_id else into
    heirs = [replace(d, replaces=into.deal_id) for d in all_deals(store) if d.replaces == deal.deal_id]
    one = kept(store, joined(one, reports))
    save_deals(store, [heir for heir in heirs if heir.deal_id != into.deal_id])
    relink(store, reports, deal.deal_id, into.deal_id, now)
    moved = {each.version.version_id for each in reports}

    def between(change: Change) -> bool:
        later = change.later
        return later is not None and (change.earlier.version_id in moved) != (later.version_id in moved)

    return Moved(one, len(here), retell(store, one, now, between))


def split(store: Store, deal: Deal, articles: Collection[str], note: str | None, now: datetime) -> Moved:
    """Make a deal of its own of some articles. Those that had one before it was merged into this take it up again."""
    there = articles_in(store, deal)
    leaving = {article: versions for article, versions in there.items() if article in articles}
    staying = {article: versions for article, versions in there.items() if article not in articles}
    reports, rest = reported(store, leaving.values()), reported(store, staying.values())
    key = key_of_split(store, deal, leaving, reports[0])
    word = DealWord(Word.SPLIT, deal.deal_id, now, key, tuple(leaving), tuple(staying), note=note)
    save_deal_words(store, [word])
    new = kept(store, rebuilt(replace(deal, deal_id=key, replaces=None), reports))
    old = kept(store, rebuilt(deal, rest))
    relink(store, reports, deal.deal_id, key, now)
    again = facts_in_parted_changes(store, deal.deal_id)

    def compared_anew(change: Change) -> bool:
        return change.later is not None and change.later.fact_id in again

    found = sum(retell(store, each, now, compared_anew) for each in (old, new))
    return Moved(new, len(leaving), found)


def rename(store: Store, deal: Deal, name: str, note: str | None, now: datetime) -> Deal:
    """Call a deal by a name of one's own; by the one that its parties give, where that is empty."""
    save_deal_words(store, [DealWord(Word.NAME, deal.deal_id, now, name=name, note=note)])
    own = rebuilt(deal, reported(store, articles_in(store, deal).values()))
    return kept(store, replace(deal, name=own.name))


# --- one step each ---------------------------------------------------------------------------------


def articles_in(store: Store, deal: Deal) -> dict[str, list[str]]:
    """Return the texts that are linked to a deal, by article."""
    versions = [link.version_id for link in links_of_deals(store, [deal.deal_id])]
    found: dict[str, list[str]] = {}
    for version in versions_of(store, versions):
        found.setdefault(version.article_id, []).append(version.version_id)
    return found


def reported(store: Store, versions: Collection[Sequence[str]]) -> list[ReportedVersion]:
    """Return texts with what they say as a whole, oldest first."""
    wanted = {version for some in versions for version in some}
    reports = reports_of(store, wanted)
    return [ReportedVersion(version, reports[version.version_id]) for version in versions_of(store, wanted)]


def key_of_split(store: Store, deal: Deal, leaving: Collection[str], first: ReportedVersion) -> str:
    """Return the key for articles that leave a deal: the one they had, else a new one made of the first text."""
    words = deal_words(store)
    if former := former_key(words, Said.of(words), deal.deal_id, leaving):
        return former
    live = {link.deal_id for link in links_of_deals(store, [each.deal_id for each in all_deals(store)])}
    key = stable_id("deal", first.version.version_id, "split")
    while key in live:
        key = stable_id("deal", key, "split")
    return key


def kept(store: Store, deal: Deal) -> Deal:
    """Store a deal under the name that it has by the words of people."""
    named = called_as_said(deal, said_of_deals(store))
    save_deals(store, [named])
    return named


def relink(store: Store, reports: Sequence[ReportedVersion], old: str, new: str, now: datetime) -> None:
    """Take texts out of one deal and put them into another."""
    versions = [report.version.version_id for report in reports]
    remove_links(store, [(version, old) for version in versions], now)
    save_links(store, [DealLink(version, new, as_said(now)) for version in versions], now)
