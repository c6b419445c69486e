"""Link reports to deals, and store both. The words of people go before the rules."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from extractors.deals import Linked, ReportedVersion, known_deal, likely_deals, link
from extractors.linking.words import Said
from extractors.models import Deal, Version
from flows.reading import ReadVersion
from storage.articles import versions_of
from storage.database import Store
from storage.deal_words import said_of_deals
from storage.deals import all_deals, links_of_deals, save_deals, save_links
from storage.facts import facts_of_deals, reports_of

_MOST_TEXTS = 12  # of one deal, the last ones: more of them name nothing new


def keep_deals(store: Store, reads: Iterable[ReadVersion], now: datetime) -> Linked:
    """Link the reports to deals, known or new, and store both."""
    fresh = [ReportedVersion(read.version, read.report) for read in reads]
    said, deals = said_of_deals(store), all_deals(store)
    likely = {deal.deal_id for deal in likely_deals(fresh, deals)}
    likely |= said.bound(likely, [one.version.article_id for one in fresh])
    facts, named = facts_of_deals(store, likely), companies_of_deals(store, likely)
    texts = texts_of_deals(store, likely)
    # A deal that was merged is known by what its heir is told of: whatever would be of it goes there.
    heirs = [(deal, said.heir(deal.deal_id)) for deal in deals if deal.deal_id in likely]
    known = [known_deal(deal, facts.get(heir, ()), named[heir], texts[heir]) for deal, heir in heirs]
    linked = link(fresh, known, said)
    linked = replace(linked, deals=tuple(called_as_said(deal, said) for deal in linked.deals))
    save_deals(store, linked.deals)
    save_links(store, linked.links, now)
    return linked


def called_as_said(deal: Deal, said: Said) -> Deal:
    """Return the deal under the name that a person gave it, if one did."""
    return replace(deal, name=said.names[deal.deal_id]) if deal.deal_id in said.names else deal


def companies_of_deals(store: Store, deals: Iterable[str]) -> dict[str, list[str]]:
    """Return the companies that the reports linked to these deals name, by deal, as often as they do."""
    named: dict[str, list[str]] = defaultdict(list)
    links = links_of_deals(store, deals)
    reports = reports_of(store, {link.version_id for link in links})
    for tie in links:
        named[tie.deal_id] += {party.name for party in reports[tie.version_id].parties}
    return named


def texts_of_deals(store: Store, deals: Iterable[str]) -> dict[str, list[Version]]:
    """Return some of the texts that are linked to these deals, by deal: enough to know what each is about."""
    found: dict[str, list[Version]] = defaultdict(list)
    last: dict[str, list[str]] = defaultdict(list)
    for tie in links_of_deals(store, deals):
        last[tie.deal_id].append(tie.version_id)
    homes = {version: deal for deal, versions in last.items() for version in versions[-_MOST_TEXTS:]}
    for version in versions_of(store, homes):
        found[homes[version.version_id]].append(version)
    return found
