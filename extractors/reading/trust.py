"""How firmly a figure belongs to the deal: what stands beside it, and where in the report."""

from extractors.models import (
    Figure,
)
from extractors.parties import Cast
from extractors.quantities import Quantity
from extractors.reading.binding import Bound, Place, stranger_rules
from extractors.reading.lexicon import words
from extractors.reading.phrases import Phrases
from extractors.reading.scenes import Scene
from extractors.reading.tokens import Tokens


def printed(figure: Figure) -> tuple[object, ...]:
    """A figure as printed: its unit, value and ends, without its hedge."""
    return figure.unit, figure.value, figure.low, figure.high


def trust_in(
    read: Tokens, quantity: Quantity, place: Place, bound: Bound, cast: Cast, in_title: set[tuple[object, ...]]
) -> float:
    """How firmly a figure belongs to the deal: its cue, the parties beside it, its place in the report."""
    scene = place.scene
    named = len({name.key for name in scene.parties} & cast.keys)
    trust = 6.0 - 0.5 * max(bound.cost, 0.0)
    trust += min(2, named) * 0.8
    trust += 1.0 if scene.lead else 0.0
    trust += 1.0 if scene.points else 0.0
    trust += 2.0 if printed(quantity.figure) in in_title else 0.0
    trust -= 0.0 if scene.on_deal else 3.5
    foreign = stranger_rules(read, place) or _goes_to_stranger(read, place, bound)
    trust -= 5.0 if cast.kind != "build_out" and foreign else 0.0
    trust -= 2.0 if scene.strangers and named < 2 and len(cast.keys) > 1 and not scene.points else 0.0
    trust -= 3.0 if scene.number > 1 and named < 2 and cast.kind != "build_out" and _others_act(place) else 0.0
    beside_money = not _SUMS.isdisjoint(read.low[max(0, place.first - 7) : place.first])
    if bound.attribute == "term_years" and read.low[bound.cue.first] not in CONTRACTS and not beside_money:
        trust -= 2.0  # durations are everywhere
    trust -= 2.5 if _speaks_elsewhere(read, scene) else 0.0
    return trust - min(1.5, 0.1 * max(0, scene.number - 8))


def _goes_to_stranger(read: Tokens, place: Place, bound: Bound) -> bool:
    """Whether the money goes to or comes from a company that is no party: "put $5 billion into Intel"."""
    after = next((name for name in place.scene.strangers if 0 < name.first - place.last < 4), None)
    if after is None or any(place.last <= name.first < after.first for name in place.scene.parties):
        return False
    between = read.low[place.last : after.first]
    investing = read.low[bound.cue.first].startswith(("invest", "stake", "put", "pour", "commit"))
    return not _BETWEEN_COMPANIES.isdisjoint(between) or ("in" in between and investing)


def _others_act(place: Place) -> bool:
    """Whether the last company named before a figure is no party, so that the money is likely its own."""
    before = [name for name in (*place.scene.strangers, *place.scene.parties) if name.last <= place.first]
    return bool(before) and max(before, key=lambda name: name.last) in place.scene.strangers


_BETWEEN_COMPANIES = words("into for with from behind")


def _speaks_elsewhere(read: Tokens, scene: Scene) -> bool:
    sentence = read.sentences[scene.number]
    return next(_ELSEWHERE.find(read, sentence.first, sentence.last), None) is not None


_SUMS = words("billion bn million trillion")
CONTRACTS = words("warrant warrants contract deal agreement pact lease partnership term terms covering spanning")


# A sentence with one of these speaks of markets, listings or results, whatever deal word it also holds.
_ELSEWHERE = Phrases(
    {
        "elsewhere": """
            ipo, listing, flotation, bitcoin, crypto, cryptocurrencies, tokens, bankers, latest quarter,
            first quarter of, quarterly, venture funds, venture deals, tariffs, market statistics, fiscal year,
            free cash flow, crunchbase, customers, subscribers, subscription, users, per user, analysts expect,
            options market, price cap, households, waiting times, lead times, run rate, right of first refusal
            """,
    }
)
