"""Sign alerts as Standard Webhooks say. The secrets stay in the environment."""

import base64
from collections.abc import Mapping
from datetime import UTC, datetime

from standardwebhooks import Webhook

from extractors.models import DealdriftError
from flows.settings import WebhookSettings
from storage.deliveries import Delivery

LEAST_KEY = 24  # bytes, as Standard Webhooks say


class NoSecret(DealdriftError):
    """An alert cannot be signed; the text says what to set."""


def signed(delivery: Delivery, hook: WebhookSettings, environment: Mapping[str, str]) -> dict[str, str]:
    """Return the headers of Standard Webhooks. Raises NoSecret."""
    at = datetime.now(UTC)  # receivers refuse old time stamps, so this is the time of sending, never a simulated one
    signature = check_secret(hook, environment).sign(delivery.alert_id, at, delivery.payload)
    return {
        "content-type": "application/json",
        "webhook-id": delivery.alert_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": signature,
    }


def check_secret(hook: WebhookSettings, environment: Mapping[str, str]) -> Webhook:
    """Return what signs for a webhook. Raises NoSecret."""
    name, secret = hook.called, environment.get(hook.secret_env, "")
    if not secret:
        raise NoSecret(f"webhook {name}: the environment variable {hook.secret_env} is not set")
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except ValueError:
        key = b""
    if not key:
        raise NoSecret(f"webhook {name}: {hook.secret_env} holds no secret (whsec_ and base64)")
    if len(key) < LEAST_KEY:
        raise NoSecret(f"webhook {name}: the secret in {hook.secret_env} has {len(key)} bytes, not {LEAST_KEY} or more")
    return Webhook(key)
