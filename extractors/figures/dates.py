"""One printed date or period, of whatever kind: "June 18", "the latter half of next year", "last September".

The words that can begin one, and which reader reads it.
"""

from extractors.figures.anchored import (
    WEEK_BY,
    after_at,
    day_beside,
    later_at,
    numbered_day,
    part_of_day,
    told_day,
    week_of,
)
from extractors.figures.calendars import (
    EARLIEST_YEAR,
    MONTHS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    Period,
    days_from,
    year_period,
)
from extractors.figures.durations import FORTNIGHTS
from extractors.figures.feasts import FIRST_WORDS, feast_at, turn_at
from extractors.figures.fiscal import fiscal_at, this_fiscal
from extractors.figures.monthdays import day_month, from_year, in_figures, month_at, weekday_at
from extractors.figures.numbers import CARDINALS, read_number
from extractors.figures.points import AFTER_NUMBER, FEW, NAMED_DAYS, NARROW, NEXT, SIZES, THAT, Point, Reader
from extractors.figures.quarters import last_part, part_at, season_at, short_part
from extractors.figures.relativedates import CALENDAR_SIZES, after_next, distance_at, narrowed_at, relative_at, soon_at
from extractors.figures.scanning import HYPHENS, listed
from extractors.figures.units import SIGNS, WHEN
from extractors.figures.yearparts import ENDS_OF, months_of

STARTERS = frozenset([*MONTHS, *WEEKDAYS, *SEASONS, *ORDINALS, *NARROW, *NEXT, *THAT, *NAMED_DAYS, *CARDINALS])
STARTERS |= frozenset(listed("q h fiscal fy financial later earlier year midyear yearend a an now the week turn"))
STARTERS |= frozenset(listed("days weeks months closing dying decade"))
STARTERS |= FIRST_WORDS

# So common that what follows them is asked first: "a year ago", "the month after next", "the week of May 4".
ONLY_BEFORE = {
    "a": frozenset([*SIZES, *FORTNIGHTS, *FEW]),
    "an": frozenset(SIZES),
    "the": frozenset([*CALENDAR_SIZES, "day"]),
    "week": frozenset(WEEK_BY),
}
AFTER_ONLY = {word: frozenset(("within", "the")) for word in ("days", "weeks", "months")}  # "within days"


def may_begin(r: Reader, i: int) -> bool:
    """Whether a date may start at token i, by its word alone."""
    word = r.t.words[i]
    if word in ONLY_BEFORE:
        following = r.t.word(i + 1)
        return following in ONLY_BEFORE[word] or (word == "the" and following[:1].isdecimal())
    if word in AFTER_ONLY:
        return r.t.word(i - 1) in AFTER_ONLY[word]
    return word in STARTERS or word[0].isdecimal()


def point_at(r: Reader, i: int) -> Point | None:
    """The longest date that starts at token i."""
    word = r.t.words[i]
    if word[0].isdecimal():
        found = _numbered(r, i)
    elif word in MONTHS:
        found = month_at(r, i)
    else:
        found = _worded(r, i, word)
    if found and found.period and found.period.start and found.period.size != "open":
        r.year, r.told = found.period.start.year, found.last
        r.month = found.period.start.month if found.period.size in ("month", "day", "part") else None
        r.last = found.period
    return found


