"""Two versions of one article → the figures, dates and statuses that were changed in it, known attribute or not.

What changed is told by the words (`rewording`); what it is of, by the facts that were read in either version.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from extractors.comparing.baselines import strand_key
from extractors.comparing.marks import Key, Mark, days_key, figure_key
from extractors.comparing.reasons import Verdict
from extractors.comparing.rewording import Reworded, Text, reworded, sentence_around, text_of, tokens_within
from extractors.comparing.tellings import change_of, cut
from extractors.comparing.verdicts import ratio_of
from extractors.models import (
    Change,
    Claim,
    Days,
    Fact,
    Figure,
    Kind,
    Moment,
    Reading,
    Relation,
    Rung,
    Severity,
    Version,
    stable_id,
)
from extractors.relations import BOUNDS, currency_of, folded, printed_ends, relation

BY_WORDS = "edits"  # the extractor of facts that only the comparison of two texts made
UNNAMED = {"figure": "other:figure", "days": "other:date"}  # of which no reading knows what it is


_NEAR = Decimal("0.03")  # so much rounding makes; beyond it another number was written
RETURNED = "back to what it was"


@dataclass(frozen=True, slots=True)
class Edit:
    """One claim of an article before and after; None where it came or went without a counterpart."""

    earlier: Fact | None
    later: Fact | None
    relation: Relation
    spoken: bool = True  # whether a reading of either version knows what it is of

    @property
    def edit_id(self) -> str:
        """The same for the same words in the same two texts."""
        return stable_id("edit", *(fact and fact.fact_id for fact in (self.earlier, self.later)))

    @property
    def made(self) -> list[Fact]:
        """Its facts that no reading found."""
        return [fact for fact in (self.earlier, self.later) if fact and fact.extractor == BY_WORDS]

    @property
    def severity(self) -> Severity:
        """A quiet change of the hedge is what nobody else notices; a changed rounding is little."""
        if self.later is None:
            return Severity.LOW
        apart = self.relation is Relation.CONTRADICTS or _bound_moved(self.earlier, self.later)
        if not self.spoken:
            return Severity.MEDIUM if apart and _of_a_deal(self.later.claim.reading) else Severity.LOW
        if apart:
            return Severity.HIGH
        quiet = self.relation in (Relation.ROUNDS_TO, Relation.GENERALISES) and not self._rewritten
        return Severity.LOW if quiet else Severity.MEDIUM

    @property
    def _rewritten(self) -> bool:
        """Whether another number was written, and not the same one more or less rounded."""
        ratio = ratio_of(self.earlier, self.later) if self.earlier and self.later else None
        return ratio is not None and ratio > 1 + _NEAR


@dataclass(frozen=True, slots=True)
class Side:
    """One version with its facts and its text made ready."""

    version: Version
    facts: Sequence[Fact]
    text: Text
    order: int  # in which its facts came

    def fact_at(self, mark: Mark) -> Fact | None:
        """The fact that was read from these words, the one of the same reading first; not a status."""
        here = [fact for fact in self.facts if _sort(fact) == mark.sort and _touches(fact, mark)]
        here = [fact for fact in here if _key(fact) == mark.key or self._only(fact, mark)]
        return min(here, key=lambda fact: (_key(fact) != mark.key, _apart(fact, mark), fact.fact_id), default=None)

    def _only(self, fact: Fact, mark: Mark) -> bool:
        """Whether a fact can have been read from no other words of its sort."""
        return not any(_touches(fact, other) and other.sort == mark.sort and other != mark for other in self.text.marks)

    def fact_like(self, mark: Mark) -> Fact | None:
        """A fact with the same value, read from other words: a value printed twice is read once."""
        return next((fact for fact in self.facts if _sort(fact) == mark.sort and _key(fact) == mark.key), None)

    def made(self, mark: Mark, like: Claim | None) -> Fact:
        """A fact of these words, of what the other version's words are of, or of nothing known."""
        plain = Claim(UNNAMED[mark.sort], mark.reading, mark.amount, mark.span)
        claim = replace(like, reading=mark.reading, amount=mark.amount, quote=mark.span) if like else plain
        version, span = self.version, mark.span
        parts = (claim.attribute, span.start, span.end, claim.reading)
        return Fact.of(
            version,
            claim,
            stable_id("fact", version.version_id, *parts, BY_WORDS),
            story_id=self.facts[0].story_id if self.facts else "",
            order=self.order,
            sentence=sentence_around(self.text, mark),
            extractor=BY_WORDS,
        )


def edits_between(
    former: Version, before: Sequence[Fact], latter: Version, after: Sequence[Fact], order: int
) -> list[Edit]:
    """What was edited between two versions, in the order of the earlier text, then what was added.

    Dates of both are resolved on the first one's day of publication. A value in words that were left alone is never an
    edit, whatever is read in them now. Where the two have no sentence in common, nothing is said to be gone.
    """
    day = former.published or latter.published
    old = Side(former, before, _text(former, day), order)
    new = Side(latter, after, _text(latter, day), order)
    changed = reworded(old.text, new.text)
    used: set[str] = set()
    edits = [_paired(old, new, one, other, used) for one, other in changed.pairs]
    edits += _by_facts(old, new, changed, used)
    edits += [Edit(fact, None, Relation.INCOMPARABLE, _spoken(fact)) for fact in _alone(old, changed.gone, used)]
    edits += [Edit(None, fact, Relation.INCOMPARABLE, _spoken(fact)) for fact in _alone(new, changed.came, used)]
    found = edits if changed.common else [edit for edit in edits if edit.later]
    return sorted(dict.fromkeys(found), key=_place)


