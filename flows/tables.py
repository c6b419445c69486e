"""Tables for people: wrapped to the terminal, one line a row where it fits."""

import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

PIPED = 160  # columns where there is no terminal


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], right: Iterable[str] = ()) -> None:
    """Print rows under their columns; texts are printed as they stand, never read as markup or control codes."""
    from rich.box import SIMPLE_HEAD  # late: JSON does not need it, and a command is to start at once
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else PIPED, highlight=False)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for column in columns:
        table.add_column(Text(cell(column)), justify="right" if column in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell(value)) for value in row))
    console.print(table)


def print_json(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print rows as JSON Lines. What JSON has no number for, such as NaN, is null."""
    for row in rows:
        try:
            line = json.dumps(row, ensure_ascii=False, default=plain, allow_nan=False)
        except (ValueError, TypeError):  # the latter: a key that is no string
            line = json.dumps(numbered(row), ensure_ascii=False, default=plain, allow_nan=False)
        print(line)


def numbered(value: object) -> object:
    """Return a value with null for each number that JSON cannot carry, however deep, and with words for keys."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key if isinstance(key, str) else str(plain(key)): numbered(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [numbered(each) for each in value]
    return value


def plain(value: object) -> object:
    """Return a value that JSON can carry: times as ISO 8601, decimals as numbers."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def cell(value: object) -> str:
    """Return a value as a person reads it; control characters of hostile texts are shown, not obeyed."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, Decimal):
        return f"{plain(value)}"
    return "".join(char if char.isprintable() else " " for char in str(value))
