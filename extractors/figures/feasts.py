"""Days known by a name: "before Christmas", "by Thanksgiving", "New Year's Eve 2026", "the turn of the year".

Feasts whose day is read off the moon or differs from country to country, such as Diwali, have no row: unresolved.
"""

from collections.abc import Callable
from datetime import date, timedelta

from extractors.figures.calendars import Period
from extractors.figures.points import NEXT, Point, Reader
from extractors.figures.scanning import listed, phrase_at, phrase_table

_MONDAY, _THURSDAY = 0, 3


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, number: int) -> Callable[[int], date]:
    """The first, second, … weekday of a month; -1 is the last."""

    def on(year: int) -> date:
        if number < 0:
            last = date(year, month + 1, 1) - timedelta(days=1)
            return last - timedelta(days=(last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))

    return on


def _easter(year: int) -> date:
    """Easter Sunday of the western churches (Butcher's algorithm, exact for the Gregorian calendar)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


# Where a feast has an eve or a day after it of its own name, the longer row wins.
FEASTS = phrase_table(
    {
        **dict.fromkeys(("christmas", "christmas day", "xmas"), _fixed(12, 25)),
        "christmas eve": _fixed(12, 24),
        "boxing day": _fixed(12, 26),
        **dict.fromkeys(("new year ' s eve", "new year ’ s eve", "new year 's eve"), _fixed(12, 31)),
        **dict.fromkeys(("new year ' s day", "new year ’ s day", "new year ' s", "new year ’ s"), _fixed(1, 1)),
        **dict.fromkeys(("valentine ' s day", "valentine ’ s day"), _fixed(2, 14)),
        "easter": _easter,
        "easter sunday": _easter,
        "good friday": lambda year: _easter(year) - timedelta(days=2),
        "easter monday": lambda year: _easter(year) + timedelta(days=1),
        "thanksgiving": _nth(11, _THURSDAY, 4),
        "thanksgiving day": _nth(11, _THURSDAY, 4),
        "labor day": _nth(9, _MONDAY, 1),
        "memorial day": _nth(5, _MONDAY, -1),
        "independence day": _fixed(7, 4),
        "halloween": _fixed(10, 31),
    }
)
FIRST_WORDS = frozenset(FEASTS)
# After the name of a feast these make something else of it: "the Christmas season", "Easter sales".
_NO_DAY = frozenset(
    listed(
        "season sale sales shopping shoppers trading trade tree trees party parties holiday holidays period week"
        " weekend market markets gift gifts present presents bonus island carol story lights dinner advert adverts"
        " advertising quarter spirit rush break parade sunday egg eggs card cards campaign orders deliveries number"
        " resolution resolutions honours jumper jumpers turkey single song film movie special message"
    )
)


def feast_at(r: Reader, i: int) -> Point | None:
    """A feast at token i, of the year named after it, or of the nearest year, ahead or behind by the words around."""
    read = phrase_at(FEASTS, r.t.words, i)
    if read is None or not r.capital(i):
        return None
    on, last = read
    if r.t.word(last) in _NO_DAY or (r.t.word(last)[:1].isalpha() and r.t.gap(last) == "-"):
        return None
    named = r.year_after(last)
    if named is not None and (r.t.word(last).isdecimal() or r.t.word(last) in ("of", "in", *NEXT)):
        return Point(i, named[1], _one(on(named[0])) if named[0] else None)
    return Point(i, last, _nearest(r, i, on))


def _nearest(r: Reader, i: int, on: Callable[[int], date]) -> Period | None:
    if r.now is None or r.now.month is None:
        return None
    days = [on(r.now.first.year + years) for years in (-1, 0, 1)]
    cue = NEXT.get(r.t.word(i - 1), 0) or r.cue(i)
    if cue > 0 or r.t.word(i - 1) == "before":  # "before Christmas" is said of the one to come
        return next((_one(day) for day in days if day >= r.now.first), None)
    if cue < 0:
        return next((_one(day) for day in reversed(days) if day <= r.now.last), None)
    return _one(min(days, key=lambda day: abs((day - r.now.first).days) if r.now else 0))


def turn_at(r: Reader, i: int) -> Point | None:
    """The first day of a year, as in "by the turn of the year", "before the turn of the year"."""
    t = r.t
    if t.word(i + 1) != "of" or t.word(i + 2) != "the" or t.word(i + 3) != "year":
        return None
    return Point(i, i + 4, _nearest(r, i, _fixed(1, 1)))


def _one(day: date) -> Period:
    return Period(day, day, "day")
