import pytest

from storage.database import Store
from storage.deliveries import Attempt, Delivery, deliveries_due, delivery_rows, enqueue, save_attempts
from tests.storage.builders import START, hours

ALERT = Delivery("delivery_1", "alert_1", "chg_1", "desk", '{"type": "change", "words": "“up to”"}', START)


def test_an_alert_is_put_into_the_outbox_once_and_is_due_at_once(store: Store):
    assert (enqueue(store, [ALERT]), enqueue(store, [ALERT])) == (1, 0)
    assert deliveries_due(store, START) == [ALERT]
    assert deliveries_due(store, hours(-1)) == []


ATTEMPTS = {
    "delivered": ([Attempt("delivery_1", hours(1), True, 204)], 1, None),
    "failed, and due again later": ([Attempt("delivery_1", hours(1), False, 503, "down", hours(2))], 1, hours(2)),
    "failed without an answer, and given up": ([Attempt("delivery_1", hours(1), False, None, "slow")], 1, None),
    "failed, then delivered": (
        [Attempt("delivery_1", hours(1), False, 503, "down", hours(2)), Attempt("delivery_1", hours(2), True, 200)],
        2,
        None,
    ),
    "delivered is delivered, whatever comes after": (
        [Attempt("delivery_1", hours(1), True, 200), Attempt("delivery_1", hours(2), False, 503, "down", hours(3))],
        1,
        None,
    ),
}


@pytest.mark.parametrize(("attempts", "count", "due"), ATTEMPTS.values(), ids=ATTEMPTS)
def test_attempts(store: Store, attempts, count, due):
    enqueue(store, [ALERT])
    for attempt in attempts:
        save_attempts(store, [attempt])
    [row] = delivery_rows(store)
    delivered = next((attempt for attempt in attempts if attempt.delivered), None)
    told = delivered or attempts[-1]
    assert (row["attempts"], row["next_attempt_at"], row["last_status"]) == (count, due, told.status)
    assert (row["delivered_at"], row["last_error"]) == (told.attempted_at if delivered else None, told.error)
    assert bool(deliveries_due(store, hours(99))) == (due is not None)


def test_the_oldest_come_first_and_no_more_than_asked_for(store: Store):
    alerts = [Delivery(f"delivery_{number}", "a", None, "desk", "{}", hours(-number)) for number in range(4)]
    enqueue(store, alerts)
    assert [each.delivery_id for each in deliveries_due(store, START, most=2)] == ["delivery_3", "delivery_2"]
