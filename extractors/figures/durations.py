"""Counts of time as dates: "within 18 months", "in 12 to 18 months", "5 years and 6 months" from a day."""

from dataclasses import replace
from datetime import date

from extractors.figures.calendars import Period, months_from, shifted, week_period, year_period
from extractors.figures.numbers import CARDINALS, read_number
from extractors.figures.points import AFTER_COUNT, FEW, SIZES, Point, Reader
from extractors.figures.scanning import HYPHENS

WITHIN = ("within", "inside")
FORTNIGHTS = ("fortnight", "fortnights")
FINER = {"years": ("months", "weeks", "days"), "months": ("weeks", "days"), "weeks": ("days",), "days": ()}


def time_count(r: Reader, i: int) -> tuple[int, str, int] | None:
    """A whole number of days, weeks, months or years at token i, with the token after it."""
    t = r.t
    word = t.word(i)
    if word in ("a", "an", "one") and t.word(i + 1) in SIZES:
        return 1, SIZES[t.words[i + 1]], i + 2
    if t.word(i + 1) in FORTNIGHTS and (word in ("a", "one") or word in CARDINALS):
        return 2 * int(CARDINALS.get(word, 1)), "weeks", i + 2
    if not (word[:1].isdecimal() or word in CARDINALS) or t.word(i + 1) not in AFTER_COUNT:
        return None
    if word in CARDINALS and CARDINALS[word] < 20 and t.words[i + 1] in CARDINALS:
        return None
    number = read_number(t, i)
    if number is None or number.value != int(number.value) or number.value > 10_000 or t.word(number.last) not in SIZES:
        return None
    return int(number.value), SIZES[t.words[number.last]], number.last + 1


def counted_on(r: Reader, day: date, count: tuple[int, str, int], sign: int = 1) -> tuple[date | None, int]:
    """The day a count of time later (or earlier), and the token after it: "5 years, 1 month and 12 days" is one."""
    far: date | None = day
    parts: tuple[int, str, int] | None = count
    unit, last = count[1], count[2]
    while parts and far:
        far = shifted(far, parts[0] * sign, parts[1])
        unit, last = parts[1], parts[2]
        j = last + (r.t.word(last) == ",")
        parts = time_count(r, j + (r.t.word(j) == "and"))
        parts = parts if parts and parts[1] in FINER[unit] else None
    return far, last


def around(r: Reader, count: int, unit: str) -> Period | None:
    """The day, week, month or year so far from the publication."""
    if unit == "years":
        return year_period(r.now.year + count) if r.now and r.now.year else None
    if unit == "months":
        return months_from(r.now.month + count, 1, "month") if r.now and r.now.month else None
    day: date | None = shifted(r.now.day, count, unit) if r.now and r.now.day else None
    if day is None:
        return None
    return week_period(day) if unit == "weeks" else Period(day, day, "day")


def within_at(reader: Reader, i: int) -> tuple[Point, int] | None:
    """Counted from the publication, with the token where it starts: "within 18 months", "in 12 to 18 months"."""
    t = reader.t
    if t.word(i - 1) not in ("in", "within", "inside", "next", "about", "the"):
        return None
    j = i - 1
    if t.word(j) == "next" or t.word(j) == "about":
        j -= 1
    within = t.word(j) in WITHIN or (t.word(j) == "the" and t.word(j - 1) in WITHIN)
    if not within and (
        t.word(i - 1) not in ("in", "next") or t.word(i - 2) in ("time", "once", "first") or t.word(i - 2)[-3:] == "est"
    ):
        return None
    few = i + 1 + (t.word(i + 2) == "of")
    if t.words[i] == "a" and t.word(i + 1) in FEW and t.word(few + 1) in ("weeks", "months", "days", "years"):
        ahead = t.word(few + 2) != "ago" and t.word(i - 1) in ("in", "within", "inside")
        return (Point(i, few + 2, Period(reader.now.first, None, "open") if reader.now else None), i) if ahead else None
    if t.words[i] in ("a", "an") and not within:
        return None  # "52 weeks in a year"
    low, high = _counts(reader, i)
    if high is None or t.word(high[2]) in ("ago", "earlier", "of"):
        return None
    start = i - 1 if not within else (j - 1 if t.word(j) == "the" else j)
    now = reader.now
    period, last = None, high[2]
    if now and now.day:
        far, last = counted_on(reader, now.day, high)
        near = now.day if within and low is None else shifted(now.day, (low or high)[0], high[1])
        period = Period(near, far, "span") if near and far else None
    point = Point(i, last, period, about=not within)
    if not within and low is None:
        point = replace(point, period=around(reader, high[0], high[1]))
    return point, start


def _counts(reader: Reader, i: int) -> tuple[tuple[int, str, int] | None, tuple[int, str, int] | None]:
    """One or two counts of time at token i: "18 months", "12 to 18 months"."""
    one = time_count(reader, i)
    if one:
        return None, one
    t = reader.t
    glued = t.gap(i + 1) in tuple(HYPHENS)
    if not (t.words[i].isdecimal() or t.words[i] in CARDINALS) or not (t.word(i + 1) in ("to", "or") or glued):
        return None, None
    two = time_count(reader, i + 1 if glued else i + 2)
    word = t.words[i]
    first = int(word) if word.isdecimal() and len(word) < 5 else int(CARDINALS.get(word, 0))
    return ((first, two[1], i), two) if two and 0 < first < two[0] else (None, None)
