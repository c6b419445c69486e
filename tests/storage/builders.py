"""Records for tests of storage, each made from the few things that a case is about."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from extractors.models import (
    Change,
    Claim,
    Days,
    Deal,
    DealLink,
    Fact,
    Figure,
    Kind,
    Membership,
    Moment,
    Party,
    Qualifier,
    Reading,
    Relation,
    Report,
    Role,
    Rung,
    Severity,
    Source,
    Span,
    StoryMember,
    Tier,
    Version,
    stable_id,
)
from storage.articles import Article

START = datetime(2025, 9, 22, 12, tzinfo=UTC)
DEAL = Deal(
    deal_id="deal_1",
    name="OpenAI–Nvidia partnership",
    kind="partnership",
    parties=(Party("OpenAI", Role.INVESTEE), Party("Nvidia", Role.INVESTOR), Party("Nvidia", Role.SUPPLIER)),
    first_reported=Moment.at(START),
    last_reported=Moment.at(START),
)


def hours(number: float) -> datetime:
    """So many hours after the first report."""
    return START + timedelta(hours=number)


def billions(number: str, qualifier: Qualifier = Qualifier.EXACT) -> Figure:
    """A figure in dollars."""
    return Figure("USD", value=Decimal(number) * 10**9, qualifier=qualifier, resolution=Decimal(10**9))


def power(number: str, unit: str = "GW") -> Figure:
    """A figure of power."""
    return Figure(unit, value=Decimal(number), resolution=Decimal(1))


def half_year(year: int, second: bool) -> Days:
    """One half of a year."""
    return Days(date(year, 7, 1), date(year, 12, 31)) if second else Days(date(year, 1, 1), date(year, 6, 30))


def version(article: str, at: float = 0, text: str = "", tier: Tier = Tier.NATIONAL, **more: object) -> Version:
    """What an article said so many hours after the first report."""
    made = Version(
        version_id=stable_id("version", article, text, at),
        article_id=article,
        document_id=article,
        url=f"https://{article}.example/deal",
        outlet=article.title(),
        tier=tier,
        title=f"What {article} says",
        text=text or f"A text of {article}.",
        text_hash=stable_id("hash", text),
        published=Moment.at(hours(at)),
        seen_at=hours(at),
        source=Source.PAGE,
        language="en",
        extractor="trafilatura 2.3",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def fact(
    of: Version, attribute: str, reading: Reading, /, order: int = 0, story: str | None = None, **more: str
) -> Fact:
    """A claim of a version; `more` are further parts of the claim."""
    claim = Claim(attribute, reading, amount="words", quote=Span(f"words of {of.outlet}", 3, 8), **more)
    return Fact(
        fact_id=stable_id("fact", of.version_id, attribute, reading, *more.values()),
        version_id=of.version_id,
        article_id=of.article_id,
        document_id=of.document_id,
        story_id=story or stable_id("story", of.article_id),
        claim=claim,
        url=of.url,
        outlet=of.outlet,
        tier=of.tier,
        reported=of.reported,
        dated=of.published is not None,
        seen_at=of.seen_at,
        order=order,
        sentence=f"The words of {of.outlet} in a sentence.",
    )


def member(of: Version, story: str | None = None, role: Membership = Membership.ORIGIN) -> StoryMember:
    """A version in its story, alone unless one is named."""
    story_id = story or stable_id("story", of.article_id)
    return StoryMember(story_id, of.version_id, of.article_id, 100.0, role)


def link(of: Version, deal: Deal = DEAL) -> DealLink:
    """A version that speaks of the deal."""
    return DealLink(of.version_id, deal.deal_id, "same parties")


def report(kind: str | None = "partnership") -> Report:
    """A report on a deal."""
    return Report(about_deal=kind is not None, kind=kind, parties=DEAL.parties if kind else ())


def change(earlier: Fact, later: Fact | None, kind: Kind, severity: Severity = Severity.HIGH) -> Change:
    """A change between two facts."""
    return Change(
        change_id=stable_id("chg", earlier.fact_id, later and later.fact_id, kind),
        attribute=earlier.claim.attribute,
        strand=earlier.claim.of,
        kind=kind,
        relation=Relation.CONTRADICTS,
        severity=severity,
        earlier=earlier,
        later=later,
        rule="a rule",
        explanation="A sentence.",
        detected_at=(later or earlier).seen_at,
    )


READINGS: dict[str, Reading] = {
    "a figure": billions("100", Qualifier.UP_TO),
    "a fraction": Figure("percent", value=Decimal("27.5"), resolution=Decimal("0.1")),
    "a range": Figure("GW", low=Decimal(4), high=Decimal("5.25"), qualifier=Qualifier.RANGE),
    "a very large figure": Figure("chips", value=Decimal(10) ** 27),
    "zero": Figure("USD", value=Decimal(0)),
    "days": half_year(2026, second=True),
    "days with one end": Days(None, date(2026, 6, 30), Qualifier.ABOUT),
    "days that could not be resolved": Days(None, None),
    "a status": Rung.LETTER_OF_INTENT,
}


def article(name: str, at: float = 0, **more: object) -> Article:
    """An address seen so many hours after the first report, never to be visited unless it says so."""
    made = Article(name, name, f"https://{name}.example/deal", name.title(), Tier.NATIONAL, hours(at))
    return replace(made, **more)  # type: ignore[arg-type]
