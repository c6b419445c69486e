"""The configuration: what loads, and the one line that a fault gives."""

from datetime import timedelta
from pathlib import Path

import pytest

from extractors.models import Tier
from flows.feedlist import example
from flows.settings import Config, ConfigError, WebhookSettings, find_config, load

FEED = '[[feeds]]\nurl = "http://a.example/rss"\n'

FAULTS = {
    "an unknown key names the one that is meant": ('databse = "x"', "databse: no such key; did you mean database?"),
    "a key unlike any lists what is known": (
        "zzz = 1",
        "zzz: no such key; known here: alerts, companies, database, feeds",
    ),
    "an unknown key of a table names its place": (
        FEED + 'evry = "3m"',
        "feeds[1].evry: no such key; did you mean every?",
    ),
    "an interval without a unit": (FEED + 'every = "3 weeks"', 'feeds[1].every: expected a time such as "90s"'),
    "an interval of nothing": (FEED + 'every = "0m"', "feeds[1].every: expected a time"),
    "an address of another scheme": ('[[feeds]]\nurl = "file:///etc/passwd"', "feeds[1].url: expected an address"),
    "an address with a password": ('[[feeds]]\nurl = "http://a:b@c.example/"', "without a user name and password"),
    "a database without a name": ('database = ""', "database: expected the path of a file"),
    "a feed without address": ('[[feeds]]\nname = "a"', "feeds[1].url: is missing"),
    "a feed named twice": (FEED + FEED, "feeds: expected each feed once"),
    "a tier that is none": (FEED + 'tier = "tabloid"', "feeds[1].tier: expected 'filing', 'company'"),
    "a negative delay": ("[politeness]\ndelay = -1", "politeness.delay: expected greater than or equal to 0, got -1"),
    "a kind that is none": ('[[webhooks]]\nurl = "http://a"\nkinds = ["revized"]', "webhooks[1].kinds[1]: expected"),
    "an attribute that is none": (
        '[[webhooks]]\nurl = "http://a"\nattributes = ["x"]',
        "webhooks[1].attributes: expected",
    ),
    "two webhooks that only a token tells apart": (
        '[[webhooks]]\nurl = "http://a/b?token=1"\n[[webhooks]]\nurl = "http://a/b?token=2"',
        "webhooks: expected webhooks with names of their own; http://a/b stands there twice",
    ),
    "a table where a value stands": ("feeds = 3", "feeds: expected a list, got 3"),
    "no TOML": ("a =", "is not TOML"),
}


@pytest.mark.parametrize(("text", "line"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_one_line_with_the_key_and_what_was_expected(text, line, tmp_path):
    file = tmp_path / "dealdrift.toml"
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load(file)
    assert line in str(caught.value)
    assert str(caught.value).startswith(f"{file}: ")
    assert "\n" not in str(caught.value)


CALLED = {
    "by its name": ({"name": "desk"}, "desk"),
    "by its address, without what may be a token": ({}, "https://hooks.example.com/deals"),
}


@pytest.mark.parametrize(("more", "called"), CALLED.values(), ids=CALLED)
def test_what_a_webhook_is_called_in_listings(more, called):
    assert WebhookSettings(url="https://hooks.example.com/deals?token=secret#x", **more).called == called


def test_a_file_that_is_not_there_names_the_command_that_writes_one(tmp_path):
    with pytest.raises(ConfigError, match="dealdrift init"):
        load(tmp_path / "none.toml")


def test_values_are_read_and_paths_are_relative_to_the_file(tmp_path):
    file = tmp_path / "dealdrift.toml"
    file.write_text(f'database = "desk/news.duckdb"\n{FEED}name = "A"\ntier = "wire"\nevery = "90s"\n')
    config = load(file)
    assert config.database == tmp_path / "desk/news.duckdb"
    assert (config.feeds[0].tier, config.feeds[0].every) == (Tier.WIRE, timedelta(seconds=90))


def test_the_example_says_the_defaults(tmp_path):
    file = tmp_path / "dealdrift.toml"
    file.write_text(example())
    assert load(file) == Config(database=tmp_path / "dealdrift.duckdb")


def test_every_line_that_the_example_comments_out_is_valid(tmp_path):
    file = tmp_path / "dealdrift.toml"
    lines = [
        line.removeprefix("# ") if line.startswith(("# [[", "# ")) and ("=" in line or "[[" in line) else line
        for line in example().splitlines()
    ]
    file.write_text("\n".join(line for line in lines if not line.startswith("# ")))
    config = load(file)
    assert len(config.feeds) == 2
    assert config.webhooks[0].least_severity == "medium"
    assert config.companies[0].aliases


def test_where_the_configuration_comes_from(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_config(None, {}) is None
    Path("dealdrift.toml").touch()
    assert find_config(None, {}) == Path("dealdrift.toml")
    assert find_config(None, {"DEALDRIFT_CONFIG": "/b"}) == Path("/b")
    assert find_config(Path("/a"), {"DEALDRIFT_CONFIG": "/b"}) == Path("/a")
