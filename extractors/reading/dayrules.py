"""Which stage of a deal a day is of: the cue that governs it, and what speaks against it."""

from extractors.figures.points import BEHIND
from extractors.models import Days, Moment, Rung, Span
from extractors.reading.binding import Bound, Place, governing
from extractors.reading.daycues import DAYS
from extractors.reading.dayhistory import Told, ahead, closed_long_ago, hoped_for, lasts, not_yet, of_another
from extractors.reading.daysubjects import of_subject, of_window
from extractors.reading.dealing import BE
from extractors.reading.lexicon import words
from extractors.reading.phrases import Hit
from extractors.reading.prices import words_of
from extractors.reading.tokens import Tokens

UNSAID = ""
_DEARER = {"weak": 5.0, "said": 1.0, "money": 2.0}  # these give way to firmer cues
_FAR = {"announce_date": 8.0, "announce_date:weak": 7.0}  # words to the cue, corrected for what lies between
_FARTHEST = 9.0
_ALONE_FAR = 13.0
_STEPS = ("phase_date", "close_date", "start_date")
_BESIDE = 1.9  # what stands so near needs no subject


def stage_of(told: Told, others: list[tuple[int, int]]) -> str | None:
    """The stage of the deal that a day is of; None for a day of something else, UNSAID where no word near says.

    `others` are the places of all days of its sentence, in order.
    """
    bounds = [
        bound._replace(cost=bound.cost + _dearer(told, bound))
        for bound in governing(told.read, told.place, DAYS, others)
        if not _in_a_day(bound.cue, others) and _may_govern(told, bound)
    ]
    best = min(bounds, key=lambda bound: bound.cost, default=None)
    if best is None or best.cost > _BESIDE:
        subject = of_subject(told)
        best = subject if subject is not None and _may_govern(told, subject) else best
    if of_window(told):
        return "phase_date"
    if best is None or best.cost > _reach(told, best, bounds, others):
        return UNSAID
    if best.attribute == "background" or (best.attribute == "phase_date:suit" and not _news(told)):
        return None
    if _of_no_stage(told, best):
        return None
    kind = best.attribute.partition(":")[0]
    if kind == "announce_date":
        return _announced(told, best)
    if kind == "close_date":
        return _closed(told, best)
    if kind == "start_date":
        return _started(told, best)
    if kind == "other":
        past = told.published and (told.line.days.end or told.published.latest.date()) <= told.published.latest.date()
        return None if best.attribute == "other:outside_date" and past else best.attribute
    return kind


def _dearer(told: Told, bound: Bound) -> float:
    """What makes a cue give way to firmer ones; "said on Wednesday it will build" is said on that day."""
    how = bound.attribute.partition(":")[2]
    before = bound.cue.last <= told.place.first
    said = how == "said" and bound.cost < 1 and before
    dearer = 0.0 if said else _DEARER.get(how, 0.0)
    return dearer + _OLD_CLAUSE if before and _opens_clause(told) else dearer


def _opens_clause(told: Told) -> bool:
    """Whether a day begins a clause of its own: "it waits to close the takeover, and in June it sold a plant"."""
    low, place = told.read.low, told.place
    after = low[place.last] if place.last < len(low) else "."
    at = place.first - 1
    while at > told.first and low[at] in _LEADS:
        at -= 1
    return at < place.first - 1 and low[at] in _NEW_CLAUSE and after[0].isalpha() and after not in _NO_SUBJECT


_OLD_CLAUSE = 5.0  # what it costs a word to govern from the clause before
_LEADS = words("in on by at from since the early late mid until")
_NEW_CLAUSE = words("and but while ; : — – whereas then")
_NO_SUBJECT = words("and or but to for of with at in on by from after before as is was are were that which")


def _in_a_day(cue: Hit, days: list[tuple[int, int]]) -> bool:
    """Whether a cue is a word of another day: the "quarter" of "in the second quarter and Unit 4 in the third"."""
    return any(first <= cue.first and cue.last <= last for first, last in days)


def _reach(told: Told, best: Bound, bounds: list[Bound], others: list[tuple[int, int]]) -> float:
    """How far off a cue may stand. The only verb that may govern the only day of a sentence reaches to its end."""
    reach = _FAR.get(best.attribute, _FARTHEST)
    alone = len(others) == 1 and best.attribute in _STEPS and not any(b for b in bounds if b is not best)
    return _ALONE_FAR if alone and best.cue.last <= told.place.first else reach


