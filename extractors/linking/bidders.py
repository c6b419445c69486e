"""Who bids: in a contest each bid is a strand of its own, elsewhere the buyer's name tells nothing apart."""

from collections import Counter
from collections.abc import Iterable, Mapping

from extractors.linking.callnames import distinct
from extractors.models import Party, Report, Role
from extractors.reading.forenames import FIRST_NAMES
from extractors.reading.namesakes import same_company

_HEARD_AGAIN = 3  # whom none of so many further reports names as a bidder, one report misread
_SHELLS = frozenset(("bidco", "midco", "topco", "holdco", "newco", "mergerco"))  # companies set up for one bid


def bidders_of(reports: Mapping[str, Report]) -> dict[str, str]:
    """In a contest, whose bid each version reports on, where it names one; nothing where one company buys.

    A bidder whom every report names beside another may be a misreading, and makes no contest. Nor does a report that
    turns buyer and target round: who bids, bids for what most reports have as the target. Reports in order of arrival.
    """
    target = _sought(reports.values())
    found = {key: _bidders(report, target) for key, report in reports.items()}
    counts = Counter(name for bidders in found.values() for name in bidders)
    once = {name for name in counts if sum(n for other, n in counts.items() if same_company(name, other)) == 1}
    settled = set(list(reports)[:-_HEARD_AGAIN])  # those that enough others came after
    alone = {
        key: bidders[0]
        for key, bidders in found.items()
        if len(bidders) == 1 and not (key in settled and bidders[0] in once)
    }
    if len(_people_once(distinct(alone.values()))) < 2:
        return {}
    return {**_by_bidder(reports, set(alone.values())), **alone}


def _by_bidder(reports: Mapping[str, Report], bidders: set[str]) -> dict[str, str]:
    """In a contest a report whose only buyer bids in it is on that bid, whatever it takes for the target."""
    found: dict[str, str] = {}
    for key, report in reports.items():
        buyers = _buyers(report)
        if len(buyers) == 1 and any(same_company(buyers[0], bidder) for bidder in bidders):
            found[key] = buyers[0]
    return found


def acquirers(reports: Iterable[Report]) -> set[str]:
    """All names of buyers: without two of them there is no contest."""
    return {party.name for report in reports for party in report.parties if party.role == Role.ACQUIRER}


def only_giver(parties: Iterable[Party]) -> str | None:
    """The company that buys, or in a deal of money pays, where it alone does: its name tells no part from another."""
    listed = list(parties)
    for role in (Role.ACQUIRER, Role.INVESTOR):
        givers = _people_once(distinct(party.name for party in listed if party.role == role))
        if givers:
            return givers[0] if len(givers) == 1 else None
    return None


def _sought(reports: Iterable[Report]) -> str | None:
    """The company that most reports have as the target, the first one of them where they are even."""
    named = Counter(party.name for report in reports for party in report.parties if party.role == Role.TARGET)
    counts = {name: sum(n for other, n in named.items() if same_company(name, other)) for name in named}
    return max(counts, key=lambda name: counts[name], default=None)


def _bidders(report: Report, target: str | None) -> tuple[str, ...]:
    """Who buys the target by this report; a shell company is named after nobody."""
    if not any(target and same_company(party.name, target) for party in report.parties if party.role == Role.TARGET):
        return ()
    return tuple(name for name in _buyers(report) if _SHELLS.isdisjoint(name.casefold().split()))


def _buyers(report: Report) -> tuple[str, ...]:
    return distinct(party.name for party in report.parties if party.role == Role.ACQUIRER)


def _people_once(names: Iterable[str]) -> list[str]:
    """The bidders, people of one surname as one: "Bill Chisholm" is William, and a family bids together."""
    surnames: dict[str, str] = {}
    for name in names:
        words = name.casefold().split()
        person = len(words) > 1 and words[0] in FIRST_NAMES
        surnames.setdefault(words[-1] if person else name, name)
    return list(surnames.values())
