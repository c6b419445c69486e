"""Is it news? A contradiction between a standing value and a fresh fact gets its kind, severity and reason.

The rules are tried in order and the first that applies decides.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.comparing.baselines import FIXED, Footing, Rules, came_before, days_between, footing
from extractors.comparing.cues import NEWER, says, says_it_moved, way
from extractors.comparing.ladder import decide_status
from extractors.comparing.reasons import Case, Verdict
from extractors.models import Days, Fact, Figure, Kind, Qualifier, Reading, Relation, Rung, Severity
from extractors.relations import BOUNDS, CEILINGS, FLOORS, folded, printed_ends, relation, slip_days

SIZES = frozenset(
    ("hundreds", "thousands", "millions", "billions", "trillions", "tens", "dozens", "multi")
)  # no number
PARTLY = ("tranche_value", "phase_date", "other:")  # without a strand's name two of them are often two things
MANY = (*PARTLY, "phase_date", "start_date", "units_count")  # one report may well give several
ROUGH = ("deal_value", "capacity", "other:")  # debt, gross and net, rounding: a few percent are no news
ONCE = frozenset({"other:outside_date"})  # of which a deal has one
WEIGHTY = frozenset({"deal_value", "price_per_share", "status", "close_date", "termination_fee"})


def decide(case: Case) -> Verdict | None:
    """What the difference is, or None where it is nothing: it arrived late, or stands on another footing."""
    if isinstance(case.fact.claim.reading, Rung):
        return decide_status(case)
    if case.fact.claim.attribute in FIXED:
        return None if case.said or case.value.superseded else _fixed(case)
    if came_before(case.fact, case.earlier):
        return None
    told = not case.parts and says_it_moved(case.earlier, case.fact)
    if case.said or case.value.superseded or told:
        return _as_told(case)
    return _of_copies(case) or _as_found(case)


def _of_copies(case: Case) -> Verdict | None:
    here = (case.fact.story_id, case.fact.article_id)
    copies = {article for story, article in case.value.witnesses if story == here[0]}
    if case.parts or case.value.parts or not copies or here[1] in copies:
        return None
    return Verdict(Kind.CONFLICT, Severity.HIGH, "copies differ")


def _fixed(case: Case) -> Verdict:
    """What has happened cannot move: a day or two is the desk's clock, much later is another event."""
    a, b = case.earlier.claim.reading, case.fact.claim.reading
    days = _space(a, b)
    if case.parts or case.value.parts:
        return Verdict(Kind.CONFLICT, Severity.LOW, "several figures in one report")
    rough = case.rules.news_days if _is_span(a) or _is_span(b) else case.rules.same_moment_days  # "last week"
    if days is not None and abs(days) <= rough:
        return Verdict(Kind.CONFLICT, Severity.LOW, "a day or two apart")
    if days is not None and days > 0 and _tells_today(case):
        return Verdict(Kind.CONFLICT, Severity.LOW, "perhaps a new announcement")
    if days is not None and abs(days) > case.rules.new_step_days and not (days < 0 and _same_season(a, b)):
        rule = "perhaps a new announcement" if days > 0 else "perhaps an earlier step"
        return Verdict(Kind.CONFLICT, Severity.LOW, rule)
    return Verdict(Kind.CONFLICT, Severity.MEDIUM, "cannot move")


def _is_span(reading: Reading) -> bool:
    """Whether it is a week or a month and no day."""
    return isinstance(reading, Days) and reading.start != reading.end


def _tells_today(case: Case) -> bool:
    """Whether a report tells of an announcement of its own days: a further step, not another day of the first one."""
    days, fact = case.fact.claim.reading, case.fact
    if not (isinstance(days, Days) and days.start and fact.dated):
        return False
    return abs((fact.reported.earliest.date() - days.start).days) <= case.rules.news_days


def _as_told(case: Case) -> Verdict:
    rule = "previous value in the text" if case.said or case.value.superseded else "the text says so"
    if (ratio_of(case.earlier, case.fact) or 0) >= case.rules.outlier:
        return Verdict(Kind.REVISED, Severity.LOW, "far off")
    return _moved(case, rule)


