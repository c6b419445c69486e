"""What a person says of deals holds: in later passes, after replays, and when the texts are read again."""

import json
from functools import partial

import pytest

from flows.settings import WebhookSettings
from tests.flows.desk import FILLER, Desk, story
from tests.flows.reports import ELSEWHERE, OTHER, document, written

DOCUMENTS = [
    document("n1", story("$100 billion"), "2025-09-22"),
    document("n2", story("$30 billion", more=ELSEWHERE), "2026-02-20"),
    document("p1", story("$5 billion", "Pfizer", "Metsera", OTHER), "2025-09-22"),
    document("p2", story("$9 billion", "Pfizer", "Metsera", ELSEWHERE), "2025-11-07"),
    document("p3", story("$7 billion", "Pfizer", "Metsera", FILLER * 2), "2025-12-20"),
]
MORE = [
    document("n3", story("$40 billion", more=OTHER), "2026-02-27"),
    document("p4", story("$8 billion", "Pfizer", "Metsera", OTHER * 2), "2026-01-07"),
]
LINKS = """
select document_id, deal_id, reason
from deal_links join versions using (version_id) where unlinked_at is null order by all
"""


@pytest.fixture
def desk_of(call, tmp_path):
    """A database of two deals, and the commands on it."""
    call("replay", written(tmp_path / "news.jsonl", DOCUMENTS), "--database", "news.duckdb")

    def say(*words):
        return call(*words, "--database", "news.duckdb")

    return say


def rows(say, *words):
    return [json.loads(line) for line in say(*words, "--json")[1]]


def deals(say):
    return {tuple(sorted(row["article_ids"])): row["deal_key"] for row in rows(say, "deals")}


def kept(say):
    return rows(say, "sql", LINKS)


def test_a_merge_holds_for_what_comes_later_and_for_a_second_replay(desk_of, tmp_path):
    before = deals(desk_of)
    code, out, err = desk_of("deals", "merge", "Pfizer", "Nvidia", "--note", "a test")
    assert (code, out, len(err)) == (0, [], 1)
    assert "3 articles" in err[0]
    key = before[("n1", "n2")]
    assert deals(desk_of) == {("n1", "n2", "p1", "p2", "p3"): key}
    for _ in range(2):
        desk_of("replay", written(tmp_path / "more.jsonl", [*DOCUMENTS, *MORE]))
        assert deals(desk_of) == {("n1", "n2", "n3", "p1", "p2", "p3", "p4"): key}
    reasons = {row["document_id"]: row["reason"] for row in kept(desk_of)}
    assert reasons["p1"].startswith("as said by a person on ")
    assert "; one deal as said by a person on " in reasons["p4"]
    assert "person" not in reasons["n3"]
    desk_of("reread", "--accept")
    assert deals(desk_of) == {("n1", "n2", "n3", "p1", "p2", "p3", "p4"): key}


def test_a_merge_is_undone_by_a_split_and_gives_the_key_back(desk_of, tmp_path):
    before, changes = deals(desk_of), rows(desk_of, "changes")
    desk_of("deals", "merge", "Pfizer", "Nvidia")
    assert len(rows(desk_of, "changes")) > len(changes)  # between the two
    desk_of("deals", "split", before["n1", "n2"], "p1", "p2", "p3")
    assert deals(desk_of) == before
    assert {row["id"] for row in rows(desk_of, "changes")} == {row["id"] for row in changes}
    desk_of("replay", written(tmp_path / "more.jsonl", MORE))
    assert deals(desk_of) == {(*one, "n3" if "n1" in one else "p4"): key for one, key in before.items()}


def test_a_split_keeps_articles_apart_and_what_was_told_between_them_goes(desk_of, tmp_path):
    before = deals(desk_of)
    told = {(row["from"]["article_id"], row["to"]["article_id"]) for row in rows(desk_of, "changes", "Pfizer")}
    assert ("p1", "p2") in told
    assert desk_of("deals", "split", before["p1", "p2", "p3"], "p2")[0] == 0
    apart = deals(desk_of)
    assert apart["p1", "p3"] == before["p1", "p2", "p3"]
    assert ("p2",) in apart
    pairs = {(row["from"]["article_id"], row["to"]["article_id"]) for row in rows(desk_of, "changes", "Pfizer")}
    assert pairs == {("p1", "p3")}  # in place of the one from p2
    there = document("edited", story("$10 billion", "Pfizer", "Metsera", ELSEWHERE), url="http://press.example/p2")
    desk_of("replay", written(tmp_path / "more.jsonl", [there]))
    assert deals(desk_of)[("edited", "p2")] == apart[("p2",)]
    assert desk_of("deals", "merge", apart[("p2",)], before["p1", "p2", "p3"])[0] == 0
    assert deals(desk_of)["edited", "p1", "p2", "p3"] == before["p1", "p2", "p3"]


