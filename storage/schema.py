"""Brings a database to the current schema: migrations, each in one transaction with its own record."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from storage.errors import DatabaseUnusable
from storage.statements import MIGRATIONS, statement


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered file of `migrations/`, such as 002_facts.sql."""

    version: int
    name: str
    text: str

    @property
    def checksum(self) -> str:
        """Tells an edited file from the one that was applied."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def migrations(folder: Path = MIGRATIONS) -> list[Migration]:
    """All migrations, in their order."""
    files = sorted(folder.glob("[0-9]*.sql"))
    return [Migration(int(file.stem[:3]), file.stem, file.read_text(encoding="utf-8")) for file in files]


def missing(connection: duckdb.DuckDBPyConnection, name: str, known: list[Migration]) -> list[Migration]:
    """The migrations that the database lacks. Raises DatabaseUnusable where it is not ours or not of this version."""
    tables = {table for (table,) in connection.execute(statement("tables")).fetchall()}
    if not tables:
        return known
    if "schema_migrations" not in tables:
        raise DatabaseUnusable(f"{name} belongs to another program (it has the table {min(tables)}): name another file")
    applied = dict(connection.execute(statement("migrations")).fetchall())
    _check(applied, name, known)
    return [each for each in known if each.version not in applied]


def _check(applied: dict[int, str], name: str, known: list[Migration]) -> None:
    if unknown := applied.keys() - {each.version for each in known}:
        raise DatabaseUnusable(f"{name} was made by a newer dealdrift (migration {max(unknown)}): update dealdrift")
    for each in known:
        if applied.get(each.version, each.checksum) != each.checksum:
            raise DatabaseUnusable(
                f"{name} was made with another text of migration {each.name}: "
                "take the dealdrift that made it, or start a new database"
            )


def migrate(
    connection: duckdb.DuckDBPyConnection, lacking: list[Migration], between: Callable[[], None] = lambda: None
) -> None:
    """Apply the migrations, each with its record or not at all. `between` is called before each commit, for tests."""
    connection.execute(statement("create_schema_migrations"))
    for each in lacking:
        connection.begin()
        try:
            connection.execute(each.text)
            record = {"version": each.version, "name": each.name, "checksum": each.checksum}
            connection.execute(statement("save_migration"), record)
            between()
            connection.commit()
        except BaseException:
            connection.rollback()
            raise