def says_again(edit: Edit, past: Sequence[Fact]) -> bool:
    """Whether an article prints again what it had printed before the text that is edited now."""
    later = edit.later
    if later is None:
        return False
    here = strand_key(later.claim), _key(later), later.claim.when
    return any((strand_key(fact.claim), _key(fact), fact.claim.when) == here for fact in past if fact != later)


def told_edit(edit: Edit, notice: str | None, now: datetime, *, returned: bool = False) -> Change | None:
    """The change that tells of an edit; None of what was only added, or went and nobody knows what it was of."""
    if edit.earlier is None or (edit.later is None and not edit.spoken):
        return None
    kind, rule = (
        (Kind.CORRECTED, "corrected") if notice else (Kind.EDITED, "back to what it was" if returned else "edited")
    )
    if edit.later is None:
        return change_of(edit.earlier, None, edit.relation, Verdict(kind, Severity.LOW, "no longer printed"), now)
    more = f"It says: “{cut(notice)}”" if notice else ""
    # What an outlet owns up to is news only where a reading knows what it is of.
    severity = Severity.LOW if notice and not edit.spoken else edit.severity
    later = replace(edit.later, claim=replace(edit.later.claim, attribute=edit.earlier.claim.attribute))
    told = change_of(
        edit.earlier, later, edit.relation, Verdict(kind, severity, RETURNED if returned else rule), now, more
    )
    return replace(told, later=edit.later)


def _text(version: Version, day: Moment | None) -> Text:
    return text_of(version.text, version.title, day)


def _paired(old: Side, new: Side, one: Mark, other: Mark, used: set[str]) -> Edit:
    """The edit of one figure into another, of the attribute that either version knows."""
    earlier, later = old.fact_at(one), new.fact_at(other)
    known = earlier or later or old.fact_like(one)
    claim = known.claim if known else None
    used.update(fact.fact_id for fact in (earlier, later) if fact)
    earlier, later = earlier or old.made(one, claim), later or new.made(other, claim)
    how = relation(earlier.claim.reading, later.claim.reading)
    return Edit(earlier, later, Relation.HEDGE_ONLY if how is Relation.EQUAL else how, known is not None)


def _alone(side: Side, marks: Sequence[Mark], used: set[str]) -> list[Fact]:
    """The facts of words without a counterpart."""
    facts = [side.fact_at(mark) or side.made(mark, None) for mark in marks]
    return [fact for fact in facts if fact.fact_id not in used]


def _by_facts(old: Side, new: Side, changed: Reworded, used: set[str]) -> list[Edit]:
    """The edits of what is no figure and no date as printed: statuses, and "half of the shares".

    They count where the words of either were changed, and say otherwise than before.
    """
    gone = [fact for fact in old.facts if _worded(fact, old) and fact.fact_id not in used]
    came = [fact for fact in new.facts if _worded(fact, new) and fact.fact_id not in used]
    edits = []
    for earlier in gone:
        later = next((fact for fact in came if fact.claim.attribute == earlier.claim.attribute), None)
        if later is None:
            continue
        came.remove(later)
        touched = _changed(earlier, old, changed.old) or _changed(later, new, changed.new)
        if touched and _key(earlier) != _key(later):
            used.update((earlier.fact_id, later.fact_id))
            edits.append(Edit(earlier, later, relation(earlier.claim.reading, later.claim.reading)))
    edits += [Edit(None, fact, Relation.INCOMPARABLE) for fact in came if _changed(fact, new, changed.new)]
    return edits


def _worded(fact: Fact, side: Side) -> bool:
    """Whether its value is in no mark of the text."""
    return not any(_touches(fact, mark) and _sort(fact) == mark.sort for mark in side.text.marks)


def _changed(fact: Fact, side: Side, changed: frozenset[int]) -> bool:
    quote = fact.claim.quote
    return not changed.isdisjoint(tokens_within(side.text.t, quote.start, quote.end))


def _touches(fact: Fact, mark: Mark) -> bool:
    return fact.claim.quote.start < mark.span.end and mark.span.start < fact.claim.quote.end


def _apart(fact: Fact, mark: Mark) -> int:
    quote = fact.claim.quote
    return abs(quote.start - mark.span.start) + abs(quote.end - mark.span.end)


def _sort(fact: Fact) -> str:
    reading = fact.claim.reading
    return "status" if isinstance(reading, Rung) else "days" if isinstance(reading, Days) else "figure"


def _key(fact: Fact) -> Key:
    reading = fact.claim.reading
    if isinstance(reading, Figure):
        return figure_key(reading)
    return days_key(reading) if isinstance(reading, Days) else ("status", reading)


def _spoken(fact: Fact) -> bool:
    return fact.extractor != BY_WORDS


def _of_a_deal(reading: Reading) -> bool:
    """Whether it is a day or a sum of money: prices of shares and percentages are more often those of the market."""
    return isinstance(reading, Days) or (
        isinstance(reading, Figure) and "/" not in reading.unit and bool(currency_of(reading.unit))
    )


def _bound_moved(earlier: Fact | None, later: Fact) -> bool:
    """Whether the number in a bound is another one: "up to $100bn", then "up to $120bn"; "by June", then "by July"."""
    a, b = earlier and earlier.claim.reading, later.claim.reading
    if isinstance(a, Days) and isinstance(b, Days):
        return None in (a.start, a.end) and (a.start is None, a.end is None) == (b.start is None, b.end is None)
    if not (isinstance(a, Figure) and isinstance(b, Figure)) or a.qualifier != b.qualifier:
        return False
    return a.qualifier in BOUNDS and printed_ends(folded(a)) != printed_ends(folded(b))


def _place(edit: Edit) -> tuple[bool, int, str]:
    fact = edit.earlier or edit.later
    assert fact is not None  # noqa: S101 (an edit has one side)
    return edit.earlier is None, fact.claim.quote.start, fact.fact_id
