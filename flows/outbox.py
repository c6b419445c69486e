"""What the subscriptions asked to hear of, put into the outbox."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from extractors.alerts import Alert, Subscription, alerts_for, alerts_for_first_figures, alerts_for_new_deals
from extractors.comparing.dismissals import is_dismissed
from extractors.models import Change, Fact
from flows.settings import Config
from storage.database import Store
from storage.deal_words import said_of_deals
from storage.deals import all_deals
from storage.deliveries import Delivery, enqueue


def queue(
    store: Store,
    config: Config,
    changes: Sequence[tuple[str, Change]],
    now: datetime,
    first: Sequence[tuple[str, Fact]] = (),
    new_deals: Sequence[str] = (),
) -> int:
    """Queue the alerts on changes, first figures (each with its deal's id) and new deals; return how many are new."""
    asked = subscriptions(config)
    if not asked or not (changes or first or new_deals):
        return 0
    deals, said = {deal.deal_id: deal for deal in all_deals(store)}, said_of_deals(store)
    asked = [replace(each, deals=tuple(map(said.heir, each.deals))) for each in asked]  # whoever asked for a merged one
    alerts = alerts_for_new_deals([deals[key] for key in new_deals], asked)
    alerts += alerts_for_first_figures(first, deals, asked)
    alerts += alerts_for([(deal, change) for deal, change in changes if not is_dismissed(change)], deals, asked)
    return enqueue(store, [delivery_of(alert, now) for alert in alerts])


def delivery_of(alert: Alert, now: datetime) -> Delivery:
    """Return the row of the outbox for one alert."""
    change = alert.change_id if alert.payload["type"] == "change" else None
    body = json.dumps(alert.payload, ensure_ascii=True, separators=(",", ":"))
    return Delivery(alert.alert_id, alert.alert_id, change, alert.endpoint, body, now)


def subscriptions(config: Config) -> list[Subscription]:
    """Return what the webhooks asked to hear of."""
    return [
        Subscription(
            name=hook.called,
            url=hook.url,
            secret_env=hook.secret_env,
            deals=hook.deals,
            companies=hook.companies,
            attributes=hook.attributes,
            kinds=hook.kinds,
            tiers=hook.tiers,
            least_severity=hook.least_severity,
            new_deals=hook.new_deals,
            first_figures=hook.first_figures,
        )
        for hook in config.webhooks
    ]
