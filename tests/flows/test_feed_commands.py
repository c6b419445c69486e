"""`dealdrift init` and `dealdrift feeds`: the list is kept, and the comments with it."""

import json

import pytest

from flows.feedlist import example
from flows.settings import load
from tests.flows.desk import FILLER, entry, page, rss, story
from tests.flows.servers import reply

CONFIG = '# mine\ndatabase = "news.duckdb" # here\n\n[[feeds]]\nurl = "http://a.example/rss" # the first\nname = "A"\n'
OPML = (
    '<opml version="2.0"><body><outline text="folder"><outline text="B" xmlUrl="http://b.example/rss"/></outline>'
    '<outline text="A again" xmlUrl="http://a.example/rss"/><outline text="bad" xmlUrl="file:///etc/passwd"/></body></opml>'
)


@pytest.fixture
def file(tmp_path):
    """A configuration with one feed and comments."""
    made = tmp_path / "dealdrift.toml"
    made.write_text(CONFIG)
    return made


def urls(file):
    return [feed.url for feed in load(file).feeds]


def test_init_writes_a_commented_configuration_that_loads_and_never_writes_over_one(call, tmp_path):
    code, out, err = call("init")
    file = tmp_path / "dealdrift.toml"
    assert (code, out, len(err)) == (0, [], 1)
    assert file.read_text() == example()
    assert load(file).feeds == ()
    assert call("init")[0] == 1
    assert call("init", "--config", "other.toml")[0] == 0
    assert call("init", "--config", "no/such/folder/x.toml")[0] == 1


def test_a_feed_is_added_once_and_comments_stay(call, file):
    code, out, _ = call("feeds", "add", "http://b.example/rss", "--name", "B", "--tier", "wire", "--every", "90m")
    assert (code, out) == (0, [])
    assert file.read_text().startswith(CONFIG)
    added = load(file).feeds[1]
    assert (added.name, added.tier, added.every.total_seconds()) == ("B", "wire", 5400)
    assert call("feeds", "add", "http://b.example/rss")[0] == 0
    assert urls(file) == ["http://a.example/rss", "http://b.example/rss"]


def test_the_first_feed_makes_the_file(call, tmp_path):
    assert call("feeds", "add", "http://b.example/rss")[0] == 0
    assert urls(tmp_path / "dealdrift.toml") == ["http://b.example/rss"]


def test_a_feed_is_removed_and_comments_stay(call, file):
    call("feeds", "add", "http://b.example/rss")
    assert call("feeds", "remove", "http://a.example/rss")[0] == 0
    assert urls(file) == ["http://b.example/rss"]
    assert file.read_text().startswith('# mine\ndatabase = "news.duckdb" # here\n')
    assert call("feeds", "remove", "http://b.example/rss")[0] == 0
    assert urls(file) == []


WRONG = {
    "an address that is none": (["add", "ftp://a.example/"], 2, "url: expected an address"),
    "a tier that is none": (["add", "http://b.example/", "--tier", "x"], 2, "tier: expected 'filing'"),
    "an interval that is none": (["add", "http://b.example/", "--every", "often"], 2, "every: expected a time"),
    "a feed that is not in the list": (["remove", "http://b.example/"], 1, "has no feed http://b.example/"),
    "a list that is not there": (["import", "missing.opml"], 1, "missing.opml: cannot be read"),
    "a list that is none": (["import", "dealdrift.toml"], 1, "dealdrift.toml: "),
    "a place that cannot be written": (["export", "no/such/folder"], 1, "no/such/folder: cannot be written"),
    "a configuration that is not there": (["add", "http://b.example/", "--config", "no.toml"], 2, "no.toml: cannot be"),
}


@pytest.mark.parametrize(("arguments", "code", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_one_line_and_changes_nothing(call, file, arguments, code, said):
    found, out, err = call("feeds", *arguments)
    assert (found, out) == (code, [])
    assert said in err[-1]
    assert file.read_text() == CONFIG


def test_a_list_is_imported_without_what_cannot_be_used_and_exported_again(call, file, tmp_path):
    (tmp_path / "mine.opml").write_text(OPML)
    code, _, err = call("feeds", "import", "mine.opml")
    assert code == 1  # one of them is left out
    assert "file:///etc/passwd" in err[0]
    assert urls(file) == ["http://a.example/rss", "http://b.example/rss"]
    assert call("feeds", "export", "all.opml")[0] == 0
    file.write_text("")
    assert call("feeds", "import", "all.opml")[0] == 0
    assert urls(file) == ["http://a.example/rss", "http://b.example/rss"]


def test_a_configuration_with_its_feeds_in_one_line_is_kept_too(call, file):
    file.write_text('feeds = [{url = "http://a.example/rss"}]\n')
    call("feeds", "add", "http://b.example/rss")
    assert urls(file) in (["http://a.example/rss", "http://b.example/rss"], ["http://a.example/rss"])


# --- with a press ----------------------------------------------------------------------------------


def test_a_feed_can_be_tried_before_it_is_added(call, desk, file):
    file.write_text("[politeness]\nallow_private = true\n")
    desk.server.routes["/feed"] = rss([entry(desk.server.url("/a"), title="A \x1b]0;owned\x07deal"), "<item></item>"])
    code, out, err = call("feeds", "test", desk.server.url("/feed"))
    assert (code, err) == (0, [])
    assert out[0] == "Press: 2 entries"
    assert "2025-09-22 12:00" in out[1]
    assert "no date  no title  no link" in out[2]
    assert "\x1b" not in "".join(out)
    desk.server.routes["/feed"] = reply(body=page(FILLER), content_type="text/html")
    code, out, err = call("feeds", "test", desk.server.url("/feed"))
    assert (code, out) == (1, [])
    assert "HTML page, not a feed" in err[0]


def test_the_list_says_how_each_feed_does(call, desk, file):
    desk.feeds = ("/feed", "/bad")
    desk.publish("/a", story())
    desk.name("/a")
    listed = "".join(f'[[feeds]]\nurl = "{desk.server.url(path)}"\n' for path in desk.feeds)
    file.write_text(f'database = "news.duckdb"\n{listed}')
    rows = [json.loads(line) for line in call("feeds", "--json")[1]]
    assert [row["state"] for row in rows] == ["not polled yet"] * 2
    desk.poll()
    rows = [json.loads(line) for line in call("feeds", "status", "--json")[1]]
    assert [row["state"] for row in rows] == ["works", "the server answered 404 Not Found"]
    assert "works" in "\n".join(call("feeds")[1])
