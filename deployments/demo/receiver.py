"""A webhook receiver on loopback: what somebody who gets the alerts would run. It verifies each one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from standardwebhooks import Webhook
from standardwebhooks.webhooks import WebhookVerificationError

LONGEST = 64_000  # bytes of a body; alerts stay under 20,000


@dataclass(slots=True)
class Inbox:
    """What came in: verified alerts in order, each once; and how many requests were refused."""

    url: str = ""
    alerts: list[dict[str, Any]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    down_for: int = 0  # requests still to be answered with 503, as a receiver that restarts would
    turned_away: int = 0
    unverified: int = 0
    repeated: int = 0


@contextmanager
def receiving(secret: str, down_for: int = 0) -> Iterator[Inbox]:
    """Receive on a free port of 127.0.0.1 until the block is left; answer the first `down_for` requests with 503."""
    inbox = Inbox(down_for=down_for)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(inbox, Webhook(secret)))
    inbox.url = f"http://127.0.0.1:{server.server_port}/dealdrift"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="receiver", daemon=True)
    thread.start()
    try:
        yield inbox
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def handler(inbox: Inbox, webhook: Webhook) -> type[BaseHTTPRequestHandler]:
    """Return the handler that files what comes in."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(self.answer(self.rfile.read(min(int(self.headers.get("content-length", 0)), LONGEST))))
            self.send_header("content-length", "0")
            self.end_headers()

        def answer(self, body: bytes) -> int:
            if inbox.down_for > 0:
                inbox.down_for -= 1
                inbox.turned_away += 1
                return 503
            try:
                alert = webhook.verify(body, dict(self.headers))
            except WebhookVerificationError:
                inbox.unverified += 1
                return 401
            if (key := self.headers["webhook-id"]) in inbox.ids:
                inbox.repeated += 1
            else:
                inbox.ids.add(key)
                inbox.alerts.append(alert)
            return 204

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the base class calls it
            """Say nothing on stderr."""

    return Handler
