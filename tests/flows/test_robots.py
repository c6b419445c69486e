import time

import pytest

from flows.robots import ROBOTS_LIMIT, rules_from

FORBIDS = b"User-agent: *\nDisallow: /private/\n"
RULES = {
    "a page that is forbidden to all": (200, FORBIDS, "/private/deal", False),
    "a page that is not": (200, FORBIDS, "/news/deal", True),
    "what is forbidden to us alone": (
        200,
        b"User-agent: dealdrift\nDisallow: /\n\nUser-agent: *\nAllow: /\n",
        "/a",
        False,
    ),
    "what is forbidden to others": (200, b"User-agent: otherbot\nDisallow: /\n", "/a", True),
    "a file that begins with a byte order mark": (200, b"\xef\xbb\xbf" + FORBIDS, "/private/deal", False),
    "an empty file": (200, b"", "/a", True),
    "a web page in its place": (200, b"<html><body>Not found</body></html>", "/a", True),
    "no such file": (404, b"", "/a", True),
    "no entry to it": (403, b"", "/a", True),
    "an answer that was no use": (None, b"", "/a", True),
    "a path that is no URL, before one that is": (200, b"User-agent: *\nDisallow: //[x\nDisallow: /a\n", "/a", False),
    "a delay that is no number": (200, "User-agent: *\nCrawl-delay: ²\nDisallow: /a\n".encode(), "/a", False),
    "bytes in no encoding": (200, b"\xff\xfe\n" + FORBIDS, "/private/deal", False),
}


@pytest.mark.parametrize(("status", "body", "path", "allowed"), RULES.values(), ids=RULES)
def test_rules_from(status, body, path, allowed):
    rules = rules_from(status, body)
    assert not rules.wait
    assert rules.allow(f"http://news.example{path}", "dealdrift/0.1 (+https://news.example)") is allowed


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_host_in_trouble_is_left_alone(status):
    assert rules_from(status, b"").wait


@pytest.mark.parametrize("line", [b"Disallow: /a\n", b"User-agent: *\n", b"#", b":", b"Disallow: /%41\n", b"\n"])
def test_a_hostile_file_takes_no_time(line):
    start = time.monotonic()
    rules = rules_from(200, (b"User-agent: *\n" + line * ROBOTS_LIMIT)[:ROBOTS_LIMIT])
    rules.allow("http://news.example/b", "dealdrift/0.1")
    assert time.monotonic() - start < 3
