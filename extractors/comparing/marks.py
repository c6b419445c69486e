"""The figures and dates that a text prints, known attribute or not, with what each comes to.

What `quantities` and `timelines` read, and every number besides: an editor who changes "Aa-2" changed something.
"""

from bisect import bisect_left
from dataclasses import dataclass, replace

from extractors.figures.amounts import MOST
from extractors.figures.hedges import ARTICLES, HEDGES_BEFORE
from extractors.figures.numbers import CARDINALS, in_digits, read_number
from extractors.figures.scanning import Tokens, listed, phrase_before
from extractors.figures.units import COUNTED
from extractors.models import Days, Figure, Moment, Qualifier, Span
from extractors.quantities import find_quantities
from extractors.relations import folded, printed_ends
from extractors.timelines import find_timelines

UNCOUNTED = "number"  # the unit of a number that says nothing of what it counts
# Before a figure these turn its sense round: a loss of 24 cents is no profit of 24 cents.
BELOW = frozenset(
    listed(
        "loss losses lost deficit shortfall negative minus fell fall falls falling dropped drop drops declined decline"
        " declines decreased decrease down slid slumped plunged tumbled sank shed shrank"
    )
)
PARTS_OF_TIME = frozenset(listed("early mid middle late beginning start end half quarter"))
_BETWEEN = frozenset((*ARTICLES, "by"))  # may stand between the two
_MERE = frozenset((UNCOUNTED, *COUNTED.values())) - {"shares", "chips"}  # "plants", "factories": one figure
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure or date as printed: tokens `first` up to, without, `last`. Equal keys say the same."""

    span: Span  # with hedge and bound
    amount: str
    reading: Figure | Days
    key: Key
    first: int
    last: int
    firm: bool = True  # else a small number in words, which good prose drops and adds

    @property
    def places(self) -> range:
        """Its tokens."""
        return range(self.first, self.last)

    @property
    def sort(self) -> str:
        """What it may take the place of: a date of a date, an amount of an amount."""
        return "days" if isinstance(self.reading, Days) else "figure"


def find_marks(t: Tokens, published: Moment | None) -> list[Mark]:
    """Every figure and date of a text, in order, none within another."""
    marks = [*_dates(t, published), *_quantities(t)]
    marks.sort(key=lambda mark: (mark.first, -mark.last))
    kept: list[Mark] = []
    for mark in marks:
        if kept and mark.first < kept[-1].last:
            if mark.last - mark.first > kept[-1].last - kept[-1].first:
                kept[-1] = mark
        else:
            kept.append(mark)
    taken = {i for mark in kept for i in range(mark.first, mark.last)}
    return [_signed(t, mark) for mark in sorted([*kept, *_numbers(t, taken)], key=lambda mark: mark.first)]


def _quantities(t: Tokens) -> list[Mark]:
    found = find_quantities(t.text)
    return [_mark(t, each.span, each.amount.words, each.figure, figure_key(each.figure)) for each in found]


def _dates(t: Tokens, published: Moment | None) -> list[Mark]:
    marks = []
    for line in find_timelines(t.text, published):
        words = tuple(line.amount.words.casefold().split())
        mark = _mark(t, line.span, line.amount.words, line.days, days_key(line.days))
        marks.append(mark if line.days.resolved else _from_part(t, replace(mark, key=("words", *words))))
    return marks


def _from_part(t: Tokens, mark: Mark) -> Mark:
    """A date that nobody can resolve with the part of it that it names: "early in the company's fiscal 2027"."""
    for i in range(mark.first - 1, max(mark.first - 8, -1), -1):
        if t.words[i] in PARTS_OF_TIME:
            return replace(mark, span=t.span(i, mark.last), key=(*mark.key, t.words[i]), first=i)
        if not t.words[i][0].isalpha() and t.words[i] not in ("'", "’"):
            break
    return mark


def _numbers(t: Tokens, taken: set[int]) -> list[Mark]:
    """The numbers that nothing else was read from."""
    marks: list[Mark] = []
    after = 0
    for i, word in enumerate(t.words[: MOST * 10]):
        if i < after or i in taken or not (in_digits(word) or (word in CARDINALS and word != "one")):
            continue
        number = read_number(t, i)
        after = max(i + 1, number.last if number and taken.isdisjoint(range(i, number.last)) else i + 1)
        value = number.value if number and after == number.last else None
        hedge, first = phrase_before(HEDGES_BEFORE, t.words, i) or (Qualifier.EXACT, i)
        figure = Figure(UNCOUNTED, value, qualifier=hedge)
        key = figure_key(figure) if value is not None else ("digits", word)
        marks.append(
            Mark(t.span(first, after), t.span(i, after).words, figure, key, first, after, firm=in_digits(word))
        )
    return marks


def figure_key(figure: Figure) -> Key:
    """What a figure says, in whatever unit and words: number, unit, hedge."""
    plain = folded(figure)
    hedge = Qualifier.EXACT if plain.qualifier is Qualifier.PLANNED else plain.qualifier
    unit = UNCOUNTED if plain.unit in _MERE else plain.unit
    return ("figure", unit, *printed_ends(plain), hedge)


def days_key(days: Days) -> Key:
    """What a date says."""
    return ("days", days.start, days.end, days.qualifier is Qualifier.ABOUT)


def _mark(t: Tokens, span: Span, amount: str, reading: Figure | Days, key: Key) -> Mark:
    first, last = bisect_left(t.starts, span.start), bisect_left(t.starts, span.end)
    return Mark(span, amount, reading, key, first, max(last, first + 1))


def _signed(t: Tokens, mark: Mark) -> Mark:
    """The mark with the word before it that makes a loss of it, if there is one."""
    first = mark.first - 1
    while first >= 0 and mark.first - first < 3 and t.words[first] in _BETWEEN:
        first -= 1
    figure = mark.reading
    if first < 0 or t.words[first] not in BELOW or not isinstance(figure, Figure):
        return mark
    low, high = (None if end is None else -end for end in (figure.high, figure.low))
    below = replace(figure, value=None if figure.value is None else -figure.value, low=low, high=high)
    return replace(mark, span=t.span(first, mark.last), reading=below, key=("below", *mark.key), first=first)
