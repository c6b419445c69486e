"""What the form of a name shows: a company by its legal form, ticker or inner capital; a place by its words."""

from functools import lru_cache

from extractors.reading.lexicon import COMPANY_ENDINGS, LEGAL_FORMS, PLACES, words
from extractors.reading.ordinary import is_ordinary
from extractors.reading.shapes import is_capital
from extractors.reading.tokens import Tokens


def without_form(read: Tokens, first: int, last: int) -> int:
    """The end of the name without "Inc" and its like."""
    while last - first > 1 and (read.low[last - 1] in LEGAL_FORMS or read.raw[last - 1] in (",", "&")):
        last -= 1
    return last


def all_places(read: Tokens, first: int, last: int) -> bool:
    """Whether the name of these tokens is only a place."""
    begins, ends = read.low[first] in _PLACE_BEGINS, read.low[last - 1] in _PLACE_ENDS
    if (begins or ends) and last - first in (2, 3) and not sure_form(read, first, last):
        return True
    if read.low[first] in _STORMS:
        return True
    return all(word in PLACES or word in (".", ",", "of", "and", "city") for word in read.low[first:last])


_PLACE_ENDS = words(
    """
    county island islands beach valley hills heights springs falls canyon airport peninsula harbour harbor basin
    parish borough township district province prefecture city village ocean sea strait gulf canal bridge stadium
    arena avenue boulevard highway motorway
    """
)
_STORMS = words("hurricane storm typhoon cyclone tropical")
_PLACE_BEGINS = words(
    """
    san santa los las fort mount lake river new north south east west saint st port cape el
    """
)


def sure_form(read: Tokens, first: int, last: int) -> bool:
    """Whether the form of a name alone shows a company: "Acme Corp", "A & B", "OpenAI", a ticker after it."""
    word = read.raw[first]
    if last - first > 1 and any(part in COMPANY_ENDINGS or part == "&" for part in read.low[first + 1 : last]):
        return True
    return _inner_capital(word) or in_brackets(read, last) is not None


@lru_cache(maxsize=8192)
def _inner_capital(word: str) -> bool:
    inner = any(letter.isupper() for letter in word[1:])
    return inner and not word.isupper() and "-" not in word and "." not in word


def is_formal(read: Tokens, first: int, last: int) -> bool:
    """Whether a company is named in full, with its legal form or ticker."""
    return read.low[last - 1] in LEGAL_FORMS or bool(in_brackets(read, last))


def in_brackets(read: Tokens, last: int) -> str | None:
    """The ticker or short form in brackets after a name, in lower case: (NVDA), ("PMI"), (the "Company")."""
    if last + 2 >= len(read) or read.raw[last] not in ("(", "<", "."):
        return None
    raw = read.raw[last : last + 9]
    if raw[:1] == ["."]:
        raw = raw[1:]
    if len(raw) < 3 or raw[0] not in ("(", "<"):
        return None
    if raw[2] in (")", ">") and raw[1].isalpha() and raw[1].isupper() and len(raw[1]) <= 6:
        return raw[1].lower()
    if raw[2] == ":" and ")" in raw[3:6] and raw[1][0].isupper() and raw[3].isupper():
        return raw[3].lower()
    if raw[1] in _QUOTES and len(raw) > 4 and is_capital(raw[2]) and not is_ordinary(raw[2].lower()):
        end = next((k for k in range(3, min(6, len(raw))) if raw[k] in _QUOTES), 0)
        return (
            read.words(last + _points_before(read, last) + 2, last + _points_before(read, last) + end).lower()
            if end
            else None
        )
    return None


def _points_before(read: Tokens, last: int) -> int:
    """How many points stand before the bracket."""
    return 1 if read.raw[last] == "." else 0


_QUOTES = frozenset("\"“”'‘’")
