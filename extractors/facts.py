"""Reports: what a text says of its deal → parties, claims, status; and claims → facts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractors import cues
from extractors.binding import Bound, Place, attribute_of, figures_near, governing, place_of, stranger_rules, unit_of
from extractors.models import Claim, Company, Days, Fact, Figure, Moment, Qualifier, Report, Rung, Span, Version, stable_id
from extractors.parties import Cast, cast_of
from extractors.phrases import Phrases
from extractors.quantities import Quantity, find_quantities
from extractors.relevance import about_deal
from extractors.report_rows import as_row
from extractors.scenes import Scene, scenes_of
from extractors.status import find_status
from extractors.tokens import Tokens, tokens_of

try:
    from extractors.timelines import Timeline, find_timelines
except ImportError:
    Timeline, find_timelines = None, (lambda *a: [])

READ_AT_MOST = 60_000  # code points; no report is longer, and what follows is a page of something else
_NOTHING = Report(about_deal=False)
# A text without any of these words is about no deal: the quick way out for nearly every page.
_DEALING = frozenset(
    "deal deals merger takeover acquisition acquire acquires acquired acquiring buy buys buying bought purchase purchased purchases bid offer invest invests "
    "investing invested investment stake partnership agreement pact contract tie-up letter merge merged sell sells sold selling sale "
    "investments deals contracts cooperation collaboration stakes bids offers mergers acquisitions raises raised raise funding round joint plant plants fab fabs factory reactor alliance project venture".split()
)


def read_report(title: str | None, text: str, published: Moment | None, watched: Sequence[Company] = ()) -> Report:
    """Read what a text says of its main deal. All quotes stand in `text`; the title only helps to know the parties."""
    text = text[:READ_AT_MOST]
    read = tokens_of(text, title)
    if not read.sentences or _DEALING.isdisjoint(read.low):
        return _NOTHING
    cast = cast_of(read, title, watched)
    if cast.kind is None:
        return _NOTHING
    scenes = scenes_of(read, cast)
    status = find_status(read, scenes, cast)
    claims = [*_figures(read, scenes, cast, text, title), *_days(read, scenes, cast, text, published, status)]
    if not about_deal(read, title, cast, claims, status):
        return _NOTHING
    return Report(True, cast.kind, cast.parties, tuple(_without_repeats(claims)), status)


def facts_of(version: Version, report: Report, story_id: str, order: int) -> list[Fact]:
    """One fact for each claim of a version's report, the status among them. Its id does not depend on story or order."""
    claims = [*report.claims, *([report.status] if report.status else [])]
    read = tokens_of(version.text[:READ_AT_MOST], version.title)
    return [
        Fact(
            fact_id=stable_id("fact", version.article_id, version.text_hash, claim.attribute, claim.quote.start, claim.quote.end, claim.reading),
            version_id=version.version_id,
            article_id=version.article_id,
            document_id=version.document_id,
            story_id=story_id,
            claim=claim,
            url=version.url,
            outlet=version.outlet,
            tier=version.tier,
            reported=version.reported,
            dated=version.published is not None,
            seen_at=version.seen_at,
            order=order,
            sentence=_sentence_around(read, claim.quote),
        )
        for claim in claims
    ]


def _sentence_around(read: Tokens, quote: Span) -> str:
    sentence = read.sentences[read.sentence_at(quote.start)]
    return read.text[sentence.start : max(sentence.end, quote.end)]


# --- figures ----------------------------------------------------------------------------------------


def _figures(read: Tokens, scenes: list[Scene], cast: Cast, text: str, title: str | None) -> list[Claim]:
    found = find_quantities(text)
    places = list(figures_near(found, read))
    in_title = {_value(quantity.figure) for quantity in find_quantities(title or "")}
    claims: dict[int, Claim] = {}
    for number, quantity in enumerate(found):
        if quantity.conversion_of is not None:
            if quantity.conversion_of in claims:
                claims[number] = _converted(claims[quantity.conversion_of], quantity)
            continue
        place = place_of(read, quantity.span, scenes)
        sort = unit_of(quantity.figure)
        others = [
            spot for other, spot in zip(found, places, strict=True)
            if other is not quantity and unit_of(other.figure) == sort and other.conversion_of is None
        ] if len(found) < 400 else []
        bound = attribute_of(read, quantity, place, others)
        if bound is None or _trust(read, quantity, place, bound, cast, in_title) < _TRUSTED:
            continue
        claim = _claim(read, quantity, place, bound, cast)
        if claim is not None:
            claims[number] = claim
    return list(claims.values())


_TRUSTED = 4.0


def _value(figure: Figure) -> tuple[object, ...]:
    return figure.unit, figure.value, figure.low, figure.high


