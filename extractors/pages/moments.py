"""Dates as machines print them."""

import re
from calendar import monthrange
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from extractors.models import Moment

EARLIEST_YEAR = 1990
LONGEST = 60  # characters of a date


_NO_YEAR = re.compile(r"(?<=[A-Za-z] )0[0-9]{3}\b")


def moment_of(printed: str) -> Moment | None:
    """Read a date as machines write it, ISO 8601 or RFC 822. Without a time zone it is a day, unreadable it is None.

    Dates before the web are placeholders, most often 1970-01-01, and None too.
    """
    text = printed.strip()[:LONGEST]
    if text.endswith(" -0000"):  # UTC, the sender's own zone unknown (RFC 5322)
        text = f"{text[:-5]}+0000"
    month = re.fullmatch(r"(\d{4})-(\d{2})", text)
    try:
        if month:
            first = date(int(month[1]), int(month[2]), 1)
            return Moment.of_days(first, first.replace(day=monthrange(first.year, first.month)[1]))
        when = _datetime(text)
        if when is None or not EARLIEST_YEAR <= when.year < 9_999:
            return None
        return Moment.of_days(when.date(), when.date()) if when.tzinfo is None else Moment.at(when)
    except (ValueError, OverflowError):
        return None


def _datetime(text: str) -> datetime | None:
    if _NO_YEAR.search(text):
        return None  # mail's two-digit years would make 2001 of the year 1, which some systems write for no date
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text)
        except (ValueError, TypeError, IndexError):
            continue
    return None
