"""One row of a second reader's answer against the report: what the report bears out is kept, in our own reading.

The quote has to stand in the text. Figure, hedge and days are read again there by our own grammar, in the whole text,
so that "10 billion" out of "$510 billion" or out of "up to $10 billion" is no exact ten billion.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from pydantic import ValidationError

from extractors.figures.bounds import NEGATIONS
from extractors.models import ATTRIBUTES, Claim, Days, DealdriftError, Figure, Moment, Party, Qualifier, Rung, Span
from extractors.quantities import Quantity, find_quantities
from extractors.reading.ladder import LADDER
from extractors.reading.tokens import Tokens, tokens_of
from extractors.relations import UNITS, currency_of, printed_ends
from extractors.second.second_prompt import BASES, MODALITIES
from extractors.second.second_rows import LONGEST_NAME, FactRow, PartyRow, Row, StatusRow
from extractors.timelines import Timeline, find_timelines

_LOOK_BACK = 2_000  # code points; a place that is farther off was not meant
_LARGE = 10_000  # no share costs as much; see figures
_REACH = 4  # words before a phrase in which a negation denies it

# One code point for one, so that places stay: models write plain quotes, dashes and spaces for the printed ones.
_PLAIN = str.maketrans("“”„«»‘’‚`´‐‑‒–—−\u00a0\u202f\u2009\n\t\r", '"""""' + "'" * 5 + "-" * 6 + " " * 6)


class Refused(DealdriftError):
    """A fact, party or status that the report does not bear out. Its words are ours, never the model's."""


@dataclass(frozen=True)
class Against:
    """The report that an answer is held against, with what our own grammar reads in it."""

    title: str
    text: str
    published: Moment | None

    @cached_property
    def plain(self) -> str:
        """The text, with plain quotes, dashes and spaces."""
        return self.text.translate(_PLAIN)

    @cached_property
    def whole(self) -> str:
        """The same, and the title after it."""
        return f"{self.plain}\n{self.title.translate(_PLAIN)}"

    @cached_property
    def small(self) -> str:
        """That in lower case, one code point for one."""
        return _small(self.whole)

    @cached_property
    def quantities(self) -> list[Quantity]:
        """Its figures."""
        return find_quantities(self.text)

    @cached_property
    def timelines(self) -> list[Timeline]:
        """Its dates and periods."""
        return find_timelines(self.text, self.published)

    @cached_property
    def tokens(self) -> Tokens:
        """Its words and sentences."""
        return tokens_of(self.text, self.title or None)


RowType = TypeVar("RowType", bound=Row)


def _in_form(form: type[RowType], row: object) -> RowType:
    try:
        return form.model_validate(row)
    except ValidationError as error:
        raise Refused("not in the form that was asked for") from error


def party_in(against: Against, row: object) -> Party:
    """A party whose name the text or title prints, in the printed capitals. Raises Refused."""
    party = _in_form(PartyRow, row)
    name = party.name.translate(_PLAIN).strip()
    alike = (against.whole[place : place + len(name)] for place in _places(_small(name), against.small))
    printed = next((each for each in (*_exactly(name, against), *alike) if _is_name(each)), None)
    if printed is None:
        raise Refused("a party that the report does not name")
    return Party(printed, party.role)


def _exactly(name: str, against: Against) -> list[str]:
    return [name] if next(_places(name, against.whole), None) is not None else []


def _is_name(words: str) -> bool:
    return any(char.isupper() or char.isdigit() for char in words)


def status_in(against: Against, row: object) -> Claim:
    """A status whose quote holds a phrase of that rung, with no negation shortly before. Raises Refused."""
    status = _in_form(StatusRow, row)
    quote = _quote(against, status.quote, status.start)
    if any(rung == status.value for rung in _rungs(against.tokens, quote)):
        return Claim("status", status.value, quote.words, quote)
    raise Refused("a status that its quote does not say")


