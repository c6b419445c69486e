"""Days and months by name and number: "June 18", "18 June 2025", "2025-06-18", "October 2024", "Sept. 22"."""

from dataclasses import replace

from extractors.figures.calendars import (
    CAPITALS_ONLY,
    EARLIEST_YEAR,
    LATEST_YEAR,
    MONTHS,
    ORDINALS,
    SHORT_MONTHS,
    WEEKDAYS,
    Period,
    day_period,
    days_from,
    month_period,
    months_from,
    narrowed,
    part_of_year,
    year_period,
)
from extractors.figures.numbers import SCALES
from extractors.figures.points import BEHIND, DAY_ENDINGS, NEXT, Point, Reader
from extractors.figures.scanning import HYPHENS
from extractors.figures.units import COUNTED, SIGNS, STOPS, UNITS

NAMED_WEEKDAYS = frozenset(("black", "cyber", "good", "super", "giving", "easter", "ash"))  # "Black Friday" is a sale


def from_year(r: Reader, i: int, year: int) -> Point:
    """What begins with a year: "2025-06-18", "2025-06", "2016 Q3", "2026 June", "2026-27", "2026"."""
    t = r.t
    two = t.word(i + 1)
    if (two in MONTHS and t.gap(i + 1) == "-") or (two == "/" and t.word(i + 2) in MONTHS):
        j = i + (2 if two == "/" else 1)
        day = t.word(j + 2 if t.word(j + 1) == "/" else j + 1)
        if day.isdecimal() and len(day) <= 2:
            return Point(i, j + (3 if t.word(j + 1) == "/" else 2), day_period(year, MONTHS[t.words[j]], int(day)))
    if (two.isdecimal() and t.gap(i + 1) == "-") or two == "/" or (two and two in HYPHENS):
        joined = _joined_numbers(r, i, year)
        if joined:
            return joined
    if two == "s" or (two in ("'", "’") and t.word(i + 2) == "s" and year % 10 == 0):
        return Point(i, i + (2 if two == "s" else 3), months_from(year * 12, 120, "decade"))
    if two in ("q", "h") and t.word(i + 2) in ("1", "2", "3", "4"):
        number, size = int(t.words[i + 2]), "quarter" if two == "q" else "half"
        return Point(i, i + 3, part_of_year(year, number, size))
    j = i + 2 if two == "," else i + 1
    if t.word(j) in MONTHS and not t.word(j + 1)[:1].isdecimal() and (t.word(j) not in CAPITALS_ONLY or r.capital(j)):
        return Point(i, j + 1, month_period(year, MONTHS[t.words[j]]))
    j = i + 3 if two in ("'", "’") and t.word(i + 2) == "s" else j + (t.word(j) == "the")
    if t.word(j) in ORDINALS and t.word(j + 1) in ("quarter", "half"):
        return Point(i, j + 2, part_of_year(year, ORDINALS[t.words[j]], t.words[j + 1]))
    return Point(i, i + 1, year_period(year))


def _joined_numbers(r: Reader, i: int, year: int) -> Point | None:
    """A year and what is glued to it: a month, a month and a day, or the next year."""
    t = r.t
    apart = t.word(i + 1) in ("/", *HYPHENS)
    j = i + 2 if apart else i + 1
    two = t.word(j)
    spaced = t.gap(j) == " "
    if not two.isdecimal() or len(two) > 2 or not (spaced or t.gap(j) in ("", "-")):
        return None
    if spaced and t.word(j + 1)[:1].isalpha():
        return None  # "in 2016 - 11 companies"
    k = j + 2 if t.word(j + 1) == "/" else j + 1
    if t.word(k).isdecimal() and len(t.words[k]) <= 2 and t.gap(k) in ("", "-"):
        period = day_period(year, int(two), int(t.words[k]))
        return Point(i, k + 1, period) if period else None
    more = int(two) - year % 100  # "2026-27", "2029-31"; but "2009-11" is a month
    if len(two) == 2 and (more == 1 or (more > 0 and int(two) > 12)):
        return Point(i, j + 1, months_from(year * 12, 12 * (more + 1), "years"))
    period = month_period(year, int(two)) if 1 <= int(two) <= 12 else None
    return Point(i, j + 1, period) if period else None


