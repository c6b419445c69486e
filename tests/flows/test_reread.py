"""`dealdrift reread`: another extractor is compared, taken over when asked to, and never told as news."""

import json
from dataclasses import replace

import pytest

from extractors.models import EXTRACTOR_VERSION, Report
from flows import reading, rereading
from storage import facts as stored_facts
from tests.flows.desk import story
from tests.flows.reports import ELSEWHERE, document, written

DOCUMENTS = [
    document("first", story()),
    document("later", f"Nvidia will invest $30 billion in OpenAI under a signed agreement. {ELSEWHERE}", "2026-02-20"),
    document("other", story("$5 billion", "Pfizer", "Metsera")),
    document("nothing", "The weather of the week was mild in the north of the country, and the harvest is in."),
]
PAIRS = (("Nvidia", "OpenAI"), ("Pfizer", "Metsera"))
QUOTES = """
select document_id || ' ' || attribute || ' ' || quote as words
from deal_facts join versions using (version_id) order by all
"""
real = reading.read_report


def older(title, text, published, watched=()):
    """An extractor that takes every hedge for none, sees no date, and reads nothing in the report on Metsera."""
    report = real(title, text, published, watched)
    if "Metsera" in text:
        return Report(about_deal=False)
    claims = [claim for claim in report.claims if claim.attribute == "deal_value"]
    bare = [replace(claim, reading=replace(claim.reading, qualifier="exact")) for claim in claims]
    return replace(report, claims=tuple(bare))


@pytest.fixture
def read_by_older(call, tmp_path, monkeypatch):
    """A database that an older extractor has read."""
    with monkeypatch.context() as patch:
        patch.setattr(reading, "read_report", older)
        patch.setattr(stored_facts, "EXTRACTOR_VERSION", "0")
        call("replay", written(tmp_path / "news.jsonl", DOCUMENTS), "--database", "news.duckdb")
    return tmp_path / "news.duckdb"


def rows(call, *arguments):
    code, out, err = call(*arguments, "--database", "news.duckdb", "--json")
    return code, [json.loads(line) for line in out], err


def test_the_same_extractor_finds_nothing(call, tmp_path):
    call("replay", written(tmp_path / "news.jsonl", DOCUMENTS), "--database", "news.duckdb")
    code, found, err = rows(call, "reread")
    assert (code, found) == (0, [])
    assert f"4 texts read again by rules {EXTRACTOR_VERSION}: all as they were" in err


def test_what_differs_is_listed_once_and_changes_nothing(call, read_by_older):
    before = rows(call, "facts")[1], rows(call, "changes")[1]
    _, found, err = rows(call, "reread")
    told = {(row["article_id"], row["attribute"], row["finding"]) for row in found}
    assert ("first", "deal_value", "differs") in told
    assert {("other", "report", "differs"), ("other", "deal_value", "added")} <= told
    assert not [each for each in told if each[2] == "gone" or each[0] in ("nothing",)]
    [hedge] = [row for row in found if (row["article_id"], row["attribute"]) == ("first", "deal_value")]
    assert hedge["old_says"].endswith("exact")
    assert hedge["new_says"].endswith("up_to")
    assert "dealdrift reread --accept" in err[-2] + err[-1]
    assert rows(call, "reread")[1] == found
    assert (rows(call, "facts")[1], rows(call, "changes")[1]) == before


def test_the_new_reading_is_taken_over_without_a_change(call, read_by_older, tmp_path):
    changes, then = rows(call, "changes")[1], rows(call, "sql", "select now() as now")[1][0]["now"]
    before = rows(call, "facts", "--as-of", then)[1]
    code, left, err = rows(call, "reread", "--accept")
    assert (code, left) == (0, [])
    assert "no change is told" in err[-2] + err[-1]
    assert rows(call, "changes")[1] == changes
    assert {row["name"] for row in rows(call, "deals")[1]} == {f"{a}'s investment in {b}" for a, b in PAIRS}
    assert [row["qualifier"] for row in rows(call, "facts", "Nvidia")[1] if row["attribute"] == "deal_value"] == [
        "up_to",
        "exact",
    ]
    assert rows(call, "facts", "--as-of", then)[1] == before  # what we knew then
    assert rows(call, "reread")[1] == []


def by_last(row):
    """Whether a change is told by the last report."""
    return row["to"] is not None and row["to"]["article_id"] == "last"


def test_after_it_all_is_as_if_it_had_been_read_so_at_first(call, read_by_older, tmp_path):
    rows(call, "reread", "--accept")
    more = [*DOCUMENTS, document("last", story("$40 billion"), "2026-02-24", outlet="The Last")]
    call("replay", written(tmp_path / "more.jsonl", more), "--database", "news.duckdb")
    call("replay", tmp_path / "more.jsonl", "--database", "fresh.duckdb")
    one, other = (call("sql", QUOTES, "--database", name, "--json")[1] for name in ("news.duckdb", "fresh.duckdb"))
    assert one == other
    told = [call("changes", "--database", name, "--json")[1] for name in ("news.duckdb", "fresh.duckdb")]
    last, fresh = ({row["id"] for row in map(json.loads, lines) if by_last(row)} for lines in told)
    assert last == fresh
    assert last


def test_a_word_on_an_article_holds_though_it_is_read_otherwise(call, read_by_older, monkeypatch):
    rows(call, "reread", "--accept")
    assert call("deals", "merge", "Metsera", "OpenAI", "--database", "news.duckdb")[0] == 0
    with monkeypatch.context() as patch:
        patch.setattr(reading, "read_report", older)
        rows(call, "reread", "--accept")
    rows(call, "reread", "--accept")
    [deal] = rows(call, "deals")[1]
    assert "other" in deal["article_ids"]


def test_a_text_that_cannot_be_read_again_stays_as_it_is(call, read_by_older, monkeypatch):
    def broken(version, watched):
        if version.document_id == "later":
            raise KeyError("a fault of ours")
        return reading.reread(version, watched)

    monkeypatch.setattr(rereading, "reread", broken)
    code, found, err = rows(call, "reread")
    assert code == 1
    assert "a fault of ours" in err[-1] + err[-2]
    assert "later" not in {row["article_id"] for row in found}


def test_without_a_database_it_says_so(call, tmp_path):
    code, out, err = call("reread", "--database", "none.duckdb")
    assert (code, out, len(err)) == (1, [], 1)
    assert not (tmp_path / "none.duckdb").exists()