def _as_found(case: Case) -> Verdict | None:
    """The text does not speak of a move: everything speaks first for two reports of two things, then for a conflict."""
    attribute, ratio = case.fact.claim.attribute, ratio_of(case.earlier, case.fact)
    if swapped(case.earlier, case.fact):
        return Verdict(Kind.CONFLICT, Severity.MEDIUM, "digits swapped")
    rumour = case.later_by == "later rung" and not is_far(case.earlier, case.fact)  # talk does not say what it includes
    if footing(case.earlier.claim, case.fact.claim) is Footing.LOOSE and not rumour:
        same_report = case.earlier.version_id == case.fact.version_id
        return None if same_report else Verdict(Kind.CONFLICT, Severity.LOW, "perhaps another basis")
    if (case.parts or case.value.parts) and not case.alike:
        several = Verdict(Kind.CONFLICT, Severity.LOW, "several figures in one report")
        return None if attribute.startswith(MANY) else several
    partly = not case.alike and attribute.startswith(PARTLY) and attribute not in ONCE and not case.fact.claim.of
    if partly and (ratio is None or ratio > 1 + case.rules.misprint):
        return replace(_dated(case), severity=Severity.LOW, rule="perhaps another part", moves=False)
    if ratio is not None and ratio >= case.rules.outlier:
        same_digits = _digits(case.earlier) == _digits(case.fact)
        severity = Severity.MEDIUM if same_digits else Severity.LOW
        return Verdict(Kind.OUTLIER, severity, "ten times or a tenth" if same_digits else "far off")
    if ratio == 1:
        return Verdict(
            Kind.CONFLICT, Severity.LOW, "the bound turned"
        )  # the number stands; outlets are loose with bounds
    if case.relation is Relation.CONTRADICTS and is_far(case.earlier, case.fact):
        return replace(
            _dated(case), severity=Severity.LOW, rule="perhaps a part", moves=way(case.earlier, case.fact) > 0
        )
    alike = attribute.startswith(ROUGH)
    if alike and ratio is not None and 1 < ratio <= 1 + case.rules.near:
        return Verdict(Kind.CONFLICT, Severity.LOW, "nearly the same")
    return _dated(case)


def _dated(case: Case) -> Verdict:
    """Who came later decides between a move and a conflict."""
    days = _days_apart(case.earlier.claim.reading, case.fact.claim.reading)
    if days is not None and abs(days) == 1:
        return Verdict(Kind.CONFLICT, Severity.LOW, "a day or two apart")
    if case.fact.tier.rank > case.earlier.tier.rank:
        return Verdict(Kind.CONFLICT, Severity.MEDIUM, "later report of lower tier")
    if days_between(case.earlier, case.fact) > case.rules.same_moment_days:
        return _moved(case, "later report of no lower tier")
    if case.later_by:
        return _moved(case, case.later_by)
    if says(case.fact, NEWER) and not (case.fact.dated and case.earlier.dated):
        return _moved(case, "the text says so")
    return Verdict(Kind.CONFLICT, Severity.MEDIUM, "same moment", moves=True)


def _days_apart(earlier: Reading, later: Reading) -> int | None:
    """Days between two single days; None for anything else."""
    if not (isinstance(earlier, Days) and isinstance(later, Days)):
        return None
    if earlier.start is None or later.start is None or (earlier.start, later.start) != (earlier.end, later.end):
        return None
    return (later.start - earlier.start).days


def _same_season(earlier: Reading, later: Reading) -> bool:
    """Whether both begin in one month, of whatever year: a slip in the year."""
    starts = [reading.start for reading in (earlier, later) if isinstance(reading, Days) and reading.start]
    return len(starts) == 2 and starts[0].month == starts[1].month


def _space(earlier: Reading, later: Reading) -> int | None:
    """Days from one to the other, months and quarters by their nearer ends; negative where the later lies before."""
    if not (isinstance(earlier, Days) and isinstance(later, Days)):
        return None
    if earlier.start is None or earlier.end is None or later.start is None or later.end is None:
        return None
    if later.end < earlier.start:
        return (later.end - earlier.start).days
    return max(0, (later.start - earlier.end).days)


def _moved(case: Case, rule: str) -> Verdict:
    a, b = case.earlier.claim.reading, case.fact.claim.reading
    severity = Severity.HIGH if case.fact.claim.attribute in WEIGHTY else Severity.MEDIUM
    if isinstance(a, Days) and isinstance(b, Days):
        kind = Kind.SLIPPED if slip_days(a, b) > 0 else Kind.PULLED_FORWARD
        return Verdict(kind, severity, rule, moves=True)
    return Verdict(Kind.REVISED, severity, rule, moves=True)


# --- numbers ---------------------------------------------------------------------------------------


def ratio_of(one: Fact, other: Fact) -> Decimal | None:
    """How many times the larger printed number is the smaller one; None for dates, statuses, zero and two units."""
    a, b = (_number(fact) for fact in (one, other))
    if a is None or b is None or a[1] != b[1] or min(a[0], b[0]) <= 0:
        return None
    return max(a[0], b[0]) / min(a[0], b[0])


