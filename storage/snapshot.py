"""The snapshot: a copy of the database beside it, for readers. They may keep it open and never stop the writer."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from extractors.models import DealdriftError
from storage.database import open_here, opened
from storage.questions import answer, export
from storage.store import Store


class NoSnapshot(DealdriftError):
    """Nothing was published yet."""


class NotPublished(DealdriftError):
    """The snapshot could not be written; the database itself is safe."""


def snapshot_path(database: Path | str) -> Path:
    """Where the snapshot of a database lies: news.duckdb → news.snapshot.duckdb."""
    path = Path(database)
    return path.with_name(f"{path.stem}.snapshot.duckdb")


def publish(database: Path | str) -> Path:
    """Put a copy of what is committed in the place of the snapshot, at once and whole.

    Works while this thread has the database open, after its transaction, and else opens it itself. Readers of the
    snapshot before keep reading that. Raises NotPublished, DatabaseBusy or DatabaseUnusable.
    """
    path = Path(database)
    if store := open_here(path):
        return _replace(store, path)
    with opened(path) as store:
        return _replace(store, path)


@contextmanager
def opened_snapshot(database: Path | str, export: Path | None = None) -> Iterator[Store]:
    """Open the snapshot of a database for reading only. Raises NoSnapshot, or as `opened` does."""
    path = snapshot_path(database)
    if not path.exists():
        raise NoSnapshot(f"there is no snapshot of {database} yet: `dealdrift run --once` makes the first")
    with opened(path, read_only=True, export=export) as store:
        yield store


def age(database: Path | str, now: datetime | None = None) -> timedelta:
    """How long ago the snapshot was published. Raises NoSnapshot."""
    try:
        published = datetime.fromtimestamp(snapshot_path(database).stat().st_mtime, UTC)
    except FileNotFoundError:
        raise NoSnapshot(f"there is no snapshot of {database} yet: `dealdrift run --once` makes the first") from None
    return (now or datetime.now(UTC)) - published


def snapshot_age(database: Path | str, now: datetime | None = None) -> str:
    """The same as a line for people: "snapshot.duckdb is 3 hours old". Raises NoSnapshot."""
    seconds = max(int(age(database, now).total_seconds()), 0)
    lengths = ((86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))
    length, unit = next((each for each in lengths if seconds >= each[0]), lengths[-1])
    number = seconds // length
    return f"{snapshot_path(database)} is {number} {unit}{'' if number == 1 else 's'} old"


def ask(database: Path | str, question: str) -> tuple[list[str], list[tuple[object, ...]]]:
    """The columns and rows that the snapshot answers to a person. Raises QueryRefused, or as `opened_snapshot` does."""
    with opened_snapshot(database) as store:
        return answer(store, question)


def write_parquet(database: Path | str, question: str, target: Path) -> int:
    """Write such an answer to a Parquet file and say how many rows it has. Raises as `ask` does."""
    with opened_snapshot(database, export=target) as store:
        return export(store, question, target)


def _replace(store: Store, path: Path) -> Path:
    target = snapshot_path(path)
    half = target.with_name(f"{target.name}.tmp")
    try:
        store.copy_to(half)
        return half.replace(target)  # atomic: a reader finds the old one or the new one
    except OSError as error:
        half.unlink(missing_ok=True)
        raise NotPublished(f"{target} could not be written ({error.strerror}): free space, then run again") from error
