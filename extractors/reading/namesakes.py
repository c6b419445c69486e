"""Whether two names are of one company: forms, initials, a word more or less."""

import re
import unicodedata
from functools import lru_cache

from extractors.reading.alike import initials
from extractors.reading.lexicon import COMPANY_ENDINGS, LEGAL_FORMS, words
from extractors.reading.wellknown import SAME_COMPANY

_GENERIC = words(
    """
    general first united american national bank new global international british royal western eastern northern
    southern pacific atlantic capital standard central great big digital federal data energy power city old best one
    the project advanced applied allied associated consolidated continental universal air
    """
)


@lru_cache(maxsize=4096)
def comparable_name(name: str) -> str:
    """A name as it is compared: without legal form, case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", plain.replace("&", " and "))
    words = re.sub(r"[^a-z0-9]+", " ", plain.replace("'s ", " ")).split()
    if words[:1] == ["the"]:
        words = words[1:]
    while len(words) > 1 and words[-1] in LEGAL_FORMS | {"holdings", "group"}:
        words.pop()
    joined = " ".join(words)
    return SAME_COMPANY.get(joined, joined)


def same_company(a: str, b: str) -> bool:
    """Whether two names are of one company: "Nvidia Corp." and "Nvidia", "AWS" and "Amazon Web Services"."""
    return same_name(comparable_name(a), comparable_name(b))


def same_name(one: str, two: str) -> bool:
    """The same of names that are comparable already."""
    if not one or not two:
        return False
    if one == two or one.replace(" ", "") == two.replace(" ", ""):
        return True
    x, y = sorted((one.split(), two.split()), key=len)
    if len(x) == len(y):
        return False
    if y[: len(x)] == x:
        return x[0] not in _GENERIC or len(x) > 1
    if len(x) == 1:
        return (x[0] in (initials(y), "".join(word[0] for word in y)) and len(x[0]) > 1) or _short_form(x[0], y)
    if _abbreviates(x, y):
        return True
    return y[-len(x) :] == x


def _short_form(one: str, words: list[str]) -> bool:
    """Whether one word is the last of a name, or its own name in the plural: "Tatas", "Morrisons"."""
    if words[-1] == one:
        return len(one) > 4 and one not in COMPANY_ENDINGS
    return len(one) > 4 and one.endswith("s") and words[0] == one[:-1] and words[0] not in _GENERIC


def _abbreviates(short: list[str], words: list[str]) -> bool:
    """Whether letters joined by "and" are the initials: "CD&R" of "Clayton, Dubilier & Rice"."""
    letters = "".join(word for word in short if word != "and")
    return "and" in short and len(letters) < 5 and letters == initials(words)
