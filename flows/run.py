"""`dealdrift run`: the passes called plainly, once or until stopped; no server."""

import argparse
import time
from datetime import timedelta

from extractors.models import DealdriftError
from flows.cli import DONE, FAILED, configured, say
from flows.settings import Config, ConfigError, find_config

PAUSE = timedelta(minutes=1)  # between two looks at what is due


def run_command(options: argparse.Namespace) -> int:
    """Monitor now. With --once: every feed, whatever its interval; visits and deliveries that are due; then stop."""
    config = configured(options)
    if not config.feeds:
        where = find_config(options.config) or "no configuration"
        raise ConfigError(f"{where}: names no feeds; add one with `dealdrift feeds add URL`")
    say(f"dealdrift: {len(config.feeds)} feeds, database {config.database}")
    if options.once:
        once(config, all_feeds=True)
        say("Done. `dealdrift changes` lists what changed; `dealdrift doctor` what went wrong.")
        return FAILED if nothing_answered(config) else DONE
    while True:
        go_on(config)
        time.sleep(PAUSE.total_seconds())


def go_on(config: Config) -> None:
    """Run the passes on what is due; what stops one of them, such as a full disk, does not stop the watch."""
    try:
        once(config, all_feeds=False)
    except DealdriftError as error:
        say(f"dealdrift: {error}; tried again in a minute")


def once(config: Config, *, all_feeds: bool) -> None:
    """Run the passes once."""
    from flows.deliveries import deliver_due  # late: the first line is out before the libraries are in
    from flows.passes import one_pass, utcnow, visit_pass
    from flows.second_pass import second_pass

    one_pass(config, utcnow(), say=say, all_feeds=all_feeds)
    visit_pass(config, utcnow(), say=say)
    deliver_due(config, utcnow(), say=say)
    second_pass(config, utcnow(), say=say)


def nothing_answered(config: Config) -> bool:
    """Whether no feed at all could be read."""
    from storage.feeds import feed_states
    from storage.snapshot import opened_snapshot

    with opened_snapshot(config.database) as store:
        return all(feed.failures for feed in feed_states(store))
