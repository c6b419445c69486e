"""Names of products: a report that says "Kellmark, the company behind Harrow" means the company by either name."""

from dataclasses import replace
from itertools import pairwise

from extractors.reading.events import Event
from extractors.reading.lexicon import words
from extractors.reading.names import Named, Names
from extractors.reading.tokens import Tokens

_MAKES = words("behind makes develops created creates")
_MAKERS = words("maker makers developer developers creator creators inventor")
_FAR = 12  # words from a company to its product, of those that describe the one and the other


def makers_of(names: Names) -> dict[str, str]:
    """The key of each product that is said once to be a company's, and the key of that company."""
    read = names.read
    found: dict[str, str] = {}
    firms = [name for name in names.found if not name.person]
    for maker, product in pairwise(firms):
        if maker.key != product.key and _is_product(read, maker, product):
            found.setdefault(product.key, maker.key)
    return {product: maker for product, maker in found.items() if maker not in found}


def _is_product(read: Tokens, maker: Named, product: Named) -> bool:
    """Whether a name follows that of its maker: "Kellmark, the company behind", "Kellmark, maker of the"."""
    between = read.low[maker.last : product.first]
    if not 2 < len(between) < _FAR or between[0] not in (",", "(") or read.owns[product.last - 1]:
        return False
    for i, word in enumerate(between):
        if word in _MAKES or (word in _MAKERS and between[i + 1 : i + 2] == ["of"]):
            return all(other.isalpha() or "-" in other for other in between[i + 1 :])
        if i and not (word.isalpha() or "-" in word):
            return False
    return False


def by_makers(
    words: Tokens, keys: frozenset[str], told: list[Event], made: dict[str, str]
) -> tuple[Tokens, frozenset[str], list[Event]]:
    """A title with the makers in place of their products."""
    events = [
        replace(event, parts=tuple(part._replace(key=made.get(part.key, part.key)) for part in event.parts))
        for event in told
    ]
    kept = [event for event in events if len({part.key for part in event.parts}) == len(event.parts)]
    return words, frozenset(made.get(key, key) for key in keys), kept
