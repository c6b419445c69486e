"""Days → claims: the stage of the deal that each is of."""

from dataclasses import replace
from datetime import date

from extractors import cues
from extractors.binding import Place, governing, place_of, stranger_rules
from extractors.figures import strand, when_true, words_of
from extractors.lexicon import words
from extractors.models import (
    Claim,
    Days,
    Moment,
    Qualifier,
    Rung,
)
from extractors.parties import Cast
from extractors.scenes import Scene
from extractors.timelines import Timeline, find_timelines
from extractors.tokens import Tokens


def claims_of_days(
    read: Tokens, scenes: list[Scene], cast: Cast, text: str, published: Moment | None, status: Claim | None
) -> list[Claim]:
    """The days of a text that are stages of its deal. Without a day of publication, relative days stay unresolved."""
    claims: list[Claim] = []
    for timeline in find_timelines(text, published):
        place = place_of(read, timeline.span, scenes)
        if (
            not place.scene.on_deal
            or (cast.kind != "build_out" and stranger_rules(read, place))
            or read.owns[place.last - 1]
        ):
            continue
        attribute = _stage(read, place, timeline, status, cast, published)
        if attribute is None:
            continue
        days = timeline.days
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
                timeline.span,
                of=strand(read, place, attribute, cast),
                when=when,
            )
        )
    return claims


def _stage(
    read: Tokens, place: Place, timeline: Timeline, status: Claim | None, cast: Cast, published: Moment | None
) -> str | None:
    """The stage of the deal that a day is of."""
    bounds = [
        replace(b, cost=b.cost + _DEARER.get(b.attribute.partition(":")[2], 0.0))
        for b in governing(read, place, cues.DAYS, [])
    ]
    best = min(bounds, key=lambda bound: bound.cost, default=None)
    if best is None or best.cost > 9 or best.attribute == "background":
        return None
    if not _NO_DEAL.isdisjoint(read.low[place.first : place.last + 2]):
        return None
    if best.attribute == "announce_date:weak" and _ended(status) and place.scene.number < 2:
        return None  # the day on which the deal ended
    if _lasts(timeline.days) > _NO_DAY or (
        best.attribute.startswith("announce") and _not_yet(timeline.days, published)
    ):
        return None
    attribute = best.attribute.removesuffix(":weak")
    if attribute == "announce_date:said":
        told = status is None or status.reading in (Rung.ANNOUNCED, Rung.DEFINITIVE, Rung.LETTER_OF_INTENT)
        return "announce_date" if told and place.scene.number < 2 and best.cost < 3 else None
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
    if attribute == "close_date":
        if cast.kind == "build_out":
            return "phase_date"
        if timeline.days.end is None and timeline.days.start and _SETTLED & set(words_of(read, place)):
            return "other:finalization_date"
    return None if attribute == "start_date" and cast.kind == "acquisition" else attribute


_NO_DEAL = words("nondisclosure non-disclosure confidentiality standstill")


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