def month_at(r: Reader, i: int) -> Point | None:
    """What begins with the name of a month."""
    t = r.t
    number = MONTHS[t.words[i]]
    if t.words[i] in CAPITALS_ONLY and not r.capital(i):
        return None
    j = i + 2 if t.word(i + 1) == "." and t.words[i] in SHORT_MONTHS else i + 1
    if t.gap(j) in HYPHENS and t.gap(j) and _is_model(t.word(j)):
        return None
    day = _day_at(r, j)
    if day is None and t.word(j) in ("between", "from") and (between := _days_between(r, i, number, j + 1)):
        return between
    if day is None:
        return _month_only(r, i, number, j)
    last = day[1]
    other = _day_at(r, last) if t.gap(last) in tuple(HYPHENS) else _day_to(r, last)
    named = r.year_after(last if other is None else other[1])
    first = _dated(r, i, last, number, day[0], named)
    if other is None or other[0] <= day[0]:
        return first
    second = _dated(r, i, other[1], number, other[0], named)
    if first.period is None or second.period is None:
        return replace(second, period=None)
    return replace(second, period=Period(first.period.start, second.period.end, "days"))


def _is_model(word: str) -> bool:
    """Whether a number after a hyphen is that of a model, and no year: "APR-1400"."""
    return word.isdecimal() and len(word) > 2 and not 1900 <= int(word) < 2100


def _day_to(r: Reader, i: int) -> tuple[int, int] | None:
    """The last day in "November 19 to 20", where no noun follows that it could count."""
    other = _day_at(r, i + 1) if r.t.word(i) in ("to", "through", "until", "till") else None
    if other is None or (r.t.word(other[1])[:1].isalpha() and r.t.words[other[1]] not in STOPS):
        return None
    return other


def _days_between(r: Reader, i: int, month: int, j: int) -> Point | None:
    """From a day to another of the month just named: "November between 19 and 20"."""
    one = _day_at(r, j)
    if one is None:
        return None
    k = one[1] + (r.t.word(one[1]) in ("and", "to"))
    two = _day_at(r, k)
    if two is None or two[0] <= one[0] or (k == one[1] and r.t.gap(k) not in tuple(HYPHENS)):
        return None
    named = r.year_after(two[1])
    first, last = (_dated(r, i, two[1], month, day, named) for day in (one[0], two[0]))
    if first.period is None or last.period is None:
        return replace(last, period=None)
    return replace(last, period=Period(first.period.start, last.period.end, "days"), month=None)


def _month_only(r: Reader, i: int, number: int, j: int) -> Point:
    named = r.year_after(j)
    if named:
        year, last = named
        return Point(i, last, month_period(year, number) if year else None)
    if r.t.word(i + 1) == "quarter":
        nearest = nearest_month(r, number, i)
        year, last = r.year_after(i + 2) or (nearest.start.year if nearest and nearest.start else None, i + 2)
        return Point(
            i, last, months_from(year * 12 + number - 3, 3, "quarter") if year else None
        )  # it ends with the month
    nearest = nearest_month(r, number, i)
    if r.t.gap(i + 1) == "-" and r.t.word(i + 1) == "end":
        return Point(i, i + 2, narrowed(nearest, "end") if nearest else None)  # "by December-end"
    return Point(i, i + 1, nearest, month=number)


def _day_at(r: Reader, i: int) -> tuple[int, int] | None:
    """A day of the month at token i, with the token after it: "18", "22nd"; not "18 million" or "5 percent"."""
    t = r.t
    word = t.word(i)
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    j = i + 1
    if t.word(j) in DAY_ENDINGS and not t.gap(j):
        return int(word), j + 1
    after = t.word(j)
    unit = after in SCALES or (after in UNITS and after not in SIGNS) or after in COUNTED
    return None if unit and t.gap(j) in ("", " ", "-") else (int(word), j)


