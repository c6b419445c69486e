"""How well changes are told and reports linked: `python -m tests.golden.tellings [-v] [--folder FOLDER]`.

The reports are replayed in the order of their file. `changes.jsonl`, where the folder has one, gives pairs of values:
`revised` and `conflict` must be told, `refined` may, `not_a_change` must not alert. A change matches a pair where it
sets the same two values of the same attribute against each other in a report of that deal; the way round does not
matter for conflicts, for what is no change, and where one of the reports has no date.
"""

import argparse
import itertools
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from extractors.rows import change_row
from flows.database import held
from flows.documents import Document
from flows.extract import BATCH
from flows.replay import keep
from flows.settings import Config
from storage.articles import versions_of
from storage.changes import all_changes
from storage.deals import all_deals, links_of_deals
from tests.golden.score import HERE, Row

KINDS = {"conflict": "conflict", "outlier": "conflict", "mismatch": "conflict", "refined": "refined"}  # else revised
LINE = "{:24}{:>7}{:>7}{:>7}"


@dataclass
class Tellings:
    """What was reached; the shares are None where nothing could be told right."""

    rows: list[Row] = field(default_factory=list)
    found: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))  # changes by the row's id
    alerts: int = 0
    reports: int = 0
    together: float = 0.0  # mean over deals of the share of their pairs of reports that are linked
    apart: float = 0.0  # share of the pairs of two deals that are linked

    def of(self, *kinds: str) -> list[Row]:
        """The rows of these kinds."""
        return [row for row in self.rows if row["kind"] in kinds]

    def told(self, rows: Iterable[Row]) -> list[Row]:
        """Those of the rows that a change matches."""
        return [row for row in rows if self.found[row["id"]]]

    def alerted(self, rows: Iterable[Row]) -> list[Row]:
        """Those that an alert matches."""
        return [row for row in rows if any(change["alert"] for change in self.found[row["id"]])]

    def alike(self, rows: Iterable[Row]) -> list[Row]:
        """Those that a change of their own kind matches."""
        return [r for r in rows if any(KINDS.get(c["kind"], "revised") == r["kind"] for c in self.found[r["id"]])]


def measured(folder: Path = HERE) -> Tellings:
    """Replay the reports of a folder and compare what was told with its gold."""
    reports = _lines(folder / "reports.jsonl")
    changes, groups = replayed(reports)
    pairs = [row for row in _lines(folder / "changes.jsonl") if row["from"].get("norm") and row["to"].get("norm")]
    rows = [{**row, "id": str(place)} for place, row in enumerate(pairs)]
    found = Tellings(rows, alerts=sum(change["alert"] for change in changes), reports=len(reports))
    by_id = {report["id"]: report for report in reports}
    for row in rows:
        found.found[row["id"]] = [change for change in changes if matches(row, change, by_id)]
    found.together, found.apart = linked(reports, groups)
    return found


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def replayed(reports: Sequence[Row]) -> tuple[list[Row], dict[str, set[str]]]:
    """The changes as `changes --json` prints them, and the deals of each report, from a fresh database."""
    with TemporaryDirectory() as folder:
        config = Config(database=Path(folder) / "golden.duckdb")
        keys = ("id", "url", "outlet", "published", "title", "text")
        documents = [Document(**{key: report[key] for key in keys}) for report in reports]
        for place in range(0, len(documents), BATCH):
            keep(documents[place : place + BATCH], config, datetime.now(UTC))
        with held(config) as store:
            links = links_of_deals(store, [deal.deal_id for deal in all_deals(store)])
            versions = versions_of(store, {link.version_id for link in links})
            names = {version.version_id: version.document_id for version in versions}
            groups: dict[str, set[str]] = defaultdict(set)
            for link in links:
                groups[names[link.version_id]].add(link.deal_id)
            return [change_row(change, deal) for deal, change in all_changes(store)], groups


def linked(reports: Sequence[Row], groups: dict[str, set[str]]) -> tuple[float, float]:
    """Of the pairs of one deal's reports the share linked, as the mean over deals; of those of two deals the share."""
    deals: dict[str, list[bool]] = defaultdict(list)
    others: list[bool] = []
    named = [report for report in reports if report["deal"]]
    for one, two in itertools.combinations(named, 2):
        pairs = deals[one["deal"]] if one["deal"] == two["deal"] else others
        pairs.append(not groups.get(one["id"], set()).isdisjoint(groups.get(two["id"], set())))
    shares = [sum(pairs) / len(pairs) for pairs in deals.values()]
    return sum(shares) / (len(shares) or 1), sum(others) / (len(others) or 1)


