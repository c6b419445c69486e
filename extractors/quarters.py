"""Halves, quarters, seasons and fiscal periods: "the latter half of next year", "Q3", "fiscal 2026"."""

from dataclasses import replace

from extractors.calendars import (
    ORDINALS,
    SEASONS,
    Period,
    months_from,
    part_of_year,
    season_period,
)
from extractors.monthdays import nearest_month
from extractors.points import DAY_ENDINGS, Point, Reader
from extractors.relativedates import time_count
from extractors.scanning import HYPHENS
from extractors.units import WHEN

# Before "Q3" or "H2" without a year; else it may be the name of a thing, "the new H1 chip".
BEFORE_SHORT = WHEN | {"the", "for", "this", "next", "last", "end", "between", "and", "to", "or", ""}


def part_at(r: Reader, i: int) -> Point | None:
    """A half or quarter in words: "third quarter of 2026", "latter half of next year", "second half"."""
    t = r.t
    number = ORDINALS.get(t.words[i])
    if number is None:
        return None
    if t.word(i + 1) in ("or", "and", "to") and t.word(i + 2) in ORDINALS and t.word(i + 3) in ("quarter", "half"):
        return _two_parts(r, i, number)
    if t.words[i] in ("first", "opening", "final") and (counted := time_count(r, i + 1)):
        return _months_of_year(r, i, counted)
    j = i + 2 if t.word(i + 1) in DAY_ENDINGS and not t.gap(i + 1) else i + 1
    fiscal = t.word(j) in ("fiscal", "financial")
    j += fiscal or t.word(j) == "calendar"
    size = t.word(j)
    if size not in ("quarter", "half") or (t.words[i].isdecimal() and j == i + 1):
        return None
    return _part_named(r, i, j + 1, number, size, fiscal)


def _two_parts(r: Reader, i: int, number: int) -> Point | None:
    """Two halves or quarters of one year: "first or second quarter of 2026"."""
    second = part_at(r, i + 2)
    if second is None or second.period is None or second.period.start is None:
        return second and replace(second, first=i)
    first = part_of_year(second.period.start.year, number, r.t.words[i + 3])
    if first is None or first.start is None or first.start > second.period.start:
        return None
    return replace(second, first=i, period=Period(first.start, second.period.end, "span"))


def _months_of_year(r: Reader, i: int, counted: tuple[int, str, int]) -> Point | None:
    """The first or final months of a year: "first three months of 2026"."""
    count, unit, last = counted
    named = r.year_after(last)
    if unit != "months" or named is None or not 0 < count < 12:
        return None
    year, after = named
    offset = 12 - count if r.t.words[i] == "final" else 0
    return Point(i, after, months_from(year * 12 + offset, count, "span") if year else None)


def short_part(r: Reader, letter: int, digit: int, first: int) -> Point | None:
    """A half or quarter in short: "Q3 2026", "H2", "3Q26", "2H 2026"."""
    t = r.t
    if t.word(digit) not in ("1", "2", "3", "4") or (t.gap(letter + 1) not in ("", " ", "-") and digit > letter):
        return None
    size = "quarter" if t.words[letter] == "q" else "half"
    last = max(letter, digit) + 1
    if t.word(last).isdecimal() and len(t.words[last]) == 2 and not t.gap(last):
        return Point(first, last + 1, part_of_year(2000 + int(t.words[last]), int(t.words[digit]), size))
    point = _part_named(r, first, last, int(t.words[digit]), size, False)
    alone = point is not None and point.part is not None and t.gap(point.last) not in tuple(HYPHENS)
    return None if alone and t.word(first - 1) not in BEFORE_SHORT else point


def _part_named(r: Reader, i: int, last: int, number: int, size: str, fiscal: bool) -> Point | None:
    """A half or quarter with the year after it; without one, of the year of publication, ahead or behind by cue."""
    t = r.t
    j = last + 1 if t.word(last) == "of" else last
    if t.word(j) in ("fiscal", "fy", "financial"):
        of = fiscal_at(r, j, number, size)
        return of and replace(of, first=i)
    named = r.year_after(last)
    if fiscal:
        return Point(i, named[1] if named else last, _fiscal_period(r, i, named[0] if named else None, number, size))
    if named:
        year, after = named
        return Point(i, after, part_of_year(year, number, size) if year else None)
    if t.word(last) == "of":
        return None  # "the first half of the payment"
    return Point(i, last, _nearest_part(r, i, number, size), part=(number, size))


def _nearest_part(r: Reader, i: int, number: int, size: str) -> Period | None:
    if r.now is None or r.now.year is None:
        return None
    period = part_of_year(r.now.year, number, size)
    if period is None or period.start is None or period.end is None:
        return None
    cue = r.cue(i)
    if cue > 0 and period.end < r.now.first:
        return part_of_year(r.now.year + 1, number, size)
    if cue < 0 and period.start > r.now.last:
        return part_of_year(r.now.year - 1, number, size)
    return period


def season_at(r: Reader, i: int) -> Point | None:
    """A season: "summer 2026", "spring of next year"; without a year the nearest one, but only as "in the summer"."""
    t = r.t
    named = r.year_after(i + 1) if t.word(i + 1) != "in" else None
    if named is None:
        if t.word(i - 1 - (t.word(i - 1) == "the")) not in ("in", "by", "since", "until", "during", "before", "after"):
            return None
        nearest = nearest_month(r, SEASONS[t.words[i]], i)
        start = nearest.start if nearest else None
        return Point(i, i + 1, season_period(start.year, start.month) if start else None)
    return Point(i, named[1], season_period(named[0], SEASONS[r.t.words[i]]) if named[0] else None)


def fiscal_at(r: Reader, i: int, number: int = 0, size: str = "year") -> Point | None:
    """A fiscal year or a part of it: "fiscal 2026", "FY26", "fiscal year 2026", "fiscal second quarter"."""
    t = r.t
    j = i + 2 if t.word(i + 1) == "year" else i + 1
    if t.words[i] == "financial" and j == i + 1:
        return None
    if t.word(j) in ORDINALS and t.word(j + 1) in ("quarter", "half") and size == "year":
        named = r.year_after(j + 2)
        year, last = named or (None, j + 2)
        return Point(i, last, _fiscal_period(r, i, year, ORDINALS[t.words[j]], t.words[j + 1]))
    year = r.year_at(j)
    if year is None and t.word(j).isdecimal() and len(t.words[j]) == 2 and t.words[i] == "fy":
        year = 2000 + int(t.words[j])
    return Point(i, j + 1, _fiscal_period(r, i, year, number, size)) if year else None


def _fiscal_period(r: Reader, i: int, year: int | None, number: int, size: str) -> Period | None:
    """A fiscal year is called after the calendar year in which it ends. Whose it is, the last name before tells."""
    text = r.t.text[max(r.t.starts[i] - 2000, 0) : r.t.starts[i]]
    company = max(r.fiscal, key=text.rfind, default=None)
    if year is None or company is None or company not in text:
        return None
    month = r.fiscal[company]
    start = year * 12 + month - 1 - (12 if month > 1 else 0)
    length = {"year": 12, "half": 6, "quarter": 3}[size]
    return months_from(start + (max(number, 1) - 1) * length, length, size)
