"""Columns of records that several tables share."""

from datetime import datetime

from extractors.models import Moment, Party, Role
from storage.store import Row


def moment(earliest: datetime | None, latest: datetime | None) -> Moment | None:
    """The moment of two columns; None where there is none."""
    return None if earliest is None or latest is None else Moment(earliest, latest)


def parties(row: Row) -> tuple[Party, ...]:
    """The companies of a row's list, which is null where there are none."""
    return tuple(Party(each["name"], Role(each["role"])) for each in row["parties"] or ())
