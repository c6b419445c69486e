"""Binds figures to attributes: each to the nearest word that governs it, and to none where that word is background."""

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from extractors.models import Figure, Span
from extractors.quantities import Quantity
from extractors.reading import figurecues
from extractors.reading.cast import Cast
from extractors.reading.holdings import is_holding, is_of_holders
from extractors.reading.labels import label_of
from extractors.reading.lexicon import SUMS, words
from extractors.reading.phrases import Hit, Phrases
from extractors.reading.scenes import Scene
from extractors.reading.tokens import Tokens

_WINDOW = 40  # words to either side in which a cue is looked for
_FAR = 14.0  # words between a figure and its cue, corrected for what lies between; beyond, nothing governs
LABELLED = -1.0  # a label goes before any word of the line
_FAR_STAKE = 8.0  # percentages are everywhere
_WALLS = {
    ";": 9.0,
    ":": 4.0,
    "—": 4.0,
    "–": 4.0,
    "(": 2.0,
    ")": 2.0,
    ",": 2.0,
    "•": 12.0,
    "-": 3.0,
    "?": 12.0,
    "!": 12.0,
}
_TURNS = {
    "and": 2.5,
    "but": 6.0,
    "while": 7.0,
    "whereas": 8.0,
    "although": 6.0,
    "which": 3.0,
    "who": 4.0,
    "after": 2.0,
    "or": 1.0,
    "though": 5.0,
}
# What a figure is of where no word near it says so.
_USUAL = {"GW": "capacity", "chips": "units_count", "reactors": "units_count", "fabs": "units_count"} | dict.fromkeys(
    (
        "aircraft",
        "planes",
        "jets",
        "engines",
        "helicopters",
        "trains",
        "locomotives",
        "satellites",
        "turbines",
        "racks",
        "shares",
    ),
    "units_count",
)
_USUAL |= {"MW": "capacity"}
# What of a plant is counted: "four fabs", "26 trains", "seven data centers".
_WORKS = words(
    "units plants fabs factories reactors turbines trains centers centres cleanrooms buildings towers campuses sites"
)
_BUYS = words("secure acquire buy purchase")
_BUILDS = _BUYS | words("build restart revive reopen restore develop construct complete refurbish modernise modernize")
_SHORT = 8
_SPENT = words("spend spends spending")
_LOST = 2 * _FAR + 2  # where counting stops: even half of it is too far
_AROUND = -0.5
_USUALLY = 5.0
_LATE = 4  # sentences; what is counted later without a word of buying is a fleet or a forecast
NO_CUE = 8.0  # money that no word claims is the deal's own, if it is of the deal at all
_CLOUDS = 6.0  # nor does a sum beside one belong to the deal where no word says so
_REFUSES = 2.0  # a word of background further off only stands in the same sentence
_LINKS = words(
    """
    of for at in to worth a an the its their about with from by on as is was total all
    """
)


class Place(NamedTuple):
    """A figure in its sentence: tokens from `first` to `last` (not included)."""

    first: int
    last: int
    scene: Scene


class Bound(NamedTuple):
    """A figure with the attribute that its cue gives it; `cost` is the distance to that cue."""

    attribute: str
    cost: float
    cue: Hit


def place_of(read: Tokens, span: Span, scenes: list[Scene]) -> Place:
    """Where a figure stands among the words."""
    first = read.at(span.start)
    last = read.at(span.end - 1) + 1
    return Place(first, last, scenes[read.sentence_at(span.start)])


@lru_cache(maxsize=64)
def _table_for(unit: str) -> Phrases | None:
    if unit.endswith("/share"):
        return figurecues.PER_SHARE
    if unit in ("GW", "MW", "GWh"):
        return figurecues.CAPACITY
    if unit == "percent":
        return figurecues.STAKE
    if unit in ("years", "months"):
        return figurecues.TERM
    if len(unit) == 3 and unit.isupper():
        return figurecues.MONEY
    return figurecues.COUNT


def governing(read: Tokens, place: Place, table: Phrases, others: list[tuple[int, int]]) -> list[Bound]:
    """The cues of a figure's sentence, nearest first. `others` are the places of the figures of its sort, in order."""
    sentence = read.sentences[place.scene.number]
    found: list[Bound] = []
    for hit in table.find(read, max(sentence.first, place.first - _WINDOW), min(sentence.last, place.last + _WINDOW)):
        if hit.first in read.within or hit.last - 1 in read.within:
            continue
        if hit.first < place.last and hit.last > place.first:
            astride = hit.first < place.first and hit.last > place.last and read.low[hit.first] == "of"
            outside = hit.first < place.first or hit.last > place.last
            if outside and not astride:  # "deploying $100 billion immediately", but no "of $40 billion which"
                found.append(Bound(hit.kind, _AROUND, hit))
            continue
        found.append(Bound(hit.kind, _cost(read, place, hit, others), hit))
    found.sort(key=lambda bound: bound.cost)
    return found


