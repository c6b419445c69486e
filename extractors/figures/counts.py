"""What a number counts: "579 stores", "200,000 Nvidia GPUs", "0.1235 shares of X". The nouns stand in `units`."""

from extractors.figures.numbers import Number
from extractors.figures.scanning import HYPHENS, Tokens
from extractors.figures.units import BEFORE_UNITS, COUNTED, EVENTS, STOPS, WHEN, Sort, Unit

PARTS_OF_NAMES = ("chip", "processor", "share", "stock")  # "restricted stock units", "chip plants"


def counted(t: Tokens, number: Number) -> tuple[Unit | None, int]:
    """The noun that a number counts, at most five words on: "200,000 Nvidia GPUs", "5 million of its chips"."""
    i = number.last
    if not number.grouped and number.scale == 1 and _like_year(t, number):
        return None, i
    if (t.word(i) == "of" and (number.scale >= 1000 or number.value >= 1000)) or (_ratio(number) and t.word(i) == "of"):
        i += 2 if t.word(i + 1) in ("its", "the", "their", "our", "these", "a", "an") else 1
    if _ratio(number) and t.word(number.first - 1) == "of" and t.word(number.first - 2) == "ratio":
        return Unit("shares per share", Sort.COUNT), number.last
    noun = noun_from(t, i)
    if noun is None or (number.value == 1 and number.scale == 1):
        return None, number.last
    name, last = noun
    if name == "shares" and _ratio(number):
        name = "shares per share"
    return Unit(name, Sort.COUNT), last


def _ratio(number: Number) -> bool:
    """A broken number of shares is what is given for one: "0.1235 shares of X"."""
    return number.scale == 1 and number.step < 1 and number.value < 100


def noun_from(t: Tokens, i: int) -> tuple[str, int] | None:
    """The noun of the table that stands at token i or at most five words on, and the token after it."""
    for j in range(i, min(i + 6, len(t.words))):
        word = t.words[j]
        if word == "&" or (word == "a" and t.words[j - 1] == "class") or _in_name(t, j):
            continue
        if word in STOPS or not word.isalpha() or t.gap(j) not in (" ", "\xa0", "\n", *HYPHENS, ""):
            return None
        if word in COUNTED and not (word in PARTS_OF_NAMES and t.word(j + 1) in COUNTED):
            name = BEFORE_UNITS.get(t.words[j - 1], word) if word == "units" and j > i else COUNTED[word]
            return name, j + 1
    return None


def _in_name(t: Tokens, j: int) -> bool:
    """Whether token j only belongs to a name before the noun: the number of a model, a possessive."""
    word = t.words[j]
    glued = word[0].isdecimal() and not t.gap(j) and t.words[j - 1].isalpha()  # "Nvidia GB300 processors"
    return glued or word in ("'", "’") or (word == "s" and t.words[j - 1] in ("'", "’"))


def _like_year(t: Tokens, number: Number) -> bool:
    """Whether a number is rather a year: "in 2026 plants will open", but "2025 GPUs" are chips."""
    printed = t.words[number.first]
    if len(printed) != 4 or not printed.isdecimal() or not 1900 <= int(printed) <= 2099:
        return False
    noun = t.word(number.last)
    return noun not in COUNTED or noun in EVENTS or t.word(number.first - 1) in WHEN
