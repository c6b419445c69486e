"""`dealdrift doctor`: what is wrong, and the command that mends it."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from flows.settings import WebhookSettings
from storage.database import opened
from storage.deliveries import Attempt, Delivery, enqueue, save_attempts
from storage.snapshot import publish
from tests.flows.desk import DAY, SECRET, Desk, at, page, story
from tests.flows.servers import reply


def configuration(desk: Desk, more: str = "") -> None:
    feeds = "".join(f'[[feeds]]\nurl = "{desk.server.url(path)}"\nname = "{path[1:]}"\n' for path in desk.feeds)
    (desk.folder / "dealdrift.toml").write_text(f'database = "news.duckdb"\n{feeds}{more}')


@pytest.fixture(autouse=True)
def fresh_rates(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the package were never older than the day on which the tests run."""
    monkeypatch.setattr("flows.doctor.last_day", lambda: date.today())


def test_old_rates_are_told(call, desk, monkeypatch):
    configuration(desk)
    monkeypatch.setattr("flows.doctor.last_day", lambda: date(2020, 1, 31))
    code, out, _ = call("doctor")
    assert code == 1
    assert any("currency rates end on 2020-01-31" in line for line in out)


def test_nothing_is_wrong(call, desk):
    desk.publish("/a", story())
    desk.name("/a")
    configuration(desk)
    desk.poll()
    code, out, err = call("doctor")
    assert (code, err) == (0, [])
    assert out[0].startswith("Nothing is wrong: 1 feeds")


def a_feed_that_fails(desk: Desk) -> None:
    desk.feeds = ("/bad",)
    desk.poll()


def a_page_that_cannot_be_read(desk: Desk) -> None:
    desk.server.routes["/a"] = reply(body=page("", "Just a moment..."), content_type="text/html")
    desk.name("/a")
    desk.poll()


def a_receiver_that_fails(desk: Desk, again: float | None = 5) -> None:
    desk.name()
    desk.poll()
    with desk.store() as store:
        enqueue(store, [Delivery("one", "one", None, "desk", "{}", DAY)])
        due = None if again is None else at(again)
        save_attempts(store, [Attempt("one", DAY, False, 503, "webhook desk: the server answered 503", due)])
        publish(desk.config.database)


def a_receiver_that_was_given_up(desk: Desk) -> None:
    a_receiver_that_fails(desk, None)


def another_program(desk: Desk) -> None:
    desk.name()
    desk.poll()
    desk.config.database.write_bytes(b"SQLite format 3\0" + bytes(100))


def a_newer_version(desk: Desk) -> None:
    desk.name()
    desk.poll()
    with opened(desk.config.database) as store:
        store.connection.execute("insert into schema_migrations select 999, 'later', 'x', now()")


def a_flipped_byte(desk: Desk) -> None:
    desk.name(*[f"/{number}" for number in range(20)])
    for number in range(20):
        desk.publish(f"/{number}", story(f"${number + 2} billion", f"Buyer{number} Corp", f"Target{number} Inc"))
    desk.poll()
    file = desk.config.database
    data = bytearray(file.read_bytes())
    for needle in (b"under an agreement", b"joint event", b"press", b"http"):
        if needle in data:
            data[data.rindex(needle)] ^= 0xFF
            break
    file.write_bytes(data)


def nothing_yet(desk: Desk) -> None:
    assert not desk.config.database.exists()


WRONG: dict[str, tuple[Callable[[Desk], None], str, str]] = {
    "a feed that fails": (a_feed_that_fails, "bad: the server answered 404 Not Found", "dealdrift feeds test http"),
    "a page that cannot be read": (a_page_that_cannot_be_read, "asks whether you are human", "nothing; what could"),
    "a receiver that fails": (a_receiver_that_fails, "503 (1 attempts)", "it is sent again by itself"),
    "a receiver that was given up": (a_receiver_that_was_given_up, "503 (1 attempts)", "given up"),
    "a database of another program": (another_program, "is not a DuckDB database", "see the line itself"),
    "a database of a newer version": (a_newer_version, "made by a newer dealdrift", "see the line itself"),
    "a database with a flipped byte": (a_flipped_byte, "a part of the database cannot be read", "news.snapshot.duckdb"),
    "no pass yet": (nothing_yet, "there is no snapshot", "dealdrift run --once"),
}


@pytest.mark.parametrize(("spoil", "what", "mend"), WRONG.values(), ids=WRONG)
def test_each_fault_is_a_line_with_what_mends_it(call, desk, spoil, what, mend):
    spoil(desk)
    configuration(desk)
    code, out, _ = call("doctor", "--json")
    assert code == 1
    [finding] = [json.loads(line) for line in out]
    assert what in finding["what"]
    assert mend in finding["mend"]
    assert what.split()[0] in "\n".join(call("doctor")[1])


def test_a_webhook_without_its_secret(call, desk, monkeypatch):
    desk.hooks = [WebhookSettings(url="http://hooks.example/")]
    configuration(desk, '[[webhooks]]\nurl = "http://hooks.example/"\nname = "desk"\n')
    desk.name()
    desk.poll()
    monkeypatch.delenv("DEALDRIFT_WEBHOOK_SECRET", raising=False)
    code, out, _ = call("doctor", "--json")
    assert code == 1
    assert json.loads(out[0])["mend"] == "export DEALDRIFT_WEBHOOK_SECRET=whsec_…"
    monkeypatch.setenv("DEALDRIFT_WEBHOOK_SECRET", SECRET)
    assert call("doctor")[0] == 0


def test_no_feeds_and_no_database(call):
    code, out, _ = call("doctor", "--json")
    assert code == 1
    assert ["dealdrift feeds add" in json.loads(line)["mend"] for line in out] == [True, False]


def test_a_database_in_use_is_not_wrong(call, desk):
    configuration(desk)
    desk.name()
    desk.poll()
    with opened(Path(desk.config.database)):
        assert call("doctor")[0] == 0
