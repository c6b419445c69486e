"""`make run`: the sample press, edition by edition, through the real flows; then what a person wants to know of it."""

from __future__ import annotations

import base64
import os
import secrets
import shutil
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from extractors.models import DealdriftError
from flows.server import prefect_server, without_heartbeats

from .press import Kiosk, Press, feeds, load_press, serve
from .receiver import Inbox, receiving
from .summary import print_edition, print_summary

FOLDER = Path("demo-run")
MARK = ".dealdrift-demo"  # only a folder with this file in it is cleared
SECRET = "DEALDRIFT_WEBHOOK_SECRET"  # noqa: S105 - the variable's name
# When a person's schedule would run the flows, after the edition is out: new pages, a visit to each, and a second read
# where a page has changed.
VISIT, CONFIRM = timedelta(minutes=16), timedelta(minutes=21)


def main() -> int:
    """Run the demo; return the exit code."""
    began = time.monotonic()
    try:
        prepare(FOLDER)
        press = load_press()
        os.environ[SECRET] = f"whsec_{base64.b64encode(secrets.token_bytes(24)).decode()}"
        with serve(press) as kiosk, receiving(os.environ[SECRET], down_for=1) as inbox:
            config = write_config(FOLDER, press, kiosk, inbox)
            tell(f"The sample press: {len(press.houses)} outlets on {kiosk.base_url}, {len(press.editions)} editions")
            tell("Starting Prefect's server; this takes 10 to 20 seconds…")
            with prefect_server(FOLDER / "prefect"), without_heartbeats():
                print_editions(press, kiosk, config)
            print_summary(FOLDER / "dealdrift.duckdb", config, press, kiosk, inbox, time.monotonic() - began)
    except KeyboardInterrupt:
        tell("Stopped. `make run` begins anew.")
        return 130
    except DealdriftError as error:
        tell(f"dealdrift: {error}")
        return 1
    return 0


def print_editions(press: Press, kiosk: Kiosk, config: Path) -> None:
    """Run the flows on each edition, in simulated time, and tell what each brought."""
    from flows.monitor import monitor, revisit  # late: importing Prefect before its server is up uses another address

    seen: set[str] = set()
    for number, edition in enumerate(press.editions):
        kiosk.show(number)
        run_at(monitor, config, edition.date)
        run_at(revisit, config, edition.date + VISIT)
        if press.changed_in(number):
            run_at(revisit, config, edition.date + CONFIRM)
        print_edition(FOLDER / "dealdrift.duckdb", edition, seen)


def run_at(flow: Callable[[str, str], None], config: Path, now: datetime) -> None:
    """Run one flow as if it were that time."""
    flow(str(config), now.isoformat())


def prepare(folder: Path) -> None:
    """Make the folder, empty. Raises DealdriftError where another's files lie in it."""
    if folder.exists() and not (folder / MARK).exists() and any(folder.iterdir()):
        raise DealdriftError(f"{folder.resolve()}: is not empty and not of this demo; move it away")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / MARK).touch()


def write_config(folder: Path, press: Press, kiosk: Kiosk, inbox: Inbox) -> Path:
    """Write the configuration that a person would, for the sample press."""
    listed = [
        f'[[feeds]]\nurl = "{url}"\nname = "{name}"\ntier = "{tier}"\nevery = "30m"\n'
        for url, name, tier in feeds(press, kiosk.base_url)
    ]
    file = folder / "dealdrift.toml"
    file.write_text(
        "# Written by make run, for the sample press.\n"
        'database = "dealdrift.duckdb"\n\n'
        "[politeness]\ndelay = 0.0\nper_host = 16\nallow_private = true # the press is on this machine\n\n"
        f'[[webhooks]]\nname = "demo desk"\nurl = "{inbox.url}"\nnew_deals = true\n\n' + "\n".join(listed),
        encoding="utf-8",
    )
    return file


def tell(line: str) -> None:
    """Say how it goes."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
