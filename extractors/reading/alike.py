"""Which known names may be of the same company as a new one, found by what such names share, not by trying all."""

from collections import defaultdict
from collections.abc import Iterable, Sized
from itertools import islice
from typing import Protocol

_FEW = 6  # so many are tried one by one at less cost
_SMALL = ("and", "of", "the")


class _Keys(Sized, Iterable[str], Protocol):
    """Keys in the order in which they came, such as those of a dictionary."""


def initials(words: list[str]) -> str:
    """The first letters of a name: "abc" of "american broadcasting of canada"."""
    return "".join(word[0] for word in words if word not in _SMALL)


class Alike:
    """An index of comparable names by first word, last word, initials, and all letters."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._sharing: dict[tuple[str, str], list[int]] = defaultdict(list)

    def to(self, plain: str, known: _Keys) -> list[str]:
        """The known names that share any of these with a name, oldest first. `known` may have grown, not shrunk."""
        if len(known) <= _FEW:
            return list(known)
        for key in islice(known, len(self._keys), None) if len(known) > len(self._keys) else ():
            for trait in _traits(key):
                self._sharing[trait].append(len(self._keys))
            self._keys.append(key)
        found = {number for trait in _traits(plain) for number in self._sharing.get(trait, ())}
        return [self._keys[number] for number in sorted(found)]


def _traits(name: str) -> list[tuple[str, str]]:
    words = name.split()
    if not words:
        return []
    traits = [("first", words[0]), ("last", words[-1]), ("letters", "".join(words))]
    if words[0].endswith("s") and len(words) == 1:
        traits.append(("first", name[:-1]))  # "Tatas"
    if "and" in words and len(name) < 12:
        traits.append(("initials", "".join(word for word in words if word != "and")))  # "CD&R"
    if len(words) > 1:
        traits += [("initials", initials(words)), ("initials", "".join(word[0] for word in words))]
    elif len(name) > 1:
        traits.append(("initials", name))
    return traits
