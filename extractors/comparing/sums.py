"""Does one report's own arithmetic hold? Parts against the whole, stake times valuation, price times shares."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.comparing.cues import says
from extractors.models import Fact, Figure, Interval
from extractors.relations import folded, meaning, printed_ends

# Words that make parts complete: only then must they add up.
ALL_OF_IT = (
    "the rest", "the remaining", "the remainder", "the balance", "the other", "the second half", "made up of",
    "consists of", "consisting of", "comprises", "comprising", "composed of", "split into", "divided into",
)  # fmt: skip
WITHIN = ("of it", "of this", "of that", "of which", "including", "includes", "initial", "initially")  # in another part
RAISING = ("raise its stake", "raising its stake", "increase its stake", "increasing its stake", "stake to", "lift its")
_BY_ROUNDING = Decimal("0.05")  # apart by so much of the whole, sums that only rounding could mend are told low
_MOST_TIMES = 12  # that one amount is counted in a report: a text of amounts only is no list of parts
_WITHOUT = ("enterprise", "including_debt", "net_of_cash")  # a valuation on another basis than the shares

Failed = tuple[Fact, Fact, str, bool]


@dataclass(frozen=True, slots=True)
class Made:
    """What parts make together: the interval of all they can mean, and the printed number."""

    span: Interval
    printed: Decimal | None


def sums_that_fail(report: Sequence[Fact]) -> Iterator[Failed]:
    """Yield (whole, part, words, certain) for each sum of one report that does not hold.

    It is certain where no rounding and no hedge can mend it. Sums that only the coarsest rounding of every part would
    mend ("4 and 5 make 10") are told too, where they are off by a twentieth of the whole.
    """
    whole = _only(report, "deal_value")
    if whole is None:
        return
    yield from _parts(report, whole)
    yield from _products(report, whole)


def _parts(report: Sequence[Fact], whole: Fact) -> Iterator[Failed]:
    parts = [fact for fact in _plain(report, "tranche_value") if _unit(fact) == _unit(whole) and not _same(fact, whole)]
    if any(says(part, WITHIN) or part.claim.modality == "conditional" or part.claim.condition for part in parts):
        return  # a part of a part, or one that may never come
    if len(parts) < 2 or any(fact.claim.basis in _WITHOUT or whole.claim.basis in _WITHOUT for fact in parts):
        return
    complete = any(says(part, ALL_OF_IT) for part in parts)
    listed = len({part.sentence for part in parts}) == 1 and len({part.claim.of for part in parts}) == len(parts)
    sums = list(_sums(parts))
    if not (complete or listed) or any(_is_of_another(report, whole, parts, total) for total in sums):
        return
    verdicts = [_off(total, whole) for total in sums]
    too_much = all(total.printed is not None and total.printed > _number(whole) for total in sums)
    if None in verdicts or not (complete or too_much):
        return
    yield whole, parts[-1], f"The parts make {_words(sums[0])} {_unit(whole)}, not the whole.", all(verdicts)


def _sums(parts: Sequence[Fact]) -> Iterator[Made]:
    """What the parts make: each counted once, and as often as its words stand in its sentence ("3bn now, 3bn later").

    A reading keeps a repeated amount once, so nobody can tell which of the sums is meant.
    """
    often = [min(_MOST_TIMES, max(1, part.sentence.count(part.claim.amount))) for part in parts]
    for times in dict.fromkeys((tuple(1 for _ in parts), tuple(often))):
        counted = [part for part, count in zip(parts, times, strict=True) for _ in range(count)]
        numbers = [_printed(part) for part in counted]
        known = [number for number in numbers if number is not None]
        span = _sum([meaning(_figure(part)) for part in counted])
        yield Made(span, sum(known, Decimal(0)) if len(known) == len(numbers) else None)


def _products(report: Sequence[Fact], whole: Fact) -> Iterator[Failed]:
    price, shares = _only(report, "price_per_share"), _only(report, "units_count")
    if price and shares and _unit(shares) == "shares" and _unit(price) == f"{_unit(whole)}/share":
        total = _product(price, shares)
        certain = _off(total, whole)
        if certain is not None and _own_basis(whole):
            yield whole, price, f"Price times shares make {_words(total)} {_unit(whole)}.", certain
    stake, valuation = _only(report, "equity_stake"), _only(report, "valuation")
    if stake and valuation and _unit(stake) == "percent" and _unit(valuation) == _unit(whole):
        if says(stake, RAISING) or not _own_basis(valuation):
            return
        total = _stake_of(stake, valuation, whole)
        certain = _off(total, whole)
        if certain is not None:
            yield whole, stake, f"The stake of the valuation makes {_words(total)} {_unit(whole)}.", certain


def _own_basis(fact: Fact) -> bool:
    return fact.claim.basis not in _WITHOUT


def _product(one: Fact, other: Fact) -> Made:
    a, b = _printed(one), _printed(other)
    span = _times(meaning(_figure(one)), meaning(_figure(other)))
    return Made(span, a * b if a is not None and b is not None else None)


def _stake_of(stake: Fact, valuation: Fact, whole: Fact) -> Made:
    """The stake of the company with the money in it: a valuation before the money lacks it."""
    share, worth = _printed(stake), _printed(valuation)
    span = meaning(_figure(valuation))
    if valuation.claim.basis == "pre_money":
        span = _sum([span, meaning(_figure(whole))])
        worth = worth + _number(whole) if worth is not None else None
    hundredth = Interval(Decimal("0.01"), Decimal("0.01"))
    made = _times(_times(meaning(_figure(stake)), span), hundredth)
    return Made(made, share * worth / 100 if share is not None and worth is not None else None)


def _off(made: Made, whole: Fact) -> bool | None:
    """True where nothing can mend the sum, False where only rounding could, None where it holds."""
    if not made.span.overlaps(meaning(_figure(whole))):
        return True
    printed, number = made.printed, _printed(whole)
    if printed is None or number is None:
        return None
    return False if abs(printed - number) > max(_BY_ROUNDING * number, _figure(whole).resolution / 2) else None


def _is_of_another(report: Sequence[Fact], whole: Fact, parts: Sequence[Fact], made: Made) -> bool:
    """Whether the parts make another sum that the report gives: they are parts of that."""
    others = (f for f in report if f is not whole and f not in parts and _is_figure(f) and _unit(f) == _unit(whole))
    return any(made.span.overlaps(meaning(_figure(other))) for other in others)


def _is_figure(fact: Fact) -> bool:
    return isinstance(fact.claim.reading, Figure)


def _same(part: Fact, whole: Fact) -> bool:
    return _printed(part) is not None and _printed(part) == _printed(whole)


def _plain(report: Sequence[Fact], attribute: str) -> list[Fact]:
    return [f for f in report if f.claim.attribute == attribute and f.claim.when != "previous" and _is_figure(f)]


def _only(report: Sequence[Fact], attribute: str) -> Fact | None:
    """The report's one figure for it; with several, nobody knows which of them belongs into the sum."""
    found = [fact for fact in _plain(report, attribute) if not fact.claim.of]
    return found[0] if len(found) == 1 else None


def _figure(fact: Fact) -> Figure:
    assert isinstance(fact.claim.reading, Figure)  # noqa: S101 - `_plain` gave us figures only
    return folded(fact.claim.reading)


def _printed(fact: Fact) -> Decimal | None:
    """The one printed number of a figure without a hedge; None for ranges and bounds."""
    low, high = printed_ends(_figure(fact))
    return low if low == high and meaning(_figure(fact)).contains(Interval(low, high)) and _closed(fact) else None


def _closed(fact: Fact) -> bool:
    span = meaning(_figure(fact))
    return span.low is not None and span.high is not None


def _number(fact: Fact) -> Decimal:
    return _printed(fact) or Decimal(0)


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


def _words(made: Made) -> str:
    if made.printed is not None:
        return f"{made.printed:,.0f}"
    return " to ".join(dict.fromkeys(f"{end:,.0f}" for end in (made.span.low, made.span.high) if end is not None))
