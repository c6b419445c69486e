import errno
import os
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from storage.articles import known_articles, save_articles
from storage.database import opened
from storage.errors import DatabaseUnusable, QueryRefused
from storage.snapshot import (
    NoSnapshot,
    NotPublished,
    age,
    ask,
    opened_snapshot,
    publish,
    snapshot_age,
    snapshot_path,
    write_parquet,
)
from tests.storage.builders import article


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database with one article, published."""
    path = tmp_path / "news.duckdb"
    save(path, "one")
    return path


def save(path: Path, name: str) -> None:
    with opened(path) as store:
        with store.transaction():
            save_articles(store, [article(name)])
        publish(path)


def known(path: Path) -> set[str]:
    with opened_snapshot(path) as store:
        return known_articles(store, ["one", "two", "lost"])


def test_it_lies_beside_the_database_and_nothing_else_does(file):
    assert snapshot_path(file) == file.with_name("news.snapshot.duckdb")
    assert {each.name for each in file.parent.iterdir()} == {"news.duckdb", "news.snapshot.duckdb"}


def test_it_is_published_from_within_a_pass_or_afterwards(file):
    with opened(file) as store:
        save_articles(store, [article("two")])
    assert known(file) == {"one"}
    publish(file)
    assert known(file) == {"one", "two"}


def test_a_reader_who_keeps_it_open_stops_no_pass_and_goes_on_reading_the_old_one(file):
    with opened_snapshot(file) as reader:
        save(file, "two")
        assert known_articles(reader, ["one", "two"]) == {"one"}
    assert known(file) == {"one", "two"}


def test_a_person_in_another_program_who_keeps_it_open_stops_no_pass(file):
    with duckdb.connect(snapshot_path(file), read_only=True) as person:
        save(file, "two")
        assert person.execute("select article_id from articles").fetchall() == [("one",)]


READ = """
import sys
from storage.snapshot import ask
for _ in range(30):
    [(count,)] = ask(sys.argv[1], "select count(*) from (from articles select rtrim(title))")[1]
    assert count % 500 == 1, count
print("always whole")
"""


def test_a_reader_finds_the_old_one_or_the_new_one_and_never_half_of_it(file):
    environment = {**os.environ, "PYTHONPATH": "."}
    with subprocess.Popen([sys.executable, "-c", READ, file], stdout=subprocess.PIPE, env=environment) as reader:
        number = 0
        while reader.poll() is None:
            with opened(file) as store:
                with store.transaction():
                    save_articles(store, [article(f"{number} {each}", title="words " * 50) for each in range(500)])
                publish(file)
            number += 1
        assert reader.stdout
        assert reader.stdout.read() == b"always whole\n"
    assert number > 3


def test_what_is_not_committed_is_not_published(file):
    with opened(file) as store:
        store.connection.begin()
        save_articles(store, [article("lost")])
        with pytest.raises(duckdb.TransactionException):
            publish(file)
        store.connection.rollback()
    assert known(file) == {"one"}


def test_a_copy_that_was_broken_off_is_overwritten_and_never_read(file):
    half = file.with_name("news.snapshot.duckdb.tmp")
    half.write_bytes(b"half a file")
    assert known(file) == {"one"}
    save(file, "two")
    assert not half.exists()
    assert known(file) == {"one", "two"}


def test_a_full_disk_leaves_the_old_one_in_place_and_is_told_in_one_line(file, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    with pytest.raises(NotPublished, match="No space left on device"):
        publish(file)
    assert known(file) == {"one"}
    assert not file.with_name("news.snapshot.duckdb.tmp").exists()


def test_without_one_the_reader_is_told_what_makes_it(tmp_path):
    for read in (age, snapshot_age, known):
        with pytest.raises(NoSnapshot, match=r"no snapshot of .*news.duckdb yet: `dealdrift run --once`"):
            read(tmp_path / "news.duckdb")


AGES = {0: "0 seconds", 1: "1 second", 59: "59 seconds", 60: "1 minute", 7_300: "2 hours", 200_000: "2 days"}


@pytest.mark.parametrize(("seconds", "words"), AGES.items(), ids=AGES.values())
def test_its_age_in_words(file, seconds, words):
    published = int(time.time())
    os.utime(snapshot_path(file), (published, published))
    now = datetime.fromtimestamp(published, UTC) + timedelta(seconds=seconds)
    assert snapshot_age(file, now) == f"{snapshot_path(file)} is {words} old"


QUESTIONS = {
    "select": "select article_id from articles",
    "from": "from articles select article_id",
    "with": "with a as (from articles) select article_id from a",
    "a comment and a semicolon": "-- mine\nselect article_id from articles;",
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_is_answered(file, question):
    assert ask(file, question) == (["article_id"], [("one",)])


def test_tables_can_be_described_and_times_are_in_utc(file):
    columns, rows = ask(file, "describe articles")
    assert (columns[0], rows[0][0]) == ("column_name", "article_id")
    [(when,)] = ask(file, "select first_seen_at from articles")[1]
    assert when.tzinfo is UTC


REFUSED = {
    "two statements": ("select 1; select 2", "give one select"),
    "no statement": ("-- nothing", "give one select"),
    "no SQL": ("selct 1", "this is no SQL: syntax error"),
    "a table that is not there": ("from article", 'does not exist! Did you mean "articles"'),
    "a change": ("delete from articles", "give one select"),
    "a change that is explained": ("explain analyze delete from articles", "read-only mode"),
    "another file, read": ("from read_csv('/etc/passwd')", "Cannot access file"),
    "another file, as text": ("from read_text('/etc/passwd')", "Cannot access file"),
    "a list of files": ("from glob('/etc/*')", "Cannot access file"),
    "another file, written": ("copy articles to '/tmp/articles.csv'", "give one select"),
    "another database": ("attach '/tmp/other.duckdb'", "give one select"),
    "an extension": ("install httpfs", "give one select"),
    "another address": ("from read_csv('https://127.0.0.1:1/a.csv')", "Cannot access file"),
    "a setting": ("set enable_external_access = true", "give one select"),
    "a setting by pragma": ("pragma enable_external_access = true", "give one select"),
    "a call": ("call enable_logging(storage = 'file')", "give one select"),
    "a secret": ("create secret s (type s3)", "give one select"),
}


@pytest.mark.parametrize(("question", "words"), REFUSED.values(), ids=REFUSED)
def test_anything_else_is_refused_in_one_line(file, question, words):
    with pytest.raises(QueryRefused) as raised:
        ask(file, question)
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def test_an_answer_is_written_to_parquet_and_to_no_other_file(file, tmp_path):
    target = tmp_path / "it's.parquet"
    assert write_parquet(file, "from articles", target) == 1
    with duckdb.connect() as plain:
        assert plain.execute("select article_id from read_parquet($it)", {"it": str(target)}).fetchall() == [("one",)]
    with pytest.raises(QueryRefused, match="Cannot access file"):
        write_parquet(file, f"from read_csv('{file.parent}/other.csv')", target)
    with pytest.raises(QueryRefused, match="could not be written"):
        write_parquet(file, "from articles", tmp_path / "nowhere" / "it.parquet")


def test_a_damaged_snapshot_is_told(file):
    snapshot_path(file).write_text("not a database")
    with pytest.raises(DatabaseUnusable):
        known(file)
