"""What people say of changes: it is kept, counted, and a dismissed pair of values stays silent."""

import json

import pytest

from flows.settings import WebhookSettings
from tests.flows.desk import Desk, story
from tests.flows.reports import ELSEWHERE, OTHER, document, written

DOCUMENTS = [
    document("n1", story("$100 billion"), "2025-09-22"),
    document("n2", story("$60 billion", more=ELSEWHERE), "2026-02-20"),
    document("p1", story("$5 billion", "Pfizer", "Metsera", OTHER), "2025-09-22"),
    document("p2", story("$9 billion", "Pfizer", "Metsera", ELSEWHERE), "2025-11-07"),
]
LATER = [
    document("n3", story("$100 billion", more=OTHER), "2026-09-20"),
    document("n4", story("$60 billion"), "2027-09-20"),
]


@pytest.fixture
def say(call, tmp_path):
    """The commands on a database with two changes that alert."""
    call("replay", written(tmp_path / "news.jsonl", DOCUMENTS), "--database", "news.duckdb")
    return lambda *words: call(*words, "--database", "news.duckdb")


def rows(say, *words):
    return [json.loads(line) for line in say(*words, "--json")[1]]


def value_of(say, deal="Nvidia"):
    return next(row for row in rows(say, "changes", deal) if row["attribute"] == "deal_value")


def test_a_verdict_is_kept_shown_and_changed_by_a_later_one(say):
    change = value_of(say)["id"]
    assert value_of(say)["verdict"] is None
    code, out, err = say("changes", "dismiss", change[:12], "--note", "two\ndeals")
    assert (code, out, len(err)) == (0, [], 1)
    assert (value_of(say)["verdict"], value_of(say)["note"]) == ("dismissed", "two\ndeals")
    assert any("dismissed" in line for line in say("changes")[1])
    assert "A person dismissed it on " in say("why", change)[1][-1]
    assert rows(say, "why", change)[0]["verdict"] == "dismissed"
    assert rows(say, "sql", "select verdict from changes_readable where verdict is not null") == [
        {"verdict": "dismissed"}
    ]
    assert "was dismissed" in say("changes", "confirm", change)[2][0]
    assert value_of(say)["verdict"] == "confirmed"
    assert rows(say, "sql", "select count(*) as said from change_verdicts") == [{"said": 2}]


def test_why_says_who_said_it_first_and_who_copied_whom(call, tmp_path):
    told = [
        document("wire", f"(Reuters) - {story('$7 billion')}", outlet="The Wire"),
        document("copy", story("$7 billion"), outlet="The Copyist", day="2025-09-23"),
        document("slip", story("$1 billion"), outlet="The Slip", day="2025-09-23"),
    ]
    call("replay", written(tmp_path / "news.jsonl", told), "--database", "news.duckdb")
    [change] = [json.loads(line)["id"] for line in call("changes", "--database", "news.duckdb", "--json")[1]]
    lines = call("why", change, "--database", "news.duckdb")[1]
    assert "  said here first; which credits Reuters; copied by The Copyist" in lines
    assert "  a copy of the report of The Wire; said here first" in lines
    [row] = [json.loads(line) for line in call("why", change, "--database", "news.duckdb", "--json")[1]]
    assert [side["copy_of"] for side in row["first_said"]] == [None, "The Wire"]


def test_a_beginning_that_two_changes_share_is_answered_with_both(say):
    ids = sorted(row["id"] for row in rows(say, "changes"))
    code, out, err = say("why", "chg_")
    assert (code, out) == (1, [])
    assert err[-1] == f"dealdrift: chg_: more than one change has an id that begins so: {', '.join(ids)}"


@pytest.mark.parametrize("merged", [False, True])
def test_a_dismissed_pair_stays_silent_whoever_prints_it_next(say, call, tmp_path, merged):
    known = {row["id"] for row in rows(say, "changes")}
    say("changes", "dismiss", value_of(say)["id"])
    if merged:
        say("deals", "merge", "Nvidia", "Metsera")
        known = {row["id"] for row in rows(say, "changes")}
    file = written(tmp_path / "later.jsonl", LATER)
    for _ in range(2):
        say("replay", file)
        fresh = [row for row in rows(say, "changes") if row["id"] not in known and row["attribute"] == "deal_value"]
        assert [row["severity"] for row in fresh if {row["from"]["value"], row["to"]["value"]} == {60e9, 100e9}] == [
            "info"
        ] * 2
        assert all("dismissed" in row["explanation"] for row in fresh)
    call("replay", written(tmp_path / "all.jsonl", [*DOCUMENTS, *LATER]), "--database", "fresh.duckdb")
    told = [json.loads(line) for line in call("changes", "--alerts", "--database", "fresh.duckdb", "--json")[1]]
    assert {row["id"] for row in fresh} & {row["id"] for row in told}  # without the verdict they alert


