"""Of a sum: the whole of the deal, a part of it, what the company is worth, a fee, or something else."""

from dataclasses import dataclass, field
from decimal import Decimal

from extractors.models import Claim, Figure, Role
from extractors.reading import asides
from extractors.reading.binding import NO_CUE, Bound, Place
from extractors.reading.buildfigures import of_all_works
from extractors.reading.cast import Cast
from extractors.reading.fees import in_talk_of_fee, is_fee
from extractors.reading.lexicon import PERCENT, words
from extractors.reading.othersums import is_borrowed, is_of_something_else
from extractors.reading.parts import is_cash_beside_shares, is_part, is_share_of_works
from extractors.reading.previous import when_true
from extractors.reading.strands import part_payer
from extractors.reading.tokens import Tokens
from extractors.reading.worths import at_a_worth, is_worth_of_company, meaning_of_worth, own_worth


@dataclass(slots=True)
class Told:
    """What the text has told of its deal so far: the largest sum of each currency, and what each sum was of."""

    largest: dict[str, Decimal] = field(default_factory=dict)
    attributes: dict[tuple[str, Decimal | None], str] = field(default_factory=dict)

    def add(self, claim: Claim, figure: Figure) -> None:
        """Remember one claim."""
        if claim.attribute in ("deal_value", "valuation", "tranche_value"):
            self.attributes.setdefault((figure.unit, figure.value), claim.attribute)
        if claim.attribute == "deal_value":
            most = figure.value or figure.high or Decimal(0)
            self.largest[figure.unit] = max(most, self.largest.get(figure.unit, most))


def attribute_of_sum(read: Tokens, place: Place, figure: Figure, bound: Bound, cast: Cast, told: Told) -> str | None:
    """The attribute of a sum of a deal's size, or None for what is no fact of the deal."""
    attribute = bound.attribute
    before = read.low[place.first - 1] if place.first else ""
    if before in _OTHERS or asides.is_difference(read, place) or is_of_something_else(read, place, bound):
        return None
    borrowed = asides.is_debt(read, place) or is_borrowed(read, place)
    if borrowed or (attribute != "termination_fee" and asides.is_owed(read, place)):
        return "other:financing"
    if attribute == "deal_value" and (figure.unit, figure.value) in told.attributes:
        return told.attributes[figure.unit, figure.value]
    if attribute == "build_value":
        if _per_unit(read, place, bound):
            return None
        meant: str | None = "deal_value"
    elif attribute in ("raised", "round"):
        meant = _raised(read, place, cast)
    else:
        meant = meaning_of_worth(read, place, bound, cast) if attribute == "valuation" else attribute
    return _of_deal(read, place, figure, bound, cast, told) if meant == "deal_value" else meant


def _per_unit(read: Tokens, place: Place, bound: Bound) -> bool:
    """Whether it is the cost of one of many: "each gigawatt costs $50 billion", "a data centre of that size costs"."""
    first = read.sentences[place.scene.number].first
    subject = read.low[max(first, bound.cue.first - _NEAR) : bound.cue.first]
    each = any(word in _ONE and subject[i + 1] in _PIECES for i, word in enumerate(subject[:-1]))
    return each or read.low[place.last : place.last + 1] in (["each"], ["apiece"])


_ONE = words("a an one each every per 1")
_PIECES = words(
    "gigawatt gw megawatt mw kilowatt chip gpu rack server unit reactor plane jet aircraft ship wafer tonne"
)


def _raised(read: Tokens, place: Place, cast: Cast) -> str | None:
    if cast.kind == "supply":
        return "deal_value"  # "the lease brings in $9.5 billion"
    if cast.kind != "investment":
        return None
    if not cast.raises:
        return "deal_value"
    return "tranche_value" if _from_one(read, place, cast) else "deal_value"


def _from_one(read: Tokens, place: Place, cast: Cast) -> bool:
    """Whether one of several that put money in gives this sum."""
    several = sum(party.role is Role.INVESTOR for party in cast.parties) >= _SEVERAL or cast.kind == "acquisition"
    return several and part_payer(read, place, cast) is not None


def _of_deal(read: Tokens, place: Place, figure: Figure, bound: Bound, cast: Cast, told: Told) -> str | None:
    sentence = read.sentences[place.scene.number]
    if is_worth_of_company(read, place, bound, cast):
        return "valuation"
    if is_fee(read, place, cast):
        return "termination_fee"
    if cast.kind == "acquisition" and bound.cost > _FAR_FROM_DEAL and in_talk_of_fee(read, place):
        return "termination_fee"
    first_word = read.low[bound.cue.first]
    if first_word == "worth" and own_worth(read, place, bound):
        return "valuation" if cast.kind == "investment" else None
    if cast.kind == "investment" and at_a_worth(read, place, figure, told.largest.get(figure.unit)):
        return "valuation"
    if asides.is_added(read, place):
        return "other:added_value"
    if cast.kind == "acquisition" and first_word.startswith("invest"):
        return "other:investment"  # what the buyer promises to spend besides
    if cast.kind == "acquisition" and first_word in _CONTRIBUTES and "in" in read.low[bound.cue.first : place.first]:
        return "tranche_value"
    if cast.kind == "build_out" and of_all_works(read, place):
        return None
    if cast.kind == "build_out" and is_share_of_works(read, place, bound):
        return "tranche_value"
    around = read.low[max(sentence.first, bound.cue.first - 2) : place.first]
    if "initially" in around or ("phase" in around and "first" in around):
        return "tranche_value"
    if cast.kind == "acquisition" and is_cash_beside_shares(read, place):
        return "tranche_value"
    if is_part(read, place) or (_paid(read, place, bound) and _of_one_of_many(read, place, figure, cast, told)):
        return "tranche_value"
    if cast.kind != "acquisition" and _respectively(read, place):
        return "tranche_value"
    if (cast.raises or cast.kind == "acquisition") and _from_one(read, place, cast):
        return "tranche_value"
    if _less_by_far(read, place, figure, bound, told):
        return "tranche_value"
    return _of_its_size(read, place, figure, cast, told)


