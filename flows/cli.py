"""The command line: data on stdout, talk on stderr; exit 0 done, 1 not all could be done, 2 wrongly called."""

import argparse
import importlib
import io
import os
import signal
import sys
import threading
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from extractors.models import DealdriftError
from flows.documents import moment_of
from flows.settings import Config, ConfigError, find_config, load

DONE, FAILED, WRONG = 0, 1, 2
INTERRUPTED = 130

EPILOG = """\
Start with your own feeds:
  dealdrift init                       write dealdrift.toml, with comments
  dealdrift feeds add URL --name NAME  add a feed; `feeds import FILE.opml` adds many
  dealdrift run --once                 read them now
  dealdrift changes                    what changed, and between whom
  dealdrift why CHANGE                 both quotes, and the rule that decided

The configuration is --config FILE, else $DEALDRIFT_CONFIG, else ./dealdrift.toml, else defaults.
"""


class Add(Protocol):
    """Add one command: its name, what it does in a few words, the module that has NAME_command."""

    def __call__(
        self, name: str, does: str, module: str, parent: argparse.ArgumentParser | None = None
    ) -> argparse.ArgumentParser:
        """Return the parser of the command, for its own options."""


def parser() -> argparse.ArgumentParser:
    """Build the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="dealdrift",
        description="Monitor deal news; tell when a reported figure, date or status changes.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"dealdrift {version('dealdrift')}")
    commands = top.add_subparsers(title="commands", dest="command", metavar="COMMAND", required=True)
    top.set_defaults(config=None, database=None, json=False, action=None)
    # Suppressed defaults: an option may stand before or after the action of `feeds`, and neither undoes the other.
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--config", type=Path, metavar="FILE", help="the configuration (default: ./dealdrift.toml)")
    shared.add_argument("--database", type=Path, metavar="DB", help="the database (default: as configured)")
    rows = argparse.ArgumentParser(add_help=False, parents=[shared], argument_default=argparse.SUPPRESS)
    rows.add_argument("--json", action="store_true", help="JSON Lines in place of a table")

    def command(
        name: str, does: str, module: str, parent: argparse.ArgumentParser | None = None
    ) -> argparse.ArgumentParser:
        sentence = f"{does[0].upper()}{does[1:]}."
        made = commands.add_parser(name, help=does, description=sentence, parents=[parent or shared])
        made.set_defaults(module=module, function=name)
        return made

    add_flows(command)
    add_documents(command)
    add_deals(command, shared, rows)
    add_reread(command, rows)
    add_views(command, rows)
    add_feeds(command, shared, rows)
    return top


def add_flows(command: Add) -> None:
    """Add the commands that monitor."""
    run = command("run", "monitor the feeds now, without a server", "flows.run")
    run.add_argument("--once", action="store_true", help="one pass over all feeds, then stop")
    serve = command("serve", "run the scheduled flows on this machine, with Prefect's UI", "flows.serve")
    serve.add_argument("--port", type=port, default=4200, help="port of Prefect's server on 127.0.0.1 (default 4200)")
    command("init", "write a commented dealdrift.toml to start from", "flows.feed_commands")


def add_documents(command: Add) -> None:
    """Add the commands that read documents from files."""
    extract = command(
        "extract", "read documents as JSON Lines, print their facts as JSON Lines; no database", "flows.extract"
    )
    extract.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="documents, one a line; - is stdin (default)"
    )
    replay = command(
        "replay", "put documents through the whole pipeline, in file order; no network, nothing is sent", "flows.replay"
    )
    replay.add_argument("file", metavar="FILE", help="documents, one a line; - is stdin")
    replay.add_argument("--json", action="store_true", help="print the summary as JSON")


def add_deals(command: Add, shared: argparse.ArgumentParser, rows: argparse.ArgumentParser) -> None:
    """Add `deals` and what a person can say of them."""
    does = "list the deals, who is in them and where they stand; merge, split, name"
    deals = command("deals", does, "flows.deal_commands", rows)
    actions = deals.add_subparsers(dest="action", metavar="ACTION")
    said = argparse.ArgumentParser(add_help=False, parents=[shared])
    said.add_argument("--note", metavar="WORDS", help="why, for whoever asks later")
    merge = actions.add_parser("merge", help="make one deal of two, for good", parents=[said])
    merge.add_argument("key", metavar="KEY", help="the deal that becomes part of the other: its key or its beginning")
    merge.add_argument("into", metavar="INTO_KEY", help="the deal that stays")
    split = actions.add_parser("split", help="make a deal of its own of some articles, for good", parents=[said])
    split.add_argument("key", metavar="KEY", help="the deal that they are of now")
    split.add_argument(
        "articles", metavar="ARTICLE_ID", nargs="+", help="as `deals --json` and `facts --json` print it"
    )
    name = actions.add_parser("name", help="call a deal by a name of your own", parents=[said])
    name.add_argument("key", metavar="KEY")
    name.add_argument("name", metavar="NAME", help='"" goes back to the name that its parties give')
    actions.add_parser("words", help="list what was said of deals", parents=[rows])


AS_OF = "as known then: a timestamp such as 2025-09-22T14:00Z, or a day or a month, which means its end"


def add_reread(command: Add, rows: argparse.ArgumentParser) -> None:
    """Add `reread`."""
    does = "read the kept texts again with the present extractor, and list what differs; nobody is alerted"
    reread = command("reread", does, "flows.reread_command", rows)
    reread.add_argument("--accept", action="store_true", help="let the new reading stand; no change is told of it")


def add_views(command: Add, rows: argparse.ArgumentParser) -> None:
    """Add the commands that show what is known; they read the snapshot."""
    facts = command("facts", "list the facts, each with its quote", "flows.views", rows)
    facts.add_argument("deal", nargs="?", metavar="DEAL", help="only of this deal: its key or a part of its name")
    facts.add_argument("--as-of", type=moment, metavar="TIME", help=AS_OF)
    add_changes(command, rows)
    command("stories", "list the stories, each with its copies", "flows.views", rows)
    command("alerts", "list the alerts in the outbox and what became of them", "flows.views", rows)
    why = command("why", "tell why a change was told: the rule, both quotes, what was compared", "flows.views", rows)
    why.add_argument("change", metavar="CHANGE", help="the id of a change, or its beginning")
    sql = command("sql", "ask the snapshot in SQL, read-only; `show tables` lists what there is", "flows.sql", rows)
    sql.add_argument("statement", metavar="SQL")
    files = sql.add_mutually_exclusive_group()
    files.add_argument("--csv", type=Path, metavar="FILE", help="write the rows as CSV")
    files.add_argument("--parquet", type=Path, metavar="FILE", help="write the rows as Parquet")
    command("doctor", "tell what is wrong, and the command that mends it", "flows.doctor", rows)


def add_feeds(command: Add, shared: argparse.ArgumentParser, rows: argparse.ArgumentParser) -> None:
    """Add `feeds` and its own commands."""
    feeds = command(
        "feeds", "list the feeds and how they do; add, import, export, test, remove", "flows.feed_commands", rows
    )
    actions = feeds.add_subparsers(dest="action", metavar="ACTION")
    actions.add_parser("status", help="how each feed does (the same as no action)", parents=[rows])
    add = actions.add_parser("add", help="add a feed to the configuration", parents=[shared])
    add.add_argument("url", metavar="URL")
    add.add_argument("--name", default="", help="the outlet's name")
    add.add_argument("--tier", default="national", help="filing, company, wire, national, trade, aggregator or blog")
    add.add_argument("--every", default="30m", help="how often to look: 90s, 30m, 6h, 1d")
    for name, does, what in (
        ("import", "add all feeds of an OPML file", "FILE.opml"),
        ("export", "write the feeds as OPML; - is stdout", "FILE.opml"),
        ("test", "read one feed now and say what it gives", "URL"),
        ("remove", "take a feed out of the configuration", "URL"),
    ):
        actions.add_parser(name, help=does, parents=[shared]).add_argument("what", metavar=what)


def add_changes(command: Add, rows: argparse.ArgumentParser) -> None:
    """Add `changes` and what a person can say of them."""
    does = "list what changed, between whom, and how loud it is; dismiss and confirm"
    changes = command("changes", does, "flows.change_commands", rows)
    options = "[--config FILE] [--database DB]"
    changes.usage = (
        f"dealdrift changes [DEAL] [--alerts] [--stats] [--as-of TIME] [--json] {options}\n"
        f"       dealdrift changes dismiss|confirm ID… [--note WORDS] {options}"
    )
    about = "only of this deal: its key or a part of its name; or dismiss, or confirm, and the ids of changes"
    changes.add_argument("words", nargs="*", metavar="DEAL", help=about)
    changes.add_argument("--alerts", action="store_true", help="only those that alert")
    changes.add_argument("--stats", action="store_true", help="how people judged them, by kind and by severity")
    changes.add_argument("--as-of", type=moment, metavar="TIME", help=AS_OF)
    changes.add_argument("--note", metavar="WORDS", help="with dismiss and confirm: why")


def moment(text: str) -> datetime:
    """Read a time; a day or a month means its end."""
    try:
        return moment_of(text).latest
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"expected {error}, got {text!r}") from error


def port(text: str) -> int:
    """Read a port number."""
    number = int(text) if text.isdecimal() else 0
    if not 0 < number < 65536:
        raise argparse.ArgumentTypeError(f"expected a port from 1 to 65535, got {text!r}")
    return number


def configured(options: argparse.Namespace) -> Config:
    """Load the configuration that the options name; --database goes before what it says."""
    config = load(find_config(options.config))
    return config.model_copy(update={"database": options.database}) if options.database else config


def say(line: str) -> None:
    """Tell a person how it goes; what a hostile text has in it is shown, not obeyed."""
    print("".join(char if char.isprintable() else " " for char in line), file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever the locale: "\ud800" of a document is printed as it came
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as on Ctrl-C: with what was finished kept
    options = parser().parse_args(arguments)
    try:
        return run(options)
    except ConfigError as error:
        say(f"dealdrift: {error}")
        return WRONG
    except DealdriftError as error:
        say(f"dealdrift: {error}")
        return FAILED
    except KeyboardInterrupt:
        say("dealdrift: stopped; what was finished is kept, the rest is read the next time")
        return INTERRUPTED


def run(options: argparse.Namespace) -> int:
    """Run the command of these options; a reader that has enough, such as `head`, ends it early and well."""
    module = importlib.import_module(options.module)  # late: some commands must not pay for others' libraries
    try:
        code = int(getattr(module, f"{options.function}_command")(options))
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # the latter is what tables make of the former
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


if __name__ == "__main__":
    sys.exit(main())