def _cost(read: Tokens, place: Place, hit: Hit, others: list[tuple[int, int]]) -> float:
    """The distance from a figure to a cue: words and walls between; a name of several words counts as one."""
    low, within = read.low, read.within
    if hit.last <= place.first:
        first, last, cost = hit.last, place.first, 0.0
    else:
        first, last = place.last, hit.first
        cost = -1.0 if last - first < 3 and _same_phrase(read, first, last) else 1.5
    if (
        0 < last - first < 4
        and hit.first >= place.last
        and low[first] in ("in", "of")
        and hit.kind != "round"
        and _one_phrase(low[first:last])
    ):
        return -0.9 + 0.2 * (last - first)  # "$13 billion in yearly sales": the noun says what the money is
    opens = hit.first >= place.last and place.first - read.sentences[place.scene.number].first <= 2
    for i in range(first, last):
        word = low[i]
        if i in within:
            continue
        if cost > _LOST:
            break
        cost += 0.4 if word in _LINKS or word in SUMS or word[0].isdigit() else 1.0
        if not opens:  # "In April 2026 A, the maker of B, signed": what opens a sentence belongs to its verb
            cost += _TURNS.get(word, 0.0) if word[0].isalpha() else _WALLS.get(word, 0.0)
    if hit.first >= place.last and hit.kind != "background" and _has_its_own(read, hit, others):
        cost += _HAS_ITS_OWN
    return (cost * 0.5 if opens else cost) + _between(others, first, last)


def _has_its_own(read: Tokens, hit: Hit, others: list[tuple[int, int]]) -> bool:
    """Whether another figure follows a cue at once: of "$2bn at a valuation of $9bn" the second is the valuation."""
    i = hit.last
    if not others or i >= len(read.low) or read.low[i] not in _OF:
        return False
    at = bisect_left(others, (i + 1, 0))
    return at < len(others) and others[at][0] == i + 1


_HAS_ITS_OWN = 8.0
_OF = words("of to at")


def _between(others: list[tuple[int, int]], first: int, last: int) -> float:
    """What figures cost that stand between; the figure itself never does."""
    if not others:
        return 0.0
    near = others[bisect_left(others, (first, 0)) : bisect_left(others, (last, 0))]
    return sum([4.0 for _, end in near if end <= last])


def _one_phrase(between: list[str]) -> bool:
    return all(word.isalpha() and word not in _TURNS for word in between)


def _same_phrase(read: Tokens, first: int, last: int) -> bool:
    """Whether the words between leave the cue the head of the figure's phrase: "$38 billion cloud contract"."""
    return not any(word in _LINKS or not word[0].isalnum() for word in read.low[first:last])


def attribute_of(
    read: Tokens, quantity: Quantity, place: Place, others: list[tuple[int, int]], cast: Cast
) -> Bound | None:
    """What a figure is of, or None where nothing near says so or the nearest word makes it background."""
    figure = quantity.figure
    small = _is_money(figure) and not printed_as_money(quantity)
    if small and cast.kind not in ("acquisition", "investment"):
        return None
    table = figurecues.PER_SHARE if small else _table_for(figure.unit)
    if table is None:
        return None
    label = label_of(read, read.sentences[place.scene.number], place.first, table)
    labelled = [Bound(label.kind, LABELLED, label)] if label else []
    bounds = _for_kind(read, place, [*labelled, *governing(read, place, table, others)], cast)
    if figure.unit == "percent" and (
        is_holding(read, place.scene, place.first, place.last) or is_of_holders(read, place.first, others)
    ):
        bounds.insert(0, Bound("equity_stake", 0.0, Hit("equity_stake", place.first, place.last)))
    bounds = _subject_first(read, place, bounds)
    if bounds and bounds[0].attribute == "background" and bounds[0].cost <= _REFUSES:
        return None
    beside = bool(bounds) and bounds[0].attribute == "background" and bounds[0].cost <= _CLOUDS
    bounds = [bound for bound in bounds if bound.attribute != "background"]
    usual = None if beside and _is_money(figure) else _usual(figure, small and not _a_price(quantity, place, cast))
    usual = ("price_per_share", NO_CUE) if small and usual else usual
    if usual and usual[0] == "units_count" and figure.unit != "shares" and place.scene.number >= _LATE:
        usual = None
    if cast.kind == "build_out" and _is_of_works(read, figure, place) and not bounds:
        usual = "units_count", _USUALLY
    if usual and (not bounds or bounds[0].cost > usual[1]):
        return Bound(*usual, Hit(usual[0], place.first, place.last))
    far = _FAR_STAKE if figure.unit == "percent" else _FAR
    return None if not bounds or bounds[0].cost > far else bounds[0]


