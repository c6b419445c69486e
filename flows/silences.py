"""Store the changes that no fresh fact tells: promised days that passed in silence, articles that are gone."""

from collections.abc import Sequence
from datetime import datetime

from extractors.changes import lapsed_promises, withdrawn
from extractors.models import Change, Days, Fact
from flows.changes import RULES, keep_new
from flows.outbox import queue
from flows.recording import Recorded
from flows.settings import Config
from storage.articles import latest_versions
from storage.database import Store
from storage.deals import deals_with_promises, links_of_versions
from storage.facts import facts_of_deals, facts_of_versions
from storage.rereadings import taken_facts


def record_silences(store: Store, config: Config, now: datetime) -> Recorded:
    """Tell of promised days that passed without a word, once each."""
    found = [
        (deal, change)
        for deal, facts in facts_of_deals(store, deals_with_promises(store, now)).items()
        for change in lapsed_promises(facts, RULES, now)
    ]
    return keep_found(store, config, known_in_time(store, found), now)


def known_in_time(store: Store, found: list[tuple[str, Change]]) -> list[tuple[str, Change]]:
    """Leave out promises that only a later reading brought, when their day had passed: that is no news."""
    taken = taken_facts(store, [change.earlier.fact_id for _, change in found])
    return [(deal, change) for deal, change in found if in_time(change.earlier, taken.get(change.earlier.fact_id))]


def in_time(promise: Fact, taken_at: datetime | None) -> bool:
    """Whether a promise was known before its day had passed."""
    days = promise.claim.reading
    return taken_at is None or not isinstance(days, Days) or days.end is None or days.end >= taken_at.date()


def record_withdrawals(store: Store, article_ids: Sequence[str], config: Config, now: datetime) -> Recorded:
    """Tell of articles that are gone."""
    last = {version.version_id for version in latest_versions(store, article_ids).values()}
    facts = facts_of_versions(store, last)
    found = [
        (link.deal_id, change)
        for link in links_of_versions(store, last)
        for change in withdrawn([fact for fact in facts if fact.version_id == link.version_id], now)
    ]
    return keep_found(store, config, found, now)


def keep_found(store: Store, config: Config, found: list[tuple[str, Change]], now: datetime) -> Recorded:
    """Store changes and put their alerts into the outbox; what was told before adds nothing."""
    told = keep_new(store, found)
    queued = queue(store, config, told, now)
    return Recorded(changes=len(told), alerts=sum(change.severity.alerts for _, change in told), queued=queued)
