"""Which stage of a deal a day is of: the cue that governs it, and what speaks against it."""

from extractors.models import Rung, Span
from extractors.reading.binding import Bound, Place, governing
from extractors.reading.daycues import DAYS
from extractors.reading.dayhistory import Told, closed_long_ago, hoped_for, lasts, of_another
from extractors.reading.dayplants import at_work, is_step, lasting, of_works, over_years
from extractors.reading.daysubjects import of_subject, of_window
from extractors.reading.dayties import dearer, in_a_day, may_govern
from extractors.reading.dayworks import of_building
from extractors.reading.lexicon import PERCENT, words
from extractors.reading.prices import words_of
from extractors.reading.tokens import Tokens

UNSAID = ""
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
        bound._replace(cost=bound.cost + dearer(told, bound))
        for bound in governing(told.read, told.place, DAYS, others)
        if not in_a_day(bound.cue, others) and may_govern(told, bound)
    ]
    best = min(bounds, key=lambda bound: bound.cost, default=None)
    if best is None or best.cost > _BESIDE:
        subject = of_subject(told)
        best = subject if subject is not None and may_govern(told, subject) else best
    if of_window(told):
        return "phase_date"
    if best is None or best.cost > _reach(told, best, bounds, others):
        return UNSAID
    if best.attribute == "background" or (best.attribute == "phase_date:suit" and not _news(told)):
        return None
    if _of_no_stage(told, best):
        return None
    kind = best.attribute.partition(":")[0]
    if told.works and kind == "phase_date" and told.line.amount.words.lower() == "today":
        return kind if best.attribute.endswith("works") else "announce_date"
    if kind == "announce_date":
        return _announced(told, best)
    if kind == "close_date":
        return _closed(told, best)
    if kind == "start_date":
        return _started(told, best)
    if kind == "other":
        past = told.published and (told.line.days.end or told.published.latest.date()) <= told.published.latest.date()
        return None if best.attribute == "other:outside_date" and past else best.attribute
    if told.works and kind == "phase_date" and _decided(told, best):
        return "announce_date"
    return "start_date" if told.works and at_work(told, best) else kind


def _decided(told: Told, best: Bound) -> bool:
    """Whether whoever builds decides on the day of the news: "it gave the green light on Monday"; no regulator does."""
    days, place = told.line.days, told.place
    if told.place.scene.number > 1 or days.start != days.end or not _recent(told) or _by_office(told, best):
        return False
    decided = not _DECISIONS.isdisjoint((*told.before(place.first, 14), *told.read.low[place.last : place.last + 2]))
    return decided and any(name.last <= place.first for name in place.scene.parties)


_DECISIONS = words("decision fid approved approves approve green go-ahead nod decided decides decide signed sign-off")


def _reach(told: Told, best: Bound, bounds: list[Bound], others: list[tuple[int, int]]) -> float:
    """How far off a cue may stand. The only verb that may govern the only day of a sentence reaches to its end."""
    reach = _FAR.get(best.attribute, _FARTHEST)
    alone = len(others) == 1 and best.attribute in _STEPS and not any(b for b in bounds if b is not best)
    return _ALONE_FAR if alone and best.cue.last <= told.place.first else reach


def _of_no_stage(told: Told, best: Bound) -> bool:
    """Whether something in the sentence makes the day one of no deal's stage."""
    read, place, days = told.read, told.place, told.line.days
    if _in_dateline(told):
        return True
    if not _NO_DEAL.isdisjoint(read.low[place.first : place.last + 2]):
        return True
    if not _MONEYS.isdisjoint(read.low[place.last : place.last + 1]):
        return True
    if (
        told.line.amount.words.lower() in ("today", "now")
        and not _news_of_works(told)
        and not best.attribute.startswith(("announce", "close"))
    ):
        return True
    if told.cast.kind == "acquisition" and _of_a_split(read, place):
        return True
    if told.works and (over_years(read.low, place) or (read.low[place.first] == "through" and days.start is None)):
        return True
    if told.works and not PERCENT.isdisjoint(read.low[max(0, best.cue.first - 2) : best.cue.first]):
        return True  # how far it has come: "was 71% complete at the end of March"
    if told.works and "decade" in read.low[place.first : place.last]:
        return False
    return lasts(days) > _NO_DAY or not _IFS.isdisjoint(told.before(best.cue.first, 5))


def _news_of_works(told: Told) -> bool:
    """Whether "today" is the day of the news, as in the first sentence of a release about what is built."""
    return told.works and told.place.scene.number == 0 and bool(told.place.scene.parties)


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
    news = told.status is None and told.cast.kind == "acquisition" and _recent(told) and place.scene.number < 2
    if _by_office(told, best) or news:  # a report that asserts no status of the deal tells of a step
        return "phase_date"
    if best.attribute == "announce_date" and _just_completed(told):
        return "close_date"  # "A has closed its merger with B, it announced on Tuesday"
    that = told.works and told.read.low[place.last : place.last + 1] == ["that"]  # "announced today that it has opened"
    if best.attribute != "announce_date:said" and not (that and told.rung is Rung.COMPLETED and _recent(told)):
        return "announce_date"
    if place.scene.number > 2 or best.cost > (6 if place.scene.number == 0 else 4):
        return None
    if told.rung is Rung.COMPLETED and status is not None and told.works:
        return "start_date" if _same_sentence(told.read, status.quote, place) else None  # "entered service, it said"
    if told.rung is Rung.COMPLETED and status is not None and told.cast.kind != "investment":
        return "close_date" if _same_sentence(told.read, status.quote, place) else None
    said = told.rung in (None, Rung.COMPLETED, Rung.ANNOUNCED, Rung.DEFINITIVE, Rung.LETTER_OF_INTENT)
    return "announce_date" if said and days.start == days.end else None


def _just_completed(told: Told) -> bool:
    """Whether the sentence tells the news that the deal is done, so that the day of the telling is that of the deed."""
    status = told.status
    if told.rung is not Rung.COMPLETED or status is None or told.cast.kind != "acquisition":
        return False
    return _recent(told) and _same_sentence(told.read, status.quote, told.place)


def _by_office(told: Told, best: Bound) -> bool:
    """Whether an authority is who speaks or decides: a step on the deal's way, "the regulator said on Friday"."""
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
    if told.works and not _LOANS.isdisjoint(told.read.low[max(told.first, best.cue.first - 8) : best.cue.last + 2]):
        return "close_date"
    if (told.works or told.cast.kind in ("supply", "partnership")) and _A_DEAL.isdisjoint(around):
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
_LOANS = words("loan loans financing financial")
_SETTLED = words("details particulars terms")


def _started(told: Told, best: Bound) -> str | None:
    """A day on which a site or supply starts; a first part of it is a phase."""
    days, published = told.line.days, told.published
    low, sentence = told.read.low, told.read.sentences[told.place.scene.number]
    if told.works and lasting(told, best):
        return None
    if of_building(low, sentence.first, sentence.last, best.cue) or is_step(told, best):
        return "phase_date"
    past = (published.earliest.date() - days.end).days if published and days.end else 0
    if told.works and not _UNITS.isdisjoint(low[max(sentence.first, told.place.first - 5) : told.place.first]):
        past = 0  # one of several: "unit 1 in April 2021, unit 2 in March 2022"
    running = _LONG_BUILT if told.works and of_works(told, best) else _LONG_RUNNING
    if past > running and not hoped_for(told):
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


_UNITS = words("unit units reactor train line turbine block furnace")
_LONG_BUILT = 3 * 366  # days; a plant that has run longer is another one
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