def _may_govern(told: Told, bound: Bound) -> bool:
    """Whether a cue can say what a day is of, by its own neighbours."""
    read, place, cue = told.read, told.place, bound.cue
    if told.line.amount.words.lower().endswith(" after"):
        verbs = (i for i in range(place.last, place.last + _NEXT_VERB) if happened(read.low[i : i + 1]))
        verb = next((i for i in verbs if read.low[i] not in BE), 0)
        return cue.first <= verb < cue.last
    kind, _, how = bound.attribute.partition(":")
    if kind == "skip" or (kind == "start_date" and told.cast.kind == "acquisition" and not _of_output(told, cue.first)):
        return False
    if read.owns[place.last - 1]:  # "Wednesday's announcement", not "Friday's close"
        return kind in _BY_OTHERS and 0 <= cue.first - place.last < _OWNED
    if kind == "announce_date" and (not_yet(told, bound.attribute) or _promised(told, cue.first)):
        return False
    if kind == "start_date" and read.low[cue.first].startswith("arriv"):  # "on Friday its $30 billion arrived"
        return _SUMS.isdisjoint(told.before(cue.first, 3))
    if kind == "phase_date" and read.low[cue.first] in _BULKS and cue.last - cue.first == 1:
        bought = told.cast.kind == "acquisition" and read.low[cue.first] != "built"
        return not bought and ahead(told.line.days, told.published)
    if how == "money":
        return told.cast.kind != "acquisition" and _to_come(told.line.days, told.published)
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
_SUMS = words("billion bn million mln trillion money cash capital")
_ALONE = words("with and , ; : begin begins start starts full commercial first")
_BY_OTHERS = ("phase_date", "announce_date")
_OWNED = 3  # words from a day to the noun that it is put before
_OVER = words("premium discount above below % percent pct cent higher lower")  # "a premium to the close of April 1"


_BULKS = words("capacity platform built")  # of what is planned, not of what a company has

_NEXT_VERB = 9  # words between "two days after" and the verb that says what happened


def happened(following: list[str]) -> bool:
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


def _of_no_stage(told: Told, best: Bound) -> bool:
    """Whether something in the sentence makes the day one of no deal's stage."""
    read, place, days = told.read, told.place, told.line.days
    if _in_dateline(told):
        return True
    if not _NO_DEAL.isdisjoint(read.low[place.first : place.last + 2]):
        return True
    if not _MONEYS.isdisjoint(read.low[place.last : place.last + 1]):
        return True
    if told.line.amount.words.lower() in ("today", "now") and not best.attribute.startswith(("announce", "close")):
        return True
    if told.cast.kind == "acquisition" and _of_a_split(read, place):
        return True
    return lasts(days) > _NO_DAY or not _IFS.isdisjoint(told.before(best.cue.first, 5))


def _in_dateline(told: Told) -> bool:
    """Whether the day is that of the telling: "LONDON, June 2 - A and B said they completed"."""
    read, place = told.read, told.place
    if place.scene.number > 1 or place.first - told.first > _DATELINE or place.last >= len(read):
        return False
    names = read.raw[told.first : place.first]
    return read.raw[place.last] in _DASHES and bool(names) and not any(w[0].islower() and w != "and" for w in names)


_DATELINE = 9  # words before its day
_DASHES = words("- — – ( /")
_IFS = words("if unless")  # a condition, no date
_MONEYS = words("prices money terms dollars pounds euros")  # "in 2015 prices"
_NO_DEAL = words("nondisclosure non-disclosure confidentiality standstill")
_NO_DAY = 4 * 366  # "over the next 20 years" is a term, no day


def _announced(told: Told, best: Bound) -> str | None:
    """A day on which the deal was made known, unless it is one of something else, or of the telling only."""
    place, days, status = told.place, told.line.days, told.status
    if (
        best.attribute == "announce_date:weak"
        and told.rung in (Rung.TERMINATED, Rung.PAUSED)
        and place.scene.number < 2
    ):
        return None  # the day on which the deal ended
    if of_another(told, best.cost):
        return None
    if _by_office(told, best):
        return "phase_date"
    if best.attribute == "announce_date" and _just_completed(told):
        return "close_date"  # "A has closed its merger with B, it announced on Tuesday"
    if best.attribute != "announce_date:said":
        return "announce_date"
    if place.scene.number > 2 or best.cost > (6 if place.scene.number == 0 else 4):
        return None
    if told.rung is Rung.COMPLETED and status is not None and told.cast.kind != "investment":
        return "close_date" if _same_sentence(told.read, status.quote, place) else None
    said = told.rung in (None, Rung.COMPLETED, Rung.ANNOUNCED, Rung.DEFINITIVE, Rung.LETTER_OF_INTENT)
    return "announce_date" if said and days.start == days.end else None


