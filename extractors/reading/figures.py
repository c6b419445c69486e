"""Figures → claims: what each is of, how firmly it belongs to the deal, and its strand."""

from collections import defaultdict
from dataclasses import replace

from extractors.models import (
    Claim,
    Moment,
    Qualifier,
)
from extractors.parties import Cast
from extractors.quantities import Quantity, find_quantities
from extractors.reading import asides, figurecues
from extractors.reading.binding import (
    LABELLED,
    NO_CUE,
    Bound,
    Place,
    attribute_of,
    governing,
    place_of,
    printed_as_money,
    unit_of,
)
from extractors.reading.buildfigures import one_of_several, outlasts
from extractors.reading.fees import is_fee
from extractors.reading.holdings import goes_on, is_of_no_company
from extractors.reading.lexicon import words
from extractors.reading.phrases import Hit
from extractors.reading.previous import superseded, when_true
from extractors.reading.prices import at_a_price, newly_issued, of_a_share, per_piece, words_of
from extractors.reading.scenes import Scene
from extractors.reading.strands import condition_of, modality_of, payer_of, strand
from extractors.reading.tokens import Tokens
from extractors.reading.trust import CONTRACTS, beside_money, printed, traded_for, trust_in
from extractors.reading.wholes import Told, attribute_of_sum


def claims_of_figures(
    read: Tokens, scenes: list[Scene], cast: Cast, text: str, title: str | None, published: Moment | None = None
) -> tuple[list[Claim], int]:
    """The figures of a text that are of its deal, each with its attribute; and how many of them a word governs."""
    found = find_quantities(text)
    in_title = {printed(quantity.figure) for quantity in find_quantities(title or "")}
    rivals = _rivals(read, found)
    scenes = _without_figures(read, scenes, found)
    year = published.earliest.year if published else None
    claims: dict[int, Claim] = {}
    settled = False
    told = Told()
    before: tuple[Place, Claim] | None = None
    refused: Place | None = None
    governed = 0
    for number, quantity in enumerate(found):
        if quantity.conversion_of is not None:
            if quantity.conversion_of in claims:
                claims[number] = _converted(claims[quantity.conversion_of], quantity)
            continue
        place = place_of(read, quantity.span, scenes)
        near = rivals[place.scene.number, unit_of(quantity.figure)]
        if before and (old := superseded(read, place, quantity, cast, *before)):
            claims[number] = old
            continue
        bound = None if _asked(read, place) else attribute_of(read, quantity, place, near, cast)
        if bound is None and quantity.figure.unit == "percent" and before:
            bound = _another_holding(read, place, *before)
        shared = bound is not None and _shared_out(read, place, bound, near, cast)
        if bound is None or (not shared and _likewise(read, place, bound, refused)):
            refused = place
            continue
        if shared:
            bound = bound._replace(attribute="tranche_value", cost=0.0)
        needed = _ASIDE if settled and _an_aside(read, place, cast, bound) else _TRUSTED
        if trust_in(read, quantity, place, bound, cast, in_title, year) < needed:
            refused = place
            continue
        claim = _claim(read, quantity, place, bound, cast, near, told)
        refused = place if claim is None else refused
        if claim is not None:
            told.add(claim, quantity.figure)
            governed += bound.cost < NO_CUE and claim.attribute in _TELLING
            before = place, claim
            claims[number] = claim
            settled = settled or claim.attribute == "deal_value"
    return list(claims.values()), governed


def _another_holding(read: Tokens, place: Place, known: Place, claim: Claim) -> Bound | None:
    """A holding without a word of its own after one that has it: "owned 16% by Acme, 47% by Bell"."""
    if claim.attribute != "equity_stake" or known.scene.number != place.scene.number:
        return None
    if not goes_on(read, place.scene, place.first, place.last, known.last):
        return None
    return Bound("equity_stake", 0.0, Hit("equity_stake", place.first, place.last))


