"""Rows for people and other programs: deals and facts as the command line prints them."""

from storage.store import Row, Store


def deal_rows(store: Store) -> list[Row]:
    """All deals, first reported first: `{deal_key, name, kind, parties, status, article_ids}`."""
    return store.query("deals_listed")


def fact_rows(store: Store) -> list[Row]:
    """All facts that are linked to a deal, by deal and in the order of arrival, each with its quote and source."""
    return store.query("facts_listed")