def test_precision_is_of_those_that_were_judged(say):
    nvidia, metsera = value_of(say)["id"], value_of(say, "Metsera")["id"]
    assert rows(say, "changes", "--stats")[0]["precision"] is None
    say("changes", "confirm", nvidia)
    say("changes", "dismiss", metsera)
    counted = {(row.pop("by"), row.pop("of")): row for row in rows(say, "changes", "--stats", "--alerts")}
    assert counted["all", "changes"] == {
        "changes": 2, "alerts": 2, "confirmed": 1, "dismissed": 1, "not_judged": 0, "precision": 0.5,
    }  # fmt: skip
    assert {group for group in counted if group[0] == "severity"} == {("severity", "high")}
    assert rows(say, "changes", "Metsera", "--stats", "--alerts")[0]["precision"] == 0.0
    assert any("0.50" in line for line in say("changes", "--stats", "--alerts")[1])


WRONG = {
    "no id": (["dismiss"], 2, "give the ids of changes"),
    "an id that is none": (["confirm", "chg_zz"], 1, "'chg_zz': no change has an id that begins so"),
    "a beginning of several": (["confirm", "chg_"], 1, "'chg_' fits more than one change: chg_"),
    "an empty id": (["confirm", ""], 1, "'': no change"),
    "one good and one bad id": (["confirm", "GOOD", "chg_zz"], 1, "chg_zz"),
    "two deals": (["Nvidia", "Metsera"], 2, "name one deal"),
    "a note on nothing": (["--note", "x"], 2, "--note is for these two"),
    "a verdict and statistics": (["dismiss", "GOOD", "--stats"], 2, "nothing but --note"),
    "a time that is none": (["--as-of", "yesterday"], 2, "expected a day, a month or a timestamp"),
}


def test_an_empty_list_says_what_was_asked_for(say):
    _, out, err = say("changes", "Nobody", "--alerts")
    assert (out, err[-1].startswith("Nothing of a deal called Nobody, that alerts:")) == ([], True)


@pytest.mark.parametrize(("words", "code", "says"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_done_is_said_and_nothing_is_kept(say, words, code, says):
    good = value_of(say)["id"]
    ended, out, err = say("changes", *(good if word == "GOOD" else word for word in words))
    assert (ended, out) == (code, [])
    assert says in err[-1]
    assert all(row["verdict"] is None for row in rows(say, "changes"))


def test_a_day_means_its_end_and_the_verdict_is_that_of_the_time(say):
    then = rows(say, "sql", "select now() as now")[0]["now"]
    say("changes", "dismiss", value_of(say)["id"])
    assert rows(say, "changes", "--as-of", then[:10]) == rows(say, "changes")
    assert [row["verdict"] for row in rows(say, "changes", "--as-of", then)] == [None] * len(rows(say, "changes"))
    assert rows(say, "changes", "--as-of", "2020-01-01") == []


def test_a_dismissed_pair_reaches_no_webhook(desk: Desk, call):
    desk.hooks = [WebhookSettings(url=desk.server.url("/hook"), name="desk", least_severity="info")]
    desk.publish("/a", story("$100 billion"))
    desk.publish("/b", story("$30 billion", more=ELSEWHERE))
    desk.name("/a", "/b")
    desk.poll()
    asked = "select change_id from deliveries where payload like '%deal_value%'"
    [(change,)] = desk.rows(asked)
    call("changes", "dismiss", change, "--database", desk.config.database)
    desk.publish("/a", story("$30 billion"))
    desk.visit(75)
    desk.visit(78)
    assert desk.rows("select kind, severity, alert from changes where rule = 'dismissed before'") == [
        ("edited", "info", False)
    ]
    assert desk.rows(asked) == [(change,)]
