"""What only the whole text tells about an amount: whose dollar, franc or cent it is, and that it prices a share.

A plain "$" is the US dollar unless the text itself says otherwise: by a conversion, "$39 billion (US$29 billion)", or
in words, "all figures in Canadian dollars". Then it is the one other dollar that the text names, or else it is refused.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.figures.amounts import Amount
from extractors.figures.numbers import in_digits
from extractors.figures.scanning import Tokens, listed
from extractors.figures.units import STOPS, Sort, Unit

DOLLARS = {  # what names the country of a dollar
    **dict.fromkeys(listed("australian australia sydney melbourne perth brisbane adelaide canberra asx"), "AUD"),
    **dict.fromkeys(listed("canadian canada toronto vancouver montreal calgary ottawa tsx"), "CAD"),
    **dict.fromkeys(listed("zealand auckland nzx"), "NZD"),
    **dict.fromkeys(listed("singapore singaporean sgx"), "SGD"),
}
ALL_OF_THEM = frozenset(listed("all amounts figures values prices otherwise unless expressed stated denominated"))
SWISS = frozenset(listed("swiss switzerland zurich geneva basel chf sfr"))
KRONER = "kroner"  # of Norway or of Denmark: the text tells which
NORDIC = {
    **dict.fromkeys(listed("norwegian norway oslo bergen stavanger nok nkr"), "NOK"),
    **dict.fromkeys(listed("danish denmark copenhagen aarhus dkk dkr"), "DKK"),
}
FRENCH = frozenset(listed("french france paris belgian belgium brussels"))
CENTS = frozenset(listed("cent cents cts"))
OF_CENTS = frozenset(listed("USD EUR AUD CAD NZD SGD HKD ZAR"))
OFFERED = frozenset(listed("cash bid offer price deal proposal takeover approach dividend more apiece all"))
LAST_FRANC = 2001  # of France and Belgium, before the euro


def settled(t: Tokens, amounts: list[Amount]) -> list[Amount]:
    """The amounts with currency and rate as the text as a whole tells them; what it makes doubtful is left out."""
    names = {a.unit.name for a in amounts if a.unit and a.unit.sort is Sort.MONEY}
    if "FRF" in names:
        amounts = _francs(t, amounts, "CHF" in names)
    if KRONER in names:
        amounts = _kroner(t, amounts)
    if "USD" in names:
        amounts = _cents(t, _dollars(t, amounts))
    prices = {a.unit.name for a in amounts if a.unit and a.rate == "share"}
    return [_priced(t, amount, prices) for amount in amounts] if prices else amounts


def _named(amount: Amount, name: str) -> Amount:
    return replace(amount, unit=replace(amount.unit, name=name)) if amount.unit else amount


# --- dollars ---------------------------------------------------------------------------------------


def _plain(t: Tokens, amount: Amount) -> bool:
    """Whether an amount is printed with "$" and no country."""
    return amount.unit is not None and t.words[amount.first] == "$" and in_digits(t.word(amount.first + 1) or "-")


def _dollars(t: Tokens, amounts: list[Amount]) -> list[Amount]:
    said = _said_of_all(t)
    if said is None and not any(_local(t, one, two) for one, two in pairwise(amounts)):
        return amounts
    home = said or _home(t, amounts)
    if home is None:
        return [amount for amount in amounts if not _plain(t, amount)]
    return [_named(amount, home) if _plain(t, amount) else amount for amount in amounts]


def _local(t: Tokens, one: Amount, two: Amount) -> bool:
    """Whether one of two amounts is the other in US dollars, and the other has a plain sign."""
    between = t.words[one.last : two.first]
    if (
        between not in (["("], ["(", "about"], ["(", "or"], ["["], [",", "or"], ["or"], ["(", "nearly"])
        or one.rate != two.rate
    ):
        return False
    same = one.unit is not None and one.unit == two.unit and one.unit.name == "USD"
    return same and _plain(t, one) != _plain(t, two) and one.value != two.value


def _home(t: Tokens, amounts: Sequence[Amount]) -> str | None:
    """The one other dollar that the text names, by an amount or else by a country."""
    named = {a.unit.name for a in amounts if a.unit and a.unit.name in DOLLARS.values() and a.unit.sort is Sort.MONEY}
    named = named or {DOLLARS[word] for word in t.words if word in DOLLARS}
    return named.pop() if len(named) == 1 else None


def _said_of_all(t: Tokens) -> str | None:
    """The dollar of "all figures are in Canadian dollars"."""
    if "dollars" not in t.words:
        return None
    for i, word in enumerate(t.words):
        if word == "dollars" and t.word(i - 1) in DOLLARS and t.word(i - 2) == "in":
            around = t.words[max(i - 10, 0) : i] + t.words[i + 1 : i + 3]
            if not ALL_OF_THEM.isdisjoint(around):
                return DOLLARS[t.words[i - 1]]
    return None


# --- francs, cents and prices ----------------------------------------------------------------------


def _francs(t: Tokens, amounts: list[Amount], swiss: bool) -> list[Amount]:
    """Bare francs: of Switzerland where the text names it alone; of France before the euro; else refused."""
    words = set(t.words)
    swiss = swiss or (not SWISS.isdisjoint(words) and FRENCH.isdisjoint(words))
    modern = any(len(word) == 4 and word.isdecimal() and LAST_FRANC < int(word) < 2080 for word in words)
    bare = [
        amount.unit is not None and amount.unit.name == "FRF" and "frf" not in printed and "french" not in printed
        for amount in amounts
        for printed in [t.words[amount.first : amount.last]]
    ]
    if swiss:
        return [_named(a, "CHF") if is_bare else a for a, is_bare in zip(amounts, bare, strict=True)]
    return [a for a, is_bare in zip(amounts, bare, strict=True) if not (is_bare and modern)]


def _kroner(t: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Bare kroner in the currency of the one country that the text names; else refused."""
    homes = {NORDIC[word] for word in t.words if word in NORDIC}
    if len(homes) != 1:
        return [amount for amount in amounts if amount.unit is None or amount.unit.name != KRONER]
    home = homes.pop()
    return [_named(a, home) if a.unit and a.unit.name == KRONER else a for a in amounts]


