"""Figures as printed: "up to $1.2bn", "at least 10 GW", "4 to 5 million GPUs" → value, unit, hedge and rounding.

The last stage of the grammar: amounts → quantities, by ranges, hedges, and which figure restates which. Knowledge
stands in `units` and `hedges`. What a figure is of is read in `facts`.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.figures.amounts import Amount, find_amounts, with_rate
from extractors.figures.elided import elided_sums
from extractors.figures.hedges import ARTICLES, BOUNDS, FILLERS, HEDGES_AFTER, HEDGES_BEFORE, HEDGES_WITHIN, RANGING
from extractors.figures.localmoney import settled
from extractors.figures.numbers import CARDINALS, ONE
from extractors.figures.scanning import HYPHENS, Tokens, listed, phrase_at, phrase_before, scanned, tokens
from extractors.figures.units import CODES, SIGNS, Sort, Unit
from extractors.models import DealdriftError, Figure, Qualifier, Span


class AmbiguousAmount(DealdriftError):
    """A printed amount whose currency or scale cannot be told. It must not become a wrong number."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure and the words it was read from.

    `conversion_of` is the place in the list of the figure that this one says again, in another currency or form:
    "300 million euros ($327 million)". `implied`: the currency is not printed here, it is the only one of the text.
    """

    figure: Figure
    span: Span  # with the hedge words
    amount: Span  # the bare figure
    conversion_of: int | None = None
    implied: bool = False


def find_quantities(text: str) -> list[Quantity]:
    """Every figure of a text that says what it counts, in the order in which they stand.

    Values are the printed ends, in major units (pence and cents become pounds and dollars). A number without unit or
    counted noun is left alone, and so is one that looks like a year, a version or a name.
    """
    t = tokens(text)
    found: list[Quantity] = []
    amounts = settled(t, _sharing_rates(t, find_amounts(t)))
    i = 0
    while i < len(amounts):
        both = _range_at(t, amounts, i)
        if both:
            found.append(_ranged(t, *both))
        elif amounts[i].unit is not None:
            found.append(_single(t, amounts[i]))
        i += 2 if both else 1
    return _with_conversions(t, _with_implied(found, t, amounts))


def parse_money(text: str) -> Figure:
    """Read one printed amount, such as "up to $1.2bn" or "70 mln dlrs".

    Amounts are in major units, exact decimals. Raises AmbiguousAmount where the text is not one amount of money with
    its currency: a figure that we cannot read must not become a wrong number in an alert.
    """
    stripped = text.strip()
    found = [q for q in find_quantities(stripped) if not q.implied]
    if len(found) == 1 and found[0].span.words == stripped and found[0].figure.unit.split("/")[0] in CODES:
        return found[0].figure
    raise AmbiguousAmount(f"not one amount of money with its currency: {text[:80]!r}; write it like '$1.2bn'")


# --- rates, ranges and hedges -----------------------------------------------------------------------------


def _sharing_rates(t: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Give two amounts of one price the rate that only the second has.

    "$197 in cash and 0.345 shares of Synopsys for each share", "A$8.89 (US$5.76) per share".
    """
    for k in range(1, len(amounts)):
        one, two = amounts[k - 1], amounts[k]
        if one.unit is None or two.unit is None or one.unit.sort is not Sort.MONEY or one.rate:
            continue
        between = t.words[one.last : two.first]
        if two.unit.name == "shares per share" and between and CONSIDERATION.issuperset(between):
            amounts[k - 1] = replace(one, rate="share")
        elif between == ["("] and two.unit.sort is Sort.MONEY and not two.rate and t.word(two.last) == ")":
            rate = with_rate(t, replace(two, last=two.last + 1)).rate
            amounts[k - 1], amounts[k] = replace(one, rate=rate), replace(two, rate=rate)
    return amounts


def _range_at(t: Tokens, amounts: list[Amount], i: int) -> tuple[Amount, Amount] | None:
    """The two ends of a range that starts with amount i, both with their unit; None where they are two figures."""
    if i + 1 >= len(amounts):
        return None
    low, high = amounts[i], amounts[i + 1]
    if not _joined(t, low, high) or (high.unit is None and (low.unit is None or high.number.scale == 1)):
        return None
    if low.unit is None and _year_alone(t, low):
        return None  # "in May 2020 to $40 billion"
    low, high = _agreed(low, high)
    if low.unit is None or high.unit is None or low.unit_name != high.unit_name or low.value >= high.value:
        return None
    if _moved(t, low, high):
        amounts[i], amounts[i + 1] = low, high  # two figures, and the first has its unit from the second
        return None
    return low, high


