"""The sample press on loopback: real HTTP, edition by edition.

>>> press = load_press()
>>> with serve(press) as kiosk:
...     kiosk.show(3)
...     urls = feeds(press, kiosk.base_url)
"""

from __future__ import annotations

import gzip
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any

from .newsroom import Article, Edition, House, Press, load_press
from .printing import Printed, print_feed, print_page

__all__ = ["Article", "Edition", "House", "Kiosk", "Press", "feeds", "load_press", "serve"]

ROBOTS = b"User-agent: *\nDisallow: /subscribers/\n"
A_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?")


def feeds(press: Press, base_url: str) -> list[tuple[str, str, str]]:
    """What to configure: (address of the feed, name of the outlet, tier) of every house."""
    return [(f"{base_url}/{h.slug}/feed.xml", h.name, h.tier) for h in press.houses]


@contextmanager
def serve(press: Press) -> Iterator[Kiosk]:
    """Hand out the press on a free port of 127.0.0.1, first edition first, until the block is left."""
    kiosk = Kiosk(press)
    thread = Thread(target=kiosk.serve_forever, kwargs={"poll_interval": 0.05}, name="sample-press", daemon=True)
    thread.start()
    try:
        yield kiosk
    finally:
        kiosk.shutdown()
        kiosk.server_close()
        thread.join()


class Kiosk(ThreadingHTTPServer):
    """The server. `counts` tells the answers given, by kind: feed, article, robots, not_modified, gone, missing."""

    daemon_threads = True
    request_queue_size = 128  # a pass opens many connections at once

    def __init__(self, press: Press) -> None:
        super().__init__(("127.0.0.1", 0), _Window)
        self.press = press
        self.edition = 0
        self.counts: Counter[str] = Counter()
        self.base_url = f"http://127.0.0.1:{self.server_address[1]}"
        self._houses = {h.slug: h for h in press.houses}
        self._articles = {a.url_path: a for a in press.articles}
        self._lock = Lock()

    def show(self, edition: int) -> None:
        """Put an edition on sale; from now on every answer is of that day."""
        if not 0 <= edition < len(self.press.editions):
            raise IndexError(f"no edition {edition}: there are {len(self.press.editions)}")
        self.edition = edition

    def count(self, kind: str) -> None:
        """Note one answer."""
        with self._lock:
            self.counts[kind] += 1

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no error of ours."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)

    def find(self, path: str, base_url: str) -> tuple[str, Printed | None, House | None]:
        """Kind of answer, document and house for a path. Kind is feed, article, robots, gone or missing."""
        edition = self.edition
        if path == "/robots.txt":
            return "robots", Printed(ROBOTS, "text/plain; charset=utf-8", self.press.editions[0].date), None
        slug, _, rest = path.lstrip("/").partition("/")
        house, article = self._houses.get(slug), self._articles.get(path)
        if house and rest == "feed.xml":
            return "feed", print_feed(self.press, house, edition, base_url), house
        if article and article.gone is not None and edition >= article.gone:
            return "gone", None, house
        if article and article.version(edition):
            return "article", print_page(self.press, article, edition, base_url), house
        return "missing", None, house


class _Window(BaseHTTPRequestHandler):
    """One client at the kiosk."""

    protocol_version = "HTTP/1.1"
    server_version = "SamplePress"
    sys_version = ""
    timeout = 10  # seconds; an idle connection is closed
    wbufsize = 65536  # head and body in one packet, or a kept connection waits 40 ms for an acknowledgement
    server: Kiosk

    def do_GET(self) -> None:
        path = self.path.split("?", 1)[0]
        kind, printed, house = self.server.find(path, self._asked_host())
        if printed is None:
            status = HTTPStatus.GONE if kind == "gone" else HTTPStatus.NOT_FOUND
            printed = Printed(f"{status.phrase}\n".encode(), "text/plain; charset=utf-8", datetime.now(UTC))
            self._answer(kind, status, printed, {})
            return
        headers = _validators(printed)
        if self._has_it(headers["ETag"], printed.modified):
            self._answer("not_modified", HTTPStatus.NOT_MODIFIED, None, headers)
            return
        self._answer(kind, HTTPStatus.OK, self._packed(printed, house, headers), headers)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _asked_host(self) -> str:
        host = self.headers.get("Host", "")
        return f"http://{host}" if A_HOST.fullmatch(host) else self.server.base_url

    def _has_it(self, etag: str, modified: datetime) -> bool:
        """If-None-Match decides where it is sent, and only then If-Modified-Since (RFC 9110, 13.2.2)."""
        if asked := self.headers.get("If-None-Match"):
            return etag in [tag.strip().removeprefix("W/") for tag in asked.split(",")]
        try:
            return modified.replace(microsecond=0) <= parsedate_to_datetime(self.headers.get("If-Modified-Since", ""))
        except (ValueError, TypeError):
            return False

    def _packed(self, printed: Printed, house: House | None, headers: dict[str, str]) -> Printed:
        if house and house.gzip:
            headers["Vary"] = "Accept-Encoding"
            if "gzip" in self.headers.get("Accept-Encoding", ""):
                headers["Content-Encoding"] = "gzip"
                return Printed(gzip.compress(printed.body, mtime=0), printed.content_type, printed.modified)
        return printed

    def _answer(self, kind: str, status: HTTPStatus, printed: Printed | None, headers: dict[str, str]) -> None:
        self.server.count(kind)
        self.send_response(status)
        for name, text in headers.items():
            self.send_header(name, text)
        if printed is not None:
            self.send_header("Content-Type", printed.content_type)
            self.send_header("Content-Length", str(len(printed.body)))
        self.end_headers()
        if printed is not None and self.command != "HEAD":
            self.wfile.write(printed.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the library's name)
        """Say nothing: `counts` tells it."""


def _validators(printed: Printed) -> dict[str, str]:
    etag = hashlib.sha256(printed.body).hexdigest()[:20]
    return {"ETag": f'"{etag}"', "Last-Modified": format_datetime(printed.modified, usegmt=True)}
