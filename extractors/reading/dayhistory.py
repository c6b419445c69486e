"""A day as a sentence tells it, and whether it is one of another deal: long past, of strangers, or still to come."""

from dataclasses import dataclass

from extractors.models import Claim, Days, Moment, Rung
from extractors.parties import Cast
from extractors.reading.binding import Place
from extractors.reading.lexicon import words
from extractors.reading.steps import is_step
from extractors.reading.tokens import Tokens
from extractors.reading.trust import BEFORE, others_act
from extractors.timelines import Timeline


@dataclass(frozen=True, slots=True)
class Told:
    """A day in its sentence, and what is known of the report around it."""

    read: Tokens
    place: Place
    line: Timeline
    cast: Cast
    status: Claim | None
    published: Moment | None
    works: bool = False  # the report tells of something that is built

    @property
    def rung(self) -> Rung | None:
        """The status that the report asserts."""
        return self.status.reading if self.status and isinstance(self.status.reading, Rung) else None

    @property
    def first(self) -> int:
        """The first token of the sentence."""
        return self.read.sentences[self.place.scene.number].first

    @property
    def opens(self) -> bool:
        """Whether the day opens its sentence."""
        return self.place.first - self.first < _OPENING

    def before(self, i: int, count: int) -> list[str]:
        """The words before token `i` in the same sentence, at most so many."""
        return self.read.low[max(self.first, i - count) : i]


_OPENING = 3  # words


def closed_long_ago(told: Told) -> bool:
    """Whether it was completed long before the report, and the sentence does not point at this deal."""
    place, days, published = told.place, told.line.days, told.published
    if published is None or days.end is None or (published.earliest.date() - days.end).days < _RECENT:
        return False
    if hoped_for(told):
        return False
    named = len({name.key for name in place.scene.parties} & told.cast.keys)
    return bool(place.scene.strangers) or (named < 2 and not place.scene.points)


def hoped_for(told: Told) -> bool:
    """Whether a day was one of plans, which may be told long after: "first hoped to be done by June 2023"."""
    return not _PLANNED.isdisjoint(told.before(told.place.first, _PLAN))


_PLAN = 20  # words from a plan to its day
_PLANNED = words(
    """
    hoped expected planned due scheduled slated targeted aimed promised intended foreseen anticipated envisaged
    originally initially should would target
    """
)


def of_another(told: Told, cost: float) -> bool:
    """Whether something else was made known then: long ago, with others named, or no more than a year's number."""
    place, days, published = told.place, told.line.days, told.published
    old = bool(published and days.end and (published.earliest.date() - days.end).days >= _RECENT)
    if (old or published is None) and _failed(told):
        return True
    if told.works:
        return _strangers_only(told) and (old or place.scene.number > 0)
    if place.scene.number > 0 and _with_stranger(told):
        return True
    if place.scene.number > 0 and _stranger_acts(place, told.cast, _WINDOW if old else _ACTS):
        return True
    named = len({name.key for name in place.scene.parties} & told.cast.keys)
    points = any(
        hit.kind == "deal" or not _BOTH.isdisjoint(told.read.low[hit.first : hit.last]) for hit in place.scene.pointers
    )
    alone = named < 2 and not points and place.scene.number > 0
    if alone and place.scene.number > 2 and place.scene.strangers:
        return True
    if not old:
        return False
    if lasts(days) > 300 and cost > 1.5:
        return True
    return alone and _DEALS.isdisjoint(told.read.low[told.first : told.read.sentences[place.scene.number].last])


def _strangers_only(told: Told) -> bool:
    """Whether a sentence names companies, and none of them a party; a plant's plans were told by whoever builds it."""
    scene = told.place.scene
    return any(name.sure for name in scene.strangers) and not any(name.key in told.cast.keys for name in scene.parties)


def _failed(told: Told) -> bool:
    """Whether the sentence tells of an earlier attempt that came to nothing: "a bid of June 2024 was turned down"."""
    low = told.read.low[told.first : told.read.sentences[told.place.scene.number].last]
    if _ATTEMPTS.isdisjoint(low):
        return False
    return any(word in _FAILS and (not _FAILS[word] or low[i + 1] in _FAILS[word]) for i, word in enumerate(low[:-1]))


_ATTEMPTS = words(
    "bid offer approach attempt proposal overture advance suit bids offers approaches attempts proposals overtures"
    " approached offered courted"
)
# What befell an attempt, and the words that must follow where the verb alone does not say so.
_FAILS = {
    **dict.fromkeys(words("rebuffed spurned snubbed declined failed collapsed foundered unsuccessful"), words("")),
    **dict.fromkeys(words("brushed turned walked waved batted fended knocked"), words("away down aside off")),
}


