"""Link reports to deals, and store both. The words of people go before the rules."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from extractors.deals import Linked, ReportedVersion, known_deal, likely_deals, link
from extractors.linking.words import Said
from extractors.models import Deal
from flows.reading import ReadVersion
from storage.database import Store
from storage.deal_words import said_of_deals
from storage.deals import all_deals, links_of_deals, save_deals, save_links
from storage.facts import facts_of_deals, reports_of


def keep_deals(store: Store, reads: Iterable[ReadVersion], now: datetime) -> Linked:
    """Link the reports to deals, known or new, and store both."""
    fresh = [ReportedVersion(read.version, read.report) for read in reads]
    said, deals = said_of_deals(store), all_deals(store)
    likely = {deal.deal_id for deal in likely_deals(fresh, deals)}
    likely |= said.bound(likely, [one.version.article_id for one in fresh])
    facts, named = facts_of_deals(store, likely), companies_of_deals(store, likely)
    # A deal that was merged is known by what its heir is told of: whatever would be of it goes there.
    heirs = [(deal, said.heir(deal.deal_id)) for deal in deals if deal.deal_id in likely]
    linked = link(fresh, [known_deal(deal, facts.get(heir, ()), named[heir]) for deal, heir in heirs], said)
    linked = replace(linked, deals=tuple(called_as_said(deal, said) for deal in linked.deals))
    save_deals(store, linked.deals)
    save_links(store, linked.links, now)
    return linked


def called_as_said(deal: Deal, said: Said) -> Deal:
    """Return the deal under the name that a person gave it, if one did."""
    return replace(deal, name=said.names[deal.deal_id]) if deal.deal_id in said.names else deal


def companies_of_deals(store: Store, deals: Iterable[str]) -> dict[str, set[str]]:
    """Return the companies that the reports linked to these deals name, by deal."""
    named: dict[str, set[str]] = defaultdict(set)
    links = links_of_deals(store, deals)
    reports = reports_of(store, {link.version_id for link in links})
    for tie in links:
        named[tie.deal_id].update(party.name for party in reports[tie.version_id].parties)
    return named
