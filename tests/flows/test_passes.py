"""The passes, end to end: a press on loopback, a real database, and any time of day."""

import asyncio
from datetime import timedelta

import pytest

from extractors.models import DealdriftError
from flows import keeping, passes, recording
from storage.snapshot import opened_snapshot
from tests.flows.desk import DAY, FILLER, Desk, at, entry, html, page, rss, story
from tests.flows.servers import after, reply, reset

CHALLENGE = page("Checking your browser before you can read on. Please wait.", title="Just a moment...")
GERMAN = (
    "Der Chipkonzern will bis zu 100 Milliarden Dollar in das Unternehmen stecken, wie die beiden Firmen am Montag "
    "mitteilten. Das Geld soll in mehreren Schritten fließen, und der erste ist für die zweite Hälfte geplant."
)
SUMMARY = "Nvidia will invest up to $100 billion in OpenAI under an agreement that was announced on Monday."


def test_two_runs_write_nothing_new(desk: Desk):
    desk.publish("/a", story())
    desk.publish("/b", f"A report on the weather of the week in the north of the country. {FILLER}")
    desk.name("/a", "/b")
    first = desk.poll()
    assert (first.texts, first.deals, desk.problems()) == (2, 1, [])
    before = desk.counts()
    assert not desk.poll(30)
    assert desk.counts() == before
    assert not desk.visit(16)
    assert desk.counts() == before


def test_only_articles_with_facts_are_visited_again(desk: Desk):
    desk.publish("/a", story())
    desk.publish("/b", f"A report on the weather of the week in the north of the country. {FILLER}")
    desk.name("/a", "/b")
    desk.poll()
    assert [article.url for article in desk.due(15)] == [desk.server.url("/a")]
    assert desk.due(14) == []


def test_an_edit_counts_once_a_second_read_agrees(desk: Desk):
    desk.publish("/a", story(), ETag='"1"')
    desk.name("/a")
    desk.poll()
    desk.publish("/a", story("up to $30 billion"), ETag='"2"')
    assert not desk.visit(15)
    assert desk.kinds() == []
    assert desk.visit(17).changes == 1
    assert desk.kinds() == ["edited"]
    assert not desk.visit(60)
    assert not desk.poll(61)
    # the validators of the page as last read were sent along
    assert [asked.headers.get("if-none-match") for asked in desk.server.asked if asked.path == "/a"] == [
        None,
        '"1"',
        '"2"',
        '"2"',
    ]


def test_an_edit_is_reported_when_it_was_seen_and_its_days_are_read_from_the_first_day_of_the_article(desk: Desk):
    first = f"{story()} The first phase starts next year."
    desk.publish("/a", first)
    desk.server.routes["/feed"] = rss([entry(desk.server.url("/a"), at=DAY - timedelta(days=2))])
    desk.poll()
    desk.server.routes["/a"] = html(
        page(
            f"{story('up to $30 billion')} The first phase starts next year.",
            head='<meta property="article:published_time" content="2024-01-05T10:00:00Z">',  # a page may lie later on
        )
    )
    desk.visit(15)
    desk.visit(17)
    asked = (
        "select attribute, amount, reported_from, date_start from facts where attribute in ('deal_value', 'start_date')"
    )
    facts = {(attribute, amount): (when, day) for attribute, amount, when, day in desk.rows(asked)}
    assert facts["deal_value", "$100 billion"][0] == DAY - timedelta(days=2)
    assert facts["deal_value", "$30 billion"][0] == at(15)
    published = desk.rows("select distinct published_from from versions")
    assert published == [(DAY - timedelta(days=2),)]
    assert {day.year for (attribute, _), (_, day) in facts.items() if attribute == "start_date"} <= {2026}


def test_a_text_that_flickers_is_dropped(desk: Desk):
    desk.publish("/a", story())
    desk.name("/a")
    desk.poll()
    desk.publish("/a", story("up to $30 billion"))
    desk.visit(15)
    desk.publish("/a", story())
    desk.visit(17)
    assert desk.kinds() == []
    assert desk.rows("select count(*) from versions") == [(1,)]


