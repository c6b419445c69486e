"""What can be wrong with a database, each in one line for a person."""

from extractors.models import DealdriftError


class DatabaseBusy(DealdriftError):
    """Another process, or another thread of this one, has the database open."""


class DatabaseUnusable(DealdriftError):
    """The file is no database of this program and version, or it is damaged."""


class QueryRefused(DealdriftError):
    """A person's SQL was not a single question, or DuckDB could not answer it."""


def one_line(error: Exception) -> str:
    """The first paragraph of a message of DuckDB as one line, without its class."""
    paragraph, _, _ = str(error).strip().partition("\n\n")
    line = " ".join(paragraph.split()) or type(error).__name__
    _, found, rest = line.partition(" Error: ")
    return rest if found else line
