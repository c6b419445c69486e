"""Deliveries: drain the outbox to the webhooks, signed as Standard Webhooks say, until each was accepted."""

import asyncio
import os
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import chain

from extractors.models import Problem
from flows.answers import Failure, Politeness, Response
from flows.database import alone, held, publish_if_new
from flows.settings import Config, WebhookSettings
from flows.signing import NoSecret, signed
from flows.web import send
from storage.deliveries import Attempt, Delivery, deliveries_due, save_attempts
from storage.problems import mend_problems, save_problems

# After each failed attempt: a receiver that is down over a long weekend still gets everything.
RETRIES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 720, 1440, 1440, 1440))
AT_ONCE = 500  # alerts taken from the outbox together
REFUSED = (400, 413, 415, 422)  # the receiver is up and will not have this one; those after it need not wait


def deliver_due(config: Config, now: datetime, say: Callable[[str], None]) -> list[Attempt]:
    """Send what is due, and keep how it went. The database is not held while the network is."""
    attempts: list[Attempt] = []
    with alone(config.database, "deliver") as free:
        if not free:
            say("Another run is sending the alerts")
        while free and (batch := deliver_some(config, now)):  # ends, since what failed is due later
            attempts += batch
    if attempts:
        say(f"Delivered {sum(attempt.delivered for attempt in attempts)} of {len(attempts)} alerts")
    for error in dict.fromkeys(attempt.error for attempt in attempts if attempt.error):
        say(f"  not delivered, kept in the outbox: {error}")
    return attempts


def deliver_some(config: Config, now: datetime) -> list[Attempt]:
    """Send one batch; each endpoint gets its alerts in order, and none more after one that failed."""
    with held(config) as store:
        due = deliveries_due(store, now, AT_ONCE)
    if not due:
        return []
    attempts = asyncio.run(attempt_all(due, config, now))
    problems = [Problem("deliver", a.delivery_id, a.error, now) for a in attempts if a.error]
    with held(config) as store:
        with store.transaction():
            save_attempts(store, attempts)
            save_problems(store, problems)
            mend_problems(store, "deliver", [a.delivery_id for a in attempts if a.delivered], now)
        publish_if_new(store, config, now, news=True)  # `alerts` and `doctor` read what became of them
    return attempts


async def attempt_all(due: Sequence[Delivery], config: Config, now: datetime) -> list[Attempt]:
    """Serve the endpoints side by side."""
    queues: dict[str, list[Delivery]] = {}
    for delivery in due:
        queues.setdefault(delivery.endpoint, []).append(delivery)
    hooks = endpoints(config)
    served = [serve_endpoint(hooks.get(name), queue, config, now) for name, queue in queues.items()]
    return list(chain.from_iterable(await asyncio.gather(*served)))


async def serve_endpoint(
    hook: WebhookSettings | None, queue: Sequence[Delivery], config: Config, now: datetime
) -> list[Attempt]:
    """Send one endpoint its alerts, oldest first; after a failure the rest waits its turn, unsent."""
    attempts: list[Attempt] = []
    for delivery in queue:
        attempts.append(last := await attempt(delivery, hook, config, now))
        if not last.delivered and last.status not in REFUSED:
            break
    return attempts


async def attempt(delivery: Delivery, hook: WebhookSettings | None, config: Config, now: datetime) -> Attempt:
    """Sign and send one alert."""
    if hook is None:
        return missed(delivery, now, f"webhook {delivery.endpoint} is not in the configuration any more", None)
    try:
        headers = signed(delivery, hook, os.environ)
    except NoSecret as error:
        return missed(delivery, now, str(error), None)
    answer = await send(hook.url, delivery.payload.encode(), headers, manners(config))
    return judged(delivery, answer, now)


def judged(delivery: Delivery, answer: Response | Failure, now: datetime) -> Attempt:
    """Tell from the answer whether the receiver took it."""
    if isinstance(answer, Failure):
        return missed(delivery, now, f"webhook {delivery.endpoint}: {answer.reason}", answer.status, answer.retry_after)
    return Attempt(delivery.delivery_id, now, delivered=True, status=answer.status)


def missed(
    delivery: Delivery, now: datetime, error: str, status: int | None, retry_after: float | None = None
) -> Attempt:
    """Say when it is tried again: each time later, as the receiver wishes, until the schedule ends."""
    wished = timedelta(seconds=retry_after or 0)
    again = now + max(RETRIES[delivery.attempts], wished) if delivery.attempts < len(RETRIES) else None
    return Attempt(delivery.delivery_id, now, False, status, error, again)


def endpoints(config: Config) -> dict[str, WebhookSettings]:
    """Return the webhooks by name; one without a name is called by its address."""
    return {hook.called: hook for hook in config.webhooks}


def manners(config: Config) -> Politeness:
    """Return the manners towards receivers: no pauses, since one endpoint is served one alert at a time."""
    return Politeness(
        user_agent=config.politeness.user_agent,
        delay=0.0,
        deadline=config.politeness.deadline,
        allow_private=config.politeness.allow_private,
    )
