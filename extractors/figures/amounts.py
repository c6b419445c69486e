"""Amounts: a number and its unit, such as "$1.2bn", "10-gigawatt", "$30 in cash per share", "5 million of its chips".

Knowledge stands in `units`. Hedges, ranges and conversions are read in `quantities`.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.figures.calendars import ORDINALS
from extractors.figures.counts import counted, noun_from
from extractors.figures.currencies import money_before
from extractors.figures.fractions import EVENLY, halves, is_company, parts
from extractors.figures.hedges import HEDGES_WITHIN
from extractors.figures.numbers import (
    CARDINALS,
    LETTER_SCALES,
    ONE,
    PARTS,
    SCALES,
    VAGUE,
    VAGUE_SCALES,
    Number,
    in_digits,
    read_number,
)
from extractors.figures.scanning import HYPHENS, Tokens, listed, phrase_at
from extractors.figures.units import (
    ADDED,
    COUNTED,
    HUNDREDTH,
    RATES,
    SCALED_ONLY,
    SIGNS,
    STOPS,
    UNITS,
    Sort,
    Unit,
)

MOST = 20_000  # places of one text where a number may begin; more is a table or an attack, no report
WITHOUT_NUMBER = frozenset(listed("first initial opening multi multigigawatt gigawatt"))
STARTERS = frozenset(
    [*CARDINALS, *PARTS, *VAGUE, *VAGUE_SCALES, *WITHOUT_NUMBER, *EVENLY, "a", "an", "million", "thousand"]
)
ARTICLES = ("a", "an")
AFTER_ARTICLE = frozenset([*SCALES, *PARTS, *ADDED, "gigawatt", "megawatt", "decade"])  # "a billion", "a full decade"
SCREENS = ("480", "720", "1080", "1440", "2160")  # "1080p" is no price
SHARED = frozenset(listed("share shares stock shareholders stockholders equities"))
PERCENT = Unit("percent", Sort.PERCENT)
POWER_WORDS = frozenset(("gigawatt", "megawatt", "gw", "mw"))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its unit; tokens `first` up to, without, `last`. Without a unit it may still begin a range."""

    number: Number
    unit: Unit | None
    first: int
    last: int
    rate: str | None = None

    @property
    def value(self) -> Decimal:
        """In major units."""
        return self.number.value * self.unit.factor if self.unit else self.number.value

    @property
    def step(self) -> Decimal:
        """The worth of the last printed digit, in major units."""
        return self.number.step * self.unit.factor if self.unit else self.number.step

    @property
    def unit_name(self) -> str:
        """As the contract writes it; a rate as "USD/share"."""
        assert self.unit is not None  # noqa: S101 (asked only of amounts with a unit)
        return f"{self.unit.name}/{self.rate}" if self.rate else self.unit.name


def find_amounts(t: Tokens) -> list[Amount]:
    """Every number of a text with what it counts, in order; those without a unit too, for ranges."""
    found: list[Amount] = []
    after = tries = 0
    for i, word in enumerate(t.words):
        if i < after or not (word in STARTERS or (word[0] < ":" and in_digits(word))):
            continue
        if word in ARTICLES and t.word(i + 1) not in AFTER_ARTICLE:
            continue
        if amount := _amount_at(t, i, after):
            found.append(amount)
            after = amount.last
        if (tries := tries + 1) == MOST:
            break
    return found


def _amount_at(t: Tokens, i: int, floor: int) -> Amount | None:
    """The amount whose number starts at token i. A currency before token `floor` belongs to another amount."""
    if t.words[i] in WITHOUT_NUMBER:
        return _unnumbered_power(t, i)
    if even := halves(t, i):
        return Amount(even, PERCENT, even.first, even.last)
    money, first = money_before(t, i)
    if first < floor:
        money, first = None, i
    number = read_number(t, i, money is not None) or _bare_article(t, i)
    if number is None or (money is None and _part_of_name(t, i)):
        return None
    if number.vague or t.words[i] in ("million", "thousand"):
        return _vague_amount(t, number)
    if money:
        return with_rate(t, _with_money(t, number, money, first))
    if share := parts(t, number):
        return Amount(share, PERCENT, share.first, share.last)
    if _open_ended(t, number.last):
        number = replace(number, last=number.last + 1)
    if t.gap(number.last).lstrip(" ").startswith(("\n\n", "\n  ", "\n\t")):
        return Amount(number, None, i, number.last)  # a new paragraph, or the next row of a table, says no unit of it
    unit, last = _unit_after(t, number)
    if unit and unit.sort is Sort.MONEY:
        number, last = _with_cents(t, number, unit, last)
        return with_rate(t, Amount(number, unit, i, last))
    if unit is None:
        unit, last = counted(t, number)
    return Amount(number, unit, i, last)


