"""What ties a report to a deal: companies first, then kind, time and figures. Each tie has its reason."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from extractors.linking.callnames import aliases, capitalised, distinct, marks, title_words, words_of
from extractors.linking.themes import Themes, names_of
from extractors.models import Deal, Party, Report, Role, Version
from extractors.reading.namesakes import same_company

# Kinds that reports on one transaction take for one another. Buying a company is never one of the others.
FAMILIES = {
    "acquisition": "purchase",
    "investment": "money",
    "financing": "money",
    "partnership": "pact",
    "supply": "pact",
    "joint_venture": "pact",
    "build_out": "pact",
}
SAME_PAIR = timedelta(days=550)  # without a word for longer, two companies have a new deal
SAME_PURCHASE = timedelta(days=1_100)  # a contested purchase takes up to three years
OTHER_KIND = timedelta(days=180)  # a pact and a share purchase of the same two: one deal only while it is being shaped
RIVALS = timedelta(days=400)  # two bids for one target further apart are two contests
ROUND = timedelta(days=90)  # a funding round is told of and closed within a quarter
LEAST_OVERLAP = 0.4  # of the companies of a report and a deal together, where neither buys the other
MONEY_ALONE = frozenset(("money",))
LEAST_TOPICS = 2  # names in common that make one place: "Ohio" alone may be where the company has ten plants
OPENING = 400  # characters after the title: whoever deals is named there
MONEY = ("deal_value", "tranche_value")
ALONE = frozenset(("build_out", "investment", "financing"))  # kinds that one company can have with parties unnamed

# Said of a transaction: another takes its place. Chips and managers are replaced too, so the old one must be named.
REPLACES = re.compile(
    r"\b(?:instead of|in place of|replac(?:es?|ed|ing)|tak(?:es?|ing) the place of|supersed(?:es?|ed|ing))\b"
    r"[^.\n]{0,80}"
    r"\b(?:plan|deal|agreement|letter of intent|partnership|commitment|pact|pledge|arrangement|investment)\b",
    re.IGNORECASE,
)

ROLE_FAMILIES = {
    "purchase": (Role.ACQUIRER, Role.TARGET, Role.SELLER),
    "money": (Role.INVESTOR, Role.INVESTEE, Role.LENDER),
    "pact": (Role.PARTNER, Role.SUPPLIER, Role.CUSTOMER),
}

PURCHASING = frozenset((Role.ACQUIRER, Role.TARGET))


def families_of(kind: str | None, parties: Iterable[Party]) -> frozenset[str]:
    """What a transaction may be taken for. A purchase is that alone; else money and goods may change hands at once.

    Who buys or is bought makes a purchase whatever the kind was taken for; and who only lends, invests or supplies
    makes none.
    """
    family = FAMILIES.get(kind or "")
    roles = {party.role for party in parties}
    if roles & PURCHASING:
        return frozenset(("purchase",))
    told = {name for name, those in ROLE_FAMILIES.items() if name != "purchase" and not roles.isdisjoint(those)}
    if Role.INVESTEE in roles and told == {"money"}:
        return frozenset(told)  # whatever else the words made of it
    if family == "purchase":
        return frozenset(told) if told and roles != {Role.PARTNER} else frozenset((family,))
    return frozenset(told | {family or "pact"})


@dataclass(frozen=True, slots=True)
class Told:
    """What of a report decides on its deal."""

    version: Version
    report: Report
    companies: tuple[str, ...]
    figures: frozenset[str]  # those of now; what a text recalls may be another deal's
    topics: frozenset[str]  # names that its text has beside the companies': places, plants, people

    @classmethod
    def of(cls, version: Version, report: Report) -> "Told":
        """Read the companies and the figures off a report."""
        figures = frozenset(mark for claim in report.claims if claim.when is None for mark in marks(claim.reading))
        companies = distinct(party.name for party in report.parties)
        return cls(version, report, companies, figures, names_of(version))

    @property
    def titled(self) -> frozenset[str]:
        """The words of its title: a place that stands there is what it is about."""
        return title_words(self.version.title)

    @property
    def opening(self) -> tuple[str, ...]:
        """Whatever may be a name in its title and first lines: each capitalised word, and two or three in a row."""
        return capitalised(f"{self.version.title or ''} . {self.version.text[:OPENING]}")

    @property
    def families(self) -> frozenset[str]:
        """What it may be taken for."""
        return families_of(self.report.kind, self.report.parties)

    @property
    def undirected(self) -> bool:
        """Whether the roles say nothing: partners, as a merger is told where nobody is seen to buy."""
        return all(party.role == Role.PARTNER for party in self.report.parties)

    @property
    def purchase(self) -> bool:
        """Whether one company buys another."""
        return "purchase" in self.families

    def having(self, role: Role) -> list[str]:
        """The companies in a role."""
        return [party.name for party in self.report.parties if party.role == role]


@dataclass(slots=True)
class Open:
    """A deal while reports are linked to it."""

    deal: Deal
    names: set[str]
    figures: set[str]
    themes: Themes
    articles: set[str]
    dated: bool
    cast: Counter[str] = field(default_factory=Counter)  # in how many of its reports each company is a party
    sure: bool = False  # whether a title names all its parties

    @property
    def usual(self) -> tuple[str, ...]:
        """Its parties, and whom a third of its reports, two or more, have as a party: the first may be misread."""
        often = [name for name, n in self.cast.items() if n >= max(2, self.themes.reports / 3)]
        return distinct([*(party.name for party in self.deal.parties), *often])

    @property
    def families(self) -> frozenset[str]:
        """What it may be taken for."""
        return families_of(self.deal.kind, self.deal.parties)

    @property
    def purchase(self) -> bool:
        """Whether one company buys another."""
        return "purchase" in self.families

    @property
    def companies(self) -> tuple[str, ...]:
        """Its parties, each once."""
        return distinct(party.name for party in self.deal.parties)

    def has(self, company: str, role: Role | None = None) -> bool:
        """Whether a company is a party, in the role if one is given."""
        parties = [name for party in self.deal.parties if role in (None, party.role) for name in aliases(party.name)]
        known = [*parties, *(self.names if role is None else ())]
        return any(same_company(one, other) for one in aliases(company) for other in known)


def reason_of(told: Told, deal: Open) -> str | None:
    """Why a report is of a deal, or None where it is not."""
    shared = [company for company in told.companies if deal.has(company)]
    if not shared:
        return None
    if told.version.article_id in deal.articles:
        return "another version of an article on this deal"
    figure = not told.figures.isdisjoint(deal.figures)
    if told.purchase and deal.purchase:
        return _purchase_reason(told, deal, len(shared), figure)
    if len(shared) < 2:
        return _one_company_reason(told, deal, figure) or _site_reason(told, deal) or _round_reason(told, deal)
    if len(shared) < LEAST_OVERLAP * (len(told.companies) + len(deal.companies) - len(shared)):
        return _crowd_reason(told, deal, len(shared))
    return _pair_reason(told, deal, len(shared), figure)


def _pair_reason(told: Told, deal: Open, shared: int, figure: bool) -> str | None:
    """Why two reports on the same companies are of one deal, though read as of two kinds."""
    apart = gap(told, deal)
    if told.families & deal.families:
        merger = told.report.kind == deal.deal.kind == "joint_venture"  # watchdogs take as long as with a purchase
        longest = SAME_PURCHASE if merger else SAME_PAIR
        return "same companies and kind" if figure or apart <= longest else None
    if told.purchase or deal.purchase:
        if figure:
            return "same companies and figure"
        if told.purchase:
            return None  # who buys a partner makes a new deal
        longest = SAME_PURCHASE if told.undirected else OTHER_KIND
        two = shared == len(told.companies) == len(deal.companies)
        return "same two companies, at the same time" if two and apart <= longest else None
    return "same companies, at the same time" if figure or gap(told, deal) <= OTHER_KIND else None


def is_named(company: str, names: Iterable[str]) -> bool:
    """Whether one of the names is the company's."""
    if not any(letter.isupper() for letter in company):
        return False
    return any(same_company(alias, name) for name in names for alias in aliases(company))


