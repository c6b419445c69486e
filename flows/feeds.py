"""Poll feeds: which outlet has which entries now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from extractors.feeds import UnreadableFeed, read_feed
from extractors.models import Entry, Tier
from flows.answers import Failure, Politeness, Request, Response
from flows.web import fetch


@dataclass(frozen=True, slots=True)
class DueFeed:
    """A feed to poll now, and the validators of its last answer."""

    url: str
    name: str
    tier: Tier
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Poll:
    """What one feed answered. `complaint` is one line for a person; entries may stand beside it."""

    feed: DueFeed
    at: datetime
    status: int | None  # HTTP; None where there was no answer
    entries: tuple[Entry, ...] = ()
    etag: str | None = None
    last_modified: str | None = None
    complaint: str | None = None
    failed: bool = False
    retry_after: float | None = None  # seconds that the host asked us to wait


def poll_feeds(feeds: Sequence[DueFeed], politeness: Politeness, now: datetime) -> list[Poll]:
    """Ask each feed once, conditionally; one that fails becomes a Poll with its complaint."""
    answers = fetch([Request(feed.url, feed.etag, feed.last_modified) for feed in feeds], politeness)
    return [poll_of(feed, answer, now) for feed, answer in zip(feeds, answers, strict=True)]


def poll_of(feed: DueFeed, answer: Response | Failure, now: datetime) -> Poll:
    """Read one answer. An unreadable feed keeps no validators, so that the next poll asks for all of it again."""
    if isinstance(answer, Failure):
        return Poll(feed, now, answer.status, complaint=answer.reason, failed=True, retry_after=answer.retry_after)
    if answer.not_modified:
        return Poll(feed, now, answer.status, etag=feed.etag, last_modified=feed.last_modified)
    try:
        document = read_feed(answer.body, answer.headers.get("content-type"), answer.final_url)
    except UnreadableFeed as error:
        return Poll(feed, now, answer.status, complaint=str(error), failed=True)
    moved = f"has moved for good to {answer.moved_to}: change the address" if answer.moved_to else None
    return Poll(
        feed=feed,
        at=now,
        status=answer.status,
        entries=document.entries,
        etag=answer.etag,
        last_modified=answer.last_modified,
        complaint=moved or document.complaint,
    )
