"""What is asked of the web and what comes back: a Response or a Failure, and the manners in between."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

from extractors.models import DealdriftError

Kind = Literal[
    "dns",
    "refused",
    "timeout",
    "tls",
    "too_large",
    "bad_encoding",
    "blocked_address",
    "redirects",
    "robots",
    "status",
    "protocol",
]

_LONGEST_WAIT = 24 * 3600  # seconds; whoever asks for more is asked again in a day


@dataclass(frozen=True, slots=True)
class Politeness:
    """How we behave towards the hosts that we read, and what we let them do to us."""

    user_agent: str = "dealdrift/0.1"
    per_host: int = 2  # requests under way at one host (name and port)
    delay: float = 1.0  # seconds from the start of one request to a host to the start of the next
    connections: int = 64  # requests under way at all hosts together
    deadline: float = 20.0  # seconds for one request: name, connection, redirects, body; waiting for a turn not counted
    max_bytes: int = 10_000_000  # of one body, as sent and as decoded
    max_redirects: int = 5
    allow_private: bool = False  # connect to any address, as the demo on loopback needs
    allowed_hosts: frozenset[str] = (
        frozenset()
    )  # hosts that may have private addresses, such as a receiver of one's own
    respect_robots: bool = True


@dataclass(frozen=True, slots=True)
class Request:
    """One page or feed to read; with the validators of the last reading, only if it changed since."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    accept: str = (
        "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.8"
    )


@dataclass(frozen=True, slots=True)
class Response:
    """A success (2xx) or "not modified" (304). The body is decoded from its content encoding, not from its charset."""

    url: str  # as asked
    final_url: str  # after redirects, without credentials
    status: int
    headers: Mapping[str, str]  # names in lower case, values as latin-1, repeated ones joined by ", "
    body: bytes = b""
    moved_to: str | None = None  # the new address, where every redirect on the way was permanent (301, 308)

    @property
    def not_modified(self) -> bool:
        """True where nothing changed since the last reading."""
        return self.status == 304

    @property
    def etag(self) -> str | None:
        """The validator to send next time, unless it has characters that cannot be sent back."""
        return sendable(self.headers.get("etag"))

    @property
    def last_modified(self) -> str | None:
        """The date to send next time, in the words of the server."""
        return sendable(self.headers.get("last-modified"))


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no page. The reason is one line for a person and holds no credentials."""

    url: str  # as asked
    reason: str
    kind: Kind
    retry_after: float | None = None  # seconds that the host asked us to wait
    status: int | None = None  # the HTTP status, where that is the reason

    @property
    def gone(self) -> bool:
        """True where the host says that there is no such page (404, 410)."""
        return self.status in (404, 410)


class WebError(DealdriftError):
    """A request failed; becomes a Failure."""

    def __init__(self, kind: Kind, reason: str, retry_after: float | None = None, status: int | None = None) -> None:
        super().__init__(reason)
        self.kind: Kind = kind
        self.retry_after = retry_after
        self.status = status

    def failure(self, url: str) -> Failure:
        """Return the same as a record, for the URL that was asked."""
        return Failure(url, str(self), self.kind, self.retry_after, self.status)


def sendable(value: str | None) -> str | None:
    """Return a header value if it can be sent as it is: printable ASCII, not empty, under 1,000 characters."""
    return value if value and len(value) < 1000 and value.isascii() and value.isprintable() else None


def retry_after(value: str | None, now: datetime) -> float | None:
    """Read a Retry-After header, seconds or a date, as seconds from `now` (aware). None where it is neither.

    Nothing below 0 or above 30 days.
    """
    value = (value or "").strip()
    if value.isascii() and value.isdigit():
        return float(min(int(value[:9]), _LONGEST_WAIT))
    try:
        date = parsedate_to_datetime(value[:100])
        seconds = (date.replace(tzinfo=date.tzinfo or UTC) - now).total_seconds()
    except (ValueError, OverflowError):
        return None
    return min(max(seconds, 0.0), float(_LONGEST_WAIT))
