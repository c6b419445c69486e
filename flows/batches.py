"""Batches: the unit of work of a task. A task costs milliseconds, so it is never one article."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

Piece = TypeVar("Piece")
Result = TypeVar("Result")
BATCH = 200  # pieces of work a task


class Mapper(Protocol):
    """Spread a function over batches: the built-in map, or a task for each."""

    def __call__(
        self, work: Callable[[Sequence[Piece]], list[Result]], batches: Iterable[Sequence[Piece]], /
    ) -> Iterable[list[Result]]:
        """Return the results in the order of the batches."""


def batches(pieces: Sequence[Piece], size: int = BATCH) -> list[list[Piece]]:
    """Cut into batches of at most `size`."""
    return [list(pieces[start : start + size]) for start in range(0, len(pieces), size)]


def batches_by_host(
    pieces: Iterable[Piece], url: Callable[[Piece], str | None], size: int = BATCH
) -> list[list[Piece]]:
    """Cut into batches of about `size`, all of one host in one batch, so that its pace is kept by one task."""

    def host(piece: Piece) -> str:
        return urlsplit(url(piece) or "").netloc

    packed: list[list[Piece]] = []
    for _, group in groupby(sorted(pieces, key=host), key=host):
        of_host = list(group)
        if packed and len(packed[-1]) + len(of_host) <= size:
            packed[-1].extend(of_host)
        else:
            packed.append(of_host)
    return packed


def plain(
    work: Callable[[Sequence[Piece]], list[Result]], batches: Iterable[Sequence[Piece]]
) -> Iterable[list[Result]]:
    """Spread nothing: one batch after the other, in this process."""
    return map(work, batches)