def _rungs(read: Tokens, quote: Span) -> Iterator[Rung]:
    """The rungs that phrases inside the quote speak of, each read in its whole sentence."""
    if not read.sentences:
        return
    sentence = read.sentences[read.sentence_at(quote.start)]
    for hit in LADDER.find(read, sentence.first, sentence.last):
        rung = Rung(hit.kind.partition(":")[0])
        inside = quote.start <= read.starts[hit.first] and read.ends[hit.last - 1] <= quote.end
        before = read.low[max(hit.first - _REACH, sentence.first) : hit.first]
        denied = any(word in NEGATIONS or word == "no" for word in before)
        if inside and (not denied or rung in (Rung.LETTER_OF_INTENT, Rung.RUMORED)):
            yield rung


def fact_in(against: Against, row: object) -> Claim:
    """A fact whose quote stands in the text and whose figure or days stand in the quote. Raises Refused."""
    fact = _in_form(FactRow, row)
    if fact.attribute not in ATTRIBUTES and not fact.attribute.startswith("other:"):
        raise Refused("an attribute that no fact has")
    quote = _quote(against, fact.quote, fact.start)
    if fact.of is not None and not _says(against, fact.of):
        raise Refused("a part of the deal that the report does not name")
    reading, amount, span = _days(against, fact, quote) if fact.unit == "date" else _figure(against, fact, quote)
    start, end = min(quote.start, span.start), max(quote.end, span.end)  # hedge words that the quote left out
    return Claim(
        fact.attribute,
        reading,
        amount.words,
        Span(against.text[start:end], start, end),
        of=fact.of,
        basis=fact.basis if fact.basis in BASES else None,
        payer=fact.payer if fact.payer and _says(against, fact.payer) else None,
        condition=fact.condition if fact.condition and _says(against, fact.condition) else None,
        modality=fact.modality if fact.modality in MODALITIES else None,
        when=fact.when if fact.when == "previous" else None,
    )


def _quote(against: Against, words: str, near: object) -> Span:
    """Where a quote stands: of several places the one nearest to where the model said, else the first."""
    plain = words.translate(_PLAIN).strip()
    if not plain:
        raise Refused("a quote without words")
    place = against.plain.find(plain)
    if place >= 0 and isinstance(near, int) and near > 0:
        before = against.plain.rfind(plain, max(near - _LOOK_BACK, 0), near + len(plain))
        after = against.plain.find(plain, near)
        place = min((each for each in (before, after) if each >= 0), key=lambda at: abs(at - near), default=place)
    if place < 0:
        raise Refused("a quote that does not stand in the text")
    return Span(against.text[place : place + len(plain)], place, place + len(plain))


def _says(against: Against, words: str) -> bool:
    plain = _small(words.translate(_PLAIN).strip())
    return len(plain) <= LONGEST_NAME and next(_places(plain, against.small), None) is not None


def _places(words: str, whole: str) -> Iterator[int]:
    """Where a text holds these words, not as a part of others."""
    place = whole.find(words) if words else -1
    while place >= 0:
        around = whole[max(place - 1, 0) : place] + whole[place + len(words) : place + len(words) + 1]
        if not any(char.isalnum() for char in around):
            yield place
        place = whole.find(words, place + len(words))


def _small(words: str) -> str:
    """In lower case, one code point for one."""
    return words.replace("İ", "i").lower()


def _figure(against: Against, fact: FactRow, quote: Span) -> tuple[Figure, Span, Span]:
    """The figure that we read inside the quote, where the model said the same."""
    ends = printed_ends(Figure("", fact.value, fact.low, fact.high))
    for each in _beginning_in(quote, against.quantities):
        if not _inside(_bare(each), quote) or printed_ends(each.figure) != ends:
            continue
        figure = _for_a_share(each.figure, fact, against)
        if _unit(figure.unit) != _unit(fact.unit) or not _agree(figure.qualifier, fact.qualifier):
            continue
        if not _fits(fact.attribute, figure.unit):
            raise Refused("a figure in a unit that its attribute cannot have")
        return replace(figure, qualifier=_planned(figure.qualifier, fact.qualifier)), each.amount, each.span
    raise Refused("a figure that does not stand in its quote")


