"""Draw the picture of the README from what `make run` left in demo-run/:  .venv/bin/python -m deployments.picture."""

from __future__ import annotations

import io
import os
import re
import sys
from contextlib import redirect_stdout
from pathlib import Path

from rich.console import Console
from rich.text import Text

from flows import tables
from storage.changes import all_changes
from storage.listings import deal_rows, fact_rows
from storage.snapshot import opened_snapshot

WIDTH = 118  # columns: the most that can still be read on a page
DATABASE, PICTURE = Path("demo-run/dealdrift.duckdb"), Path("deployments/output.svg")
DEAL = "OpenAI"
TOLD = (("conflict", "status"), ("edited", "status"), ("corrected", "units_count"), ("revised", "deal_value"))


def printed() -> str:
    """Return deals and a few alerts as the demo prints them, colours included."""
    os.environ |= {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH)}
    tables.PIPED = WIDTH
    from .demo import summary  # late: its console takes width and colours as it finds them

    with opened_snapshot(DATABASE) as store:
        deals, facts, changes = deal_rows(store), fact_rows(store), all_changes(store)
    names = {deal["deal_key"]: deal["name"] for deal in deals}
    loud = [(deal, change) for deal, change in changes if DEAL in names[deal] and change.severity.alerts]
    chosen = [next((e for e in loud if (e[1].kind, e[1].attribute) == wanted), None) for wanted in TOLD]
    with redirect_stdout(io.StringIO()) as out:
        summary.print_deals(deals, facts, changes)
        summary.print_changes(names, [each for each in chosen if each])
    return out.getvalue()


def main() -> int:
    """Draw it."""
    lines = [line for line in printed().splitlines() if "no alert:" not in line]
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("\n".join(lines).strip("\n")))
    drawn = console.export_svg(title="make run", unique_id="dealdrift")
    drawn = re.sub(r"@font-face \{[^}]*\}\s*", "", drawn)  # a page that shows it must not ask a third one for fonts
    PICTURE.write_text(drawn, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
