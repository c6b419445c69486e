"""`dealdrift sql`: one question to the snapshot, and no way to anything else."""

import csv
import json
from pathlib import Path

import pytest

from flows.cli import main
from tests.flows.reports import REPORTS, written

COUNT = "select count(*) as versions from versions"


@pytest.fixture(scope="module")
def news(tmp_path_factory) -> Path:
    """A database with a few reports in it."""
    folder = tmp_path_factory.mktemp("news")
    main(["replay", str(written(folder / "news.jsonl", REPORTS)), "--database", str(folder / "news.duckdb")])
    return folder / "news.duckdb"


@pytest.fixture
def ask(call, news):
    """The command on that database, called in a folder of its own."""
    return lambda *arguments: call("sql", *arguments, "--database", news)


def test_an_answer_is_a_table_or_lines_of_json(ask):
    code, out, err = ask(COUNT)
    assert code == 0
    assert out[1].split() == ["versions"]
    assert str(len(REPORTS)) in "\n".join(out)
    assert "1 rows" in err[-1]
    _, out, _ = ask("select article_id, published_from, 1.50::decimal(9, 2) as amount from versions limit 1", "--json")
    assert json.loads(out[0])["amount"] == 1.5


NAN = "'nan'::double"
AS_JSON = {
    "no number": (f"select {NAN} as n, '-inf'::double as i", {"n": None, "i": None}),
    "no number deep inside": (f"select [1.5, {NAN}] as l, {{'x': {NAN}}} as s", {"l": [1.5, None], "s": {"x": None}}),
    "two columns of one name": ("select 1 as a, 2 as a, 3 as a_1, 4 as a", {"a": 1, "a_2": 2, "a_1": 3, "a_3": 4}),
    "a map by days": ("select map {date '2025-09-22': 1} as m", {"m": {"2025-09-22": 1}}),
}


@pytest.mark.parametrize(("question", "row"), AS_JSON.values(), ids=AS_JSON)
def test_every_answer_is_valid_json_with_all_its_columns(ask, question, row):
    _, out, _ = ask(question, "--json")
    assert json.loads(out[0], parse_constant=pytest.fail) == row


def test_answers_are_written_as_csv_and_parquet(ask, tmp_path):
    question = "select document_id, text, published_from from versions order by all"
    assert ask(question, "--csv", "rows.csv")[0] == 0
    with (tmp_path / "rows.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(REPORTS)
    assert {row["document_id"] for row in rows} == {report["id"] for report in REPORTS}
    assert ask(question, "--parquet", "rows.parquet")[0] == 0
    written_there = (tmp_path / "rows.parquet").read_bytes()
    assert (written_there[:4], written_there[-4:]) == (b"PAR1", b"PAR1")


NAMES_ITSELF = "pragma database_list"  # answered: it says nothing that the caller did not say
HOSTILE = {
    "a deletion": "delete from facts",
    "two statements": "select 1; drop table facts",
    "a file to be read": "select * from read_text('/etc/hostname')",
    "a file to be read by its name": "select * from '/etc/passwd'",
    "a file to be written": "copy facts to 'stolen.csv'",
    "another database": "attach 'other.duckdb'",
    "an extension": "install httpfs",
    "a setting": "set memory_limit = '1TB'",
    "a pragma": NAMES_ITSELF,
    "a file in a folder": "select * from glob('/etc/*')",
    "nothing": "",
    "no SQL": "which deals are there?",
    "a table that is not there": "select * from secrets",
}


@pytest.mark.parametrize("question", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_question_to_the_snapshot_is_refused_in_one_line(ask, tmp_path, question):
    before = sorted(tmp_path.iterdir())
    code, out, err = ask(question)
    if question != NAMES_ITSELF:
        assert (code, out) == (1, [])
        assert err[-1].startswith("dealdrift: ")
    assert len(err) <= 2
    assert sorted(tmp_path.iterdir()) == before
    assert str(len(REPORTS)) in "\n".join(ask(COUNT)[1])


@pytest.mark.parametrize("option", ["--csv", "--parquet"])
def test_a_place_that_cannot_be_written_is_one_line(ask, option):
    code, out, err = ask(COUNT, option, "no/such/folder/rows")
    assert (code, out) == (1, [])
    assert "no/such/folder/rows" in err[-1]


def test_without_a_snapshot_it_says_what_makes_one(call):
    code, out, err = call("sql", "select 1")
    assert (code, out) == (1, [])
    assert "`dealdrift run --once` makes the first" in err[-1]
