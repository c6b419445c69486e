"""The case that is judged, the verdict on it, and each rule's reason in words for a person."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.comparing.baselines import Rules, Standing
from extractors.models import Fact, Kind, Relation, Severity


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a difference is. `moves` where the fresh value takes the place of the standing one."""

    kind: Kind
    severity: Severity
    rule: str
    moves: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A standing value, the fresh fact that differs from it, and what its report says besides."""

    value: Standing
    fact: Fact
    relation: Relation
    rules: Rules
    said: Sequence[Fact] = field(default=())  # what the same report gives as previous values of this strand
    parts: bool = False  # the same report prints several such figures
    primary: Fact | None = None  # the status as the companies themselves gave it last
    later_by: str | None = None  # the rule by which the report itself shows that it came later
    alike: bool = False  # both are told in the same words: they are of one stage or part

    @property
    def earlier(self) -> Fact:
        """The first witness of the standing value."""
        return self.value.fact


REASONS = {
    "the text says so": "The text itself speaks of the move.",
    "previous value in the text": "The text gives the old value as the previous one.",
    "later report of no lower tier": "The later report stands no farther from the deal.",
    "later days": "The report speaks of days after the other one.",
    "later rung": "The later report has the deal a step further.",
    "later report of lower tier": "The later report stands farther from the deal, so both stand.",
    "same moment": "They are at most two days apart, while desks take a story up, or nobody can tell which came later.",
    "cannot move": "This cannot move once it has happened, so one of them is wrong.",
    "perhaps a new announcement": "So much later, it is perhaps the announcement of a further step.",
    "perhaps an earlier step": "So much earlier, it is rather a step on the way to this deal.",
    "a day or two apart": "They are a day or two apart: a time zone, or signing and announcement.",
    "copies differ": "Both are copies of one report, so one of them is a slip.",
    "several figures in one report": "One of the reports gives several such figures: perhaps parts of a whole.",
    "perhaps another part": "The figure may be of another part of the deal.",
    "perhaps a part": "The sums are far apart and no text speaks of a move: one is perhaps a part.",
    "in passing": "The text speaks of it late and in passing: perhaps of something else.",
    "perhaps another basis": "One of the reports leaves open what its figure includes or who pays it.",
    "history": "A report tells what it was before; nothing moves now.",
    "nearly the same": "The figures are within a few percent: perhaps debt, dilution or rounding.",
    "ten times or a tenth": "The same digits at another scale: probably a slip of the pen.",
    "digits swapped": "The same digits, two of them in another order: probably a slip of the pen.",
    "far off": "The figure is many times off: probably a slip, or of another thing.",
    "the bound turned": "The same number is a floor in one report and a ceiling in the other.",
    "the bound moved": "The number in the bound is another one.",
    "inside the words": "The later report says the same more narrowly.",
    "the hedge is gone": "The hedge is gone, the number is the same.",
    "a hedge has come": "A hedge has come, the number is the same.",
    "edited": "The article was changed, and does not say so.",
    "corrected": "The article was changed with a notice.",
    "back to what it was": (
        "The article was changed back to what it said before. Told once: further turns to and fro are not."
    ),
    "no longer printed": "The article was changed and no longer prints this.",
    "passed in silence": "The promised day has passed, and no report that we know says what became of it: inferred.",
    "article gone": "The article is no longer at its address.",
    "another transaction in its place": "Another transaction takes the place of the earlier one.",
    "does not add up": "The figures of one report do not agree.",
    "adds up only by rounding": "The figures of one report agree only if every one of them was rounded far.",
    "step": "The deal moved on.",
    "claims more than the best primary source": "The report claims more than the companies themselves do.",
    "speaks of it as alive": "Others speak of the deal as alive.",
    "an end after the end": "What is completed is not called off: one of them is wrong, or speaks of another deal.",
    "falls behind": "The report has the deal on a lower rung than was reported before.",
    "looks back": "The report probably looks back at an earlier stage.",
    "resumed": "The deal is spoken of again after a long silence.",
}
