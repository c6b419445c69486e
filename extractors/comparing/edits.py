"""Two versions of one article → which figures, dates and statuses were changed in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.comparing.baselines import strand_key
from extractors.models import Days, Fact, Figure, Qualifier, Reading, Relation, Severity
from extractors.relations import currency_of, folded, printed_ends, relation

_NEAR = 40  # characters between two quotes of which we do not know the sentences
_PLAIN = (Qualifier.EXACT, Qualifier.PLANNED)


@dataclass(frozen=True, slots=True)
class Edit:
    """One claim of an article before and after. `later` is None where it is gone without a successor."""

    earlier: Fact
    later: Fact | None
    relation: Relation

    @property
    def severity(self) -> Severity:
        """A quiet change of the hedge is what nobody else notices; a changed rounding is little."""
        if self.relation is Relation.CONTRADICTS:
            return Severity.HIGH
        return Severity.LOW if self.relation in (Relation.ROUNDS_TO, Relation.GENERALISES) else Severity.MEDIUM


def edits_of(former: Sequence[Fact], latter: Sequence[Fact]) -> list[Edit]:
    """Pair what went from an article with what came in its place: same strand first, then attribute, then kind.

    Claims that only came are no edit. Claims that only went count where the new text repeats at least one of the
    old: from a failed or thin reading nothing is gone.
    """
    gone, came, kept = _unpaired(former, latter)
    edits: list[Edit] = []
    for alike in (_same_strand, _same_attribute, _same_sort):
        for earlier in list(gone):
            later = _nearest(earlier, [fact for fact in came if alike(earlier, fact)])
            if later:
                gone.remove(earlier)
                came.remove(later)
                edits.append(Edit(earlier, later, relation(earlier.claim.reading, later.claim.reading)))
    lost = gone if kept or edits else []
    found = [*edits, *(Edit(fact, None, Relation.INCOMPARABLE) for fact in lost)]
    return sorted((edit for edit in found if not _unreal(edit, latter[0])), key=_place)


def _unreal(edit: Edit, witness: Fact) -> bool:
    """Whether the same value was only read in another light, because of other words or of other rules."""
    if edit.relation is Relation.EQUAL:
        return True
    if edit.earlier.extractor_version == witness.extractor_version:
        return False
    return edit.later is None or edit.later.claim.amount == edit.earlier.claim.amount


def _place(edit: Edit) -> tuple[int, str]:
    return edit.earlier.claim.quote.start, edit.earlier.fact_id


def _unpaired(former: Sequence[Fact], latter: Sequence[Fact]) -> tuple[list[Fact], list[Fact], int]:
    """What went, what came, and how many stayed."""
    gone, came = list(former), list(latter)
    for earlier in former:
        same = _nearest(earlier, [f for f in came if _same_strand(earlier, f) and says_the_same(earlier, f)])
        if same:
            gone.remove(earlier)
            came.remove(same)
    return gone, came, len(former) - len(gone)


def says_the_same(one: Fact, other: Fact) -> bool:
    """Whether two facts of an article say the same in the same light: number, unit, hedge and tense."""
    a, b = one.claim.reading, other.claim.reading
    if one.claim.when != other.claim.when:
        return False
    if isinstance(a, Figure) and isinstance(b, Figure):
        a, b = folded(a), folded(b)
        same_hedge = a.qualifier == b.qualifier or (a.qualifier in _PLAIN and b.qualifier in _PLAIN)
        return a.unit == b.unit and printed_ends(a) == printed_ends(b) and same_hedge
    if isinstance(a, Days) and isinstance(b, Days):
        return (a.start, a.end) == (b.start, b.end)
    return a == b


def _nearest(fact: Fact, others: Sequence[Fact]) -> Fact | None:
    here = fact.claim.quote.start
    return min(others, key=lambda other: (abs(other.claim.quote.start - here), other.fact_id), default=None)


def _same_strand(one: Fact, other: Fact) -> bool:
    return strand_key(one.claim) == strand_key(other.claim)


def _same_attribute(one: Fact, other: Fact) -> bool:
    return one.claim.attribute == other.claim.attribute and _same_place(one, other)


def _same_sort(one: Fact, other: Fact) -> bool:
    return _sort(one.claim.reading) == _sort(other.claim.reading) and _same_place(one, other)


def _same_place(one: Fact, other: Fact) -> bool:
    """Whether both stand in one sentence, as far as the rest of it was left alone."""
    a, b = set(one.sentence.casefold().split()), set(other.sentence.casefold().split())
    if not a or not b:
        return abs(one.claim.quote.start - other.claim.quote.start) <= _NEAR
    return 2 * len(a & b) >= max(len(a), len(b))


def _sort(reading: Reading) -> str:
    if not isinstance(reading, Figure):
        return type(reading).__name__
    return "money" if currency_of(reading.unit) else "count"
