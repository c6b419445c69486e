"""`dealdrift extract`: documents in, facts out, by the contract."""

import io
import json
import sys

import pytest

from tests.flows.desk import page, story
from tests.flows.reports import REPORTS, document, written

FACT = {
    "attribute",
    "value",
    "low",
    "high",
    "unit",
    "qualifier",
    "date_start",
    "date_end",
    "of",
    "basis",
    "amount",
    "quote",
    "start",
    "end",
}
FURTHER = {"when", "payer", "condition", "modality"}


def test_one_row_a_document_in_order_with_quotes_at_their_offsets(call, tmp_path):
    code, out, err = call("extract", written(tmp_path / "news.jsonl", REPORTS))
    rows = [json.loads(line) for line in out]
    assert (code, err) == (0, [])
    assert [row["id"] for row in rows] == [report["id"] for report in REPORTS]
    assert sum(bool(row["facts"]) for row in rows) == len(REPORTS) - 1
    for row, report in zip(rows, REPORTS, strict=True):
        assert {"id", "parties", "facts", "status"} <= set(row)
        text = row["text"] if report["text"] is None else report["text"]
        assert ("text" in row) is (report["text"] is None)
        for fact in row["facts"]:
            assert FACT <= set(fact) <= FACT | FURTHER
            assert text[fact["start"] : fact["end"]] == fact["quote"]
        assert all(set(party) == {"name", "role"} for party in row["parties"])
        assert row["status"] is None or row["status"]["quote"] in text


def test_a_figure_is_printed_as_the_text_has_it(call, tmp_path):
    _, out, _ = call("extract", written(tmp_path / "news.jsonl", REPORTS[:1]))
    [fact] = [each for each in json.loads(out[0])["facts"] if each["attribute"] == "deal_value"]
    told = {key: fact[key] for key in ("value", "low", "high", "unit", "qualifier", "amount", "quote")}
    assert told == {
        "value": 100_000_000_000,
        "low": None,
        "high": None,
        "unit": "USD",
        "qualifier": "up_to",
        "amount": "$100 billion",
        "quote": "up to $100 billion",
    }


GOOD = document("good", story())
BAD = {
    "a line that is no JSON": ("{", "line 2: is no JSON"),
    "a document without a body": ({"id": "bad"}, "line 2: exactly one of text and html is needed"),
    "a page that is none": (document("bad", None, html="%PDF-1.7"), "bad: "),
    "a text that is not in English": (
        document("bad", "Der Konzern will das Geld in die Firma stecken, wie die beiden am Montag sagten."),
        "bad: skipped: the text is not in English",
    ),
}


@pytest.mark.parametrize(("line", "said"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_told_and_the_rest_goes_on(call, tmp_path, line, said):
    code, out, err = call("extract", written(tmp_path / "news.jsonl", [GOOD, line, GOOD]))
    rows = [json.loads(row) for row in out]
    assert code == 1
    assert [said in line for line in err] == [True]
    assert [row["id"] for row in rows if row["facts"]] == ["good", "good"]
    assert [row["facts"] for row in rows if row["id"] == "bad"] in ([], [[]])


def test_documents_come_from_stdin_too_whatever_bytes_they_hold(call, monkeypatch):
    lines = b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b'\n\n{"id": "odd", "text": "a \xff b"}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines), encoding="ascii"))
    code, out, err = call("extract")
    assert (code, err) == (0, [])
    assert [json.loads(row)["id"] for row in out] == ["good", "odd"]


ODD = {
    "half a character": "\ud800",
    "a zero byte": "\0",
    "a character beyond 16 bits": "😀",
    "line separators": "\u2028\x85\x0b",
    "a right-to-left mark": "\u202e",
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_offsets_count_code_points_of_the_text_as_given(call, tmp_path, odd):
    text = f"{odd} {story()} {odd}"
    code, out, _ = call("extract", written(tmp_path / "news.jsonl", [document("odd", text)]))
    [row] = [json.loads(line) for line in out]
    assert code == 0
    assert row["facts"]
    assert all(text[fact["start"] : fact["end"]] == fact["quote"] for fact in row["facts"])


def test_a_page_with_half_a_character_is_read(call, tmp_path):
    body = page(story()).decode().replace("plans", "\ud800")
    code, out, _ = call("extract", written(tmp_path / "news.jsonl", [document("odd", None, html=body)]))
    assert code == 0
    assert json.loads(out[0])["facts"]


def test_a_file_that_is_not_there_is_one_line(call):
    code, out, err = call("extract", "missing.jsonl")
    assert (code, out) == (1, [])
    assert err == ["dealdrift: missing.jsonl: cannot be read (No such file or directory); give a file of JSON Lines, or - for stdin"]  # fmt: skip  # noqa: E501


def test_no_documents_give_no_rows(call, tmp_path):
    assert call("extract", written(tmp_path / "news.jsonl", [])) == (0, [], [])


def test_a_text_longer_than_any_report_says_how_much_was_not_read(call, tmp_path):
    text = "Acme Corp agreed to buy Beta Inc for $3 billion. " + "x " * 40_000
    papers = [{"id": "long", "text": text}, {"id": "short", "text": text[:1000]}]
    code, out, _ = call("extract", written(tmp_path / "news.jsonl", papers))
    assert (code, [json.loads(row).get("unread") for row in out]) == (0, [len(text) - 60_000, None])
