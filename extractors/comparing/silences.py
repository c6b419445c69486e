"""Changes that no single fresh fact tells: a promised day that passed, an article gone, a deal in another's place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from extractors.comparing.baselines import Baseline, Footing, Rules, footing, strand_key
from extractors.comparing.reasons import Verdict
from extractors.comparing.tellings import change_of
from extractors.models import Change, Days, Fact, Figure, Kind, Qualifier, Relation, Rung, Severity, by_arrival

PROMISES = ("close_date", "start_date", "phase_date")
_ENDS = frozenset({Rung.COMPLETED, Rung.TERMINATED, Rung.PAUSED})  # statuses that answer for any promise


def lapsed_promises(facts: Iterable[Fact], rules: Rules, now: datetime) -> Iterator[Change]:
    """Yield a change for each promised day of one deal that passed without a word, `grace_days` later.

    Inferred from silence, and so of low severity: our feeds do not hear everything. The id is that of the promise, so
    the caller tells it once. A completed, paused or terminated deal owes nothing; nor does a promise that was
    renewed, or that any report of its strand came after.
    """
    known = [fact for fact in by_arrival(facts) if fact.claim.modality != "denied"]
    rungs = [fact.claim.reading for fact in sorted(known, key=_reported) if isinstance(fact.claim.reading, Rung)]
    if Rung.COMPLETED in rungs or (rungs and rungs[-1] in _ENDS):
        return
    for promise in filter(None, map(_standing_promise, _strands(known))):
        told_on = _last_day(promise) + timedelta(days=rules.grace_days)
        if told_on < now.date() and not _answered(promise, known):
            verdict = Verdict(Kind.LAPSED, Severity.LOW, "passed in silence")
            yield change_of(promise, None, Relation.INCOMPARABLE, verdict, now)


def _strands(facts: Sequence[Fact]) -> list[list[Fact]]:
    """The dates that may be promises, strand by strand, oldest report first."""
    strands: dict[object, list[Fact]] = {}
    for fact in facts:
        if fact.claim.attribute in PROMISES and fact.claim.when != "previous" and isinstance(fact.claim.reading, Days):
            strands.setdefault(strand_key(fact.claim), []).append(fact)
    return [sorted(claims, key=_reported) for claims in strands.values()]


def _standing_promise(claims: Sequence[Fact]) -> Fact | None:
    """The first report of what the strand's latest one promises; None where that tells of a day in the past."""
    days = claims[-1].claim.reading
    if not isinstance(days, Days) or days.end is None or not _ahead(claims[-1]):
        return None
    return next(fact for fact in claims if fact.claim.reading == days)


def _ahead(fact: Fact) -> bool:
    days = fact.claim.reading
    planned = isinstance(days, Days) and days.qualifier is Qualifier.PLANNED
    return planned or (fact.dated and _last_day(fact) > fact.reported.latest.date())


def _last_day(fact: Fact) -> date:
    days = fact.claim.reading
    return days.end if isinstance(days, Days) and days.end else date(9000, 1, 1)


def _reported(fact: Fact) -> datetime:
    return fact.reported.earliest if fact.dated else fact.seen_at


def _answered(promise: Fact, facts: Iterable[Fact]) -> bool:
    """Whether any report on such a day came out after the promised one had passed."""
    same = (fact for fact in facts if fact.claim.attribute == promise.claim.attribute)
    return any(fact.dated and _reported(fact).date() > _last_day(promise) for fact in same)


def withdrawn(facts: Iterable[Fact], now: datetime) -> Iterator[Change]:
    """Yield one change for each article whose facts are given and whose page is gone, on its weightiest fact.

    Only for pages that answered "gone" twice; a page that cannot be read has withdrawn nothing.
    """
    articles: dict[str, list[Fact]] = {}
    for fact in by_arrival(facts):
        articles.setdefault(fact.article_id, []).append(fact)
    for claims in articles.values():
        verdict = Verdict(Kind.WITHDRAWN, Severity.MEDIUM, "article gone")
        gone = change_of(min(claims, key=_weight), None, Relation.INCOMPARABLE, verdict, now)
        yield replace(gone, attribute="article", strand=None)  # the whole of it, not one of its figures


def _weight(fact: Fact) -> tuple[int, int]:
    order = ("deal_value", "price_per_share", "status")
    attribute = fact.claim.attribute
    return (order.index(attribute) if attribute in order else len(order)), fact.claim.quote.start


def succession(former: Iterable[Fact], latter: Iterable[Fact], rules: Rules, now: datetime) -> Change | None:
    """The one change that tells that a deal took another's place: its value beside the value of the one before.

    None where either deal has no value yet, or both have the same. Both values are the first ones reported, so the
    change keeps its id however often it is asked for.
    """
    old, new = _value_of(former), _value_of(latter)
    if old is None or new is None or footing(old.claim, new.claim) is Footing.NONE:
        return None
    how = Baseline(rules).relate(old, new)
    if how in (Relation.EQUAL, Relation.ROUNDS_TO, Relation.HEDGE_ONLY, Relation.INCOMPARABLE):
        return None
    return change_of(old, new, how, Verdict(Kind.REVISED, Severity.HIGH, "another transaction in its place"), now)


def _value_of(facts: Iterable[Fact]) -> Fact | None:
    values = (f for f in by_arrival(facts) if f.claim.attribute == "deal_value" and isinstance(f.claim.reading, Figure))
    told = [fact for fact in values if fact.claim.when != "previous"]
    return next((fact for fact in told if not fact.claim.of), told[0] if told else None)
