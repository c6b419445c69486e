"""An open database: statements by name, records in and out, and what was written."""

import json
import os
import shutil
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

import duckdb

from storage.errors import DatabaseUnusable, one_line
from storage.statements import statement

Connection = duckdb.DuckDBPyConnection
Row = dict[str, Any]

MEMORY = ":memory:"
BATCH = 4_000  # rows to one JSON parameter: more gain nothing and cost memory


class Store:
    """An open database. Reads and writes by the names of the files in `queries/`."""

    def __init__(self, connection: Connection, name: str = MEMORY, recovered: bool = False) -> None:
        self.connection = connection
        self.name = name
        self.recovered = recovered  # a run before was cut off; what it had committed was read from its log
        self.wrote = False  # something new is stored, worth a snapshot
        self.touched = False  # anything was stored, bookkeeping included
        self.thread = threading.get_ident()
        self._copied: list[BinaryIO] = []

    def query(self, name: str, /, **parameters: object) -> list[Row]:
        """The rows that `queries/<name>.sql` answers. Lists go in as JSON; times come out aware, in UTC."""
        columns, rows = self._execute(name, parameters)
        return [dict(zip(columns, map(aware, row), strict=True)) for row in rows]

    def change(self, name: str, /, *, bookkeeping: bool = False, **parameters: object) -> int:
        """Run one writing statement and say how many rows it made, changed or removed."""
        _, rows = self._execute(name, parameters)
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

    def _execute(self, name: str, parameters: Mapping[str, object]) -> tuple[list[str], list[tuple[Any, ...]]]:
        ready = {key: _parameter(value) for key, value in parameters.items()}
        try:
            cursor = self.connection.execute(statement(name), ready)
            return [column[0] for column in cursor.description or ()], cursor.fetchall()
        except (duckdb.IOException, duckdb.FatalException) as error:
            raise unusable(self.name, error) from error
        except RuntimeError as error:  # how DuckDB tells of a Ctrl-C while it works
            raise KeyboardInterrupt from error


def unusable(name: str, error: Exception) -> DatabaseUnusable:
    """What an error of DuckDB's says of the file, in one line with what to do."""
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
