"""Figures of what is built that are no part of it: years of work, one of several halls, all that a firm spends."""

from extractors.reading.binding import Bound, Place
from extractors.reading.lexicon import words
from extractors.reading.tokens import Tokens
from extractors.reading.trust import CONTRACTS, beside_money, traded_for


def outlasts(read: Tokens, place: Place, bound: Bound) -> bool:
    """Whether it is how long a plant is built, paid for or run, and no contract's: "over the 60 years it will run"."""
    first = read.sentences[place.scene.number].first
    near = (*read.low[max(first, place.first - _CLAUSE) : place.first], *read.low[place.last : place.last + 3])
    of_contract = read.low[bound.cue.first] in CONTRACTS or traded_for(read, place) or not _AGREED.isdisjoint(near)
    return not of_contract and (place.scene.number > 1 or not beside_money(read, place))


def one_of_several(read: Tokens, place: Place) -> bool:
    """Whether it is the power of each of some halls or units: "two halls of 50 MW each", "four 50MW halls"."""
    before = read.low[place.first - 1] if place.first else ""
    each = read.low[place.last : place.last + 1] in (["each"], ["apiece"])
    return each or before in _SEVERAL or before == "steps" or read.low[place.first - 2 : place.first] == ["steps", "of"]


def of_all_works(read: Tokens, place: Place) -> bool:
    """Whether it is what a firm spends everywhere, or all of many projects: "$75bn this year", "26 projects worth"."""
    if place.scene.number and read.low[place.last : place.last + 2] in _EACH_YEAR:
        return True
    before = read.low[max(0, place.first - 3) : place.first]
    return any(word == "projects" and before[i + 1 : i + 2] == ["worth"] for i, word in enumerate(before))


_CLAUSE = 12  # words
_AGREED = CONTRACTS | words("alliance ppa power-purchase output electricity")
_SEVERAL = words("two three four five six seven eight nine ten eleven twelve dozen several both")
_EACH_YEAR = (["this", "year"], ["next", "year"], ["a", "year"])
