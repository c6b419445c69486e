"""Every SQL file says what it answers, can be planned, and is used."""

import re
from datetime import UTC, datetime

import duckdb
import pytest

from storage.database import Store
from storage.statements import MIGRATIONS, QUERIES, statement

NAMES = sorted(file.stem for file in QUERIES.glob("*.sql"))
RUN_AT_EVERY_OPENING = {"allow_file", "checkpoint", "configure", "create_schema_migrations"}
PARAMETERS = {"table": "facts", "most": 1, "least": 1, "common": 1, "version": 1}
TIMES = {"now", "today", "at", "since", "started_at", "finished_at"}
LISTS = {"rows", "urls", "subjects"}


def stand_in(name: str) -> object:
    if name in TIMES:
        return datetime(2025, 9, 22, tzinfo=UTC)
    return "[]" if name in LISTS or name.endswith("_ids") else PARAMETERS.get(name, "words")


@pytest.mark.parametrize("name", NAMES)
def test_the_first_line_says_what_it_answers(name):
    first = statement(name).splitlines()[0]
    assert first.startswith("-- ")
    assert first.endswith((".", "?"))


@pytest.mark.parametrize("name", [name for name in NAMES if name not in RUN_AT_EVERY_OPENING])
def test_it_is_one_statement_that_can_be_planned(untouched: Store, name):
    [parsed] = duckdb.extract_statements(statement(name))
    given = {parameter: stand_in(parameter) for parameter in parsed.named_parameters}
    assert untouched.connection.execute(f"explain {statement(name)}", given).fetchall()


def test_every_file_is_used_and_every_use_has_its_file():
    source = "".join(file.read_text() for file in QUERIES.parent.glob("*.py"))
    used = set(re.findall(r'(?:statement|query|change|insert)\(\s*"(\w+)"', source))
    assert used == set(NAMES)


def test_migrations_are_numbered_without_a_gap():
    files = sorted(MIGRATIONS.glob("*.sql"))
    assert [file.name[:3] for file in files] == [f"{number:03}" for number in range(1, len(files) + 1)]


def test_every_table_view_column_and_macro_has_a_comment(untouched: Store):
    bare = untouched.connection.execute("""
        select table_name from duckdb_tables() where not internal and comment is null
        union all select view_name from duckdb_views() where not internal and comment is null
        union all select table_name || '.' || column_name from duckdb_columns() where not internal and comment is null
        union all select function_name from duckdb_functions() where not internal and comment is null
    """).fetchall()
    assert bare == []
