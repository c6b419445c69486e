"""What bounds a date: "by", "until", "no earlier than", "or later". A new phrase is one row and one test row."""

from extractors.figures.scanning import Tokens, listed, phrase_table

BY, FROM, BEFORE, AFTER, UNTIL, SINCE, ABOUT, PLAIN = "by", "from", "before", "after", "until", "since", "about", ""
EARLIEST, THROUGH = "earliest", "through"  # "no earlier than 2030" says a bound, "from 2030" a beginning
BOUNDS_BEFORE = phrase_table(
    {
        **dict.fromkeys(("by", "no later than", "not later than", "on or before", "or before"), BY),
        **dict.fromkeys(("by the", "no later than the", "at the latest by"), BY),
        **dict.fromkeys(("up to and including", "until and including", "by not later than", "not after"), BY),
        **dict.fromkeys(("until", "till", "up until", "until the", "up to", "til"), UNTIL),
        **dict.fromkeys(("no earlier than", "not before", "no sooner than", "not earlier than"), EARLIEST),
        **dict.fromkeys(("not earlier than the", "no earlier than the", "at the earliest in", "on or after"), EARLIEST),
        **dict.fromkeys(("until at least", "till at least"), SINCE),
        **dict.fromkeys(("through", "through the", "thru", "through to"), THROUGH),
        **dict.fromkeys(("halfway through", "midway through", "all through", "half way through"), PLAIN),
        **dict.fromkeys(("since", "since the", "ever since"), PLAIN),  # of an event: it happened then
        **dict.fromkeys(("from", "from the", "starting from", "beginning from"), FROM),
        **dict.fromkeys(("before", "before the", "prior to", "ahead of", "earlier than"), BEFORE),
        **dict.fromkeys(("after", "after the", "later than", "following", "past", "beyond"), AFTER),
        **dict.fromkeys(("about", "around", "roughly", "approximately", "circa", "some time in", "sometime in"), ABOUT),
        **dict.fromkeys(
            ("toward", "towards", "toward the", "towards the", "in time for", "inside", "inside the", "into", "over"),
            PLAIN,
        ),
        **dict.fromkeys(
            ("in", "in the", "on", "at", "during", "during the", "within", "within the", "the", "for", "of"), PLAIN
        ),
    },
    from_end=True,
)
BOUNDS_AFTER = phrase_table(
    {
        **dict.fromkeys(("onward", "onwards", "and beyond", "and later"), SINCE),
        **dict.fromkeys(("or later", "at the earliest", "or after"), EARLIEST),
        **dict.fromkeys(("or earlier", "or sooner", "at the latest"), BY),
    }
)
FELL = frozenset(listed("fell fall falls falling fallen go goes going gone went came come pulled"))  # "fell through"
ENDINGS = (
    ("is", "out"),
    ("is", "over"),
    ("ends",),
    ("runs", "out"),
    ("closes",),
    ("is", "up"),
    ("is", "through"),
)  # "before 2026 is out"
NEGATIONS = frozenset(listed("not never n't won't don't t cannot nor neither without"))
MOVES = frozenset(
    listed(
        "moved move moves pushed push delayed delay postponed shifted slipped slip changed extended"
        " revised back forward brought rescheduled"
    )
)
MOVED_DATES = frozenset(listed("move moved moves delay delayed postpone postponed rescheduled"))  # even from afar
CLOCKS = frozenset(listed("am pm a.m a.m. p.m p.m. noon midnight midday"))
ZONES = frozenset(listed("et est edt pt pst gmt bst cet cest utc ist eastern london york new local uk us time ( )"))


def outer_edge(t: Tokens, i: int) -> int:
    """The token where a bound would end: before "the year" of "until the year 2026", "5 p.m. on" of "by 5 p.m. on"."""
    if t.word(i - 1) == "year" and t.words[i].isdecimal():
        j = i - 1 - (t.word(i - 2) == "calendar")
        return j - (t.word(j - 1) == "the")
    j = i - 1 if t.word(i - 1) in ("on", ",") else i
    while j > 0 and t.words[j - 1] in ZONES:
        j -= 1
    if t.word(j - 1) in ("business", "trading") and t.word(j - 2) == "of":
        return j - 3 - (t.word(j - 4) == "the")
    if t.word(j - 1) not in CLOCKS:
        return i
    j -= 1
    while j > 0 and (t.words[j - 1][0].isdecimal() or t.words[j - 1] in (":", ".", "minute", "past")):
        j -= 1
    return j
