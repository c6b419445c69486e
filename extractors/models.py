"""The records that flow through dealdrift, in the order in which they flow. All are frozen."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

EXTRACTOR = "rules"
EXTRACTOR_VERSION = "2"  # raised whenever the rules read the same text otherwise


class DealdriftError(Exception):
    """Root of all errors that a person can cause or mend. Its text is one line: what, where, what to do."""


def stable_id(prefix: str, *parts: object) -> str:
    """An id that depends on its parts alone, such as "fact_3f2a…": the same input gives the same id anywhere."""
    packed = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}_{hashlib.sha256(packed.encode(errors='surrogatepass')).hexdigest()[:20]}"


# --- time ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was published, as exactly as it was said: a timestamp, a day or a month. Aware, UTC, inclusive."""

    earliest: datetime
    latest: datetime

    @classmethod
    def at(cls, when: datetime) -> "Moment":
        """The moment of one aware timestamp."""
        return cls(when.astimezone(UTC), when.astimezone(UTC))

    @classmethod
    def of_days(cls, first: date, last: date) -> "Moment":
        """Any time from the first day to the last."""
        midnight = datetime(last.year, last.month, last.day, tzinfo=UTC)
        return cls(
            datetime(first.year, first.month, first.day, tzinfo=UTC), midnight + timedelta(days=1, microseconds=-1)
        )

    @property
    def day(self) -> date | None:
        """The one day it lies on, or None where only the month is known."""
        first = self.earliest.date()
        return first if first == self.latest.date() else None

    def before(self, other: "Moment") -> bool:
        """Whether it certainly lies before the other; overlapping moments are not ordered."""
        return self.latest < other.earliest


# --- feeds and articles ----------------------------------------------------------------------------


class Tier(StrEnum):
    """How near an outlet stands to the deal itself, nearest first."""

    FILING = "filing"
    COMPANY = "company"
    WIRE = "wire"
    NATIONAL = "national"
    TRADE = "trade"
    AGGREGATOR = "aggregator"
    BLOG = "blog"

    @property
    def rank(self) -> int:
        """0 for a filing, growing with the distance."""
        return list(Tier).index(self)


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed. `url` is canonical; None where the entry links nowhere."""

    feed_url: str
    url: str | None
    guid: str | None
    title: str | None
    published: Moment | None
    summary: str | None  # plain text
    content: str | None  # plain text of the full content, where the feed carries it


class Source(StrEnum):
    """What the text of a version was read from, best first."""

    PAGE = "page"
    DOCUMENT = "document"
    CONTENT = "content"  # the feed's full content
    SUMMARY = "summary"  # the feed's summary stands in


@dataclass(frozen=True, slots=True)
class Version:
    """The text of an article as it stood at one fetch. Its text is never changed afterwards."""

    version_id: str
    article_id: str  # of the canonical URL, or of the document where there is none
    document_id: str  # the id printed to people; of a document its own, else the article's
    url: str | None
    outlet: str | None
    tier: Tier
    title: str | None
    text: str
    text_hash: str  # of the normalised text
    published: Moment | None
    seen_at: datetime  # when it was fetched; aware, UTC
    source: Source
    language: str | None  # ISO 639-1
    extractor: str  # what made text of the page, with its version
    confirmed: bool = True  # a changed page counts only when a second read agrees
    notice: str | None = None  # the sentence that admits a correction or an update

    @property
    def reported(self) -> Moment:
        """When it reports: as published, or as seen where it does not say."""
        return self.published or Moment.at(self.seen_at)


def one_form(number: Decimal) -> Decimal:
    """Return the number without zeros at its end and without an exponent, however it was written."""
    if not number.is_finite() or abs(number.adjusted()) > 60:  # no figure of a deal: left as it is
        return number
    digits = f"{number:f}"
    return Decimal(digits.rstrip("0").rstrip(".") if "." in digits else digits)


# --- figures ---------------------------------------------------------------------------------------


class Qualifier(StrEnum):
    """How sure the words make a figure."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    RANGE = "range"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a text and where they stand: `text[start:end] == words`, in code points."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from low to high, both included; None is an open end."""

    low: Decimal | None
    high: Decimal | None

    def contains(self, other: "Interval") -> bool:
        """Whether every number of the other lies in it."""
        low_ok = self.low is None or (other.low is not None and other.low >= self.low)
        return low_ok and (self.high is None or (other.high is not None and other.high <= self.high))

    def overlaps(self, other: "Interval") -> bool:
        """Whether they share a number."""
        if self.low is not None and other.high is not None and other.high < self.low:
            return False
        return not (self.high is not None and other.low is not None and other.low > self.high)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed, in major units: `value`, or `low` and `high` of a range. What it can mean is `meaning`."""

    unit: str  # ISO 4217, GW, MW, percent, shares, USD/share, chips, years, or a count's noun
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    resolution: Decimal = Decimal(0)  # the step of the last printed digit: 1e9 for "$69 billion", 1e8 for "$68.7bn"

    def __post_init__(self) -> None:
        """Write each number in one way, so that 1200000000.0 and 1200000000 make the same ids."""
        for name in ("value", "low", "high", "resolution"):
            number = getattr(self, name)
            if number is not None:
                object.__setattr__(self, name, one_form(number))


