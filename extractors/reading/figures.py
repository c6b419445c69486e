"""Figures → claims: what each is of, how firmly it belongs to the deal, and its strand."""

from collections import defaultdict
from dataclasses import replace

from extractors.models import (
    Claim,
    Qualifier,
    Role,
)
from extractors.parties import Cast
from extractors.quantities import Quantity, find_quantities
from extractors.reading import asides, cues
from extractors.reading.binding import Bound, Place, attribute_of, governing, place_of, unit_of
from extractors.reading.lexicon import words
from extractors.reading.prices import newly_issued, of_a_share, per_piece, printed_as_money, words_of
from extractors.reading.scenes import Scene
from extractors.reading.strands import bidder_of, condition_of, modality_of, part_of, part_payer, payer_of
from extractors.reading.tokens import Tokens
from extractors.reading.trust import CONTRACTS, printed, trust_in


def claims_of_figures(read: Tokens, scenes: list[Scene], cast: Cast, text: str, title: str | None) -> list[Claim]:
    """The figures of a text that are of its deal, each with its attribute."""
    found = find_quantities(text)
    in_title = {printed(quantity.figure) for quantity in find_quantities(title or "")}
    building = cast.kind in ("build_out", "joint_venture")
    rivals = _rivals(read, found)
    claims: dict[int, Claim] = {}
    settled = False
    for number, quantity in enumerate(found):
        if quantity.conversion_of is not None:
            if quantity.conversion_of in claims:
                claims[number] = _converted(claims[quantity.conversion_of], quantity)
            continue
        place = place_of(read, quantity.span, scenes)
        near = rivals[place.scene.number, unit_of(quantity.figure)]
        bound = attribute_of(read, quantity, place, near, building)
        if bound is None:
            continue
        needed = _ASIDE if settled and _an_aside(place, cast, bound) else _TRUSTED
        if trust_in(read, quantity, place, bound, cast, in_title) < needed:
            continue
        claim = _claim(read, quantity, place, bound, cast, near)
        if claim is not None:
            claims[number] = claim
            settled = settled or claim.attribute == "deal_value"
    return list(claims.values())


def _rivals(read: Tokens, found: list[Quantity]) -> dict[tuple[int, str], list[tuple[int, int]]]:
    """The places of the figures of each sentence and sort: they compete for the same cues."""
    near: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for quantity in found:
        if quantity.conversion_of is None:
            spot = read.at(quantity.span.start), read.at(quantity.span.end - 1) + 1
            near[read.sentence_at(quantity.span.start), unit_of(quantity.figure)].append(spot)
    for spots in near.values():
        spots.sort()
    return near


def _an_aside(place: Place, cast: Cast, bound: Bound) -> bool:
    """Whether money told late, and not of both parties, comes after the deal's own figure."""
    named = len({name.key for name in place.scene.parties} & cast.keys)
    return (
        place.scene.number > _LATE and named < min(2, len(cast.keys)) and bound.attribute in ("deal_value", "valuation")
    )


_LATE = 3
_ASIDE = 6.4  # after the lead has told the deal's figure, another needs more to be believed
_TRUSTED = 4.0  # of about 10; what is below is told of something else often enough to be left


def _converted(claim: Claim, quantity: Quantity) -> Claim:
    """The same claim in another currency."""
    return replace(claim, reading=quantity.figure, amount=quantity.amount.words, quote=quantity.span)


def _claim(
    read: Tokens, quantity: Quantity, place: Place, bound: Bound, cast: Cast, others: list[tuple[int, int]]
) -> Claim | None:
    attribute = _attribute(read, quantity, place, bound, cast)
    if attribute is None:
        return None
    figure, span = quantity.figure, quantity.span
    if attribute == "price_per_share" and not figure.unit.endswith("/share"):
        figure = replace(figure, unit=f"{figure.unit}/share")
    if figure.qualifier is Qualifier.UP_TO and place.first and read.low[place.first - 1] in _MOVING:
        figure, span = replace(figure, qualifier=Qualifier.EXACT), quantity.amount  # "going up to $47bn"
    return Claim(
        attribute,
        figure,
        quantity.amount.words,
        span,
        basis=_basis(read, place, others, cast) if attribute in ("deal_value", "valuation") else None,
        of=strand(read, place, attribute, cast),
        payer=payer_of(read, place, cast) if attribute == "termination_fee" else None,
        condition=condition_of(read, place, attribute),
        modality=modality_of(read, place, attribute),
        when="previous"
        if attribute == "valuation" and read.low[bound.cue.first - 1] == "was"
        else when_true(read, place),
    )


def strand(read: Tokens, place: Place, attribute: str, cast: Cast) -> str | None:
    """The part of the deal that a claim speaks of: a unit of a plant, a bidder; None for the whole."""
    if cast.kind == "build_out" and attribute in ("start_date", "phase_date", "capacity"):
        return part_of(read, place)
    if attribute == "tranche_value" and cast.raises:
        return part_payer(read, place, cast)
    if cast.bidders and attribute in (
        "deal_value",
        "price_per_share",
        "termination_fee",
        "announce_date",
        "close_date",
        "equity_stake",
    ):
        return bidder_of(read, place, cast)
    return None


_MOVING = words("go goes going went gone raised upped lifted raising climbed")