def names_all(companies: Sequence[str], names: Sequence[str]) -> bool:
    """Whether all companies, two or more, are among the names: a title that has both sides is clear."""
    return len(companies) > 1 and all(is_named(company, names) for company in companies)


def replaces(told: Told, deal: Open) -> bool:
    """Whether a report tells that money now flows between the same companies in place of a deal known."""
    if told.purchase or deal.purchase or sum(deal.has(company) for company in told.companies) < 2:
        return False
    money = any(claim.attribute in MONEY and claim.when is None for claim in told.report.claims)
    return money and REPLACES.search(f"{told.version.title or ''}\n{told.version.text}") is not None


def _purchase_reason(told: Told, deal: Open, shared: int, figure: bool) -> str | None:
    """One target is one deal, whoever bids. A text may turn the two round, never more."""
    apart = gap(told, deal)
    if apart > SAME_PURCHASE:
        return None
    if any(deal.has(company, Role.TARGET) for company in told.having(Role.TARGET)):
        if shared > 1:
            return "same acquirer and target"
        if not told.having(Role.ACQUIRER) or not any(party.role == Role.ACQUIRER for party in deal.deal.parties):
            return "same target"
        return "another bidder for the same target" if apart <= RIVALS else None
    if any(deal.has(buyer, Role.ACQUIRER) for buyer in told.having(Role.ACQUIRER)) and _sells_itself(told, deal):
        return "same acquirer, and the target sells a part of itself"
    if shared == len(told.companies) == len(deal.companies) == 2:
        return "same two companies"
    return "same company and figure" if figure and len(told.companies) == 1 else None


