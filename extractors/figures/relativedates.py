"""Dates told from the publication or from the text: "next year", "later this year", "the end of 2026", "a year ago"."""

from collections.abc import Callable
from dataclasses import replace

from extractors.figures.calendars import (
    CAPITALS_ONLY,
    MONTHS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    Period,
    days_from,
    month_period,
    months_from,
    narrowed,
    part_of_year,
    season_period,
    week_period,
    year_period,
)
from extractors.figures.durations import around, counted_on, time_count
from extractors.figures.fiscal import after_owner, fiscal_at
from extractors.figures.points import (
    FEW,
    NARROW,
    NEXT,
    THAT,
    Point,
    Reader,
)

CALENDAR_SIZES = ("year", "quarter", "month", "week", "weekend", "decade")


def narrowed_at(r: Reader, i: int, point_at: Callable[[Reader, int], Point | None]) -> Point | None:
    """A part of a period: "early 2026", "mid-to-late June", "end of next year", "later this year", "year-end"."""
    t = r.t
    word = t.words[i]
    if word in ("later", "earlier"):
        return _rest(r, i)
    if word == "decade":
        period = _calendar(r, "decade", 0)
        ends = t.word(i - 1) in ("the", "this") and t.word(i + 1) in ("'", "’") and t.word(i + 3) == "end"
        return Point(i, i + 4, narrowed(period, "end") if period else None) if ends else None
    if word in ("year", "yearend", "midyear") or (word == "mid" and t.word(i + 1) == "year"):
        return _year_end(r, i)
    which = NARROW[word] or word
    j, until = i + 1, which
    if which in ("early", "mid") and t.word(j) in ("to", "or") and t.word(j + 1) in ("mid", "late"):
        until, j = t.words[j + 1], j + 2
    if (which in ("end", "start") or word == "middle") and t.word(j) != "of" and t.gap(j) != "-":
        return None  # "the end of 2026", "end-2026"
    if t.word(j) == "part" and t.word(j + 1) == "of":
        j += 2
    j += t.word(j) in ("in", "of")
    j += t.word(j) == "the"
    j += t.word(j) == "calendar"
    j += t.word(j) == "year" and r.year_at(j + 1) is not None
    if t.word(j) in NARROW or t.word(j) in ("later", "earlier", "year", "midyear", "yearend", ""):
        inner = the_year(r, j)
    else:
        owned = after_owner(r, j) if r.t.word(j - 1) in ("in", "of", "the") or r.capital(j) else None
        inner = the_year(r, j) or (fiscal_at(r, owned) if owned else None) or point_at(r, j)
    if inner is None or (inner.period and inner.period.size in ("day", "days", "open")):
        return None
    if inner.period is None:
        return replace(inner, first=i)
    low, high = narrowed(inner.period, which), narrowed(inner.period, until)
    return replace(inner, first=i, period=Period(low.start, high.end, "part") if low and high else None)


def the_year(r: Reader, j: int) -> Point | None:
    """The year or month of the publication, as in "the end of the year"."""
    if r.t.word(j - 1) != "the" or r.t.word(j) not in CALENDAR_SIZES:
        return None
    return Point(j, j + 1, _calendar(r, r.t.words[j], 0))


def _year_end(r: Reader, i: int) -> Point | None:
    """The end or middle of a year: "year-end 2026", "by year end", "mid-year"."""
    t = r.t
    word = t.words[i]
    which = "mid" if word in ("mid", "midyear") else "end"
    j = i + 1 if word in ("midyear", "yearend") else i + 2
    if word == "year" and t.word(i + 1) in ("'", "’") and t.word(i + 2) == "s":
        j += 2  # "year's end"
    if word == "year" and t.word(j - 1) != "end":
        return None
    named = r.year_after(j) if t.word(j) not in ("in", "the") else None
    year = named[0] if named else (r.now.year if r.now else None)
    if named is None and year and (told := r.year_before(i)) and told > year and told_ahead(r, i):
        year = told  # "half of it in early 2026 and everything by year-end"
    whole = year_period(year) if year else None
    return Point(i, named[1] if named else j, narrowed(whole, which) if whole else None)


def told_ahead(r: Reader, i: int) -> bool:
    """Whether the year last told is one to come, so that what follows in its sentence lies in it too."""
    ahead = bool(r.last and r.last.start and r.now and r.last.start > r.now.last) and r.cue(i) >= 0
    return ahead and "and" in r.t.words[r.told : i]


