"""`dealdrift replay`: documents through the whole pipeline, without a network, and twice without a difference."""

import json
from itertools import islice
from pathlib import Path

import pytest

from flows import replay
from storage.database import opened
from tests.flows.desk import FILLER, story
from tests.flows.reports import ELSEWHERE, OTHER, REPORTS, document, written

TABLES = ("articles", "versions", "story_members", "facts", "deals", "deal_links", "changes", "runs", "problems")

CHANGE = "id deal_key attribute kind relation alert severity from to detected_at explanation"
SIDE = "article_id value low high unit qualifier date_start date_end status quote url outlet reported_at"


def counts(database: Path) -> dict[str, int]:
    with opened(database) as store:
        return {
            table: store.connection.execute(f"select count(*) from {table}").fetchall()[0][0]
            for table in (*TABLES, "deliveries")
        }


def ids(database: Path) -> dict[str, set[str]]:
    with opened(database) as store:
        return {
            table: {row[0] for row in store.connection.execute(f"select {column} from {table}").fetchall()}
            for table, column in (("facts", "fact_id"), ("deals", "deal_id"), ("changes", "change_id"))
        }


def test_a_second_replay_writes_nothing(call, tmp_path):
    file = written(tmp_path / "news.jsonl", REPORTS)
    assert call("replay", file, "--database", "news.duckdb")[0] == 0
    before = counts(tmp_path / "news.duckdb")
    assert before["versions"] == len(REPORTS)
    assert before["articles"] == len(REPORTS) - 1
    assert (before["changes"] > 0, before["deliveries"], before["runs"]) == (True, 0, 1)
    code, out, _ = call("replay", file, "--database", "news.duckdb", "--json")
    assert (code, set(json.loads(out[0]).values())) == (0, {0})
    assert counts(tmp_path / "news.duckdb") == before


def test_one_batch_gives_what_one_by_one_gives(call, tmp_path, monkeypatch):
    file = written(tmp_path / "news.jsonl", REPORTS)
    call("replay", file, "--database", "at_once.duckdb")
    monkeypatch.setattr(replay, "batched", lambda lines: ([line] for line in lines))
    call("replay", file, "--database", "one_by_one.duckdb")
    assert ids(tmp_path / "at_once.duckdb") == ids(tmp_path / "one_by_one.duckdb")
    assert all(ids(tmp_path / "at_once.duckdb").values())


CONTEST = [
    document("b1", f"Norvane Energy agreed to buy Vireo Oil for $9.2 billion, they said. {ELSEWHERE}", "2025-09-22"),
    document("b2", f"Vireo Oil has agreed to be acquired for $9.9 billion, it was said. {OTHER}", "2025-09-22"),
    document("b3", f"Castor Mining launched a hostile bid to buy Vireo Oil for $10.8 billion. {FILLER}", "2025-09-23"),
    document("b4", f"Castor Mining raised its bid for Vireo Oil to $11.5 billion. {ELSEWHERE}", "2025-10-02"),
]


@pytest.mark.parametrize("size", [1, 3, 7])
def test_parts_give_the_same_deals_links_stories_and_changes_as_the_whole(call, tmp_path, monkeypatch, size):
    file = written(tmp_path / "news.jsonl", [*CONTEST, *REPORTS])
    call("replay", file, "--database", "whole.duckdb")
    monkeypatch.setattr(replay, "batched", lambda lines: iter(lambda: list(islice(lines, size)), []))
    call("replay", file, "--database", "parts.duckdb")
    whole, parts = (told(tmp_path / f"{name}.duckdb") for name in ("whole", "parts"))
    assert parts == whole
    assert all(whole.values())


def told(database: Path) -> dict[str, set[object]]:
    """What may not depend on how a run is cut."""
    questions = {
        "deals": "select deal_id, name from deals",
        "links": "select version_id, deal_id, reason from deal_links where unlinked_at is null",
        "stories": "select version_id, story_id, role from story_members where until is null",
        "changes": "select change_id, deal_id, kind, severity, rule from changes_readable",
    }
    with opened(database) as store:
        return {name: set(store.connection.execute(asked).fetchall()) for name, asked in questions.items()}


def test_two_documents_with_one_address_are_two_versions_under_their_own_ids(call, tmp_path):
    file = written(tmp_path / "news.jsonl", REPORTS)
    call("replay", file, "--database", "news.duckdb")
    _, out, err = call("changes", "--database", "news.duckdb", "--json")
    [edit] = [row for row in map(json.loads, out) if row["kind"] == "edited"]
    assert (edit["from"]["article_id"], edit["to"]["article_id"]) == ("first", "edited")
    assert (edit["from"]["value"], edit["to"]["value"]) == (100e9, 90e9)
    assert "old" in err[0]  # the age of the snapshot is talk
    assert set(edit) >= set(CHANGE.split())
    assert set(edit["to"]) >= set(SIDE.split())


