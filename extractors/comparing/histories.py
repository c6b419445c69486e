"""What a report tells of the past: values of before this deal, and values that it leaves behind itself."""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.comparing.baselines import Baseline, Standing
from extractors.comparing.cues import EITHER, MOVED, says, says_it_moved
from extractors.comparing.verdicts import ratio_of
from extractors.models import Days, Fact, Relation
from extractors.relations import slip_days

YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
WHOLE = ("deal_value", "valuation", "close_date")  # of these a report has one; of dates, stakes and parts many
_BETTER_BID = Decimal("1.4")  # times the bid before
_SAME = (Relation.EQUAL, Relation.ROUNDS_TO)


def is_background(old: Fact, new: Fact, first: str) -> bool:
    """Whether a text tells how it came to the deal: the valuation of a former round, a first offer of a year before.

    `first` is the version that first reported on the deal.
    """
    if old.claim.attribute == "valuation" and old.claim.when == "previous":
        return True
    if not first == old.version_id == new.version_id or not new.dated or isinstance(old.claim.reading, Days):
        return False  # a date has its year in itself
    if says(old, MOVED) or says(new, MOVED):
        return False
    years = [int(year) for year in YEAR.findall(old.sentence)]
    return bool(years) and max(years) < new.reported.earliest.year


def left_behind(baseline: Baseline, current: Sequence[Fact]) -> list[Fact]:
    """Of two values that one report gives for one thing, the one that was known, where its sentence tells of a move.

    "The contract of $38 billion becomes one of $100 billion": the old value is not marked as such, and is no part.
    """
    values: list[Fact] = []
    for fact in current:
        if not any(baseline.relate(other, fact) in _SAME for other in values):
            values.append(fact)
    if len(values) != 2 or baseline.relate(*values) is not Relation.CONTRADICTS:
        return []
    known = [fact for fact in values if baseline.match(fact, _SAME)]
    if len(known) != 1 or values[0].sentence != values[1].sentence:
        return []
    old, new = known[0], next(fact for fact in values if fact is not known[0])
    if not (says_it_moved(old, new) or says(old, EITHER)):
        return []
    return [fact for fact in current if baseline.relate(known[0], fact) in (*_SAME, Relation.HEDGE_ONLY)]


def headline(baseline: Baseline, current: Sequence[Fact]) -> Fact | None:
    """Of several figures that one report gives for the whole, the one that it is about: it stands first in the text.

    Of prices a share, the first one that is new, and near enough to the old one to be a better bid.
    """
    if not current or not current[0].claim.attribute.startswith((*WHOLE, "price_per_share")):
        return None
    ordered = sorted(current, key=lambda fact: fact.claim.quote.start)
    if current[0].claim.attribute != "price_per_share":
        return ordered[0]
    fresh = [fact for fact in ordered if baseline.match(fact, (*_SAME, Relation.HEDGE_ONLY)) is None]
    return next((fact for fact in fresh if _is_bid(baseline.current(fact), fact)), None)


def _is_bid(value: Standing | None, fact: Fact) -> bool:
    ratio = ratio_of(value.fact, fact) if value else None
    return ratio is not None and ratio <= _BETTER_BID


def distance(one: Fact, other: Fact) -> Decimal:
    """How far two readings lie apart: times for numbers, days for dates."""
    a, b = one.claim.reading, other.claim.reading
    if isinstance(a, Days) and isinstance(b, Days):
        return Decimal(abs(slip_days(a, b)))
    return ratio_of(one, other) or Decimal(0)
