"""The words that assert where something that is built stands: halted, given up, or open."""

from extractors.reading.dayworks import WORKS
from extractors.reading.lexicon import words
from extractors.reading.phrases import Hit, Phrases
from extractors.reading.tokens import Tokens

BUILT = Phrases(
    {
        "terminated": """
            abandon, abandons, abandoned, abandoning, stop|stops|stopped|stopping building, give|gives|gave|giving up,
            cancel, cancels, cancelled, canceled, cancelling, scrap, scraps, scrapped, scrapping, axe, axes, axed, end
            expansion|project|construction, ends|ended expansion|project|construction, drop|drops|dropped
            plan|plans|project, pull|pulls|pulled|pulling out, pull|pulls|pulled|pulling the plug
            """,
        "paused": """
            halt|halts|halted|halting work|construction|building|activities|project|all, order|orders|ordered halt, to
            stop, stop-work order, stop work order, work|construction stopped|halted|suspended, brought to a halt,
            pause|pauses|paused|pausing work|construction|building|project, suspend|suspends|suspended|suspending
            work|construction|project, mothball, mothballs, mothballed, freeze|freezes|froze|frozen
            work|construction|project|spending, ground to a halt, put|puts|putting on ice|hold, on hold
            """,
        "completed": """
            opened, opens, inaugurate, inaugurates, inaugurated, went|goes|gone|go into full|regular|commercial
            operation|service|production, went|goes|gone live, has|have switched on, in full operation,
            started|starts|began|begins|begun|commenced|commences commercial|regular|series|mass|full|volume
            output|production|operation|operations, entered|enters commercial|full|regular
            operation|operations|service, fully operational|delivered, cut the ribbon
            """,
    }
)


def of_the_works(read: Tokens, hit: Hit, last: int) -> bool:
    """Whether a phrase of the ladder is said of a thing built: "opened its factory", but "opened a review"."""
    before, after = read.low[max(0, hit.first - _BEFORE) : hit.first], read.low[hit.last : min(last, hit.last + _AFTER)]
    if hit.kind == "completed" and read.low[hit.first] in _OPENS:
        return not WORKS.isdisjoint(after) or before[-1:] == ["officially"]
    if read.low[hit.last - 1] == "stop" or hit.kind == "terminated":
        return not (WORKS | _WORK).isdisjoint((*before, *after))
    return True


_BEFORE, _AFTER = 9, 9  # words
_OPENS = words("opened opens inaugurate inaugurates inaugurated")
_WORK = words("work works construction building activities expansion plan plans")
