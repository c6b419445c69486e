"""One answer to a poll: what is kept of it, and when the feed is asked again."""

from datetime import timedelta

import pytest

from extractors.models import Tier
from flows.answers import Failure, Response
from flows.feeds import feeds_of, polled
from flows.settings import Config, FeedSettings
from storage.feeds import FeedState
from tests.flows.desk import DAY, FILLER, entry, page

URL = "http://press.example/feed"
HALF_HOUR = timedelta(minutes=30)
RSS = f"<rss version='2.0'><channel><title>Press</title>{entry('http://press.example/a')}</channel></rss>".encode()


def state(failures: int = 0, every: timedelta = HALF_HOUR) -> FeedState:
    return FeedState(URL, "Press", Tier.WIRE, every, None, '"1"', None, None, None, DAY, failures, None, None, None)


def answered(body: bytes = b"", status: int = 200, moved_to: str | None = None) -> Response:
    return Response(URL, URL, status, {"etag": '"2"', "last-modified": "Mon"}, body, moved_to)


def failure(status: int | None = None, retry_after: float | None = None) -> Failure:
    return Failure(URL, "no answer", "status" if status else "timeout", retry_after, status)


# the feed before, the answer → whether it worked, entries, what is complained of, the ETag kept, when it is due again
POLLS = {
    "a feed": (state(), answered(RSS), True, 1, None, '"2"', HALF_HOUR),
    "not modified": (state(), answered(status=304), True, 0, None, None, HALF_HOUR),
    "a page in place of the feed": (state(), answered(page(FILLER)), False, 0, "HTML page", None, HALF_HOUR),
    "nothing": (state(), answered(), False, 0, "empty", None, HALF_HOUR),
    "a feed that breaks off": (state(), answered(RSS[:-30]), True, 1, "ill-formed", '"2"', HALF_HOUR),
    "moved for good": (state(), answered(RSS, moved_to="http://new.example/"), True, 1, "has moved", '"2"', HALF_HOUR),
    "404": (state(), failure(404), False, 0, "no answer", None, HALF_HOUR),
    "the third failure in a row": (state(2), failure(), False, 0, "no answer", None, 4 * HALF_HOUR),
    "the hundredth": (state(99), failure(), False, 0, "no answer", None, timedelta(days=1)),
    "a weekly feed": (state(5, timedelta(days=7)), failure(), False, 0, "no answer", None, timedelta(days=7)),
    "a host that wants a pause": (state(), failure(429, 7200), False, 0, "no answer", None, timedelta(hours=2)),
    "a host that wants less than we give": (state(3), failure(503, 60), False, 0, "no answer", None, 8 * HALF_HOUR),
}  # fmt: skip


@pytest.mark.parametrize(("feed", "answer", "worked", "entries", "said", "etag", "pause"), POLLS.values(), ids=POLLS)
def test_polled(feed, answer, worked, entries, said, etag, pause):
    found = polled(feed, answer, DAY)
    assert (found.poll.worked, len(found.entries)) == (worked, entries)
    assert found.poll.complaint is None if said is None else said in found.poll.complaint
    assert (found.problem is None) is (said is None)
    assert found.poll.etag == etag
    assert found.poll.next_poll_at == DAY + pause


def test_a_feed_without_a_name_is_called_by_its_address():
    assert [feed.name for feed in feeds_of(Config(feeds=(FeedSettings(url=URL),)))] == [URL]
