"""Many alerts of one pass for one webhook become one digest."""

import json
from datetime import datetime
from itertools import groupby

from extractors.digests import digest_of
from flows.outbox import delivery_of
from flows.settings import Config
from storage.database import Store
from storage.deliveries import Delivery, deliveries_of_pass, enqueue, fold_deliveries


def fold(store: Store, config: Config, now: datetime) -> int:
    """Put a digest in the place of the alerts of the pass that began at `now`, for each webhook with too many of them.

    To be called at the end of a pass, in its transaction. Returns how many digests were made.
    """
    most, made = config.alerts.digest_above, 0
    waiting = sorted(deliveries_of_pass(store, now), key=lambda each: each.endpoint)  # stable: in order for each
    for endpoint, group in groupby(waiting, key=lambda each: each.endpoint):
        alerts = list(group)
        if 0 < most < len(alerts):
            put_digest(store, endpoint, alerts, now)
            made += 1
    return made


def put_digest(store: Store, endpoint: str, alerts: list[Delivery], now: datetime) -> None:
    """Queue one digest, and let the alerts in it wait no more."""
    digest = delivery_of(digest_of(endpoint, [json.loads(alert.payload) for alert in alerts]), now)
    enqueue(store, [digest])
    fold_deliveries(store, digest.delivery_id, [alert.delivery_id for alert in alerts])
