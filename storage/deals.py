"""The deals, and which version speaks of which."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from extractors.models import Deal, DealLink, Moment
from storage.rows import parties
from storage.store import Row, Store


def save_deals(store: Store, deals: Sequence[Deal]) -> int:
    """Keep deals, new or known, as they are now. Returns how many rows are new or changed."""
    roles = [
        {"deal_id": deal.deal_id, "place": place, "name": party.name, "role": party.role}
        for deal in deals
        for place, party in enumerate(deal.parties)
    ]
    saved = store.insert("save_deals", [_deal_row(deal) for deal in deals])
    left = store.change("drop_parties", deal_ids=[deal.deal_id for deal in deals], rows=roles)
    return saved + left + store.insert("save_deal_parties", roles)


def all_deals(store: Store) -> list[Deal]:
    """All deals, in the order of first report."""
    return [_deal(row) for row in store.query("deals")]


def save_links(store: Store, links: Sequence[DealLink], at: datetime) -> int:
    """Link versions to deals where they are not linked. Returns how many links are new."""
    rows = [{"version_id": link.version_id, "deal_id": link.deal_id, "reason": link.reason} for link in links]
    return store.change("save_links", rows=rows, at=at)


def remove_links(store: Store, links: Iterable[tuple[str, str]], at: datetime) -> int:
    """Undo links, given as (version_id, deal_id). No fact is touched. Returns how many links ended."""
    rows = [{"version_id": version, "deal_id": deal} for version, deal in links]
    return store.change("remove_links", rows=rows, at=at)


def links_of_versions(store: Store, version_ids: Iterable[str]) -> list[DealLink]:
    """The deals that these versions are linked to now."""
    return [DealLink(**row) for row in store.query("links_of_versions", version_ids=list(version_ids))]


def links_of_deals(store: Store, deal_ids: Iterable[str]) -> list[DealLink]:
    """The versions that are linked to these deals now."""
    return [DealLink(**row) for row in store.query("links_of_deals", deal_ids=list(deal_ids))]


def _deal_row(deal: Deal) -> Row:
    first, last = deal.first_reported, deal.last_reported
    return {
        **{name: getattr(deal, name) for name in ("deal_id", "name", "kind", "replaces")},
        **{"first_reported_from": first.earliest, "first_reported_to": first.latest},
        **{"last_reported_from": last.earliest, "last_reported_to": last.latest},
    }


def _deal(row: Row) -> Deal:
    return Deal(
        deal_id=row["deal_id"],
        name=row["name"],
        kind=row["kind"],
        parties=parties(row),
        first_reported=Moment(row["first_reported_from"], row["first_reported_to"]),
        last_reported=Moment(row["last_reported_from"], row["last_reported_to"]),
        replaces=row["replaces"],
    )


def deals_with_promises(store: Store, now: datetime) -> set[str]:
    """The deals for which some report promised a day that has passed by now."""
    return {row["deal_id"] for row in store.query("deals_with_promises", today=now.date())}
