"""What changed, with both facts."""

from collections.abc import Iterable
from datetime import datetime

from extractors.models import Change, Kind, Relation, Severity
from storage.facts import facts_by_id
from storage.store import Row, Store


def save_changes(store: Store, found: Iterable[tuple[str, Change]]) -> set[str]:
    """Keep changes not found before, each with the deal it was found in. Returns the ids of the new ones."""
    rows = {change.change_id: _change_row(deal_id, change) for deal_id, change in found}
    known = {row["change_id"] for row in store.query("known_changes", change_ids=list(rows))}
    fresh = [row for change_id, row in rows.items() if change_id not in known]
    store.insert("save_changes", [{**row, "place": place} for place, row in enumerate(fresh, 1)])
    return set(rows) - known


def changes_of_deals(store: Store, deal_ids: Iterable[str]) -> dict[str, list[Change]]:
    """The changes of each of these deals, by deal, in the order in which they were found."""
    found: dict[str, list[Change]] = {}
    for deal_id, change in changes_of_rows(store, store.query("changes_of_deals", deal_ids=list(deal_ids))):
        found.setdefault(deal_id, []).append(change)
    return found


def all_changes(store: Store) -> list[tuple[str, Change]]:
    """All changes with the deal that each belongs to now, in the order in which they were found."""
    return changes_of_rows(store, store.query("all_changes"))


def changes_as_of(store: Store, when: datetime) -> list[tuple[str, Change, str | None, str | None]]:
    """The changes that had been found by then, each with its deal, and with the verdict on it and its note by then."""
    rows = store.query("changes_as_of", ts=when)
    found = changes_of_rows(store, rows)
    return [(*one, row["verdict"], row["note"]) for one, row in zip(found, rows, strict=True)]


def change_ids(store: Store, beginning: str, most: int = 5) -> list[str]:
    """The ids of changes that begin so, at most so many."""
    rows = store.query("change_by_id", change_id=beginning, most=most)
    return [row["change_id"] for row in rows]


def facts_in_parted_changes(store: Store, deal_id: str) -> set[str]:
    """The later facts of changes found in this deal whose two facts are of two deals now."""
    return {row["to_fact"] for row in store.query("facts_in_parted_changes", deal_id=deal_id)}


def change_by_id(store: Store, change_id: str) -> tuple[str, Change] | None:
    """The one change whose id begins so, with its deal; None where there is none, or more than one."""
    found = changes_of_rows(store, store.query("change_by_id", change_id=change_id, most=2))
    return found[0] if len(found) == 1 else None


def changes_of_rows(store: Store, rows: list[Row]) -> list[tuple[str, Change]]:
    """The changes in rows of the table `changes`, each with the deal of its row."""
    wanted = {row[name] for row in rows for name in ("from_fact", "to_fact") if row[name] is not None}
    facts = facts_by_id(store, wanted)
    return [
        (
            row["deal_id"],
            Change(
                kind=Kind(row["kind"]),
                relation=Relation(row["relation"]),
                severity=Severity(row["severity"]),
                earlier=facts[row["from_fact"]],
                later=facts[row["to_fact"]] if row["to_fact"] else None,
                **{name: row[name] for name in ("change_id", "attribute", "strand", "rule")},
                **{name: row[name] for name in ("explanation", "detected_at")},
            ),
        )
        for row in rows
    ]


def _change_row(deal_id: str, change: Change) -> Row:
    return {
        "deal_id": deal_id,
        "alert": change.severity.alerts,
        "from_fact": change.earlier.fact_id,
        "to_fact": change.later and change.later.fact_id,
        **{name: getattr(change, name) for name in ("change_id", "attribute", "strand", "kind", "relation")},
        **{name: getattr(change, name) for name in ("severity", "rule", "explanation", "detected_at")},
    }
