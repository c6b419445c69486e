"""Amounts: a number and what it counts, such as "$1.2bn", "10-gigawatt", "$30 in cash per share", "5 million of its chips".

Knowledge stands in `units`. Hedges, ranges and conversions are read in `quantities`.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.numbers import CARDINALS, ONE, PARTS, VAGUE, VAGUE_SCALES, Number, in_digits, read_number
from extractors.scanning import HYPHENS, Tokens, listed, phrase_at
from extractors.units import (
    ADDED,
    BEFORE_SIGN,
    BEFORE_UNITS,
    CODE_UNITS,
    COUNTED,
    HUNDREDTH,
    RATES,
    SCALED_ONLY,
    SIGNS,
    STOPS,
    UNITS,
    WHEN,
    Sort,
    Unit,
)

MOST = 10_000  # figures read of one text; more is a table or an attack, no report
WITHOUT_NUMBER = frozenset(listed("first initial opening multi multigigawatt gigawatt"))
STARTERS = frozenset([*CARDINALS, *PARTS, *VAGUE, *VAGUE_SCALES, *WITHOUT_NUMBER, "a", "an", "million", "thousand"])
POWER_WORDS = frozenset(("gigawatt", "megawatt", "gw", "mw"))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its unit; tokens `first` up to, without, `last`. Without a unit it may be the first half of a range."""

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
    after = 0
    for i, word in enumerate(t.words):
        if i < after or not (word in STARTERS or in_digits(word)):
            continue
        if (amount := _amount_at(t, i)) and amount.first >= after:
            found.append(amount)
            after = amount.last
            if len(found) >= MOST:
                break
    return found


def _amount_at(t: Tokens, i: int) -> Amount | None:
    if t.words[i] in WITHOUT_NUMBER:
        return _unnumbered_power(t, i)
    money, first = _money_before(t, i)
    number = read_number(t, i, money is not None) or _bare_article(t, i)
    if number is None or (money is None and _part_of_name(t, i)):
        return None
    if number.vague or t.words[i] in ("million", "thousand"):
        return _vague_amount(t, number)
    if money:
        return with_rate(t, _with_money(t, number, money, first))
    if parts := _parts(t, number):
        return parts
    unit, last = _unit_after(t, number)
    if unit and unit.sort is Sort.MONEY:
        number, last = _with_cents(t, number, unit, last)
        return with_rate(t, Amount(number, unit, i, last))
    if unit is None:
        unit, last = _counted(t, number)
    return Amount(number, unit, i, last)


def _bare_article(t: Tokens, i: int) -> Number | None:
    """ "a gigawatt", "a decade"; and "by the million"."""
    if t.words[i] in ("a", "an"):
        j = i + 2 if t.word(i + 1) in ADDED else i + 1
        one = t.word(j) in ("gigawatt", "megawatt", "decade") or t.word(j) in PARTS
        return Number(ONE, ONE, i, j, worded=True) if one else None
    if t.words[i] in ("million", "thousand") and t.word(i - 1) == "the" and t.word(i - 2) == "by":
        least = Decimal(10) ** (6 if t.words[i] == "million" else 3)
        return Number(least, least, i, i + 1, worded=True, vague=True)
    return None


def _unnumbered_power(t: Tokens, i: int) -> Amount | None:
    """ "the first gigawatt", "gigawatt one" are 1 GW; "multi-gigawatt" is two at least."""
    word = t.words[i]
    multi = word.startswith("multi")
    if word in ("gigawatt", "multigigawatt"):
        j = i + 1
        numbered = t.word(j) in ("one", "1") or (
            t.word(j) in ("no", "number") and t.word(j + 1 + (t.word(j + 1) == "."))[:3] in ("1", "one")
        )
        if not (multi or numbered):
            return None
        last = j if multi else j + (1 if t.word(j) in ("one", "1") else 2 + (t.word(j + 1) == "."))
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
        return before.isalpha() and before not in CARDINALS and before not in ("mid", "early", "late", "plus")
    return gap == "" and before.isalpha()


