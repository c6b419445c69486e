"""`dealdrift sql`: a person's question to the snapshot, read-only."""

import argparse
import csv
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from extractors.models import DealdriftError
from flows.cli import DONE, configured, say
from flows.tables import plain, print_json, print_table
from storage.snapshot import ask, snapshot_age, write_parquet


class CannotWrite(DealdriftError):
    """A file for the rows cannot be written; the text says why."""


def sql_command(options: argparse.Namespace) -> int:
    """Answer one question as a table, JSON Lines, CSV or Parquet."""
    database = configured(options).database
    say(snapshot_age(database))
    if options.parquet:
        say(f"{options.parquet}: {write_parquet(database, options.statement, options.parquet)} rows")
        return DONE
    columns, rows = ask(database, options.statement)
    if options.csv:
        write_csv(options.csv, columns, rows)
        say(f"{options.csv}: {len(rows)} rows")
    elif options.json:
        names = apart(columns)
        print_json(dict(zip(names, row, strict=True)) for row in rows)
    else:
        print_table(columns, rows)
        say(f"{len(rows)} rows")
    return DONE


def apart(columns: Sequence[str]) -> list[str]:
    """Return the names of the columns, each once: a name that came before gets a number, as in a_1."""
    names: dict[str, None] = {}
    for column in columns:
        numbers = (f"{column}_{number}" for number in count(1))
        names[column if column not in names else next(name for name in numbers if name not in {*names, *columns})] = (
            None
        )
    return list(names)


def write_csv(file: Path, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write rows as CSV with a header. Raises CannotWrite."""
    try:
        with file.open("w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out)
            writer.writerow(columns)
            writer.writerows(
                [
                    ["" if value is None else plain(value) if not isinstance(value, str) else value for value in row]
                    for row in rows
                ]
            )
    except OSError as error:
        raise CannotWrite(f"{file}: cannot be written ({error.strerror})") from error
