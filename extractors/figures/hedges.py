"""Hedges: the words that bound or soften a figure, before it and after it. A new phrase is one row and one test row.

Phrases are written as `scanning.tokens` parts a text: lower case, hyphens as spaces, signs apart.
"""

from collections.abc import Iterator

from extractors.figures.scanning import listed, phrase_table
from extractors.models import Qualifier

_UP_TO = (
    "up to; as much as; as many as; as high as; as long as; a maximum of; maximum of; a maximum; at most; at the most; "
    "no more than; not more than; no greater than; not to exceed; not exceeding; capped at; a cap of; a ceiling of; ≤"
)
_AT_LEAST = (
    "at least; at the least; a minimum of; minimum of; a minimum; no less than; not less than; no fewer than; "
    "not fewer than; as few as; as low as; as little as; starting at; ≥"
)
_MORE_THAN = (
    "more than; over; above; exceeding; exceeds; exceed; exceeded; in excess of; north of; upwards of; upward of; "
    "topping; tops; topped; greater than; higher than; surpassing; beyond; >"
)
_LESS_THAN = (
    "nearly; almost; under; less than; below; shy of; short of; fewer than; lower than; approaching; nearing; "
    "smaller than; virtually; practically; south of; <"
)
_ABOUT = (
    "about; roughly; around; c .; some; approximately; approx; approx .; circa; ca; "
    "an estimated; estimated; estimated at; "
    "close to; in the region of; in the neighborhood of; in the neighbourhood of; on the order of; in the order of; "
    "something like; more or less; an approximate; somewhere around; rounded to; ~; ≈"
)
# "the bid went up to $47bn" has no hedge; "could go up to" has.
_RISES = "went goes gone rose rises risen moved moves climbed climbs jumped came bumped pushed stepped ramped"
_TAKES = "take takes took taken taking hand hands handed handing turn turned carry carried"  # "takes over about $5bn"
_MAY, _GROW = "may could might can", "reach; grow to; rise to; climb to; swell to"  # a bound that may be met
_DEGREES = (
    "just",
    "well",
    "slightly",
    "far",
    "only just",
    "a little",
    "a bit",
    "a shade",
    "significantly",
    "comfortably",
)


def _hedges() -> Iterator[tuple[str, Qualifier]]:
    for phrases, qualifier in (
        (_UP_TO, Qualifier.UP_TO),
        (_AT_LEAST, Qualifier.AT_LEAST),
        (_MORE_THAN, Qualifier.MORE_THAN),
        (_LESS_THAN, Qualifier.LESS_THAN),
        (_ABOUT, Qualifier.ABOUT),
    ):
        for phrase in phrases.split("; "):
            yield phrase, qualifier
            if qualifier in (Qualifier.MORE_THAN, Qualifier.LESS_THAN):
                yield from ((f"{degree} {phrase}", qualifier) for degree in _DEGREES)
    for verb in _RISES.split():
        yield f"{verb} up to", Qualifier.EXACT
    for verb in _TAKES.split():
        yield f"{verb} over", Qualifier.EXACT
    for may in _MAY.split():
        yield from ((f"{may} {verb}", Qualifier.UP_TO) for verb in _GROW.split("; "))


HEDGES_BEFORE = phrase_table(dict(_hedges()), from_end=True)
HEDGES_AFTER = phrase_table(
    {
        **dict.fromkeys(
            ("or more", "or higher", "or above", "or greater", "or better", "and up", "and above", "at least"),
            Qualifier.AT_LEAST,
        ),
        **dict.fromkeys(("at a minimum", "at the least", "minimum"), Qualifier.AT_LEAST),
        **dict.fromkeys(("plus", "+"), Qualifier.MORE_THAN),
        **dict.fromkeys(
            ("or less", "or fewer", "at most", "at the most", "maximum", "max", "at a maximum"), Qualifier.UP_TO
        ),
        **dict.fromkeys(("or so", "or thereabouts", "ish", "give or take", "more or less"), Qualifier.ABOUT),
    }
)
# Between a number and what it counts: "20-plus years", "10+ GW", "600-odd stores".
HEDGES_WITHIN = {"plus": Qualifier.MORE_THAN, "+": Qualifier.MORE_THAN, "odd": Qualifier.ABOUT}
BOUNDS = frozenset((Qualifier.UP_TO, Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.LESS_THAN))
# May stand between a hedge and its figure: "up to an additional $5 billion". An article may not: "under a $5bn deal".
FILLERS = frozenset(listed("a an another additional further extra total of the combined new"))
ARTICLES = frozenset(["a", "an", "the", "of"])
# "from A to B" is a move from A to B, two figures, unless one of these says that it is a range.
RANGING = frozenset(listed("range ranges ranging ranged anywhere vary varies varying somewhere estimates"))