def test_an_article_that_returns_to_its_first_text_says_so_and_stands_by_it(call, tmp_path):
    there = {"url": "http://press.example/first"}
    turns = [document(name, story(f"${value} billion"), **there) for name, value in (("1", 90), ("2", 30), ("3", 90))]
    for _ in range(2):
        call("replay", written(tmp_path / "news.jsonl", turns), "--database", "news.duckdb")
        rows = [json.loads(line) for line in call("changes", "--database", "news.duckdb", "--json")[1]]
        assert [row["kind"] for row in rows] == ["edited", "edited"]
        assert "back to what it said" in rows[1]["explanation"]
        question = "select old_quote, new_quote from article_edits where attribute = 'deal_value' order by all"
        edits = [json.loads(line) for line in call("sql", question, "--database", "news.duckdb", "--json")[1]]
        assert [list(edit.values()) for edit in edits] == [
            ["$30 billion", "$90 billion"],
            ["$90 billion", "$30 billion"],
        ]


def test_a_text_of_which_half_is_missing_has_lost_nothing(call, tmp_path):
    there, more = {"url": "http://press.example/first"}, " ".join(f"Sentence {n} says nothing." for n in range(40))
    long, short = f"{story('$90 billion', more='The stake is 27%.')} {more}", story("$90 billion", more="")
    turns = [document("1", long, **there), document("2", short, **there)]
    call("replay", written(tmp_path / "news.jsonl", turns), "--database", "news.duckdb")
    assert call("changes", "--database", "news.duckdb", "--json")[1] == []


def test_deals_and_stories_are_printed_by_the_contract(call, tmp_path):
    call("replay", written(tmp_path / "news.jsonl", REPORTS), "--database", "news.duckdb")
    deals = [json.loads(line) for line in call("deals", "--database", "news.duckdb", "--json")[1]]
    assert all(set(row) == {"deal_key", "name", "kind", "parties", "status", "article_ids"} for row in deals)
    assert [set(row["article_ids"]) for row in deals if "later" in row["article_ids"]] == [
        {"first", "copy", "edited", "later", "again"}
    ]
    stories = [json.loads(line) for line in call("stories", "--database", "news.duckdb", "--json")[1]]
    assert all(set(row) == {"story_id", "members"} for row in stories)
    assert all({"article_id", "score", "role"} <= set(member) for row in stories for member in row["members"])
    together = [{member["article_id"] for member in row["members"]} for row in stories]
    assert {"first", "copy", "edited"} in together
    assert sum(map(len, together)) == len(REPORTS)


def test_without_an_address_the_id_is_the_identity(call, tmp_path):
    texts = [
        document("one", story(), url=None),
        document("two", story(), url=None),
        document("one", story("$9 billion"), url=None),
    ]
    call("replay", written(tmp_path / "news.jsonl", texts), "--database", "news.duckdb")
    assert (counts(tmp_path / "news.duckdb")["articles"], counts(tmp_path / "news.duckdb")["versions"]) == (2, 3)


ODD = {
    "half a character": "\ud800",
    "a zero byte": "\0",
    "SQL": "'); drop table facts; --",
    "a JSON escape": '\\u0000 \\" \\',
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_odd_words_anywhere_are_kept_and_stop_nobody(call, tmp_path, odd):
    hostile = {"id": "odd", "url": f"http://press.example/{odd}", "outlet": odd, "published": None, "title": odd}
    texts = [{**hostile, "text": f"{story()} {odd}"}, document("good", story("$30 billion", "Pfizer", "Metsera"))]
    code, _, err = call("replay", written(tmp_path / "news.jsonl", texts), "--database", "news.duckdb")
    assert code == 0, err
    assert counts(tmp_path / "news.duckdb")["versions"] == 2
    assert call("facts", "--database", "news.duckdb")[0] == 0


def test_a_bad_line_is_told_and_the_rest_goes_on(call, tmp_path):
    file = written(tmp_path / "news.jsonl", [REPORTS[0], "{", {"id": "no body"}, REPORTS[3]])
    code, _, err = call("replay", file, "--database", "news.duckdb")
    assert code == 1
    assert [line.partition(": ")[0].rpartition("/")[2] for line in err[:2]] == [
        "news.jsonl, line 2",
        "news.jsonl, line 3",
    ]
    assert counts(tmp_path / "news.duckdb")["versions"] == 2


def test_a_file_that_is_not_there_leaves_no_database(call, tmp_path):
    code, _, err = call("replay", "missing.jsonl", "--database", "news.duckdb")
    assert (code, len(err)) == (1, 1)
    assert not (tmp_path / "news.duckdb").exists()
