"""`dealdrift serve`: the scheduled flows on one machine, under one long-lived Prefect server with its UI."""

import argparse
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

from flows.cli import DONE, configured, say
from flows.server import HOST, prefect_server
from flows.settings import Config, ConfigError, find_config

SHORTEST, LONGEST = timedelta(minutes=1), timedelta(minutes=5)  # between two looks at what is due
SOON = timedelta(seconds=10)  # until the first look; the others follow a third of LONGEST apart


def serve_command(options: argparse.Namespace) -> int:
    """Start the server and the schedules, and stay until stopped."""
    if options.database:
        raise ConfigError(
            "serve takes its database from the configuration: set it there, --database is for one command"
        )
    file, config = find_config(options.config), configured(options)
    if not config.feeds:
        raise ConfigError(f"{file or 'no configuration'}: names no feeds; `dealdrift feeds add URL` adds one")
    home = config.database.resolve().with_suffix(".prefect")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C does: no server may outlive us
    say(f"Starting Prefect's server (its home: {home}); the first time takes about 20 seconds…")
    with prefect_server(home, options.port, ui=True):
        say(f"Prefect's UI: http://{HOST}:{options.port}   Ctrl-C stops everything")
        run_schedules(file, config)
    return DONE


def run_schedules(file: Path | None, config: Config) -> None:
    """Run the flows when they are due, each in a process of its own."""
    from prefect import serve  # late: importing it before the server is up would use another address
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment
    from prefect.schedules import Interval
    from prefect.types.entrypoint import EntrypointType

    from flows.monitor import deliver, monitor, revisit

    # A run that finds the one before still at work has nothing to do: queued runs would only pile up.
    alone = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
    deployments = [
        flow.to_deployment(
            flow.name,
            schedule=Interval(interval, anchor_date=first),
            parameters={"config_file": str(file.resolve()) if file else None},
            concurrency_limit=alone,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
        for flow, (interval, first) in zip(
            (monitor, revisit, deliver), timetable(config, datetime.now(UTC)), strict=True
        )
    ]
    serve(*cast("list[RunnerDeployment]", deployments), print_starting_message=False)


def timetable(config: Config, now: datetime) -> list[tuple[timedelta, datetime]]:
    """Return interval and first run of monitor, revisit and deliver: apart, since one at a time has the database."""
    often = min(max(min(feed.every for feed in config.feeds), SHORTEST), LONGEST)
    return [(interval, now + SOON + place * LONGEST / 3) for place, interval in enumerate((often, LONGEST, LONGEST))]
