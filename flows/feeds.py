"""Poll feeds: which outlet has which entries now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from extractors.feeds import UnreadableFeed, read_feed
from extractors.models import Entry, Problem
from flows.answers import Failure, Politeness, Request, Response
from flows.settings import Config
from flows.web import fetch
from storage.feeds import Feed, FeedState, Poll

LONGEST_PAUSE = timedelta(days=1)  # however often a feed failed, it is asked once a day


@dataclass(frozen=True, slots=True)
class Polled:
    """What one feed answered: how the poll went, and the entries that came, which may stand beside a complaint."""

    feed: FeedState
    poll: Poll
    entries: tuple[Entry, ...] = ()

    @property
    def problem(self) -> Problem | None:
        """What was wrong, if anything was."""
        poll = self.poll
        return Problem("poll", poll.feed_url, poll.complaint, poll.polled_at) if poll.complaint else None


def feeds_of(config: Config) -> list[Feed]:
    """Return the configured feeds; one without a name is called by its address."""
    return [Feed(feed.url, feed.name or feed.url, feed.tier, feed.every) for feed in config.feeds]


def poll_feeds(feeds: Sequence[FeedState], politeness: Politeness, now: datetime) -> list[Polled]:
    """Ask each feed once, conditionally; one that fails is a Polled with its complaint."""
    answers = fetch([Request(feed.url, feed.etag, feed.last_modified) for feed in feeds], politeness)
    return [polled(feed, answer, now) for feed, answer in zip(feeds, answers, strict=True)]


def polled(feed: FeedState, answer: Response | Failure, now: datetime) -> Polled:
    """Read one answer. From a feed that cannot be read no validators are kept: the next poll asks for all of it."""
    if isinstance(answer, Failure):
        return failed(feed, answer.status, answer.reason, now, answer.retry_after)
    if answer.not_modified:
        return Polled(feed, Poll(feed.url, now, now + feed.poll_every, worked=True, status=answer.status))
    try:
        document = read_feed(answer.body, answer.headers.get("content-type"), answer.final_url)
    except UnreadableFeed as error:
        return failed(feed, answer.status, str(error), now)
    moved = f"has moved for good to {answer.moved_to}: change the address" if answer.moved_to else None
    poll = Poll(
        feed_url=feed.url,
        polled_at=now,
        next_poll_at=now + feed.poll_every,
        worked=True,
        status=answer.status,
        entries=len(document.entries),
        complaint=moved or document.complaint,
        title=document.title,
        etag=answer.etag,
        last_modified=answer.last_modified,
        moved_to=answer.moved_to,
    )
    return Polled(feed, poll, document.entries)


def failed(
    feed: FeedState, status: int | None, complaint: str, now: datetime, retry_after: float | None = None
) -> Polled:
    """Say that no feed came; each failure in a row doubles the pause, and a host's own wish is kept."""
    pause = min(feed.poll_every * 2 ** min(feed.failures, 10), max(LONGEST_PAUSE, feed.poll_every))
    wished = timedelta(seconds=retry_after or 0)
    return Polled(feed, Poll(feed.url, now, now + max(pause, wished), worked=False, status=status, complaint=complaint))
