"""Two readings of one text, an older and the present one → where they differ. Never a change in the news."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.models import Claim, Days, Fact, Figure, Report, stable_id

REPORT = "report"  # stands for an attribute where the text as a whole is read otherwise


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference. `old` and `new` are both None where it is in the text as a whole."""

    finding: str  # added, gone, differs
    attribute: str
    old: Fact | None
    new: Fact | None
    old_says: str | None
    new_says: str | None

    def id_in(self, version_id: str) -> str:
        """Stable id of the text and both readings."""
        sides = [(f.claim.quote.start, f.claim.quote.end) if f else None for f in (self.old, self.new)]
        return stable_id("rrd", version_id, self.attribute, self.old_says, self.new_says, *sides)


def reread_findings(old: Report, known: Sequence[Fact], new: Report, fresh: Sequence[Fact]) -> list[Finding]:
    """Compare two readings of one text. Facts are paired where their quotes overlap, those of one attribute first."""
    found: list[Finding] = []
    if as_a_whole(old) != as_a_whole(new):
        found.append(Finding("differs", REPORT, None, None, as_a_whole(old), as_a_whole(new)))
    same = {in_full(fact) for fact in known} & {in_full(fact) for fact in fresh}
    gone = [fact for fact in known if in_full(fact) not in same]
    came = [fact for fact in fresh if in_full(fact) not in same]
    for one_attribute in (True, False):
        for fact in list(gone):
            if other := _beside(fact, came, one_attribute):
                gone.remove(fact)
                came.remove(other)
                found.append(_finding("differs", fact, other))
    found += [_finding("gone", fact, None) for fact in gone]
    return found + [_finding("added", None, fact) for fact in came]


def in_full(fact: Fact) -> tuple[object, ...]:
    """Whatever two readings must agree in to be one."""
    claim = fact.claim
    light = (claim.of, claim.basis, claim.payer, claim.condition, claim.modality, claim.when)
    return claim.attribute, claim.reading, claim.quote, claim.amount, light


def as_a_whole(report: Report) -> str:
    """Kind and parties of a report in a line."""
    if not report.about_deal:
        return "no deal"
    parties = ", ".join(sorted(f"{party.name} ({party.role.value})" for party in report.parties))
    return f"{report.kind}: {parties}"


def says(claim: Claim) -> str:
    """A claim in a line: attribute, reading and the light that it stands in."""
    reading = claim.reading
    if isinstance(reading, Figure):
        ends = [f"{end:,f}" for end in (reading.value, reading.low, reading.high) if end is not None]
        words = f"{' to '.join(ends)} {reading.unit} {reading.qualifier.value}"
    elif isinstance(reading, Days):
        words = f"{reading.start or '…'} to {reading.end or '…'} {reading.qualifier.value}"
    else:
        words = reading.value
    light = {"of": claim.of, "basis": claim.basis, "payer": claim.payer, "condition": claim.condition}
    light |= {"modality": claim.modality, "when": claim.when}
    return "; ".join([f"{claim.attribute} {words}", *(f"{name} {value}" for name, value in light.items() if value)])


def _finding(finding: str, old: Fact | None, new: Fact | None) -> Finding:
    one = old or new
    assert one is not None  # noqa: S101 - every caller gives one
    return Finding(
        finding, one.claim.attribute, old, new, says(old.claim) if old else None, says(new.claim) if new else None
    )


def _beside(fact: Fact, others: Sequence[Fact], one_attribute: bool) -> Fact | None:
    quote = fact.claim.quote
    return next(
        (
            other
            for other in others
            if other.claim.quote.start < quote.end
            and quote.start < other.claim.quote.end
            and (other.claim.attribute == fact.claim.attribute or not one_attribute)
        ),
        None,
    )
