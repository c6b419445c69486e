"""The second reader in the whole pipeline: kept apart, compared, and never the reason of an alert."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from flows.second_pass import second_pass
from flows.settings import Config
from tests.flows.desk import Desk, at, story
from tests.flows.servers import reply

PATH = "/v1/chat/completions"
KEY = {"DEALDRIFT_READER_KEY": "sk-a-secret-of-tests"}
AGREES = {"attribute": "deal_value", "value": 1e11, "unit": "USD", "qualifier": "up_to", "quote": "up to $100 billion"}
OTHER = {**AGREES, "attribute": "tranche_value"}
LIE = {**AGREES, "value": 1e12, "quote": "up to $1 trillion"}


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk that has read one report on a deal and one that is none."""
    desk.publish("/a", story())
    desk.publish("/b", "The weather was fair on Monday, and the harvest is expected to be good this year, they said.")
    desk.name("/a", "/b")
    desk.poll()
    says(desk, {"parties": [{"name": "Nvidia", "role": "investor"}], "facts": [AGREES, OTHER, LIE]})
    return desk


def says(desk: Desk, content: object) -> None:
    body = json.dumps({"choices": [{"message": {"content": json.dumps(content)}}]}).encode()
    desk.server.routes[PATH] = reply(body=body, content_type="application/json")


def config(desk: Desk, **more: Any) -> Config:
    reader = {"base_url": desk.server.url("/v1"), "model": "small-1", **more}
    return Config.model_validate({**desk.config.model_dump(), "reader": reader})


def ask(desk: Desk, minutes: float = 1, **more: Any) -> int:
    return second_pass(config(desk, **more), at(minutes), desk.said.append, KEY)


def test_both_readings_can_be_compared_in_sql(desk):
    before = desk.counts()
    assert ask(desk) == 2
    compared = "select attribute, found_by, rules_qualifier, reader_qualifier, reader_quote from readings_compared"
    found = {row[0]: row[1:] for row in desk.rows(compared)}
    assert found["deal_value"] == ("both", "up_to", "up_to", "up to $100 billion")
    assert found["tranche_value"] == ("reader", None, "up_to", "up to $100 billion")
    assert found["announce_date"][0] == "rules"
    [(extractor, parties, refused)] = desk.rows("select extractor, parties, refused from second_readings")
    assert (extractor, parties) == ("reader:small-1", [{"name": "Nvidia", "role": "investor"}])
    assert refused == ["a quote that does not stand in the text"]
    assert desk.counts() == before


def test_only_deals_are_asked_about_and_only_once(desk):
    ask(desk)
    assert ask(desk, 2) == 0
    assert desk.server.paths().count(PATH) == 1


def test_what_it_says_makes_no_change_later(desk):
    says(desk, {"facts": [{**AGREES, "attribute": "valuation"}]})
    ask(desk)
    desk.publish("/c", story("up to $90 billion").replace("announced", "made public"))
    desk.name("/a", "/b", "/c")
    desk.poll(60)
    facts = "select count(*) from changes join facts on fact_id in (from_fact, to_fact) where extractor != 'rules'"
    assert desk.rows(facts) == [(0,)]
    assert desk.rows("select distinct extractor from facts") == [("rules",)]


def test_an_endpoint_that_is_down_is_a_problem_until_it_is_up(desk):
    desk.server.routes[PATH] = reply(401)
    assert ask(desk) == 0
    [problem] = desk.problems()
    assert "the endpoint answered 401" in problem
    says(desk, {"facts": [AGREES]})
    assert ask(desk, 2) == 1
    assert desk.problems() == []


def test_another_model_is_another_reader(desk):
    ask(desk)
    assert ask(desk, 2, model="small-2") == 2
    readers = "select distinct reader from readings_compared order by reader"
    assert [name for (name,) in desk.rows(readers)] == ["reader:small-1", "reader:small-2"]


def test_old_news_is_not_asked_about(desk):
    assert ask(desk, 2 * 24 * 60) == 0
    assert PATH not in desk.server.paths()


def test_nothing_happens_without_one(desk):
    assert second_pass(desk.config, datetime(2025, 9, 22, tzinfo=UTC), desk.said.append) == 0
    assert PATH not in desk.server.paths()


def test_the_key_is_nowhere_in_the_database_or_in_what_is_said(desk):
    says(
        desk, {"facts": [{**AGREES, "quote": KEY["DEALDRIFT_READER_KEY"]}], "parties": [{"name": "sk-a", "role": "x"}]}
    )
    ask(desk)
    with desk.store() as store:
        store.connection.execute("checkpoint")
    stored = b"".join(file.read_bytes() for file in desk.folder.rglob("*") if file.is_file())
    assert b"sk-a-secret" not in stored
    assert "sk-a-secret" not in "".join(desk.said)
