"""A reader for worker processes that does what the page tells it to."""

import os
import time
from collections.abc import Callable, Sequence

from extractors.models import Company
from flows.reading import Draft, Outcome, read_draft


def hang() -> None:
    time.sleep(60)


def eat() -> None:
    bytearray(2**33)


def die() -> None:
    os._exit(7)


def fail() -> None:
    raise KeyError("a fault of ours")


FAULTS: dict[str, Callable[[], None]] = {each.__name__: each for each in (hang, eat, die, fail)}


def obedient(arguments: tuple[Draft, Sequence[Company]]) -> Outcome:
    """Read the page, unless its body names a fault."""
    draft, watched = arguments
    FAULTS.get((draft.body or b"").decode(), lambda: None)()
    return read_draft(draft, watched)
