"""Departments and governments that lend for a project: "a loan from the US Department of Energy"."""

from collections.abc import Iterator

from extractors.reading.lexicon import PLACES, words
from extractors.reading.naming import Names
from extractors.reading.tokens import Tokens

_OF = words("finance energy commerce agriculture transportation transport treasury defense defence interior industry")
_OFFICES = words("department ministry")
_STATES = words("federal us u.s american british uk german french canadian australian indian japanese polish czech")
_LOANS = words("loan loans lend lends lent lending credit loan-guarantee")
_STANDS_IN = words("surety sureties guarantor guarantors")  # who answers for a loan lends nothing
_GIVES = _LOANS | words("grant grants award awards awarded funding guarantee guaranteed receive financing finance")


def lending_bodies(read: Tokens, names: Names) -> Iterator[tuple[str, int]]:
    """Yield the key of each public body that gives money for what is built, and the sentence that says so.

    Those that only grant are left out: it is not they who are owed.
    """
    if _LOANS.isdisjoint(read.low):
        return
    for number, sentence in enumerate(read.sentences):
        low = read.low[sentence.first : sentence.last]
        if _GIVES.isdisjoint(low) or not _STANDS_IN.isdisjoint(low):
            continue
        for i in range(sentence.first, sentence.last):
            span = _body(read, i)
            if span is not None:
                form = " ".join(read.words(*span).split())
                key = form.lower()
                names.full.setdefault(key, form)
                yield key, number
                return


def _body(read: Tokens, i: int) -> tuple[int, int] | None:
    """The tokens of the name of a public body whose noun stands at `i`."""
    low = read.low
    if low[i] in _OFFICES and low[i + 1 : i + 2] == ["of"] and i + 2 < len(low) and low[i + 2] in _OF:
        first = i - 1 if i and low[i - 1] in _STATES else i
        first = i - 2 if i > 1 and low[i - 1] == "." and low[i - 2] in _STATES else first
        while first and low[first - 1] in PLACES and read.raw[first - 1][0].isupper() and i - first < _LONG:
            first -= 1
        return first, i + 3
    if low[i] in _OFFICES and i and low[i - 1] in _OF and read.raw[i][0].isupper():
        return i - 1, i + 1
    if low[i] == "government" and i and low[i - 1] in _STATES:
        return i - 1, i + 1
    if low[i] == "government" and i > 1 and low[i - 1] == "." and low[i - 2] in _STATES:
        return i - 2, i + 1
    return None


_LONG = 3  # words of a place before an office: "the Abu Dhabi Department of Finance"
