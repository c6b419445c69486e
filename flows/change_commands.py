"""`dealdrift changes`: what changed, as known now or at a time, and what people say of it."""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from extractors.models import Change, Severity
from extractors.rows import change_row
from flows.cli import DONE, WRONG, say
from flows.deal_commands import spoken
from flows.views import NotFound, of_deal, read, show, side
from storage.changes import all_changes, change_ids, changes_as_of
from storage.database import Store
from storage.listings import deal_rows
from storage.verdicts import ChangeVerdict, Judged, save_verdicts, verdicts

Row = Mapping[str, Any]
VERDICTS = {"dismiss": Judged.DISMISSED, "confirm": Judged.CONFIRMED}
PROMISE = {  # what becomes of the two values of a change that was judged
    Judged.DISMISSED: "its two values stay silent in this deal",
    Judged.CONFIRMED: "rightly told",
}


def changes_command(options: argparse.Namespace) -> int:
    """List the changes, of all deals or of one, or keep what a person says of some of them."""
    first, *more = options.words or [None]
    if first in VERDICTS:
        return judge(options, VERDICTS[first], more)
    if more or options.note is not None:
        say("dealdrift changes: name one deal, or `dismiss ID…`, or `confirm ID…`; --note is for these two")
        return WRONG
    rows = [row for row in read(options, lambda store: change_rows(store, options.as_of)) if of_deal(row, first)]
    rows = [row for row in rows if row["alert"] or not options.alerts]
    return show(options, statistics(rows), COUNTED) if options.stats else show(options, rows, COLUMNS)


def change_rows(store: Store, when: datetime | None) -> list[Row]:
    """Return the changes as rows, as known now or at that time."""
    names = {row["deal_key"]: row["name"] for row in deal_rows(store)}
    return [
        {**change_row(told.change, told.deal), "deal": names.get(told.deal, told.deal), **told.said}
        for told in (told_then(store, when) if when else told_now(store))
    ]


@dataclass(frozen=True, slots=True)
class Told:
    """One change with its deal, and what a person said of it."""

    deal: str
    change: Change
    verdict: str | None = None
    note: str | None = None

    @property
    def said(self) -> dict[str, str | None]:
        """The verdict, as the row has it."""
        return {"verdict": self.verdict, "note": self.note}


def told_now(store: Store) -> list[Told]:
    """Return the changes as they are known now."""
    said = verdicts(store)
    return [told_with(deal, change, said.get(change.change_id)) for deal, change in all_changes(store)]


def told_with(deal: str, change: Change, said: ChangeVerdict | None) -> Told:
    """Return a change with the verdict on it."""
    return Told(deal, change, said.verdict.value, said.note) if said else Told(deal, change)


def told_then(store: Store, when: datetime) -> list[Told]:
    """Return the changes as they were known then."""
    return [Told(*each) for each in changes_as_of(store, when)]


COLUMNS: dict[str, Callable[[Row], object]] = {
    "change": lambda row: row["id"],
    "deal": lambda row: row["deal"],
    "attribute": lambda row: row["attribute"],
    "kind": lambda row: row["kind"],
    "from": lambda row: side(row["from"]),
    "to": lambda row: side(row["to"]),
    "severity": lambda row: row["severity"],
    "verdict": lambda row: row["verdict"],
}


# --- what people say of them -----------------------------------------------------------------------


def judge(options: argparse.Namespace, verdict: Judged, beginnings: Sequence[str]) -> int:
    """Keep a verdict on some changes."""
    if not beginnings or options.stats or options.as_of or options.alerts:
        say(f"dealdrift changes {options.words[0]}: give the ids of changes, and nothing but --note")
        return WRONG
    with spoken(options) as (store, now):
        known, ids = verdicts(store), dict.fromkeys(one_change(store, beginning) for beginning in beginnings)
        save_verdicts(store, [ChangeVerdict(each, verdict, options.note, now) for each in ids])
    for each in ids:
        before = f" (was {known[each].verdict.value})" if each in known and known[each].verdict != verdict else ""
        say(f"{each}: {verdict.value}{before}; {PROMISE[verdict]}")
    return DONE


def one_change(store: Store, beginning: str) -> str:
    """Return the id of the one change whose id begins so."""
    near = change_ids(store, beginning) if beginning else []
    if not near:
        raise NotFound(f"{beginning!r}: no change has an id that begins so; `dealdrift changes` lists them")
    if len(near) > 1 and beginning not in near:
        raise NotFound(f"{beginning!r} fits more than one change: {', '.join(near)}; type more of it")
    return beginning if beginning in near else near[0]


def statistics(rows: Iterable[Row]) -> list[Row]:
    """Return how changes were judged: all, by kind, by severity. Precision is of those that were judged."""
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        for by, of in (("all", "changes"), ("kind", row["kind"]), ("severity", row["severity"])):
            groups[by, of].append(row)
    return [counted(by, of, groups[by, of]) for by, of in sorted(groups, key=_place)]


def counted(by: str, of: str, rows: Sequence[Row]) -> Row:
    """Return the counts of one group."""
    said = [row["verdict"] for row in rows]
    confirmed, dismissed = said.count(Judged.CONFIRMED.value), said.count(Judged.DISMISSED.value)
    judged = confirmed + dismissed
    return {
        "by": by,
        "of": of,
        "changes": len(rows),
        "alerts": sum(row["alert"] for row in rows),
        "confirmed": confirmed,
        "dismissed": dismissed,
        "not_judged": len(rows) - judged,
        "precision": round(confirmed / judged, 4) if judged else None,
    }


def _place(group: tuple[str, str]) -> tuple[str, int, str]:
    by, of = group
    loud = list(Severity)
    return by, -loud.index(Severity(of)) if by == "severity" else 0, of


COUNTED: dict[str, Callable[[Row], object]] = {
    "by": lambda row: row["by"],
    "of": lambda row: row["of"],
    "changes": lambda row: row["changes"],
    "alerts": lambda row: row["alerts"],
    "confirmed": lambda row: row["confirmed"],
    "dismissed": lambda row: row["dismissed"],
    "not judged": lambda row: row["not_judged"],
    "precision": lambda row: "" if row["precision"] is None else f"{row['precision']:.2f}",
}
