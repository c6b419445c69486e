"""Names that a text writes small: "poppi", "rhode", "io"."""

from collections.abc import Container
from functools import lru_cache

from extractors.reading.capitals import is_common
from extractors.reading.lexicon import words
from extractors.reading.ordinary import is_ordinary
from extractors.reading.tokens import Tokens, ends_abbreviated

_BOUGHT = words("acquire acquires acquiring acquired buy buys buying bought purchase over of called named merge with")
_APPOSED = words("the a an which whose maker owner founded based")
_FUNCTION = words(
    """
    i e.g i.e etc viz vs cf op cit al et pp ca no am pm per plus minus than them him us me mine ours theirs itself
    himself herself themselves yourself ourselves myself whom which who what where when why how that this these those
    there here
    """
)


def small_names(read: Tokens, known: Container[str]) -> set[str]:
    """The small words that open a sentence, or are bought and explained. A text without capitals tells nothing."""
    raw = read.raw
    if not any(word[0].isupper() for word in raw[:200]):
        return set()
    found = set()
    for i in range(1, len(read) - 2):
        if raw[i] == ".":
            small = raw[i + 1] if raw[i + 1].islower() and _opens(read, i + 1) else ""
        elif raw[i] == ",":
            small = raw[i - 1] if raw[i - 1].islower() and _explained(read, i - 1) else ""
        else:
            continue
        if len(small) > 1 and small.isalpha() and not _usual(small) and small.capitalize() not in known:
            found.add(small)
    return found


@lru_cache(maxsize=4096)
def _usual(word: str) -> bool:
    return is_common(word) or is_ordinary(word) or word in _FUNCTION


def _opens(read: Tokens, i: int) -> bool:
    """Whether a word follows a full stop that ends a sentence."""
    if read.raw[i - 1] != "." or read.starts[i] == read.ends[i - 1] or i < 3:
        return False
    before = read.raw[i - 2]
    return len(before) > 2 and before.isalnum() and not ends_abbreviated(before.lower())


def _explained(read: Tokens, i: int) -> bool:
    """Whether a word is bought and then explained: "take over io, the hardware start-up"."""
    return i > 0 and read.low[i - 1] in _BOUGHT and read.low[i + 2] in _APPOSED
