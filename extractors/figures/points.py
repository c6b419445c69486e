"""A text being read for dates, one date of it, and what every kind of date asks: which year, ahead or behind.

A point is resolved against the publication, or not at all. Months and days are read in `monthdays`,
halves and quarters in `quarters`, "next year" and "two months ago" in `relativedates`; `timelines` joins them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractors.figures.bounds import NEGATIONS
from extractors.figures.calendars import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    MONTHS,
    SEASONS,
    SHORT_MONTHS,
    WEEKDAYS,
    Now,
    Period,
)
from extractors.figures.fiscalyears import named_in
from extractors.figures.numbers import CARDINALS, SCALES, read_number
from extractors.figures.scanning import HYPHENS, Tokens, listed
from extractors.figures.units import COUNTED, SIGNS, UNITS, WHEN

NEXT = {"next": 1, "coming": 1, "upcoming": 1, "this": 0, "current": 0, "last": -1, "previous": -1, "past": -1}
THAT = {"that": 0, "same": 0, "following": 1, "preceding": -1}  # as told before in the text
NARROW = {
    **dict.fromkeys(("early", "mid", "late"), ""),
    **{"middle": "mid", "end": "end", "close": "end", "start": "start", "beginning": "start"},
}
SIZES = {"year": "years", "month": "months", "week": "weeks", "day": "days"}
SIZES |= {plural: plural for plural in SIZES.values()}
AFTER_COUNT = frozenset([*SIZES, *CARDINALS, *SCALES, "and"])
FEW = frozenset(("few", "several", "couple"))
NAMED_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
DAY_ENDINGS = frozenset(("st", "nd", "rd", "th"))
NOT_BEFORE_YEAR = frozenset(listed("no number room flight route rule form section page model windows class channel"))
NAMES_BEFORE_YEAR = frozenset(listed("mid early late end year fiscal fy pre post since"))

# Only a number before one of these, or glued to another, can begin a date: "18 June", "4 to 22 January", "2 years ago".
AFTER_NUMBER = frozenset([*MONTHS, *SIZES, *DAY_ENDINGS, "of", "to", "and", "until", "till"])

# For a day or month without a year: what lies ahead, and what lies behind.
AHEAD = frozenset(
    listed(
        "will would expected expects expect due scheduled planned plans set slated targeted targets target"
        " aims aim could may might should deadline upcoming shall slate eyeing hopes hoping"
        " anticipated anticipates vote ends expires lapses begins starts opens closes shall foresees foreseen"
        " arrive arrives course track intends intend pencilled penciled earmarked envisaged envisages"
    )
)
NEAR_ONLY = frozenset(("by", "until", "till"))  # they look ahead where they stand before the date itself
BEHIND = frozenset(
    listed(
        "said was were had made struck began ago back won met told met came went since dating dated took sold bought"
        " gave rose fell got lost led broke grew spent sent brought paid spoke wrote ran stood held kept chose drew"
        " flew threw swore shook built bought caught fought taught thought sought heard saw"
        " became knew felt found lent meant slid stuck swung withdrew"
    )
)
# Between a preposition and a date: "for Tuesday 19 October", "for the end of June".
BESIDE_DATE = frozenset(
    [*WEEKDAYS, *listed("the early mid late end middle start beginning of week a , about around either")]
)
SET_FOR = frozenset(listed("in down set due track course at foreseen seen up out ready place called"))  # "… for June"
ONCE = frozenset(listed("had was were first originally once initially previously earlier formerly"))  # the plan of then
PUT_OFF = frozenset(
    listed(
        "back off postponed delayed moved deferred shifted drifted slipped extended pushed put forward prolonged"
        " slip slips drift move delay postpone defer extend push rescheduled adjourned held over dragged drag slides"
        " slid stretched stretch"
    )
)


@dataclass(frozen=True, slots=True)
class Point:
    """One printed date: tokens `first` up to, without, `last`; `period` is None where it could not be resolved.

    `month` and `day`, or `part` (2, "half"), are kept where no year was printed: the other end of a range may give it.
    """

    first: int
    last: int
    period: Period | None
    about: bool = False
    month: int | None = None
    day: int | None = None
    part: tuple[int, str] | None = None


@dataclass(slots=True)
class Reader:
    """A text being read for dates: its tokens, when it was published, and the year and month last spoken of."""

    t: Tokens
    now: Now | None
    fiscal: Mapping[str, int] = field(default_factory=dict)
    year: int | None = None
    month: int | None = None
    told: int = 0  # the token after which that was
    last: Period | None = None  # the period last spoken of
    companies: tuple[list[int], list[str]] | None = None  # of the table of fiscal years, where they are named

    def named(self) -> tuple[list[int], list[str]]:
        """Where the companies of the table of fiscal years are named, looked up once and only if asked for."""
        if self.companies is None:
            self.companies = named_in(self.t.text, self.fiscal)
        return self.companies

    def year_before(self, i: int) -> int | None:
        """The year last told, where that was in the same sentence as token i and shortly before."""
        near = 0 < i - self.told <= 12 and not any(word[0] in ".!?;" for word in self.t.words[self.told : i])
        return self.year if near else None

    def year_at(self, i: int) -> int | None:
        """The year printed at token i, where it is one: not money, not a count, not part of a name."""
        t = self.t
        word = t.word(i)
        if len(word) != 4 or not word.isdecimal() or not EARLIEST_YEAR <= int(word) <= LATEST_YEAR:
            return None
        before, after = t.word(i - 1), t.word(i + 1)
        if before in SIGNS or before in NOT_BEFORE_YEAR or after in SCALES:
            return None
        gap = t.gap(i)
        glued = gap == "" or gap in HYPHENS
        if glued and before.isalpha() and before not in NAMES_BEFORE_YEAR | MONTHS.keys() | SEASONS.keys():
            return None
        if (after in COUNTED or after in UNITS) and after not in ("a", "stock") and not self._stands_apart(i):
            return None
        return None if after in SIGNS and t.gap(i + 1) == "" else int(word)

    def _stands_apart(self, i: int) -> bool:
        """Whether a number before a counted noun is still a year: "in 2026 plants will open"."""
        return self.t.word(i - 1) in WHEN

    def year_after(self, i: int) -> tuple[int | None, int] | None:
        """The year that words from token i name, and the token after them; (None, …) for "next year" undated."""
        t = self.t
        j = i
        while t.word(j) in (",", "of", "in", "the", "calendar", "'", "’", ".", "/"):
            if j - i > 2 or (t.words[j] == "." and t.word(j - 1) not in SHORT_MONTHS):
                return None  # "in September. 2026 will be"
            j += 1
        if t.word(j) == "year" and t.word(j - 1) == "calendar":
            j += 1
            if self.year_at(j) is None:
                return (self.now.year if self.now else None), j
        if (year := self.year_at(j)) is not None:
            return year, j + 1
        if (short := self._short_year(j)) is not None:
            return short, j + 1
        if t.word(j) in ("nineteen", "twenty", "two") and (worded := self.worded_year(j)):
            return worded
        if t.word(j) in NEXT and t.word(j + 1) == "year":
            base = self.now.year if self.now else None
            return (None if base is None else base + NEXT[t.words[j]]), j + 2
        if t.word(j) in THAT and t.word(j + 1) == "year":
            return (None if self.year is None else self.year + THAT[t.words[j]]), j + 2
        if t.word(j) == "year" and t.word(j - 1) == "the":
            return (self.now.year if self.now else None), j + 1
        return None

    def capital(self, i: int) -> bool:
        """Whether token i is printed with a capital: "May", not "may"."""
        return self.t.text[self.t.starts[i]].isupper()

    def cue(self, i: int) -> int:
        """1 where the words around token i look ahead, -1 where they look back, 0 where they do not say."""
        words = self.t.words
        planned = self._planned_for(i)
        if planned is not None:
            return planned
        for j in range(i - 1, max(i - 15, -1), -1):
            word = words[j]
            if word in NEAR_ONLY:
                if all(between in BESIDE_DATE for between in words[j + 1 : i]):
                    return -1 if any(be in ("were", "was") for be in words[max(j - 3, 0) : j]) else 1
                continue  # "bought by A, the maker of B, in June"
            if word == "to" and words[j - 1] in ("was", "were"):
                return 0  # "was to end on June 23": whether it still lies ahead is open
            if word in AHEAD and not (word == "may" and self.capital(j)):
                return 0 if "had" in words[max(j - 4, 0) : j] else 1  # "had first been due to expire on Jan. 8"
            if word in BEHIND or (len(word) > 4 and word.endswith("ed")):
                return 1 if words[j - 1] == "be" else -1  # "should be completed"
            if word[0] in ".!?;" and words[j - 1] not in MONTHS:
                break
        for j in range(i + 1, min(i + 8, len(words))):
            if words[j] in AHEAD:
                return 1
            if words[j] in BEHIND or (len(words[j]) > 4 and words[j].endswith("ed")):
                return -1
            if words[j][0] in ".!?;":
                break
        return 0

    def _planned_for(self, i: int) -> int | None:
        """Ahead in "pencilled in for June", "put off to June"; open in "had been down for June"; else None."""
        words = self.t.words
        j = i - 1
        while j > 0 and words[j] in BESIDE_DATE:
            j -= 1
        if j < 1 or words[j] not in ("for", "to", "into", "from", "than", "before", "including"):
            return None
        before = words[max(j - 4, 0) : j]
        if words[j] == "before":
            return 1 if any(word in NEGATIONS for word in before) else None
        if words[j] == "than":
            return 1 if before[-1] in ("earlier", "later", "sooner") else None
        if words[j] == "including":
            return 1 if before[-3:-1] == ["up", "to"] else None
        if words[j] != "for":
            put_off = any(word in PUT_OFF for word in before)
            return (0 if words[j] == "from" else 1) if put_off else None
        if not (before[-1] in SET_FOR or before[-1].endswith("ed")):
            return None
        return 0 if any(word in ONCE for word in words[max(j - 5, 0) : j]) else 1

    def _short_year(self, i: int) -> int | None:
        """A year in two digits: 2026 in "'26"; 1999 in "August 99", where it can be no day."""
        word = self.t.word(i)
        if not word.isdecimal() or len(word) != 2:
            return None
        if self.t.word(i - 1) in ("'", "’"):
            return int(word) + (1900 if int(word) >= 80 else 2000)
        return 1900 + int(word) if int(word) >= 80 and i and self.t.words[i - 1] in MONTHS else None

    def worded_year(self, i: int) -> tuple[int, int] | None:
        """A year in words, "two thousand and eighteen" or "nineteen ninety nine", and the token after it."""
        number = read_number(self.t, i)
        if number is None or not number.worded or number.step not in (1, 1000):
            return None
        value, last = int(number.value), number.last
        if value in (19, 20) and (rest := self.t.word(last)) in CARDINALS:
            tail = read_number(self.t, last)
            if tail is None or not 10 <= tail.value <= 99 or rest in ("hundred",):
                return None
            value, last = value * 100 + int(tail.value), tail.last
        return (value, last) if EARLIEST_YEAR <= value <= LATEST_YEAR else None