def _open_ended(t: Tokens, i: int) -> bool:
    """Whether token i softens the number before it, which counts what follows: "20-plus years", "10+ GW"."""
    glued = t.word(i) in HEDGES_WITHIN and t.gap(i) in ("", *HYPHENS)
    return glued and t.word(i + 1).isalpha() and t.word(i + 1) not in STOPS


def _bare_article(t: Tokens, i: int) -> Number | None:
    """A number that is not said: "a gigawatt", "a decade"; and "by the million"."""
    if t.words[i] in ("a", "an"):
        j = i + 2 if t.word(i + 1) in ADDED else i + 1
        one = t.word(j) in ("gigawatt", "megawatt", "decade") or t.word(j) in PARTS
        return Number(ONE, ONE, i, j, worded=True) if one else None
    if t.words[i : i + 2] == ["half", "of"] and t.word(i - 1) not in ORDINALS and is_company(t, i + 2):
        return Number(ONE, ONE, i, i, worded=True)  # "half of the shares", "half of Acme"
    if t.words[i] in ("million", "thousand") and t.word(i - 1) == "the" and t.word(i - 2) == "by":
        least = Decimal(10) ** (6 if t.words[i] == "million" else 3)
        return Number(least, least, i, i + 1, worded=True, vague=True)
    return None


def _unnumbered_power(t: Tokens, i: int) -> Amount | None:
    """Power without a number: "the first gigawatt" and "gigawatt one" are 1 GW; "multi-gigawatt" is two at least."""
    word = t.words[i]
    multi = word.startswith("multi")
    if word == "multigigawatt":
        last = i + 1
    elif word == "gigawatt":
        j = i + 2 if t.word(i + 1) in ("no", "number") else i + 1
        j += t.word(j) == "."
        if t.word(j) not in ("one", "1"):
            return None
        last = j + 1
    elif t.word(i + 1) in POWER_WORDS:
        word, last = t.words[i + 1], i + 2
    else:
        return None
    least = Decimal(2) if multi else ONE
    unit = Unit("GW" if "g" in word else "MW", Sort.POWER)
    return Amount(Number(least, ONE, i, last, worded=True, vague=multi), unit, i, last)


def _part_of_name(t: Tokens, i: int) -> bool:
    """Whether the number is glued to letters before it, as in "A380", "GPT-4" or "F-150"; "mid-2026" is none."""
    if i == 0 or t.words[i][0].isalpha() or t.ends[i - 1] < t.starts[i] - 1:
        return False
    gap = t.gap(i)
    before = t.words[i - 1]
    if gap and gap in HYPHENS:
        spoken = any(before in words for words in (CARDINALS, STOPS, SCALES, LETTER_SCALES, UNITS))
        return before.isalpha() and not spoken  # but "20-to-25%", "1GW-2GW"
    return gap == "" and before.isalpha()


def _with_money(t: Tokens, number: Number, money: Unit, first: int) -> Amount:
    """The amount after a currency; a currency said again after it is swallowed: "$20 billion dollars"."""
    last = number.last
    named = phrase_at(UNITS, t.words, last)
    again = named and named[0].sort is Sort.MONEY and named[0].factor == 1 and t.words[last] not in SIGNS
    if named and again and named[0].name == money.name:
        last = named[1]
    elif money.name == "USD" and t.word(last) == "canadian" and not t.word(last + 1)[:1].isalpha():
        money, last = replace(money, name="CAD"), last + 1
    return Amount(number, money, first, last)


def _unit_after(t: Tokens, number: Number) -> tuple[Unit | None, int]:
    """The unit after a number, and the token after it: "GW", "percent", "US dollars", "extra gigawatts"."""
    i = number.last
    if t.word(i) in SCALED_ONLY and number.scale > 1:
        return Unit(SCALED_ONLY[t.words[i]], Sort.MONEY), i + 1
    found = phrase_at(UNITS, t.words, i + 1 if t.word(i) == "in" and number.scale >= 10**6 else i)
    if found and t.word(i) == "in" and (found[0].sort is not Sort.MONEY or not t.word(i + 1).isalpha()):
        found = None  # "65 billion in euros", but "12 billion in 10 years"
    if found is None and t.word(i) in ADDED and t.gap(i) in (" ", "-", "\xa0"):
        found = phrase_at(UNITS, t.words, i + 1)
        found = found if found and found[0].sort is not Sort.MONEY else None
    if found is None:
        return None, i
    unit, last = found
    if _no_unit_here(t, i, unit, number):
        return None, number.last
    if unit.sort is Sort.MONEY and unit.factor == 1 and number.scale == 1 and t.word(last) in ("million", "billion"):
        scaled = replace(unit, factor=SCALES[t.words[last]])  # "75 USD million"
        return scaled, last + 1
    return unit, last


