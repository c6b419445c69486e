"""Draw the picture of the README from what `make run` left in demo-run/:  .venv/bin/python -m deployments.picture."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stdout
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.text import Text

from flows import tables
from storage.changes import all_changes
from storage.listings import deal_rows, fact_rows
from storage.snapshot import opened_snapshot

WIDTH = 118  # columns: the most that can still be read on a page
DATABASE, PICTURE = Path("demo-run/dealdrift.duckdb"), Path("deployments/output.svg")
FIRST, SHOWN = "OpenAI", 4  # alerts of this deal, one a kind


def printed() -> str:
    """Return deals and a few alerts as the demo prints them, colours included."""
    os.environ |= {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH)}
    tables.PIPED = WIDTH
    from .demo import summary  # late: its console takes width and colours as it finds them

    with opened_snapshot(DATABASE) as store:
        deals, facts, changes = deal_rows(store), fact_rows(store), all_changes(store)
    names = {deal["deal_key"]: deal["name"] for deal in deals}
    loud = [(deal, change) for deal, change in changes if FIRST in names[deal] and change.severity.alerts]
    kinds = groupby(sorted(loud, key=lambda each: each[1].kind), key=lambda each: each[1].kind)
    chosen = [next(group) for _, group in kinds][:SHOWN]
    with redirect_stdout(io.StringIO()) as out:
        summary.print_deals(deals, facts, changes)
        summary.print_changes(names, sorted(chosen, key=loud.index))
    return out.getvalue()


def main() -> int:
    """Draw it."""
    lines = [line for line in printed().splitlines() if "no alert:" not in line]
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("\n".join(lines).strip("\n")))
    console.save_svg(str(PICTURE), title="make run", unique_id="dealdrift")
    return 0


if __name__ == "__main__":
    sys.exit(main())
