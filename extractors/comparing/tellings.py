"""The record of one change, with its stable id and the sentence or two that tell a person why."""

from datetime import datetime

from extractors.comparing.reasons import REASONS, Verdict
from extractors.models import Change, Days, Fact, Relation, Rung, stable_id
from extractors.relations import slip_days

_LONGEST = 240  # characters of a quote in a sentence; the whole quote stands beside it


def change_of(
    earlier: Fact, later: Fact | None, how: Relation, verdict: Verdict, now: datetime, more: str = ""
) -> Change:
    """The record of one change, with its explanation; `more` is a sentence that the rule cannot know."""
    told = later or earlier
    return Change(
        change_id=change_id(earlier, later, verdict.kind.value if later is None else ""),
        attribute=told.claim.attribute,
        strand=told.claim.of,
        kind=verdict.kind,
        relation=how,
        severity=verdict.severity,
        earlier=earlier,
        later=later,
        rule=verdict.rule,
        explanation=" ".join(filter(None, (explain(earlier, later, how, verdict.rule), more))),
        detected_at=now,
    )


def change_id(earlier: Fact, later: Fact | None, kind: str = "") -> str:
    """The same for the same two values in the same two articles, whatever the deal or the extractor's version."""
    sides = [(f.article_id, f.claim.attribute, f.claim.of, f.claim.reading) if f else None for f in (earlier, later)]
    return stable_id("chg", *sides, kind)


def explain(earlier: Fact, later: Fact | None, how: Relation, rule: str) -> str:
    """Both sides with outlet, day and words, then what tells them apart and why it is told."""
    reason = REASONS.get(rule, rule)
    if later is None:
        return f"{_side(earlier)}. {reason}"
    apart = _apart(earlier, later) if how is Relation.CONTRADICTS else ""
    return " ".join(filter(None, (f"{_side(earlier)}; {_side(later, earlier)}.", apart, reason)))


def _side(fact: Fact, beside: Fact | None = None) -> str:
    words = f"“{cut(fact.claim.quote.words)}”"
    if fact.claim.when == "previous":
        words = f"previously, {words}"
    if beside and beside.version_id == fact.version_id:
        return f"and {words}"
    if beside and beside.article_id == fact.article_id:
        return f"then, as seen on {fact.seen_at.day} {fact.seen_at:%b %Y %H:%M} UTC: {words}"
    return f"{cut(fact.outlet or fact.document_id)} {_day(fact)}: {words}"


def last_heard(fact: Fact) -> str:
    """Who said a value last, and when: "The Wire on 3 Nov 2025"."""
    return f"{cut(fact.outlet or fact.document_id)} {_day(fact)}"


def _day(fact: Fact) -> str:
    when = fact.reported.earliest if fact.dated else fact.seen_at
    if not fact.dated:
        return f"(undated, seen {when.day} {when:%b %Y})"
    return f"on {when.day} {when:%b %Y}" if fact.reported.day else f"in {when:%b %Y}"


def cut(words: str, longest: int = _LONGEST) -> str:
    """The words on one line; where they are too long, they end with an ellipsis."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _apart(earlier: Fact, later: Fact) -> str:
    a, b = earlier.claim.reading, later.claim.reading
    if isinstance(a, Days) and isinstance(b, Days):
        days = slip_days(a, b)
        unit = "day" if abs(days) == 1 else "days"
        return f"{abs(days)} {unit} {'later' if days > 0 else 'earlier'}." if days else ""
    if isinstance(a, Rung) and isinstance(b, Rung):
        return f"From {words_of(a)} to {words_of(b)}."
    return ""


def words_of(rung: Rung) -> str:
    """The rung as words."""
    return rung.value.replace("_", " ")
