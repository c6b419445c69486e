"""Dates and periods as printed, as intervals of days: "by mid-2026", "the latter half of next year", "2030 or 2031".

Resolved against the day of publication, or unresolved: never guessed. Points are read in `points`; here they are
joined and bounded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractors.figures.bounds import (
    ABOUT,
    AFTER,
    BEFORE,
    BOUNDS_AFTER,
    BOUNDS_BEFORE,
    BY,
    EARLIEST,
    ENDINGS,
    FELL,
    FROM,
    MOVED_DATES,
    MOVES,
    NEGATIONS,
    PLAIN,
    SINCE,
    THROUGH,
    UNTIL,
    outer_edge,
)
from extractors.figures.calendars import (
    MONTHS,
    WEEKDAYS,
    Now,
    Period,
    day_period,
    month_period,
    part_of_year,
)
from extractors.figures.dates import STARTERS, may_begin, point_at
from extractors.figures.durations import within_at
from extractors.figures.points import Point, Reader
from extractors.figures.scanning import HYPHENS, listed, phrase_at, phrase_before, tokens
from extractors.models import Days, Moment, Qualifier, Span

MOST = 20_000  # places of one text where a date may begin; more is a calendar or an attack, no report


@dataclass(frozen=True, slots=True)
class Timeline:
    """Days, and the words they were read from. Unresolved where both ends are None."""

    days: Days
    span: Span  # with "by", "until", "around"
    amount: Span  # the bare date
    earliest: bool = False  # "no earlier than 2030": the start itself is a bound


def find_timelines(
    text: str, published: Moment | None, fiscal_year_starts: Mapping[str, int] | None = None
) -> list[Timeline]:
    """Every date or period of a text, in the order in which they stand.

    `published` resolves what is relative; without it such words give Days(None, None). `fiscal_year_starts` says in
    which month the fiscal year of a company begins ({"Nvidia": 2}); without it fiscal periods are unresolved.
    Durations ("15-year") are quantities; only "within 18 months" and the like are dates.
    """
    reader = Reader(tokens(text), Now.of(published) if published else None, fiscal_year_starts or {})
    words = reader.t.words
    found: list[Timeline] = []
    after = tries = 0
    for i, word in enumerate(words):
        if i < after or not (word in STARTERS or word[0].isdecimal()) or not may_begin(reader, i):
            continue
        read = _counted(reader, i) or _joined(reader, i)
        if read is not None:
            point, line = read
            found.append(line)
            after = point.last
        if (tries := tries + 1) == MOST:
            break
    return found


def _counted(reader: Reader, i: int) -> tuple[Point, Timeline] | None:
    within = within_at(reader, i)
    return within and (within[0], _line(reader, within[0], within[1], within[0].last, within[0].period))


def _joined(reader: Reader, i: int) -> tuple[Point, Timeline] | None:
    """A point, and what joins it to a second one, with the bounds around."""
    first = point_at(reader, i)
    if first is None:
        return None
    second, kind = _second(reader, first)
    if second is None:
        return first, _bounded(reader, first)
    first = _same_year(first, second)
    if kind == "or":
        period = _union(first, second)
        if period is None:
            return first, _bounded(reader, first)
        return second, _bounded(reader, replace(second, first=first.first, period=period))
    return second, _spanned(reader, first, second)


def _second(reader: Reader, first: Point) -> tuple[Point | None, str]:
    """The other end of a range, or the alternative: "to March 2026", "and 2031" after "between", "or 2031"."""
    t = reader.t
    j = first.last
    word = t.word(j)
    if t.gap(j) in tuple(HYPHENS):
        kind = "to"
    elif word in ("to", "through", "until", "till", "or", "and") or (word[:1] in HYPHENS and word):
        kind = "or" if word == "or" else "to"
        if word == "and" and t.word(first.first - 1) != "between" and t.word(first.first - 2) != "between":
            return None, ""
        j += 1
    else:
        return None, ""
    j += t.word(j) in ("the", "in")
    if word == "to" and _moved(reader, first.first):
        return None, ""
    if j >= len(t.words) or not (t.words[j] in STARTERS or t.words[j][0].isdecimal()):
        return None, ""
    if t.words[j] == "now":
        now = reader.now
        return Point(j, j + 1, Period(now.first, now.last, "day") if now else None), kind
    year, month = reader.year, reader.month
    second = point_at(reader, j)
    if second is None or (second.period and second.period.size == "open"):
        reader.year, reader.month = year, month
        return None, ""
    return second, kind


def _moved(reader: Reader, first: int) -> bool:
    """Whether "from X to Y" tells of a date that was moved: two dates, not a period."""
    words = reader.t.words[max(first - 16, 0) : first]
    for j in range(len(words) - 1, 0, -1):
        if words[j][0] in ".!?;":
            words = words[j:]
            break
    moved = not MOVES.isdisjoint(words[-8:]) or not MOVED_DATES.isdisjoint(words)
    return "from" in words[-3:] and moved


def _union(first: Point, second: Point) -> Period | None:
    """From the start of the one to the end of the other, where they touch: "2030 or 2031"."""
    one, two = first.period, second.period
    if not one or not two or one.end is None or two.start is None or one.start is None or two.end is None:
        return None
    touches = 0 < (two.start - one.end).days <= (1 if one.size == two.size else 92)
    return Period(one.start, two.end, "either") if touches else None


def _same_year(first: Point, second: Point) -> Point:
    """The first end with the year that only the second prints: "March to May 2026"."""
    if second.month is not None or second.part is not None or second.period is None or second.period.end is None:
        return first
    year = second.period.end.year
    if first.part is not None:
        period = part_of_year(year, *first.part)
    elif first.month is not None:
        period = day_period(year, first.month, first.day) if first.day else month_period(year, first.month)
    else:
        return first
    if period and period.start and second.period.start and period.start > second.period.end:
        return first
    return replace(first, period=period)


def _spanned(reader: Reader, first: Point, second: Point) -> Timeline:
    """All days from the start of the one to the end of the other: "between X and Y", "from X to Y"."""
    t = reader.t
    start = first.first
    if t.word(start - 1) == "the" and t.word(start - 2) in ("between", "from"):
        start -= 1
    if t.word(start - 1) in ("between", "from"):
        start -= 1
    one, two = first.period, second.period
    period = None
    if one and two and one.start and two.end and one.start <= two.end:
        period = Period(one.start, two.end, "span")
    return _line(
        reader, replace(second, first=first.first, about=first.about or second.about), start, second.last, period
    )


def _bounded(reader: Reader, point: Point) -> Timeline:
    """A point with what bounds it: "by", "until", "from … on", "before … is out"."""
    t = reader.t
    outer = outer_edge(t, point.first)
    kind, start = phrase_before(BOUNDS_BEFORE, t.words, outer) or (PLAIN, point.first)
    if kind == AFTER and t.words[outer][0].isdecimal() and outer < point.first - 1:
        kind, start = PLAIN, point.first  # "runs out after 11:58 p.m. on 30 July"
    if kind == ABOUT:
        point = replace(point, about=True)
    last = point.last
    after = phrase_at(BOUNDS_AFTER, t.words, last)
    if after:
        kind, last = after
    elif kind == FROM and t.word(last) == "on" and not _point_follows(reader, last + 1):
        kind, last = SINCE, last + 1
    ending = next((e for e in ENDINGS if tuple(t.words[last : last + len(e)]) == e), None) if kind == BEFORE else None
    if ending or (kind == BEFORE and t.word(point.first) in ("end", "close")):
        kind, last = BY, last + len(ending or ())
    coming = kind in (BY, UNTIL, BEFORE) or (t.word(point.first - 1) == "as" and t.word(point.first - 3) == "as")
    coming = coming or (t.word(point.first - 1) == "on" and t.word(point.first - 2) in _OPENS)  # "opens on Thursday"
    if coming and point.period and t.words[point.first] in WEEKDAYS and last - point.first == 1:
        point = replace(point, period=_coming(point.period))
    if kind == BEFORE and _negated(reader, start):
        kind = EARLIEST  # "not likely before the fourth quarter"
    if kind == UNTIL and _negated(reader, start):
        kind = PLAIN  # "will not open until 2030": it opens in 2030
    if kind == FROM and (not _ahead(reader, point) or t.word(last) == "to"):
        kind = PLAIN
    size = point.period.size if point.period else ""
    if kind == THROUGH and (t.word(start - 1) in FELL or not _far(reader, point)):
        kind, start = PLAIN, point.first  # "in phases through 2026": all of it
    if (kind in (SINCE, EARLIEST) and size == "either") or (kind == FROM and size == "days"):
        kind = PLAIN  # "no sooner than 2030 or 2031", "from 4 to 22 January": the words give the end too
    elif size == "days" and t.word(point.first - 1) in ("between", "from"):
        kind, start = PLAIN, point.first - 1  # "between 4 and 22 January"
    elif kind == PLAIN and not after and t.words[start] != "within":
        start = point.first
    return _line(reader, point, start, last, _bound(point.period, kind), kind)


_OPENS = frozenset(listed("opens closes begins starts ends expires lapses votes meets convenes reconvenes due"))


def _far(reader: Reader, point: Point) -> bool:
    """Whether "through X" is the end of a term: X is a day or a part of a year, or a year farther off than the next."""
    whole = point.period is not None and point.period.size in ("year", "decade", "season")
    if not whole or point.period is None or point.period.start is None:
        return not whole
    return reader.now is not None and point.period.start.year > reader.now.last.year + 1


def _coming(day: Period) -> Period:
    """The weekday after the publication, not before it: what is due "by Monday" lies ahead."""
    start = day.start
    return Period(start + timedelta(days=7), start + timedelta(days=7), "day") if start and start.year < 9999 else day


def _negated(reader: Reader, i: int) -> bool:
    """Whether a negation stands shortly before, in the same sentence."""
    for word in reversed(reader.t.words[max(i - 8, 0) : i]):
        if word in NEGATIONS:
            return True
        if word[0] in ".!?;":
            break
    return False


def _point_follows(reader: Reader, i: int) -> bool:
    word = reader.t.word(i)
    return word in MONTHS or word in WEEKDAYS or word[:1].isdecimal()


def _ahead(reader: Reader, point: Point) -> bool:
    """Whether "from X" opens a period; "a letter of intent from September 2025" does not."""
    if point.period is None or point.period.end is None:
        return False
    if reader.now:
        return point.period.end >= reader.now.first
    return reader.cue(point.first) > 0


def _bound(period: Period | None, kind: str) -> Period | None:
    """The days that a bound leaves of a period."""
    if period is None or kind in (PLAIN, ABOUT):
        return period
    start, end = period.start, period.end
    if kind in (BY, UNTIL, THROUGH):
        return Period(None, end, "bound")
    if kind in (FROM, SINCE, EARLIEST):
        return Period(start, None, "bound")
    if kind == BEFORE:
        return Period(None, start - timedelta(days=1) if start and start > date.min else start, "bound")
    return Period(end + timedelta(days=1) if end and end < date.max else end, None, "bound")


def _line(reader: Reader, point: Point, start: int, last: int, period: Period | None, kind: str = PLAIN) -> Timeline:
    days = Days(
        period.start if period else None,
        period.end if period else None,
        Qualifier.ABOUT if point.about else Qualifier.EXACT,
    )
    return Timeline(days, reader.t.span(start, last), reader.t.span(point.first, point.last), kind == EARLIEST)