def _money_before(t: Tokens, i: int) -> tuple[Unit | None, int]:
    """The currency that stands before token i, and its first token."""
    word = t.word(i - 1)
    if word in SIGNS:
        letters = t.word(i - 2)
        country = BEFORE_SIGN.get(word, {}).get(letters)
        if country is None and word == "$" and letters in CODE_UNITS and letters != "usd":
            country = CODE_UNITS[letters] if t.gap(i - 1) == "" else None
        if word == "$" and letters == "usd":
            country = "USD"
        if country and (t.gap(i - 1) == "" or (t.gap(i - 1) == " " and _country_apart(t, i - 2, letters))):
            return Unit(country, Sort.MONEY), i - 2
        return Unit(SIGNS[word], Sort.MONEY), i - 1
    if word in CODE_UNITS and t.gap(i) in ("", " ", "\xa0") and _in_capitals(t, i - 1):
        return Unit(CODE_UNITS[word], Sort.MONEY), i - 1
    if word == "." and t.word(i - 2) == "rs":
        return Unit("INR", Sort.MONEY), i - 2
    if word[:1] == "m" and word[1:] in CODE_UNITS and len(word) == 4 and _in_capitals(t, i - 1):
        return Unit(CODE_UNITS[word[1:]], Sort.MONEY, Decimal(10) ** 6), i - 1
    return None, i


def _country_apart(t: Tokens, i: int, letters: str) -> bool:
    """Whether letters a space before the sign belong to it: "us $", "hk $"; but "a $5bn deal" and "C $5" do not."""
    return letters not in ("a", "s", "r", "z", "can", "c") or (letters == "c" and t.text[t.starts[i]] == "c")


def _in_capitals(t: Tokens, i: int) -> bool:
    """Whether a code is written as one: "USD 5", "Rs 5", "CHF20", not "all 5". Codes in small letters are long enough."""
    printed = t.text[t.starts[i] : t.ends[i]]
    return printed[0].isupper() or printed in ("rmb", "usd", "eur", "gbp")


def _with_money(t: Tokens, number: Number, money: Unit, first: int) -> Amount:
    """The amount after a currency; a currency said again after it is swallowed: "$20 billion dollars"."""
    last = number.last
    named = phrase_at(UNITS, t.words, last)
    if named and named[0].sort is Sort.MONEY and named[0].factor == 1 and t.gap(last)[:1] in ("", " ", "-"):
        if named[0].name == money.name or (money.name == "USD" and t.word(first) == "$" and "dollar" in t.word(last)):
            last = named[1]
    elif money.name == "USD" and t.word(last) == "canadian" and not t.word(last + 1)[:1].isalpha():
        money, last = replace(money, name="CAD"), last + 1
    return Amount(number, money, first, last)


def _unit_after(t: Tokens, number: Number) -> tuple[Unit | None, int]:
    """The unit after a number, and the token after it: "GW", "percent", "US dollars", "extra gigawatts"."""
    i = number.last
    if t.word(i) in SCALED_ONLY and number.scale > 1:
        return Unit(SCALED_ONLY[t.words[i]], Sort.MONEY), i + 1
    found = phrase_at(UNITS, t.words, i)
    if found is None and t.word(i) in ADDED and t.gap(i) in (" ", "-", "\xa0"):
        found = phrase_at(UNITS, t.words, i + 1)
        found = found if found and found[0].sort is not Sort.MONEY else None
    if found is None:
        return None, i
    unit, last = found
    if _no_unit_here(t, i, unit, number):
        return None, number.last
    if unit.sort is Sort.MONEY and unit.factor == 1 and number.scale == 1 and t.word(last) in ("million", "billion"):
        return replace(
            unit, factor=Decimal(10) ** (6 if t.words[last] == "million" else 9)
        ), last + 1  # "75 USD million"
    return unit, last


def _no_unit_here(t: Tokens, i: int, unit: Unit, number: Number) -> bool:
    """Whether the word after the number only looks like a unit: a letter apart, a sign of the next amount."""
    word = t.words[i]
    if word in SIGNS:  # "5 $" and "5 €", but not "1 $10"
        return t.word(i + 1)[:1].isdecimal()
    if word == "p":
        return t.gap(i) != "" or t.text[t.starts[i]] != "p"
    if word == "pc":
        return t.gap(i) == ""
    if unit.sort is Sort.TIME:
        return t.word(i + 1) in ("old", "olds", "ago")
    return word in ("yr", "rs", "cr") and number.worded


def _parts(t: Tokens, number: Number) -> Amount | None:
    """Percentages in words: "two-thirds of the shares", "a one-third stake". Ordinals are none: "a third company"."""
    i = number.last
    part = PARTS.get(t.word(i))
    if part is None or not number.worded or number.scale != 1 or not 0 < number.value < part:
        return None
    held = t.word(i + 1) in ("stake", "interest", "share")
    if not held and (part == 2 or (t.gap(i) not in tuple(HYPHENS) and t.word(i + 1) != "of")):
        return None
    share = (number.value * 100 / part).quantize(HUNDREDTH)
    return Amount(replace(number, value=share, step=HUNDREDTH), Unit("percent", Sort.PERCENT), number.first, i + 1)


