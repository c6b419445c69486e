"""robots.txt: what a host asks robots to leave alone (RFC 9309)."""

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

ROBOTS_LIMIT = 512 * 1024  # bytes; RFC 9309 asks for 500 KiB at least, the rest is not read
_OVERLOADED = 429
_READ = ("user-agent", "allow", "disallow")  # the standard parser stumbles over some forms of the others


class Rules:
    """What one host allows. Crawl-delay is not read: the politeness of the run decides the pace."""

    def __init__(self, body: bytes = b"", *, wait: bool = False) -> None:
        self.wait = wait  # the host could not say: ask for nothing now
        self._rules = RobotFileParser()
        self._rules.parse(line for line in body.decode("utf-8-sig", "replace").splitlines() if _readable(line))

    def allow(self, url: str, user_agent: str) -> bool:
        """Tell whether this robot may read this URL."""
        return self._rules.can_fetch(user_agent, url)


def _readable(line: str) -> bool:
    """Can the standard parser read this line? It crashes where a path is no URL. Empty lines end a record."""
    name, _, value = line.partition("#")[0].partition(":")
    try:
        urlsplit(value.strip())
    except ValueError:
        return False
    return not line.strip() or name.strip().lower() in _READ


def rules_from(status: int | None, body: bytes) -> Rules:
    """Read the answer to a request for robots.txt; no status means that the answer was no use.

    A server's own trouble (5xx, 429) means wait. A host without the file (4xx) allows everything.
    """
    if status is not None and (status >= 500 or status == _OVERLOADED):
        return Rules(wait=True)
    return Rules(body if status == 200 else b"")
