"""Where and when a report was written: "REDMOND, Wash., Oct. 28 -", "GOTHENBURG.", "OSLO:". No names stand there."""

from extractors.reading.lexicon import PLACES, words
from extractors.reading.tokens import Sentence, Tokens

_LONGEST = 24  # tokens: two places, a date, an outlet in brackets
_DASHES = frozenset("-–—:")
_MARKS = frozenset(",./()[]*|&")
_MONTHS = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    """
)
_SMALL = words("and de of the del la le du den am pm a.m p.m gmt cet est edt bst ist")


def dateline_end(read: Tokens, first: int = 0) -> int:
    """Where the dateline that opens a text or paragraph at token `first` ends; `first` itself where none opens it."""
    if first >= len(read) or not _is_place(read, first):
        return first
    dated, last = False, min(first + _LONGEST, len(read))
    for i in range(first, last):
        raw, low = read.raw[i], read.low[i]
        if raw in _DASHES and i > first:
            spaced = raw in "–—:" or read.starts[i] > read.ends[i - 1]
            return i + 1 if spaced and (dated or _shown(read, first, i)) else first
        if low in _MONTHS or (raw.isdigit() and len(raw) == 4):
            dated = True
        elif not (raw[0].isupper() or raw[0].isdigit() or raw in _MARKS or low in _SMALL):
            return _bare(read, first, i, dated)
    return first


def _is_place(read: Tokens, i: int) -> bool:
    """Whether a dateline may begin here: with a place in capitals, one that is known, or a month."""
    raw = read.raw[i]
    return (raw.isupper() and raw.isalpha() and len(raw) > 3) or raw[0].isupper()


def _shown(read: Tokens, first: int, last: int) -> bool:
    """Whether the words before a dash are surely of a place: in capitals, known, or with an outlet in brackets."""
    if read.raw[first].isupper() and len(read.raw[first]) > 3:
        return True
    places = [word for word in read.low[first:last] if word in PLACES]
    return (bool(places) and last - first < 8) or (read.raw[last - 1] == ")" and "(" in read.raw[first:last])


def _bare(read: Tokens, first: int, i: int, dated: bool) -> int:
    """A dateline without a dash: "GOTHENBURG. The snus …", "LONDON, 24 November. Revolut, the …"."""
    for end in range(i - 1, first, -1):
        if read.raw[end] == "." and any(one.first == end + 1 for one in _near(read, first)):
            whole = read.raw[first].isupper() and len(read.raw[first]) > 3
            return end + 1 if (whole or (dated and read.raw[first + 1] == ",") or end - first == 1) else first
    return first


def _near(read: Tokens, first: int) -> list[Sentence]:
    number = read.sentence_at(read.starts[first])
    return read.sentences[number : number + 4]
