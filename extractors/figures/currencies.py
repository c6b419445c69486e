"""The currency before a number: "US$", "C$", "£", "USD", "Rs", "MEUR", "$US". The signs and codes stand in `units`."""

from decimal import Decimal
from functools import lru_cache

from extractors.figures.scanning import Tokens
from extractors.figures.units import BEFORE_SIGN, CODE_UNITS, SIGNS, Sort, Unit


@lru_cache(maxsize=128)
def _money(code: str) -> Unit:
    return Unit(code, Sort.MONEY)


def money_before(t: Tokens, i: int) -> tuple[Unit | None, int]:
    """The currency that stands before token i, and its first token."""
    word = t.word(i - 1)
    if t.word(i - 2) == "$" and word in BEFORE_SIGN["$"] and not t.gap(i) and not t.gap(i - 1):
        return _money(BEFORE_SIGN["$"][word]), i - 2  # "$US5.76", as Australians write
    if word in SIGNS:
        letters = t.word(i - 2)
        country = BEFORE_SIGN.get(word, {}).get(letters)
        if country is None and word == "$" and letters in CODE_UNITS and letters != "usd":
            country = CODE_UNITS[letters] if t.gap(i - 1) == "" else None
        if word == "$" and letters == "usd":
            country = "USD"
        if country and (t.gap(i - 1) == "" or (t.gap(i - 1) == " " and _country_apart(t, i - 2, letters))):
            return _money(country), i - 2
        return _money(SIGNS[word]), i - 1
    if word in CODE_UNITS and t.gap(i) in ("", " ", "\xa0") and _in_capitals(t, i - 1):
        return _money(CODE_UNITS[word]), i - 1
    if word == "." and t.word(i - 2) == "rs":
        return Unit("INR", Sort.MONEY), i - 2
    if word[:1] == "m" and word[1:] in CODE_UNITS and len(word) == 4 and _in_capitals(t, i - 1):
        return Unit(CODE_UNITS[word[1:]], Sort.MONEY, Decimal(10) ** 6), i - 1
    return None, i


def _country_apart(t: Tokens, i: int, letters: str) -> bool:
    """Whether letters a space before the sign belong to it: "us $", "hk $"; but "a $5bn deal" and "C $5" do not."""
    return letters not in ("a", "s", "r", "z", "can", "c") or (letters == "c" and t.text[t.starts[i]] == "c")


def _in_capitals(t: Tokens, i: int) -> bool:
    """Whether a code is printed as one: "USD 5", "Rs 5", "CHF20", not "all 5"; a few codes are no words."""
    printed = t.text[t.starts[i] : t.ends[i]]
    return printed[0].isupper() or printed in ("rmb", "usd", "eur", "gbp")
