"""Days by name, by number alone, or told from another day, in a report of Monday 22 September 2025."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.figures.feasts import _easter
from extractors.figures.fiscalyears import FISCAL_YEAR_STARTS
from extractors.models import Moment
from extractors.timelines import find_timelines

MONDAY = Moment.of_days(date(2025, 9, 22), date(2025, 9, 22))


def shown(text, published=MONDAY):
    """All dates of a text; "?" where they are unresolved."""
    return [
        f"{line.days.start or ''}..{line.days.end or ''}" if line.days.resolved else "?"
        for line in find_timelines(text, published, FISCAL_YEAR_STARTS)
    ]


WORDS = {
    # feasts
    "before a feast": ("closes before Christmas, due by Thanksgiving", ["..2025-12-24", "..2025-11-27"]),
    "a feast of a year": (
        "at Easter 2026, on Christmas Eve 2027",
        ["2026-04-05..2026-04-05", "2027-12-24..2027-12-24"],
    ),
    "no feast": ("the Christmas season, Easter sales", []),
    "the turn of the year": ("ready before the turn of the year", ["..2025-12-31"]),
    # numbers alone
    "the month last told": (
        "had been down for October 16, is put off until the 27th",
        ["2025-10-16..2025-10-16", "..2025-10-27"],
    ),
    "the nearest month": ("the meeting is on the 27th", ["2025-09-27..2025-09-27"]),
    "of the month": ("done on the 3rd of next month", ["2025-10-03..2025-10-03"]),
    "no day": ("the 27th floor, the 13th amendment", []),
    # parts of days and weeks
    "parts of a day": ("this morning, last night", ["2025-09-22..2025-09-22", "2025-09-21..2025-09-21"]),
    "weeks": (
        "the week of October 8, the week beginning 13 October",
        ["2025-10-06..2025-10-12", "2025-10-13..2025-10-19"],
    ),
    "two days off": (
        "the day after tomorrow, the day before yesterday",
        ["2025-09-24..2025-09-24", "2025-09-20..2025-09-20"],
    ),
    # told from another day
    "the same day": ("On May 5 it bid. It won the same day", ["2025-05-05..2025-05-05"] * 2),
    "later": ("It signed in May 2024 and left a year later", ["2024-05-01..2024-05-31", "2025-05-01..2025-05-31"]),
    "later than planned": ("a year later than planned", []),
    "after something": ("Two weeks after it rejected the bid, it said yes", ["2025-09-08..2025-09-14"]),
    "after what is to come": ("30 days after closing it pays", []),
    "after, from another day": ("In 2019, two years after it merged", ["2019-01-01..2019-12-31"]),
    # bounds
    "a time of day within a bound": ("until 5 p.m. ET on October 3", ["..2025-10-03"]),
    "the year so and so": ("until the year 2026", ["..2026-12-31"]),
    "beyond": ("beyond 2030", ["2031-01-01.."]),
    "not before": ("will not rule before October 25", ["2025-10-25.."]),
    "in days": ("within days, in the weeks ahead, in a few months", ["2025-09-22.."] * 3),
    "a fortnight": ("within a fortnight", ["2025-09-22..2025-10-06"]),
    # parts of years
    "some months": (
        "the closing months of 2026, the first weeks of next year",
        ["2026-10-01..2026-12-31", "2026-01-01..2026-01-31"],
    ),
    "halves by other words": (
        "the back half of 2026, the latter part of 2027",
        ["2026-07-01..2026-12-31", "2027-07-01..2027-12-31"],
    ),
    "the end of a month": ("by December-end", ["..2025-12-31"]),
    "ends of longer times": ("by the decade's end, before the year is out", ["..2029-12-31", "..2025-12-31"]),
    "everything by year-end": ("half in early 2026 and all by year-end", ["2026-01-01..2026-04-30", "..2026-12-31"]),
    "a season to come": ("promised for the spring", ["2026-03-01..2026-05-31"]),
    # ahead or behind
    "pencilled in": ("pencilled in for June", ["2026-06-01..2026-06-30"]),
    "had been pencilled in": ("had been pencilled in for August", ["2025-08-01..2025-08-31"]),
    "put off": ("pushed back to 3 May", ["2026-05-03..2026-05-03"]),
    "by whom is not by when": ("cleared the purchase by Talace on July 20", ["2025-07-20..2025-07-20"]),
    # fiscal years
    "an owner": ("in Broadcom's fiscal year 2026", ["2025-11-01..2026-10-31"]),
    "called by the year it begins in": ("Sony, in fiscal 2026", ["2026-04-01..2027-03-31"]),
    "an owner that is not in the table": ("Nvidia said Vexley's fiscal 2026", ["?"]),
    "two with different years": ("Nvidia and Oracle, in fiscal 2026", ["?"]),
    "early in": ("early in Salesforce's fiscal 2027", ["2026-02-01..2026-05-31"]),
    "of now": ("Oracle, in its current fiscal year", ["2025-06-01..2026-05-31"]),
    "a quarter without a year": ("HP will close it in its fiscal fourth quarter", ["2025-08-01..2025-10-31"]),
}


@pytest.mark.parametrize(("text", "days"), WORDS.values(), ids=WORDS)
def test_words_for_days(text, days):
    assert shown(text) == days


@pytest.mark.parametrize(
    "text", ["before Christmas", "the 27th", "this morning", "Two weeks after it won", "a few weeks"]
)
def test_without_a_publication_they_stay_unresolved(text):
    assert all(days == "?" for days in shown(text, None))


@given(st.integers(1950, 2079))
def test_easter_is_a_sunday_of_spring(year):
    day = _easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("name", "month"), [("Nvidia", 2), ("Microsoft", 7), ("Oracle", 6), ("Apple", 10), ("Sony", 16)]
)
def test_fiscal_years_begin_in(name, month):
    assert FISCAL_YEAR_STARTS[name] == month