def _worded(r: Reader, i: int, word: str) -> Point | None:
    if word == "year" and (numbered := _year_numbered(r, i)):
        return numbered
    if word in ENDS_OF and (months := months_of(r, i, point_at)):
        return months
    if word in NARROW or word in ("later", "earlier", "year", "midyear", "yearend"):
        return narrowed_at(r, i, point_at)
    if word in FIRST_WORDS and (feast := feast_at(r, i)):
        return feast
    if word in NEXT or word in THAT:
        fiscal = this_fiscal(r, i) if word in NEXT else None
        return fiscal or part_of_day(r, i) or told_day(r, i) or last_part(r, i) or relative_at(r, i)
    if word in ORDINALS:
        return part_at(r, i)
    if word in WEEKDAYS:
        return weekday_at(r, i)
    if word in NAMED_DAYS:
        if r.capital(i) and i and r.t.gap(i) == " " and r.capital(i - 1):
            return None  # the paper: "USA Today"
        day = r.now.day if r.now else None
        return Point(i, i + 1, days_from(day, NAMED_DAYS[word], 1, "day") if day else None)
    if word == "now":
        told = r.t.word(i - 1) in ("between", "from") and r.t.word(i + 1) in ("and", "to", "until", "till")
        return Point(i, i + 1, Period(r.now.first, r.now.last, "day") if r.now else None) if told else None
    if word == "the":
        return numbered_day(r, i) or day_beside(r, i) or after_next(r, i)
    if word in ("days", "weeks", "months"):
        return soon_at(r, i)
    if word == "turn":
        return turn_at(r, i)
    if word == "week":
        return _week_of(r, i)
    if word in SEASONS:
        return season_at(r, i)
    if word in ("q", "h") and r.capital(i):
        return short_part(r, i, i + 1, i)
    if word == "decade":
        return narrowed_at(r, i, point_at)
    if word in ("fiscal", "fy", "financial"):
        return fiscal_at(r, i)
    if word in ("nineteen", "twenty", "two") and r.t.word(i - 1) in WHEN and (named := r.worded_year(i)):
        return Point(i, named[1], year_period(named[0]))
    return _counted(r, i)


def _counted(r: Reader, i: int) -> Point | None:
    return distance_at(r, i) or later_at(r, i) or after_at(r, i)


def _week_of(r: Reader, i: int) -> Point | None:
    j = i + 2
    if r.t.word(i + 1) not in WEEK_BY or j >= len(r.t.words):
        return None
    j += r.t.words[j] in ("the", "on")
    if j >= len(r.t.words) or not (r.t.words[j] in STARTERS or r.t.words[j][0].isdecimal()) or r.t.words[j] == "week":
        return None
    return week_of(r, i, point_at(r, j), i + 1)


def _year_numbered(r: Reader, i: int) -> Point | None:
    """A year called by its number alone, where that ends the phrase: "in year 247", "year two hundred and six"."""
    t = r.t
    number = read_number(t, i + 1) if t.word(i + 1) in CARDINALS or t.word(i + 1)[:1].isdecimal() else None
    if number is None or number.step != 1 or not 100 <= number.value < EARLIEST_YEAR or number.grouped:
        return None
    apart = t.word(i - 1) in ("", "in", "since", "the") or not t.word(i - 1).isalpha()
    if not apart or t.word(number.last)[:1].isalnum() or t.word(number.last) in SIGNS:
        return None
    return Point(i, number.last, year_period(int(number.value)))


def _numbered(r: Reader, i: int) -> Point | None:
    """A date that begins with a number: "2025-06-18", "18 June 2025", "2026", "2H 2026", "18 months ago"."""
    t = r.t
    if t.word(i + 1) in ("q", "h") and not t.gap(i + 1) and t.words[i] in ("1", "2", "3", "4"):
        return short_part(r, i + 1, i, i)
    if len(t.words[i]) == 4 and (year := r.year_at(i)) is not None:
        return from_year(r, i, year)
    figures = t.word(i + 1) in ("/", *HYPHENS) or t.gap(i + 1) == "-" or t.words[i].count(".") == 2
    if figures and (found := in_figures(r, i)) is not None:
        return found
    glued = t.gap(i + 1) in ("-", "–") and (t.word(i + 2) in AFTER_NUMBER or t.word(i + 2) == "in")
    if t.word(i + 1) not in AFTER_NUMBER and not glued:
        return None
    return day_month(r, i) or part_at(r, i) or _counted(r, i)
