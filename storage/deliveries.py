"""The outbox: alerts on their way to webhooks."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from storage.store import Row, Store


@dataclass(frozen=True, slots=True)
class Delivery:
    """One alert for one endpoint, as it is put into the outbox. `payload` is the body, as JSON."""

    delivery_id: str
    alert_id: str
    change_id: str | None
    endpoint: str
    payload: str
    created_at: datetime
    attempts: int = 0  # so far


@dataclass(frozen=True, slots=True)
class Attempt:
    """How one attempt went. `next_attempt_at` is None where it succeeded, or where we give up."""

    delivery_id: str
    attempted_at: datetime
    delivered: bool
    status: int | None = None  # HTTP
    error: str | None = None
    next_attempt_at: datetime | None = None


def enqueue(store: Store, deliveries: Sequence[Delivery]) -> int:
    """Put alerts into the outbox, due at once. One that is in it is not put twice. Returns how many are new."""
    rows = [
        {**asdict(each), "next_attempt_at": each.created_at, "place": place} for place, each in enumerate(deliveries, 1)
    ]
    return store.insert("enqueue", rows)


def deliveries_of_pass(store: Store, at: datetime) -> list[Delivery]:
    """What the pass of that time put into the outbox and nobody has tried to send, in its order."""
    return [Delivery(**row) for row in store.query("deliveries_of_pass", at=at)]


def fold_deliveries(store: Store, digest: str, delivery_ids: Sequence[str]) -> int:
    """Let a digest, given by its delivery's id, tell these alerts in their place."""
    return store.change("fold_deliveries", digest=digest, delivery_ids=list(delivery_ids))


def deliveries_due(store: Store, now: datetime, most: int = 500) -> list[Delivery]:
    """What is to be sent now, oldest first, `most` at a time."""
    return [Delivery(**row) for row in store.query("deliveries_due", now=now, most=most)]


def save_attempts(store: Store, attempts: Sequence[Attempt]) -> None:
    """Keep how attempts went. One that was delivered is never due again."""
    store.insert("save_attempts", [asdict(attempt) for attempt in attempts])


def delivery_rows(store: Store) -> list[Row]:
    """All deliveries for people, oldest first."""
    return store.query("deliveries")
