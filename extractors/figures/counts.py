"""What a number counts: "579 stores", "200,000 Nvidia GPUs", "0.1235 shares of X". The nouns stand in `units`."""

import re
from bisect import bisect_left

from extractors.figures.numbers import Number
from extractors.figures.scanning import HYPHENS, Tokens
from extractors.figures.units import BEFORE_UNITS, COUNTED, EVENTS, STOPS, WHEN, Sort, Unit

# Models that are counted by their name: "140 A320neo", "20 787 Dreamliners", "10,000 Nvidia H100s". After at most two
# names of the maker; a bare number only where nothing else can be meant.
MODEL = re.compile(
    r"(?:(?:wide|narrow|single|twin)-?(?:body|aisle) |new |further |more |extra |additional |firm )?"
    r"(?:[A-Z][A-Za-z]{2,} ){0,2}(?:"
    r"(?P<aircraft>(?:A2[12]\d|A3[0-9]\d|7[0-8]7|E-?1[79]\d|CRJ-?\d{3}|ATR ?[47]2|C919|SSJ|F-?(?:15|16|22|35)"
    r"|B-?(?:21|52)|C-130|P-8|KC-46)(?:[A-Za-z]\w{0,4}|-\w{1,6})?(?: MAX| Max)?"
    r"|Dreamliner|MAX|Rafale|Gripen|Eurofighter|Typhoon)"
    r"|(?P<engines>LEAP|GEnx|GE9X|PW\d{4}|Trent)(?:-\w{1,4})?"
    r"|(?P<chips>(?:[HAB][128]00|H20|[AB]300|G[BH][23]00|MI[2345]\d\d|V100|L40|Trainium|Blackwell|Hopper)\w?)"
    r")(?:e?s)?(?!\w)(?: Dreamliners| MAXs| MAXes)?"
)
BODIES = {"bodies": ("narrow", "wide"), "aisles": ("single", "twin")}
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
    noun = noun_from(t, i) or model_at(t, i)
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
        if word in BODIES and t.words[j - 1] in BODIES[word] and j > i:
            return "aircraft", j + 1
        if word in COUNTED and not (word in PARTS_OF_NAMES and t.word(j + 1) in COUNTED):
            name = BEFORE_UNITS.get(t.words[j - 1], word) if word == "units" and j > i else COUNTED[word]
            return name, j + 1
    return None


def model_at(t: Tokens, i: int) -> tuple[str, int] | None:
    """What a model named at token i is, and the token after its name; None where another noun follows it."""
    if i >= len(t.words) or t.gap(i) not in (" ", "\xa0"):
        return None
    found = MODEL.match(t.text, t.starts[i])
    if found is None or found.lastgroup is None:
        return None
    last = bisect_left(t.starts, found.end(), i)
    after = t.word(last)
    if after[:1].isalpha() and after not in STOPS and t.text[t.starts[last]].islower() and t.gap(last) == " ":
        return (COUNTED[after], last + 1) if after in COUNTED else None  # "50 A321XLR jets", but "10 737 pilots"
    return found.lastgroup, last


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
