"""`dealdrift serve`: the scheduled flows on one machine, under one long-lived Prefect server with its UI."""

import argparse
from datetime import timedelta
from pathlib import Path
from typing import cast

from flows.cli import DONE, configured, say
from flows.server import HOST, prefect_server
from flows.settings import Config, ConfigError, find_config

SHORTEST, LONGEST = timedelta(minutes=1), timedelta(minutes=5)  # between two looks at what is due


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
    say(f"Starting Prefect's server (its home: {home}); the first time takes about 20 seconds…")
    with prefect_server(home, options.port, ui=True):
        say(f"Prefect's UI: http://{HOST}:{options.port}   Ctrl-C stops everything")
        run_schedules(file, config)
    return DONE


def run_schedules(file: Path | None, config: Config) -> None:
    """Run the flows when they are due, each in a process of its own."""
    from prefect import serve  # late: importing it before the server is up would use another address
    from prefect.deployments.runner import RunnerDeployment
    from prefect.types.entrypoint import EntrypointType

    from flows.monitor import deliver, monitor, revisit

    parameters = {"config_file": str(file.resolve()) if file else None}
    often = min(max(min(feed.every for feed in config.feeds), SHORTEST), LONGEST)
    deployments = [
        flow.to_deployment(
            flow.name,
            interval=interval,
            parameters=parameters,
            concurrency_limit=1,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
        for flow, interval in ((monitor, often), (revisit, LONGEST), (deliver, LONGEST))
    ]
    serve(*cast("list[RunnerDeployment]", deployments), print_starting_message=False)
