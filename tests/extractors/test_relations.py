from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.models import Days, Figure, Interval, Qualifier, Reading, Relation, Rung
from extractors.relations import folded, meaning, relation, slip_days

Q = Qualifier


def usd(billions: str, qualifier: Q = Q.EXACT, unit: str = "USD") -> Figure:
    """A figure printed as so many billions, rounded as printed."""
    value = Decimal(billions)
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return Figure(unit, value * 10**9, qualifier=qualifier, resolution=Decimal(10) ** (9 + exponent))


def gw(value: str, qualifier: Q = Q.EXACT) -> Figure:
    return Figure("GW", Decimal(value), qualifier=qualifier, resolution=Decimal(1))


def spread(low: str | None, high: str | None, qualifier: Q = Q.RANGE, unit: str = "chips") -> Figure:
    return Figure(unit, low=low and Decimal(low), high=high and Decimal(high), qualifier=qualifier)  # type: ignore[arg-type]


def days(start: str | None, end: str | None) -> Days:
    return Days(start and date.fromisoformat(start), end and date.fromisoformat(end))  # type: ignore[arg-type]


class Fixed:
    """One dollar is 0.90 euros, give or take two percent."""

    def rate(self, currency_from: str, currency_to: str, on: date) -> tuple[Decimal, Decimal] | None:
        pairs = {("EUR", "USD"): Decimal(1) / Decimal("0.90"), ("USD", "EUR"): Decimal("0.90")}
        one = pairs.get((currency_from, currency_to))
        return (one, Decimal("0.02")) if one else None


MEANINGS = {
    "a billion is rounded by half a billion": (usd("69"), "68.5e9", "69.5e9"),
    "one more digit is ten times as sharp": (usd("68.7"), "68.65e9", "68.75e9"),
    "a ceiling has no low end": (usd("100", Q.UP_TO), None, "100.5e9"),
    "a floor has no high end": (gw("10", Q.AT_LEAST), "9.5", None),
    "about widens by a few percent": (usd("60", Q.ABOUT), "58.2e9", "61.8e9"),
    "a number rounded farther than that is hedged no further": (usd("13", Q.ABOUT), "12.5e9", "13.5e9"),
    "nearly widens downwards": (usd("36", Q.LESS_THAN), "33.7e9", "36.5e9"),
    "a range keeps its ends": (spread("4e6", "5e6"), "4e6", "5e6"),
    "millions of chips have no high end": (spread("1e6", None, Q.MORE_THAN), "1e6", None),
}


@pytest.mark.parametrize(("figure", "low", "high"), MEANINGS.values(), ids=MEANINGS)
def test_meaning(figure: Figure, low: str | None, high: str | None) -> None:
    assert meaning(figure) == Interval(low and Decimal(low), high and Decimal(high))  # type: ignore[arg-type]


