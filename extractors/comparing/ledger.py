"""What has been said of one deal so far, and what each further report changes in it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from extractors.comparing.baselines import FIXED, Baseline, Rules, Standing, strand_key
from extractors.comparing.contexts import counterpart
from extractors.comparing.conversions import rate_words, without_conversions
from extractors.comparing.cues import says_it_moved
from extractors.comparing.histories import distance, headline, is_background, left_behind
from extractors.comparing.ladder import OUTBIDS, PRIMARY, is_signing, outranks
from extractors.comparing.reasons import Case, Verdict
from extractors.comparing.strands import may_be_one, names_only
from extractors.comparing.sums import sums_that_fail
from extractors.comparing.tellings import change_of, last_heard
from extractors.comparing.verdicts import MANY, bound_moved, decide, is_far, is_misprint, ratio_of, several
from extractors.models import Change, Days, Fact, Kind, Qualifier, Relation, Rung, Severity
from extractors.relations import BOUNDS

# What one report may claim, in all and of one thing. A page with more is a table, and comparing all pairs takes the
# square of its length.
_MOST_CLAIMS = 200
_MOST_OF_ONE = 12
Strand = tuple[str, frozenset[str], bool]  # attribute, words of its name, whether conditional
_ELSE = (Relation.CONTRADICTS, Relation.INCOMPARABLE)
_NESTED = (Relation.REFINES, Relation.GENERALISES)
_SAME = (Relation.EQUAL, Relation.ROUNDS_TO)
UNEVEN = Verdict(Kind.MISMATCH, Severity.MEDIUM, "does not add up")
BOUND_MOVED = Verdict(Kind.REVISED, Severity.MEDIUM, "the bound moved", moves=True)
ROUNDED = Verdict(Kind.MISMATCH, Severity.LOW, "adds up only by rounding")


@dataclass(slots=True)
class Ledger:
    """What has been said of one deal so far, strand by strand."""

    rules: Rules
    now: datetime
    strands: dict[Strand, Baseline] = field(default_factory=dict)
    articles: dict[str, list[Fact]] = field(default_factory=dict)  # the facts of each article's latest version
    rungs: dict[str, Rung] = field(default_factory=dict)  # the status in each version
    primary: Fact | None = None  # the status as the companies themselves gave it last
    past: dict[str, date] = field(default_factory=dict)  # the latest day that each version tells as past
    told: set[str] = field(default_factory=set)
    bidders: Mapping[str, str] = field(default_factory=dict)  # of a contest: whose bid each version reports on
    edited: Mapping[str, str | None] = field(default_factory=dict)  # facts in edited words, and the facts before them
    again: Set[str] = frozenset()  # versions that were compared with the one before
    giver: str | None = None  # the company that alone buys or pays: its name names no strand
    first: str = ""  # the version that first reported on the deal

    def take(self, facts: Iterable[Fact]) -> Iterator[Change]:
        """Take up facts in order of arrival, report by report, and yield what changed. No change is told twice."""
        reports: dict[str, list[Fact]] = {}
        for fact in facts:
            reports.setdefault(fact.version_id, []).append(fact)
        for report in reports.values():
            for change in self._report(report):
                if change.change_id not in self.told:
                    self.told.add(change.change_id)
                    yield change

    def _report(self, report: list[Fact]) -> Iterator[Change]:
        report = [fact for fact in report if _speaks(fact)][:_MOST_CLAIMS]
        if not report:
            return
        self.first = self.first or report[0].version_id
        self._note(report)
        former = self.articles.get(report[0].article_id, [])
        self.articles[report[0].article_id] = report
        rest = self._news(former, report) if report[0].version_id in self.again else report
        whole, strands = dict(self._by_strand(report)), dict(self._by_strand(rest))
        for key, claims in strands.items():
            beside = [fact for fact in whole[key][:_MOST_OF_ONE] if self.edited.get(fact.fact_id)]
            yield from self._strand(self._baseline(key, whole), claims[:_MOST_OF_ONE], beside)
        for one, part, words, certain in sums_that_fail(report):
            yield self._change(one, part, Relation.INCOMPARABLE, UNEVEN if certain else ROUNDED, words)

    def _note(self, report: Sequence[Fact]) -> None:
        """Keep what the report as a whole shows of its time."""
        for fact in report:
            reading = fact.claim.reading
            if isinstance(reading, Rung):
                self.rungs[fact.version_id] = reading
                self.primary = fact if fact.tier in PRIMARY else self.primary
            elif isinstance(reading, Days) and reading.qualifier is Qualifier.EXACT and reading.start:
                self.past[fact.version_id] = max(reading.start, self.past.get(fact.version_id, reading.start))

    def _by_strand(self, facts: Sequence[Fact]) -> Iterator[tuple[Strand, list[Fact]]]:
        strands: dict[Strand, list[Fact]] = {}
        for fact in facts:
            strands.setdefault(self._key(fact), []).append(fact)
        yield from strands.items()

    def _key(self, fact: Fact) -> Strand:
        """What the fact speaks of: in a contest, where it does not say, the bid that its report is about."""
        of = fact.claim.of or self.bidders.get(fact.version_id)
        whole = of and self.giver and names_only(of, self.giver)
        return strand_key(replace(fact.claim, of=None if whole else of))

    def _baseline(self, key: Strand, beside: Collection[Strand] = ()) -> Baseline:
        """The strand of that name, or of the nearest name that says more or less ("Novo", "Novo Nordisk").

        What one report tells apart (`beside`) is not one thing.
        """
        if key not in self.strands and key[1]:
            attribute, words, conditional = key
            near = [k for k in self.strands if (k[0], k[2]) == (attribute, conditional) and k[1]]
            alike = [k for k in near if may_be_one(k[1], words) and k not in beside]
            key = max(alike, key=lambda k: len(k[1] & words), default=key)
        return self.strands.setdefault(key, Baseline(self.rules))

    # --- one article, edited ---

    def _news(self, former: Sequence[Fact], report: Sequence[Fact]) -> list[Fact]:
        """Take up what an edited article says; return what was added to it. The edits themselves are told elsewhere."""
        before = {fact.fact_id: fact for fact in former}
        added = []
        for fact in report:
            baseline, old = self._baseline(self._key(fact)), self.edited.get(fact.fact_id)
            if old:
                self._restate(baseline, before.get(old), fact)
            elif fact.fact_id in self.edited:
                added.append(fact)
            elif known := baseline.match(fact, _SAME):
                baseline.support(known, fact)
            elif baseline.current(fact) is None:
                baseline.adopt(fact, superseded=fact.claim.when == "previous")
        return added

    def _restate(self, baseline: Baseline, earlier: Fact | None, later: Fact) -> None:
        known = baseline.match(later, _SAME)
        if known:
            baseline.support(known, later)
            return
        old = baseline.match(earlier, (Relation.EQUAL,)) if earlier else None
        taken = baseline.adopt(later, contested=old is not None and len(old.stories) > 1)
        if old:
            old.led_to.add(taken)

    # --- many reports, one strand ---

    def _strand(self, baseline: Baseline, claims: Sequence[Fact], beside: Sequence[Fact]) -> Iterator[Change]:
        """Judge the claims of one report on one thing; `beside` are those that an edit has told already."""
        claims = without_conversions(claims, baseline.home_unit())
        said = [fact for fact in claims if fact.claim.when == "previous"]
        current = [fact for fact in claims if fact.claim.when != "previous"]
        behind = left_behind(baseline, current)
        said, current = [*said, *behind], [fact for fact in current if fact not in behind]
        parts = several([*beside, *current], self.rules)
        past = [self._remember(baseline, fact) for fact in said]
        lead = headline(baseline, current) if parts else None
        found = [
            change
            for fact in current
            for change in self._judge(baseline, fact, said, current, parts=parts and fact is not lead)
        ]
        seen: set[str] = set()
        for change in found:
            if change.rule != "several figures in one report" or change.rule not in seen:  # once is enough
                yield change
            seen.add(change.rule)
        if past and not parts:
            yield from self._history(baseline, past, current)

    def _remember(self, baseline: Baseline, fact: Fact) -> Standing:
        """Keep what a text gives as previous."""
        nested = _NESTED if isinstance(fact.claim.reading, Days) else ()  # "by May" is remembered as "in May"
        return baseline.match(fact, (*_SAME, Relation.HEDGE_ONLY, *nested)) or baseline.adopt(fact, superseded=True)

    def _judge(
        self, baseline: Baseline, fact: Fact, said: Sequence[Fact], beside: Sequence[Fact], *, parts: bool
    ) -> Iterator[Change]:
        lasting = baseline.heard(fact) if fact.claim.attribute in FIXED else None
        if match := lasting or baseline.match(fact, _SAME):
            baseline.support(match, fact)
            return
        opposite = baseline.opposite(fact)
        twin = None if opposite else baseline.match(fact, (Relation.HEDGE_ONLY,))
        if twin:
            yield from self._hedge(baseline, twin, fact)
            return
        value = opposite or baseline.left_off(said) or self._misprinted(baseline, fact)
        twin = None if value or not fact.claim.attribute.startswith(MANY) else counterpart(baseline, fact, beside)
        value = value or twin or baseline.current(fact)
        how = baseline.relate(value.fact, fact) if value else Relation.INCOMPARABLE
        if value is None or how is Relation.INCOMPARABLE:
            baseline.adopt(fact, parts=parts)
        elif how in _NESTED and not self._is_step(value.fact, fact):
            yield from self._narrowed(baseline, value, fact, how)
        else:
            here = [old for old in said if baseline.relate(old, value.fact) not in _ELSE]
            case = Case(
                value, fact, how, self.rules, here, parts, self.primary, self._later_by(value, fact), bool(twin)
            )
            yield from self._differs(baseline, case)

    @staticmethod
    def _misprinted(baseline: Baseline, fact: Fact) -> Standing | None:
        """The standing value of which the fact is a misprint: no other one can explain its digits."""
        standing = (v for v, how in baseline.comparable(fact) if how is Relation.CONTRADICTS and not v.superseded)
        return next((value for value in standing if is_misprint(value.fact, fact)), None)

    def _is_step(self, earlier: Fact, fact: Fact) -> bool:
        """Whether what lies inside the earlier words is still something new."""
        return bound_moved(earlier, fact, self.rules) or is_signing(earlier, fact, self.rules)

    def _later_by(self, value: Standing, fact: Fact) -> str | None:
        """By what the report shows that it came later: a higher rung, or past days that it speaks of."""
        before, after = self.rungs.get(value.fact.version_id), self.rungs.get(fact.version_id)
        if before and after and outranks(before, after):
            return "later rung"
        day = None if fact.dated or not value.fact.dated else self.past.get(fact.version_id)
        gap = day - value.fact.reported.latest.date() if day else timedelta(0)
        return "later days" if gap.days > self.rules.same_moment_days else None

    def _hedge(self, baseline: Baseline, value: Standing, fact: Fact) -> Iterator[Change]:
        """A bound lost or won is told, low; "about" comes and goes."""
        earlier, closed = value.fact, _closed(fact)
        others = [v.fact for v, how in baseline.comparable(fact) if how is Relation.HEDGE_ONLY]
        baseline.adopt(fact, contested=True, superseded=value.superseded, told=value.told)
        if all(_closed(other) != closed for other in others):
            rule = "the hedge is gone" if closed else "a hedge has come"
            yield self._change(earlier, fact, Relation.HEDGE_ONLY, Verdict(Kind.HEDGE_CHANGED, Severity.LOW, rule))

    def _narrowed(self, baseline: Baseline, value: Standing, fact: Fact, how: Relation) -> Iterator[Change]:
        """Coarser words are nothing new. Narrower ones take the place of the standing words."""
        if how is Relation.GENERALISES:
            value.seen_by(fact)
            return
        earlier, same_report = value.fact, value.fact.version_id == fact.version_id
        if _closed(earlier):
            value.fact = fact
        else:
            baseline.adopt(fact)
        if not same_report:
            yield self._change(earlier, fact, how, Verdict(Kind.REFINED, Severity.INFO, "inside the words"))

    def _differs(self, baseline: Baseline, case: Case) -> Iterator[Change]:
        verdict = decide(case)
        heard = baseline.faded(case.fact)
        if verdict is None:
            baseline.adopt(case.fact, contested=True, parts=case.parts)
            return
        bounds = not isinstance(case.fact.claim.reading, Days) and case.relation is not Relation.CONTRADICTS
        inside = bounds and verdict.severity.alerts
        if inside and verdict.kind in (Kind.REVISED, Kind.CONFLICT):  # what lies inside the words cannot deny them
            far = is_far(case.earlier, case.fact) and not (_closed(case.fact) or says_it_moved(case.earlier, case.fact))
            verdict = replace(BOUND_MOVED, severity=Severity.LOW) if far else BOUND_MOVED
        earlier = case.primary if case.primary and verdict.rule == OUTBIDS else case.earlier
        if verdict.severity.alerts and is_background(earlier, case.fact, self.first):
            verdict = replace(verdict, severity=Severity.LOW, rule="history")  # how it came to the deal
        taken = baseline.adopt(case.fact, contested=not verdict.moves, parts=case.parts, told=True)
        case.value.led_to.add(taken)
        case.value.left = case.value.left or (verdict.moves and verdict.kind is not Kind.CONFLICT)
        more = f"It was said before, last by {last_heard(heard.last)}." if heard else ""
        more = " ".join(filter(None, (rate_words(earlier, case.fact, self.rules.rates), more)))
        yield self._change(earlier, case.fact, case.relation, verdict, more)

    def _history(self, baseline: Baseline, past: Sequence[Standing], current: Sequence[Fact]) -> Iterator[Change]:
        """Previous values tell of a move even where the present value is known: loud where one report gives both.

        Several previous values are steps on the way to the present one, the farthest first.
        """
        fact = current[0] if current else None
        present = baseline.match(fact, _SAME) if fact else baseline.current(past[-1].fact)
        steps = sorted(
            dict.fromkeys(past), key=lambda old: distance(old.fact, present.fact) if present else 0, reverse=True
        )
        if present and present not in steps and not present.superseded:
            steps.append(present)
        for old, new in pairwise(steps):
            if baseline.among(new, old.led_to) or baseline.relate(old.fact, new.fact) is not Relation.CONTRADICTS:
                continue
            later = fact if fact and new is present else new.fact
            verdict = decide(Case(old, later, Relation.CONTRADICTS, self.rules, [old.fact]))
            if verdict:
                loud = (
                    later is fact
                    and not (new.told or baseline.among(new, old.all_led_to()))
                    and not is_background(old.fact, later, self.first)
                )
                loud = loud and (ratio_of(old.fact, later) or 0) < self.rules.outlier and not _side_by_side(old, new)
                new.told = True
                old.led_to.add(new)
                told = verdict if loud else replace(verdict, severity=Severity.LOW, rule="history")
                yield self._change(old.fact, later, Relation.CONTRADICTS, told)

    def _change(self, earlier: Fact, later: Fact | None, how: Relation, verdict: Verdict, more: str = "") -> Change:
        return change_of(earlier, later, how, verdict, self.now, more)


def _side_by_side(old: Standing, new: Standing) -> bool:
    """Whether whoever gave the one value as that of now gave the other too: two ways to count, no move."""
    articles = {article for _, article in old.witnesses}
    return not old.superseded and articles <= {article for _, article in new.witnesses}


def _speaks(fact: Fact) -> bool:
    """Denied values, those of questions and unresolved dates claim nothing that could be compared."""
    reading = fact.claim.reading
    if fact.sentence.rstrip().endswith("?"):
        return False
    return fact.claim.modality != "denied" and not (isinstance(reading, Days) and not reading.resolved)


def _closed(fact: Fact) -> bool:
    reading = fact.claim.reading
    if isinstance(reading, Days):
        return reading.start is not None and reading.end is not None
    return getattr(reading, "qualifier", None) not in BOUNDS
