from datetime import UTC, datetime

import pytest

from flows.answers import Failure, Response, retry_after

NOW = datetime(2026, 2, 20, 12, 0, tzinfo=UTC)
WAITS = {
    "seconds": ("120", 120.0),
    "no time": ("0", 0.0),
    "a date": ("Fri, 20 Feb 2026 12:01:30 GMT", 90.0),
    "a date without a zone is in UTC": ("Fri, 20 Feb 2026 12:01:30 -0000", 90.0),
    "a date that has passed": ("Fri, 20 Feb 2026 11:00:00 GMT", 0.0),
    "ages": ("9" * 5000, 86400.0),
    "a date in ages": ("Fri, 20 Feb 9999 12:00:00 GMT", 86400.0),
    "less than nothing": ("-5", None),
    "words": ("soon", None),
    "a date that is none": ("Fri, 99 Feb 2026 12:00:00 GMT", None),
    "a number in other digits": ("١٢", None),
    "nothing": ("", None),
    "no header": (None, None),
}


@pytest.mark.parametrize(("value", "seconds"), WAITS.values(), ids=WAITS)
def test_retry_after(value, seconds):
    assert retry_after(value, NOW) == seconds


ETAGS = {
    "a strong one": ('"abc"', '"abc"'),
    "a weak one": ('W/"abc"', 'W/"abc"'),
    "one that cannot be sent back": ('"ä"', None),
    "one without end": ("x" * 5000, None),
    "an empty one": ("", None),
}


@pytest.mark.parametrize(("header", "etag"), ETAGS.values(), ids=ETAGS)
def test_etag(header, etag):
    assert Response("http://a/", "http://a/", 200, {"etag": header}).etag == etag


@pytest.mark.parametrize(("status", "gone"), [(404, True), (410, True), (403, False), (503, False), (None, False)])
def test_gone(status, gone):
    assert Failure("http://a/", "reason", "status", status=status).gone is gone
