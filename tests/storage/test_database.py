import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb
import pytest

from extractors.models import DealdriftError
from storage import schema
from storage.articles import known_articles, save_articles
from storage.database import Store, opened
from storage.errors import DatabaseBusy, DatabaseUnusable
from tests.storage.builders import article

HOLD = """
import sys, time, duckdb
connection = duckdb.connect(sys.argv[1])
print("open", flush=True)
time.sleep(float(sys.argv[2]))
"""
MIGRATE_AND_HANG = """
import sys, time, duckdb
from storage import schema
connection = duckdb.connect(sys.argv[1])
schema.migrate(connection, schema.migrations())
print("migrated", flush=True)
time.sleep(60)
"""
SAVE_AND_HANG = """
import sys, time
from storage.articles import save_articles
from storage.database import opened
from tests.storage.builders import article
with opened(sys.argv[1]) as store:
    with store.transaction():
        save_articles(store, [article("kept")])
    with store.transaction():
        save_articles(store, [article("lost")])
        print("written", flush=True)
        time.sleep(60)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "news.duckdb"


def process(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Another process, once it has printed a line."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": "."})
    assert started.stdout
    assert started.stdout.readline()
    return started


def ended(started: subprocess.Popen[str]) -> None:
    with started:
        started.kill()


def other_program(path: Path) -> None:
    with duckdb.connect(path) as connection:
        connection.execute("create table orders (id integer)")


def sqlite(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("create table orders (id integer)")
    connection.commit()
    connection.close()


def newer(path: Path) -> None:
    alter(path, "insert into schema_migrations values (999, 'later', 'x', now())")


def edited(path: Path) -> None:
    alter(path, "update schema_migrations set checksum = 'another' where version = 2")


def alter(path: Path, sql: str) -> None:
    with opened(path):
        pass
    with duckdb.connect(path) as connection:
        connection.execute(sql)


def flipped(path: Path) -> None:
    with opened(path) as store:
        save_articles(store, [article("one")])
    damaged = bytearray(path.read_bytes())
    for header in (4096, 8192):
        damaged[header + 12] ^= 0xFF
    path.write_bytes(damaged)


def cut(path: Path) -> None:
    with opened(path):
        pass
    path.write_bytes(path.read_bytes()[:6000])


UNUSABLE = {
    "a text": (lambda path: path.write_text("no database at all"), "is not a DuckDB database"),
    "an empty file": (lambda path: path.touch(), "is not a DuckDB database"),
    "a database of SQLite, for which DuckDB would download an extension": (sqlite, "is not a DuckDB database"),
    "a folder": (lambda path: path.mkdir(), "cannot be opened (Is a directory)"),
    "the database of another program": (other_program, "belongs to another program (it has the table orders)"),
    "a database of a newer version": (newer, "was made by a newer dealdrift (migration 999): update dealdrift"),
    "a migration that was edited after it was applied": (edited, "another text of migration 002_facts"),
    "a damaged header": (flipped, "cannot be used (Corrupt database file"),
    "a file that was cut off": (cut, "cannot be used ("),
}


@pytest.mark.parametrize(("make", "words"), UNUSABLE.values(), ids=UNUSABLE)
def test_an_unusable_file_is_told_in_one_line_and_left_alone(file, make, words):
    file.parent.mkdir()
    make(file)
    before = file.read_bytes() if file.is_file() else b""
    with pytest.raises(DatabaseUnusable) as raised, opened(file):
        pass
    assert words in str(raised.value)
    assert str(file) in str(raised.value)
    assert "\n" not in str(raised.value)
    assert before == (file.read_bytes() if file.is_file() else b"")


def test_a_new_database_is_made_with_its_folder_for_duckdb_1_5_and_closed_without_a_log(file):
    with opened(file) as store:
        assert store.wrote
        tags = store.connection.execute("select tags from duckdb_databases() where not internal").fetchone()
    assert tags == ({"storage_version": "v1.5.0+"},)
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_the_second_opening_writes_nothing(file):
    for _ in range(2):
        with opened(file) as store:
            pass
    assert not store.wrote
    assert not store.recovered


def test_reading_only_never_makes_a_file(file):
    with pytest.raises(DatabaseUnusable, match="does not exist"), opened(file, read_only=True):
        pass
    assert not file.parent.exists()


def test_reading_only_of_an_older_schema_says_what_brings_it_up_to_date(file):
    alter(file, "delete from schema_migrations where version = 3")
    with pytest.raises(DatabaseUnusable, match="older dealdrift: `dealdrift run --once`"), opened(file, read_only=True):
        pass


def test_a_migration_is_applied_with_its_record_or_not_at_all():
    def broken() -> None:
        raise KeyboardInterrupt

    connection = duckdb.connect()
    with pytest.raises(KeyboardInterrupt):
        schema.migrate(connection, schema.migrations(), broken)
    assert connection.execute("select table_name from duckdb_tables()").fetchall() == [("schema_migrations",)]
    assert schema.missing(connection, "it", schema.migrations()) == schema.migrations()


def test_a_schema_that_stands_only_in_the_log_can_be_read_again(file):
    file.parent.mkdir()
    ended(process(MIGRATE_AND_HANG, file))
    with opened(file) as store:
        assert store.recovered
        assert not store.wrote


def test_it_waits_for_another_process_and_then_goes_on(file):
    with opened(file):
        pass
    other = process(HOLD, file, 1)
    with opened(file, wait=10) as store:
        assert known_articles(store, ["one"]) == set()
    ended(other)


def test_it_says_which_process_has_the_database(file):
    with opened(file):
        pass
    other = process(HOLD, file, 60)
    with pytest.raises(DatabaseBusy, match=f"is in use by process {other.pid}: "), opened(file, wait=0.1):
        pass
    ended(other)


def test_another_thread_waits_its_turn(file):
    order: list[str] = []

    def second() -> None:
        with opened(file):
            order.append("second")

    with opened(file):
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.2)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_the_same_thread_is_told_that_it_has_it_open(file):
    with (
        opened(file),
        pytest.raises(DatabaseBusy, match="another part of this process"),
        opened(file, wait=0.1),
    ):
        pass


def test_a_copy_does_not_let_another_process_in(file, tmp_path):
    with opened(file) as store:
        store.copy_to(tmp_path / "copy.duckdb")
        code = "import sys, duckdb\ntry: duckdb.connect(sys.argv[1]); print('in')\nexcept Exception: print('out')"
        found = subprocess.run([sys.executable, "-c", code, file], capture_output=True, text=True, check=True)
    assert found.stdout == "out\n"


def test_a_process_killed_in_the_middle_of_a_transaction_loses_nothing_committed(file):
    other = process(SAVE_AND_HANG, file)
    other.send_signal(signal.SIGKILL)
    ended(other)
    with opened(file) as store:
        assert store.recovered
        assert known_articles(store, ["kept", "lost"]) == {"kept"}
    with opened(file) as store:
        assert not store.recovered


def fail_after(written: int) -> None:
    raise DealdriftError(f"failed after {written}")


def test_a_transaction_that_fails_keeps_nothing_and_wrote_nothing(store: Store):
    store.wrote = store.touched = False
    with pytest.raises(DealdriftError), store.transaction():
        fail_after(save_articles(store, [article("one")]))
    assert known_articles(store, ["one"]) == set()
    assert not store.wrote
    save_articles(store, [article("one")])
    assert store.wrote


def test_a_lone_surrogate_and_a_nul_are_kept_as_text_of_the_same_length(store: Store):
    save_articles(store, [article("one", title="a\ud83db\0c")])
    assert store.connection.execute("select title from articles").fetchall() == [("a?b\0c",)]


def test_no_statement_reaches_another_file(store: Store):
    for sql in ("from read_text('/etc/passwd')", "copy feeds to '/tmp/feeds.csv'", "install httpfs"):
        with pytest.raises(duckdb.PermissionException):
            store.connection.execute(sql)