def _no_unit_here(t: Tokens, i: int, unit: Unit, number: Number) -> bool:
    """Whether the word after the number only looks like a unit: a letter apart, a sign of the next amount."""
    word = t.words[i]
    if word in SIGNS:  # "5 $" and "5 €", but not "1 $10"
        return t.word(i + 1)[:1].isdecimal()
    if word == "p":
        return t.gap(i) != "" or t.text[t.starts[i]] != "p" or t.words[number.first] in SCREENS
    if word == "pc":
        return t.gap(i) == ""
    if unit.sort is Sort.TIME:
        return t.word(i + 1) in ("old", "olds", "ago")
    if unit.sort is Sort.MONEY and t.word(i + 1)[:1].isdecimal() and not t.gap(i + 1):
        return True  # "3 USD50 cards"
    return word in ("yr", "rs", "cr") and number.worded


def _with_cents(t: Tokens, number: Number, unit: Unit, last: int) -> tuple[Number, int]:
    """One amount of dollars and cents: "3 dollars and 50 cents"."""
    j = last + 1 if t.word(last) == "and" else last
    if unit.name != "USD" or unit.factor != 1 or j >= len(t.words) or not t.words[j][0].isalnum():
        return number, last
    cents = read_number(t, j)
    if cents is None or not 0 < cents.value < 100 or cents.step != 1 or number.scale != 1 or number.step != 1:
        return number, last
    named = t.word(cents.last) in ("cent", "cents")
    if not named and (t.word(cents.last)[:1].isalnum() or t.word(cents.last) in SIGNS or cents.value < 10):
        return number, last  # "15 dollars and 50 workers"; but "15 dollars and 50."
    value = number.value + cents.value / 100
    return replace(number, value=value, step=HUNDREDTH), cents.last + 1 if named else cents.last


def with_rate(t: Tokens, amount: Amount) -> Amount:
    """The amount with what it is for: "a share", "per Core Scientific share", "in cash for each share", "apiece"."""
    i = amount.last
    if t.word(i) == "in" and t.word(i + 1) in ("cash", "stock"):
        i += 2
    elif t.word(i) == "cash":
        i += 1
    if t.word(i) == "apiece" and amount.number.scale == 1:
        return replace(amount, rate="share", last=i + 1)
    if "\n" in t.gap(i) or t.word(i + 2) in ("ago", "earlier", "before", "later"):
        return amount  # the next row of a table; "up from $1.1 billion a year earlier"
    if t.word(i) in ("a", "an", "/") or (t.word(i) == "the" and t.word(i + 1) == "share"):
        rate = RATES.get(t.word(i + 1))
        return replace(amount, rate=rate, last=i + 2) if rate else amount
    if t.word(i) == "for" and t.word(i + 1) in ("a", "one") and t.word(i + 2) == "share":
        return replace(amount, rate="share", last=i + 3)
    if t.word(i) in ("for", "on") and t.word(i + 1) in ("each", "every"):
        i += 1
    if t.word(i) not in ("per", "each", "every"):
        return amount
    for j in range(i + 1, min(i + 6, len(t.words))):
        if t.words[j] in POWER_WORDS and t.word(j + 1) in ("hour", "hours"):
            return replace(amount, rate="MWh" if t.words[j] in ("megawatt", "mw") else "GWh", last=j + 2)
        if t.words[j] in RATES:
            return replace(amount, rate=RATES[t.words[j]], last=j + 1)
        if t.words[j] in STOPS or not t.words[j].isalpha():
            break
    priced = t.word(i) == "each" and amount.number.scale == 1 and _shares_before(t, amount.first)
    return replace(amount, rate="share", last=i + 1) if priced else amount


def _shares_before(t: Tokens, i: int) -> bool:
    """Whether shares are spoken of shortly before: "bought 433 million shares at $20.47 each"."""
    return not SHARED.isdisjoint(t.words[max(i - 30, 0) : i])


def _vague_amount(t: Tokens, number: Number) -> Amount:
    """The amount of a vague plural: "tens of billions of dollars", "GPUs in the millions", "chips by the million"."""
    i = number.last + 1 if t.word(number.last) == "of" else number.last
    unit, last = _unit_after(t, replace(number, last=i))
    if unit and unit.sort in (Sort.MONEY, Sort.POWER):
        return Amount(number, unit, number.first, last)
    noun = noun_from(t, i + 1 if t.word(i) in ("its", "the", "their", "a") else i)
    if noun:
        return Amount(number, Unit(noun[0], Sort.COUNT), number.first, noun[1])
    back = number.first - 1
    if t.word(back) == "the" and t.word(back - 1) in ("in", "by"):
        back -= 2
    elif t.word(back) == "by" or t.word(back) == ",":
        back -= 1
    else:
        return Amount(number, None, number.first, number.last)
    name = COUNTED.get(t.word(back))
    return Amount(number, Unit(name, Sort.COUNT) if name else None, number.first, number.last)
