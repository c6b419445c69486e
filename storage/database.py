"""Opens the database: one process at a time, briefly, and answers with one clear line where it cannot."""

import json
import os
import shutil
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

import duckdb

from storage import schema
from storage.errors import DatabaseBusy, DatabaseUnusable, one_line
from storage.statements import statement

Row = dict[str, Any]

MEMORY = ":memory:"
BATCH = 4_000  # rows to one JSON parameter: more gain nothing and cost memory
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
_open: dict[Path, "Store"] = {}


class Store:
    """An open database. Reads and writes by the names of the files in `queries/`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, name: str = MEMORY, recovered: bool = False) -> None:
        self.connection = connection
        self.name = name
        self.recovered = recovered  # a run before was cut off; what it had committed was read from its log
        self.wrote = False  # something new is stored, worth a snapshot
        self.touched = False  # anything was stored, bookkeeping included
        self.thread = threading.get_ident()
        self._copied: list[BinaryIO] = []

    def query(self, name: str, /, **parameters: object) -> list[Row]:
        """The rows that `queries/<name>.sql` answers. Lists go in as JSON; times come out aware, in UTC."""
        cursor = self._execute(name, parameters)
        columns = [column[0] for column in cursor.description or ()]
        return [dict(zip(columns, map(aware, row), strict=True)) for row in cursor.fetchall()]

    def change(self, name: str, /, *, bookkeeping: bool = False, **parameters: object) -> int:
        """Run one writing statement and say how many rows it made, changed or removed."""
        rows = self._execute(name, parameters).fetchall()
        count = int(rows[0][0]) if rows else 0
        self.touched = self.touched or count > 0
        self.wrote = self.wrote or (count > 0 and not bookkeeping)
        return count

    def insert(self, name: str, rows: Sequence[Mapping[str, object]], *, bookkeeping: bool = False) -> int:
        """Run a writing statement on `$rows`, batch by batch, and say how many rows are new or changed."""
        batches = (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
        return sum(self.change(name, bookkeeping=bookkeeping, rows=list(batch)) for batch in batches)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept, or nothing of it."""
        before = self.wrote, self.touched
        self.connection.begin()
        try:
            yield
            self.connection.commit()
        except BaseException:
            self.wrote, self.touched = before
            self.connection.rollback()
            raise

    def copy_to(self, target: Path) -> None:
        """Copy the file as it is committed now, whole and safe on the disk. Not within a transaction."""
        self.connection.execute(statement("checkpoint"))
        source = Path(self.name).open("rb")  # noqa: SIM115 - see close
        self._copied.append(source)
        with target.open("wb") as copy:
            shutil.copyfileobj(source, copy, 1 << 20)
            copy.flush()
            os.fsync(copy.fileno())

    def close(self) -> None:
        """Close the connection, and only then the handles on its file: closing one drops the lock of the process."""
        self.connection.close()
        for handle in self._copied:
            handle.close()

    def _execute(self, name: str, parameters: Mapping[str, object]) -> duckdb.DuckDBPyConnection:
        ready = {key: _parameter(value) for key, value in parameters.items()}
        try:
            return self.connection.execute(statement(name), ready)
        except (duckdb.IOException, duckdb.FatalException) as error:
            raise _unusable(self.name, error) from error


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
        recovered = file.with_name(file.name + ".wal").exists()
        with _closing(_wait_for(file, read_only, export, until), str(path), read_only, recovered) as store:
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


def _wait_for(file: Path, read_only: bool, export: Path | None, until: float) -> duckdb.DuckDBPyConnection:
    pause = 0.02
    while True:
        try:
            return _connect(str(file), read_only, export)
        except duckdb.IOException as error:
            if "set lock" not in str(error):
                raise _unusable(str(file), error) from error
            if time.monotonic() + pause > until:
                raise DatabaseBusy(f"{file} is in use{_holder(error)}: end that or wait, then try again") from error
        except duckdb.Error as error:
            raise _unusable(str(file), error) from error
        time.sleep(pause)
        pause = min(pause * 1.5, 0.5)


def _connect(database: str, read_only: bool, export: Path | None) -> duckdb.DuckDBPyConnection:
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
def _closing(connection: duckdb.DuckDBPyConnection, name: str, read_only: bool, recovered: bool) -> Iterator[Store]:
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


def _unusable(name: str, error: Exception) -> DatabaseUnusable:
    reason = one_line(error)
    if "version number" in reason:
        return DatabaseUnusable(f"{name} was written by a newer DuckDB: update dealdrift")
    return DatabaseUnusable(f"{name} cannot be used ({reason}): mend that, or put a copy of its snapshot in its place")


def _parameter(value: object) -> object:
    if isinstance(value, list | tuple | set | frozenset):
        packed = json.dumps(list(value), ensure_ascii=False, default=_packed)
        return packed.encode("utf-8", "replace").decode()  # a lone surrogate becomes "?": as long as before
    return value


def _packed(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"a {type(value).__name__} is no value of a column")


def aware(value: object) -> object:
    """Times in UTC, with the zone of the standard library; anything else as it is."""
    return value.astimezone(UTC) if isinstance(value, datetime) and value.tzinfo is not None else value