def _sells_itself(told: Told, deal: Open) -> bool:
    """Whether one names as target whom the other names as seller: "Netflix buys the studios of Warner Bros."."""
    return any(deal.has(company, Role.TARGET) for company in told.having(Role.SELLER)) or any(
        deal.has(company, Role.SELLER) for company in told.having(Role.TARGET)
    )


def _round_reason(told: Told, deal: Open) -> str | None:
    """Why two reports are of one funding round, though of other investors.

    Told of investor by investor, two figures in common show it; told of without investors, the time does.
    """
    if not any(deal.has(company, Role.INVESTEE) for company in told.having(Role.INVESTEE)) or gap(told, deal) > ROUND:
        return None
    if len(told.figures & deal.figures) > 1:
        return "same round: same company and figures"
    unnamed = not told.having(Role.INVESTOR) or not any(party.role == Role.INVESTOR for party in deal.deal.parties)
    return "same round: same company and time" if unnamed and told.families == deal.families == MONEY_ALONE else None


def _crowd_reason(told: Told, deal: Open, shared: int) -> str | None:
    """Why a report is of a round or a project with many investors though it names few of them, or many others."""
    into = any(deal.has(company, Role.INVESTEE) for company in told.having(Role.INVESTEE))
    fewer = shared == min(len(told.companies), len(deal.companies))
    close = into and fewer and "money" in told.families & deal.families and gap(told, deal) <= OTHER_KIND
    return "some of the same investors, in the same company" if close else None


def _site_reason(told: Told, deal: Open) -> str | None:
    """One company builds at many places: names of the place, the plant or its people show that it is the same."""
    alone = len(told.companies) == len(deal.companies) == 1 and told.report.kind == deal.deal.kind == "build_out"
    shared = told.topics & deal.themes.counts.keys() - words_of(told.companies)
    named = len(shared) >= LEAST_TOPICS or not shared.isdisjoint(told.titled)
    return "same company and place" if alone and named else None


def _one_company_reason(told: Told, deal: Open, figure: bool) -> str | None:
    """One company is enough only where the report or the deal names no other, and a figure agrees."""
    if not figure or gap(told, deal) > SAME_PAIR:
        return None
    fitting = len(told.companies) == 1 or (len(deal.companies) == 1 and told.families & deal.families)
    return "same company and figure" if fitting else None


def gap(told: Told, deal: Open) -> timedelta:
    """Time between a report and the reports of a deal; none where either is undated or they overlap."""
    published = told.version.published
    if published is None or not deal.dated:
        return timedelta(0)
    first, last = deal.deal.first_reported.earliest, deal.deal.last_reported.latest
    return max(first - published.latest, published.earliest - last, timedelta(0))


def founds_deal(told: Told) -> bool:
    """Whether a report can begin a deal: it names both sides, or one company that can deal with parties unnamed."""
    return len(told.companies) > 1 or (told.report.kind in ALONE and bool(told.figures))
