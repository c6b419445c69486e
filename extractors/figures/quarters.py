"""Halves, quarters and seasons: "the latter half of next year", "Q3", "spring of next year"."""

from dataclasses import replace

from extractors.figures.calendars import (
    ORDINALS,
    SEASONS,
    Period,
    months_from,
    part_of_year,
    season_period,
)
from extractors.figures.durations import time_count
from extractors.figures.fiscal import after_owner, fiscal_at, fiscal_point
from extractors.figures.monthdays import SOON, happened, nearest_month
from extractors.figures.points import DAY_ENDINGS, NARROW, NEXT, Point, Reader
from extractors.figures.scanning import HYPHENS
from extractors.figures.units import WHEN

# Before "Q3" or "H2" without a year; else it may be the name of a thing, "the new H1 chip".
BEFORE_SEASON = frozenset(("in", "by", "since", "until", "during", "before", "after", "for", "over", "into"))
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


def last_part(r: Reader, i: int) -> Point | None:
    """The last half, quarter or months of a year that is named after it: "last quarter of calendar year 2026"."""
    t = r.t
    if t.words[i] != "last":
        return None
    if t.word(i + 1) in ("quarter", "half") and t.word(i + 2) == "of":
        return _part_named(r, i, i + 2, 0, t.words[i + 1], False)
    counted = time_count(r, i + 1)
    return _months_of_year(r, i, counted) if counted and t.word(counted[2]) == "of" else None


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
    offset = 12 - count if r.t.words[i] in ("final", "last") else 0
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
    if t.word(last) == "of" and (owned := after_owner(r, j)):
        of = fiscal_at(r, owned, number, size)
        return of and replace(of, first=i)
    if t.word(last) == "of" and (decade := _of_decade(r, i, j, number, size)):
        return decade
    named = r.year_after(last)
    if fiscal:
        return fiscal_point(r, i, named[1] if named else last, named[0] if named else None, number, size)
    if named:
        year, after = named
        return Point(i, after, part_of_year(year, number, size) if year else None)
    if t.word(last) == "of":
        return None  # "the first half of the payment"
    return Point(i, last, _nearest_part(r, i, number, size), part=(number, size))


def _of_decade(r: Reader, i: int, j: int, number: int, size: str) -> Point | None:
    """Half of a decade: "the second half of the decade", "of the next decade", "of the 2030s"."""
    t = r.t
    j += t.word(j) == "the"
    year = r.year_at(j)
    if year and t.word(j + 1) == "s":
        start, last = year, j + 2
    else:
        steps = NEXT.get(t.word(j), 0)
        last = j + 1 + (t.word(j) in NEXT)
        if t.word(last - 1) != "decade" or r.now is None or r.now.year is None:
            return None
        start = (r.now.year // 10 + steps) * 10
    if size != "half":
        return None
    return Point(i, last, months_from(start * 12 + (60 if number in (0, 2) else 0), 60, "years"))


def _nearest_part(r: Reader, i: int, number: int, size: str) -> Period | None:
    if r.now is None or r.now.year is None:
        return None
    period = part_of_year(r.now.year, number, size)
    if period is None or period.start is None or period.end is None:
        return None
    cue = r.cue(i)
    told = r.year_before(i)
    if told and told > r.now.year and cue > 0:
        return part_of_year(told, number, size)  # "starting July 2026 and done by the fourth quarter"
    if cue > 0 and period.end < r.now.first:
        return part_of_year(r.now.year + 1, number, size)
    if cue < 0 and (period.start - r.now.last).days > (0 if happened(r, i) else SOON):
        return part_of_year(r.now.year - 1, number, size)
    return period


def season_at(r: Reader, i: int) -> Point | None:
    """A season: "summer 2026", "spring of next year"; without a year the nearest one, but only as "in the summer"."""
    t = r.t
    named = r.year_after(i + 1) if t.word(i + 1) != "in" else None
    if named is None:
        if t.word(i - 1 - (t.word(i - 1) == "the")) not in BEFORE_SEASON and t.word(i - 1) not in NARROW:
            return None
        return Point(i, i + 1, _nearest_season(r, SEASONS[t.words[i]], i))
    return Point(i, named[1], season_period(named[0], SEASONS[r.t.words[i]]) if named[0] else None)


def _nearest_season(r: Reader, month: int, i: int) -> Period | None:
    """A season without a year: the one that runs or comes, the last one begun, or the nearest, by the words around."""
    if r.now is None or r.now.month is None:
        return None
    near = [season_period(r.now.first.year + years, month) for years in (-1, 0, 1)]
    cue = r.cue(i)
    if cue > 0:
        return next((s for s in near if s and s.end and s.end >= r.now.first), None)
    if cue < 0:
        return next((s for s in reversed(near) if s and s.start and s.start <= r.now.last), None)
    nearest = nearest_month(r, month, i)
    start = nearest.start if nearest else None
    return season_period(start.year, start.month) if start else None
