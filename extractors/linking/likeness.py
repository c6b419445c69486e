"""How like a report is to a deal where its parties do not decide: names and figures in common, weighed together."""

from collections.abc import Sequence

from extractors.linking.callnames import aliases, capitalised
from extractors.linking.ties import OTHER_KIND, SAME_PAIR, SAME_PURCHASE, Open, Told, gap, is_named
from extractors.models import Role

ALIKE = "names and figures of this deal"
NEEDED = 3.5  # two deals of one company reach 3 where a round number is the same
_PARTY, _NAMED, _TITLED = 0.5, 1.0, 0.5  # a company of both; one that the first lines name; one in the title
_FIGURE, _MOST_FIGURES = 1.0, 3
_OTHER_FAMILY = -0.5
_ANOTHER = -1.0  # the title names a party that the deal has not; half as much where only the first lines do
_OBJECTS = (Role.TARGET, Role.INVESTEE)
_FAR = ((OTHER_KIND, -0.5), (SAME_PAIR, -1.0), (SAME_PURCHASE, -2.0))  # each adds where the gap is longer


def likeness(told: Told, deal: Open) -> float:
    """The weight of what a report and a deal have in common.

    At least one side of the deal must be named, and without a figure in common two and half of a crowd.
    """
    title = capitalised(told.version.title or "")
    if _is_for_another(told, deal, title):
        return 0.0
    named = [company for company in deal.companies if is_named(company, told.opening)]
    figures = len(told.figures & deal.figures)
    if not named or not (figures or (len(named) > 1 and 2 * len(named) >= len(deal.companies))):
        return 0.0
    others = [company for company in told.companies if not deal.has(company)]
    apart = gap(told, deal)
    return (
        _NAMED * min(2, len(named))
        + _PARTY * min(2, sum(deal.has(company) for company in told.companies))
        + (_TITLED if any(is_named(company, title) for company in named) else 0.0)
        + _FIGURE * min(_MOST_FIGURES, figures)
        + (_OTHER_FAMILY if deal.families.isdisjoint(told.families) else 0.0)
        + _ANOTHER * max((_place(company, title, told.opening) for company in others), default=0.0)
        + sum(weight for least, weight in _FAR if apart > least)
    )


def _is_for_another(told: Told, deal: Open, title: Sequence[str]) -> bool:
    """Whether the title names somebody else who is bought or gets the money: one investor's deals read alike."""
    theirs = [company for role in _OBJECTS for company in told.having(role)]
    ours = [party.name for party in deal.deal.parties if party.role in _OBJECTS]
    if not (theirs and ours) or any(deal.has(company) for company in theirs):
        return False
    return all(is_named(company, title) for company in theirs) and not any(_is_whole(company, told) for company in ours)


def _is_whole(company: str, told: Told) -> bool:
    """Whether the first lines have the company by all words of its name."""
    return any(alias in told.opening for alias in aliases(company))


def _place(company: str, title: Sequence[str], opening: Sequence[str]) -> float:
    return 1.0 if is_named(company, title) else 0.5 if is_named(company, opening) else 0.0