def _number(fact: Fact) -> tuple[Decimal, str] | None:
    if not isinstance(fact.claim.reading, Figure):
        return None
    figure = folded(fact.claim.reading)
    ends = [end for end in printed_ends(figure) if end is not None]
    return (sum(ends, Decimal(0)) / len(ends), figure.unit) if ends else None


_PART, _WHOLE = Decimal(2), Decimal("2.5")  # times: a part is less than half; a price seldom more than doubles


def is_far(earlier: Fact, later: Fact) -> bool:
    """Whether two sums are so far apart that, where no text speaks of a move, one is rather a part of the other."""
    ratio = ratio_of(earlier, later)
    if earlier.claim.attribute != "deal_value" or ratio is None:
        return False
    return ratio > (_WHOLE if way(earlier, later) > 0 else _PART)


_SWAPPED = 3  # digits; of two, chance makes as many


def _digits(fact: Fact) -> str:
    """The printed digits without scale: 1 for 10 as for 100."""
    number = _number(fact)
    return format(number[0].normalize(), "f").replace(".", "").strip("0") if number else ""


def swapped(one: Fact, other: Fact) -> bool:
    """Whether two numbers of three digits or more differ by two neighbours that changed places: 6.93 and 6.39."""
    a, b = _digits(one), _digits(other)
    ratio = ratio_of(one, other)
    if len(a) != len(b) or len(a) < _SWAPPED or a == b or ratio is None or ratio >= 10:
        return False
    apart = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]


def is_misprint(one: Fact, other: Fact) -> bool:
    """Whether two numbers have two digits swapped, or the same two or more digits at another scale."""
    ratio = ratio_of(one, other)
    scaled = ratio is not None and ratio.normalize().as_tuple().digits == (1,) and ratio > 1
    return swapped(one, other) or (scaled and len(_digits(one)) > 1)


def bound_moved(earlier: Fact, later: Fact, rules: Rules) -> bool:
    """Whether a figure lies inside the earlier words and still outside their sense.

    Two bounds of one direction with two numbers ("over 1 GW", "over 2 GW"), or a plain figure that is less than half of
    the "up to", or more than twice the "at least". Round words ("millions") bind nobody.
    """
    a, b = earlier.claim.reading, later.claim.reading
    if isinstance(a, Days) and isinstance(b, Days):
        return _deadline_moved(a, b, rules, once=later.claim.attribute in ONCE)
    ratio = ratio_of(earlier, later)
    if not (isinstance(a, Figure) and isinstance(b, Figure)) or ratio is None or _vague(earlier):
        return False
    if any({a.qualifier, b.qualifier} <= side for side in (FLOORS, CEILINGS)):
        least = rules.near if {a.qualifier, b.qualifier} <= CEILINGS else rules.misprint
        return ratio > 1 + least and not (_vague(later) and relation(a, b) is Relation.GENERALISES)
    return not _vague(later) and bool({a.qualifier, b.qualifier} & BOUNDS) and ratio > rules.moved_bound


def _deadline_moved(earlier: Days, later: Days, rules: Rules, *, once: bool) -> bool:
    """Whether one promises "by X" and the other lies in another season, though every earlier day is before X.

    "By the end of the year" is what desks make of any month of it. Of the one day `once` given, any other is a move.
    """
    if earlier.end is None or later.end is None or (later.start is not None and not once):
        return False
    days = (later.end - earlier.end).days
    if once and None in (earlier.start, later.start):
        return days != 0
    if earlier.start is not None:
        return days > rules.later_deadline_days
    same_year = earlier.end.year == later.end.year and (12, 31) in {(d.month, d.day) for d in (earlier.end, later.end)}
    return abs(days) > rules.deadline_days and not same_year


def several(facts: Sequence[Fact], rules: Rules) -> bool:
    """Whether one report prints figures for one strand that cannot all be the whole."""
    return any(
        footing(a.claim, b.claim) is Footing.FIRM
        and (relation(a.claim.reading, b.claim.reading) is Relation.CONTRADICTS or bound_moved(a, b, rules))
        for n, a in enumerate(facts)
        for b in facts[n + 1 :]
    )


def _vague(fact: Fact) -> bool:
    """Whether it gives an order of size and no number: open at both ends, or "millions of chips"."""
    figure = fact.claim.reading
    unprinted = isinstance(figure, Figure) and figure.value is None and figure.qualifier is not Qualifier.RANGE
    return unprinted or not SIZES.isdisjoint(fact.claim.amount.casefold().replace("-", " ").split())
