"""Rows for people and other programs: deals and facts as the command line prints them."""

from collections.abc import Iterable
from datetime import datetime

from storage.store import Row, Store


def deal_rows(store: Store) -> list[Row]:
    """All deals, first reported first: `{deal_key, name, kind, parties, status, article_ids}`."""
    return store.query("deals_listed")


def facts_as_of(store: Store, when: datetime) -> list[Row]:
    """The same rows as `fact_rows`: what each source said, as we knew it then, by the last text of each article."""
    return store.query("facts_as_of", ts=when)


def fact_rows(store: Store) -> list[Row]:
    """All facts that are linked to a deal, by deal and in the order of arrival, each with its quote and source."""
    return store.query("facts_listed")


def first_said(store: Store, deal_id: str, fact_ids: Iterable[str]) -> dict[str, Row]:
    """Who said first what each of these facts of a deal says, who copied that, and who else says so; by fact."""
    rows = store.query("first_said", deal_id=deal_id, fact_ids=list(fact_ids))
    return {row["fact_id"]: row for row in rows}
