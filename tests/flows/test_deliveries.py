"""The outbox on its way to receivers of every kind. They are real servers; only the time is given."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from standardwebhooks import Webhook

from extractors.models import Kind, Severity, Tier
from flows.database import alone
from flows.deliveries import RETRIES, deliver_due
from flows.outbox import subscriptions
from flows.settings import Config, WebhookSettings
from flows.signing import NoSecret, check_secret
from storage.deliveries import Delivery, delivery_rows, enqueue
from tests.flows.desk import SECRET, Desk, at, story
from tests.flows.servers import after, reply, reset

OK = reply(204)


@pytest.fixture
def desk(desk: Desk, monkeypatch) -> Desk:
    """A desk with one webhook, whose receiver takes everything."""
    monkeypatch.setenv("DEALDRIFT_WEBHOOK_SECRET", SECRET)
    desk.hooks = [WebhookSettings(url=desk.server.url("/hook"), name="desk")]
    desk.server.routes["/hook"] = OK
    return desk


def put(
    desk: Desk, *names: str, endpoint: str = "desk", payload: str = '{"type":"change"}', minutes: float = 0
) -> None:
    """Put alerts into the outbox, a second apart."""
    with desk.store() as store:
        enqueue(
            store,
            [
                Delivery(name, name, None, endpoint, payload, at(minutes + number / 60))
                for number, name in enumerate(names)
            ],
        )


def deliver(desk: Desk, minutes: float = 1) -> list[bool]:
    return [attempt.delivered for attempt in deliver_due(desk.config, at(minutes), desk.said.append)]


def row(desk: Desk, place: int = 0) -> dict[str, object]:
    with desk.store() as store:
        return delivery_rows(store)[place]


def sent(desk: Desk, path: str = "/hook") -> list[str]:
    return [asked.headers["webhook-id"] for asked in desk.server.asked if asked.path == path]


def test_an_alert_is_sent_once_and_can_be_verified(desk: Desk):
    put(desk, "one", payload='{"quote":"\\u20ac5bn"}')
    assert deliver(desk) == [True]
    assert deliver(desk, 60) == []
    [asked] = desk.server.asked
    assert Webhook(SECRET).verify(asked.body, asked.headers) == {"quote": "€5bn"}
    assert asked.headers["content-type"] == "application/json"
    assert abs(datetime.now(UTC).timestamp() - int(asked.headers["webhook-timestamp"])) < 60


def test_a_receiver_that_is_down_gets_everything_later_under_the_same_ids_and_in_order(desk: Desk):
    put(desk, "one", "two", "three")
    desk.server.routes["/hook"] = reply(503)
    assert deliver(desk, 1) == [False]  # after a failure the rest waits
    assert deliver(desk, 1.5) == []  # and does not go out before it
    assert row(desk)["next_attempt_at"] == at(2)
    put(desk, "four", minutes=1)
    desk.server.routes["/hook"] = OK
    assert deliver(desk, 2) == [True, True, True, True]
    assert sent(desk) == ["one", "one", "two", "three", "four"]


def test_it_is_tried_again_by_the_schedule_until_that_ends(desk: Desk):
    put(desk, "one")
    desk.server.routes["/hook"] = reply(500)
    minutes = 1.0
    for pause in RETRIES:
        assert deliver(desk, minutes) == [False]
        assert deliver(desk, minutes + pause.total_seconds() / 60 - 0.1) == []
        minutes += pause.total_seconds() / 60
    assert deliver(desk, minutes) == [False]
    assert (row(desk)["attempts"], row(desk)["next_attempt_at"]) == (len(RETRIES) + 1, None)
    assert sum(RETRIES, timedelta()) > timedelta(days=3)  # a long weekend


# how the receiver answers → what is said, minutes until the next attempt, whether the alert after it is tried
RECEIVERS = {
    "one that is slow": (after(3, OK), "1 s", 1, False),
    "one that breaks off": (reset, "not delivered", 1, False),
    "one that redirects": (reply(302, location="/other"), "redirects are not followed", 1, False),
    "one that is gone": (reply(410), "410 Gone", 1, False),
    "one that knows us not": (reply(401), "401 Unauthorized", 1, False),
    "one that wants a pause": (reply(429, Retry_After="1800"), "429", 30, False),
    "one that wants less than the schedule": (reply(503, Retry_After="5"), "503", 1, False),
    "one that will not have this alert": (reply(422), "422", 1, True),
}


@pytest.mark.parametrize(("answer", "said", "pause", "goes_on"), RECEIVERS.values(), ids=RECEIVERS)
def test_what_a_receiver_may_do(desk: Desk, answer, said, pause, goes_on):
    put(desk, "one", "two")
    desk.server.routes["/hook"] = answer
    assert deliver(desk) == [False] * (2 if goes_on else 1)
    assert row(desk)["next_attempt_at"] == at(1 + pause)
    assert said in "\n".join(desk.said)
    assert not sent(desk, "/other")


SECRETS = {
    "not set": (None, "is not set"),
    "empty": ("", "is not set"),
    "no base64": ("whsec_$$$", "holds no secret"),
    "nothing behind its name": ("whsec_", "holds no secret"),
    "too short to be one": ("whsec_c2hvcnQ=", "has 5 bytes, not 24 or more"),
}


@pytest.mark.parametrize(("secret", "said"), SECRETS.values(), ids=SECRETS)
def test_without_a_secret_nothing_is_sent_and_nothing_lost(desk: Desk, monkeypatch, secret, said):
    if secret is None:
        monkeypatch.delenv("DEALDRIFT_WEBHOOK_SECRET")
    else:
        monkeypatch.setenv("DEALDRIFT_WEBHOOK_SECRET", secret)
    put(desk, "one")
    assert deliver(desk) == [False]
    assert said in str(row(desk)["last_error"])
    assert "DEALDRIFT_WEBHOOK_SECRET" in str(row(desk)["last_error"])
    monkeypatch.setenv("DEALDRIFT_WEBHOOK_SECRET", SECRET)
    assert deliver(desk, 2) == [True]
    with pytest.raises(NoSecret):
        check_secret(desk.config.webhooks[0], {})


def test_an_endpoint_that_left_the_configuration_stops_nobody(desk: Desk):
    put(desk, "one", endpoint="former")
    put(desk, "two", "three")
    assert sorted(deliver(desk)) == [False, True, True]
    assert "not in the configuration any more" in "\n".join(desk.said)


def test_many_alerts_of_a_dead_endpoint_do_not_stand_in_the_way_of_another(desk: Desk):
    put(desk, *(f"dead {number}" for number in range(520)), endpoint="former")
    put(desk, "alive")
    deliver(desk)
    assert sent(desk) == ["alive"]


def test_two_runs_at_once_send_an_alert_once(desk: Desk, monkeypatch):
    put(desk, "one")
    monkeypatch.setattr("flows.deliveries.alone", lambda database, work: alone(database, work, wait=0.0))
    with alone(desk.config.database, "deliver") as free:
        assert free
        assert deliver(desk) == []
    assert "Another run is sending the alerts" in desk.said
    assert deliver(desk) == [True]


def test_an_edit_goes_from_the_page_to_the_receiver(desk: Desk):
    desk.hooks = [WebhookSettings(url=desk.server.url("/hook"), name="desk", new_deals=True, first_figures=True)]
    desk.publish("/a", story())
    desk.name("/a")
    desk.poll()
    desk.publish("/a", story("up to $30 billion"))
    desk.visit(15)
    desk.visit(17)
    assert all(deliver(desk, 17))
    alerts = [asked for asked in desk.server.asked if asked.path == "/hook"]
    payloads = [Webhook(SECRET).verify(asked.body, asked.headers) for asked in alerts]
    assert [payload["type"] for payload in payloads][:: len(payloads) - 1] == ["new_deal", "change"]
    assert all(len(asked.body) < 20_000 for asked in alerts)
    told = payloads[-1]
    assert (told["kind"], told["from"]["value"], told["to"]["value"]) == ("edited", 100e9, 30e9)
    assert told["to"]["reported_at"] == "2025-09-22T12:15:00Z"
    assert told["to"]["url"] == desk.server.url("/a")
    assert json.loads(str(row(desk, -1)["payload"])) == told
    assert deliver(desk, 500) == []


def test_a_webhook_asks_for_what_its_configuration_says():
    hook = WebhookSettings(
        url="http://hooks.example/",
        deals=("deal_1",),
        companies=("Intel",),
        attributes=("status",),
        kinds=(Kind.SLIPPED,),
        tiers=(Tier.FILING,),
        least_severity=Severity.INFO,
        new_deals=True,
        first_figures=True,
    )
    [asked] = subscriptions(Config(webhooks=(hook,)))
    assert asked.name == hook.url  # one without a name is called by its address
    assert {key: getattr(asked, key) for key in hook.model_dump() if key != "name"} == hook.model_dump(exclude={"name"})
