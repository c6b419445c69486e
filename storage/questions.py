"""A person's own SQL: one question, answered or exported, never a change."""

from pathlib import Path

import duckdb

from storage.errors import QueryRefused, one_line
from storage.store import Store, aware

ASKING = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}


def answer(store: Store, question: str) -> tuple[list[str], list[tuple[object, ...]]]:
    """The columns and rows that one question gives: `select`, `from`, `show`, `describe` … Raises QueryRefused."""
    question = one_question(question)
    try:
        cursor = store.connection.execute(question)
        columns = [column[0] for column in cursor.description or ()]
        return columns, [tuple(map(aware, row)) for row in cursor.fetchall()]
    except duckdb.Error as error:
        raise QueryRefused(f"the question could not be answered: {one_line(error)}") from error


def export(store: Store, question: str, target: Path) -> int:
    """Write the answer to a Parquet file and say how many rows it has. Raises QueryRefused.

    The store must have been opened with `export=target`: no other file can be written.
    """
    question = one_question(question)
    try:
        relation = store.connection.sql(question)
        relation.write_parquet(str(target.absolute()))
        return len(relation)
    except duckdb.Error as error:
        raise QueryRefused(f"{target} could not be written: {one_line(error)}") from error


def one_question(text: str) -> str:
    """The text, where it is one statement that only reads. Raises QueryRefused."""
    try:
        statements = duckdb.extract_statements(text)
    except duckdb.Error as error:
        raise QueryRefused(f"this is no SQL: {one_line(error)}") from error
    if len(statements) != 1 or statements[0].type not in ASKING:
        raise QueryRefused("give one select; it reads the snapshot and changes nothing (--csv or --parquet exports)")
    return text
