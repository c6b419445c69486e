"""The SQL files, read once. SQL stands in files and nowhere else."""

from functools import cache
from pathlib import Path

QUERIES = Path(__file__).with_name("queries")
MIGRATIONS = Path(__file__).with_name("migrations")


@cache
def statement(name: str) -> str:
    """The text of `queries/<name>.sql`."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
