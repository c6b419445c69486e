"""The deals among which a report's own is sought, found by the names of their companies."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractors.linking.callnames import aliases, capitalised, keys
from extractors.linking.dealnames import name_of
from extractors.linking.likeness import ALIKE, MOST_TRIED, NEEDED, Among, Sight, likeness
from extractors.linking.themes import Themes
from extractors.linking.ties import OPENING, ROLE_FAMILIES, Open, Told, gap, names_all, reason_of, replaces
from extractors.linking.words import Said, as_said
from extractors.models import Deal, Moment, Party, Role, Version, stable_id
from extractors.reading.namesakes import same_company


@dataclass(slots=True)
class Desk:
    """The deals, by the names of their companies."""

    said: Said
    deals: dict[str, Open] = field(default_factory=dict)
    by_key: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))  # key → names
    by_name: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # name → deals
    by_theme: Counter[str] = field(default_factory=Counter)  # in how many deals a name of first lines stands

    def add(self, deal: Open) -> Open:
        """Take a deal in."""
        self.deals[deal.deal.deal_id] = deal
        self.by_theme.update(deal.themes.counts.keys())
        self.index(deal)
        return deal

    def index(self, deal: Open) -> None:
        """Make a deal findable by the names that it has now."""
        for name in {name for company in deal.usual for name in aliases(company)} | deal.names:
            for key in keys(name):
                self.by_key[key][name] = None
            self.by_name[name].add(deal.deal.deal_id)

    def said_of(self, told: Told) -> tuple[Open, str] | None:
        """The deal of a report by the word of a person on its article."""
        home = self.said.home(told.version.article_id)
        return (self.deals[home[0]], as_said(home[1])) if home and home[0] in self.deals else None

    def led(self, found: tuple[Open, str] | None) -> tuple[Open, str] | None:
        """The deal found, or the one into which a person merged it."""
        if found is None or found[0].deal.deal_id not in self.said.heirs:
            return found
        merged, heir = self.said.heirs[found[0].deal.deal_id], self.said.heir(found[0].deal.deal_id)
        return (self.deals[heir], f"{found[1]}; one deal {as_said(merged[1])}") if heir in self.deals else found

    def near(self, told: Told) -> list[Open]:
        """Deals with two companies of a report, and those with a target, an investee or a lone company of one."""
        counts: Counter[str] = Counter()
        enough = {*told.having(Role.TARGET), *told.having(Role.INVESTEE)}
        for company in told.companies:
            mine = {deal for name in self.called(company) for deal in self.by_name[name]}
            counts.update(dict.fromkeys(mine, 2 if company in enough or len(told.companies) == 1 else 1))
        few = {key for key, count in counts.items() if count > 1 or len(self.deals[key].deal.parties) == 1}
        return [self.deals[key] for key in sorted(few)]

    def called(self, company: str) -> Iterator[str]:
        """All names in the index that are this company's."""
        seen: set[str] = set()
        for alias in aliases(company):
            for key in keys(alias):
                for name in self.by_key.get(key, ()):
                    if name not in seen and same_company(alias, name):
                        seen.add(name)
                        yield name

    def best(self, told: Told) -> tuple[Open, str] | None:
        """The deal that fits best, and why: most figures in common, one in another's place, the nearest, the older."""
        fitting = [(deal, reason) for deal in self.near(told) if (reason := reason_of(told, deal))]
        if not fitting:
            return None
        return min(
            fitting,
            key=lambda pair: (
                pair[0].families.isdisjoint(told.families),
                -sum(pair[0].has(company) for company in told.companies),
                -len(pair[0].figures & told.figures),
                pair[0].deal.replaces is None,
                gap(told, pair[0]),
                pair[0].deal.first_reported.earliest,
                pair[0].deal.deal_id,
            ),
        )

    def deals_of(self, company: str) -> int:
        """How many deals a company is in."""
        return len({deal for name in self.called(company) for deal in self.by_name[name]})

    def titles(self, version: Version) -> bool:
        """Whether a title, or the first words of a text without one, names a company of a deal known."""
        first = version.title or version.text[:OPENING]
        return any(True for word in capitalised(first) for _ in self.called(word))

    def likest(self, told: Told) -> tuple[Open, str] | None:
        """The deal that a report is most like by the names and figures of both, where it is like enough."""
        sight = Sight.of(told)
        counts: Counter[str] = Counter()
        for called in dict.fromkeys(name for word in sight.opening for name in self.called(word)):
            counts.update(self.by_name[called])
        near = [self.deals[key] for key, _ in counts.most_common(MOST_TRIED)]
        among = Among(self.by_theme, len(self.deals), self.deals_of)
        weighed = ((likeness(told, deal, sight, among), deal.deal.deal_id) for deal in near)
        found = max(weighed, default=(0.0, ""))
        return (self.deals[found[1]], ALIKE) if found[0] >= NEEDED else None

    def is_succeeded_in(self, told: Told, deal: Open) -> bool:
        """Whether a report is the first to tell that another transaction takes a deal's place."""
        if deal.deal.replaces is not None or not replaces(told, deal):
            return False
        return all(one.deal.replaces != deal.deal.deal_id for one in self.deals.values())

    def former(self, told: Told, found: tuple[Open, str] | None) -> str | None:
        """The deal whose place a new one takes: what the report would else be of, or one of the same companies."""
        if found:
            return found[0].deal.deal_id
        old = [deal for deal in self.near(told) if replaces(told, deal)]
        last = max(old, key=lambda deal: deal.deal.last_reported.latest, default=None)
        return self.said.heir(last.deal.deal_id) if last else None

    def learn(self, deal: Open, told: Told, *, trusted: bool = True) -> None:
        """Add what a linked report tells: figures, times and, where they can be trusted, further parties."""
        deal.figures |= told.figures
        deal.cast.update(told.companies)
        deal.sure = deal.sure or names_all(deal.companies, capitalised(told.version.title or ""))
        self.by_theme.update(deal.themes.add(told.topics))
        deal.articles.add(told.version.article_id)
        parties = _with(deal, told) if trusted else deal.deal.parties
        times = _times(deal, told.version.published)
        deal.dated = deal.dated or told.version.published is not None
        if parties != deal.deal.parties or times != (deal.deal.first_reported, deal.deal.last_reported):
            name = name_of(parties, deal.deal.kind)
            first, last = times
            deal.deal = replace(deal.deal, parties=parties, name=name, first_reported=first, last_reported=last)
        deal.names |= {name for company in told.companies if deal.has(company) for name in aliases(company)}
        self.index(deal)