def test_a_name_stays_though_the_deal_learns_and_goes_when_it_is_taken_back(desk_of, tmp_path):
    assert desk_of("deals", "name", "Nvidia", "  The big   one ")[0] == 0
    desk_of("replay", written(tmp_path / "more.jsonl", MORE))
    names = {row["deal_key"]: row["name"] for row in rows(desk_of, "deals")}
    assert "The big one" in names.values()
    desk_of("deals", "name", "big one", "")
    assert "Nvidia's investment in OpenAI" in {row["name"] for row in rows(desk_of, "deals")}
    assert [word["word"] for word in rows(desk_of, "deals", "words")] == ["name", "name"]


def test_what_was_known_is_known_as_of_its_time(desk_of):
    then = rows(desk_of, "sql", "select now() as now")[0]["now"]
    before = rows(desk_of, "changes"), rows(desk_of, "facts")
    desk_of("deals", "split", "Metsera", "p2")
    assert rows(desk_of, "changes") != before[0]
    assert (rows(desk_of, "changes", "--as-of", then), rows(desk_of, "facts", "--as-of", then)) == before
    assert rows(desk_of, "facts", "--as-of", "2020-01") == []


WRONG = {
    "an unknown key": (["merge", "deal_x", "Nvidia"], 1, "'deal_x': no deal has a key or a name with that"),
    "a beginning of two keys": (["name", "deal_", "X"], 1, "'deal_' fits 2 deals: "),
    "a name of two deals": (["name", "investment", "X"], 1, "'investment' fits 2 deals: "),
    "an empty key": (["name", "", "X"], 1, "'': no deal has a key"),
    "a deal and itself": (["merge", "Nvidia", "OpenAI"], 1, "are one deal already"),
    "an unknown article": (["split", "Metsera", "n1"], 1, "it has p1, p2, p3"),
    "a beginning of all articles": (["split", "Metsera", "p"], 1, "'p' fits 3 articles"),
    "all articles": (["split", "Metsera", "p1", "p2", "p3"], 1, "these are all articles"),
    "a long name": (["name", "Metsera", "x" * 300], 1, "a name has 200 characters at most, this one 300"),
    "no article": (["split", "Metsera"], 2, "ARTICLE_ID"),
    "no such action": (["join", "Metsera"], 2, "invalid choice"),
}


@pytest.mark.parametrize(("words", "code", "says"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_done_is_said_in_a_line_and_nothing_is_kept(desk_of, words, code, says):
    before = kept(desk_of)
    ended, out, err = desk_of("deals", *words)
    assert (ended, out) == (code, [])
    assert says in err[-1]
    assert code == 2 or len(err) == 1
    assert (kept(desk_of), rows(desk_of, "deals", "words")) == (before, [])


def test_a_merged_key_says_where_it_went(desk_of):
    before = deals(desk_of)
    desk_of("deals", "merge", "Metsera", "Nvidia")
    _, _, err = desk_of("deals", "name", before["p1", "p2", "p3"], "X")
    assert f"it is part of Nvidia's investment in OpenAI ({before['n1', 'n2']}) now" in err[0]


def test_without_a_database_it_says_so_and_makes_none(call, tmp_path):
    code, _, err = call("deals", "merge", "a", "b", "--database", "none.duckdb")
    assert (code, len(err), (tmp_path / "none.duckdb").exists()) == (1, 1, False)


def test_a_webhook_that_asked_for_a_merged_deal_hears_of_the_other(desk: Desk, call):
    desk.publish("/a", story("$100 billion"))
    desk.publish("/b", story("$5 billion", "Pfizer", "Metsera", OTHER))
    desk.name("/a", "/b")
    desk.poll()
    [(metsera,)] = desk.rows("select deal_id from deals where name like '%Metsera%'")
    call("deals", "merge", "Metsera", "OpenAI", "--database", desk.config.database)
    desk.hooks = [WebhookSettings(url=desk.server.url("/hook"), name="desk", deals=(metsera,))]
    desk.publish("/a", story("$30 billion"))
    desk.visit(75)
    desk.visit(78)
    assert desk.rows("select count(*) > 0 from deliveries") == [(True,)]


def test_a_word_holds_in_the_next_pass_over_the_feeds(desk: Desk, call):
    desk.publish("/a", story("$100 billion"))
    desk.publish("/b", story("$5 billion", "Pfizer", "Metsera", OTHER))
    desk.name("/a", "/b")
    desk.poll()
    say = partial(call, "deals", "--database", desk.config.database)
    call("deals", "merge", "Metsera", "OpenAI", "--database", desk.config.database)
    desk.publish("/c", story("$9 billion", "Pfizer", "Metsera", ELSEWHERE))
    desk.publish("/b", story("$6 billion", "Pfizer", "Metsera", OTHER))
    desk.name("/a", "/b", "/c")
    desk.poll(60)
    desk.visit(80)
    desk.visit(83)
    assert [len(json.loads(line)["article_ids"]) for line in say("--json")[1]] == [3]
    assert "edited" in desk.kinds()