def _year_alone(t: Tokens, amount: Amount) -> bool:
    """Whether a number without a unit is rather a year."""
    printed = t.words[amount.first]
    return len(printed) == 4 and printed.isdecimal() and 1950 <= int(printed) < 2080


def _joined(t: Tokens, low: Amount, high: Amount) -> bool:
    """Whether only the words of a range stand between: "to", "-", "or", and "and" after "between"."""
    between = t.words[low.last : high.first]
    if not between:
        gap = t.gap(high.first)
        return (gap != "" and gap in HYPHENS) or gap == ""
    if len(between) == 2 and between[0] in HYPHENS:
        between = between[1:]  # "a two- to three-year term"
    if len(between) > 1:
        return False
    if between[0] == "and":
        return t.word(low.first - 1) == "between" or t.word(low.first - 2) == "between"
    return between[0] in ("to", "through") or between[0] in HYPHENS or (between[0] == "or" and low.unit is None)


def _agreed(low: Amount, high: Amount) -> tuple[Amount, Amount]:
    """Both ends with unit and scale: "$6-7bn", "4 to 5 million GPUs", "$20 billion to 28 billion"."""
    if low.unit is None and high.unit is not None:
        low = replace(low, unit=high.unit, rate=high.rate)
    elif high.unit is None:
        high = replace(high, unit=low.unit, rate=low.rate)
    elif low.rate is None and high.rate is not None and low.unit == high.unit:
        low = replace(low, rate=high.rate)
    one, two = low.number, high.number
    if one.scale == 1 and two.scale > 1 and not one.grouped and one.value < two.value / two.scale:
        low = replace(low, number=replace(one, value=one.value * two.scale, step=one.step * two.scale, scale=two.scale))
    return low, high


def _moved(t: Tokens, low: Amount, high: Amount) -> bool:
    """Whether "from A to B" tells of a move, not of a range."""
    if t.word(low.last) not in ("to", "through"):
        return False
    start = low.first
    while (hedge := phrase_before(HEDGES_BEFORE, t.words, start)) is not None:
        start = hedge[1]
    return t.word(start - 1) == "from" and RANGING.isdisjoint(t.words[max(start - 4, 0) : start])


def _ranged(t: Tokens, low: Amount, high: Amount) -> Quantity:
    first = low.first - 1 if t.word(low.first - 1) == "between" else low.first
    _, start = _hedge_before(t, first, high.unit)
    figure = Figure(
        high.unit_name,
        low=low.value,
        high=high.value,
        qualifier=Qualifier.RANGE,
        resolution=min(low.step, high.step),
    )
    return Quantity(figure, t.span(start, high.last), t.span(low.first, high.last))


def _single(t: Tokens, amount: Amount) -> Quantity:
    assert amount.unit is not None  # noqa: S101 (`find_quantities` asks)
    hedge, start = _hedge_before(t, amount.first, amount.unit)
    after, end = _hedge_after(t, amount)
    span, bare = t.span(start, end), t.span(amount.first, amount.last)
    if amount.number.vague:
        return Quantity(_vague_figure(amount, hedge), span, bare)
    qualifier = after if after in BOUNDS and hedge not in BOUNDS else hedge or after
    figure = Figure(amount.unit_name, amount.value, qualifier=qualifier or Qualifier.EXACT, resolution=amount.step)
    return Quantity(figure, span, bare)


def _vague_figure(amount: Amount, hedge: Qualifier | None) -> Figure:
    """Of "tens of billions of dollars" 10 to 100 billion; of what is counted only the least."""
    assert amount.unit is not None  # noqa: S101
    if amount.unit.sort is Sort.MONEY and hedge is None:
        low = Decimal(1).scaleb(amount.value.adjusted())
        return Figure(amount.unit_name, low=low, high=low * 10, qualifier=Qualifier.RANGE, resolution=amount.step)
    return Figure(amount.unit_name, amount.value, qualifier=Qualifier.MORE_THAN, resolution=amount.step)


def _hedge_before(t: Tokens, i: int, unit: Unit | None) -> tuple[Qualifier | None, int]:
    """The hedge before token i and its first token; of several, a bound outweighs "about"."""
    qualifier: Qualifier | None = None
    while True:
        found = phrase_before(HEDGES_BEFORE, t.words, i) or _past_fillers(t, i)
        period = unit is not None and unit.sort is Sort.TIME  # "over eight years" is no bound
        if found is None or found[0] is Qualifier.EXACT or (period and t.words[found[1]] == "over"):
            return qualifier, i
        if qualifier not in BOUNDS:
            qualifier = found[0]
        i = found[1]


