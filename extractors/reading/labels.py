"""Rows of tables and labelled lines: "Size | $1bn | $3bn", "Consideration: $106 in cash". The label says what it is."""

from extractors.reading.lexicon import words
from extractors.reading.phrases import Hit, Phrases
from extractors.reading.tokens import Sentence, Tokens

_BAR = "|"
_MOST_LABEL = 8  # words; what is longer is a sentence
_ROWS_UP = 12  # a table has its heading no higher above
_OLD = words("old was before previous previously prior earlier original former then plan planned first")


def label_of(read: Tokens, sentence: Sentence, first: int, table: Phrases) -> Hit | None:
    """The cue in the label of a figure that starts at token `first`: of its row, its column, or before its colon."""
    if _BAR not in read.raw[sentence.first : first]:
        return _before_colon(read, sentence, first, table)
    end = read.raw.index(_BAR, sentence.first)
    heading = _heading(read, sentence, first)
    return _last_cue(read, sentence.first, end, table) or (_last_cue(read, *heading, table) if heading else None)


def told_as_old(read: Tokens, sentence: Sentence, first: int) -> bool:
    """Whether the column of a figure is that of the values of before."""
    if _BAR not in read.raw[sentence.first : first]:
        return False
    heading = _heading(read, sentence, first)
    return heading is not None and not _OLD.isdisjoint(read.low[slice(*heading)])


def _before_colon(read: Tokens, sentence: Sentence, first: int, table: Phrases) -> Hit | None:
    start = max(sentence.first, first - _MOST_LABEL)
    colon = next((i for i in range(first - 1, max(start, first - 4) - 1, -1) if read.raw[i] == ":"), None)
    if colon is None or colon - sentence.first > _MOST_LABEL:
        return None
    if any(word[0].isdigit() for word in read.low[sentence.first : colon]):
        return None  # a sentence that goes on, no label
    return _last_cue(read, sentence.first, colon, table)


def _last_cue(read: Tokens, first: int, last: int, table: Phrases) -> Hit | None:
    """The head of a label stands at its end: "catalogue value", "value, post-money"."""
    hits = list(table.find(read, first, last))
    return hits[-1] if hits else None


def _heading(read: Tokens, sentence: Sentence, first: int) -> tuple[int, int] | None:
    """The tokens of the cell above a figure in the first row of its table."""
    column = read.raw[sentence.first : first].count(_BAR)
    number = read.sentence_at(read.starts[sentence.first])
    top = None
    for above in range(number - 1, max(-1, number - _ROWS_UP), -1):
        row = read.sentences[above]
        if _BAR not in read.raw[row.first : row.last]:
            break
        top = row
    if top is None:
        return None
    bars = [top.first - 1, *(i for i in range(top.first, top.last) if read.raw[i] == _BAR), top.last]
    return (bars[column] + 1, bars[column + 1]) if column + 1 < len(bars) else None