def matches(row: Row, change: Row, reports: dict[str, Row]) -> bool:
    """Whether a change sets the row's two values against each other."""
    sides = [change["from"], change["to"]]
    if change["to"] is None or not _same_attribute(row["attribute"], change["attribute"]):
        return False
    if row["deal"] not in [reports[side["article_id"]]["deal"] for side in sides]:
        return False
    undated = not all(reports[row[end]["id"]]["published"] for end in ("from", "to"))
    ways = [sides, sides[::-1]] if undated or row["kind"] in ("conflict", "not_a_change") else [sides]
    return any(all(same(row[end]["norm"], side) for end, side in zip(("from", "to"), way, strict=True)) for way in ways)


def _same_attribute(one: str, other: str) -> bool:
    return one == other or (one.startswith("other:") and other.startswith("other:"))


def same(norm: Row, side: Row) -> bool:
    """Whether a side of a change has a row's value: the status, a day in common, or the number within 0.05 %."""
    if norm.get("status"):
        return bool(norm["status"] == side["status"])
    if norm.get("date_start") or norm.get("date_end"):
        if not (side["date_start"] or side["date_end"]):
            return False
        begins = (norm["date_start"] or "0") <= (side["date_end"] or "9")
        return bool(begins and (side["date_start"] or "0") <= (norm["date_end"] or "9"))
    (unit, *ends), (other, *others) = _ends(norm), _ends(side)
    return unit == other and all(abs(a - b) <= 0.0005 * max(abs(a), abs(b)) for a, b in zip(ends, others, strict=True))


def _ends(side: Row) -> tuple[str | None, float, float]:
    unit, factor = ("MW", 1000) if side["unit"] == "GW" else (side["unit"], 1)
    given = [side[key] * factor for key in ("value", "low", "high") if side.get(key) is not None]
    return (unit, min(given), max(given)) if given else (None, 0.0, 0.0)


def table(found: Tellings) -> str:
    """The measures for people."""
    lines = [LINE.format("", "share", "right", "of")]
    moved, still = found.of("revised", "conflict"), found.of("not_a_change")
    if found.rows:
        told = found.told(moved)
        lines += [
            LINE.format("revised, conflict: told", *_share(told, moved)),
            LINE.format("  of these alerted", *_share(found.alerted(told), told)),
            LINE.format("  of these kind right", *_share(found.alike(told), told)),
            LINE.format("refined: told", *_share(found.told(found.of("refined")), found.of("refined"))),
            LINE.format("not a change: alerted", *_share(found.alerted(still), still)),
        ]
    lines.append(LINE.format("alerts per 100 reports", f"{100 * found.alerts / (found.reports or 1):.1f}", "", ""))
    lines.append(LINE.format("linked: together", f"{found.together:.3f}", "", ""))
    lines.append(LINE.format("linked: apart", f"{found.apart:.4f}", "", ""))
    return "\n".join(lines)


def _share(right: Sequence[Row], among: Sequence[Row]) -> tuple[str, int, int]:
    return f"{len(right) / (len(among) or 1):.3f}", len(right), len(among)


def main() -> None:
    """Print the table; with -v also what was missed and what alerted wrongly."""
    options = argparse.ArgumentParser(description="Measure changes and links on the project's golden set.")
    options.add_argument("-v", "--verbose", action="store_true", help="list what was missed and what cried wolf")
    options.add_argument("--folder", type=Path, default=HERE, help="with reports.jsonl and changes.jsonl")
    chosen = options.parse_args()
    found = measured(chosen.folder)
    print(table(found))
    if chosen.verbose:
        moved = found.of("revised", "conflict")
        faults = [row for row in moved if row not in found.told(moved)] + found.alerted(found.of("not_a_change"))
        for row in faults:
            print(row["kind"], row["deal"], row["attribute"], row["from"]["quote"], "|", row["to"]["quote"])


if __name__ == "__main__":
    main()
