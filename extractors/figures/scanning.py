"""A text as words, numbers and signs, and phrases looked up in it.

The first stage of the small grammar for figures and dates: text → tokens → numbers and points → figures and days.
One scan for the tokens, then look-ups in tables: everything is linear in the text.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TypeVar

from extractors.models import Span

HYPHENS = "-‐‑–"
_HYPHEN = rf"\{HYPHENS}"  # inside a character class
_SIGN = "$£€¥₹₩₽₺₪₫₱₦฿₿₡₾₭%~≈<>≥≤+/"

# A hyphen between two letters or digits parts words as a space does: "10-gigawatt", "$14-billion".
# In brackets, so that `split` gives the tokens and what lies between them in turn.
TOKEN = re.compile(
    r"([0-9]+(?:[.,][0-9]+)*|(?<![\w.])\.[0-9]+|(?:[A-Za-z]\.){1,3}[A-Za-z](?![^\W_])\.?|[^\W\d_]+"
    rf"|[{_SIGN}]|(?<!\w)[{_HYPHEN}]|[{_HYPHEN}](?!\w)|[^\w\s{_SIGN}{_HYPHEN}]+)"
)


Value = TypeVar("Value")
Table = Mapping[str, tuple[tuple[int, Mapping[tuple[str, ...], Value]], ...]]


def listed(words: str) -> list[str]:
    """The words of a table, written as one line of text."""
    return words.split()


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text in lower case and where they stand. Hyphens inside a word are no tokens."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def gap(self, i: int) -> str:
        """What stands between token i-1 and token i."""
        return self.text[self.ends[i - 1] : self.starts[i]] if 0 < i < len(self.words) else " "

    def word(self, i: int) -> str:
        """Token i, or nothing outside the text."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def span(self, first: int, last: int) -> Span:
        """The words from token `first` up to, without, token `last`."""
        start, end = self.starts[first], self.ends[last - 1]
        return Span(self.text[start:end], start, end)


@lru_cache(maxsize=2)
def tokens(text: str) -> Tokens:
    """Part a text into words, numbers and signs. Kept, since figures and dates are read from the same tokens."""
    return scanned(text)


def scanned(text: str) -> Tokens:
    """The same for a scrap of text, not kept."""
    lower = text.replace("İ", "i").lower()  # the one capital that would become two characters
    parts = TOKEN.split(lower)
    places = list(accumulate(map(len, parts)))
    return Tokens(text, parts[1::2], places[0:-1:2], places[1::2])


def phrase_table(phrases: Mapping[str, Value], from_end: bool = False) -> Table[Value]:
    """Phrases by their first word (or last) and length, longest first, as `phrase_at` and `phrase_before` read them."""
    table: dict[str, dict[int, dict[tuple[str, ...], Value]]] = {}
    for phrase, value in phrases.items():
        words = tuple(phrase.split())
        table.setdefault(words[-1 if from_end else 0], {}).setdefault(len(words), {})[words] = value
    return {word: tuple(sorted(rows.items(), reverse=True)) for word, rows in table.items()}


def phrase_at(table: Table[Value], words: Sequence[str], i: int) -> tuple[Value, int] | None:
    """The longest phrase of the table that starts at token i, with the token after it."""
    if i >= len(words):
        return None
    for length, phrases in table.get(words[i], ()):
        phrase = tuple(words[i : i + length])
        if phrase in phrases:
            return phrases[phrase], i + length
    return None


def phrase_before(table: Table[Value], words: Sequence[str], i: int) -> tuple[Value, int] | None:
    """The longest phrase that ends right before token i, with its first token. The table is made `from_end`."""
    if i < 1:
        return None
    for length, phrases in table.get(words[i - 1], ()):
        phrase = tuple(words[i - length : i]) if i >= length else ()
        if phrase in phrases:
            return phrases[phrase], i - length
    return None
