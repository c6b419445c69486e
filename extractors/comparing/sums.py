"""Does one report's own arithmetic hold? Parts against the whole, stake times valuation, price times shares."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.comparing.cues import says
from extractors.models import Fact, Figure, Interval
from extractors.relations import folded, meaning

# Words that make parts complete: only then must they add up.
REST = ("the rest", "the remaining", "the remainder", "the balance", "the other", "the second half")


def sums_that_fail(report: Sequence[Fact]) -> Iterator[tuple[Fact, Fact, str]]:
    """Yield (whole, last part, words) for each sum of one report that cannot hold, with all rounding and hedges."""
    whole = _only(report, "deal_value")
    if whole is None:
        return
    parts = [fact for fact in _plain(report, "tranche_value") if _unit(fact) == _unit(whole)]
    if len(parts) > 1 and any(says(part, REST) for part in parts):
        total = _sum([meaning(_figure(part)) for part in parts])
        if _apart(total, meaning(_figure(whole))) and not _is_of_another(report, parts, total):
            yield whole, parts[-1], f"The parts make {_words(total)} {_unit(whole)}, not the whole."
    yield from _products(report, whole)


def _products(report: Sequence[Fact], whole: Fact) -> Iterator[tuple[Fact, Fact, str]]:
    price, shares = _only(report, "price_per_share"), _only(report, "units_count")
    if price and shares and _unit(shares) == "shares" and _unit(price) == f"{_unit(whole)}/share":
        total = _times(meaning(_figure(price)), meaning(_figure(shares)))
        if _apart(total, meaning(_figure(whole))):
            yield whole, price, f"Price times shares make {_words(total)} {_unit(whole)}."
    stake, valuation = _only(report, "equity_stake"), _only(report, "valuation")
    if stake and valuation and _unit(stake) == "percent" and _unit(valuation) == _unit(whole):
        total = _times(
            _times(meaning(_figure(stake)), meaning(_figure(valuation))), Interval(Decimal("0.01"), Decimal("0.01"))
        )
        if _apart(total, meaning(_figure(whole))):
            yield whole, stake, f"The stake of the valuation makes {_words(total)} {_unit(whole)}."


def _is_of_another(report: Sequence[Fact], parts: Sequence[Fact], total: Interval) -> bool:
    """Whether the parts make another sum that the report gives: they are parts of that."""
    others = (
        f for f in report if f not in parts and isinstance(f.claim.reading, Figure) and _unit(f) == _unit(parts[0])
    )
    return any(total.overlaps(meaning(_figure(other))) for other in others)


def _plain(report: Sequence[Fact], attribute: str) -> list[Fact]:
    return [
        f
        for f in report
        if f.claim.attribute == attribute and f.claim.when != "previous" and isinstance(f.claim.reading, Figure)
    ]


def _only(report: Sequence[Fact], attribute: str) -> Fact | None:
    """The report's one figure for it; with several, nobody knows which of them belongs into the sum."""
    found = [fact for fact in _plain(report, attribute) if not fact.claim.of]
    return found[0] if len(found) == 1 else None


def _figure(fact: Fact) -> Figure:
    assert isinstance(fact.claim.reading, Figure)  # noqa: S101 - `_plain` gave us figures only
    return folded(fact.claim.reading)


def _unit(fact: Fact) -> str:
    return _figure(fact).unit


def _sum(parts: Sequence[Interval]) -> Interval:
    lows, highs = [p.low for p in parts], [p.high for p in parts]
    return Interval(
        None if None in lows else sum((n for n in lows if n is not None), Decimal(0)),
        None if None in highs else sum((n for n in highs if n is not None), Decimal(0)),
    )


def _times(one: Interval, other: Interval) -> Interval:
    """Product of two intervals of positive numbers."""
    return Interval(
        None if one.low is None or other.low is None else one.low * other.low,
        None if one.high is None or other.high is None else one.high * other.high,
    )


def _apart(made: Interval, whole: Interval) -> bool:
    return not made.overlaps(whole)


def _words(made: Interval) -> str:
    ends = dict.fromkeys(f"{end:,.0f}" for end in (made.low, made.high) if end is not None)
    return " to ".join(ends)
