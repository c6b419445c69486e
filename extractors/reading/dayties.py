"""Which cues may say what a day is of, and what it costs them: a word of its clause, and none of another day."""

from extractors.figures.points import BEHIND
from extractors.models import Days, Moment
from extractors.reading.binding import Bound
from extractors.reading.dayhistory import Told, ahead, not_yet
from extractors.reading.dealing import BE
from extractors.reading.lexicon import words
from extractors.reading.phrases import Hit
from extractors.reading.tokens import Tokens

_DEARER = {"weak": 5.0, "said": 1.0, "money": 2.0}  # these give way to firmer cues


def dearer(told: Told, bound: Bound) -> float:
    """What makes a cue give way to firmer ones; "said on Wednesday it will build" is said on that day."""
    how = bound.attribute.partition(":")[2]
    before = bound.cue.last <= told.place.first
    said = how == "said" and bound.cost <= _BESIDE and before
    cost = 0.0 if said else _DEARER.get(how, 0.0)
    if not before and bound.attribute != "background" and _ends_clause(told):
        cost += _OLD_CLAUSE
    return cost + _OLD_CLAUSE if before and _opens_clause(told) else cost


def _opens_clause(told: Told) -> bool:
    """Whether a day begins a clause of its own: "it waits to close the takeover, and in June it sold a plant"."""
    low, place = told.read.low, told.place
    after = low[place.last] if place.last < len(low) else "."
    at = place.first - 1
    while at > told.first and low[at] in _LEADS:
        at -= 1
    return at < place.first - 1 and low[at] in _NEW_CLAUSE and after[0].isalpha() and after not in _NO_SUBJECT


def _ends_clause(told: Told) -> bool:
    """Whether a day ends the clause of a verb before it: "it opened the plant on Monday and said that …"."""
    low, place = told.read.low, told.place
    after = low[place.last : place.last + 2]
    return (after[:1] == ["and"] or (told.works and after == [",", "and"])) and not told.opens


_BESIDE = 1.0  # "said late Tuesday"
_OLD_CLAUSE = 5.0  # what it costs a word to govern from the clause before
_LEADS = words("in on by at from since the early late mid until")
_NEW_CLAUSE = words("and but while ; : — – whereas then")
_NO_SUBJECT = words("and or but to for of with at in on by from after before as is was are were that which")


def in_a_day(cue: Hit, days: list[tuple[int, int]]) -> bool:
    """Whether a cue is a word of another day: the "quarter" of "in the second quarter and Unit 4 in the third"."""
    return any(first <= cue.first and cue.last <= last for first, last in days)


def may_govern(told: Told, bound: Bound) -> bool:
    """Whether a cue can say what a day is of, by its own neighbours."""
    read, place, cue = told.read, told.place, bound.cue
    if told.line.amount.words.lower().endswith(" after"):
        verbs = (i for i in range(place.last, place.last + _NEXT_VERB) if _happened(read.low[i : i + 1]))
        verb = next((i for i in verbs if read.low[i] not in BE), 0)
        return cue.first <= verb < cue.last
    if cue.first >= place.last and not _ANEW.isdisjoint(read.low[place.last : cue.first]) and not told.opens:
        return False
    kind, _, how = bound.attribute.partition(":")
    if kind == "skip" or (
        kind == "start_date" and told.cast.kind == "acquisition" and not told.works and not _of_output(told, cue.first)
    ):
        return False
    if read.owns[place.last - 1]:  # "Wednesday's announcement", not "Friday's close"
        return kind in _BY_OTHERS and 0 <= cue.first - place.last < _OWNED
    if kind == "announce_date" and (not_yet(told, bound.attribute) or _promised(told, cue.first)):
        return False
    if kind == "start_date" and read.low[cue.first].startswith("arriv"):  # "on Friday its $30 billion arrived"
        return _SUMS.isdisjoint(told.before(cue.first, 3))
    if kind == "start_date" and cue.last - cue.first == 1 and read.low[cue.last : cue.last + 1] in _PAPERS:
        return False  # "an operating licence"
    if kind == "start_date" and not _TALKS.isdisjoint(told.before(cue.first, 4)):
        return False
    if read.low[cue.first] == "open" and (read.owns[cue.first - 1] or read.low[cue.first - 1] in _DETERMINERS):
        return False  # "OpenAI's open models"
    if kind == "phase_date" and read.low[cue.first] in _BULKS and cue.last - cue.first == 1:
        bought = told.cast.kind == "acquisition" and read.low[cue.first] != "built"
        return not bought and ahead(told.line.days, told.published)
    if how == "money":
        return told.cast.kind != "acquisition" and _to_come(told.line.days, told.published)
    if how == "works" and not told.works:
        return False
    if kind == "background" and told.works and read.low[cue.first] in _OF_WORKS:
        return False
    if told.works and read.low[cue.first] == "deadline":
        return False  # of the works, not of the deal
    if how == "weak":
        return not _acted_on(read, told.first, cue.first)
    if kind == "close_date" and read.low[cue.first] == "closed":
        return "at" not in read.low[place.last : place.last + 3] and "at" not in read.low[cue.last : cue.last + 1]
    if read.low[cue.first] == "operations":  # "operations in 2032", not "the merger of their operations on Saturday"
        return cue.last in (place.first, place.first - 1) and read.low[cue.first - 1] in _ALONE
    if kind == "close_date" and read.low[cue.first] == "close":
        return _OVER.isdisjoint(told.before(cue.first, 9))
    return True