def day_month(r: Reader, i: int) -> Point | None:
    """What begins with a day of the month: "18 June 2025", "18th of June", "4 to 22 January", "4 to 22 this month"."""
    t = r.t
    day = _day_at(r, i)
    if day is None:
        return None
    j = day[1]
    second = None
    if t.word(j) in ("to", "and", "until", "till") or t.gap(j) in tuple(HYPHENS):
        second = _day_at(r, j if t.gap(j) in tuple(HYPHENS) else j + 1)
    end = second or day
    j = end[1] + 1 if t.word(end[1]) in ("of", "in") else end[1]
    if second and t.word(j) in NEXT and t.word(j + 1) == "month":
        return _days_of_month(r, i, j, (day[0], second[0]))
    if t.word(day[1]) == "to" and t.word(day[1] + 1) in MONTHS:
        return _days_to(r, i, day[0], day[1] + 1)
    if t.word(j) not in MONTHS or (t.words[j] in CAPITALS_ONLY and not r.capital(j)):
        return None
    month = MONTHS[t.words[j]]
    k = j + 2 if t.word(j + 1) == "." and r.year_at(j + 2) else j + 1
    named = r.year_after(k)
    last = _dated(r, i, j + 1, month, end[0], named)
    if second is None:
        return last
    first = _dated(r, i, j + 1, month, day[0], named)
    if first.period is None or last.period is None:
        return replace(last, period=None)
    return replace(last, period=Period(first.period.start, last.period.end, "days"))


