"""What bounds a date: "by", "until", "no earlier than", "or later". A new phrase is one row and one test row."""

from extractors.figures.scanning import listed, phrase_table

BY, FROM, BEFORE, AFTER, UNTIL, SINCE, ABOUT, PLAIN = "by", "from", "before", "after", "until", "since", "about", ""
EARLIEST, THROUGH = "earliest", "through"  # "no earlier than 2030" says a bound, "from 2030" a beginning
BOUNDS_BEFORE = phrase_table(
    {
        **dict.fromkeys(("by", "no later than", "not later than", "on or before", "or before"), BY),
        **dict.fromkeys(("by the", "no later than the", "at the latest by"), BY),
        **dict.fromkeys(("until", "till", "up until", "until the", "up to", "til"), UNTIL),
        **dict.fromkeys(("no earlier than", "not before", "no sooner than", "not earlier than"), EARLIEST),
        **dict.fromkeys(("not earlier than the", "no earlier than the", "at the earliest in", "on or after"), EARLIEST),
        **dict.fromkeys(("until at least", "till at least"), SINCE),
        **dict.fromkeys(("through", "through the", "thru", "through to"), THROUGH),
        **dict.fromkeys(("halfway through", "midway through", "all through", "half way through"), PLAIN),
        **dict.fromkeys(("since", "since the", "ever since"), PLAIN),  # of an event: it happened then
        **dict.fromkeys(("from", "from the", "starting from", "beginning from"), FROM),
        **dict.fromkeys(("before", "before the", "prior to", "ahead of", "earlier than"), BEFORE),
        **dict.fromkeys(("after", "after the", "later than", "following"), AFTER),
        **dict.fromkeys(("about", "around", "roughly", "approximately", "circa", "some time in", "sometime in"), ABOUT),
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
ENDINGS = (("is", "out"), ("is", "over"), ("ends",), ("runs", "out"), ("closes",))  # "before 2026 is out"
NEGATIONS = frozenset(listed("not never n't won't don't t cannot nor neither without"))
MOVES = frozenset(
    listed(
        "moved move moves pushed push delayed delay postponed shifted slipped slip changed extended"
        " revised back forward brought rescheduled"
    )
)
MOVED_DATES = frozenset(listed("move moved moves delay delayed postpone postponed rescheduled"))  # even from afar