@dataclass(frozen=True, slots=True)
class Days:
    """Days from start to end, both included; None is an open end. Both None: the words could not be resolved."""

    start: date | None
    end: date | None
    qualifier: Qualifier = Qualifier.EXACT

    @property
    def resolved(self) -> bool:
        """Whether the words gave any day at all."""
        return self.start is not None or self.end is not None


class Rung(StrEnum):
    """The ladder of statuses, lowest first; paused and terminated stand beside it."""

    RUMORED = "rumored"
    LETTER_OF_INTENT = "letter_of_intent"
    ANNOUNCED = "announced"
    DEFINITIVE = "definitive"
    COMPLETED = "completed"
    PAUSED = "paused"
    TERMINATED = "terminated"


Reading = Figure | Days | Rung


# --- reports and facts -----------------------------------------------------------------------------


class Role(StrEnum):
    """What a party does in a deal."""

    ACQUIRER = "acquirer"
    TARGET = "target"
    SELLER = "seller"
    INVESTOR = "investor"
    INVESTEE = "investee"
    PARTNER = "partner"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    LENDER = "lender"


@dataclass(frozen=True, slots=True)
class Party:
    """A company in a role. One company may stand in two roles, as two parties."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Company:
    """A watched company: its name and the other names that it goes by."""

    name: str
    aliases: tuple[str, ...] = ()


ATTRIBUTES = (
    "deal_value",
    "tranche_value",
    "equity_stake",
    "capacity",
    "units_count",
    "price_per_share",
    "valuation",
    "term_years",
    "announce_date",
    "start_date",
    "phase_date",
    "close_date",
    "termination_fee",
)  # and "other:<name>", and "status"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a text says of one attribute of its deal, as printed and as read. Which text is kept beside it."""

    attribute: str  # one of ATTRIBUTES, "other:<name>" or "status"
    reading: Reading
    amount: str  # the words of the bare figure, such as "$100 billion"
    quote: Span  # the words that it was read from
    of: str | None = None  # the strand: a bidder, tranche, phase, site or instrument; None is the whole
    basis: str | None = None  # equity, enterprise, net_of_cash, including_debt, pre_money, post_money
    payer: str | None = None
    condition: str | None = None
    modality: str | None = None  # planned, conditional, denied, reported
    when: str | None = None  # "previous" for a superseded value