def opened_by(told: Told, former: str | None) -> Open:
    """A new deal. In another's place it is one of money: the goods were the other's."""
    version, report = told.version, told.report
    parties = tuple(party for party in report.parties if not former or party.role in ROLE_FAMILIES["money"])
    kind = report.kind or "deal"
    deal = Deal(
        stable_id("deal", version.version_id),
        name_of(parties or report.parties, kind),
        kind,
        parties or report.parties,
        version.reported,
        version.reported,
        former,
    )
    return opened(deal, dated=version.published is not None)


def _with(deal: Open, told: Told) -> tuple[Party, ...]:
    """The parties, with another bidder for the same target, or with whoever deals with a party that stood alone.

    No others: a company that one report names beside the parties would draw its own deals into this one.
    """
    alone = len(deal.companies) == 1
    more = [
        party
        for party in told.report.parties
        if not deal.has(party.name) and (alone or (told.purchase and deal.purchase and party.role == Role.ACQUIRER))
    ]
    return (*deal.deal.parties, *more)


def _times(deal: Open, published: Moment | None) -> tuple[Moment, Moment]:
    """First and last report. Undated reports move nothing; the first dated one sets what was only seen."""
    first, last = deal.deal.first_reported, deal.deal.last_reported
    if published is None:
        return first, last
    if not deal.dated:
        return published, published
    return min(first, published, key=lambda m: m.earliest), max(last, published, key=lambda m: m.latest)


def opened(deal: Deal, *, dated: bool) -> Open:
    """A deal that nothing is known of but itself."""
    return Open(deal, set(), set(), Themes(), set(), dated)