def _shared_out(read: Tokens, place: Place, bound: Bound, near: list[tuple[int, int]], cast: Cast) -> bool:
    """Whether a sentence shares out money without verbs: "the state £3.8bn, La Caisse £1.7bn, EDF up to £1.1bn"."""
    if cast.kind == "acquisition" or len(near) < _SHARERS or bound.attribute != "deal_value":
        return False
    if LABELLED < bound.cost < NO_CUE or not read.raw[place.first - 1][0].isupper():
        return False
    return sum(read.raw[first - 1][0].isupper() for first, _ in near if first) >= _SHARERS


_SHARERS = 3


def _likewise(read: Tokens, place: Place, bound: Bound, refused: Place | None) -> bool:
    """Whether a figure only follows one that was refused: "has $479 billion of assets and Discover $152 billion"."""
    if refused is None or refused.scene.number != place.scene.number or bound.cue.first != place.first:
        return False
    names = (*place.scene.strangers, *place.scene.parties)
    name = next((name for name in names if name.last == place.first and name.first > refused.last), None)
    return (
        name is not None
        and name.first - refused.last < _ELIDED
        and not _ALSO.isdisjoint(read.low[refused.last : name.first])
    )


_ELIDED = 12  # words
_ALSO = words("and , ;")
_TELLING = words(
    """
    deal_value price_per_share tranche_value valuation equity_stake capacity units_count termination_fee
    """
)


def _asked(read: Tokens, place: Place) -> bool:
    """Whether a sentence asks and says nothing: "Would it be over $100 billion?"; what, who and why take it for so."""
    sentence = read.sentences[place.scene.number]
    return read.low[sentence.first] in _ASKING and read.raw[sentence.last - 1] == "?"


_ASKING = words(
    "is are was were will would could can may might shall should must do does did has have had isn't won't wouldn't"
)


def _rivals(read: Tokens, found: list[Quantity]) -> dict[tuple[int, str], list[tuple[int, int]]]:
    """The places of the figures of each sentence and sort: they compete for the same figurecues."""
    near: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for quantity in found:
        if quantity.conversion_of is None:
            spot = read.at(quantity.span.start), read.at(quantity.span.end - 1) + 1
            near[read.sentence_at(quantity.span.start), unit_of(quantity.figure)].append(spot)
    for spots in near.values():
        spots.sort()
    return near


def _without_figures(read: Tokens, scenes: list[Scene], found: list[Quantity]) -> list[Scene]:
    """The scenes, where nothing that belongs to a figure is taken for a company: "SEK" of "SEK 106", "Nvidia chips"."""
    taken = {i for q in found for i in range(read.at(q.span.start), read.at(q.span.end - 1) + 1)}
    return [replace(scene, strangers=tuple(n for n in scene.strangers if n.first not in taken)) for scene in scenes]


def _an_aside(read: Tokens, place: Place, cast: Cast, bound: Bound) -> bool:
    """Whether money told late, and not of both parties, comes after the deal's own figure; a fee belongs there."""
    if is_fee(read, place, cast):
        return False
    named = len({name.key for name in place.scene.parties} & cast.keys)
    return (
        place.scene.number > _LATE and named < min(2, len(cast.keys)) and bound.attribute in ("deal_value", "valuation")
    )


_LATE = 3
_ASIDE = 0.3  # after the lead has told the deal's figure, another needs more to be believed
_TRUSTED = 0.1


def _converted(claim: Claim, quantity: Quantity) -> Claim:
    """The same claim in another currency."""
    return replace(claim, reading=quantity.figure, amount=quantity.amount.words, quote=quantity.span)


def _claim(
    read: Tokens,
    quantity: Quantity,
    place: Place,
    bound: Bound,
    cast: Cast,
    others: list[tuple[int, int]],
    told: Told,
) -> Claim | None:
    attribute = _attribute(read, quantity, place, bound, cast, told)
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
        else when_true(read, place, len(others)),
    )


_MOVING = words("go goes going went gone raised upped lifted raising climbed")


