"""Fiscal years and their parts: "fiscal 2026", "FY26", "its fiscal second quarter", "this fiscal year".

A fiscal period is resolved by what the text explains after it, or by the table of `fiscalyears`, or not at all.
"""

from bisect import bisect_right

from extractors.figures.calendars import MONTHS, ORDINALS, SHORT_MONTHS, Period, months_from
from extractors.figures.fiscalyears import last_named
from extractors.figures.monthdays import nearest_month
from extractors.figures.points import NEXT, Point, Reader
from extractors.figures.scanning import HYPHENS

_LENGTHS = {"year": 12, "half": 6, "quarter": 3}
_REACH = 2000  # code points before a fiscal period in which the company is looked for


def fiscal_at(r: Reader, i: int, number: int = 0, size: str = "year") -> Point | None:
    """A fiscal year or a part of it: "fiscal 2026", "FY26", "fiscal year 2026", "fiscal second quarter"."""
    t = r.t
    j = i + 2 if t.word(i + 1) == "year" else i + 1
    if t.words[i] == "financial" and j == i + 1:
        return None
    if t.word(j) in ORDINALS and t.word(j + 1) in ("quarter", "half") and size == "year":
        named = r.year_after(j + 2)
        year, last = named or (None, j + 2)
        return fiscal_point(r, i, last, year, ORDINALS[t.words[j]], t.words[j + 1])
    year = r.year_at(j)
    if year is None and t.word(j).isdecimal() and len(t.words[j]) == 2 and t.words[i] == "fy":
        year = 2000 + int(t.words[j])
    return fiscal_point(r, i, j + 1, year, number, size) if year else None


def fiscal_point(r: Reader, i: int, last: int, year: int | None, number: int, size: str) -> Point:
    """A fiscal period by what the text explains after it, "which ends in June", or else by the table of companies."""
    explained = _last_month(r, last)
    if explained is None:
        return Point(i, last, _fiscal_period(r, i, year, number, size))
    month, printed, after = explained
    length = {"year": 12, "half": 6, "quarter": 3}[size]
    rest = 12 - length * (number or 12 // length) if size != "year" else 0  # months of the fiscal year after it
    if printed:
        end = printed * 12 + month - 1
    elif year is not None:  # the fiscal year ends in the calendar year of its name
        end = year * 12 + (month - 1 + rest) % 12 - rest
    else:
        nearest = nearest_month(r, month, i)
        if nearest is None or nearest.start is None:
            return Point(i, after, None)
        end = nearest.start.year * 12 + month - 1
    return Point(i, after, months_from(end - length + 1, length, size))


def _last_month(r: Reader, i: int) -> tuple[int, int | None, int] | None:
    """The last month of a fiscal period, as said after it: "which runs from May to July"; its year, the token after."""
    t = r.t
    j = i + (t.word(i) in (",", "("))
    j += t.word(j) in ("which", "that")
    if t.word(j) not in ("ends", "ending", "ended", "runs", "running", "closes", "through"):
        return None
    for k in range(j + 1, min(j + 9, len(t.words))):
        word = t.words[k]
        if word in MONTHS and t.word(k + 1) not in ("to", "through", "until", "and", *HYPHENS) and r.capital(k):
            after = k + 1 + (word in SHORT_MONTHS and t.word(k + 1) == ".")
            after += t.word(after).isdecimal() and len(t.words[after]) <= 2  # past the day
            year, last = r.year_after(after) or (None, after)
            return MONTHS[word], year, last
        if word[0] in ".;!?" or word in ("and", "when"):
            break
    return None


def after_owner(r: Reader, i: int) -> int | None:
    """The token of "fiscal" after the name of whose it is: "of Palo Alto's fiscal 2026", "of its fiscal year 2026"."""
    for j in range(i, min(i + 8, len(r.t.words))):
        word = r.t.words[j]
        if word in ("fiscal", "fy"):
            return j
        if not (word[0].isalpha() or word[0] in "'’&.") or word in ("and", "or", "in", "for", "year"):
            return None
    return None


def this_fiscal(r: Reader, i: int) -> Point | None:
    """The fiscal year of the publication, or the one beside it: "this fiscal year", "the next financial year"."""
    t = r.t
    if t.word(i + 1) not in ("fiscal", "financial") or t.word(i + 2) not in ("year", "quarter"):
        return None
    size, steps = t.words[i + 2], NEXT[t.words[i]]
    month = _first_month(r, i)
    if month is None or r.now is None or r.now.month is None:
        return Point(i, i + 3, None)
    length = _LENGTHS[size]
    since = (r.now.month - (month - 1)) % length  # months of it that are over
    return Point(i, i + 3, months_from(r.now.month - since + steps * length, length, size))


def _fiscal_period(r: Reader, i: int, year: int | None, number: int, size: str) -> Period | None:
    """The period by the table: a number above 12 is a month of the year that the fiscal year is called by."""
    month = _first_month(r, i)
    if month is None:
        return None
    if year is not None:
        return _part(year, month, number, size)
    if size == "year" or r.now is None or r.now.year is None:
        return None
    near = [_part(r.now.year + steps, month, number, size) for steps in (-1, 0, 1, 2)]
    whole = [period for period in near if period and period.start and period.end]
    if r.cue(i) < 0:
        return next((p for p in reversed(whole) if p.start and p.start <= r.now.last), None)
    return next((p for p in whole if p.end and p.end >= r.now.first), None)


def _part(year: int, month: int, number: int, size: str) -> Period | None:
    start = year * 12 + month - 1 - (12 if month > 1 else 0)
    length = _LENGTHS[size]
    return months_from(start + (12 - length if number == 0 else (number - 1) * length), length, size)


def _first_month(r: Reader, i: int) -> int | None:
    """When the fiscal year at token i begins: its owner's, or that of the companies of its sentence, if they agree."""
    t = r.t
    if not r.fiscal:
        return None
    owned = t.word(i - 1) == "s" and t.word(i - 2) in ("'", "’")
    if owned and i > 2:
        end = t.ends[i - 3]
        name = last_named(r.named(), end - 1, end)
        if name is not None or t.text[t.starts[i - 3]].isupper():
            return r.fiscal[name] if name else None  # somebody's whom the table does not know
    k = i
    while k > 0 and i - k < 60 and t.words[k - 1][0] not in ".!?;":
        k -= 1
    months = _months_between(r, t.starts[k] if k < i else t.starts[i], t.starts[i])
    capitals = not owned and any(r.capital(j) for j in range(k + 1, i))
    if not months and not capitals:
        months = _months_between(r, max(t.starts[i] - _REACH, 0), t.starts[i])
    return months.pop() if len(months) == 1 else None


def _months_between(r: Reader, first: int, last: int) -> set[int]:
    """The first months of the fiscal years of all companies named between two places."""
    ends, names = r.named()
    return {r.fiscal[name] for name in names[bisect_right(ends, first) : bisect_right(ends, last)]}