def _with_stranger(told: Told) -> bool:
    """Whether what was made known is with, in or for a company that is no party: "plans to invest in Anthropic"."""
    place, low = told.place, told.read.low
    named = {name.key for name in place.scene.parties} & told.cast.keys
    if told.cast.kind == "build_out" or len(named) > 1:
        return False
    after = next((name for name in place.scene.strangers if name.sure and name.first >= place.last), None)
    if after is None or any(place.last <= name.first < after.first for name in place.scene.parties):
        return False
    between = low[place.last : after.first]
    return (
        len(between) < _CLAUSE
        and between[-1:] != []
        and between[-1] in _TO_WHOM
        and not (_DEALS | _BUYS).isdisjoint(between)
    )


_CLAUSE = 16  # words
_TO_WHOM = words(
    """
    with in into of from behind buy acquire purchase for supply serve sell lend provide fund back finance power
    lease
    """
)
_BUYS = words("buy acquire purchase invest alliance")
_RECENT = 45  # days
_BOTH = words("companies two pair they both sides")  # the parties together
_DEALS = words(
    """
    offer offers bid bids proposal proposals approach deal agreement merger takeover contract letter plan partnership
    stake investment tie-up pledge promise order pact alliance purchase acquisition buy acquire operation transaction
    buyout takeovers
    """
)


def _stranger_acts(place: Place, cast: Cast, reach: int) -> bool:
    """Whether the last company named before a day is no party, and at most one party is named at all."""
    named = len({name.key for name in place.scene.parties} & cast.keys)
    if cast.kind == "build_out" or named >= min(2, len(cast.keys)):
        return False
    before = [name for name in (*place.scene.strangers, *place.scene.parties) if name.last <= place.first]
    last = max(before, key=lambda name: name.last, default=None)
    return last is not None and last in place.scene.strangers and (last.sure or place.first - last.last < reach)


_ACTS, _WINDOW = 5, 40  # words from who acts to the day on which; of what is long past, the whole sentence


def in_passing(told: Told, attribute: str) -> bool:
    """Whether so much speaks against a day that it is told in passing: late in the report, past, of others.

    What is built has a history of its own: that a day of it is past, or long past, says nothing.

    The weights are log odds, fitted on the days of some 450 annotated reports, rounded.
    """
    place, read, days, published = told.place, told.read, told.line.days, told.published
    scene = place.scene
    doubt = _TO_THE_END * scene.number / max(4, len(read.sentences) - 1) + (_LATE if scene.depth > _LATE_FROM else 0.0)
    doubt += _OTHERS_ACT if others_act(place) else 0.0
    doubt += 0.0 if BEFORE.isdisjoint(read.low[told.first : read.sentences[scene.number].last]) else _BEFORE_SAID
    if attribute == "phase_date" and is_step(read, told.first, read.sentences[scene.number].last):
        doubt -= _STEP_TOLD
    if not ahead(days, published):
        doubt += _PAST + (_PAST_STAGE if attribute == "phase_date" and not told.works else 0.0)
        last = days.end or days.start
        doubt += (
            _OLD
            if published
            and not (told.works and attribute in _BUILT)
            and last
            and (published.earliest.date() - last).days > _RECENT
            else 0.0
        )
    return doubt > _REFUSED


_BUILT = words("phase_date start_date")
_TO_THE_END = 2.3  # times the part of the report that lies before
_LATE, _LATE_FROM = 0.9, 6  # sentences
_OTHERS_ACT, _BEFORE_SAID = 1.0, 0.4
_PAST, _PAST_STAGE, _OLD = 0.7, 0.5, 1.1
_REFUSED = 3.5
_STEP_TOLD = 1.2  # a body that acts or holders that vote: steps of the deal wherever they stand


def not_yet(told: Told, attribute: str) -> bool:
    """Whether a day cannot be one on which something was made known: open, long, or still to come."""
    days, published = told.line.days, told.published
    if days.start is None and days.end is not None:
        return True
    if days.end is None and days.start is not None and attribute != "announce_date":
        return True
    if published is None or days.start is None:
        return lasts(days) > 366
    if days.start > published.latest.date():
        return attribute != "announce_date" or told.rung is not Rung.RUMORED
    around = days.end is not None and days.start <= published.earliest.date() <= days.end
    return lasts(days) > (_THIS_WEEK if around else 366)  # "the third order this year"


_THIS_WEEK = 31  # days


def lasts(days: Days) -> int:
    """How many days lie between the first and the last; 0 where an end is open."""
    return (days.end - days.start).days if days.start and days.end else 0


def ahead(days: Days, published: Moment | None) -> bool:
    """Whether a day may still be to come; so it is where nobody knows today."""
    last = days.end or days.start
    return published is None or (last is not None and last > published.earliest.date())
