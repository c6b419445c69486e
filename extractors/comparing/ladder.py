"""Steps on the ladder of statuses: which of them is news, and which report falls behind or claims too much."""

from datetime import timedelta

from extractors.comparing.baselines import Rules, came_before, days_between
from extractors.comparing.cues import LOOKING_BACK, NOT_YET, says
from extractors.comparing.reasons import Case, Verdict
from extractors.models import Deal, Fact, Kind, Rung, Severity, Tier

_LADDER = (Rung.RUMORED, Rung.LETTER_OF_INTENT, Rung.ANNOUNCED, Rung.DEFINITIVE, Rung.COMPLETED)
_ASIDE = frozenset({Rung.PAUSED, Rung.TERMINATED})
_LOUD = frozenset({Rung.PAUSED, Rung.TERMINATED, Rung.COMPLETED, Rung.DEFINITIVE})

PRIMARY = frozenset({Tier.FILING, Tier.COMPANY})  # who speaks for the companies
OUTBIDS = "claims more than the best primary source"

_LEAD, _HEAD = 250, 500  # characters of a text that tell the news, and what it is about
_FIRST_WEEKS = 30  # days in which reports still tell what became of the deal before


def step(earlier: Rung, later: Rung) -> int:
    """How many rungs up the ladder; 0 where one of them stands beside it."""
    return 0 if {earlier, later} & _ASIDE else _LADDER.index(later) - _LADDER.index(earlier)


def outranks(earlier: Rung, later: Rung) -> bool:
    """Whether the later rung shows that its report came later; "announced" is also what a brief says of a letter."""
    return step(earlier, later) > 0 and (earlier, later) != (Rung.LETTER_OF_INTENT, Rung.ANNOUNCED)


def is_signing(earlier: Fact, fact: Fact, rules: Rules) -> bool:
    """Whether "signed and binding", two weeks or more after "announced", is a step, and no look back at the first day.

    On the first days the two are words for one thing.
    """
    a, b = earlier.claim.reading, fact.claim.reading
    if (a, b) != (Rung.ANNOUNCED, Rung.DEFINITIVE) or not came_before(earlier, fact):
        return False
    return days_between(earlier, fact) >= rules.steady_days and not says(fact, LOOKING_BACK)


def ends_former(fact: Fact, deal: Deal) -> bool:
    """Whether an end told in the first weeks of a deal in another's place is rather that of the other."""
    if deal.replaces is None or fact.claim.reading not in _ASIDE:
        return False
    return fact.reported.earliest - deal.first_reported.latest <= timedelta(days=_FIRST_WEEKS)


def decide_status(case: Case) -> Verdict | None:
    """What a report of another status is, or None where it arrived late."""
    a, b = case.earlier.claim.reading, case.fact.claim.reading
    if not (isinstance(a, Rung) and isinstance(b, Rung)) or came_before(case.fact, case.earlier):
        return None
    if a is Rung.COMPLETED and b in _ASIDE:
        dated = came_before(case.earlier, case.fact)
        return Verdict(Kind.CONFLICT, Severity.MEDIUM if dated else Severity.LOW, "an end after the end")
    if step(a, b) < 0:
        return _lower_rung(a, b)
    if a is Rung.TERMINATED and b is Rung.COMPLETED:
        return Verdict(Kind.CONFLICT, Severity.MEDIUM, "speaks of it as alive")
    if a in _ASIDE and b not in _ASIDE | {Rung.COMPLETED}:
        return _back_to_life(case, a, b)
    if _outbids_primary(case, b):
        return Verdict(Kind.CONFLICT, Severity.HIGH, OUTBIDS)
    if in_passing(case.fact):
        return Verdict(Kind.STATUS_CHANGED, Severity.LOW, "in passing")
    severity = Severity.HIGH if b in _LOUD else Severity.MEDIUM
    return Verdict(Kind.STATUS_CHANGED, severity, "step", moves=True)


def in_passing(fact: Fact) -> bool:
    """Whether the status is a weak claim: far from the head of the text, or an end seen from afar.

    What a report is about stands in its first lines. "In 2024 the founder had walked away" is of another offer.
    """
    end, late = fact.claim.reading, fact.claim.quote.start > _HEAD
    if end in (Rung.COMPLETED, Rung.TERMINATED) and says(fact, NOT_YET):
        return True
    past = end is Rung.TERMINATED and says(fact, LOOKING_BACK) and fact.claim.quote.start > _LEAD
    return late or past


def _back_to_life(case: Case, earlier: Rung, later: Rung) -> Verdict:
    """A denial, a resumption, or only a look back: what is dead is still said to have been announced."""
    if earlier is Rung.TERMINATED and later is Rung.ANNOUNCED:
        return Verdict(Kind.CONFLICT, Severity.LOW, "looks back")
    if days_between(case.value.last, case.fact) > case.rules.primary_days:
        return Verdict(Kind.STATUS_CHANGED, Severity.HIGH, "resumed", moves=True)
    return Verdict(Kind.CONFLICT, Severity.MEDIUM, "speaks of it as alive")


def _lower_rung(earlier: Rung, later: Rung) -> Verdict:
    """A completed deal is told of from its beginning; and "talks" go on beside a letter of intent."""
    if earlier is Rung.DEFINITIVE:
        return Verdict(Kind.CONFLICT, Severity.MEDIUM, "falls behind")
    return Verdict(Kind.CONFLICT, Severity.LOW, "looks back" if earlier is Rung.COMPLETED else "falls behind")


def _outbids_primary(case: Case, later: Rung) -> bool:
    """Whether a report has the deal signed or closed while the companies themselves, not long ago, had it lower."""
    if later not in (Rung.DEFINITIVE, Rung.COMPLETED) or case.fact.tier in PRIMARY:
        return False
    said = case.primary
    if said is None or not isinstance(said.claim.reading, Rung) or step(said.claim.reading, later) <= 0:
        return False
    return days_between(said, case.fact) <= case.rules.primary_days
