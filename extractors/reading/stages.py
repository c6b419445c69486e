"""Days → claims: the stage of the deal that each is of."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from extractors.models import (
    Claim,
    Days,
    Moment,
    Qualifier,
    Rung,
    Span,
)
from extractors.parties import Cast
from extractors.reading import cues
from extractors.reading.binding import Place, governing, place_of, stranger_rules
from extractors.reading.figures import strand, when_true
from extractors.reading.lexicon import words
from extractors.reading.prices import words_of
from extractors.reading.scenes import Scene
from extractors.reading.tokens import Tokens
from extractors.timelines import Timeline, find_timelines


def claims_of_days(
    read: Tokens, scenes: list[Scene], cast: Cast, text: str, published: Moment | None, status: Claim | None
) -> list[Claim]:
    """The days of a text that are stages of its deal. Without a day of publication, relative days stay unresolved."""
    claims: list[Claim] = []
    found = find_timelines(text, published)
    spots: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for timeline in found:
        spot = read.at(timeline.span.start), read.at(timeline.span.end - 1) + 1
        spots[read.sentence_at(timeline.span.start)].append(spot)
    for near in spots.values():
        near.sort()
    for timeline in found:
        place = place_of(read, timeline.span, scenes)
        if not place.scene.on_deal or read.owns[place.last - 1] or _long_gone(read, place, timeline.days, published):
            continue
        attribute = _stage(read, place, spots[place.scene.number], timeline, status, cast, published)
        if attribute is None or (
            cast.kind != "build_out" and attribute not in _BY_OTHERS and stranger_rules(read, place)
        ):
            continue
        days, quote = timeline.days, timeline.span
        if _put_off(read, place) or (attribute in ("start_date", "phase_date") and read.low[place.first] == "from"):
            days, quote = _the_day_itself(timeline, published)
        done = attribute == "announce_date" or (
            attribute == "close_date" and status is not None and status.reading is Rung.COMPLETED
        )
        if not done and _ahead(days, published):
            days = replace(days, qualifier=Qualifier.PLANNED)
        when = None if done else when_true(read, place)
        claims.append(
            Claim(
                attribute,
                days,
                timeline.amount.words,
                quote,
                of=strand(read, place, attribute, cast),
                when=when,
            )
        )
    return claims


def _stage(
    read: Tokens,
    place: Place,
    others: list[tuple[int, int]],
    timeline: Timeline,
    status: Claim | None,
    cast: Cast,
    published: Moment | None,
) -> str | None:
    """The stage of the deal that a day is of."""
    bounds = [
        b._replace(cost=b.cost + _DEARER.get(b.attribute.partition(":")[2], 0.0)) if ":" in b.attribute else b
        for b in governing(read, place, cues.DAYS, others)
    ]
    best = min(bounds, key=lambda bound: bound.cost, default=None)
    if best is None or best.cost > 9 or best.attribute == "background":
        return None
    if not _NO_DEAL.isdisjoint(read.low[place.first : place.last + 2]) or not _MONEYS.isdisjoint(
        read.low[place.last : place.last + 1]
    ):
        return None
    if best.attribute == "announce_date:weak" and _ended(status) and place.scene.number < 2:
        return None  # the day on which the deal ended
    if timeline.amount.words.lower() in ("today", "now") and not best.attribute.startswith(("announce", "close")):
        return None
    if cast.kind == "acquisition" and _of_a_split(read, place):
        return None
    if _lasts(timeline.days) > _NO_DAY or (
        best.attribute.startswith("announce") and _not_yet(timeline.days, published)
    ):
        return None
    if "if" in read.low[max(0, best.cue.first - 4) : best.cue.first]:
        return None  # a condition, no date
    attribute = best.attribute.removesuffix(":weak")
    if attribute.startswith("announce_date") and _of_another(place, timeline.days, published, best.cost, cast):
        return None
    if attribute == "announce_date:said":
        if place.scene.number > 2 or best.cost > 4:
            return None
        if status is not None and status.reading is Rung.COMPLETED:
            return "close_date" if _same_sentence(read, status.quote, place) else None
        told = status is None or status.reading in (Rung.ANNOUNCED, Rung.DEFINITIVE, Rung.LETTER_OF_INTENT)
        return "announce_date" if told else None
    if (best.attribute == "announce_date" and best.cost > 8) or (
        best.attribute == "announce_date:weak" and best.cost > 5
    ):
        return None
    if (
        attribute == "other:outside_date"
        and published
        and (timeline.days.end or published.latest.date()) <= published.latest.date()
    ):
        return None
    if attribute == "close_date" and read.low[best.cue.first] == "do" and _CLOSES.isdisjoint(words_of(read, place)):
        return None
    if attribute == "close_date":
        if cast.kind == "build_out":
            return "phase_date"
        if cast.kind in ("supply", "partnership") and _A_DEAL.isdisjoint(words_of(read, place)):
            return "phase_date"  # it is the work that is complete
        if timeline.days.end is None and timeline.days.start and _SETTLED & set(words_of(read, place)):
            return "other:finalization_date"
    return None if attribute == "start_date" and cast.kind == "acquisition" else attribute


def _of_a_split(read: Tokens, place: Place) -> bool:
    """Whether a company is parted then: another step, with a calendar of its own."""
    first = read.sentences[place.scene.number].first
    said = [word for word in read.low[first : place.first] if word in _SPLIT or word in _A_DEAL]
    return bool(said) and said[-1] in _SPLIT


_CLOSES = words("close complete closing completion finish")
_SPLIT = words("split spin-off spinoff separation separated spun demerger")
_BY_OTHERS = ("phase_date", "announce_date")  # regulators approve; "A said on Monday" has its own rules
_A_DEAL = words("deal transaction closing closes acquisition merger agreement investment purchase")


def _same_sentence(read: Tokens, quote: Span, place: Place) -> bool:
    return read.sentence_at(quote.start) == place.scene.number


def _long_gone(read: Tokens, place: Place, days: Days, published: Moment | None) -> bool:
    """Whether it lies years back, so that it is history and no stage of a deal that is news."""
    last = days.end or days.start
    if published is None or last is None or (published.earliest.date() - last).days <= _HISTORY:
        return False
    return _COMING.isdisjoint(words_of(read, place))


_COMING = words("expected expects expect will would planned plans")


_HISTORY = 5 * 366  # days; the longest deals of the trade take no more


def _of_another(place: Place, days: Days, published: Moment | None, cost: float, cast: Cast) -> bool:
    """Whether something else was made known then: long ago, with others named, or no more than a year's number."""
    if stranger_rules_near(place, cast) and place.scene.number > 0:
        return True
    if published is None or days.end is None or (published.earliest.date() - days.end).days < _RECENT:
        return False
    named = len({name.key for name in place.scene.parties} & cast.keys)
    if _lasts(days) > 300 and cost > 1.5:
        return True
    return place.scene.number > 2 and named < 2 and not place.scene.points and bool(place.scene.strangers)


