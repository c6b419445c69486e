"""`dealdrift init` and `dealdrift feeds`: keep the list of feeds, and see how they do."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from extractors.opml import UnreadableList, read_opml, write_opml
from flows.cli import DONE, FAILED, configured, say
from flows.feedlist import FeedListError, add_feeds, feed_of, remove_feed, span, write_example
from flows.settings import DEFAULT_FILE, Config, ConfigError, FeedSettings, find_config
from flows.tables import cell, print_json, print_table
from storage.feeds import FeedState, feed_states
from storage.snapshot import NoSnapshot, opened_snapshot


def init_command(options: argparse.Namespace) -> int:
    """Write the example configuration."""
    file = options.config or DEFAULT_FILE
    write_example(file)
    say(f"{file} is written. Next: dealdrift feeds add URL --name NAME, then dealdrift run --once")
    return DONE


def feeds_command(options: argparse.Namespace) -> int:
    """Do what the action says; without one, list the feeds and how they do."""
    return ACTIONS[options.action or "status"](options)


def status_action(options: argparse.Namespace) -> int:
    """List the feeds and how they do."""
    config = configured(options)
    known = states(config)
    rows = [{**row_of(feed), **known.get(feed.url, {})} for feed in config.feeds]
    if options.json:
        print_json(rows)
    elif rows:
        columns = ("name", "tier", "every", "polled_at", "state", "url")
        print_table(columns, [[row.get(column) for column in columns] for row in rows])
    else:
        say("No feeds yet: dealdrift feeds add URL --name NAME")
    return DONE


def states(config: Config) -> dict[str, dict[str, object]]:
    """Return what the snapshot knows of each feed, by address; nothing where there is none yet."""
    try:
        with opened_snapshot(config.database) as store:
            return {state.url: state_of(state) for state in feed_states(store)}
    except NoSnapshot:
        return {}


def row_of(feed: FeedSettings) -> dict[str, object]:
    """Return a feed as the configuration has it."""
    row = {"url": feed.url, "name": feed.name or feed.url, "tier": feed.tier.value, "every": span(feed)}
    return {**row, "polled_at": None, "state": "not polled yet"}


def state_of(state: FeedState) -> dict[str, object]:
    """Return how a feed does."""
    good = "not polled yet" if state.polled_at is None else "works"
    return {
        "polled_at": state.polled_at,
        "worked_at": state.worked_at,
        "next_poll_at": state.next_poll_at,
        "failures": state.failures,
        "last_status": state.last_status,
        "complaint": state.complaint,
        "state": state.complaint or good,
    }


def add_action(options: argparse.Namespace) -> int:
    """Add one feed."""
    file = written(options)
    added = add_feeds(file, [feed_of(options.url, options.name, options.tier, options.every)])
    say(f"{file}: {'added' if added else 'has it already:'} {options.url}")
    return DONE


def import_action(options: argparse.Namespace) -> int:
    """Add the feeds of an OPML file; one with an address that cannot be used is told and left out."""
    file = written(options)
    try:
        listed = read_opml(Path(options.what).read_bytes())
    except OSError as error:
        raise FeedListError(f"{options.what}: cannot be read ({error.strerror})") from error
    except UnreadableList as error:
        raise FeedListError(f"{options.what}: {error}") from error
    good, bad = [], 0
    for url, title in listed:
        try:
            good.append(feed_of(url, title, "national", "30m"))
        except ConfigError as error:
            bad += 1
            say(f"left out: {error}")
    added = len(add_feeds(file, good))
    say(f"{file}: {added} feed{'' if added == 1 else 's'} added, {len(listed)} listed")
    return FAILED if bad else DONE


def export_action(options: argparse.Namespace) -> int:
    """Write the feeds as OPML."""
    body = write_opml((feed.url, feed.name) for feed in configured(options).feeds)
    if options.what == "-":
        sys.stdout.buffer.write(body)
        return DONE
    try:
        Path(options.what).write_bytes(body)
    except OSError as error:
        raise FeedListError(f"{options.what}: cannot be written ({error.strerror})") from error
    say(f"{options.what}: written")
    return DONE


def test_action(options: argparse.Namespace) -> int:
    """Read one feed now and say what it gives; nothing is stored."""
    from flows.feeds import poll_feeds  # late: the network's libraries are slow to import
    from flows.passes import politeness_of

    config, now = configured(options), datetime.now(UTC)
    feed = feed_of(options.what, "", "national", "30m")
    unknown = FeedState(
        feed.url, feed.url, feed.tier, feed.every, None, None, None, None, None, now, 0, None, None, None
    )
    polled = poll_feeds([unknown], politeness_of(config), now)[0]
    if polled.poll.complaint:
        say(f"{feed.url}: {polled.poll.complaint}")
    if not polled.poll.worked:
        return FAILED
    print(f"{cell(polled.poll.title or feed.url)}: {len(polled.entries)} entries")
    for entry in polled.entries[:5]:
        when = f"{entry.published.earliest:%Y-%m-%d %H:%M}" if entry.published else "no date"
        print(f"  {when}  {cell(entry.title or 'no title')}  {entry.url or 'no link'}")
    return DONE


def remove_action(options: argparse.Namespace) -> int:
    """Take one feed out of the configuration; what was read from it stays."""
    file = written(options)
    remove_feed(file, options.what)
    say(f"{file}: removed {options.what}; what was read from it stays in the database")
    return DONE


def written(options: argparse.Namespace) -> Path:
    """Return the file to change; it is made first where there is none and none was named."""
    file = find_config(options.config)
    if file is None:
        file = DEFAULT_FILE
        write_example(file)
        say(f"{file} is written, with comments")
    return file


ACTIONS = {
    "status": status_action,
    "add": add_action,
    "import": import_action,
    "export": export_action,
    "test": test_action,
    "remove": remove_action,
}