def test_a_page_that_never_reads_the_same_twice_is_left_to_its_regular_visits(desk: Desk):
    desk.publish("/a", story())
    desk.name("/a")
    desk.poll()
    for part, minutes in (("one", 15), ("two", 17)):
        desk.publish("/a", f"{story()} Also read: the storm of the week, part {part}.")
        desk.visit(minutes)
    assert desk.due(59) == []
    assert len(desk.due(60)) == 1


def test_a_text_that_goes_to_and_fro_is_told_once_each_way_and_stands_as_it_was_read_last(desk: Desk):
    desk.publish("/a", story())
    desk.name("/a")
    desk.poll()
    desk.publish("/a", story("up to $30 billion"))
    desk.visit(15)
    desk.visit(17)
    for number, (text, first) in enumerate([(story(), 60), (story("up to $30 billion"), 180), (story(), 480)]):
        desk.publish("/a", text)
        desk.visit(first)
        desk.visit(first + 2)
        assert desk.due(first + 4) == []
        assert desk.rows("select count(*) from versions where confirmed") == [(3 + number,)]
    rules = [rule for (rule,) in desk.rows("select rule from changes order by detected_at")]
    assert rules == ["edited", "back to what it was"]
    assert desk.rows("select reading from deal_facts where attribute = 'deal_value' and stands") == [
        ("100000000000 USD",)
    ]


GONE = {
    "404 then 410": ([reply(404), reply(410)], ["withdrawn"]),
    "gone, and then there again": ([reply(404), html(page(story())), reply(404)], []),
    "a fault, and then gone for once": ([reply(503), reply(404)], []),
    "a challenge page": ([html(CHALLENGE)] * 2, []),
    "an error page with status 200": ([html(page("Page not found. Try the search.", "Page not found"))] * 2, []),
    "sent to the front page": ([reply(302, location="/")] * 2, []),
    "hidden behind a wall": ([html(page(f"{story()[:90]} Subscribe to continue reading this article."))] * 2, []),
}


@pytest.mark.parametrize(("answers", "kinds"), GONE.values(), ids=GONE)
def test_what_becomes_of_an_article_whose_page_changed_into_something_else(desk: Desk, answers, kinds):
    desk.publish("/a", story())
    desk.server.routes["/"] = html(page(f"All the news of the day. {story('$5 billion', 'Nvidia', 'Intel')} {FILLER}"))
    desk.name("/a")
    desk.poll()
    for number, answer in enumerate(answers):
        desk.server.routes["/a"] = answer
        desk.visit(15 + 16 * number)
    assert desk.kinds() == kinds
    assert desk.rows("select count(*) from versions") == [(1,)]


def test_what_was_wrong_with_a_page_is_mended_when_it_can_be_read(desk: Desk):
    desk.server.routes["/a"] = html(CHALLENGE)
    desk.name("/a", words=SUMMARY)
    desk.poll()
    assert ["the feed's summary stands in" in each for each in desk.problems()] == [True]
    desk.publish("/a", f"{SUMMARY} {FILLER}")
    desk.visit(15)
    assert desk.problems() == []
    assert desk.kinds() == []  # the page after the feed's words is no edit
    assert desk.rows("select source from versions order by seen_at") == [("summary",), ("page",)]


STANDS_IN = {
    "a page that is not there": (reply(404), "404"),
    "a page that breaks off": (reset, "the feed's summary stands in"),
    "a page that is slow": (after(3, html(page(story()))), "the feed's summary stands in"),
    "a page without text": (html(page("")), "the feed's summary stands in"),
    "a PDF": (reply(body=b"%PDF-1.7", content_type="application/pdf"), "PDF"),
    "a front page": (reply(301, location="/"), "a front page"),
}


@pytest.mark.parametrize(("answer", "said"), STANDS_IN.values(), ids=STANDS_IN)
def test_the_feed_stands_in_for_what_cannot_be_read(desk: Desk, answer, said):
    desk.server.routes |= {"/a": answer, "/": html(page(FILLER))}
    desk.name("/a", words=SUMMARY)
    assert desk.poll().facts > 0
    [problem] = desk.problems()
    assert said in problem
    assert "the feed's summary stands in" in problem
    assert len(desk.due(15)) == 1


def test_the_etag_of_a_challenge_page_is_not_kept(desk: Desk):
    desk.server.routes["/a"] = html(CHALLENGE, ETag='"challenge"')
    desk.name("/a", words=SUMMARY)
    desk.poll()
    assert [article.etag for article in desk.due(15)] == [None]