def _days(against: Against, fact: FactRow, quote: Span) -> tuple[Days, Span, Span]:
    if not fact.attribute.endswith("_date") and not fact.attribute.startswith("other:"):
        raise Refused("a figure in a unit that its attribute cannot have")
    for each in _beginning_in(quote, against.timelines):
        same = (each.days.start, each.days.end) == (fact.date_start, fact.date_end)
        hedge = _hedge_of_days(fact, each.days)
        if same and _inside(each.amount, quote) and _agree(each.days.qualifier, hedge):
            return replace(each.days, qualifier=_planned(each.days.qualifier, hedge)), each.amount, each.span
    raise Refused("days that do not stand in their quote")


def _hedge_of_days(fact: FactRow, days: Days) -> Qualifier:
    """The hedge of a row, unless it only says that an end is open: in days that is no hedge."""
    open_ends = {Qualifier.AT_LEAST: days.end, Qualifier.MORE_THAN: days.end, Qualifier.UP_TO: days.start}
    only_open = days.resolved and open_ends.get(fact.qualifier, days) is None
    spanned = fact.qualifier is Qualifier.RANGE and days.start != days.end
    return Qualifier.EXACT if only_open or spanned else fact.qualifier


Printed = TypeVar("Printed", Quantity, Timeline)


def _beginning_in(quote: Span, printed: list[Printed]) -> list[Printed]:
    """Those that begin within the quote; they stand in the order of the text."""
    first = bisect_left(printed, quote.start, key=lambda each: each.amount.start)
    return printed[first : bisect_left(printed, quote.end, key=lambda each: each.amount.start)]


def _bare(quantity: Quantity) -> Span:
    """The words that have to be quoted: of a rate its number will do, since what follows does not scale it."""
    amount = quantity.amount
    number = next((word for word in amount.words.split() if any(map(str.isdigit, word))), None)
    if "/" not in quantity.figure.unit or number is None:
        return amount
    end = amount.words.index(number) + len(number)
    return Span(amount.words[:end], amount.start, amount.start + end)


def _inside(amount: Span, quote: Span) -> bool:
    return quote.start <= amount.start and amount.end <= quote.end


def _for_a_share(figure: Figure, fact: FactRow, against: Against) -> Figure:
    """The same figure for a share, where the report has the word apart: "$197.00 in cash … for each share"."""
    small = all(end is not None and end < _LARGE for end in printed_ends(figure))
    apart = small and fact.unit == f"{figure.unit}/share" and "share" in against.small
    return replace(figure, unit=fact.unit) if apart else figure


def _unit(name: str) -> str:
    """The name under which units of one size are known: "GPUs" are chips. GW stay GW: the printed unit counts.

    What is paid by the year may be called by its currency alone; ours is kept.
    """
    plain, factor = UNITS.get(name, (name, 1))
    return (plain if factor == 1 else name).removesuffix(" per share").removesuffix("/year")


# Hedges that say the same of a figure, so that a reader may take one for the other. Ours is kept.
_FAMILIES = tuple(
    map(
        frozenset,
        (
            {Qualifier.EXACT, Qualifier.PLANNED},
            {Qualifier.AT_LEAST, Qualifier.MORE_THAN},
            {Qualifier.UP_TO, Qualifier.LESS_THAN},
            {Qualifier.ABOUT, Qualifier.LESS_THAN},  # "nearly"
        ),
    )
)


def _agree(ours: Qualifier, theirs: Qualifier) -> bool:
    return ours == theirs or any({ours, theirs} <= family for family in _FAMILIES)


def _planned(ours: Qualifier, theirs: Qualifier) -> Qualifier:
    """That something lies ahead is not in the figure, so the reader may say it."""
    return theirs if ours is Qualifier.EXACT else ours


def _fits(attribute: str, unit: str) -> bool:
    """Whether an attribute can be counted in a unit."""
    money = currency_of(unit) is not None
    if attribute in ("deal_value", "tranche_value", "valuation", "termination_fee"):
        return money
    if attribute == "price_per_share":
        return money and unit.endswith("/share")
    allowed = {"equity_stake": ("percent", "shares"), "capacity": ("GW", "MW"), "term_years": ("years", "months")}
    if attribute == "units_count":
        return not money and unit not in ("percent", "GW", "MW", "years", "months", "points")
    return attribute.startswith("other:") or unit in allowed.get(attribute, ())