def _attribute(read: Tokens, quantity: Quantity, place: Place, bound: Bound, cast: Cast) -> str | None:
    """The attribute that cue, unit and kind of deal make together, or None for what is no fact of a deal."""
    figure, attribute = quantity.figure, bound.attribute
    if figure.unit == "shares per share":
        return "other:exchange_ratio"
    if attribute == "price_per_share" or (unit_of(figure) == "money" and not printed_as_money(quantity)):
        return of_a_share(read, place, attribute)
    if unit_of(figure) == "money":
        return None if per_piece(read, place) else _of_money(read, place, attribute, bound, cast)
    if figure.unit in ("GW", "MW") and attribute == "capacity":
        first = figure.unit == "GW" and figure.value == 1 and figure.qualifier is Qualifier.EXACT
        return "other:phase_capacity" if first else attribute
    if figure.unit in ("years", "months"):
        if cast.kind in ("acquisition", "investment") and read.low[bound.cue.first] not in CONTRACTS:
            return None
        return attribute if figure.unit == "years" or cast.kind == "supply" else None
    if figure.unit == "shares":
        around = words_of(read, place)
        if "warrant" in around or "warrants" in around:
            return "other:warrants"
        return "units_count" if cast.kind == "investment" and newly_issued(read, place) else None
    if figure.unit == "percent" and (_of_stranger(read, place) or not _VOTES.isdisjoint(words_of(read, place))):
        return None
    if attribute == "equity_stake" and asides.share_of_holders(read, place, cast):
        return "other:holder_ownership"
    if attribute == "equity_stake" and asides.old_holding(read, place, cast):
        return None
    if figure.unit in ("points",) or (attribute == "units_count" and figure.unit not in _COUNTED):
        return None
    return attribute


def _of_stranger(read: Tokens, place: Place) -> bool:
    """Whether it is a part of something that is no party: "30% of the Stabroek block"."""
    return any(
        name.first - place.last < 3 and read.low[place.last] == "of"
        for name in place.scene.strangers
        if name.first >= place.last
    )


def _of_money(read: Tokens, place: Place, attribute: str, bound: Bound, cast: Cast) -> str | None:
    before = read.low[place.first - 1] if place.first else ""
    if before in _OTHERS:
        return None
    if asides.is_debt(read, place):
        return "other:financing"
    if asides.is_difference(read, place):
        return None
    if cast.kind == "investment" and attribute == "deal_value" and asides.after_money(read, place):
        return "valuation"
    if cast.raises and attribute in ("deal_value", "round", "tranche_value") and part_payer(read, place, cast):
        return "tranche_value"
    if attribute == "deal_value" and asides.is_fee(read, place, cast):
        return "termination_fee"
    if attribute == "build_value":
        return "deal_value" if cast.kind in ("build_out", "joint_venture") else None
    if cast.kind == "acquisition" and attribute == "deal_value" and read.low[bound.cue.first].startswith("invest"):
        return "other:investment"  # what the buyer promises to spend besides
    if attribute in ("raised", "round"):
        if cast.kind != "investment":
            return None
        return "deal_value" if cast.raises else "other:round_size"
    reach = 12 if attribute == "valuation" else 3
    cue = read.low[max(read.sentences[place.scene.number].first, bound.cue.first - reach) : bound.cue.last]
    if "combined" in read.low[bound.cue.last : place.first] and not _VALUING.isdisjoint(cue):
        return "valuation"
    if attribute == "valuation" and cast.kind == "acquisition" and not _OFFERS.isdisjoint(cue):
        return "deal_value"
    if (
        attribute == "deal_value"
        and cast.kind == "investment"
        and not _VALUING.isdisjoint(cue)
        and _OFFERS.isdisjoint(cue[:-2])
    ):
        return "valuation"
    if attribute == "deal_value" and (_in_part(read, place, bound, before) or _of_one_of_many(place, cast)):
        return "tranche_value"
    return attribute


def _of_one_of_many(place: Place, cast: Cast) -> bool:
    """Whether it is the part of one of several that pay together: its sentence names one of them and nobody else."""
    payers = {party.name for party in cast.parties if party.role in (Role.INVESTOR, Role.PARTNER)}
    if len(payers) < 3 or cast.kind == "acquisition":
        return False
    named = {cast.names.display(name.key) for name in place.scene.parties}
    return len(named) == 1 and named <= payers


def _in_part(read: Tokens, place: Place, bound: Bound, before: str) -> bool:
    """Whether it is a part of the money: "the first $10 billion", "will initially invest", "first phase investment"."""
    if before in _PARTLY:
        return _BIDS.isdisjoint(read.low[max(0, place.first - 10) : place.first])  # "from an initial 31 billion"
    around = read.low[max(read.sentences[place.scene.number].first, bound.cue.first - 2) : place.first]
    return "initially" in around or ("phase" in around and "first" in around)


_VOTES = words("voted quorum quorate ballot accepted acceptances tendered")
_LOOKS_BACK = words("previously earlier originally initially")
_BIDS = words("offer bid proposal offers bids proposals raised offered")
_OTHERS = words("competing rival separate unrelated similar")
_VALUING = words("values valuing valued")
_OFFERS = words("deal transaction offer bid values valuing agreement proposal takeover merger")
_PARTLY = words("first initial opening other another remaining further")
_COUNTED = words(
    """
    chips plants fabs stores sites reactors units installments aircraft restaurants hotels
    """
)


def _basis(read: Tokens, place: Place, others: list[tuple[int, int]], cast: Cast) -> str | None:
    money = asides.after_money(read, place) if cast.kind == "investment" else None
    if money:
        return money
    bounds = governing(read, place, cues.BASIS, others)
    return bounds[0].attribute if bounds and bounds[0].cost < 7 else None


def when_true(read: Tokens, place: Place) -> str | None:
    """The word "previous" where the figure is superseded: "up from", "first offered"."""
    bounds = [
        bound
        for bound in governing(read, place, cues.PREVIOUS, [])
        if bound.cue.last <= place.first or read.low[bound.cue.first] in _LOOKS_BACK
    ]
    reach = 9 if read.low[place.first - 1] == "or" else 5  # "was $30 a share, or $108.4 billion with debt"
    return "previous" if bounds and bounds[0].cost < reach else None