def _trust(read: Tokens, quantity: Quantity, place: Place, bound: Bound, cast: Cast, in_title: set[tuple[object, ...]]) -> float:
    """How firmly a figure belongs to the deal: its cue, the parties beside it, its place in the report."""
    scene = place.scene
    named = len({name.key for name in scene.parties} & cast.keys)
    trust = 6.0 - 0.5 * max(bound.cost, 0.0)
    trust += min(2, named) * 0.8
    trust += 1.0 if scene.lead else 0.0
    trust += 1.0 if scene.points else 0.0
    trust += 2.0 if _value(quantity.figure) in in_title else 0.0
    trust -= 0.0 if scene.on_deal else 3.5
    trust -= 5.0 if cast.kind != "build_out" and stranger_rules(read, place) else 0.0
    trust -= 2.0 if scene.strangers and named < 2 and len(cast.keys) > 1 and not scene.points else 0.0
    trust -= 2.0 if bound.attribute == "term_years" else 0.0  # durations are everywhere
    trust -= 2.5 if _speaks_elsewhere(read, scene) else 0.0
    return trust - min(1.5, 0.1 * max(0, scene.number - 8))


def _speaks_elsewhere(read: Tokens, scene: Scene) -> bool:
    sentence = read.sentences[scene.number]
    return next(_ELSEWHERE.find(read, sentence.first, sentence.last), None) is not None


# A sentence with one of these speaks of markets, listings or results, whatever deal word it also holds.
_ELSEWHERE = Phrases(
    {
        "elsewhere": """
            ipo, listing, flotation, bitcoin, crypto, cryptocurrencies, tokens, bankers, latest quarter, first quarter of, quarterly, venture funds, venture deals, tariffs, market statistics, fiscal year,
            free cash flow, crunchbase, customers, subscribers, subscription, users, per user, analysts expect, options market, price cap, households, waiting times, lead times, run rate, right of first refusal
            """,
    }
)


def _converted(claim: Claim, quantity: Quantity) -> Claim:
    """The same claim in another currency."""
    return replace(claim, reading=quantity.figure, amount=quantity.amount.words, quote=quantity.span)


def _claim(read: Tokens, quantity: Quantity, place: Place, bound: Bound, cast: Cast) -> Claim | None:
    attribute = _attribute(read, quantity, place, bound, cast)
    if attribute is None:
        return None
    figure, span = quantity.figure, quantity.span
    if figure.qualifier is Qualifier.UP_TO and place.first and read.low[place.first - 1] in _MOVING:
        figure, span = replace(figure, qualifier=Qualifier.EXACT), quantity.amount  # "going up to $47bn"
    return Claim(
        attribute, figure, quantity.amount.words, span,
        basis=_basis(read, place) if attribute in ("deal_value", "valuation") else None,
        when=_when(read, place),
    )


_MOVING = frozenset("go goes going went gone raised upped lifted raising climbed".split())


def _attribute(read: Tokens, quantity: Quantity, place: Place, bound: Bound, cast: Cast) -> str | None:
    """The attribute that cue, unit and kind of deal make together, or None for what is no fact of a deal."""
    figure, attribute = quantity.figure, bound.attribute
    if figure.unit == "shares per share":
        return "other:exchange_ratio"
    if unit_of(figure) == "money":
        return _of_money(read, place, attribute, bound, cast) if _printed_as_money(quantity) and not _per_piece(read, place) else None
    if figure.unit in ("GW", "MW") and attribute == "capacity":
        first = figure.unit == "GW" and figure.value == 1 and figure.qualifier is Qualifier.EXACT
        return "other:phase_capacity" if first else attribute
    if figure.unit in ("years", "months"):
        return attribute if figure.unit == "years" or cast.kind == "supply" else None
    if figure.unit == "shares":
        return "other:warrants" if "warrant" in _words_of(read, place) or "warrants" in _words_of(read, place) else None
    if figure.unit == "percent" and _of_stranger(read, place):
        return None
    if figure.unit in ("points",) or (attribute == "units_count" and figure.unit not in _COUNTED):
        return None
    return attribute


def _of_stranger(read: Tokens, place: Place) -> bool:
    """Whether it is a part of something that is no party: "30% of the Stabroek block"."""
    return any(name.first - place.last < 3 and read.low[place.last] == "of" for name in place.scene.strangers if name.first >= place.last)


def _per_piece(read: Tokens, place: Place) -> bool:
    """Whether it is a price or cost of one of many: "$300m per plant", "$2 million an acre"."""
    after = read.low[place.last : place.last + 3]
    return bool(after) and (after[0] in ("per", "apiece") or after[:2] == ["for", "each"] or (after[0] in ("a", "an") and len(after) > 1))


def _of_money(read: Tokens, place: Place, attribute: str, bound: Bound, cast: Cast) -> str | None:
    before = read.low[place.first - 1] if place.first else ""
    if before in _OTHERS:
        return None
    if attribute == "build_value":
        return "deal_value" if cast.kind in ("build_out", "joint_venture") else None
    if attribute in ("raised", "round"):
        if cast.kind != "investment":
            return None
        return "deal_value" if cast.raises else "other:round_size"
    reach = 12 if attribute == "valuation" else 3
    cue = read.low[max(read.sentences[place.scene.number].first, bound.cue.first - reach) : bound.cue.last]
    if attribute == "valuation" and cast.kind == "acquisition" and not _OFFERS.isdisjoint(cue):
        return "deal_value"
    if attribute == "deal_value" and cast.kind == "investment" and not _VALUING.isdisjoint(cue) and _OFFERS.isdisjoint(cue[:-2]):
        return "valuation"
    if attribute == "deal_value" and before in _PARTLY:
        return "tranche_value"
    return attribute


