"""Text → words with their places, and the borders of its sentences. Everything later reads these, not the text."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from extractors.reading.lexicon import words

# A word keeps its inner points, hyphens and ampersands (U.S, Couche-Tard, AT&T, 59.5); all else stands alone.
# In brackets, so that `split` gives the words and what lies between them in turn.
_TOKEN = re.compile(r"(\w+(?:(?:[&.'’-]|,(?=\d))\w+)*|[^\w\s])")
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_ENDS = frozenset(".?!")
_CLOSERS = frozenset("\"”’')]")
_BULLETS = frozenset("•·●▪")
_BORDERS = _ENDS | _CLOSERS | _BULLETS

# A point after these ends no sentence.
_NEVER_LAST = words(
    """
    j.p c mr mrs ms dr prof st no nos vs jan feb mar apr aug sep sept oct nov dec gov gen sen rep fig approx est e.g
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


class Sentence(NamedTuple):
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
    openers: list[int] = field(default_factory=list)  # where each sentence starts, in code points
    within: set[int] = field(default_factory=set)  # tokens inside a name of several words, the first not included
    noted: dict[object, list[int]] = field(default_factory=dict)  # by table, the tokens that may begin a row of it

    def __len__(self) -> int:
        return len(self.raw)

    def at(self, place: int) -> int:
        """The token that holds this code point, or the last one before it."""
        return max(0, bisect_right(self.starts, place) - 1)

    def sentence_at(self, place: int) -> int:
        """Number of the sentence that holds this code point, or of the last one before it."""
        return max(0, bisect_right(self.openers, place) - 1)

    def places_of(self, words: frozenset[str]) -> list[int]:
        """The tokens that are one of these words, in order. Kept: it is asked for figure after figure."""
        if words not in self.noted:
            self.noted[words] = [i for i, word in enumerate(self.low) if word in words]
        return self.noted[words]

    def words(self, first: int, last: int) -> str:
        """The text from one token to another, the last not included."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""


def tokens_of(text: str, heading: str | None = None) -> Tokens:
    """Split a text into words and sentences. Time grows with its length, whatever it holds.

    A text that begins with its own heading again gets a border after it.
    """
    return sentenced(words_of(text), heading)


@lru_cache(maxsize=4)
def words_of_title(title: str) -> Tokens:
    """Split a title. Kept, since it is asked at several stages; only to be read."""
    return tokens_of(title)


def words_of(text: str) -> Tokens:
    """Split a text into words alone: enough to look for phrases, at half the time."""
    parts = _TOKEN.split(text.replace("_", " "))  # a low line parts words as a space does
    places = list(accumulate(map(len, parts)))
    raw, starts, ends = parts[1::2], places[0:-1:2], places[1::2]
    owns = _cut_possessives(text, raw, ends)
    low = list(map(str.lower, raw))
    if "’" in text:
        low = [word.replace("’", "'") for word in low]
    return Tokens(text, raw, low, starts, ends, owns)


def sentenced(read: Tokens, heading: str | None) -> Tokens:
    """Give the words of a text their sentences."""
    text = read.text
    again = bool(heading) and len(heading or "") > 20 and text.startswith(heading or "")
    read.sentences.extend(_sentences(read, len(heading or "") if again else -1))
    read.openers.extend(one.start for one in read.sentences)
    return read


def _cut_possessives(text: str, raw: list[str], ends: list[int]) -> list[bool]:
    """Cut the ending of each word that has one, and say which had."""
    owns = [False] * len(raw)
    for ending in _POSSESSIVE:
        place = text.find(ending)
        while place >= 0:
            i = bisect_left(ends, place + 2)
            if i < len(raw) and ends[i] == place + 2 and len(raw[i]) > 2 and not owns[i]:
                raw[i], ends[i], owns[i] = raw[i][:-2], place, True
            place = text.find(ending, place + 2)
    return owns


def _sentences(read: Tokens, heading: int) -> list[Sentence]:
    """The sentences in order; only at a border, or where a paragraph ends, is it asked whether one does."""
    count, last = len(read), len(read) - 1
    if not count:
        return []
    raw, starts, ends = read.raw, read.starts, read.ends
    breaks = _paragraphs(read)
    if 0 < heading < len(read.text):
        breaks.add(read.at(heading - 1))
    breaks.add(last)
    for i in [i for i, word in enumerate(raw) if word in _BORDERS]:
        if raw[i] in _BULLETS:
            breaks.add(i - 1)
        elif i < last and _ends_here(read, i):
            breaks.add(i)
    found: list[Sentence] = []
    first = 0
    for i in sorted(breaks):
        while i - first > _LONGEST:
            found.append(Sentence(first, first + _LONGEST + 1, starts[first], ends[first + _LONGEST]))
            first += _LONGEST + 1
        if i >= first:
            found.append(Sentence(first, i + 1, starts[first], ends[i]))
            first = i + 1
    return found


def _ends_here(read: Tokens, i: int) -> bool:
    """Whether a sentence ends with token `i`; a closing quote or bracket belongs to the sentence before it."""
    word, following = read.raw[i], read.raw[i + 1]
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


def ends_abbreviated(word: str) -> bool:
    """Whether a word, in lower case, is one that a point follows without ending a sentence."""
    return word in _NEVER_LAST or word in _SELDOM_LAST


def _opens(word: str) -> bool:
    return not word[0].islower() or not word.islower()


def _paragraphs(read: Tokens) -> set[int]:
    """The tokens after which a paragraph ends."""
    text, breaks = read.text, set[int]()
    if "\n" not in text:
        return breaks
    lines = text.split("\n")
    wrapped = len(lines) > 3 and "|" not in text and max(map(len, lines)) < _WRAPPED
    place = text.find("\n")
    while place >= 0:
        token = bisect_right(read.starts, place) - 1
        if token >= 0 and (not wrapped or text.startswith(("\n", "  ", "\t", "- ", "•"), place + 1)):
            breaks.add(token)
        place = text.find("\n", place + 1)
    return breaks
