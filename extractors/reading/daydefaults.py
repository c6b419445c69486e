"""What a day still to come is of where no verb of a stage governs it: what the clause speaks of, by the kind of deal.

"Unit 4 had been set down for November 2022", "the $26bn transaction had been expected in the fourth quarter": the verb
only plans; the noun says what begins, closes or takes place.
"""

from extractors.reading.binding import Place
from extractors.reading.daycues import DAYS
from extractors.reading.dayhistory import Told, ahead, lasts
from extractors.reading.dayrules import FURTHER, UNSAID
from extractors.reading.dayworks import BUILDING, PARTS, is_work
from extractors.reading.dealing import BE
from extractors.reading.lexicon import words


def by_subject(told: Told) -> str:
    """The stage that the noun of a clause of plans stands for; UNSAID where it plans nothing, or nothing of a deal."""
    if told.opens and told.read.low[told.place.last : told.place.last + 1] in _DATELINES[:4]:
        return UNSAID
    clause = _clause(told)
    if told.works and told.line.earliest and told.place.scene.on_deal and _FOREIGN.isdisjoint(clause):
        return "start_date"  # "but not before the next decade"
    if not told.place.scene.on_deal or lasts(told.line.days) > _NO_DAY or not _FOREIGN.isdisjoint(clause):
        return UNSAID
    if ahead(told.line.days, told.published):
        planned = not (_PLANS | _MODALS).isdisjoint(clause)
    else:
        planned = not _PLANS.isdisjoint(told.before(told.place.first, _BESIDE))
    if told.read.low[told.place.first] == _THROUGH or _over(told):
        return UNSAID
    if told.works and not planned and _FOREIGN.isdisjoint(clause):
        before = told.before(told.place.first, _WORKED)
        return "phase_date" if any(_is_step(before, i) for i in range(len(before))) else UNSAID
    if not planned or (told.line.days.start is None and told.line.days.end is None):
        return UNSAID
    return next((stage for i in range(len(clause) - 1, -1, -1) if (stage := _stage(told, clause, i))), UNSAID)


def by_question(told: Told) -> str:
    """The stage that the sentence before asks for: "When will it be finished? By the end of 2024, HPE says"."""
    number = told.place.scene.number
    if not number or told.place.first - told.first > _ANSWER:
        return UNSAID
    asked = told.read.sentences[number - 1]
    if told.read.low[asked.last - 1] != "?" or _WHENS.isdisjoint(told.read.low[asked.first : asked.last]):
        return UNSAID
    hits = [hit.kind.partition(":")[0] for hit in DAYS.find(told.read, asked.first, asked.last)]
    return next((kind for kind in reversed(hits) if kind in _STAGES), UNSAID)


def of_the_same(told: Told) -> bool:
    """Whether a day is only called a plan, so that it is of what was told before: "in May the target had been 2028"."""
    return not _AIMS.isdisjoint(told.before(told.place.first, _BESIDE)) and told.place.scene.on_deal


def goes_on(told: Told, last: Place) -> bool:
    """Whether a day goes on with the calendar of a thing built: what follows, or what was planned before.

    "The second follows in 2033", "the draft of June had given 2028", "the date of 2014 could not be kept".
    """
    if not told.works or told.place.scene.number - last.scene.number > 1 or not told.place.scene.on_deal:
        return False
    before = told.before(told.place.first, _BEFORE)
    clause = _clause(told)
    if _over(told) or not _FOREIGN.isdisjoint(clause) or lasts(told.line.days) > _NO_DAY:
        return False
    after = told.read.low[told.place.last : told.place.last + _BESIDE]
    if not _GOALS.isdisjoint(after) and after[0] in _BEEN:
        return True  # "until now the third quarter had been the goal"
    return not _FOLLOWS.isdisjoint(before[-_NEAR:]) or not _SETS.isdisjoint(before[-_BESIDE:])


def by_news(told: Told) -> str:
    """The day on which the news was told, where the report opens with it: "A on Thursday put off both reactors"."""
    days, published, number = told.line.days, told.published, told.place.scene.number
    if not told.works or number > 0 or published is None or days.start is None or days.start != days.end:
        return UNSAID
    if told.read.low[told.place.last : told.place.last + 1] in _DATELINES:
        return UNSAID
    fresh = 0 <= (published.latest.date() - days.start).days < _FRESH
    return "announce_date" if fresh and told.place.scene.parties else UNSAID


_DATELINES = [[dash] for dash in ("-", "–", "—", "(", ".", ":")]
_FRESH = 7  # days