def _with_cents(t: Tokens, number: Number, unit: Unit, last: int) -> tuple[Number, int]:
    """ "3 dollars and 50 cents" is one amount."""
    j = last + 1 if t.word(last) == "and" else last
    if unit.name != "USD" or unit.factor != 1 or j >= len(t.words) or not t.words[j][0].isalnum():
        return number, last
    cents = read_number(t, j)
    if cents is None or cents.value >= 100 or t.word(cents.last) not in ("cent", "cents"):
        return number, last
    return replace(number, value=number.value + cents.value / 100, step=cents.step / 100), cents.last + 1


def with_rate(t: Tokens, amount: Amount) -> Amount:
    """The amount with what it is for: "a share", "per Core Scientific share", "in cash for each share", "apiece"."""
    i = amount.last
    if t.word(i) == "in" and t.word(i + 1) in ("cash", "stock"):
        i += 2
    elif t.word(i) == "cash":
        i += 1
    if t.word(i) == "apiece":
        return replace(amount, rate="share", last=i + 1)
    if t.word(i) in ("a", "an", "/"):
        rate = RATES.get(t.word(i + 1))
        return replace(amount, rate=rate, last=i + 2) if rate else amount
    if t.word(i) in ("for", "on") and t.word(i + 1) in ("each", "every"):
        i += 1
    if t.word(i) not in ("per", "each", "every"):
        return amount
    for j in range(i + 1, min(i + 6, len(t.words))):
        if t.words[j] in RATES:
            return replace(amount, rate=RATES[t.words[j]], last=j + 1)
        if t.words[j] in STOPS or not t.words[j].isalpha():
            break
    return amount


# --- counts ----------------------------------------------------------------------------------------


def _counted(t: Tokens, number: Number) -> tuple[Unit | None, int]:
    """The noun that a number counts, at most five words on: "200,000 Nvidia GPUs", "5 million of its chips"."""
    i = number.last
    if not number.grouped and number.scale == 1 and _like_year(t, number):
        return None, i
    if (t.word(i) == "of" and (number.scale >= 1000 or number.value >= 1000)) or (_ratio(number) and t.word(i) == "of"):
        i += 2 if t.word(i + 1) in ("its", "the", "their", "our", "these", "a") else 1
    if _ratio(number) and t.word(number.first - 1) == "of" and t.word(number.first - 2) == "ratio":
        return Unit("shares per share", Sort.COUNT), number.last
    noun = _noun_from(t, i)
    if noun is None or (number.value == 1 and number.scale == 1):
        return None, number.last
    name, last = noun
    if name == "shares" and _ratio(number):
        name = "shares per share"
    return Unit(name, Sort.COUNT), last


def _ratio(number: Number) -> bool:
    """A broken number of shares is what is given for one: "0.1235 shares of X"."""
    return number.scale == 1 and number.step < 1 and number.value < 100


def _noun_from(t: Tokens, i: int) -> tuple[str, int] | None:
    for j in range(i, min(i + 6, len(t.words))):
        word = t.words[j]
        if word == "a" and t.words[j - 1] == "class":
            continue
        if word in STOPS or not word.isalpha() or t.gap(j) not in (" ", "\xa0", "\n", *HYPHENS, ""):
            return None
        if word in COUNTED and not (word in ("chip", "processor", "share", "stock") and t.word(j + 1) in COUNTED):
            return ("chips" if word == "units" and t.words[j - 1] in BEFORE_UNITS else COUNTED[word]), j + 1
    return None


def _like_year(t: Tokens, number: Number) -> bool:
    """Whether a number is rather a year: "in 2026 plants will open", but "2025 GPUs" are chips."""
    printed = t.words[number.first]
    if len(printed) != 4 or not printed.isdecimal() or not 1900 <= int(printed) <= 2099:
        return False
    return t.word(number.last) not in COUNTED or t.word(number.first - 1) in WHEN


def _vague_amount(t: Tokens, number: Number) -> Amount:
    """ "tens of billions of dollars", "millions of Nvidia processors", "GPUs in the millions", "chips by the million"."""
    i = number.last + 1 if t.word(number.last) == "of" else number.last
    unit, last = _unit_after(t, replace(number, last=i))
    if unit and unit.sort in (Sort.MONEY, Sort.POWER):
        return Amount(number, unit, number.first, last)
    noun = _noun_from(t, i + 1 if t.word(i) in ("its", "the", "their", "a") else i)
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
