"""Sums whose currency is not said again: "180 billion rupees, of which 27 billion in cash"."""

from collections.abc import Iterator
from dataclasses import replace

from extractors.figures.amounts import Amount
from extractors.figures.scanning import Tokens, listed
from extractors.figures.units import STOPS, Sort

NEAR = 50  # words
AFTER_SUMS = frozenset(listed("only when then once now today altogether overall instead apiece all if"))


def elided_sums(t: Tokens, amounts: list[Amount]) -> Iterator[Amount]:
    """Billions that count nothing, in the currency of the money just before: "1.3 billion pounds, of 11 billion".

    And numbers that count some of what was counted: "470 planes, 250 of them from Boeing".
    What stands in brackets is another currency's: "3.8 billion pounds ($5.1 billion), or 4.4 billion with debt".
    """
    before: Amount | None = None
    counted: Amount | None = None
    for amount in amounts:
        if amount.unit is not None and amount.unit.sort is Sort.COUNT:
            counted = amount if amount.value > 1 else counted
        if amount.unit is not None:
            if amount.unit.sort is Sort.MONEY and not (before and _in_brackets(t, amount)):
                before = amount if amount.number.scale >= 10**6 else None
        elif counted and amount.first - counted.last < NEAR and _of_these(t, amount) and amount.value < counted.value:
            yield replace(amount, unit=counted.unit)
        elif before and amount.first - before.last < NEAR and _counts_nothing(t, amount):
            yield replace(amount, unit=before.unit)


def _of_these(t: Tokens, amount: Amount) -> bool:
    """Whether a number counts some of what was counted before: "250 of them", "40 of these"."""
    return t.word(amount.last) == "of" and t.word(amount.last + 1) in ("them", "these", "those", "which")


def _in_brackets(t: Tokens, amount: Amount) -> bool:
    return "(" in (t.word(amount.first - 1), t.word(amount.first - 2)) and t.word(amount.last)[:1] == ")"


def _counts_nothing(t: Tokens, amount: Amount) -> bool:
    """Whether no noun follows billions: a sign, a small word, or the name of who pays ("the 3.8 billion Acme bid")."""
    if amount.number.scale != 10**9 or amount.number.vague:
        return False
    following = t.word(amount.last)
    if not following[:1].isalnum() or following in STOPS or following in AFTER_SUMS:
        return True
    return t.word(amount.first - 1) == "the" and t.text[t.starts[amount.last]].isupper()