def _over(told: Told) -> bool:
    """Whether a day ends what lies behind: "until this summer"."""
    return (
        told.line.days.start is None
        and told.read.low[told.place.first] == "until"
        and not ahead(told.line.days, told.published)
    )


_NEAR = 6
_FOLLOWS = words("follow follows followed following next come comes third second fourth last others")
_SETS = words(
    """
    given gave promise promised promises pledged spoke spoken date dates target aim goal timetable schedule plan plans
    forecast forecasts had been foreseen deadline deadlines guidance period envisaged
    """
)
_ANSWER = 6  # words from the start of an answer to its day
_WHENS = words("when how soon year date")
_STAGES = words("close_date start_date announce_date phase_date")
_THROUGH = "through"  # to an end, no beginning
_WORKED = 7  # words from a day back to the work that was done
_AIMS = words("target aim goal timetable spoke spoken")
_BEEN = BE | words("had has")
_GOALS = words("target aim goal timetable plan date schedule")


def _clause(told: Told) -> list[str]:
    """A few words after a day in its clause, and those before it."""
    low, place = told.read.low, told.place
    last = told.read.sentences[place.scene.number].last
    before = told.before(place.first, _BEFORE)
    border = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _BORDERS), -1)
    after = low[place.last : min(last, place.last + _AFTER)]
    stop = next((i for i, word in enumerate(after) if word in _BORDERS or word == ","), len(after))
    return after[:stop] + before[border + 1 :]


def _yielded(noun: list[str]) -> bool:
    """Whether the first of a thing is what a plant yields: "the first melt", but "the first hall", "the first half"."""
    return bool(noun) and noun[0][0].isalpha() and noun[0] not in _NO_YIELD


_NO_YIELD = (
    PARTS
    | BUILDING
    | words(
        "half quarter time phase stage step decision of day days week weeks month months year years to and in on part"
        " round payment instalment tranche meeting vote hearing draft plan date section people families workers"
    )
)


def _is_step(clause: list[str], i: int) -> bool:
    """Whether a word is work on what is built, or a part of it: "the roof", "excavation", "cable laying is set for"."""
    if clause[i] in PARTS or clause[i] in BUILDING:
        return True
    return is_work(clause[i]) and clause[i + 1 : i + 2] != [] and clause[i + 1] in _VERBS


def _stage(told: Told, clause: list[str], i: int) -> str:
    if told.works and clause[i] == "first" and _yielded(clause[i + 1 : i + 2]):
        return "start_date"
    if told.works and _is_step(clause, i):
        return "phase_date"
    word, sold = clause[i], told.cast.kind in ("acquisition", "investment")
    if word in _WORKS:
        return "phase_date" if not told.works and MORE & set(clause[max(0, i - 3) : i]) else "start_date"
    if word in _STEPS or (word in _GROWS and not sold):
        return "phase_date"
    return "close_date" if word in _DEALS and sold and not _PLANS.isdisjoint(clause) else UNSAID


_BEFORE, _AFTER, _BESIDE = 16, 6, 4  # words
_NO_DAY = 2 * 366
_BORDERS = words("; : while whereas although though but — – because since")
_PLANS = words(
    """
    expected due scheduled slated planned plans plan planning aimed aims aim targeted targets target targeting
    pencilled penciled earmarked foreseen foresees anticipated set down track envisaged hopes hoped hope intends
    intended promised spoke spoken kept forecast forecasts schedule likely
    """
)
_MODALS = words("will would should shall could may can to")
_VERBS = _MODALS | BE
MORE = FURTHER | words("more additional increase expansion extension")
_WORKS = words(
    """
    reactor reactors unit units turbine turbines campus plant plants factory factories fab fabs mine smelter refinery
    terminal train trains datacenter datacenters centre centres center centers gpus chips processors accelerators
    systems racks aircraft planes jets supercomputer site facility start beginning launch switch-on cluster clusters
    """
)
_STEPS = words(
    """
    vote meeting process listing listings offering decision review tender go-ahead nod clearance verdict ruling
    payment instalment installment tranche hall halls building buildings phase phases gw mw gigawatt gigawatts
    megawatt megawatts
    """
)
_GROWS = words("extension expansion increase expanding extended more further increasing")
_DEALS = words("deal transaction merger takeover acquisition purchase sale buyout closing completion close")
_FOREIGN = words(
    """
    revenue revenues sales profit profits earnings ebitda market demand debt growth dividend dividends synergies
    savings customers users jobs employees people shares share stock price prices forecasted rise grow triple double
    spend spends spent spending capex budget expenditure tonnes barrels worth margin margins cash bond bonds loan notes
    analysts
    analyst world nation nationwide economy global globally country competitor competitors rival rivals electricity
    """
)