def _past_fillers(t: Tokens, i: int) -> tuple[Qualifier, int] | None:
    """A hedge parted from its figure: "up to an additional", "at least a total of"."""
    j = i
    while j > 0 and i - j < 3 and t.words[j - 1] in FILLERS:
        j -= 1
    return None if ARTICLES.issuperset(t.words[j:i]) else phrase_before(HEDGES_BEFORE, t.words, j)


def _hedge_after(t: Tokens, amount: Amount) -> tuple[Qualifier | None, int]:
    """The hedge after an amount: "or more", "-plus"; and the token after both."""
    within = HEDGES_WITHIN.get(t.words[amount.number.last - 1]) if amount.number.last < amount.last else None
    found = phrase_at(HEDGES_AFTER, t.words, amount.last)
    if found is None or within:
        return within, amount.last
    qualifier, last = found
    word = t.words[amount.last]
    if t.words[last - 1] == "up" and t.word(last) == "to":
        return None, amount.last  # "up to $10bn and up to $5bn"
    if (word == "plus" and t.gap(amount.last) == " ") or (word in ("at", "max", "min") and _figure_at(t, last)):
        return None, amount.last  # "$5bn plus debt", "$100bn at least 10 GW"
    return qualifier, last


def _figure_at(t: Tokens, i: int) -> bool:
    word = t.word(i)
    return word[:1].isdecimal() or word in SIGNS or word in CARDINALS


# --- what is said twice, and what is left out ------------------------------------------------------


def _with_implied(found: list[Quantity], t: Tokens, amounts: list[Amount]) -> list[Quantity]:
    """The quantities, and those that lost the sign of the text's only currency: "18.19 per share"."""
    elided = (replace(_single(t, amount), implied=True) for amount in elided_sums(t, amounts))
    found = sorted([*found, *elided], key=lambda q: q.amount.start)
    currencies = {q.figure.unit.split("/")[0] for q in found if q.figure.unit.split("/")[0] in CODES}
    if len(currencies) != 1:
        return found
    taken = {q.amount.start for q in found}
    money = Unit(currencies.pop(), Sort.MONEY)
    for amount in amounts:
        if amount.unit is None and not amount.number.vague and t.starts[amount.first] not in taken:
            whole = with_rate(t, replace(amount, unit=money))
            if whole.rate == "share" or (amount.number.scale >= 10**6 and t.word(amount.last) in MONEY_NOUNS):
                found.append(replace(_single(t, whole), implied=True))
    return sorted(found, key=lambda q: q.amount.start)


MONEY_NOUNS = frozenset(listed("termination breakup break fee fees investment deal offer bid cash debt loan purchase"))
AGAIN = frozenset(
    listed(
        "( [ , / = or equivalent to equal that is which i.e. roughly about at current exchange rates corresponding say"
        " some around nearly"
    )
)
CONSIDERATION = frozenset(listed("in cash and plus , of stock"))
POWERS = {"GW": Decimal(1000), "MW": ONE}


def _with_conversions(t: Tokens, found: list[Quantity]) -> list[Quantity]:
    """The quantities, where one says the one before it again: in another currency, or in brackets in another form."""
    for k in range(1, len(found)):
        original, again = found[k - 1], found[k]
        between = t.text[original.span.end : again.span.start]
        if len(between) <= 30 and _says_again(original.figure, again.figure, between):
            root = original.conversion_of if original.conversion_of is not None else k - 1
            figure = again.figure
            if figure.qualifier in (Qualifier.EXACT, Qualifier.ABOUT) and original.figure.qualifier in BOUNDS:
                figure = replace(figure, qualifier=original.figure.qualifier)
            found[k] = replace(again, figure=figure, conversion_of=root)
    return found


def _says_again(original: Figure, again: Figure, between: str) -> bool:
    """Whether a figure restates the one before it, by the words between them and the units."""
    if not _same_worth(original, again):
        return False
    words = scanned(between).words
    bracket = any(sign in between for sign in "([/")
    dash = words[:1] and words[0] in ("—", "–", "-") and again.qualifier is Qualifier.ABOUT
    if not words or not (
        bracket or dash or not {"equivalent", "corresponding"}.isdisjoint(words) or words[:2] == [",", "or"]
    ):
        return False
    return not any(word not in AGAIN and word[0] not in "([,/—–-" for word in words)


def _same_worth(original: Figure, again: Figure) -> bool:
    """Whether the units allow two figures to be one: two currencies, or the same amount of one thing."""
    one, two = original.unit.split("/"), again.unit.split("/")
    if one[0] in CODES and two[0] in CODES and one[1:] == two[1:] and one[0] != two[0]:
        return True
    if one[0] in POWERS and two[0] in POWERS and original.value and again.value:
        return original.value * POWERS[one[0]] == again.value * POWERS[two[0]]
    return original.unit == again.unit and original.value == again.value is not None
