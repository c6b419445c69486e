"""A person's own SQL: one question, answered or exported, never a change."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import TypeVar

import duckdb

from storage.errors import QueryRefused, one_line
from storage.store import Store, aware

Result = TypeVar("Result")
ASKING = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}


def answer(store: Store, question: str) -> tuple[list[str], list[tuple[object, ...]]]:
    """The columns and rows that one question gives: `select`, `from`, `show`, `describe` … Raises QueryRefused."""
    question = one_question(question)

    def ask() -> tuple[list[str], list[tuple[object, ...]]]:
        cursor = store.connection.execute(question)
        columns = [column[0] for column in cursor.description or ()]
        return columns, [tuple(map(aware, row)) for row in cursor.fetchall()]

    try:
        return stoppable(store, ask)
    except duckdb.Error as error:
        raise QueryRefused(f"the question could not be answered: {one_line(error)}") from error


def export(store: Store, question: str, target: Path) -> int:
    """Write the answer to a Parquet file and say how many rows it has. Raises QueryRefused.

    The store must have been opened with `export=target`: no other file can be written.
    """
    question = one_question(question)

    def write() -> int:
        relation = store.connection.sql(question)
        relation.write_parquet(str(target.absolute()))
        return len(relation)

    try:
        return stoppable(store, write)
    except duckdb.Error as error:
        raise QueryRefused(f"{target} could not be written: {one_line(error)}") from error


def stoppable(store: Store, work: Callable[[], Result]) -> Result:
    """Do the work in a thread, so that Ctrl-C ends it: DuckDB itself may not look for one for minutes."""
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(work)
        try:
            while not asked.done():
                wait([asked], timeout=0.2)
        except KeyboardInterrupt:
            store.connection.interrupt()
            raise
        return asked.result()


def one_question(text: str) -> str:
    """The text, where it is one statement that only reads. Raises QueryRefused."""
    try:
        statements = duckdb.extract_statements(text)
    except duckdb.Error as error:
        raise QueryRefused(f"this is no SQL: {one_line(error)}") from error
    if len(statements) != 1 or statements[0].type not in ASKING:
        raise QueryRefused("give one select; it reads the snapshot and changes nothing (--csv or --parquet exports)")
    return text
