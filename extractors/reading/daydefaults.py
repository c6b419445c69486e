"""What a day still to come is of where no verb of a stage governs it: what the clause speaks of, by the kind of deal.

"Unit 4 had been set down for November 2022", "the $26bn transaction had been expected in the fourth quarter": the verb
only plans; the noun says what begins, closes or takes place.
"""

from extractors.reading.daycues import DAYS
from extractors.reading.dayhistory import Told, ahead, lasts
from extractors.reading.dayrules import FURTHER, UNSAID
from extractors.reading.lexicon import words


def by_subject(told: Told) -> str:
    """The stage that the noun of a clause of plans stands for; UNSAID where it plans nothing, or nothing of a deal."""
    clause = _clause(told)
    if not told.place.scene.on_deal or lasts(told.line.days) > _NO_DAY or not _FOREIGN.isdisjoint(clause):
        return UNSAID
    if ahead(told.line.days, told.published):
        planned = not (_PLANS | _MODALS).isdisjoint(clause)
    else:
        planned = not _PLANS.isdisjoint(told.before(told.place.first, _BESIDE))
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


_ANSWER = 6  # words from the start of an answer to its day
_WHENS = words("when how soon year date")
_STAGES = words("close_date start_date announce_date phase_date")
_AIMS = words("target aim goal timetable spoke spoken")


def _clause(told: Told) -> list[str]:
    """A few words after a day in its clause, and those before it."""
    low, place = told.read.low, told.place
    last = told.read.sentences[place.scene.number].last
    before = told.before(place.first, _BEFORE)
    border = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _BORDERS), -1)
    after = low[place.last : min(last, place.last + _AFTER)]
    stop = next((i for i, word in enumerate(after) if word in _BORDERS or word == ","), len(after))
    return after[:stop] + before[border + 1 :]


def _stage(told: Told, clause: list[str], i: int) -> str:
    word, sold = clause[i], told.cast.kind in ("acquisition", "investment")
    if word in _WORKS:
        return "phase_date" if MORE & set(clause[max(0, i - 3) : i]) else "start_date"
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
MORE = FURTHER | words("more additional increase expansion extension")
_WORKS = words(
    """
    reactor reactors unit units turbine turbines campus plant plants factory factories fab fabs mine smelter refinery
    terminal train trains datacenter datacenters centre centres center centers gpus chips processors accelerators
    systems racks aircraft planes jets supercomputer site facility start launch switch-on cluster clusters
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
    spending capex budget expenditure tonnes barrels worth margin margins cash bond bonds loan notes analysts
    analyst competitor competitors rival rivals electricity
    """
)
