"""Text → words with their places, and the borders of its sentences. Everything later reads these, not the text."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from extractors.reading.lexicon import words

# A word keeps its inner points, hyphens and ampersands (U.S, Couche-Tard, AT&T, 59.5); all else stands alone.
_TOKEN = re.compile(r"[^\W_]+(?:(?:[&.'’-]|,(?=\d))[^\W_]+)*|[^\w\s]")
_POSSESSIVE = ("'s", "’s")
_ENDS = frozenset(".?!")
_CLOSERS = frozenset("\"”’')]")
_BULLETS = frozenset("•·●▪")

# A point after these ends no sentence.
_NEVER_LAST = words(
    """
    j.p mr mrs ms dr prof st no nos vs jan feb mar apr aug sep sept oct nov dec gov gen sen rep fig approx est e.g
    i.e a.m
    p.m u.n jr sr messrs ca pp vol art mt ft n.j n.y pa calif mass conn ill ind fla ga wash wis tex mich minn ore tenn
    ky md va ala ariz colo del kan la miss mo mont neb nev okla
    """
)
# After these only where a plain opener follows ("Mars Inc. The deal"; but "Mars Inc. Chief Executive").
_SELDOM_LAST = words("inc corp co ltd plc u.s u.k e.u s.a n.v l.p bros llc cos pty")
_OPENERS = words(
    """
    the a an it its in on at under as for but and this that these those they he she we both shares terms closing
    completion if when while after before since with by to there no not reuters analysts neither
    """
)
_LONGEST = 250  # words; no sentence is longer, and what is would make every later step slow
_WRAPPED = 100  # a text whose lines are all shorter was broken by a machine, not into paragraphs


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (not included) of a text, and the code points they cover."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text. `low` is lower case without a possessive ending; all lists run in step."""

    text: str
    raw: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    owns: list[bool]  # ends in 's
    sentences: list[Sentence] = field(default_factory=list)
    within: set[int] = field(default_factory=set)  # tokens inside a name of several words, the first not included

    def __len__(self) -> int:
        return len(self.raw)

    def at(self, place: int) -> int:
        """The token that holds this code point, or the last one before it."""
        return max(0, bisect_right(self.starts, place) - 1)

    def sentence_at(self, place: int) -> int:
        """Number of the sentence that holds this code point, or of the last one before it."""
        return max(0, bisect_right(self.sentences, place, key=lambda one: one.start) - 1)

    def words(self, first: int, last: int) -> str:
        """The text from one token to another, the last not included."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""


def tokens_of(text: str, heading: str | None = None) -> Tokens:
    """Split a text into words and sentences. Time grows with its length, whatever it holds.

    A text that begins with its own heading again gets a border after it.
    """
    raw, low, starts, ends, owns = [], [], [], [], []
    for match in _TOKEN.finditer(text):
        word = match.group()
        owner = word.endswith(_POSSESSIVE) and len(word) > 2
        raw.append(word[:-2] if owner else word)
        low.append(raw[-1].lower().replace("’", "'"))
        starts.append(match.start())
        ends.append(match.end() - 2 if owner else match.end())
        owns.append(owner)
    read = Tokens(text, raw, low, starts, ends, owns)
    again = bool(heading) and len(heading or "") > 20 and text.startswith(heading or "")
    read.sentences.extend(_sentences(read, len(heading or "") if again else -1))
    return read


def _sentences(read: Tokens, heading: int) -> list[Sentence]:
    found: list[Sentence] = []
    first = 0
    breaks = _paragraphs(read)
    if 0 < heading < len(read.text) and len(read):
        breaks[read.at(heading - 1)] = True
    for i in range(len(read)):
        if i + 1 == len(read) or breaks[i] or i - first >= _LONGEST or _ends_here(read, i):
            found.append(Sentence(first, i + 1, read.starts[first], read.ends[i]))
            first = i + 1
    return found


def _ends_here(read: Tokens, i: int) -> bool:
    """Whether a sentence ends with token `i`; a closing quote or bracket belongs to the sentence before it."""
    word, following = read.raw[i], read.raw[i + 1]
    if following in _BULLETS:
        return True
    if word in _CLOSERS:
        return i > 0 and read.raw[i - 1] in _ENDS and _opens(following)
    if word not in _ENDS or following in _ENDS or following in _CLOSERS:
        return False
    if word != ".":
        return _opens(following)
    before = read.low[i - 1] if i and read.ends[i - 1] == read.starts[i] else ""
    if before in ("no", "nos") and not following[0].isdigit():
        return _opens(following)
    if before in _NEVER_LAST or (len(before) == 1 and before.isalpha() and read.raw[i - 1].isupper()):
        return False
    if before in _SELDOM_LAST:
        return read.raw[i + 1][0].isupper() and read.low[i + 1] in _OPENERS
    return read.starts[i + 1] > read.ends[i] and _opens(following)


def _opens(word: str) -> bool:
    return not word[0].islower() or not word.islower()


def _paragraphs(read: Tokens) -> list[bool]:
    """For each token whether a paragraph ends after it."""
    text, breaks = read.text, [False] * len(read)
    if "\n" not in text:
        return breaks
    lines = text.split("\n")
    wrapped = len(lines) > 3 and max(map(len, lines)) < _WRAPPED
    place = text.find("\n")
    while place >= 0:
        token = bisect_right(read.starts, place) - 1
        if token >= 0 and (not wrapped or text.startswith(("\n", "  ", "\t", "- ", "•"), place + 1)):
            breaks[token] = True
        place = text.find("\n", place + 1)
    return breaks