_RECENT = 45  # days


def stranger_rules_near(place: Place, cast: Cast) -> bool:
    """Whether the last company named before a day is no party, and at most one party is named at all."""
    named = len({name.key for name in place.scene.parties} & cast.keys)
    if cast.kind == "build_out" or named >= min(2, len(cast.keys)):
        return False
    before = [name for name in (*place.scene.strangers, *place.scene.parties) if name.last <= place.first]
    return bool(before) and max(before, key=lambda name: name.last) in place.scene.strangers


_MONEYS = words("prices money terms dollars pounds euros")  # "in 2015 prices"
_NO_DEAL = words("nondisclosure non-disclosure confidentiality standstill")


def _put_off(read: Tokens, place: Place) -> bool:
    """Whether "until" says when it will be: "delayed until 2031", "will not open until 2030"."""
    before = read.low[max(0, place.first - 6) : place.first]
    return read.low[place.first] == "until" and not _DELAYS.isdisjoint(before)


def _the_day_itself(timeline: Timeline, published: Moment | None) -> tuple[Days, Span]:
    alone = find_timelines(timeline.amount.words, published)
    return (alone[0].days, timeline.amount) if alone else (timeline.days, timeline.span)


_DELAYS = words("delayed postponed not pushed back deferred slipped delay")


def _not_yet(days: Days, published: Moment | None) -> bool:
    """Whether a day cannot be one on which something was made known: open at its start, long, or still to come."""
    if days.end is not None and days.start is None:
        return True
    return _lasts(days) > 366 or bool(published and days.start and days.start > published.latest.date())


def _ended(status: Claim | None) -> bool:
    return status is not None and status.reading in (Rung.TERMINATED, Rung.PAUSED)


def _lasts(days: Days) -> int:
    return (days.end - days.start).days if days.start and days.end else 0


_NO_DAY = 4 * 366  # "over the next 20 years" is a term, no day
_SETTLED = words("details particulars terms")
_DEARER = {"weak": 3.0, "said": 1.0}


def _ahead(days: Days, published: Moment | None) -> bool:
    last: date | None = days.end or days.start
    return published is None or (last is not None and last > published.earliest.date())
