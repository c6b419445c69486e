"""How firmly a figure belongs to the deal: what stands beside it, and where in the report."""

from extractors.models import (
    Figure,
)
from extractors.parties import Cast
from extractors.quantities import Quantity
from extractors.reading.binding import Bound, Place, stranger_rules
from extractors.reading.fees import is_fee
from extractors.reading.lexicon import words
from extractors.reading.parts import is_part
from extractors.reading.phrases import Phrases
from extractors.reading.scenes import Scene
from extractors.reading.tokens import Tokens


def printed(figure: Figure) -> tuple[object, ...]:
    """A figure as printed: its unit, value and ends, without its hedge."""
    return figure.unit, figure.value, figure.low, figure.high


# Log odds that a figure is of the deal, fitted on the figures of some 600 annotated reports, rounded. Where it stands
# tells most: in which sentence, and how near to the end, since reports end with what else is going on.
_BY_SENTENCE = (2.9, 3.5, 3.1, 3.0, 2.4, 1.9, 1.5, 1.3, 1.0, 0.7)
_TO_THE_END = 2.2  # times the part of the report that lies before
_LEAD = 4  # sentences
_IN_TITLE = 2.4
_ALL_NAMED = 1.1
_STRANGERS = 0.9
_FOREIGN = 0.9  # after the lead: there all companies are told of together
_GOES_ELSEWHERE = 2.0
_ELSEWHERE_SAID = 1.6
_RESULTS_SAID = 0.8
_BEFORE_SAID = 0.4
_ASIDE = 1.6
_LABELLED = 1.0  # a table of the deal, or a list of its terms
_LONG_AGO = 2.2
_POINTS_BACK = 1.2  # a part points back at the whole that was told
_FEE = 1.9  # what is owed if it fails is told last, and only of the deal itself
_OF_WORKS = 0.8  # a report on one plant speaks of it to the end, where it names nobody else
_NEAR = 4.0  # words to the cue
_DURATION = 0.9  # durations are everywhere
_NAMED_OWNER = 1.0  # works are shared out among those who build them
_STAKE = 0.4  # and so are percentages


def trust_in(
    read: Tokens,
    quantity: Quantity,
    place: Place,
    bound: Bound,
    cast: Cast,
    in_title: set[tuple[object, ...]],
    year: int | None,
) -> float:
    """How likely a figure is of the deal, as log odds: its place in the report, who acts, what stands beside it."""
    scene = place.scene
    odds = _BY_SENTENCE[min(scene.depth, len(_BY_SENTENCE) - 1)]
    odds -= _TO_THE_END * scene.number / max(1, len(read.sentences) - 1)
    odds += _IN_TITLE if printed(quantity.figure) in in_title else 0.0
    odds += _LABELLED if bound.cost <= -1.0 and bound.cue.last <= place.first else 0.0
    odds += _POINTS_BACK if is_part(read, place) else 0.0
    if cast.kind == "acquisition" and (bound.attribute == "termination_fee" or is_fee(read, place, cast)):
        odds += _FEE
    if bound.attribute == "term_years":
        contract = read.low[bound.cue.first] in CONTRACTS or beside_money(read, place) or traded_for(read, place)
        odds -= 0.0 if contract else _DURATION
    owned = bound.attribute == "equity_stake"
    odds -= _STAKE if owned and cast.kind != "build_out" else 0.0
    odds += _NAMED_OWNER if owned and cast.kind == "build_out" and bound.cost <= 1.0 and scene.parties else 0.0
    odds += _OF_WORKS if cast.kind == "build_out" and not scene.strangers else 0.0
    lead = scene.depth < _LEAD
    shared = bound.attribute == "tranche_value" and bound.cue.first == place.first  # each sum has its own giver
    if cast.kind != "build_out" and not shared and _of_others(read, place):
        odds -= 0.0 if lead else _FOREIGN
    elif (lead or bound.cost <= _NEAR) and len({name.key for name in scene.parties} & cast.keys) > 1:
        odds += _ALL_NAMED
    return odds - _against(read, place, bound, year)


