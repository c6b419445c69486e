"""Deliveries: drain the outbox to the webhooks, signed as Standard Webhooks say, until each was accepted."""

import asyncio
import binascii
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby

from standardwebhooks import Webhook
from standardwebhooks.webhooks import EmptyWebhookSecretError

from flows.answers import Failure, Politeness
from flows.settings import Config, WebhookSettings
from flows.web import send
from storage.database import opened
from storage.deliveries import Delivery, deliveries_due, mark_delivered, mark_failed

# After each failed attempt: a receiver that is down for a weekend still gets everything.
RETRIES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 720, 1440, 1440, 1440))
AT_ONCE = 8  # endpoints served side by side; one endpoint gets its alerts in order, one at a time


@dataclass(frozen=True, slots=True)
class Attempt:
    """How one attempt went."""

    delivery: Delivery
    status: int | None
    error: str | None  # None where the receiver accepted it


def deliver_due(config: Config, now: datetime, say: Callable[[str], None]) -> list[Attempt]:
    """Send what is due. The database is not held while the network is."""
    with opened(config.database) as store:
        due = deliveries_due(store, now)
    if not due:
        return []
    attempts = asyncio.run(attempt_all(due, endpoints(config), config))
    with opened(config.database) as store, store.transaction():
        mark_delivered(store, [attempt.delivery.delivery_id for attempt in attempts if not attempt.error], now)
        mark_failed(store, [failed(attempt, now) for attempt in attempts if attempt.error])
    told = sum(not attempt.error for attempt in attempts)
    say(f"Delivered {told} of {len(attempts)} alerts")
    for attempt in {attempt.delivery.endpoint: attempt for attempt in attempts if attempt.error}.values():
        say(f"Webhook {attempt.delivery.endpoint}: {attempt.error}; it stays in the outbox")
    return attempts
