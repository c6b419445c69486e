"""Of which stage or part does a figure speak that no strand names? The words beside it tell."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from extractors.comparing.baselines import Baseline, Standing
from extractors.comparing.verdicts import ratio_of
from extractors.models import Days, Fact, Relation
from extractors.relations import slip_days

_FAR_DAYS, _FAR = 550, Decimal(2)  # days, and times: beyond that one stage is hardly told of
_BEFORE, _AFTER = 90, 60  # characters around the quote in its sentence

# The stages of a deal and the parts of its money, each by the beginnings of the words that desks use for it.
_TOPICS = {
    "vote": ("vote", "voting", "meeting", "ballot", "egm", "agm", "shareholder"),
    "tender": ("tender", "acceptance", "offer period", "subscription"),
    "decision": ("investment decision", "fid", "go ahead", "go-ahead", "greenlight", "sanction"),
    "delivery": ("deliver", "handover", "handed over", "hand over", "accept the", "shipment", "shipped", "ship"),
    "building": ("construction", "groundbreaking", "break ground", "broke ground", "building work"),
    "permit": ("permit", "licen", "approv", "clearance", "regulator", "antitrust", "ruling", "review", "consent"),
    "court": ("court", "trial", "hearing", "judge", "lawsuit"),
    "talks": ("exclusiv", "standstill", "due diligence", "data room"),
    "installing": ("install", "energi", "testing", "commission", "fuel load", "grid"),
    "paying": ("pay", "paid", "instalment", "installment", "funding", "disburse", "draw"),
    "equity": ("equity", "shares", "stock"),
    "debt": ("debt", "bond", "loan", "notes", "credit", "borrow", "lend"),
    "grant": ("grant", "subsid", "award", "incentive", "tax credit"),
    "backing": ("guarant", "backstop", "surety"),
    "cash": ("cash",),
}
_ORDER = {"first": 1, "one": 1, "second": 2, "two": 2, "third": 3, "three": 3, "fourth": 4, "four": 4, "fifth": 5}
_APART = (Relation.CONTRADICTS, Relation.INCOMPARABLE)


@lru_cache(maxsize=1 << 12)  # a standing value is compared with every fresh one
def _near(sentence: str, quote: str) -> tuple[frozenset[str], frozenset[int]]:
    """The topics around a quote, and the numbers by which its part is counted."""
    at = max(0, sentence.find(quote))
    near = f"{sentence[max(0, at - _BEFORE) : at]} {sentence[at + len(quote) : at + len(quote) + _AFTER]}".casefold()
    words = "".join(c if c.isalnum() or c == "-" else " " for c in near).split()
    line = f" {' '.join(words)}"
    topics = frozenset(topic for topic, starts in _TOPICS.items() if any(f" {start}" in line for start in starts))
    return topics, frozenset(_ORDER[word] for word in words if word in _ORDER)


def _could_move(earlier: Fact, later: Fact) -> bool:
    """Whether the one can have become the other: what has happened stays, and far sums are of two things."""
    a, b = earlier.claim.reading, later.claim.reading
    if isinstance(a, Days) and isinstance(b, Days):
        ahead = a.end is not None and (not earlier.dated or a.end > earlier.reported.earliest.date())
        slip = slip_days(a, b)
        early = slip < 0 and later.dated and b.end is not None and b.end <= later.reported.latest.date()
        return ahead and abs(slip) <= _FAR_DAYS and not early  # hardly anything happens before it was promised
    return (ratio_of(earlier, later) or _FAR) < _FAR


def of_one_stage(one: Fact, other: Fact) -> bool:
    """Whether the words beside two figures name one stage or part, and none of another."""
    (a, first), (b, second) = (_near(fact.sentence, fact.claim.quote.words) for fact in (one, other))
    counted_apart = bool(first and second) and first.isdisjoint(second)
    return bool(a & b) and (a <= b or b <= a) and not counted_apart


def counterpart(baseline: Baseline, fact: Fact, beside: Sequence[Fact]) -> Standing | None:
    """The latest value that stands, that the report does not repeat, and that is of the stage of which the fact is."""
    others = [other for other in beside if other is not fact]
    for value in reversed(baseline.values):
        if value.superseded or value.left or value.fact.version_id == fact.version_id:
            continue
        if baseline.relate(value.fact, fact) is not Relation.CONTRADICTS or not _could_move(value.fact, fact):
            continue
        if of_one_stage(value.last, fact) and all(baseline.relate(value.fact, other) in _APART for other in others):
            return value
    return None