RELATIONS: dict[str, tuple[Reading, Reading, str]] = {
    "the same figure is equal": (usd("69"), usd("69"), "equal"),
    "planned is no hedge": (gw("10"), gw("10", Q.PLANNED), "equal"),
    "gigawatts and megawatts are one unit": (gw("10"), Figure("MW", Decimal(10000), resolution=Decimal(1000)), "equal"),
    "a sharper figure rounds to the coarser": (usd("69"), usd("68.7"), "rounds_to"),
    "nearly 69 is 68.7": (usd("69", Q.LESS_THAN), usd("68.7"), "rounds_to"),
    "roughly 60 is 59.5": (usd("60", Q.ABOUT), usd("59.5"), "rounds_to"),
    "neighbouring roundings contradict": (usd("68"), usd("69"), "contradicts"),
    "a tenth contradicts": (usd("100"), usd("10"), "contradicts"),
    "up to lost is a matter of hedge": (usd("100", Q.UP_TO), usd("100"), "hedge_only"),
    "at least won is a matter of hedge": (gw("10"), gw("10", Q.AT_LEAST), "hedge_only"),
    "a floor and a ceiling at one number contradict": (gw("10", Q.AT_LEAST), gw("10", Q.UP_TO), "contradicts"),
    "more than the floor refines": (gw("10", Q.AT_LEAST), gw("12"), "refines"),
    "less than the floor contradicts": (gw("10", Q.AT_LEAST), gw("9"), "contradicts"),
    "a number inside a range refines": (spread("4e6", "5e6"), Figure("chips", Decimal("4.5e6")), "refines"),
    "a range around a number generalises": (Figure("chips", Decimal("4.5e6")), spread("4e6", "5e6"), "generalises"),
    "a range above the range contradicts": (spread("4e6", "5e6"), spread("1e7", None, Q.MORE_THAN), "contradicts"),
    "a floor below a ceiling says something else": (gw("10", Q.AT_LEAST), gw("12", Q.UP_TO), "incomparable"),
    "another unit is another thing": (usd("10"), gw("10"), "incomparable"),
    "another currency needs a rate": (usd("100"), usd("90", unit="EUR"), "incomparable"),
    "a figure is no date": (usd("100"), days("2026-01-01", None), "incomparable"),
    "a half refines its year": (days("2026-01-01", "2026-12-31"), days("2026-07-01", "2026-12-31"), "refines"),
    "a year generalises its half": (days("2026-07-01", "2026-12-31"), days("2026-01-01", "2026-12-31"), "generalises"),
    "the next year contradicts": (days("2026-07-01", "2026-12-31"), days("2027-01-01", "2027-12-31"), "contradicts"),
    "by the half and in mid-year agree": (
        days("2025-01-01", "2025-06-30"),
        days("2025-06-01", "2025-07-31"),
        "rounds_to",
    ),
    "by the end of a year holds its quarters": (days(None, "2025-12-31"), days("2025-10-01", "2025-12-31"), "refines"),
    "one day and the next contradict": (
        days("2025-11-03", "2025-11-03"),
        days("2025-11-04", "2025-11-04"),
        "contradicts",
    ),
    "an unresolved date compares with nothing": (days(None, None), days("2026-01-01", None), "incomparable"),
    "announced may be a letter of intent": (Rung.ANNOUNCED, Rung.LETTER_OF_INTENT, "refines"),
    "announced says less than definitive": (Rung.DEFINITIVE, Rung.ANNOUNCED, "generalises"),
    "signed is not a letter of intent": (Rung.LETTER_OF_INTENT, Rung.DEFINITIVE, "contradicts"),
}


@pytest.mark.parametrize(("earlier", "later", "expected"), RELATIONS.values(), ids=RELATIONS)
def test_relation(earlier: Reading, later: Reading, expected: str) -> None:
    assert relation(earlier, later) == expected


CONVERTED = {
    "the day's rate explains the other currency": (usd("90", unit="EUR"), "rounds_to"),
    "the spread is tolerated": (usd("91.6", unit="EUR"), "rounds_to"),
    "beyond the spread it contradicts": (usd("80", unit="EUR"), "contradicts"),
    "without a rate there is no comparing": (usd("75", unit="GBP"), "incomparable"),
    "a price is not compared with a total": (Figure("EUR/share", Decimal(90)), "incomparable"),
}


@pytest.mark.parametrize(("later", "expected"), CONVERTED.values(), ids=CONVERTED)
def test_relation_across_currencies(later: Figure, expected: str) -> None:
    assert relation(usd("100"), later, Fixed(), date(2025, 9, 22)) == expected
    assert relation(later, usd("100"), Fixed(), date(2025, 9, 22)) == expected


SLIPS = {
    "a half year to the next quarter": (days("2026-07-01", "2026-12-31"), days("2027-01-01", "2027-03-31"), 90),
    "pulled forward is negative": (days("2030-01-01", "2030-12-31"), days("2029-01-01", "2029-12-31"), -365),
    "an open end counts from its start": (days("2025-01-01", "2025-12-31"), days("2030-01-01", None), 1462),
    "unresolved slips by nothing": (days(None, None), days("2027-01-01", None), 0),
}


