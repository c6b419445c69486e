"""The feeds that are watched, and how their polls went."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from extractors.models import Tier
from storage.store import Row, Store


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed as configured."""

    url: str
    name: str
    tier: Tier
    poll_every: timedelta


@dataclass(frozen=True, slots=True)
class FeedState:
    """One feed that is watched, and how it is. Times are aware, UTC; None: never."""

    url: str
    name: str
    tier: Tier
    poll_every: timedelta
    title: str | None
    etag: str | None
    last_modified: str | None
    polled_at: datetime | None
    worked_at: datetime | None
    next_poll_at: datetime
    failures: int  # polls in a row that failed
    last_status: int | None
    complaint: str | None
    moved_to: str | None


@dataclass(frozen=True, slots=True)
class Poll:
    """How one poll went. `worked` is false where no feed came; a feed that works may still have a complaint."""

    feed_url: str
    polled_at: datetime
    next_poll_at: datetime
    worked: bool
    status: int | None = None  # HTTP
    entries: int = 0
    fresh_entries: int = 0
    complaint: str | None = None
    title: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None


def save_feeds(store: Store, feeds: Sequence[Feed], now: datetime) -> int:
    """Watch these feeds and no others. A new one is due at once. Returns how many rows changed."""
    rows = [{**asdict(feed), "poll_every": int(feed.poll_every.total_seconds())} for feed in feeds]
    removed = store.change("remove_feeds", urls=[feed.url for feed in feeds], now=now, bookkeeping=True)
    return removed + store.change("save_feeds", rows=rows, now=now, bookkeeping=True)


def feeds_due(store: Store, now: datetime) -> list[FeedState]:
    """The feeds to be asked now, longest waiting first."""
    return [_state(row) for row in store.query("feeds_due", now=now)]


def feed_states(store: Store) -> list[FeedState]:
    """All feeds that are watched, by name."""
    return [_state(row) for row in store.query("feed_states")]


def save_polls(store: Store, polls: Sequence[Poll]) -> None:
    """Keep how polls went, one each feed. Validators are kept from the last answer that had a body."""
    rows = [asdict(poll) for poll in polls]
    store.insert("log_polls", rows, bookkeeping=True)
    store.insert("save_polls", rows, bookkeeping=True)


def _state(row: Row) -> FeedState:
    known = {**row, "tier": Tier(row["tier"]), "poll_every": timedelta(seconds=row["poll_every"])}
    return FeedState(url=known.pop("feed_url"), **known)