def _just_completed(told: Told) -> bool:
    """Whether the sentence tells the news that the deal is done, so that the day of the telling is that of the deed."""
    completed = told.rung is Rung.COMPLETED and told.status is not None and told.cast.kind == "acquisition"
    return completed and _recent(told) and _same_sentence(told.read, told.status.quote, told.place)


def _by_office(told: Told, best: Bound) -> bool:
    """Whether an authority is who speaks, decides or files: a step on the deal's way, "the regulator said on Friday"."""
    low, party = told.read.low, told.place.scene.parties
    cue = best.cue.first
    for i in range(cue - 1, max(told.first, cue - _SPEAKER) - 1, -1):
        if low[i] in _CLAUSES or any(name.first <= i < name.last for name in party):
            return False
        if low[i] in _OFFICES:
            return True
    return False


_SPEAKER = 7  # words from a verb back to its subject
_CLAUSES = words(", ; : that which who with from by to company companies group groups")


def _news(told: Told) -> bool:
    """Whether a quarrel is of these days or to come; what courts said before is history."""
    return told.cast.kind == "acquisition" and _recent(told)


def _recent(told: Told) -> bool:
    """Whether a day, or a week, is of these days or still to come."""
    days, published = told.line.days, told.published
    start = days.start or days.end
    return bool(published and start and lasts(days) < _DAYS and (published.earliest.date() - start).days < _DAYS)


_DAYS = 7


def _closed(told: Told, best: Bound) -> str | None:
    """A day of completion: of the deal, of work, or of its terms."""
    around = words_of(told.read, told.place)
    if told.read.low[best.cue.first] == "do" and _CLOSES.isdisjoint(around):
        return None
    if told.cast.kind == "build_out":
        return "phase_date"
    if told.cast.kind in ("supply", "partnership") and _A_DEAL.isdisjoint(around):
        return "phase_date"  # it is the work that is complete
    if told.line.days.end is None and told.line.days.start and _SETTLED & set(around):
        return "other:finalization_date"
    return None if closed_long_ago(told) else "close_date"


_OFFICES = words(
    """
    authority commission court tribunal regulator regulators watchdog judge judges prosecutor prosecutors commissioner
    ftc doj cma sec fcc nrc accc firb cfius samr ofcom ofgem ferc bafin
    """
)
_CLOSES = words("close complete closing completion finish")
_A_DEAL = words("deal transaction closing closes acquisition merger agreement investment purchase")
_SETTLED = words("details particulars terms")


def _started(told: Told, best: Bound) -> str | None:
    """A day on which a site or supply starts; a first part of it is a phase."""
    days, published = told.line.days, told.published
    old = bool(published and days.end and (published.earliest.date() - days.end).days > _LONG_RUNNING)
    if old and not hoped_for(told):
        return None
    first = max(told.first, min(best.cue.first, told.place.first) - 9)
    low = told.read.low[first : told.place.last]
    for i, word in enumerate(low):
        if word in FURTHER and any(_a_part(near) for near in low[i + 1 : i + 4]):
            return "phase_date"
        if word in _FIRSTS and low[i + 1 : i + 2] and low[i + 1][0].isdigit():  # "the first 40 MW"
            return "phase_date"
        if word in FURTHER and not _PHASES.isdisjoint(low[i + 1 : i + 3]):
            return "phase_date"
    return "start_date"


_LONG_RUNNING = 366  # days; what started earlier is history
_FIRSTS = words("first initial opening")
FURTHER = words("second third next last final other others another remaining further")
_CAPACITIES = words("gw mw gigawatt gigawatts megawatt megawatts tranche batch")
_PHASES = words("phase phases hall halls stage building buildings")


def _a_part(word: str) -> bool:
    return word in _CAPACITIES or (word[0].isdigit() and word.lstrip("0123456789.,") in ("mw", "gw"))


def _of_a_split(read: Tokens, place: Place) -> bool:
    """Whether a company is parted then: another step, with a calendar of its own."""
    first = read.sentences[place.scene.number].first
    said = [word for word in read.low[first : place.first] if word in _SPLIT or word in _A_DEAL]
    return bool(said) and said[-1] in _SPLIT


_SPLIT = words("split spin-off spinoff separation separated spun demerger")


def _same_sentence(read: Tokens, quote: Span, place: Place) -> bool:
    return read.sentence_at(quote.start) == place.scene.number
