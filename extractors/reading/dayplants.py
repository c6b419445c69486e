"""What the words for a step and for a start mean of a day where the report tells of something that is built."""

from extractors.reading.binding import Bound, Place
from extractors.reading.dayhistory import Told
from extractors.reading.dayworks import PARTS, WORKS, YIELDS
from extractors.reading.lexicon import words


def at_work(told: Told, best: Bound) -> bool:
    """Whether a word for a step means the start of the thing itself: "power should flow", "the reactor is ready"."""
    cue = best.cue
    before = told.before(cue.first, _SUBJECT)
    if told.read.low[cue.first] in _FLOWS:
        return not YIELDS.isdisjoint(before[-_NEAR:])
    if told.read.low[cue.last - 1] not in _WORKING or not _STAGES.isdisjoint(before):
        return False
    return "up" not in told.before(cue.last, 3) or not WORKS.isdisjoint(before)


def is_step(told: Told, best: Bound) -> bool:
    """Whether a word for a start means a step: fuel that is loaded, a part that arrives, full output."""
    low, cue = told.read.low, best.cue
    if low[cue.first] in _LOADS:
        last = told.read.sentences[told.place.scene.number].last
        return not _FUELS.isdisjoint((*told.before(cue.first, 4), *low[cue.last : min(last, cue.last + 3)]))
    if not told.works:
        return False
    if low[cue.first].startswith(_COMES):
        return not PARTS.isdisjoint(told.before(cue.first, _SUBJECT))
    return low[cue.first] in _OUTPUTS and low[cue.first - 1] == "full"


def of_works(told: Told, best: Bound) -> bool:
    """Whether what began is the thing built, or its output: "it fed its first power into the grid last March"."""
    around = told.read.low[max(told.first, best.cue.first - _SUBJECT) : max(best.cue.last, told.place.first)]
    return not (YIELDS | WORKS).isdisjoint(around)


def lasting(told: Told, best: Bound) -> bool:
    """Whether a day ends what runs till then: "it will produce until 2051"."""
    return told.read.low[told.place.first] == "until" and told.read.low[best.cue.first] in _RUNS


def over_years(low: list[str], place: Place) -> bool:
    """Whether it is how long something lasts: "jobs over the coming four years"."""
    return low[place.last - 1] in _YEARS and not _DURING.isdisjoint(low[max(0, place.first - 2) : place.first + 1])


_SUBJECT, _NEAR = 9, 5  # words from a verb back to its subject
_FLOWS = words("flow flows")
_WORKING = words("ready running")
_STAGES = words("hall halls building buildings phase phases stage module modules foundation site roof shell mw")
_LOADS = words("loading")
_FUELS = words("fuel rods assemblies uranium core")
_COMES = ("arriv", "deliver", "ship", "install")
_OUTPUTS = words("output production capacity volume power")
_RUNS = words("produce produces producing produced supply supplies deliver delivers operate operates operating running")
_DURING, _YEARS = words("over during across for throughout"), words("years decades")
