"""Some months of a year: "the closing months of 2026", "the first few weeks of next year", "the latter part of"."""

from collections.abc import Callable
from dataclasses import replace

from extractors.figures.calendars import narrowed, part_of_year
from extractors.figures.points import FEW, Point, Reader
from extractors.figures.relativedates import the_year

# What they are read as: "early" and "late" as of a year, "2" the second half.
ENDS_OF = {"opening": "early", "first": "early", "early": "early", "closing": "late", "final": "late", "dying": "late"}
ENDS_OF |= {"last": "late", "later": "2", "latter": "2"}


def months_of(r: Reader, i: int, point_at: Callable[[Reader, int], Point | None]) -> Point | None:
    """Some months of a year: "the closing months of 2026", "the first few weeks of next year", "the latter part of"."""
    t = r.t
    which = ENDS_OF.get(t.words[i])
    j = i + 1 + (t.word(i + 1) in FEW)
    if which is None or t.word(j + 1) != "of" or j + 2 >= len(t.words):
        return None
    if t.word(j) == "part" and which == "2":
        pass
    elif which == "2" or t.word(j) not in ("months", "weeks", "days"):
        return None
    elif t.words[j] != "months":
        which = "start" if which == "early" else "end"
    k = j + 2 + (t.word(j + 2) == "the")
    whole = the_year(r, k) or (point_at(r, k) if k < len(t.words) and t.words[k] not in ENDS_OF else None)
    if whole is None or (whole.period and whole.period.size != "year"):
        return None
    year = whole.period
    part = (
        (part_of_year(year.start.year, 2, "half") if which == "2" else narrowed(year, which))
        if year and year.start
        else None
    )
    return replace(whole, first=i, period=part)