def _attribute(read: Tokens, quantity: Quantity, place: Place, bound: Bound, cast: Cast, told: Told) -> str | None:
    """The attribute that cue, unit and kind of deal make together, or None for what is no fact of a deal."""
    figure, attribute = quantity.figure, bound.attribute
    if figure.unit == "shares per share":
        return "other:exchange_ratio"
    if attribute == "price_per_share" or (unit_of(figure) == "money" and not printed_as_money(quantity)):
        return of_a_share(read, place, attribute)
    if unit_of(figure) == "money":
        return None if per_piece(read, place) else attribute_of_sum(read, place, figure, bound, cast, told)
    if figure.unit == "GWh":
        return attribute if cast.kind == "build_out" and attribute == "capacity" else None
    if figure.unit in ("GW", "MW") and attribute in ("capacity", "other:phase_capacity"):
        first = figure.unit == "GW" and figure.value == 1 and figure.qualifier is Qualifier.EXACT
        first = first and (cast.kind != "build_out" or "first" in read.low[max(0, place.first - 3) : place.first])
        return "other:phase_capacity" if first or one_of_several(read, place) else "capacity"
    if figure.unit == "years" and cast.kind == "build_out" and outlasts(read, place, bound):
        return None
    if figure.unit in ("years", "months"):
        if cast.kind in ("acquisition", "investment") and read.low[bound.cue.first] not in CONTRACTS:
            lasting = beside_money(read, place) or traded_for(read, place)
            return attribute if figure.unit == "years" and lasting else None
        agreed = cast.kind == "supply" and read.low[bound.cue.first] in CONTRACTS
        return attribute if figure.unit == "years" or agreed else None
    if figure.unit == "shares":
        sold = cast.kind != "acquisition" or at_a_price(read, place)
        return "units_count" if sold and newly_issued(read, place) else None
    if figure.unit == "percent" and (
        asides.is_move(read, place)
        or _of_stranger(read, place)
        or _tendered(read, place)
        or is_of_no_company(read, read.sentences[place.scene.number], place.last)
    ):
        return None
    if cast.kind == "build_out" and attribute in ("equity_stake", "other:holder_ownership"):
        return "equity_stake"  # who owns what of the works
    if attribute == "equity_stake" and asides.share_of_holders(read, place, cast):
        return "other:holder_ownership"
    if attribute == "other:holder_ownership" and cast.kind == "joint_venture":
        return "equity_stake"
    if attribute == "equity_stake" and asides.old_holding(read, place, cast):
        return None
    if figure.unit in ("points",) or (
        attribute == "units_count"
        and figure.unit not in (_COUNTED | _OF_WORKS if cast.kind == "build_out" else _COUNTED)
    ):
        return None
    return attribute


def _of_stranger(read: Tokens, place: Place) -> bool:
    """Whether it is a part of something that is no party: "30% of the Stabroek block"."""
    if any(name.last <= place.first for name in place.scene.parties):
        return False  # "Acme gets 10% of Louisiana LNG"
    return any(
        name.first - place.last < 3 and read.low[place.last] == "of"
        for name in place.scene.strangers
        if name.first >= place.last
    )


def _tendered(read: Tokens, place: Place) -> bool:
    """Whether it is how many voted or tendered their shares: "if 42% of the shares are handed in"."""
    around = words_of(read, place)
    return not _VOTES.isdisjoint(around) or any(
        word in _HANDED and around[i + 1 : i + 2] == ["in"] for i, word in enumerate(around)
    )


_HANDED = words("handed sent come")
_VOTES = words(
    "voted quorum quorate ballot accept accepted accepting acceptance acceptances tendered tendering threshold demanded"
)
_OF_WORKS = words("factories centers centres cleanrooms towers")
_COUNTED = words(
    """
    chips plants fabs stores sites reactors units installments aircraft restaurants hotels planes jets engines
    helicopters trains locomotives ships vessels tankers trucks buses vehicles turbines racks servers satellites
    batteries panels branches pharmacies supermarkets warehouses hospitals clinics schools pubs gyms forecourts stations
    mines wells rigs refineries mills breweries terminals airports properties buildings campuses leases
    """
)


def _basis(read: Tokens, place: Place, others: list[tuple[int, int]], cast: Cast) -> str | None:
    money = asides.after_money(read, place) if cast.kind == "investment" else None
    if money:
        return money
    bounds = governing(read, place, figurecues.BASIS, others)
    return bounds[0].attribute if bounds and bounds[0].cost < 7 else None