ENTRIES = {
    "without a link": (entry(None, words=SUMMARY), 1, "links to no page; the feed's summary stands in"),
    "without a link and without words": (entry(None), 0, "links to no page; the feed has no text of it either"),
    "with nothing at all": ("<item></item>", 0, "links to no page"),
    "with a link that is none": (entry("javascript:alert(1)", words=SUMMARY), 1, "links to no page"),
}


@pytest.mark.parametrize(("item", "texts", "said"), ENTRIES.values(), ids=ENTRIES)
def test_an_entry_without_a_link(desk: Desk, item, texts, said):
    desk.server.routes["/feed"] = rss([item])
    assert desk.poll().texts == texts
    assert [said in each for each in desk.problems()] == [True]
    assert not desk.poll(30)
    assert desk.due(10_000) == []


def test_an_entry_without_date_and_title_is_read_from_its_page(desk: Desk):
    desk.publish("/a", story())
    desk.server.routes["/feed"] = rss([entry(desk.server.url("/a"), title=None, at=None)])
    assert desk.poll().facts > 0
    assert desk.rows("select distinct dated, reported_from from facts") == [(False, DAY)]
    assert desk.rows("select title from versions") == [("A report",)]


def test_a_date_in_the_future_is_not_believed(desk: Desk):
    desk.publish("/a", story())
    desk.server.routes["/feed"] = rss([entry(desk.server.url("/a"), at=DAY + timedelta(days=400))])
    desk.poll()
    assert desk.rows("select distinct dated, reported_from from facts") == [(False, DAY)]


def test_news_that_is_not_in_english_is_skipped_for_good_and_the_reason_kept(desk: Desk):
    desk.publish("/a", GERMAN)
    desk.name("/a")
    assert not desk.poll()
    assert ["not in English" in each for each in desk.problems()] == [True]
    assert desk.due(10_000) == []


def test_a_page_that_names_a_wrong_encoding_is_read_right(desk: Desk):
    body = page(story("€5 billion")).decode().encode("cp1252")
    desk.server.routes["/a"] = reply(body=body, content_type="text/html; charset=utf-8")
    desk.name("/a")
    desk.poll()
    assert desk.rows("select unit from facts where attribute = 'deal_value'") == [("EUR",)]


FEEDS = {
    "HTML": (html(page(FILLER)), "HTML page, not a feed"),
    "404": (reply(404), "404"),
    "a slow one": (after(3, rss([])), "1 s"),
    "one that breaks off": (reset, ""),
}


@pytest.mark.parametrize(("answer", "said"), FEEDS.values(), ids=FEEDS)
def test_a_bad_feed_gets_one_line_and_the_rest_goes_on(desk: Desk, answer, said):
    desk.feeds = ("/bad", "/feed")
    desk.server.routes["/bad"] = answer
    desk.publish("/a", story())
    desk.name("/a")
    assert desk.poll().texts == 1
    assert [said in each for each in desk.problems()] == [True]
    with opened_snapshot(desk.config.database) as store:  # and people can see it
        assert store.connection.execute("select failures from feeds order by name").fetchall() == [(1,), (0,)]
    desk.name(feed="/bad")
    desk.poll(30)
    assert desk.problems() == []


def test_a_bad_feed_shows_even_where_nothing_was_ever_stored(desk: Desk):
    desk.poll()
    with opened_snapshot(desk.config.database) as store:
        assert store.connection.execute("select failures from feeds").fetchall() == [(1,)]


def test_the_oldest_reports_of_a_feed_come_first(desk: Desk):
    later = "Regulators in Washington, Brussels and Beijing have yet to have their say, people close to them said."
    desk.publish("/new", f"Nvidia will invest $30 billion in OpenAI under a signed agreement. {later} {later}")
    desk.publish("/old", story("$100 billion"))
    desk.server.routes["/feed"] = rss(
        [entry(desk.server.url("/new"), at=DAY), entry(desk.server.url("/old"), at=DAY - timedelta(days=9))]
    )
    desk.poll()
    assert desk.kinds() == ["revised"]
    amounts = desk.rows("select amount from facts where attribute = 'deal_value' order by arrival")
    assert amounts == [("$100 billion",), ("$30 billion",)]


