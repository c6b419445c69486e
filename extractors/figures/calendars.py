"""Days, months, halves and seasons as periods, and what "early", "mid" and "the end of" make of them.

The conventions are those of the desk: early is January to April, mid June to July, late October to December; of a
month the days 1 to 10, 11 to 20, and the rest; "end of" is the last month, of a month its last ten days.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.models import Moment

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
CAPITALS_ONLY = frozenset(
    ("may", "march", "mar", "jun", "jul", "jan", "dec", "sep", "oct", "fall")
)  # or words, or names
SHORT_MONTHS = frozenset(name for name in MONTHS if len(name) <= 4) - {"may", "june", "july"}  # a point may follow
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the first month, in the north
ORDINALS = {"first": 1, "1st": 1, "opening": 1, "second": 2, "latter": 2, "back": 2, "third": 3, "fourth": 4}
ORDINALS |= {"front": 1, "1": 1, "2": 2, "3": 3, "4": 4, "final": 0}  # "final" is the last there is
EARLIEST_YEAR, LATEST_YEAR = 1950, 2079


@dataclass(frozen=True, slots=True)
class Period:
    """Days from start to end, both included; None is an open end. `size` is what they were called, such as "year"."""

    start: date | None
    end: date | None
    size: str


@dataclass(frozen=True, slots=True)
class Now:
    """When a text was published, as exactly as it is known."""

    first: date
    last: date

    @classmethod
    def of(cls, published: Moment) -> "Now":
        """The days of a moment."""
        return cls(published.earliest.date(), published.latest.date())

    @property
    def day(self) -> date | None:
        """The day, where it is known."""
        return self.first if self.first == self.last else None

    @property
    def year(self) -> int | None:
        """The year, where it is certain."""
        return self.first.year if self.first.year == self.last.year else None

    @property
    def month(self) -> int | None:
        """The month, where it is certain, counted from the year 0."""
        same = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return self.first.year * 12 + self.first.month - 1 if same else None


def months_from(count: int, length: int, size: str) -> Period | None:
    """The period of `length` months from month number `count` (counted from the year 0); None outside the calendar."""
    last = count + length - 1
    if not 12 <= count <= last < 9999 * 12:
        return None
    end_year, end_month = last // 12, last % 12 + 1
    return Period(
        date(count // 12, count % 12 + 1, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]), size
    )


def year_period(year: int) -> Period | None:
    """January to December."""
    return months_from(year * 12, 12, "year")


def month_period(year: int, month: int) -> Period | None:
    """One calendar month."""
    return months_from(year * 12 + month - 1, 1, "month")


def part_of_year(year: int, number: int, size: str) -> Period | None:
    """The first or second half, or a quarter; 0 is the last. None where there is no such part."""
    parts = 2 if size == "half" else 4
    number = number or parts
    length = 12 // parts
    return months_from(year * 12 + (number - 1) * length, length, size) if number <= parts else None


def season_period(year: int, first_month: int) -> Period | None:
    """Three months; the winter of a year begins in its December."""
    return months_from(year * 12 + first_month - 1, 3, "season")


def day_period(year: int, month: int, day: int) -> Period | None:
    """One day, or None where the calendar has none such."""
    if not (1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= monthrange(year, month)[1]):
        return None
    one = date(year, month, day)
    return Period(one, one, "day")


def week_period(day: date, weeks: int = 0) -> Period | None:
    """Monday to Sunday around a day, or some weeks later."""
    return days_from(day - timedelta(days=min(day.weekday(), (day - date.min).days)), 7 * weeks, 7, "week")


def days_from(day: date, offset: int, length: int, size: str) -> Period | None:
    """`length` days from `offset` days after a day; None outside the calendar."""
    if not (day.toordinal() + offset > 0 and day.toordinal() + offset + length <= date.max.toordinal()):
        return None
    start = day + timedelta(days=offset)
    return Period(start, start + timedelta(days=length - 1), size)


def shifted(day: date, count: int, unit: str) -> date | None:
    """The day some days, weeks, months or years later (or earlier); the last of the month where it is shorter."""
    if unit in ("days", "weeks"):
        period = days_from(day, count * (7 if unit == "weeks" else 1), 1, "day")
        return period.start if period else None
    month = day.year * 12 + day.month - 1 + count * (12 if unit == "years" else 1)
    period = months_from(month, 1, "month")
    if period is None or period.start is None or period.end is None:
        return None
    return period.start.replace(day=min(day.day, period.end.day))


NARROWINGS = {  # months of a year, and days of a month
    "early": ((1, 4), (1, 10)),
    "mid": ((6, 7), (11, 20)),
    "late": ((10, 12), (21, 31)),
    "end": ((12, 12), (21, 31)),
    "start": ((1, 1), (1, 10)),
}


def narrowed(period: Period, which: str) -> Period | None:
    """The "early", "mid", "late", "end" or "start" of a period."""
    if period.start is None or period.end is None:
        return None
    months, days = NARROWINGS[which]
    if period.size == "month":
        last = min(days[1], period.end.day)
        return Period(period.start.replace(day=days[0]), period.start.replace(day=last), "part")
    count = period.start.year * 12 + period.start.month - 1
    if period.size == "year":
        return months_from(count + months[0] - 1, months[1] - months[0] + 1, "part")
    if period.size in ("half", "quarter", "season"):
        length = 6 if period.size == "half" else 3
        offset, some = {"early": (0, length // 3), "mid": (length // 3, length // 3), "start": (0, 1)}.get(
            which, (length - 1, 1) if which == "end" else (length - length // 3, length // 3)
        )
        return months_from(count + offset, some, "part")
    if period.size == "decade":
        years = {"early": (0, 4), "mid": (4, 3), "late": (7, 3), "start": (0, 1), "end": (9, 1)}[which]
        return months_from(count + 12 * years[0], 12 * years[1], "part")
    return period