def _cents(t: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Cents of the currency in which the text prices shares, or of its only one that has cents."""
    cents = [CENTS.isdisjoint(t.words[a.first : a.last]) is False and a.number.scale == 1 for a in amounts]
    if not any(cents):
        return amounts
    others = [
        a for a, cent in zip(amounts, cents, strict=True) if not cent and a.unit is not None and a.unit.name in OF_CENTS
    ]
    names = {a.unit.name for a in others if a.unit and a.rate == "share"} or {a.unit.name for a in others if a.unit}
    if len(names) != 1:
        return amounts
    home = names.pop()
    own = [a.unit is not None and a.unit.name == "USD" and cent for a, cent in zip(amounts, cents, strict=True)]
    return [_named(a, home) if is_own else a for a, is_own in zip(amounts, own, strict=True)]


def _priced(t: Tokens, amount: Amount, prices: set[str]) -> Amount:
    """A small bare amount in a text that prices shares in that currency is a price too: "275p all told"."""
    unit: Unit | None = amount.unit
    if unit is None or unit.sort is not Sort.MONEY or amount.rate or unit.name not in prices or amount.number.vague:
        return amount
    following = t.word(amount.last)
    alone = not following[:1].isalnum() or following in STOPS or following in OFFERED
    if following in ("a", "an", "per", "every"):  # "57 cents a pound", but "$1.09 a fully diluted share"
        alone = "share" in t.words[amount.last : amount.last + 5]
    small = amount.number.scale == 1 and unit.factor <= 1 and 1 != amount.value < 5000 and amount.step <= 1
    return replace(amount, rate="share") if small and alone else amount