_OTHERS = frozenset("competing rival separate another unrelated similar".split())
_VALUING = frozenset("values valuing valued".split())
_OFFERS = frozenset("deal transaction offer bid values valuing agreement proposal takeover merger".split())
_PARTLY = frozenset("first initial opening other remaining further".split())
_COUNTED = frozenset("chips plants fabs stores sites reactors units installments aircraft restaurants hotels".split())


def _printed_as_money(quantity: Quantity) -> bool:
    """Whether it is money of a deal's size: a bare $80.25 is the price of something else."""
    largest = max((x for x in (quantity.figure.value, quantity.figure.low, quantity.figure.high) if x is not None), default=None)
    return largest is not None and largest >= 10_000


def _basis(read: Tokens, place: Place) -> str | None:
    bounds = governing(read, place, cues.BASIS, [])
    return bounds[0].attribute if bounds and bounds[0].cost < 6 else None


def _when(read: Tokens, place: Place) -> str | None:
    bounds = governing(read, place, cues.PREVIOUS, [])
    return "previous" if bounds and bounds[0].cost < 5 else None


# --- days -------------------------------------------------------------------------------------------


def _days(read: Tokens, scenes: list[Scene], cast: Cast, text: str, published: Moment | None, status: Claim | None) -> list[Claim]:
    claims: list[Claim] = []
    for timeline in find_timelines(text, published):
        place = place_of(read, timeline.span, scenes)
        if not place.scene.on_deal or (cast.kind != "build_out" and stranger_rules(read, place)) or read.owns[place.last - 1]:
            continue
        attribute = _stage(read, place, timeline, status, cast)
        if attribute is None:
            continue
        days = timeline.days
        done = attribute == "announce_date" or (attribute == "close_date" and status is not None and status.reading is Rung.COMPLETED)
        if not done and _ahead(days, published):
            days = replace(days, qualifier=Qualifier.PLANNED)
        when = None if done else _when(read, place)
        claims.append(Claim(attribute, days, timeline.amount.words, timeline.span, when=when))
    return claims


def _stage(read: Tokens, place: Place, timeline: Timeline, status: Claim | None, cast: Cast) -> str | None:
    """The stage of the deal that a day is of."""
    bounds = [replace(b, cost=b.cost + _DEARER.get(b.attribute.partition(":")[2], 0.0)) for b in governing(read, place, cues.DAYS, [])]
    best = min(bounds, key=lambda bound: bound.cost, default=None)
    if best is None or best.cost > 9 or best.attribute == "background":
        return None
    if not _NO_DEAL.isdisjoint(read.low[place.first : place.last + 2]):
        return None
    attribute = best.attribute.removesuffix(":weak")
    if attribute == "announce_date:said":
        told = status is None or status.reading in (Rung.ANNOUNCED, Rung.DEFINITIVE, Rung.LETTER_OF_INTENT)
        return "announce_date" if told and place.scene.number < 2 and best.cost < 3 else None
    if (best.attribute == "announce_date" and best.cost > 8) or (best.attribute == "announce_date:weak" and best.cost > 5):
        return None
    if attribute == "close_date":
        if cast.kind == "build_out":
            return "phase_date"
        if timeline.days.end is None and timeline.days.start and _SETTLED & set(_words_of(read, place)):
            return "other:finalization_date"
    return None if attribute == "start_date" and cast.kind == "acquisition" else attribute


_NO_DEAL = frozenset("nondisclosure non-disclosure confidentiality standstill".split())
_SETTLED = frozenset("details particulars terms".split())


def _words_of(read: Tokens, place: Place) -> list[str]:
    sentence = read.sentences[place.scene.number]
    return read.low[sentence.first : sentence.last]


_DEARER = {"weak": 3.0, "said": 1.0}


def _ahead(days: Days, published: Moment | None) -> bool:
    last: date | None = days.end or days.start
    return published is None or (last is not None and last >= published.earliest.date())


# --- all --------------------------------------------------------------------------------------------


def _without_repeats(claims: list[Claim]) -> list[Claim]:
    """Each value of an attribute once, in the words that hedge it most."""
    kept: dict[object, Claim] = {}
    for claim in claims:
        reading = claim.reading
        if isinstance(reading, Figure):
            key: object = (claim.attribute, claim.of, reading.unit, reading.value, reading.low, reading.high)
        elif isinstance(reading, Days):
            key = (claim.attribute, claim.of, reading.start, reading.end)
        else:
            key = (claim.attribute, reading)
        old = kept.get(key)
        if old is None or (_hedged(claim) and not _hedged(old)):
            kept[key] = claim
    return sorted(kept.values(), key=lambda claim: claim.quote.start)


def _hedged(claim: Claim) -> bool:
    return not isinstance(claim.reading, Rung) and claim.reading.qualifier not in (Qualifier.EXACT, Qualifier.PLANNED)


__all__ = ["as_row", "facts_of", "read_report"]
