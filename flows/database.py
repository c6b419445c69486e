"""The database as the passes share it: one holds it, the others wait; readers get a snapshot of what is new."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path

from extractors.models import Problem
from flows.settings import Config
from storage.database import Store, opened
from storage.problems import mend_problems, save_problems
from storage.snapshot import NotPublished, publish, snapshot_path

PATIENCE = 300.0  # seconds; monitor, revisit and deliver are processes of their own, and a large round takes a minute


def held(config: Config) -> AbstractContextManager[Store]:
    """Open the database to write, once another pass lets go of it. Raises DatabaseBusy or DatabaseUnusable."""
    return opened(config.database, wait=PATIENCE)


def publish_if_new(store: Store, config: Config, now: datetime, *, news: bool = False) -> None:
    """Give readers a new snapshot where something was stored, or `news` says so, or there is none yet.

    A snapshot that cannot be written is a problem, not a failure: what was stored is safe.
    """
    if not (store.wrote or news) and snapshot_path(config.database).exists():
        return
    where = str(snapshot_path(config.database))
    mend_problems(store, "publish", [where], now)
    try:
        publish(config.database)
    except NotPublished as error:
        save_problems(store, [Problem("publish", where, str(error), now)])


@contextmanager
def alone(database: Path, work: str, wait: float = 10.0) -> Iterator[bool]:
    """Yield whether no other process does this work on this database; false where one still does after the wait.

    The lock is the operating system's and falls with its process, however that ends.
    """
    database.parent.mkdir(parents=True, exist_ok=True)
    with database.with_name(f".{database.name}.{work}.lock").open("w") as file:
        until = time.monotonic() + wait
        while not (free := locked(file.fileno())) and time.monotonic() < until:
            time.sleep(0.1)
        yield free


def locked(file: int) -> bool:
    """Take the lock on an open file; false where another has it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
