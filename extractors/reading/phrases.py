"""Tables of phrases, found in one walk over the words of a text: a new phrase is one more row."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from extractors.reading.lexicon import words
from extractors.reading.tokens import Tokens

# Words that may stand inside any phrase of two words or more: "has formally ended", "signed a definitive agreement".
_PASSED_OVER = words(
    """
    a an the its their his her also now already formally officially finally just recently today yesterday currently
    jointly
    since then again initially each tentatively conditionally unanimously mutually reportedly both has is was were
    are be been being $ £ € ¥ us$ billion million bn trillion bln mln dlrs on monday tuesday wednesday thursday
    friday saturday sunday all-cash all-stock proposed planned
    """
)
_MOST_PASSED_OVER = 5


class Hit(NamedTuple):
    """A phrase of a table: what kind it is of, and the tokens from `first` to `last` (not included)."""

    kind: str
    first: int
    last: int


class _Node(dict[str, "_Node"]):
    __slots__ = ("kind",)

    def __init__(self) -> None:
        super().__init__()
        self.kind: str | None = None


class Phrases:
    """A table from kind to phrases: in lower case, parted by commas, with alternatives as in "agree|agreed to buy"."""

    def __init__(self, table: Mapping[str, str]) -> None:
        """Build it once, when its module is loaded."""
        self._root = _Node()
        for kind, rows in table.items():
            for row in rows.split(","):
                for phrase in product(*(part.split("|") for part in row.split())):
                    self._add(kind, [word for word in phrase if word])
        for word in self._root:
            _OPENED.setdefault(word, []).append(len(_TABLES))
        _TABLES.append(self)

    def _add(self, kind: str, words: list[str]) -> None:
        if not words:
            return
        node = self._root
        for word in words:
            node = node.setdefault(word, _Node())
        node.kind = node.kind or kind

    def find(self, read: Tokens, first: int = 0, last: int | None = None) -> Iterator[Hit]:
        """Yield the longest phrase at each place, from left to right; phrases do not overlap."""
        low, begins = read.low, self._begins(read)
        end = len(low) if last is None else last
        free = first
        for k in range(bisect_left(begins, first), bisect_left(begins, end)):
            i = begins[k]
            hit = self._longest(low, self._root[low[i]], i + 1, end) if i >= free else None
            if hit is not None:
                free = hit[1]
                yield Hit(hit[0], i, free)

    def _begins(self, read: Tokens) -> list[int]:
        """Where a phrase may begin. A text that is asked of a second table is read on: all others are noted at once."""
        found = read.noted.get(self)
        if found is None:
            root = self._root
            found = read.noted[self] = [i for i, word in enumerate(read.low) if word in root]
            if len(read.noted) == _SOON:
                _note_all(read)
        return found

    @staticmethod
    def _longest(low: list[str], node: _Node, i: int, end: int) -> tuple[str, int] | None:
        best = (node.kind, i) if node.kind else None
        passed = 0
        while i < end and node:
            step = node.get(low[i])
            if step is not None:
                node = step
                best = (node.kind, i + 1) if node.kind else best
            elif passed < _MOST_PASSED_OVER and (low[i] in _PASSED_OVER or low[i][0].isdigit()):
                passed += 1
            else:
                break
            i += 1
        return best


# All tables, and which of them each first word opens; written while modules are loaded.
_TABLES: list[Phrases] = []
_OPENED: dict[str, list[int]] = {}
_SOON = 2  # nearly every page is asked of one table


def _note_all(read: Tokens) -> None:
    """Note for every table where its phrases may begin, in one walk over the text."""
    places: list[list[int]] = [[] for _ in _TABLES]
    for i, word in enumerate(read.low):
        for number in _OPENED.get(word, ()):
            places[number].append(i)
    read.noted.update(zip(_TABLES, places, strict=True))
