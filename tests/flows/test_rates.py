"""Reference rates: dated, with a spread, and none where none is known."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from extractors.models import Figure, Relation
from extractors.relations import relation
from flows.rates import STALE, ReferenceRates, last_day

RATES = ReferenceRates()
DAY = date(2025, 9, 22)


@pytest.mark.parametrize(
    ("one", "other", "on", "expected"),
    [
        ("GBP", "USD", DAY, "1.35"),
        ("USD", "JPY", DAY, "147.8"),
        ("EUR", "EUR", DAY, "1"),
        ("GBP", "USD", date(2022, 9, 25), "1.15"),  # a Sunday, in a month in which sterling fell
    ],
)
def test_a_rate_is_near_the_one_of_the_day(one: str, other: str, on: date, expected: str) -> None:
    quoted = RATES.rate(one, other, on)
    assert quoted is not None
    rate, spread = quoted
    assert abs(rate / Decimal(expected) - 1) < spread < Decimal("0.08")


@pytest.mark.parametrize(
    ("one", "other", "on"),
    [
        ("USD", "XAU", DAY),
        ("USD", "EUR", date(1987, 10, 19)),
        ("USD", "EUR", last_day() + STALE + timedelta(days=1)),
    ],
)
def test_what_is_not_known_is_not_guessed(one: str, other: str, on: date) -> None:
    assert RATES.rate(one, other, on) is None


def test_the_last_known_rate_stands_in_for_a_while() -> None:
    assert RATES.rate("USD", "EUR", last_day() + STALE) == RATES.rate("USD", "EUR", last_day())


@pytest.mark.parametrize(
    ("pounds", "expected"), [("73", Relation.ROUNDS_TO), ("75", Relation.ROUNDS_TO), ("90", Relation.CONTRADICTS)]
)
def test_a_desk_that_converts_says_nothing_new(pounds: str, expected: Relation) -> None:
    dollars = Figure("USD", Decimal("1e11"), resolution=Decimal("1e9"))
    sterling = Figure("GBP", Decimal(pounds) * 10**9, resolution=Decimal("1e9"))
    assert relation(dollars, sterling, RATES, DAY) is expected