def _rest(r: Reader, i: int) -> Point | None:
    """From the publication on, or up to it: "later this year", "earlier in the month"."""
    t = r.t
    j = i + 1
    if t.word(j) in ("in", "on") and t.word(j + 1) in ("the", "this"):
        j += 1
    if t.word(j) not in ("this", "the") or t.word(j + 1) not in CALENDAR_SIZES:
        return None
    whole = _calendar(r, t.words[j + 1], 0)
    if whole is None or r.now is None:
        return Point(i, j + 2, None)
    later = t.words[i] == "later"
    return Point(i, j + 2, Period(r.now.first, whole.end, "part") if later else Period(whole.start, r.now.last, "part"))


def _calendar(r: Reader, size: str, steps: int) -> Period | None:
    """The year, quarter, month, week or weekend of the publication, or so many of them later."""
    if r.now is None:
        return None
    if size == "year":
        return year_period(r.now.year + steps) if r.now.year else None
    if size == "decade":
        return months_from((r.now.year // 10 + steps) * 120, 120, size) if r.now.year else None
    if size in ("month", "quarter"):
        if r.now.month is None:
            return None
        if size == "month":
            return months_from(r.now.month + steps, 1, "month")
        return months_from((r.now.month // 3 + steps) * 3, 3, "quarter")
    if r.now.day is None:
        return None
    week = week_period(r.now.day, steps)
    if size == "week" or week is None or week.start is None:
        return week
    return days_from(week.start, 5, 2, "weekend")


def relative_at(r: Reader, i: int) -> Point | None:
    """What "this", "next", "last", "that" say: a year, a month by name, a weekday, a season, "12 months"."""
    t = r.t
    word, j = t.words[i], i + 1
    what = t.word(j)
    if word in THAT:
        return _told(r, i)
    steps = NEXT[word]
    if (word == "next" and what == "few") or what in FEW or what in ("weeks", "months", "days", "years"):
        return _soon(r, i)
    if what in CALENDAR_SIZES:
        return _after_possessive(r, i, j + 1, _calendar(r, what, steps))
    if what in MONTHS and (what not in CAPITALS_ONLY or r.capital(j)) and word != "past":
        return Point(i, j + 1, _named_month(r, MONTHS[what], steps))
    if what in WEEKDAYS and len(what) > 4:
        return Point(i, j + 1, _named_weekday(r, WEEKDAYS[what], steps))
    if what in SEASONS:
        return Point(i, j + 1, _named_season(r, SEASONS[what], steps))
    if what == "half" and word == "last":
        return None
    return _next_count(r, i, j, steps)


def _after_possessive(r: Reader, i: int, last: int, year: Period | None) -> Point | None:
    """The year itself, or its part: "next year", "next year's second half"."""
    t = r.t
    if t.word(last) in ("'", "’") and t.word(last + 1) == "s" and t.word(last + 2) in ORDINALS:
        size = t.word(last + 3)
        if size in ("quarter", "half") and t.words[last - 1] == "year":
            period = part_of_year(year.start.year, ORDINALS[t.words[last + 2]], size) if year and year.start else None
            return Point(i, last + 4, period)
    return Point(i, last, year)


def _told(r: Reader, i: int) -> Point | None:
    """By the year last spoken of: "that year", "the same month", "the following year"."""
    t = r.t
    steps = THAT[t.words[i]]
    here = r.year or (r.now.year if r.now and t.words[i] == "same" else None)
    if t.word(i + 1) == "year":
        period = year_period(here + steps) if here else None
        return _after_possessive(r, i, i + 2, period)
    if t.word(i + 1) == "month" and steps == 0:
        if r.year is None and t.words[i] == "same":
            return Point(i, i + 2, _calendar(r, "month", 0))
        return Point(i, i + 2, month_period(r.year, r.month) if r.year and r.month else None)
    return None


def _soon(r: Reader, i: int) -> Point | None:
    """From the publication on, with no end: "in the coming weeks", "the next few months"."""
    t = r.t
    j = i + 2 if t.word(i + 1) in FEW else i + 1
    j += t.word(j) == "of"
    if t.word(j) not in ("weeks", "months", "days", "years") or NEXT[t.words[i]] <= 0:
        return None
    return Point(i, j + 1, Period(r.now.first, None, "open") if r.now else None)


def soon_at(r: Reader, i: int) -> Point | None:
    """From the publication on, with no end: "within days", "in the weeks ahead", "in the months to come"."""
    t = r.t
    ahead = t.word(i - 1) == "the" and (t.word(i + 1) == "ahead" or (t.word(i + 1), t.word(i + 2)) == ("to", "come"))
    if t.word(i - 1) != "within" and not ahead:
        return None
    last = i + 1 if not ahead else i + 2 + (t.word(i + 1) == "to")
    return Point(i, last, Period(r.now.first, None, "open") if r.now else None)


def _named_month(r: Reader, month: int, steps: int) -> Period | None:
    """A month by the publication: "last September", "next June", "this March"."""
    if r.now is None or r.now.month is None:
        return None
    if steps == 0:
        return month_period(r.now.month // 12, month)
    offset = (month - 1 - r.now.month) % 12
    return months_from(r.now.month + ((offset or 12) if steps > 0 else offset - 12), 1, "month")


def _named_weekday(r: Reader, weekday: int, steps: int) -> Period | None:
    """The nearest before is "last Monday"; the one of this week "this Friday"; of the next week "next Friday"."""
    day = r.now.day if r.now else None
    if day is None:
        return None
    if steps < 0:
        return days_from(day, -((day.weekday() - weekday) % 7 or 7), 1, "day")
    return days_from(day, weekday - day.weekday() + 7 * steps, 1, "day")


def _named_season(r: Reader, month: int, steps: int) -> Period | None:
    """A season by the publication: "this summer", "next spring", "last autumn"."""
    if r.now is None or r.now.month is None:
        return None
    this = season_period(r.now.month // 12, month)
    if this is None or this.start is None or this.end is None or steps == 0:
        return this
    if steps > 0:
        return this if this.start > r.now.last else season_period(this.start.year + 1, month)
    return this if this.end < r.now.first else season_period(this.start.year - 1, month)


def _next_count(r: Reader, i: int, j: int, steps: int) -> Point | None:
    """Between then and the publication: "the next 12 months", "the last two years"."""
    counted = time_count(r, j)
    if counted is None or steps == 0:
        return None
    if r.now is None or r.now.day is None:
        return Point(i, counted[2], None)
    far, last = counted_on(r, r.now.day, counted, steps)
    if far is None:
        return Point(i, last, None)
    return Point(i, last, Period(r.now.first, far, "span") if steps > 0 else Period(far, r.now.last, "span"))


def distance_at(r: Reader, i: int) -> Point | None:
    """The month or year around a day so long ago: "two months ago", "a year earlier"."""
    counted = time_count(r, i)
    if counted is None:
        return None
    count, unit, last = counted
    if r.t.word(last) in ("hence", "from") and (r.t.word(last) == "hence" or r.t.word(last + 1) in ("now", "today")):
        return Point(i, last + (1 if r.t.words[last] == "hence" else 2), around(r, count, unit), about=unit != "days")
    if r.t.word(last) not in ("ago", "earlier"):
        return None
    return Point(i, last + 1, around(r, -count, unit), about=unit != "days")


def after_next(r: Reader, i: int) -> Point | None:
    """What begins with "the": "the year after next", "the month after the next", "the year before", "the weekend"."""
    t = r.t
    if t.word(i + 1) == "weekend":
        return Point(
            i, i + 2, _calendar(r, "weekend", 0 if r.cue(i) > 0 else -1)
        )  # "over the weekend", told on weekdays
    if t.word(i + 1) == "year" and t.word(i + 2) in ("before", "earlier") and r.year:
        return Point(i, i + 3, year_period(r.year - 1))  # "54 in 2025, 60 the year before"
    if t.word(i + 2) in ("is", "ends", "runs") and t.word(i + 1) in CALENDAR_SIZES and t.word(i - 1) == "before":
        return Point(i, i + 2, _calendar(r, t.words[i + 1], 0))  # "before the year is out"
    if t.word(i + 2) != "after" or t.word(i + 1) not in CALENDAR_SIZES:
        return None
    j = i + 4 if t.word(i + 3) == "the" else i + 3
    return Point(i, j + 1, _calendar(r, t.words[i + 1], 2)) if t.word(j) == "next" else None
