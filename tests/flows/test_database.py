"""The database as passes share it: who has to wait, and when readers get something new."""

import threading
import time

import pytest

from flows.database import alone, held, publish_if_new
from storage.problems import open_problems
from storage.snapshot import snapshot_path
from tests.flows.desk import DAY


def test_one_process_at_a_time_does_the_work(tmp_path):
    database = tmp_path / "folder" / "news.duckdb"
    with alone(database, "deliver") as first, alone(database, "deliver", wait=0.0) as second:
        assert (first, second) == (True, False)
        with alone(database, "other", wait=0.0) as another:
            assert another
    with alone(database, "deliver", wait=0.0) as again:
        assert again


def test_a_pass_waits_for_the_one_before(desk):
    began = threading.Event()

    def hold() -> None:
        with held(desk.config):
            began.set()
            time.sleep(0.5)

    holder = threading.Thread(target=hold)
    holder.start()
    began.wait(10)
    assert desk.rows("select 1") == [(1,)]
    holder.join()


PUBLISHED = {
    "nothing was ever published": (False, False, True, True),
    "nothing is new": (False, False, False, False),
    "something was stored": (True, False, False, True),
    "there is news of another kind": (False, True, False, True),
}


@pytest.mark.parametrize(("wrote", "news", "first", "published"), PUBLISHED.values(), ids=PUBLISHED)
def test_publish_if_new(desk, wrote, news, first, published):
    snapshot = snapshot_path(desk.config.database)
    with desk.store() as store:
        if not first:
            snapshot.write_bytes(b"")
        store.wrote = wrote
        publish_if_new(store, desk.config, DAY, news=news)
    assert (snapshot.stat().st_size > 0) is published


def test_a_snapshot_that_cannot_be_written_is_a_problem_until_it_can(desk):
    blocked = snapshot_path(desk.config.database)
    (blocked / "in the way").mkdir(parents=True)
    with desk.store() as store:
        publish_if_new(store, desk.config, DAY, news=True)
        assert [row["stage"] for row in open_problems(store)] == ["publish"]
        (blocked / "in the way").rmdir()
        blocked.rmdir()
        publish_if_new(store, desk.config, DAY, news=True)
        assert open_problems(store) == []
