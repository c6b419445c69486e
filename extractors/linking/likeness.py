"""How like a report is to a deal where its parties do not decide: names, figures and themes, weighed together.

A text's parties and kind are often misread, the names in its title and first lines hardly ever. The weights are those
of a logistic regression over reports of many newspapers and the deals known before each, rounded; what it takes to
link (NEEDED) is set so that a report on another deal of the same companies rarely reaches it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import sqrt

from extractors.linking.callnames import aliases, capitalised, words_of
from extractors.linking.themes import Rarity
from extractors.linking.ties import OTHER_KIND, SAME_PAIR, SAME_PURCHASE, Open, Told, gap, is_named, names_all
from extractors.models import Role

ALIKE = "names and figures of this deal"
NEEDED = 3.5
ANOTHER = -4.0  # where the title names somebody else who is bought or gets the money
MOST_TRIED = 20  # deals whose names a report's first lines have: the busiest companies have more
WEIGHTS: tuple[float, ...] = (
    1.0,  # a company of the deal in the title
    2.6,  # in the first lines
    1.4,  # a party of both; of these three two at most count, and one that is in many deals counts less
    1.45,  # a figure of both: of three at most
    1.6,  # a word of the title that is a name in half of the deal's reports: of two at most
    4.7,  # times how alike the names of the first lines are
    -0.5,  # money here and goods or a purchase there
    -2.0,  # the title names a party that the deal has not, and not both sides of the deal
    -2.1,  # it names both, or the first lines have the other party
)
_BESIDE = slice(3, 6)  # of these, what shows more than that the companies are the same
ONE_NAMED, AS_READ = 0.6, 0.2  # of that weight at least: where one side is named; where the parties alone do not link
_OBJECTS = (Role.TARGET, Role.INVESTEE)
_FAR = ((OTHER_KIND, -0.3), (SAME_PAIR, -0.7), (SAME_PURCHASE, -1.5))  # each adds where the gap is longer


@dataclass(frozen=True, slots=True)
class Among:
    """The deals among which the likest is sought: what is common there shows little."""

    themes: Rarity
    known: int
    deals_of: Callable[[str], int]  # how many deals a company is in

    def worth(self, company: str) -> float:
        """What a company's name shows: the more deals it is in, the less."""
        return 1 / sqrt(max(1, self.deals_of(company)))


@dataclass(frozen=True, slots=True)
class Sight:
    """What a report shows at first sight: its title's names and all of its opening, each read once."""

    title: tuple[str, ...]
    opening: tuple[str, ...]

    @classmethod
    def of(cls, told: Told) -> "Sight":
        """Read them."""
        return cls(capitalised(told.version.title or ""), told.opening)


def likeness(told: Told, deal: Open, sight: Sight, among: Among) -> float:
    """The weight of what a report and a deal have in common; 0 where that is hardly more than the companies."""
    found = traits(told, deal, sight, among)
    beside = sum(n * weight for n, weight in zip(found[_BESIDE], WEIGHTS[_BESIDE], strict=True))
    if beside < _least(told, deal, sight):
        return 0.0
    apart = timedelta(0) if told.report.kind == deal.deal.kind == "build_out" else gap(told, deal)  # plants take years
    far = sum(weight for least, weight in _FAR if apart > least)
    another = ANOTHER if _is_for_another(told, deal, sight) else 0.0
    return sum(n * weight for n, weight in zip(found, WEIGHTS, strict=True)) + far + another


def _least(told: Told, deal: Open, sight: Sight) -> float:
    """What a report and a deal must have in common beside companies: who buys or builds may have many deals."""
    if not told.report.about_deal:
        return 0.0  # no figure of it is compared
    named = [company for company in deal.usual if is_named(company, sight.opening)]
    if len(named) < 2 and not any(is_named(party.name, named) for party in deal.deal.parties if party.role in _OBJECTS):
        return ONE_NAMED
    if deal.purchase and not told.purchase and len(named) > 1:
        return 0.0  # who reports on both sides of a purchase, without saying who buys
    return AS_READ if all(is_named(company, deal.usual) for company in told.companies) else 0.0


def traits(told: Told, deal: Open, sight: Sight, among: Among) -> tuple[float, ...]:
    """What a report and a deal have in common, and what parts them, in the order of the weights."""
    usual = deal.usual
    worth = {company: among.worth(company) for company in usual}
    titled = [company for company in usual if is_named(company, sight.title)]
    named = [company for company in usual if company in titled or is_named(company, sight.opening)]
    others = [company for company in told.companies if not is_named(company, usual)]
    shared = [company for company in usual if is_named(company, told.companies)]
    themes = told.titled - words_of(usual)
    places = [_place(company, sight) for company in others]
    return (
        min(2.0, sum(worth[company] for company in titled)),
        min(2.0, sum(worth[company] for company in named)),
        min(2.0, sum(worth[company] for company in shared)),
        min(3.0, sum(_worth(mark) for mark in told.figures & deal.figures)),
        min(2, sum(map(deal.themes.often, themes))),
        deal.themes.nearness(_topics(told, deal), words_of(usual), among.themes, among.known),
        bool(told.report.about_deal and deal.families.isdisjoint(told.families)),
        1 in places and len(titled) < 2,
        0 in places or (1 in places and len(titled) > 1),
    )


def _topics(told: Told, deal: Open) -> frozenset[str]:
    """The names of the first lines, and the words of the title that are names elsewhere."""
    return told.topics | (told.titled & deal.themes.counts.keys())


def _worth(mark: str) -> float:
    unit, _, number = mark.partition(" ")
    if unit == "days":
        return 0.0
    return 1.0 if len(number.partition("E")[0].replace(".", "")) > 1 else 0.5  # "1 billion" is printed of many things


def _is_for_another(told: Told, deal: Open, sight: Sight) -> bool:
    """Whether the title names somebody else who is bought or gets the money: one investor's deals read alike."""
    theirs = [company for role in _OBJECTS for company in told.having(role)]
    ours = [party.name for party in deal.deal.parties if party.role in _OBJECTS]
    sure = deal.sure and names_all(told.companies, sight.title)
    if sure and not all(is_named(company, deal.usual) for company in told.companies):
        return sum(is_named(company, sight.title) for company in deal.usual) < 2
    if not (theirs and ours) or any(deal.has(company) for company in theirs):
        return False
    return all(is_named(company, sight.title) for company in theirs) and not _has_whole(ours, sight.opening)


def _has_whole(companies: Sequence[str], opening: Sequence[str]) -> bool:
    """Whether the first lines have one of the companies by all words of its name."""
    return any(alias in opening for company in companies for alias in aliases(company))


def _place(company: str, sight: Sight) -> int | None:
    """1 where the title names a company, 0 where the first lines do."""
    return 1 if is_named(company, sight.title) else 0 if is_named(company, sight.opening) else None
