"""What was said before: figures and days that another has taken the place of."""

from dataclasses import replace

from extractors.models import Claim, Figure
from extractors.parties import Cast
from extractors.quantities import Quantity
from extractors.reading import figurecues
from extractors.reading.binding import Place, governing, printed_as_money
from extractors.reading.labels import told_as_old
from extractors.reading.lexicon import words
from extractors.reading.strands import strand
from extractors.reading.tokens import Tokens


def superseded(read: Tokens, place: Place, quantity: Quantity, cast: Cast, known: Place, claim: Claim) -> Claim | None:
    """The figure that another of its sentence takes the place of: "$5.8 billion, against the $5 billion of June"."""
    reading, figure = claim.reading, quantity.figure
    again = _says_of_it(read, place, known)
    if (place.scene.number != known.scene.number and again is None) or not isinstance(reading, Figure):
        return None
    priced = reading.unit == f"{figure.unit}/share" and (not printed_as_money(quantity) or _as_dear(reading, figure))
    if reading.unit != figure.unit and not priced:
        return None
    between = read.low[known.last if again is None else again : place.first]
    link = [word for word in between if word not in _ARTICLES and word != ","]
    rise = link[-1:] == ["on"] and not _RISES.isdisjoint(link)
    swapped = link == ["from"] and read.low[known.first - 1] == "to"  # "to $48 from $45"
    if len(link) > _LINK or not (rise or swapped or any(link[-len(old) :] == old for old in _OLD)):
        return None
    if strand(read, place, claim.attribute, cast) != claim.of:
        return None  # another's bid
    return replace(
        claim,
        reading=replace(figure, unit=reading.unit),
        amount=quantity.amount.words,
        quote=quantity.span,
        when="previous",
    )


def _says_of_it(read: Tokens, place: Place, known: Place) -> int | None:
    """Where a sentence begins that compares what the one before told: "That is double the $1 billion it sought"."""
    sentence = read.sentences[place.scene.number]
    opens = place.scene.number == known.scene.number + 1 and read.low[sentence.first] in _THAT
    return sentence.first if opens else None


_THAT = words("that this it")


def _as_dear(price: Figure, figure: Figure) -> bool:
    """Whether a sum is of the size of a share's price: in yen and won that may be tens of thousands."""
    one, other = price.value or 0, figure.value or 0
    return 0 < one < other * _NEARLY and other < one * _NEARLY


_NEARLY = 4  # times
_RISES = words("increase rise jump up gain step-up markup")
_LINK = 8  # words between the new figure and the old
_ARTICLES = words("the a an its their about around roughly some nearly earlier previous original initial first")
_OLD = [
    ["up", "from"], ["not"], ["and", "not"], ["in", "lieu", "of"], ["where", "it", "was"], ["down", "from"],
    ["compared", "with"], ["compared", "to"], ["rather", "than"], ["instead", "of"],
    ["against"], ["versus"], ["vs"], ["in", "place", "of"], ["cut", "from"], ["raised", "from"], ["as", "against"],
    ["was", ":"], ["previously"], ["than"], ["times"], ["double"], ["twice"], ["triple"], ["treble"], ["half"],
]  # fmt: skip


def when_true(read: Tokens, place: Place, others: int = 1) -> str | None:
    """The word "previous" where the figure is superseded: "up from", "first offered", "from $3 billion to $4 billion".

    What the very first sentence says was refused still stands, unless another of its figures took its place.
    """
    sentence = read.sentences[place.scene.number]
    after = read.low[place.last : min(place.last + 2, sentence.last)]
    moved = len(after) > 1 and after[0] == "to" and read.low[place.first - 1] == "from" and after[1][0] in _FIGURES
    if moved or after == ["before", "that"] or told_as_old(read, sentence, place.first):
        return "previous"
    bounds = [
        bound
        for bound in governing(read, place, figurecues.PREVIOUS, [])
        if (bound.cue.last <= place.first or read.low[bound.cue.first] in _LOOKS_BACK)
        and (bound.attribute == "previous" or others > 1 or place.scene.number)
    ]
    reach = 9 if read.low[place.first - 1] == "or" else 5  # "was $30 a share, or $108.4 billion with debt"
    return "previous" if bounds and bounds[0].cost < reach else None


_FIGURES = frozenset("0123456789$£€¥")
_LOOKS_BACK = words("previously earlier originally initially")
