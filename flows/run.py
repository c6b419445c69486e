"""`dealdrift run`: the passes called plainly, once or until stopped; no server."""

import argparse
import time
from datetime import timedelta

from flows.cli import DONE, configured, say
from flows.settings import Config, ConfigError, find_config

PAUSE = timedelta(minutes=1)  # between two looks at what is due


def run_command(options: argparse.Namespace) -> int:
    """Monitor now. With --once: every feed, whatever its interval; visits and deliveries that are due; then stop."""
    config = configured(options)
    if not config.feeds:
        where = find_config(options.config) or "no configuration"
        raise ConfigError(f"{where}: names no feeds; add one with `dealdrift feeds add URL`")
    say(f"dealdrift: {len(config.feeds)} feeds, database {config.database}")
    once(config, all_feeds=options.once)
    while not options.once:
        time.sleep(PAUSE.total_seconds())
        once(config, all_feeds=False)
    say("Done. `dealdrift changes` lists what changed; `dealdrift doctor` what went wrong.")
    return DONE


def once(config: Config, *, all_feeds: bool) -> None:
    """Run the three passes once."""
    from flows.deliveries import deliver_due  # late: the first line is out before the libraries are in
    from flows.passes import one_pass, utcnow, visit_pass

    one_pass(config, utcnow(), say=say, all_feeds=all_feeds)
    visit_pass(config, utcnow(), say=say)
    deliver_due(config, utcnow(), say=say)