def _days_of_month(r: Reader, i: int, j: int, days: tuple[int, int]) -> Point:
    """From one day to another of "this month" or "next month", which is named at token j."""
    point = Point(i, j + 2, None)
    if r.now is None or r.now.month is None:
        return point
    month = r.now.month + NEXT[r.t.words[j]]
    first, last = (day_period(month // 12, month % 12 + 1, day) for day in days)
    return replace(point, period=Period(first.start, last.end, "days")) if first and last else point


def _days_to(r: Reader, i: int, day: int, j: int) -> Point | None:
    """The day before a whole date in the same month: "4 to January 22, 1995"."""
    other = month_at(r, j)
    if other is None or other.period is None or other.period.size != "day" or other.period.start is None:
        return None
    first = day_period(other.period.start.year, other.period.start.month, day)
    return replace(other, first=i, period=Period(first.start, other.period.end, "days")) if first else None


def in_figures(r: Reader, i: int) -> Point | None:
    """A date in figures alone: "22.09.2025", "01/22/2016", "11/2016". Unresolved where the day could be the month."""
    t = r.t
    parts, last = t.words[i].split("."), i + 1
    dotted = len(parts) == 3
    while not dotted and len(parts) < 3 and t.word(last) == "/" and t.word(last + 1).isdecimal():
        parts, last = [*parts, t.words[last + 1]], last + 2
    if (len(parts) == 1 and t.word(i + 1) in HYPHENS and t.word(i + 2).isdecimal()) or t.gap(i + 1) == "-":
        parts, last = [*parts, t.word(i + 1) if t.gap(i + 1) == "-" else t.words[i + 2]], i + 2 + (t.gap(i + 1) != "-")
    if len(parts) < 2 or len(parts[-1]) != 4 or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    one, two, year = int(parts[0]), int(parts[-2]), int(parts[-1])
    if not EARLIEST_YEAR <= year <= LATEST_YEAR or (t.word(last)[:1].isalpha() and t.word(i + 1) in HYPHENS):
        return None
    if len(parts) == 2:
        return Point(i, last, month_period(year, one)) if 1 <= one <= 12 else None
    if dotted or one > 12:
        period = day_period(year, two, one)
    else:
        period = day_period(year, one, two) if two > 12 or one == two else None
    return Point(i, last, period) if period or max(one, two) <= 12 else None


def _dated(r: Reader, first: int, last: int, month: int, day: int, named: tuple[int | None, int] | None) -> Point:
    """A day of a month in the year named after it, or in the nearest one."""
    if named:
        year, after = named
        return Point(first, after, day_period(year, month, day) if year else None)
    return Point(first, last, _nearest_day(r, month, day, first), month=month, day=day)


def _year_told(r: Reader, i: int, month: int) -> int | None:
    """The year of a month beside the day told last, shortly before, in a report without a day of its own."""
    told = r.last
    if told is None or told.start is None or told.size != "day" or i - r.told > _HOLDS:
        return None
    offset = (month - told.start.month + 6) % 12 - 6
    return told.start.year + (told.start.month - 1 + offset) // 12 if abs(offset) <= _CLEAR else None


_CLEAR = 3  # months; what lies farther off may be of another year
_HOLDS = 60  # words


def nearest_month(r: Reader, month: int, i: int) -> Period | None:
    """A month without a year, against the publication only: ahead or behind by the words around, else the nearest."""
    if r.now is None or r.now.month is None:
        year = None if r.now else _year_told(r, i, month)
        return month_period(year, month) if year else None
    here = r.now.month
    cue = r.cue(i)
    offset = (month - 1 - here) % 12  # months ahead, 0 to 11
    ahead = offset <= 6 if cue == 0 else cue > 0
    return months_from(here + offset - (0 if ahead or offset == 0 else 12), 1, "month")


SOON = 75  # days; one so near is meant even among words of the past: nobody leaves out the year of last year's
_JUST_AHEAD = 21  # days; what is said to have happened on a day is rarely so far ahead


def _nearest_day(r: Reader, month: int, day: int, i: int) -> Period | None:
    """The same for a day. Two days of grace: a text may be dated in another time zone."""
    if r.now is None or r.now.month is None:
        year = None if r.now else _year_told(r, i, month)
        return day_period(year, month, day) if year else None
    cue = r.cue(i)
    near = [day_period(r.now.first.year + years, month, day) for years in (-1, 0, 1)]
    days = [period for period in near if period and period.start]
    if cue > 0:
        return next((p for p in days if p.start and (p.start - r.now.first).days >= -2), None)
    soon = _JUST_AHEAD if happened(r, i) else SOON
    if cue < 0 and not any(p.start and 2 < (p.start - r.now.last).days <= soon for p in days):
        return next((p for p in reversed(days) if p.start and (p.start - r.now.last).days <= 2), None)
    return min(days, key=lambda p: abs((p.start - r.now.first).days) if p.start and r.now else 0, default=None)


def happened(r: Reader, i: int) -> bool:
    """Whether the verb that a date belongs to tells what happened: "was announced on November 4"."""
    j = i - 1
    while j > 0 and r.t.words[j] in _ON:
        j -= 1
    own = r.t.word(j)
    return own in BEHIND or (len(own) > 4 and own.endswith("ed"))


_ON = frozenset(("on", "in", "the", "during", ","))


def weekday_at(r: Reader, i: int) -> Point | None:
    """A weekday is the nearest one before publication; with a date after it, it is that date."""
    t = r.t
    j = i + 1
    while t.word(j) in (",", ".") and j < i + 3:
        j += 1
    dated = None
    if t.word(j) in MONTHS:
        dated = month_at(r, j)
    elif t.word(j).isdecimal():
        dated = day_month(r, j)
    if dated and (dated.day or (dated.period and dated.period.size == "day")):
        return replace(dated, first=i)
    if t.word(j) == "the" and (numbered := _weekday_numbered(r, i, j + 1)):
        return numbered
    if len(t.words[i]) < 6 or not r.capital(i) or t.word(i - 1) in NAMED_WEEKDAYS:
        return None
    day = r.now.day if r.now else None
    return Point(i, i + 1, days_from(day, -((day.weekday() - WEEKDAYS[t.words[i]]) % 7), 1, "day") if day else None)


def _weekday_numbered(r: Reader, i: int, j: int) -> Point | None:
    """A weekday with its day of the month: "Friday the 11th" of the nearest month in which that is a Friday."""
    day = _day_at(r, j)
    if day is None or day[1] != j + 2:  # "the 11th", not "the 11"
        return None
    if r.now is None or r.now.month is None:
        return Point(i, day[1], None)
    for offset in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6):
        month = r.now.month + offset
        period = day_period(month // 12, month % 12 + 1, day[0])
        if period and period.start and period.start.weekday() == WEEKDAYS[r.t.words[i]]:
            return Point(i, day[1], period)
    return None
