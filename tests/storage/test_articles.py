from dataclasses import replace

import pytest

from extractors.models import Moment, Source
from storage.articles import (
    Visit,
    articles_due,
    confirm_versions,
    drop_versions,
    known_articles,
    known_urls,
    latest_versions,
    pending_versions,
    save_articles,
    save_versions,
    save_visits,
    versions_of,
)
from storage.database import Store
from tests.storage.builders import article, hours, version

FIRST, SECOND = version("one", 0, "first"), version("one", 1, "second")
VERSIONS = {
    "a text": FIRST,
    "an undated text without address, outlet, title or language": version(
        "one", published=None, url=None, outlet=None, title=None, language=None
    ),
    "a month": version("one", published=Moment(hours(0), hours(700))),
    "a corrected text": version("one", notice="Correction: it was $10 billion.", source=Source.SUMMARY),
    "a text with quotes, dashes and an emoji": version("one", text="“€5m” – \U0001f680 \t\n' \" \\ {}[],"),
}


@pytest.mark.parametrize("kept", VERSIONS.values(), ids=VERSIONS)
def test_a_version_comes_back_as_it_was_kept(store: Store, kept):
    assert (save_versions(store, [kept]), save_versions(store, [kept])) == (1, 0)
    assert versions_of(store, [kept.version_id, "unknown"]) == [kept]


def test_a_text_is_never_changed(store: Store):
    save_versions(store, [FIRST])
    save_versions(store, [replace(FIRST, text="another")])
    assert versions_of(store, [FIRST.version_id]) == [FIRST]


def test_the_latest_version_is_the_last_confirmed_one(store: Store):
    waiting = replace(version("one", 2, "third"), confirmed=False)
    save_versions(store, [SECOND, FIRST, waiting])
    assert latest_versions(store, ["one", "two"]) == {"one": SECOND}
    assert pending_versions(store, ["one", "two"]) == {"one": waiting}


def test_of_two_texts_seen_at_once_the_one_kept_last_is_the_latest(store: Store):
    texts = [version("one", 0, f"text {number}") for number in range(20)]
    save_versions(store, texts[:19])
    assert latest_versions(store, ["one"]) == {"one": texts[18]}
    save_versions(store, texts[15:])
    assert latest_versions(store, ["one"]) == {"one": texts[19]}
    assert versions_of(store, [each.version_id for each in texts]) == texts


def test_a_changed_text_is_confirmed_or_dropped_by_the_second_read(store: Store):
    waiting = [replace(version(name, 2, "new"), confirmed=False) for name in ("one", "two")]
    save_versions(store, [FIRST, *waiting])
    assert confirm_versions(store, [waiting[0].version_id, FIRST.version_id]) == 1
    assert drop_versions(store, [each.version_id for each in (*waiting, FIRST)]) == 1
    assert latest_versions(store, ["one", "two"]) == {"one": replace(waiting[0], confirmed=True)}
    assert pending_versions(store, ["one", "two"]) == {}


def test_a_text_that_was_dropped_can_come_again_in_the_same_transaction(store: Store):
    waiting = replace(SECOND, confirmed=False)
    save_versions(store, [waiting])
    with store.transaction():
        drop_versions(store, [waiting.version_id])
        save_versions(store, [waiting])
    assert pending_versions(store, ["one"]) == {"one": waiting}


def test_an_article_is_known_after_the_first_sight_and_stays_as_it_is(store: Store):
    assert save_articles(store, [article("one", next_visit_at=hours(1))]) == 1
    assert save_articles(store, [article("one", title="another"), article("two", url=None)]) == 1
    assert known_articles(store, ["one", "two", "three"]) == {"one", "two"}
    assert known_urls(store, ["https://one.example/deal", "https://three.example/deal"]) == {"https://one.example/deal"}
    assert [(due.article_id, due.title) for due in articles_due(store, hours(1))] == [("one", None)]


DUE = {
    "one that is due": (article("it", next_visit_at=hours(1)), ["it"]),
    "one that is due later": (article("it", next_visit_at=hours(3)), []),
    "one that is never due": (article("it"), []),
    "one without an address": (article("it", next_visit_at=hours(1), url=None), []),
}


@pytest.mark.parametrize(("kept", "due"), DUE.values(), ids=DUE)
def test_articles_due(store: Store, kept, due):
    save_articles(store, [kept])
    assert [each.article_id for each in articles_due(store, hours(2))] == due


def test_the_longest_waiting_articles_come_first_and_no_more_than_asked_for(store: Store):
    save_articles(store, [article(str(number), next_visit_at=hours(-number)) for number in range(5)])
    assert [each.article_id for each in articles_due(store, hours(2), most=2)] == ["4", "3"]


def test_no_outlet_takes_the_visits_of_the_others(store: Store):
    mine = [article(f"a{number}", outlet="A", next_visit_at=hours(-5 - number)) for number in range(5)]
    nobody = {"outlet": None, "url": "https://news.example/x"}
    hosts = [article(f"h{number}", **nobody, next_visit_at=hours(-number)) for number in range(3)]
    save_articles(store, [*mine, *hosts, article("b", outlet="B", next_visit_at=hours(1))])
    assert [each.article_id for each in articles_due(store, hours(2), each=2)] == ["a4", "a3", "h2", "h1", "b"]


VISITS = {
    "a page that changed": (
        Visit("it", hours(2), hours(3), answered=True, fresh=True, etag="b", last_modified="m"),
        ("b", "m", 2, 0),
    ),
    "a page without validators": (Visit("it", hours(2), hours(3), answered=True, fresh=True), (None, None, 2, 0)),
    "an unchanged page keeps its validators": (
        Visit("it", hours(2), hours(3), answered=True),
        ("a", None, 2, 0),
    ),
    "no answer": (
        Visit("it", hours(2), hours(3), answered=False, complaint="slow"),
        ("a", None, 1, 1),
    ),
    "a page that is gone is not visited again": (Visit("it", hours(2), hours(3), answered=True, gone=True), None),
    "a visit that was the last": (Visit("it", hours(2), None, answered=True), None),
}


@pytest.mark.parametrize(("visit", "state"), VISITS.values(), ids=VISITS)
def test_a_visit(store: Store, visit, state):
    save_articles(store, [article("it")])
    save_visits(store, [Visit("it", hours(1), hours(2), answered=True, fresh=True, etag="a")])
    save_visits(store, [visit])
    found = [(due.etag, due.last_modified, due.visits, due.failures) for due in articles_due(store, hours(9))]
    assert found == ([state] if state else [])
