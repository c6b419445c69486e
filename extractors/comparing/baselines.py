"""What was said before of one strand of a deal: the values that stand, against which a fresh fact is judged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import IntEnum

from extractors.comparing.strands import words_of
from extractors.models import Claim, Days, Fact, Figure, Relation
from extractors.relations import BOUNDS, Rates, currency_of, folded, meaning, printed_ends, relation


@dataclass(frozen=True, slots=True)
class Rules:
    """The thresholds of change finding, each with its reason."""

    support_days: int = 90  # two standing figures do not flap within this time
    same_moment_days: int = 2  # desks take up a story for two days; what differs then is a conflict
    primary_days: int = 30  # so long the companies' own word on the status outweighs a louder report
    outlier: Decimal = Decimal(8)  # times or parts: nearer to a slipped digit than to a new price
    moved_bound: Decimal = Decimal(2)  # "up to 100" and then 30: inside the words, outside their sense
    near: Decimal = Decimal("0.03")  # debt, dilution and rounding move a total that much without news
    misprint: Decimal = Decimal("0.10")  # `other` figures nearer than this are one figure, one of them misprinted
    new_step_days: int = 30  # a deal "announced" so much later than it was is rather an enlargement of it
    news_days: int = 7  # a report so near the day it tells of is the news of that day
    steady_days: int = 14  # so long after "announced", "signed and binding" is a step and no other word
    deadline_days: int = 31  # two deadlines nearer than that are one, loosely told
    later_deadline_days: int = 180  # so long after the month that was promised, "by" is no looser word for it
    grace_days: int = 3  # after a promised day, before its silence is told
    rates: Rates | None = None


FIXED = frozenset({"announce_date"})  # what has happened cannot move
_PARTS_OF = ("tranche_value", "termination_fee", "other:")  # a condition belongs to them, however it is told
MOST_VALUES = 40  # standing in one strand; beyond that the oldest that is not current is forgotten


class Footing(IntEnum):
    """On what footing two claims of one strand are compared; more is firmer."""

    NONE = 0  # another basis, payer or unit: never compared
    LOOSE = 1  # one of them leaves basis or payer open: they can support, hardly contradict
    FIRM = 2


@dataclass(slots=True, eq=False)
class Standing:
    """One value that stands in a strand, with its first and its latest witness."""

    fact: Fact  # the first report of it, or the one that said it most narrowly
    last: Fact
    witnesses: set[tuple[str, str]]  # story and article of each report that says so
    superseded: bool = False  # known only as what was said before
    contested: bool = False  # told as a conflict: it stands beside the current value until more stories bear it out
    parts: bool = False  # its report prints several such figures
    told: bool = False  # a change has led to it
    left: bool = False  # a revision has led away from it
    led_to: set["Standing"] = field(default_factory=set)  # the values to which it was told to have moved

    @property
    def stories(self) -> set[str]:
        """The stories that say so; each counts once, however many outlets copied it."""
        return {story for story, _ in self.witnesses}

    def all_led_to(self) -> set["Standing"]:
        """The values to which it was told to have moved, and those to which these moved."""
        reached, ahead = set(self.led_to), list(self.led_to)
        while ahead:
            further = ahead.pop().led_to - reached
            reached |= further
            ahead += further
        return reached

    def seen_by(self, fact: Fact) -> None:
        """Count the fact's report as a witness."""
        self.witnesses.add((fact.story_id, fact.article_id))


def footing(one: Claim, other: Claim) -> Footing:
    """Whether two claims of one strand can be compared, by unit, basis and payer."""
    if not _units_meet(one, other):
        return Footing.NONE
    if any(a and b and words_of(a) != words_of(b) for a, b in ((one.basis, other.basis), (one.payer, other.payer))):
        return Footing.NONE
    hung = not one.attribute.startswith(_PARTS_OF) and bool(one.condition) != bool(other.condition)
    alike = bool(one.basis) == bool(other.basis) and bool(one.payer) == bool(other.payer)
    return Footing.FIRM if alike and not hung else Footing.LOOSE


def _units_meet(one: Claim, other: Claim) -> bool:
    a, b = one.reading, other.reading
    if isinstance(a, Figure) and isinstance(b, Figure):
        a, b = folded(a), folded(b)
        both_money = currency_of(a.unit) and currency_of(b.unit) and ("/" in a.unit) == ("/" in b.unit)
        return a.unit == b.unit or bool(both_money)
    return type(a) is type(b)