def _subject_first(read: Tokens, place: Place, bounds: list[Bound]) -> list[Bound]:
    """The cues, where a noun before "amounts to" says more than that verb: "the valuation amounts to $13 billion"."""
    if not bounds or read.low[bounds[0].cue.first] not in _EQUALS or bounds[0].cue.last > place.first:
        return bounds
    verb = bounds[0]
    subject = next((b for b in bounds if b.cue.last <= verb.cue.first <= b.cue.last + _BESIDE_VERB), None)
    return bounds if subject is None else [subject._replace(cost=max(verb.cost, subject.cost - 1.0)), *bounds]


_BESIDE_VERB = 2  # words: "should", "this year"
_EQUALS = words("amount amounts amounted amounting come comes came total totals totaled totalled totaling totalling")


def _is_of_works(read: Tokens, figure: Figure, place: Place) -> bool:
    """Whether it counts what is built, and not what stands already: "has four reactors", "104 operating reactors"."""
    standing = {*read.low[place.first - 2 : place.first], *read.low[place.first : place.last]} & _STANDING
    return (
        figure.unit in _WORKS
        and figure.value != 1
        and not any(name.sure for name in place.scene.strangers)
        and not standing
    )


_STANDING = words("has have had operates operating owns runs existing other last older old")


def _for_kind(read: Tokens, place: Place, bounds: list[Bound], cast: Cast) -> list[Bound]:
    """The cues that count in a deal of this kind: where a plant is built, what one costs is what the deal is worth.

    What is spent is background, unless it is spent to buy: "will spend $1.7 billion to secure 20%".
    """
    aims = _BUYS if cast.kind == "acquisition" else _BUILDS
    if not aims.isdisjoint(read.low[place.last : place.last + _SHORT]):
        bounds = [b if read.low[b.cue.first] not in _SPENT else b._replace(attribute="deal_value") for b in bounds]
    if cast.kind in ("build_out", "joint_venture"):
        return [b if read.low[b.cue.first] not in _SPENT else b._replace(attribute="build_value") for b in bounds]
    return [b for b in bounds if b.attribute != "build_value" or read.low[b.cue.first] in ("cost", "costs", "build")]


def _a_price(quantity: Quantity, place: Place, cast: Cast) -> bool:
    """Whether a small sum in a takeover is likely paid for a share: pence, or beside one of those who bid."""
    bid = any(name.key in cast.keys for name in place.scene.parties)
    return cast.kind == "acquisition" and (bid or quantity.amount.words.endswith(("p", "pence")))


def _usual(figure: Figure, small: bool) -> tuple[str, float] | None:
    """What a figure of this unit is of by default, and how near a word must stand to say otherwise."""
    if small:
        return None
    if _is_money(figure):
        return "deal_value", NO_CUE
    attribute = "price_per_share" if figure.unit.endswith("/share") else _USUAL.get(figure.unit)
    return (attribute, _USUALLY) if attribute else None


def stranger_rules(read: Tokens, place: Place) -> bool:
    """Whether a company that is no party stands nearer to the figure than any party does."""
    scene = place.scene
    foreign = min((_gap(read, place, n.first, n.last) for n in scene.strangers if n.sure), default=99.0)
    foreign = min(foreign, *(_gap(read, place, n.first, n.last) + 2 for n in scene.strangers if not n.sure), 99.0)
    own = min((_gap(read, place, n.first, n.last) for n in scene.parties), default=98.0)
    own = min(own, *(_gap(read, place, hit.first, hit.last) + 2 for hit in scene.pointers if hit.kind == "deal"), 98.0)
    return foreign < own and foreign < _OUT_OF_REACH


_OUT_OF_REACH = 16  # words; how much farther a name stands makes no difference


def _gap(read: Tokens, place: Place, first: int, last: int) -> float:
    a, b = (last, place.first) if last <= place.first else (place.last, first)
    if b - a >= _OUT_OF_REACH:
        return b - a
    walls = sum([_WALLS[word] for word in read.raw[a:b] if word in _WALLS])
    return (b - a) + walls + sum([_TURNS[word] for word in read.low[a:b] if word in _TURNS])


def unit_of(figure: Figure) -> str:
    """The sort of a figure, by which two of them compete for one cue."""
    return "money" if _is_money(figure) else figure.unit


def _is_money(figure: Figure) -> bool:
    return len(figure.unit) == 3 and figure.unit.isupper()


def printed_as_money(quantity: Quantity) -> bool:
    """Whether it is money of a deal's size: a bare $80.25 is the price of something else."""
    largest = max(
        (x for x in (quantity.figure.value, quantity.figure.low, quantity.figure.high) if x is not None), default=None
    )
    return largest is not None and largest >= _DEALS_FROM.get(quantity.figure.unit, 10_000)


# What a share may cost: in small units of money a price has more digits.
_DEALS_FROM = dict.fromkeys(("JPY", "INR", "HUF", "CLP"), 1_000_000) | dict.fromkeys(("KRW", "IDR", "VND"), 10_000_000)
