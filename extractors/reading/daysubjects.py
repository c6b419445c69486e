"""Whose day it is where no word beside it says so: the subject of a link verb, and the windows of tender offers."""

from extractors.reading.binding import Bound
from extractors.reading.daycues import DAYS
from extractors.reading.dayhistory import Told
from extractors.reading.lexicon import words


def of_subject(told: Told) -> Bound | None:
    """The stage that the subject names where only a verb of planning parts it from the day.

    "Closing, which needs Ottawa's consent, is expected by Q3 2024": whatever stands between, the closing is.
    """
    low, first = told.read.low, told.first
    i = told.place.first - 1
    links = 0
    while i >= first and (low[i] in _PLANS or low[i] in _BESIDE):
        links += low[i] in _PLANS
        i -= 1
    if not links or i < first:
        return None
    relative = low[i] in ("which", "that")
    found = [hit for hit in DAYS.find(told.read, first, i + 1) if hit.kind in _STAGES]
    if not found:
        return None
    if relative:
        return Bound(found[-1].kind, _NEXT, found[-1]) if i - found[-1].last < _ANTECEDENT else None
    heads = [hit for hit in found if hit.first - first < _HEAD]
    return Bound(heads[0].kind, _NEXT, heads[0]) if heads else None


_PLANS = words(
    """
    expected due scheduled slated set planned aimed targeted pencilled penciled earmarked foreseen anticipated down
    place occur occurs happen happens envisaged likely put pushed moved slipped slid delayed postponed deferred brought
    """
)
_BESIDE = words(
    """
    is are was were be been being will would should could may might now not only probably to take takes took for at in
    on by from until the of as earlier originally first still had has have off back forward into before after than no
    later sooner likelier again around about some early late mid
    """
)
_STAGES = ("close_date", "start_date", "phase_date")
_NEXT = 0.5  # as near as the next word
_HEAD = 5  # words; the head of the subject stands no later in its sentence
_ANTECEDENT = 6  # words from a noun to the "which" that means it


def of_window(told: Told) -> bool:
    """Whether a day opens or ends the time in which holders may tender: no closing of the deal, but a step to it."""
    if told.cast.kind != "acquisition":
        return False
    low, place = told.read.low, told.place
    start = max(told.first, place.first - _CLAUSE)
    if _extended(told, start):
        return True
    verb = next((i for i in range(place.first - 1, max(start, place.first - _VERB) - 1, -1) if low[i] in _WINDOW), None)
    if verb is None:
        return False
    if low[verb - 1] == "it" and told.place.scene.number:  # what the sentence before speaks of
        before = told.read.sentences[told.place.scene.number - 1]
        start = before.first
    offered = low[verb] not in _CLOSES  # an offer that closes may be the deal itself
    return any(low[i] in _TENDERS or (offered and low[i] == "offer" and low[i - 1] in _THE) for i in range(start, verb))


def _extended(told: Told, start: int) -> bool:
    """Whether an offer is given more time, up to a day: "extended its tender offer for Acme to Feb. 20"."""
    low, first = told.read.low, told.place.first
    longer = next((i for i in range(first - 1, start - 1, -1) if low[i] in _LONGER), None)
    if longer is None or not {low[first - 1], low[first]} & _UP_TO:
        return False
    return not (_TENDERS | {"offer"}).isdisjoint(low[start:first])


_LONGER = words("extend extends extended extending prolong prolongs prolonged prolonging")
_UP_TO = words("to until till through")
_CLAUSE = 18  # words
_VERB = 5
_WINDOW = words("open opens opened begin begins began close closes closed end ends ended expire expires lapse runs ran")
_CLOSES = words("close closes closed")
_TENDERS = words("tender period window")
_THE = words("the its their tender cash exchange takeover")