@pytest.mark.parametrize(("earlier", "later", "expected"), SLIPS.values(), ids=SLIPS)
def test_slip_days(earlier: Days, later: Days, expected: int) -> None:
    assert slip_days(earlier, later) == expected


# --- laws ------------------------------------------------------------------------------------------

numbers = st.integers(1, 400).map(Decimal)
single = st.builds(
    Figure,
    unit=st.sampled_from(["GW", "MW", "USD"]),
    value=numbers,
    qualifier=st.sampled_from([q for q in Q if q is not Q.RANGE]),
    resolution=st.sampled_from([Decimal(0), Decimal("0.1"), Decimal(1), Decimal(10)]),
)
ranges = st.builds(
    lambda unit, a, b: Figure(unit, low=min(a, b), high=max(a, b), qualifier=Q.RANGE),
    st.sampled_from(["GW", "USD"]),
    numbers,
    numbers,
)
dates = st.dates(date(2024, 1, 1), date(2027, 12, 31))
spans = st.builds(
    lambda start, length, cut: Days(None if cut == 1 else start, None if cut == 2 else start + timedelta(length)),
    dates,
    st.integers(0, 400),
    st.integers(0, 3),
)
readings: st.SearchStrategy[Reading] = st.one_of(single, ranges, spans, st.sampled_from(list(Rung)))
CONVERSE = {Relation.REFINES: Relation.GENERALISES, Relation.GENERALISES: Relation.REFINES}


@given(readings)
def test_a_reading_equals_itself(reading: Reading) -> None:
    assert relation(reading, reading) is Relation.EQUAL


@given(readings, readings)
def test_refines_and_generalises_are_converses_and_all_else_is_symmetric(one: Reading, other: Reading) -> None:
    there = relation(one, other)
    assert relation(other, one) is CONVERSE.get(there, there)


@given(single)
def test_a_meaning_contains_what_was_printed(figure: Figure) -> None:
    assert meaning(figure).contains(Interval(figure.value, figure.value))


@given(st.decimals(1, 10**6, places=4), st.sampled_from([Decimal("0.01"), Decimal("0.1"), Decimal(1), Decimal(10)]))
def test_a_meaning_contains_all_that_round_to_it(exact: Decimal, step: Decimal) -> None:
    rounded = Figure("USD", (exact / step).quantize(Decimal(1)) * step, resolution=step)
    assert relation(rounded, Figure("USD", exact)) in (Relation.EQUAL, Relation.ROUNDS_TO)


@given(
    numbers, st.sampled_from([q for q in Q if q is not Q.RANGE]), st.sampled_from([q for q in Q if q is not Q.RANGE])
)
def test_one_number_differs_by_its_hedge_alone(value: Decimal, one: Q, other: Q) -> None:
    there = relation(Figure("GW", value, qualifier=one), Figure("GW", value, qualifier=other))
    opposed = Q.UP_TO in (one, other) and bool({Q.AT_LEAST, Q.MORE_THAN} & {one, other})
    plain = one == other or {one, other} == {Q.EXACT, Q.PLANNED}
    assert there is (Relation.EQUAL if plain else Relation.CONTRADICTS if opposed else Relation.HEDGE_ONLY)


@given(single)
def test_folding_changes_no_meaning(figure: Figure) -> None:
    assert relation(figure, folded(figure)) is Relation.EQUAL


@given(spans, spans)
def test_what_contradicts_slips_in_the_direction_in_which_it_lies(one: Days, other: Days) -> None:
    if relation(one, other) is Relation.CONTRADICTS:
        later = other.start is not None and one.end is not None and other.start > one.end
        assert (slip_days(one, other) > 0) is later
