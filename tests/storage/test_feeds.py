from dataclasses import replace
from datetime import timedelta

import pytest

from extractors.models import Tier
from storage.database import Store
from storage.feeds import Feed, Poll, feed_states, feeds_due, save_feeds, save_polls
from tests.storage.builders import START, hours

WIRE = Feed("https://wire.example/rss", "Wire", Tier.WIRE, timedelta(minutes=15))
BLOG = Feed("https://blog.example/atom", "Blog", Tier.BLOG, timedelta(hours=1))
WORKED = Poll(WIRE.url, START, hours(1), worked=True, status=200, entries=9, fresh_entries=2, title="It", etag="a")


def due(store: Store, at: float) -> list[str]:
    return [feed.name for feed in feeds_due(store, hours(at))]


def test_a_new_feed_is_due_at_once_and_the_second_time_nothing_changes(store: Store):
    assert save_feeds(store, [WIRE, BLOG], START) == 2
    assert save_feeds(store, [WIRE, BLOG], hours(1)) == 0
    assert due(store, 0) == ["Blog", "Wire"]
    assert not store.wrote or store.touched


def test_a_feed_that_is_no_longer_configured_is_not_due_and_keeps_its_state_for_later(store: Store):
    save_feeds(store, [WIRE, BLOG], START)
    save_polls(store, [WORKED])
    assert save_feeds(store, [BLOG], hours(1)) == 1
    assert due(store, 5) == ["Blog"]
    save_feeds(store, [WIRE, BLOG], hours(2))
    assert [feed.etag for feed in feed_states(store)] == [None, "a"]
    assert due(store, 5) == ["Blog", "Wire"]


def test_new_settings_are_taken_over(store: Store):
    save_feeds(store, [WIRE], START)
    save_polls(store, [WORKED])
    assert save_feeds(store, [replace(WIRE, name="Other", tier=Tier.TRADE)], START) == 1
    [state] = feed_states(store)
    assert (state.name, state.tier, state.poll_every, state.etag) == ("Other", Tier.TRADE, WIRE.poll_every, "a")
    assert due(store, 0.5) == []
    save_feeds(store, [replace(WIRE, poll_every=timedelta(minutes=1))], START)
    assert due(store, 0.5) == ["Wire"]


LATER = Poll(WIRE.url, hours(1), hours(2), worked=True, status=200)
POLLS = {
    "one that worked keeps the validators": (replace(LATER, etag="b", last_modified="m"), ("b", "m", 0, None)),
    "one that worked without validators forgets them": (LATER, (None, None, 0, None)),
    "nothing new keeps the validators of before": (replace(LATER, status=304), ("a", None, 0, None)),
    "one that failed keeps them too and is counted": (
        replace(LATER, worked=False, status=404, complaint="404"),
        ("a", None, 1, "404"),
    ),
    "no answer at all": (replace(LATER, worked=False, status=None, complaint="slow"), ("a", None, 1, "slow")),
    "one that worked with a complaint": (replace(LATER, etag="b", complaint="bad XML"), ("b", None, 0, "bad XML")),
}


@pytest.mark.parametrize(("poll", "state"), POLLS.values(), ids=POLLS)
def test_a_poll(store: Store, poll, state):
    save_feeds(store, [WIRE], START)
    save_polls(store, [WORKED])
    save_polls(store, [poll])
    [found] = feed_states(store)
    assert (found.etag, found.last_modified, found.failures, found.complaint) == state
    assert (found.title, found.polled_at, found.last_status) == ("It", hours(1), poll.status)
    assert found.worked_at == (hours(1) if poll.worked else START)
    assert (due(store, 1.5), due(store, 2)) == ([], ["Wire"])


def test_the_log_keeps_what_is_new_and_not_every_poll(store: Store):
    save_feeds(store, [WIRE], START)
    quiet = replace(LATER, status=304)
    polls = [
        WORKED,
        replace(quiet, polled_at=hours(1)),
        replace(quiet, polled_at=hours(2), worked=False, complaint="slow"),
        replace(quiet, polled_at=hours(3), worked=False, complaint="slow"),
        replace(quiet, polled_at=hours(4)),
        replace(quiet, polled_at=hours(5)),
    ]
    for poll in polls:
        save_polls(store, [poll])
    logged = store.connection.execute("select polled_at, complaint from polls order by polled_at").fetchall()
    assert [complaint for _, complaint in logged] == [None, "slow", None]


def test_polls_alone_are_no_news(store: Store):
    store.wrote = store.touched = False
    save_feeds(store, [WIRE], START)
    save_polls(store, [replace(LATER, status=304)])
    assert store.touched
    assert not store.wrote
