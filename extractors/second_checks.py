"""One row of a second reader's answer against the report: what the report bears out is kept, in our own reading.

The quote has to stand in the text. Figure, hedge and days are read again there by our own grammar, in the whole text,
so that "10 billion" out of "$510 billion" or out of "up to $10 billion" is no exact ten billion.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from pydantic import ValidationError

from extractors.bounds import NEGATIONS
from extractors.models import ATTRIBUTES, Claim, Days, DealdriftError, Figure, Moment, Party, Qualifier, Rung, Span
from extractors.quantities import Quantity, find_quantities
from extractors.relations import UNITS, currency_of, printed_ends
from extractors.second_prompt import BASES, MODALITIES
from extractors.second_rows import LONGEST_NAME, FactRow, PartyRow, Row, StatusRow
from extractors.status import LADDER
from extractors.timelines import Timeline, find_timelines
from extractors.tokens import Tokens, tokens_of

_LOOK_BACK = 2_000  # code points; a place that is farther off was not meant
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
    """A party whose name the text or title prints. Raises Refused."""
    party = _in_form(PartyRow, row)
    name = party.name.translate(_PLAIN).strip()
    if not any(char.isupper() or char.isdigit() for char in name) or not _stands(name, against.whole):
        raise Refused("a party that the report does not name")
    return Party(name, party.role)


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
    plain = words.translate(_PLAIN).strip().lower()
    return len(plain) <= LONGEST_NAME and _stands(plain, against.whole.lower())


def _stands(words: str, whole: str) -> bool:
    """Whether a text holds these words, not as a part of others."""
    place = whole.find(words) if words else -1
    while place >= 0:
        around = whole[max(place - 1, 0) : place] + whole[place + len(words) : place + len(words) + 1]
        if not any(char.isalnum() for char in around):
            return True
        place = whole.find(words, place + len(words))
    return False


def _figure(against: Against, fact: FactRow, quote: Span) -> tuple[Figure, Span, Span]:
    """The figure that we read inside the quote, where the model said the same."""
    ends = printed_ends(Figure("", fact.value, fact.low, fact.high))
    for each in against.quantities:
        if not _inside(each.amount, quote) or printed_ends(each.figure) != ends:
            continue
        figure = _for_a_share(each.figure, fact, quote)
        if _unit(figure.unit) != _unit(fact.unit) or not _agree(figure.qualifier, fact.qualifier):
            continue
        if not _fits(fact.attribute, figure.unit):
            raise Refused("a figure in a unit that its attribute cannot have")
        return replace(figure, qualifier=_planned(figure.qualifier, fact.qualifier)), each.amount, each.span
    raise Refused("a figure that does not stand in its quote")


def _days(against: Against, fact: FactRow, quote: Span) -> tuple[Days, Span, Span]:
    if not fact.attribute.endswith("_date") and not fact.attribute.startswith("other:"):
        raise Refused("a figure in a unit that its attribute cannot have")
    for each in against.timelines:
        same = (each.days.start, each.days.end) == (fact.date_start, fact.date_end)
        if same and _inside(each.amount, quote) and _agree(each.days.qualifier, fact.qualifier):
            days = replace(each.days, qualifier=_planned(each.days.qualifier, fact.qualifier))
            return days, each.amount, each.span
    raise Refused("days that do not stand in their quote")


def _inside(amount: Span, quote: Span) -> bool:
    return quote.start <= amount.start and amount.end <= quote.end


def _for_a_share(figure: Figure, fact: FactRow, quote: Span) -> Figure:
    """The same figure for a share, where the quote has the word apart: "$197.00 in cash for each share"."""
    apart = fact.unit == f"{figure.unit}/share" and "share" in quote.words.lower()
    return replace(figure, unit=fact.unit) if apart else figure


def _unit(name: str) -> str:
    """The name under which units of one size are known: "GPUs" are chips. GW stay GW: the printed unit counts."""
    plain, factor = UNITS.get(name, (name, 1))
    return name.removesuffix(" per share") if factor != 1 else plain.removesuffix(" per share")


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
    return not attribute.endswith("_date") and unit in allowed.get(attribute, (unit,))