def _against(read: Tokens, place: Place, bound: Bound, year: int | None) -> float:
    """What else speaks against a figure: others in its sentence, other times, other subjects."""
    scene = place.scene
    sentence = read.sentences[scene.number]
    low = read.low[sentence.first : sentence.last]
    odds = _STRANGERS if scene.strangers else 0.0
    odds += _ASIDE if scene.aside else 0.0
    odds += _GOES_ELSEWHERE if _goes_to_stranger(read, place, bound) else 0.0
    odds += _LONG_AGO if _long_ago(read, place, year) else 0.0
    odds += _ELSEWHERE_SAID if _speaks_elsewhere(read, scene) else 0.0
    odds += 0.0 if _RESULTS.isdisjoint(low) else _RESULTS_SAID
    return odds + (0.0 if BEFORE.isdisjoint(low) else _BEFORE_SAID)


_RESULTS = words(
    """
    revenue revenues sales profit profits turnover earnings loss losses ebitda quarter employs employees workers staff
    jobs workforce headcount
    """
)
BEFORE = words("ago earlier previously previous formerly former once had past last historic record history")


def beside_money(read: Tokens, place: Place) -> bool:
    """Whether a sum goes before: "$6.7 billion across ten years"."""
    return not _SUMS.isdisjoint(read.low[max(0, place.first - 7) : place.first])


def traded_for(read: Tokens, place: Place) -> bool:
    """Whether something is bought, sold or let for so long: "contracted to buy the output over 20 years"."""
    first = max(read.sentences[place.scene.number].first, place.first - _TRADE)
    return read.low[place.first - 1] in _LASTING and not _TRADES.isdisjoint(read.low[first : place.first])


_TRADE = 16  # words from the verb to how long
_LASTING = words("for over across of")
_TRADES = words(
    """
    buy buys buying purchase purchases purchasing sell sells selling supply supplies supplying leased leasing lease
    rent rents rented renting hire hires hired hiring charter charters chartered contracted provide provides providing
    deliver delivers pay pays paying
    """
)


def _of_others(read: Tokens, place: Place) -> bool:
    """Whether a company that is no party has more to do with a figure than any party."""
    return stranger_rules(read, place) or others_act(place)


def _long_ago(read: Tokens, place: Place, year: int | None) -> bool:
    """Whether a year stands beside a figure that was over when the report came out."""
    if year is None:
        return False
    sentence = read.sentences[place.scene.number]
    around = read.raw[max(sentence.first, place.first - _BESIDE) : min(sentence.last, place.last + _BESIDE)]
    ago = "ago" in around and _MONTHS.isdisjoint(around[max(around.index("ago") - 2, 0) : around.index("ago")])
    return ago or any(len(word) == 4 and word.isdecimal() and _OLDEST < int(word) < year - 1 for word in around)


_MONTHS = words("month months week weeks day days hours")
_BESIDE = 8
_OLDEST = 1900


def _goes_to_stranger(read: Tokens, place: Place, bound: Bound) -> bool:
    """Whether the money goes to or comes from a company that is no party: "put $5 billion into Intel"."""
    after = next((name for name in place.scene.strangers if 0 < name.first - place.last < 4), None)
    if after is None or any(place.last <= name.first < after.first for name in place.scene.parties):
        return False
    between = read.low[place.last : after.first]
    investing = read.low[bound.cue.first].startswith(("invest", "stake", "put", "pour", "commit"))
    return not _BETWEEN_COMPANIES.isdisjoint(between) or ("in" in between and investing)


def others_act(place: Place) -> bool:
    """Whether the last company named before a figure is no party, so that the money is likely its own."""
    before = [name for name in (*place.scene.strangers, *place.scene.parties) if name.last <= place.first]
    return bool(before) and max(before, key=lambda name: name.last) in place.scene.strangers


_BETWEEN_COMPANIES = words("into for with from behind")


def _speaks_elsewhere(read: Tokens, scene: Scene) -> bool:
    sentence = read.sentences[scene.number]
    return next(_ELSEWHERE.find(read, sentence.first, sentence.last), None) is not None


_SUMS = words("billion bn million trillion")
CONTRACTS = words(
    """
    warrant warrants contract deal agreement pact lease partnership term terms covering spanning contracts deals
    agreements leases duration tenor tenure renewal renewals extension extensions option options hosting colocation
    offtake licence license concession
    """
)


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
