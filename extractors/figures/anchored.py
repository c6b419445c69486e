"""Days told from another day of the text: "the 27th", "the same day", "a fortnight later", "two days after it had".

Their anchor is the date last told, or the publication where the sentence speaks of itself. Without one: unresolved.
"""

from dataclasses import replace

from extractors.figures.calendars import MONTHS, Period, day_period, days_from, shifted, week_period
from extractors.figures.durations import around, time_count
from extractors.figures.points import BEHIND, DAY_ENDINGS, Point, Reader
from extractors.figures.scanning import listed
from extractors.figures.units import STOPS

WEEK_BY = ("of", "beginning", "starting", "commencing", "ending")
_FAR = 60  # words; what was told longer ago anchors nothing
_PARTS_OF_DAY = frozenset(listed("morning afternoon evening lunchtime"))
# What may follow "the 27th": anything else is a noun that it counts, "the 27th amendment".
_AFTER_DAY = STOPS | frozenset(listed("so because once although though however following and"))
_ENDLESS = frozenset(
    listed("closing completion signing close approval launch the receipt")
)  # "after closing": no day yet


def numbered_day(r: Reader, i: int) -> Point | None:
    """A day by its number alone, "the 27th", "the 3rd of the month": of the month last told, else of the nearest."""
    t = r.t
    word = t.word(i + 1)
    if not word.isdecimal() or len(word) > 2 or t.word(i + 2) not in DAY_ENDINGS or t.gap(i + 2):
        return None
    last, steps = i + 3, None
    if t.word(last) == "of" and t.word(last + 1) in ("the", "this", "next", "last") and t.word(last + 2) == "month":
        steps = {"next": 1, "last": -1, "this": 0}.get(t.words[last + 1])
        last += 3
    elif (t.word(last)[:1].isalpha() and t.word(last) not in _AFTER_DAY) or t.word(last) in ("of", *MONTHS):
        return None
    month = _month_meant(r, i, int(word), steps)
    return Point(i, last, day_period(month // 12, month % 12 + 1, int(word)) if month else None)


def _month_meant(r: Reader, i: int, day: int, steps: int | None) -> int | None:
    """The month of a day that has only a number, counted from the year 0."""
    told = r.year * 12 + r.month - 1 if steps is None and r.year and r.month and i - r.told <= _FAR else None
    if r.now is None or r.now.month is None:
        return told
    cue = r.cue(i)
    here = r.now.month
    if told is not None and not (cue > 0 and (told, day) < (here, r.now.first.day)):
        return told
    if steps is not None or r.now.day is None:
        return here + (steps or 0)
    apart = day - r.now.day.day
    if cue == 0:
        return here + 1 if apart < -15 else here - 1 if apart > 15 else here
    if cue > 0:
        return here + (apart < 0)
    return here - (apart > 0)


def part_of_day(r: Reader, i: int) -> Point | None:
    """The day itself by one of its parts: "this morning", "last night"."""
    t = r.t
    day = r.now.day if r.now else None
    if t.words[i] == "this" and t.word(i + 1) in _PARTS_OF_DAY:
        return Point(i, i + 2, days_from(day, 0, 1, "day") if day else None)
    if t.words[i] == "last" and t.word(i + 1) in ("night", "evening"):
        return Point(i, i + 2, days_from(day, -1, 1, "day") if day else None)
    return None


def day_beside(r: Reader, i: int) -> Point | None:
    """Two days off, or one off the day last told: "the day after tomorrow", "the day before"."""
    t = r.t
    if t.word(i + 1) != "day" or t.word(i + 2) not in ("before", "after"):
        return None
    steps = 1 if t.words[i + 2] == "after" else -1
    if t.word(i + 3) in ("tomorrow", "yesterday"):
        day = r.now.day if r.now else None
        return Point(i, i + 4, days_from(day, 2 * steps, 1, "day") if day else None)
    anchor = r.last if r.last and r.last.size == "day" and i - r.told <= _FAR else None
    if anchor is None or anchor.start is None or t.word(i + 3)[:1].isalnum():
        return None
    return Point(i, i + 3, days_from(anchor.start, steps, 1, "day"))


def told_day(r: Reader, i: int) -> Point | None:
    """The day last told, or one beside it: "the same day", "the following day", "the next day"."""
    t = r.t
    steps = {"same": 0, "that": 0, "following": 1, "next": 1}.get(t.words[i])
    if steps is None or t.word(i + 1) != "day" or (t.words[i] == "next" and t.word(i - 1) != "the"):
        return None
    anchor = r.last if r.last and r.last.size == "day" and i - r.told <= _FAR else None
    return Point(i, i + 2, days_from(anchor.start, steps, 1, "day") if anchor and anchor.start else None)


def later_at(r: Reader, i: int) -> Point | None:
    """So long after the date last told: "a fortnight later", "two years afterwards"; not "later than planned"."""
    counted = time_count(r, i)
    if counted is None or r.t.word(counted[2]) not in ("later", "afterwards", "thereafter"):
        return None
    count, unit, last = counted
    if r.t.word(last + 1) == "than":
        return None
    anchor = r.last if i - r.told <= _FAR else None
    start = shifted(anchor.start, count, unit) if anchor and anchor.start else None
    end = shifted(anchor.end, count, unit) if anchor and anchor.end else None
    if anchor is None or start is None or end is None:
        return None
    return Point(i, last + 1, Period(start, end, anchor.size))


def after_at(r: Reader, i: int) -> Point | None:
    """What happened so long before this report: "two days after its rival had bid", "a year after it was announced"."""
    t = r.t
    counted = time_count(r, i)
    if counted is None or t.word(counted[2]) != "after":
        return None
    count, unit, last = counted
    following = t.words[last + 1 : last + 12]
    happened = next((k for k, word in enumerate(following) if _past(word)), None)
    if happened is None or following[0] in _ENDLESS or any(word[0] in ",.;:!?" for word in following[:happened]):
        return None
    near = t.words[max(r.told, i - _FAR) : i]
    here = r.last is not None and not any(word[0] in ".!?;" for word in near)
    if here and r.last and not (r.now and r.last.start == r.now.day):
        return None  # "in 2019, two years after it had": told from another day
    return Point(i, last + 1, around(r, -count, unit), about=unit != "days")


def _past(word: str) -> bool:
    return word in BEHIND or (len(word) > 4 and word.endswith("ed"))


def week_of(r: Reader, i: int, dated: Point | None, k: int) -> Point | None:
    """Seven days by one of them: "the week of October 6", "the week beginning 4 October", "the week ending Friday"."""
    if dated is None or (dated.period and dated.period.size != "day"):
        return None
    day = dated.period.start if dated.period else None
    if day is None:
        return replace(dated, first=i, period=None)
    how = r.t.words[k]
    week = week_period(day) if how == "of" else days_from(day, -6 if how == "ending" else 0, 7, "week")
    return replace(dated, first=i, period=week, day=None, month=None)