def test_one_article_that_cannot_be_stored_does_not_stop_the_others(desk: Desk, monkeypatch):
    for name in "abcde":
        desk.publish(f"/{name}", story(buyer=f"{name.upper()}corp", target="OpenAI"))
    desk.name(*(f"/{name}" for name in "abcde"))
    real = recording.facts_of

    def facts_of(version, *rest, **more):
        if version.url.endswith("/c"):
            raise KeyError("a fault of ours")
        return real(version, *rest, **more)

    monkeypatch.setattr(recording, "facts_of", facts_of)
    assert desk.poll().texts == 4
    assert desk.problems() == ["could not be stored, by a fault in dealdrift (KeyError: 'a fault of ours')"]
    monkeypatch.undo()
    desk.visit(15)  # it is tried again
    assert desk.rows("select count(distinct article_id) from facts") == [(5,)]
    assert desk.problems() == []


def test_a_pass_broken_off_between_fetch_and_store_loses_nothing(desk: Desk, monkeypatch):
    desk.publish("/a", story())
    desk.server.routes["/feed"] = rss([entry(desk.server.url("/a"))], ETag='"1"')

    def broken(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(passes, "keep_leads", broken)
    with pytest.raises(KeyboardInterrupt):
        desk.poll()
    monkeypatch.undo()
    assert desk.counts()["articles"] == 0
    assert desk.poll(1).texts == 1
    assert [asked.headers.get("if-none-match") for asked in desk.server.asked if asked.path == "/feed"] == [None, None]


def test_polls_are_not_stored_before_all_their_articles_are(desk: Desk, monkeypatch):
    for name in "abc":
        desk.publish(f"/{name}", story(buyer=f"{name.upper()}corp"))
    names = [entry(desk.server.url(f"/{name}")) for name in "abc"]
    desk.server.routes["/feed"] = rss(names, ETag='"1"')
    monkeypatch.setattr(passes, "ROUND", 1)
    rounds = iter([keeping.keep_leads, keeping.keep_leads])
    monkeypatch.setattr(passes, "keep_leads", lambda *given: next(rounds)(*given))
    with pytest.raises(StopIteration):
        desk.poll()
    assert desk.counts()["articles"] == 2
    monkeypatch.undo()
    assert desk.poll(1).texts == 1
    assert desk.server.asked[-1].headers.get("if-none-match") is None
    desk.poll(2)
    assert [a.headers.get("if-none-match") for a in desk.server.asked if a.path == "/feed"] == [None, None, '"1"']


def test_two_passes_at_once_store_an_article_once(desk: Desk, monkeypatch):
    desk.publish("/a", story())
    desk.name("/a")
    real = passes.keep_leads

    def another_was_first(*given):
        monkeypatch.undo()
        desk.publish("/a", story("up to $30 billion"))
        desk.poll()
        return real(*given)

    monkeypatch.setattr(passes, "keep_leads", another_was_first)
    assert not desk.poll()
    assert desk.kinds() == []
    assert desk.counts()["versions"] == 1


def test_what_another_extractor_reads_is_told_to_nobody(desk: Desk):
    desk.publish("/a", story())
    desk.name("/a")
    desk.poll()
    desk.rows("update versions set extractor = 'trafilatura 1'")
    desk.publish("/a", story("up to $90 billion"))
    assert desk.visit(15).texts == 1
    assert desk.kinds() == []
    desk.publish("/a", story("up to $30 billion"))
    desk.visit(60)
    desk.visit(62)
    assert desk.kinds() == ["edited"]


def test_a_database_of_another_program_is_one_clear_line(desk: Desk):
    desk.config.database.write_bytes(b"SQLite format 3\0" + bytes(100))
    with pytest.raises(DealdriftError, match="not a DuckDB database"):
        desk.poll()


def test_pages_are_fetched_side_by_side_and_the_network_is_used_without_the_database(desk: Desk):
    async def route(_, writer):
        await asyncio.to_thread(desk.rows, "select 1")  # would wait for the pass, if that held it
        writer.write(html(page(story())))

    desk.server.routes["/a"] = route
    desk.name("/a")
    assert desk.poll().texts == 1
