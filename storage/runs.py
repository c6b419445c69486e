"""The passes that wrote something."""

import json
from collections.abc import Mapping
from datetime import datetime

from extractors.models import stable_id
from storage.store import Row, Store


def save_run(
    store: Store, command: str, started_at: datetime, finished_at: datetime, summary: Mapping[str, int]
) -> int:
    """Keep that a pass was made, and what it did, counted. Call it only where `store.touched`."""
    return store.change(
        "save_run",
        run_id=stable_id("run", command, started_at.isoformat()),
        command=command,
        started_at=started_at,
        finished_at=finished_at,
        summary=json.dumps(summary),
        bookkeeping=True,
    )


def last_runs(store: Store, most: int = 10) -> list[Row]:
    """The last passes, latest first: `{run_id, command, started_at, finished_at, summary}`."""
    return store.query("runs", most=most)
