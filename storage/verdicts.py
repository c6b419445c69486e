"""What people said of changes: dismissed or confirmed, the last verdict on each counting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from extractors.models import Change, stable_id
from storage.changes import changes_of_rows
from storage.store import Store


class Judged(StrEnum):
    """What a person said of a change."""

    DISMISSED = "dismissed"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class ChangeVerdict:
    """One verdict of a person on one change."""

    change_id: str
    verdict: Judged
    note: str | None
    said_at: datetime


def save_verdicts(store: Store, verdicts: Sequence[ChangeVerdict]) -> int:
    """Keep verdicts. Returns how many are new."""
    rows = [
        {
            "verdict_id": stable_id("verdict", each.change_id, each.said_at),
            **{name: getattr(each, name) for name in ("change_id", "verdict", "note", "said_at")},
            "place": place,
        }
        for place, each in enumerate(verdicts, 1)
    ]
    return store.insert("save_verdicts", rows)


def verdicts(store: Store) -> dict[str, ChangeVerdict]:
    """The last verdict on each change that was judged, by change."""
    return {
        row["change_id"]: ChangeVerdict(**{**row, "verdict": Judged(row["verdict"])}) for row in store.query("verdicts")
    }


def dismissed_changes(store: Store, deal_ids: Iterable[str]) -> dict[str, list[Change]]:
    """The changes of these deals that a person dismissed, by deal."""
    found: dict[str, list[Change]] = {}
    for deal_id, change in changes_of_rows(store, store.query("dismissed_changes", deal_ids=list(deal_ids))):
        found.setdefault(deal_id, []).append(change)
    return found