def _of_its_size(read: Tokens, place: Place, figure: Figure, cast: Cast, told: Told) -> str | None:
    """What a sum far below the deal's own can be: a part of an order, a round or a plant, and nothing of a takeover."""
    value, most = figure.value or figure.high, told.largest.get(figure.unit)
    whole, smaller = _SMALL_AGAINST.get(cast.kind or "", _SMALL_ORDER)
    if value is None or most is None or value > most * whole or _is_total(read, place):
        return "deal_value"
    return "deal_value" if when_true(read, place) == "previous" else smaller


def _is_total(read: Tokens, place: Place) -> bool:
    """Whether a sum is called the whole: "the total value, debt included, may be $23.7 billion"."""
    before = read.low[max(read.sentences[place.scene.number].first, place.first - _SAID) : place.first]
    return any(word in _TOTAL and before[i + 1 : i + 2] != ["of"] for i, word in enumerate(before))


_SAID = 8  # words
_TOTAL = words("total overall altogether whole entire totals totalling totaling")


# Measured on some 400 annotated reports: how small a second sum must be to be rarely the deal's own.
_SMALL_ORDER: tuple[Decimal, str | None] = (Decimal("0.6"), "tranche_value")
_SMALL_AGAINST: dict[str, tuple[Decimal, str | None]] = {
    "acquisition": (Decimal("0.3"), None),
    "investment": (Decimal("0.15"), "tranche_value"),
}


_FAR_FROM_DEAL = 2.0  # words; a fee is told beside the deal's own value only where a word of the deal governs that


def _less_by_far(read: Tokens, place: Place, figure: Figure, bound: Bound, told: Told) -> bool:
    """Whether a sum after which no verb reaches, or that is only the cash, is much less than the deal's own."""
    value, most = figure.value or figure.high, told.largest.get(figure.unit)
    if value is None or most is None or value > most * _MUCH_LESS:
        return False
    if _is_total(read, place):
        return False
    cash = "cash" in read.low[place.last : place.last + 3] or "money" in read.low[place.last : place.last + 4]
    return cash or (bound.cost >= NO_CUE and place.scene.lead)


def _paid(read: Tokens, place: Place, bound: Bound) -> bool:
    """Whether a verb of paying governs a sum, or nothing at all; no noun such as "price" or "cost"."""
    if bound.cost >= NO_CUE:
        return _COSTS.isdisjoint(read.low[read.sentences[place.scene.number].first : place.first])
    return read.low[bound.cue.first] in _PAYING


def _of_one_of_many(read: Tokens, place: Place, figure: Figure, cast: Cast, told: Told) -> bool:
    """Whether it is the part of one of several that pay: its sentence names one of them beside those who receive."""
    payers = {party.name for party in cast.parties if party.role is Role.INVESTOR}
    named = {cast.names.display(name.key) for name in place.scene.parties}
    if cast.kind == "acquisition":
        owners = {party.name for party in cast.parties if party.role is Role.ACQUIRER}
        return len(named & payers) == 1 and not named & (owners - payers)
    if len(payers) < _SEVERAL or not named & payers:
        return False
    if not PERCENT.isdisjoint(read.low[place.last : place.last + _NEAR]):
        return True  # "Acme pays $2bn for 15 per cent"
    if len(payers) > _SEVERAL and any(name.last == place.first for name in place.scene.parties):
        return True  # "Acme $2bn, Bell $1bn"
    most = told.largest.get(figure.unit)
    return len(named & payers) == 1 and most is not None and (figure.value or most) < most


def _respectively(read: Tokens, place: Place) -> bool:
    """Whether it is one of several sums, each of another giver: "up to $10bn and up to $5bn, respectively"."""
    after = read.low[place.last : min(place.last + _CLAUSE, read.sentences[place.scene.number].last)]
    if "respectively" not in after:
        return False
    listed = after[: after.index("respectively")]
    return not any(len(word) == 4 and word.isdecimal() for word in listed)  # "in 2016 and 2017, respectively"


_SEVERAL = 2
_NEAR = 6
_PAYING = words(
    """
    pay pays paid paying invest invests invested investing put puts putting pour pours poured pouring commit commits
    committed contribute contributes contributed inject injects injected pledge pledges pledged buy buys buying bought
    provide provides provided place places placed chip chips chipped writes write spend spends spending
    """
)
_COSTS = words("price cost costs bill total")
_CONTRIBUTES = words("put puts putting contribute contributes contributed contributing chip chips chipped throw throws")
_CLAUSE = 12  # words
_MUCH_LESS = Decimal("0.6")  # of the deal's own value; an offer raised or cut, or debt added, moves it less
_OTHERS = words("competing rival separate unrelated similar")
