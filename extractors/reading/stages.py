"""Days → claims: the stage of the deal that each is of."""

from collections import defaultdict
from dataclasses import replace

from extractors.figures.fiscalyears import FISCAL_YEAR_STARTS
from extractors.models import Claim, Days, Moment, Qualifier, Rung, Span
from extractors.parties import Cast
from extractors.reading.binding import Place, place_of, stranger_rules
from extractors.reading.daydefaults import MORE, by_news, by_question, by_subject, goes_on, of_the_same
from extractors.reading.dayhistory import Told, ahead, in_passing
from extractors.reading.dayrules import UNSAID, stage_of
from extractors.reading.dayworks import tells_of_works
from extractors.reading.dealing import BE
from extractors.reading.lexicon import words
from extractors.reading.names import Named
from extractors.reading.pointers import leaves
from extractors.reading.previous import when_true
from extractors.reading.prices import words_of
from extractors.reading.scenes import Scene
from extractors.reading.strands import strand
from extractors.reading.tokens import Tokens
from extractors.timelines import Timeline, find_timelines


def claims_of_days(
    read: Tokens, scenes: list[Scene], cast: Cast, text: str, published: Moment | None, status: Claim | None
) -> list[Claim]:
    """The days of a text that are stages of its deal. Without a day of publication, relative days stay unresolved."""
    claims: list[Claim] = []
    last: Place | None = None  # where the day told before stands
    step: tuple[str, Place] | None = None  # the last step told of what is built
    works = tells_of_works(read, cast.kind)
    found = find_timelines(text, published, FISCAL_YEAR_STARTS)
    spots: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for timeline in found:
        spot = read.at(timeline.span.start), read.at(timeline.span.end - 1) + 1
        spots[read.sentence_at(timeline.span.start)].append(spot)
    for near in spots.values():
        near.sort()
    for timeline in found:
        place = place_of(read, timeline.span, scenes)
        told = Told(read, place, timeline, cast, status, published, works)
        if not _ours(told) or _long_gone(told):
            continue
        attribute = stage_of(told, spots[place.scene.number])
        if last is not None and attribute in (UNSAID, claims[-1].attribute) and _given_up(read, last, place):
            old = _claim(read, place, timeline, claims[-1].attribute, cast, status, published)
            claims.append(replace(old, when="previous"))
            continue
        if attribute == UNSAID and last is not None and _in_its_place(read, last, place):
            attribute = claims[-1].attribute
            claims[-1] = replace(claims[-1], when=claims[-1].when or "previous")
        elif (
            attribute == UNSAID
            and last is not None
            and claims[-1].attribute in _STEPS
            and _shares_its_verb(read, last, place)
        ):
            attribute = "phase_date" if MORE & set(read.low[last.last : place.first]) else claims[-1].attribute
        elif attribute == UNSAID:
            attribute = by_question(told)
            if not attribute and step is not None and goes_on(told, step[1]):
                attribute = step[0]
            attribute = attribute or by_subject(told) or by_news(told)
            if not attribute and last is not None and claims[-1].attribute in _STEPS and of_the_same(told):
                attribute = claims[-1].attribute if place.scene.number - last.scene.number < 2 else UNSAID
        if not attribute or (
            not works and attribute not in _BY_OTHERS and stranger_rules(read, _undistracted(read, place))
        ):
            continue
        if works and _spends_elsewhere(read, place):
            continue
        if in_passing(told, attribute):
            continue
        claims.append(_claim(read, place, timeline, attribute, cast, status, published))
        last = place
        step = (attribute, place) if attribute in _STEPS else step
    return claims


def _spends_elsewhere(read: Tokens, place: Place) -> bool:
    """Whether the sentence is of what somebody else spends: "Amazon has said it would spend $12.7 billion by 2030"."""
    sentence = read.sentences[place.scene.number]
    spends = next((i for i in range(sentence.first, place.first) if read.low[i] in _SPENDS), 0)
    if place.scene.parties or not any(name.last <= spends for name in place.scene.strangers):
        return False
    return stranger_rules(read, _undistracted(read, place))


_SPENDS = words("spend spends spent spending invest invests invested investing put pledged pour commit committed")


def _in_its_place(read: Tokens, old: Place, new: Place) -> bool:
    """Whether a day takes the place of the one told before: "once promised for May, is now not likely before July"."""
    if old.scene.number != new.scene.number or new.first - old.last > _SLIP:
        return False
    return not _SHIFTS.isdisjoint(read.low[old.last : new.first])


def _shares_its_verb(read: Tokens, old: Place, new: Place) -> bool:
    """Whether the verb of the day told before is left out here: "Unit 3 opens in 2021 and Unit 4 in 2022"."""
    if new.scene.number != old.scene.number or not 0 < new.first - old.last <= _LEFT_OUT:
        return False
    between = read.low[old.last : new.first]
    joins = next((i for i, word in enumerate(between[:_JOINED]) if word in _JOINS), None)
    if joins is None:
        return False
    return not any(word in _VERBS or (len(word) > 4 and word.endswith("ed")) for word in between[joins:])


_STEPS = ("start_date", "phase_date")
_LEFT_OUT = 10  # words between two days of one verb
_JOINED = 5  # words within which the second is joined to the first: "this year already, the last in 2028"
_JOINS = words(", ; and or then")
_VERBS = BE | words(
    """
        will would should could may might shall can must has have had do does did to which who that as when
        while after before if since because said says
        """
)


