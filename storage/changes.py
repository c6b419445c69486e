"""What changed, with both facts."""

from collections.abc import Iterable

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
    for deal_id, change in _changes(store, store.query("changes_of_deals", deal_ids=list(deal_ids))):
        found.setdefault(deal_id, []).append(change)
    return found


def all_changes(store: Store) -> list[tuple[str, Change]]:
    """All changes with the deal that each belongs to now, in the order in which they were found."""
    return _changes(store, store.query("all_changes"))


def change_by_id(store: Store, change_id: str) -> tuple[str, Change] | None:
    """The one change whose id begins so, with its deal; None where there is none, or more than one."""
    found = _changes(store, store.query("change_by_id", change_id=change_id))
    return found[0] if len(found) == 1 else None


def _changes(store: Store, rows: list[Row]) -> list[tuple[str, Change]]:
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
