"""`dealdrift reread`: what the present extractor reads otherwise in the texts that are kept."""

import argparse
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from extractors.models import EXTRACTOR, EXTRACTOR_VERSION
from flows.cli import DONE, FAILED, configured, say
from flows.database import held
from flows.rereading import reread_pass
from flows.views import NotFound, show
from storage.rereadings import finding_rows
from storage.runs import save_run

Row = Mapping[str, Any]


def reread_command(options: argparse.Namespace) -> int:
    """Read all kept texts again, list what differs and, with --accept, take it over. Nobody is alerted."""
    config, now = configured(options), datetime.now(UTC)
    if not config.database.exists():
        raise NotFound(f"{config.database} does not exist: `dealdrift run --once` makes it")
    account = reread_pass(config, now, say, accept=options.accept)
    with held(config) as store:
        rows = finding_rows(store)
        if account.taken:
            save_run(store, "reread", now, datetime.now(UTC), {"texts": account.texts, "taken": account.taken})
    say(f"{account.texts} texts read again by {EXTRACTOR} {EXTRACTOR_VERSION}: {told(rows, account.taken)}")
    for problem in account.problems:
        say(f"{problem.subject}: {problem.reason}")
    if rows or options.json:
        show(options, rows, COLUMNS)
    return FAILED if account.problems else DONE


def told(rows: Sequence[Row], taken: int) -> str:
    """Say in a line what differs."""
    if taken:
        return f"the new reading of {taken} stands, and no change is told of it"
    if not rows:
        return "all as they were"
    counts, articles = Counter(row["finding"] for row in rows), len({row["version_id"] for row in rows})
    kinds = ", ".join(f"{counts[kind]} {word}" for kind, word in KINDS.items() if counts[kind])
    return f"{kinds} in {articles} of them; `dealdrift reread --accept` takes the new reading over"


KINDS = {"added": "added", "gone": "gone", "differs": "differing"}
COLUMNS: dict[str, Callable[[Row], object]] = {
    "article": lambda row: row["article_id"],
    "outlet": lambda row: row["outlet"],
    "attribute": lambda row: row["attribute"],
    "finding": lambda row: row["finding"],
    "kept": lambda row: row["old_says"],
    "quote": lambda row: row["old_quote"] and f"“{row['old_quote']}”",
    "read now": lambda row: row["new_says"],
    "in": lambda row: row["new_quote"] and f"“{row['new_quote']}”",
}