def _given_up(read: Tokens, new: Place, old: Place) -> bool:
    """Whether a day is only what the one told before it is set against: "on 20 March, earlier than the April date"."""
    if new.scene.number != old.scene.number:
        return False
    between = [word for word in read.low[new.last : old.first] if word not in _LED_BY]
    return len(between) <= _SLIP and between[-1:] in _AGAINST


_LED_BY = words("in on by at from the a an its their first original previous earlier initial planned of for")
_AGAINST = [["than"], ["instead"]]
_SLIP = 16  # words from the day that was told first to the one that holds now
_SHIFTS = words(
    """
    now rather instead drifted slipped slid moved pushed postponed delayed put deferred shifted likelier likely
    earlier sooner forward brought
    """
)


def _claim(
    read: Tokens,
    place: Place,
    timeline: Timeline,
    attribute: str,
    cast: Cast,
    status: Claim | None,
    published: Moment | None,
) -> Claim:
    days, quote = timeline.days, timeline.span
    if _put_off(read, place) or (attribute in ("start_date", "phase_date") and _starts_from(read, place)):
        days, quote = _the_day_itself(timeline, published)
    done = attribute == "announce_date" or (
        attribute == "close_date" and status is not None and status.reading is Rung.COMPLETED
    )
    if not done and ahead(days, published):
        days = replace(days, qualifier=Qualifier.PLANNED)
    when = None if done else when_true(read, place)
    return Claim(attribute, days, timeline.amount.words, quote, of=strand(read, place, attribute, cast), when=when)


_BY_OTHERS = ("phase_date", "announce_date")  # regulators approve; "A said on Monday" has its own rules
_HISTORY = 5 * 366  # days; the longest deals of the trade take no more
_HISTORY_OF_WORKS = 20 * 366  # days; the longest works do
_COMING = words("expected expects expect will would planned plans")


def _long_gone(told: Told) -> bool:
    """Whether it lies years back, so that it is history and no stage of a deal that is news."""
    days, published = told.line.days, told.published
    last = days.end or days.start
    if published is None or last is None:
        return False
    if (published.earliest.date() - last).days <= (_HISTORY_OF_WORKS if told.works else _HISTORY):
        return False
    return _COMING.isdisjoint(words_of(told.read, told.place))


def _put_off(read: Tokens, place: Place) -> bool:
    """Whether "until" says when it will be: "delayed until 2031", "will not open until 2030"."""
    before = read.low[max(0, place.first - 6) : place.first]
    return read.low[place.first] == "until" and not _DELAYS.isdisjoint(before)


def _starts_from(read: Tokens, place: Place) -> bool:
    """Whether "from X" tells of a beginning, which lies in X: "rent is due from August"; not "from August on"."""
    if read.low[place.first] != "from" or read.low[place.last - 1] in ("on", "onward", "onwards", "beyond", "later"):
        return False
    return not _BEGINNINGS.isdisjoint(read.low[max(0, place.first - 3) : place.first])


_BEGINNINGS = words(
    """
    start starts started begin begins commence commences due roll rolled rolling launch ship open opens supply deliver
    delivered produce generate feed run operate available online power current electricity gas output
    """
)


def _the_day_itself(timeline: Timeline, published: Moment | None) -> tuple[Days, Span]:
    alone = find_timelines(timeline.amount.words, published)
    return (alone[0].days, timeline.amount) if alone else (timeline.days, timeline.span)


_DELAYS = words("delayed postponed not pushed back deferred slipped delay put off")


def _ours(told: Told) -> bool:
    """Whether the sentence of a day speaks of the deal, or at least of no other company and opens no aside."""
    read, place = told.read, told.place
    if place.scene.on_deal:
        return True
    sentence = read.sentences[place.scene.number]
    aside = leaves(read, sentence)
    return aside is None and not any(name.sure for name in place.scene.strangers)


def _undistracted(read: Tokens, place: Place) -> Place:
    """The place without strangers that take no part: regulators, products, asides, capitals that only open a sentence.

    "Output is targeted to begin in 2029", "The first A350 is slated for 2023", "Discover, born inside Sears, closed".
    """
    first = read.sentences[place.scene.number].first
    strangers = [
        name
        for name in place.scene.strangers
        if (name.sure or (name.first > first + 1 and not any(letter.isdigit() for letter in name.key)))
        and not (name.first < place.last and place.first < name.last)
        and _OFFICES.isdisjoint(name.key.split())
        and not _within_commas(read, place, name, first)
    ]
    return place._replace(scene=replace(place.scene, strangers=tuple(strangers)))


_OFFICES = words(
    """
    authority commission court department ministry panel agency office council board tribunal regulator bureau act
    government treasury parliament congress senate justice administration committee minister
    """
)


def _within_commas(read: Tokens, place: Place, name: Named, first: int) -> bool:
    """Whether a name stands in an aside about a party: "Discover, the brand born inside Sears, changed hands"."""
    party = any(own.last <= name.first and "," in read.raw[own.last : name.first] for own in place.scene.parties)
    return party and name.last < place.first and "," in read.raw[name.last : place.first] and name.first > first