@dataclass(frozen=True, slots=True)
class Report:
    """What a text says as a whole. Without a deal in it, everything is empty and `about_deal` is false."""

    about_deal: bool
    kind: str | None = None  # acquisition, investment, partnership, supply, financing, joint_venture, build_out
    parties: tuple[Party, ...] = ()
    claims: tuple[Claim, ...] = ()
    status: Claim | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One version's claim. Which deal it is of is kept elsewhere, so that a wrong link can be undone."""

    fact_id: str
    version_id: str
    article_id: str
    document_id: str
    story_id: str
    claim: Claim
    url: str | None
    outlet: str | None
    tier: Tier
    reported: Moment  # what the source claims
    dated: bool  # whether the source itself gave that time
    seen_at: datetime  # when we knew; aware, UTC
    order: int  # place in the order of arrival
    sentence: str = ""  # the sentence around the quote
    extractor: str = EXTRACTOR
    extractor_version: str = EXTRACTOR_VERSION

    @classmethod
    def of(
        cls,
        version: Version,
        claim: Claim,
        fact_id: str,
        *,
        story_id: str,
        order: int,
        sentence: str,
        extractor: str = EXTRACTOR,
    ) -> "Fact":
        """A version's claim, with all that the version says of its source and time."""
        return cls(
            fact_id=fact_id,
            version_id=version.version_id,
            article_id=version.article_id,
            document_id=version.document_id,
            story_id=story_id,
            claim=claim,
            url=version.url,
            outlet=version.outlet,
            tier=version.tier,
            reported=version.reported,
            dated=version.published is not None,
            seen_at=version.seen_at,
            order=order,
            sentence=sentence,
            extractor=extractor,
        )


# --- stories and deals -----------------------------------------------------------------------------


class Membership(StrEnum):
    """What a version is to its story."""

    ORIGIN = "origin"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class StoryMember:
    """One version in one story. `score` is its likeness to the story's origin, 0 to 100."""

    story_id: str
    version_id: str
    article_id: str
    score: float
    role: Membership


@dataclass(frozen=True, slots=True)
class Deal:
    """One transaction between parties. The id is opaque and stable; the name is for people."""

    deal_id: str
    name: str
    kind: str
    parties: tuple[Party, ...]
    first_reported: Moment
    last_reported: Moment
    replaces: str | None = None  # deal_id of a transaction that this one took the place of


@dataclass(frozen=True, slots=True)
class DealLink:
    """One version speaks of one deal, and why we think so."""

    version_id: str
    deal_id: str
    reason: str


# --- changes and alerts ----------------------------------------------------------------------------


class Relation(StrEnum):
    """How one figure relates to another of the same attribute."""

    EQUAL = "equal"
    ROUNDS_TO = "rounds_to"
    REFINES = "refines"
    GENERALISES = "generalises"
    HEDGE_ONLY = "hedge_only"
    CONTRADICTS = "contradicts"
    INCOMPARABLE = "incomparable"


class Kind(StrEnum):
    """What a change is, in the words of the desk."""

    REVISED = "revised"
    CONFLICT = "conflict"
    SLIPPED = "slipped"
    PULLED_FORWARD = "pulled_forward"
    STATUS_CHANGED = "status_changed"
    EDITED = "edited"
    CORRECTED = "corrected"
    REFINED = "refined"
    HEDGE_CHANGED = "hedge_changed"
    LAPSED = "lapsed"
    MISMATCH = "mismatch"
    OUTLIER = "outlier"
    WITHDRAWN = "withdrawn"


class Severity(StrEnum):
    """How loud a change is, quietest first. Medium and high alert."""

    INFO = "info"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def alerts(self) -> bool:
        """Whether it is told to those who asked for no more and no less."""
        return self in (Severity.MEDIUM, Severity.HIGH)


@dataclass(frozen=True, slots=True)
class Change:
    """How a fact relates to one reported before it. `later` is None where the change is a silence or a removal."""

    change_id: str
    attribute: str
    strand: str | None
    kind: Kind
    relation: Relation
    severity: Severity
    earlier: Fact
    later: Fact | None
    rule: str  # the name of the rule that decided, such as "later report of no lower tier"
    explanation: str  # one or two sentences for a person
    detected_at: datetime  # aware, UTC


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong with one item, kept for `feeds` and `doctor`."""

    stage: str  # poll, fetch, read, deliver, publish
    subject: str  # the URL or file
    reason: str  # one line for a person
    at: datetime


def by_arrival(facts: Iterable[Fact]) -> list[Fact]:
    """The facts in the order in which they came."""
    return sorted(facts, key=lambda fact: (fact.order, fact.claim.quote.start, fact.fact_id))
