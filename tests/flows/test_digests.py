"""Many alerts of one pass for one webhook are one delivery."""

import json

import pytest
from standardwebhooks import Webhook

from flows.deliveries import deliver_due
from flows.settings import AlertSettings, WebhookSettings
from storage.deliveries import delivery_rows
from tests.extractors.test_alerts import VALID
from tests.flows.desk import SECRET, Desk, at, story
from tests.flows.servers import reply

MOST = 3
PAIRS = [("Pfizer", "Metsera"), ("Mars", "Kellanova"), ("Google", "Wiz"), ("Adobe", "Figma"), ("Cisco", "Splunk")]


class Digesting(Desk):
    """A desk that sends at most so many alerts of one pass by themselves."""

    most = MOST

    @property
    def config(self):
        return super().config.model_copy(update={"alerts": AlertSettings(digest_above=self.most)})


@pytest.fixture
def many(desk: Desk, monkeypatch) -> Digesting:
    """A desk with two webhooks, one of which wants no new deals."""
    monkeypatch.setenv("DEALDRIFT_WEBHOOK_SECRET", SECRET)
    made = Digesting(desk.server, desk.folder)
    made.hooks = [
        WebhookSettings(url=made.server.url("/hook"), name="desk", new_deals=True),
        WebhookSettings(url=made.server.url("/quiet"), name="quiet"),
    ]
    made.server.routes["/hook"] = made.server.routes["/quiet"] = reply(204)
    return made


def publish(desk: Desk, deals: int, feed: str = "/feed") -> None:
    for number, (buyer, target) in enumerate(PAIRS[:deals]):
        desk.publish(f"/{number}", story("$5 billion", buyer, target))
    desk.name(*(f"/{number}" for number in range(deals)))


def sent(desk: Desk, path: str = "/hook"):
    return [Webhook(SECRET).verify(asked.body, asked.headers) for asked in desk.server.asked if asked.path == path]


def states(desk: Desk) -> list[tuple[str, bool, bool]]:
    with desk.store() as store:
        rows = delivery_rows(store)
    return [
        (json.loads(row["payload"])["type"], row["digest"] is not None, row["delivered_at"] is not None) for row in rows
    ]


def test_as_many_as_allowed_go_by_themselves(many: Digesting):
    publish(many, MOST)
    many.poll()
    deliver_due(many.config, at(1), many.said.append)
    assert [each["type"] for each in sent(many)] == ["new_deal"] * MOST


def test_more_are_one_digest_that_is_sent_once(many: Digesting, call):
    publish(many, MOST + 1)
    many.poll()
    for minutes in (1, 60):
        deliver_due(many.config, at(minutes), many.said.append)
    [digest] = sent(many)
    VALID.validate(digest)
    assert (digest["type"], digest["count"], digest["left_out"], len(digest["alerts"])) == (
        "digest",
        MOST + 1,
        0,
        MOST + 1,
    )
    assert states(many) == [("new_deal", True, False)] * (MOST + 1) + [("digest", False, True)]
    _, out, _ = call("alerts", "--database", many.config.database)
    assert sum("told in the digest" in line for line in out) == MOST + 1
    assert any(f"digest of {MOST + 1} alerts" in line for line in out)
    many.poll(120)  # nothing new: no digest of it
    assert len(states(many)) == MOST + 2


def test_each_webhook_is_counted_by_itself(many: Digesting):
    publish(many, 4)
    many.poll()
    for number, (buyer, target) in enumerate(PAIRS[:4]):
        many.publish(f"/{number}", story("$8 billion", buyer, target))
    many.visit(75)
    many.visit(78)
    deliver_due(many.config, at(80), many.said.append)
    assert [(each["type"], each["count"]) for each in sent(many)] == [("digest", 4), ("digest", 4)]
    [digest] = sent(many, "/quiet")
    assert {each["kind"] for each in digest["alerts"]} == {"edited"}
    assert all(each["change_id"] and each["explanation"] and each["url"] for each in digest["alerts"])


def test_a_digest_that_a_receiver_misses_comes_later(many: Digesting):
    publish(many, 5)
    many.server.routes["/hook"] = reply(503)
    many.poll()
    assert [each.delivered for each in deliver_due(many.config, at(1), many.said.append)] == [False]
    many.server.routes["/hook"] = reply(204)
    assert [each.delivered for each in deliver_due(many.config, at(10), many.said.append)] == [True]
    assert len({asked.headers["webhook-id"] for asked in many.server.asked if asked.path == "/hook"}) == 1


def test_zero_means_never(many: Digesting):
    many.most = 0
    publish(many, 5)
    many.poll()
    deliver_due(many.config, at(1), many.said.append)
    assert [each["type"] for each in sent(many)] == ["new_deal"] * 5
