"""How a single word is written: with a name's capital, as a describing word, as a sum or a model number."""

import re
from functools import lru_cache

from extractors.figures.units import CODE_UNITS
from extractors.reading.lexicon import words
from extractors.reading.ordinary import JOINED

_DIGIT_NAMES = frozenset(("3M", "3G", "3i", "8VC", "1X", "99", "2U", "5C"))
_CODED = re.compile(r"([A-Z]{1,4}[a-z]?)\$?(-?)(\d+)")
_INITIALS = re.compile(r"[a-z](?:\.[a-z]){2,}")  # e.l.f
_LATIN = frozenset(("e.g.i", "a.k.a", "n.b.a", "r.s.v.p", "q.e.d"))
_PERIODS = words("fy cy q h s dh rs us a c hk nz nt r au ca cn fte gb gw mw ep no nos vol pp")
_ACTS = words("led backed owned controlled run sponsored funded founded headed fronted managed")


@lru_cache(maxsize=8192)
def is_capital(word: str) -> bool:
    """Whether a word is written as a name is: Nvidia, xAI, e.l.f., 7-Eleven; but not SEK, Dh239, US-based."""
    if word[0].isupper():
        return not (word.isupper() and word.lower() in CODE_UNITS) and not _is_code(word) and describing(word) is None
    if word[0].isdigit():
        if "-" in word:
            return word.split("-", 1)[1][:1].isupper() and len(word) > 5 and not word.isupper()
        return word in _DIGIT_NAMES or (any(map(str.isupper, word)) and sum(map(str.islower, word)) > 2)  # 23andMe
    if _INITIALS.fullmatch(word):
        return word not in _LATIN
    inner = 0 if "-" in word else sum(map(str.isupper, word))
    return len(word) > 2 and word[0].isalpha() and (word[1].isupper() or (inner > 0 and len(word) - inner > 3))


def _is_code(word: str) -> bool:
    """Whether a word is a sum, a period or a model number: SEK106, FY28, CB-5, C295; but not G42 or O2."""
    match = _CODED.match(word)
    if match is None:
        return False
    letters = match.group(1).lower()
    many = len(match.group(3)) > 2 or (len(letters) == 2 and bool(match.group(2)))
    return letters in _PERIODS or letters in CODE_UNITS or many


def describing(word: str) -> str | None:
    """What goes before the hyphen of a word that only describes: "US" of "US-based"; None for other words."""
    first, hyphen, last = word.rpartition("-")
    if not hyphen or not first or not last.islower() or last not in JOINED:
        return None
    return first.split("-")[0] if first.count("-") > 1 else first


def who_acts(word: str) -> str | None:
    """Who leads, owns or backs what follows: "Fortress" of "Fortress-led"."""
    return describing(word) if word.rpartition("-")[2] in _ACTS else None
