"""How one reading relates to another: figures and dates are intervals, statuses stand on a ladder.

Relations are pure algebra. Whether a relation is worth telling is decided in changes.py.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Protocol

from extractors.models import Days, Figure, Interval, Qualifier, Reading, Relation, Rung


class Rates(Protocol):
    """Dated reference rates between currencies."""

    def rate(self, currency_from: str, currency_to: str, on: date) -> tuple[Decimal, Decimal] | None:
        """Units of the second currency for one of the first on that day, and the relative spread (0.02 is 2 %)."""


@dataclass(frozen=True, slots=True)
class Hedge:
    """How far the truth may lie from the printed end, as a share of it. None is an open end."""

    below: Decimal | None
    above: Decimal | None


_NONE = Decimal(0)
_HALF = Decimal("0.5")
_ABOUT, _STEPS = Decimal("0.03"), 10  # "about" leaves this share, at most so many steps of the last digit printed
_BOUND = Decimal("0.05")  # of its number a bound may be rounded by: "tens of millions" does not begin at five

HEDGES = {
    Qualifier.EXACT: Hedge(_NONE, _NONE),
    Qualifier.PLANNED: Hedge(_NONE, _NONE),  # says when, not how much
    Qualifier.RANGE: Hedge(_NONE, _NONE),  # the ends are printed
    Qualifier.ABOUT: Hedge(
        Decimal("0.03"), Decimal("0.03")
    ),  # on top of the rounding; farther off, desks print another figure
    Qualifier.LESS_THAN: Hedge(Decimal("0.05"), _NONE),  # "nearly", "just shy of": below, but not by much
    Qualifier.AT_LEAST: Hedge(_NONE, None),
    Qualifier.MORE_THAN: Hedge(_NONE, None),
    Qualifier.UP_TO: Hedge(None, _NONE),
}

FLOORS = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
CEILINGS = frozenset({Qualifier.UP_TO})  # LESS_THAN is mostly "nearly", which is no ceiling
BOUNDS = FLOORS | CEILINGS
_PLAIN = frozenset({Qualifier.EXACT, Qualifier.PLANNED})

UNITS = {  # printed unit → the unit that we compare in, and the factor; whole factors only, to stay exact
    "GW": ("MW", 1000),
    "years": ("months", 12),
    "GPUs": ("chips", 1),
    "gpus": ("chips", 1),
    "processors": ("chips", 1),
    "accelerators": ("chips", 1),
    "TPUs": ("chips", 1),
}


def folded(figure: Figure) -> Figure:
    """The same figure in the unit that figures of its kind are compared in: 10 GW becomes 10,000 MW."""
    unit, factor = UNITS.get(figure.unit, (figure.unit, 1))
    return figure if unit == figure.unit else replace(scaled(figure, Decimal(factor)), unit=unit)


def scaled(figure: Figure, factor: Decimal) -> Figure:
    """The figure with each number and its resolution multiplied by the factor."""
    value, low, high = (None if n is None else n * factor for n in (figure.value, figure.low, figure.high))
    return replace(figure, value=value, low=low, high=high, resolution=figure.resolution * factor)


def printed_ends(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    """The printed numbers without hedge or rounding; a single number is both ends, and "millions" its low one."""
    if figure.value is not None:
        return figure.value, figure.value
    if figure.low is None or figure.high is None:
        only = figure.high if figure.low is None else figure.low
        return only, only
    return figure.low, figure.high


def meaning(figure: Figure) -> Interval:
    """All numbers that the printed figure can stand for, in its own unit: hedge and rounding opened up.

    "$69 billion" is 68.5 to 69.5 (half a step of the last printed digit each way); "up to" opens the low end,
    "at least" the high one; "about" and "nearly" widen by the share in HEDGES.
    """
    hedge = HEDGES[figure.qualifier]
    low = figure.value if figure.low is None else figure.low
    high = figure.value if figure.high is None else figure.high
    half = figure.resolution * _HALF
    if figure.qualifier is Qualifier.ABOUT and low is not None and high is not None:
        room = min(abs(low) * _ABOUT, figure.resolution * _STEPS)  # "about 25.08" is no 25.80
        half = max(half, room)  # a number rounded farther than that is hedged no further
        return Interval(low - half, high + half)
    if figure.qualifier in BOUNDS:
        half = min(half, _BOUND * min(abs(end) for end in (low, high) if end is not None))
    return Interval(
        None if low is None or hedge.below is None else low - half - abs(low) * hedge.below,
        None if high is None or hedge.above is None else high + half + abs(high) * hedge.above,
    )


def relation(earlier: Reading, later: Reading, rates: Rates | None = None, on: date | None = None) -> Relation:
    """How the later reading relates to the earlier one; it refines when it says the same more narrowly.

    Amounts in two currencies are compared at the rate of the day, or are incomparable without one.
    """
    how = _relation(earlier, later)
    if how is Relation.INCOMPARABLE and isinstance(earlier, Figure) and isinstance(later, Figure):
        return _converted(earlier, later, rates, on)
    return how


@lru_cache(maxsize=1 << 14)  # a deal's known facts are compared again on every pass
def _relation(earlier: Reading, later: Reading) -> Relation:
    if isinstance(earlier, Figure) and isinstance(later, Figure):
        return _figures(folded(earlier), folded(later))
    if isinstance(earlier, Days) and isinstance(later, Days):
        return _days(earlier, later)
    if isinstance(earlier, Rung) and isinstance(later, Rung):
        return _rungs(earlier, later)
    return Relation.INCOMPARABLE


def slip_days(earlier: Days, later: Days) -> int:
    """By how many days the later promise ends after the earlier one; negative where it was pulled forward.

    End is compared with end, since a promise is broken when its last day has passed. 0 where either is unresolved.
    """
    before, after = earlier.end or earlier.start, later.end or later.start
    return (after - before).days if before and after else 0


# --- figures ---------------------------------------------------------------------------------------


def _figures(earlier: Figure, later: Figure) -> Relation:
    if earlier.unit != later.unit or (None, None) in (printed_ends(earlier), printed_ends(later)):
        return Relation.INCOMPARABLE
    if printed_ends(earlier) == printed_ends(later):
        return _same_numbers(earlier.qualifier, later.qualifier)
    sharp = not {earlier.qualifier, later.qualifier} & (BOUNDS | {Qualifier.RANGE})
    return _intervals(meaning(earlier), meaning(later), sharp)


def _same_numbers(earlier: Qualifier, later: Qualifier) -> Relation:
    if earlier == later or {earlier, later} <= _PLAIN:
        return Relation.EQUAL
    faces = {earlier, later}
    if faces & CEILINGS and faces & FLOORS:  # "at least 10" and "up to 10" agree in one point only
        return Relation.CONTRADICTS
    return Relation.HEDGE_ONLY


def currency_of(unit: str) -> str | None:
    """The currency of a money unit, such as USD of "USD" and "USD/share"; None where it is no money."""
    code = unit.removesuffix("/share")
    return code if len(code) == 3 and code.isalpha() and code.isupper() else None


def _converted(earlier: Figure, later: Figure, rates: Rates | None, on: date | None) -> Relation:
    """Both at one rate, its spread as tolerance. The direction is fixed, so that the answer is symmetric."""
    first, second = sorted((earlier, later), key=lambda figure: figure.unit)
    have, want = currency_of(first.unit), currency_of(second.unit)
    if rates is None or on is None or have is None or want is None or have == want:
        return Relation.INCOMPARABLE
    same_kind = first.unit.endswith("/share") == second.unit.endswith("/share")
    printed = (None, None) not in (printed_ends(first), printed_ends(second))
    quoted = rates.rate(have, want, on) if same_kind and printed else None
    if quoted is None:
        return Relation.INCOMPARABLE
    one, spread = quoted
    there = _widened(meaning(scaled(first, one)), spread)
    return Relation.ROUNDS_TO if _share(there, meaning(second)) else Relation.CONTRADICTS


def _widened(interval: Interval, spread: Decimal) -> Interval:
    low, high = interval.low, interval.high
    return Interval(
        None if low is None else low - abs(low) * spread, None if high is None else high + abs(high) * spread
    )


def _share(one: Interval, other: Interval) -> bool:
    """Whether they overlap by more than the border that two neighbouring roundings (68 and 69) have in common."""
    if not one.overlaps(other):
        return False
    points = [i for i in (one, other) if i.low is not None and i.low == i.high]
    low = max((i.low for i in (one, other) if i.low is not None), default=None)
    high = min((i.high for i in (one, other) if i.high is not None), default=None)
    return bool(points) or low is None or high is None or low < high


def _intervals(earlier: Interval, later: Interval, sharp: bool) -> Relation:
    """Relation of two meanings; `sharp` where neither is a range or a bound, so that only rounding parts them."""
    if not _share(earlier, later):
        return Relation.CONTRADICTS
    if sharp or earlier == later:
        return Relation.ROUNDS_TO
    if earlier.contains(later):
        return Relation.REFINES
    if later.contains(earlier):
        return Relation.GENERALISES
    closed = None not in (earlier.low, earlier.high, later.low, later.high)
    return Relation.ROUNDS_TO if closed else Relation.INCOMPARABLE  # "at least 10", "up to 12": both may be true


# --- dates and statuses ----------------------------------------------------------------------------


def _days(earlier: Days, later: Days) -> Relation:
    if not (earlier.resolved and later.resolved):
        return Relation.INCOMPARABLE
    if (earlier.start, earlier.end) == (later.start, later.end):
        return Relation.EQUAL  # the hedge of a date is in its days: "by" has no start, "from" no end
    return _intervals(_ordinals(earlier), _ordinals(later), sharp=False)


def _ordinals(days: Days) -> Interval:
    """The days as an interval of numbers, its end made the next midnight, so that one day has a length."""
    return Interval(
        None if days.start is None else Decimal(days.start.toordinal()),
        None if days.end is None else Decimal(days.end.toordinal() + 1),
    )


_FINER = frozenset({Rung.LETTER_OF_INTENT, Rung.DEFINITIVE})  # "announced" is what a brief says of either


def _rungs(earlier: Rung, later: Rung) -> Relation:
    if earlier == later:
        return Relation.EQUAL
    if earlier == Rung.ANNOUNCED and later in _FINER:
        return Relation.REFINES
    if later == Rung.ANNOUNCED and earlier in _FINER:
        return Relation.GENERALISES
    return Relation.CONTRADICTS
