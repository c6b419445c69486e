"""A person dismissed a change: its two values stay silent in their deal, whoever prints them next."""

from collections.abc import Iterable
from dataclasses import replace

from extractors.comparing.baselines import strand_key
from extractors.models import Change, Fact, Kind, Relation, Severity
from extractors.relations import relation

DISMISSED = "dismissed before"
_SAME = (Relation.EQUAL, Relation.ROUNDS_TO)


def is_dismissed(change: Change) -> bool:
    """Whether it repeats what was dismissed: it is kept, and told nobody."""
    return change.rule == DISMISSED


def heeded(change: Change, dismissed: Iterable[Change]) -> Change:
    """The change as it is; silent, where one of the dismissed ones of its deal has the same two values."""
    if not any(same_pair(change, other) for other in dismissed):
        return change
    words = f"{change.explanation} A person dismissed these two values before, so nobody is told."
    return replace(change, severity=Severity.INFO, rule=DISMISSED, explanation=words)


def same_pair(one: Change, other: Change) -> bool:
    """Whether two changes of one deal set the same two values of one strand against each other, in whatever order."""
    if strand_key(one.earlier.claim) != strand_key(other.earlier.claim):
        return False
    if one.later is None or other.later is None:
        one_day = one.later is other.later and one.kind == other.kind is not Kind.WITHDRAWN  # of other articles, news
        return one_day and _same(one.earlier, other.earlier)
    straight = _same(one.earlier, other.earlier) and _same(one.later, other.later)
    return straight or (_same(one.earlier, other.later) and _same(one.later, other.earlier))


def _same(one: Fact, other: Fact) -> bool:
    return relation(one.claim.reading, other.claim.reading) in _SAME