def strand_key(claim: Claim) -> tuple[str, frozenset[str], bool]:
    """Claims with one key speak of one thing. Word order, case and articles of the strand's name do not matter."""
    hung = claim.modality == "conditional" and (claim.attribute != "deal_value" or bool(claim.condition))
    return claim.attribute, words_of(claim.of or ""), hung  # a "would cost" alone makes no other sum of the whole


def days_between(one: Fact, other: Fact) -> int:
    """Days from one report to the other: by their own dates where both have one, else by when we saw them."""
    if not (one.dated and other.dated):
        return abs((other.seen_at - one.seen_at) // timedelta(days=1))
    gap = max(other.reported.earliest - one.reported.latest, one.reported.earliest - other.reported.latest)
    return max(0, gap // timedelta(days=1))


def came_before(one: Fact, other: Fact) -> bool:
    """Whether both are dated and the first certainly reports earlier."""
    return one.dated and other.dated and one.reported.before(other.reported)


@dataclass(slots=True)
class Baseline:
    """The standing values of one strand, in the order in which they were taken up."""

    rules: Rules
    values: list[Standing] = field(default_factory=list)

    def relate(self, earlier: Fact, later: Fact) -> Relation:
        """Relation of two facts, across currencies where a rate of the day is known."""
        return relation(earlier.claim.reading, later.claim.reading, self.rules.rates, self._day(later))

    @staticmethod
    def _day(fact: Fact) -> date:
        return fact.reported.earliest.date() if fact.dated else fact.seen_at.date()

    def comparable(self, fact: Fact) -> Iterator[tuple[Standing, Relation]]:
        """The values that the fact can be compared with, firmest footing first, and how it relates to each."""
        footed = [(footing(value.fact.claim, fact.claim), value) for value in self.values]
        for foot in (Footing.FIRM, Footing.LOOSE):
            yield from ((value, self.relate(value.fact, fact)) for f, value in footed if f is foot)

    def match(self, fact: Fact, wanted: Iterable[Relation]) -> Standing | None:
        """A standing value to which the fact has one of the relations, while it may still support it."""
        among, current = frozenset(wanted), self.current(fact)
        twin = current is not None and self.relate(current.fact, fact) in (Relation.EQUAL, Relation.HEDGE_ONLY)
        related = (value for value, how in self.comparable(fact) if how in among)
        return next((v for v in related if twin or v is current or self._fresh(v, fact)), None)

    def heard(self, fact: Fact) -> Standing | None:
        """A value that the fact repeats or tells more coarsely, however old: for what cannot move."""
        same = (Relation.EQUAL, Relation.ROUNDS_TO, Relation.GENERALISES)
        return next((value for value, how in self.comparable(fact) if how in same), None)

    def left_off(self, said: Iterable[Fact]) -> Standing | None:
        """The reported value that a text names as the previous one, where nobody has told a move away from it."""
        same = (Relation.EQUAL, Relation.ROUNDS_TO)
        named = (self.match(fact, same) for fact in said)
        return next((value for value in named if value and not (value.superseded or value.left)), None)

    def among(self, value: Standing, others: Iterable[Standing]) -> bool:
        """Whether one of the others says what the value says, more or less."""
        apart = (Relation.CONTRADICTS, Relation.INCOMPARABLE)
        return any(self.relate(other.fact, value.fact) not in apart for other in others)

    def faded(self, fact: Fact) -> Standing | None:
        """The latest value that the fact repeats, though nobody has said it for longer than it could be supported."""
        same = (Relation.EQUAL, Relation.ROUNDS_TO)
        old = [value for value, how in self.comparable(fact) if how in same and not self._fresh(value, fact)]
        return old[-1] if old else None

    def _fresh(self, value: Standing, fact: Fact) -> bool:
        return min(days_between(value.fact, fact), days_between(value.last, fact)) <= self.rules.support_days

    def current(self, fact: Fact) -> Standing | None:
        """The value that stands now for what the fact speaks of; one known only as superseded if there is no other."""
        firm, loose = self._current_on(Footing.FIRM, fact), self._current_on(Footing.LOOSE, fact)
        if firm and loose and not self._fresh(firm, fact) and self._fresh(loose, fact):
            return loose  # the other one is of another season
        return firm or loose

    def _current_on(self, foot: Footing, fact: Fact) -> Standing | None:
        group = [v for v in self.values if footing(v.fact.claim, fact.claim) is foot and self._one_tongue(v, fact)]
        standing = [v for v in group if not v.superseded]
        chosen = [v for v in standing if not v.contested] or standing or group
        own = [v for v in chosen if _unit_of(v.fact) == _unit_of(fact)]  # before what must be converted
        return (own or chosen)[-1] if chosen else None

    def opposite(self, fact: Fact) -> Standing | None:
        """A floor where the fact has a ceiling at the same number, or the other way round."""
        number = _number_of(fact)
        if number is None:
            return None
        contrary = (v for v, how in self.comparable(fact) if how is Relation.CONTRADICTS and not v.superseded)
        return next((v for v in contrary if _number_of(v.fact) == number), None)

    def _one_tongue(self, value: Standing, fact: Fact) -> bool:
        """Whether both are in one unit and the deal's own currency, or can be converted.

        A desk that converts for its readers says nothing new: £73bn and £75bn were both $100bn.
        """
        a, b = value.fact.claim.reading, fact.claim.reading
        if self.rules.rates or not (isinstance(a, Figure) and isinstance(b, Figure)):
            return True
        return folded(a).unit == folded(b).unit and (currency_of(b.unit) is None or b.unit == self.home_unit())

    def home_unit(self) -> str | None:
        """The unit that most stories print the figure in; the first one seen where they are even."""
        units: dict[str, set[str]] = {}
        for value in self.values:
            if isinstance(value.fact.claim.reading, Figure):
                units.setdefault(value.fact.claim.reading.unit, set()).update(value.stories)
        return max(units, key=lambda unit: len(units[unit]), default=None)

    def adopt(
        self, fact: Fact, *, superseded: bool = False, contested: bool = False, parts: bool = False, told: bool = False
    ) -> Standing:
        """Take the fact up as a standing value of its own."""
        if len(self.values) >= MOST_VALUES:
            self.values.remove(next((v for v in self.values if v.contested or v.superseded), self.values[0]))
        self.values.append(Standing(fact, fact, {(fact.story_id, fact.article_id)}, superseded, contested, parts, told))
        return self.values[-1]

    def support(self, value: Standing, fact: Fact) -> None:
        """Count the fact for a value. The narrower words stand for it; more stories make a contested one current."""
        value.seen_by(fact)
        if fact.claim.when != "previous" and all(v.superseded for v in self.values):
            value.superseded = False
        if not came_before(fact, value.last):
            value.last = fact
        if _narrower(value.fact, fact):
            value.fact = fact
        current = self.current(fact)
        rivals = current and self.relate(current.fact, value.fact) is Relation.CONTRADICTS
        if value.contested and rivals and current and len(value.stories) > len(current.stories):
            value.contested = False
            self.values.remove(value)
            self.values.append(value)


def _unit_of(fact: Fact) -> str | None:
    return folded(fact.claim.reading).unit if isinstance(fact.claim.reading, Figure) else None


def _number_of(fact: Fact) -> tuple[Decimal | None, Decimal | None] | None:
    reading = fact.claim.reading
    return printed_ends(folded(reading)) if isinstance(reading, Figure) else None


def _narrower(known: Fact, fresh: Fact) -> bool:
    """Whether fresh words for a value leave less room than the known ones, on the same footing."""
    a, b = known.claim.reading, fresh.claim.reading
    if footing(known.claim, fresh.claim) is not Footing.FIRM:
        return False
    if isinstance(a, Days) and isinstance(b, Days):
        return None not in (a.start, a.end, b.start, b.end) and relation(a, b) is Relation.REFINES
    if not (isinstance(a, Figure) and isinstance(b, Figure)) or folded(a).unit != folded(b).unit:
        return False
    return (a.qualifier in BOUNDS) == (b.qualifier in BOUNDS) and _room(b) < _room(a)


def _room(figure: Figure) -> Decimal:
    span = meaning(folded(figure))
    if span.low is None or span.high is None:
        return Decimal("Infinity")
    return span.high - span.low