def _of_output(told: Told, cue: int) -> bool:
    """Whether it is a plant's work that begins, as it may where a plant is sold: "output is to begin in 2029"."""
    low = told.read.low
    last = told.read.sentences[told.place.scene.number].last
    around = low[max(told.first, cue - _SUBJECT) : min(last, cue + _OBJECT)]
    if low[cue] == "commercial":
        return True
    return low[cue] not in ("production", "output") and not _WORKS.isdisjoint(around)


_SUBJECT, _OBJECT = 14, 5  # words before and after a verb among which its subject and object are looked for
_WORKS = words(
    """
    output production cargo cargoes tanker exports deliveries gigawatt gigawatts megawatt megawatts gw mw reactor
    reactors unit units turbine turbines campus campuses hall halls gpus chips processors accelerators systems racks
    plant plants factory factories fab fabs mine mines smelter refinery terminal train trains datacenter datacenters
    centre centres center centers aircraft planes jets site sites data supercomputer switch-on power electricity
    """
)
_PAPERS = [["licence"], ["license"], ["permit"], ["status"], ["permission"]]
_ANEW = words("if unless provided")  # what follows is a condition, and has no day yet
_OF_WORKS = words(
    "unaffected forecast forecasts record"
)  # background elsewhere; here "deliveries in 2026 are unaffected"
_SUMS = words("billion bn million mln trillion money cash capital")
_ALONE = words("with and , ; : begin begins start starts full commercial first")
_BY_OTHERS = ("phase_date", "announce_date")
_OWNED = 3  # words from a day to the noun that it is put before
_OVER = words("premium discount above below % percent pct cent higher lower")  # "a premium to the close of April 1"
_TALKS = words("talks negotiations discussions conversations tender bidding auction trading dispute lawsuit")
_BULKS = words("capacity platform built")  # of what is planned, not of what a company has
_NEXT_VERB = 9  # words between "two days after" and the verb that says what happened


def _happened(following: list[str]) -> bool:
    """Whether a word is a verb of the past."""
    return bool(following) and (following[0] in BEHIND or (len(following[0]) > 4 and following[0].endswith("ed")))


def _acted_on(read: Tokens, first: int, noun: int) -> bool:
    """Whether a noun is the object of a verb that is no cue itself: "blocked the deal in April"."""
    for word in reversed(read.low[max(first, noun - 4) : noun]):
        if len(word) > 4 and word.endswith("ed") and word not in _ADJECTIVES:
            return True
        if word not in _DETERMINERS:
            return False
    return False


_DETERMINERS = words("the a an its their this that his her earlier first planned proposed new whole entire")
_ADJECTIVES = words("planned proposed revised improved raised agreed unsolicited sweetened increased signed unnamed")


def _promised(told: Told, verb: int) -> bool:
    """Whether a day to come is one for which something was promised, not one on which it will be told."""
    days, published = told.line.days, told.published
    later = bool(published and days.start and days.start > published.latest.date())
    return later and not told.read.low[verb].startswith(_TELLING)


_TELLING = ("announc", "unveil", "reveal", "disclos", "sign", "confirm", "made", "present", "launch", "be", "publish")


def _to_come(days: Days, published: Moment | None) -> bool:
    """Whether money is to flow by or in a time still ahead."""
    if days.start is None:
        return days.end is not None and (published is None or days.end > published.latest.date())
    return published is not None and days.start > published.latest.date()
