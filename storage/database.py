"""Opens the database: one process at a time, briefly, and answers with one clear line where it cannot."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from storage import schema
from storage.errors import DatabaseBusy, DatabaseUnusable
from storage.statements import statement
from storage.store import MEMORY, Connection, Row, Store, unusable

__all__ = ["Row", "Store", "open_here", "opened"]

CONFIGURATION: dict[str, str | bool | int | float | list[str]] = {
    "storage_compatibility_version": "v1.5.0",  # else DuckDB 1.5 cannot open what 2.0 wrote
    "memory_limit": "2GB",
    "max_temp_directory_size": "8GB",
    "autoload_known_extensions": "false",  # extensions are downloaded: nothing here needs one
    "autoinstall_known_extensions": "false",
    "allow_community_extensions": "false",
}
_held: dict[Path, threading.Lock] = {}  # one opening a path in this process
_guard = threading.Lock()
_open: dict[Path, Store] = {}


@contextmanager
def opened(
    path: Path | str, read_only: bool = False, wait: float = 10.0, export: Path | None = None
) -> Iterator[Store]:
    """Open the database, made and migrated where needed, and close it with nothing left in its log.

    Waits up to `wait` seconds for another process or thread that has it open. ":memory:" is a database for tests.
    No statement can read or write another file, but for the one named by `export`. Raises DatabaseBusy or
    DatabaseUnusable.
    """
    if str(path) == MEMORY:
        with _closing(_connect(MEMORY, False, None), MEMORY, False, False) as store:
            yield store
        return
    file = Path(path).absolute()
    until = time.monotonic() + wait
    with _alone(file, wait):
        _check_file(file, read_only)
        connection, recovered = _wait_for(file, read_only, export, until)
        with _closing(connection, str(path), read_only, recovered) as store:
            _open[file.resolve()] = store
            try:
                yield store
            finally:
                del _open[file.resolve()]


def open_here(path: Path) -> Store | None:
    """The store that this very thread has open on the path, if any."""
    store = _open.get(path.resolve())
    return store if store and store.thread == threading.get_ident() else None


@contextmanager
def _alone(file: Path, wait: float) -> Iterator[None]:
    """Keep other threads out: closing any handle on the file would drop the lock that this process holds on it."""
    with _guard:
        lock = _held.setdefault(file.resolve(), threading.Lock())
    if not lock.acquire(timeout=max(wait, 0)):
        raise DatabaseBusy(f"{file} is in use by another part of this process: try again when that is done")
    try:
        yield
    finally:
        lock.release()


def _check_file(file: Path, read_only: bool) -> None:
    """See that it is a DuckDB file before DuckDB does: for SQLite's it would try to download an extension."""
    try:
        if not read_only:
            file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("rb") as handle:
            head = handle.read(12)
    except FileNotFoundError:
        if read_only:
            raise DatabaseUnusable(f"{file} does not exist: `dealdrift run --once` makes it") from None
        return
    except OSError as error:
        raise DatabaseUnusable(f"{file} cannot be opened ({error.strerror}): check the path and its rights") from error
    if head[8:] != b"DUCK":
        raise DatabaseUnusable(f"{file} is not a DuckDB database: name another file, or move it away")


def _wait_for(file: Path, read_only: bool, export: Path | None, until: float) -> tuple[Connection, bool]:
    """The connection, and whether a run before left a log: it was cut off."""
    pause, log = 0.02, file.with_name(f"{file.name}.wal")
    while True:
        left = log.exists()
        try:
            return _connect(str(file), read_only, export), left
        except duckdb.IOException as error:
            if "set lock" not in str(error):
                raise unusable(str(file), error) from error
            if time.monotonic() + pause > until:
                raise DatabaseBusy(f"{file} is in use{_holder(error)}: end that or wait, then try again") from error
        except duckdb.Error as error:
            raise unusable(str(file), error) from error
        time.sleep(pause)
        pause = min(pause * 1.5, 0.5)


def _connect(database: str, read_only: bool, export: Path | None) -> Connection:
    connection = duckdb.connect(database, read_only=read_only, config=CONFIGURATION)
    try:
        if export:
            connection.execute(statement("allow_file"), {"path": str(export.absolute())})
        connection.execute(statement("configure"))
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _closing(connection: Connection, name: str, read_only: bool, recovered: bool) -> Iterator[Store]:
    store = Store(connection, name, recovered)
    try:
        lacking = schema.missing(connection, name, schema.migrations())
        if lacking and read_only:
            raise DatabaseUnusable(
                f"{name} was made by an older dealdrift: `dealdrift run --once` brings it up to date"
            )
        if lacking:
            schema.migrate(connection, lacking)
            connection.execute(statement("checkpoint"))  # DuckDB cannot replay every change of a schema from its log
            store.wrote = store.touched = True
        yield store
        if not read_only and (store.touched or recovered):
            connection.execute(statement("checkpoint"))  # a damaged log can lose rows in silence: leave none
    finally:
        store.close()


def _holder(error: Exception) -> str:
    """Who has it open, where DuckDB says so: "... lock is held in /usr/bin/python3 (PID 7193)"."""
    _, found, rest = str(error).partition("(PID ")
    number = rest.partition(")")[0]
    return f" by process {number}" if found and number.isdigit() else " by another process"
