"""What in a text is not its news: sentences by which it admits a correction, and what belongs to the page."""

import re
from collections.abc import Iterator

from extractors.pages.texts import is_furniture
from extractors.reading.lexicon import words
from extractors.reading.tokens import tokens_of

READ_AT_MOST = 60_000  # code points, as facts are read
LONGEST_SENTENCE = 600  # characters of a notice that are kept
_ENDS = 3  # so many sentences at the head and at the tail of a text are where a desk speaks of its own text

PIECE = """article|story|report|post|piece|headline|item|page|copy|text|column|version|dispatch|brief|caption|
paragraph""".replace("\n", "")
BEEN = "(?:has been|have been|had been|was|were|is)"
CHANGED = "amended|corrected|updated|edited|revised|clarified|changed|modified|altered|rectified|fixed"
WHEN = "since |later |also |now |subsequently |further "
EARLIER = "earlier|previous|prior|original|initial|first|older|former"
WRONG = "incorrectly|erroneously|mistakenly|wrongly|inaccurately|falsely"
ERRED = "misstated|misidentified|misspelled|misspelt|misattributed|misreported|misquoted|mischaracteri[sz]ed"
HEAD = "corrections?|clarifications?|corrections? (?:and|&) clarifications?|erratum|errata|correction notice"
FLAG = re.compile(r"^\W{0,12}correct(?:ed|ion)\)? ?[-:—–]+\s", re.IGNORECASE)  # before a headline or the text itself
OPENING = re.compile(rf"^\W{{0,4}}(?:{HEAD})(?:[ ,(][^:]{{0,40}})? ?[:—–]", re.IGNORECASE)
NOTICES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^\W{0,4}(?:correct(?:s|ed|ing)|updates? to correct|refiles? to|updated to|amended to) \w",
        rf"\b(?:this|the|our) (?:{PIECE}) {BEEN} (?:{WHEN})?(?:{CHANGED})\b",
        rf"\b(?:an?|the|our) (?:{EARLIER}) (?:{PIECE})(?: of (?:this|the|our) (?:{PIECE}))\b",
        rf"\b(?:an?|our) (?:{EARLIER}) (?:{PIECE}|headline) (?:{WRONG}|{ERRED}|said|stated|gave|put|contained)\b",
        rf"\b(?:this|the) (?:{PIECE}) (?:originally|previously|initially|{WRONG}|{ERRED}) ?\w",
        rf"\b(?:{ERRED}) (?:in|by) (?:an?|the|this) (?:{EARLIER}|{PIECE})",
        r"\bupdated (?:on .{1,30} )?to (?:correct|clarify|reflect|fix|remove)\b",
        rf"\bwe (?:have |had )?(?:{CHANGED}) (?:this|the|our|an) ",
        r"\bwe (?:regret|apologi[sz]e for) (?:the|this|any|an|our) (?:error|mistake|confusion)",
        r"^\W{0,4}(?:editor[’']?s?[’']? note|note to (?:readers|editors)) ?[:—–].{0,80}"
        rf"\b(?:{CHANGED}|correct|corrects|correction|error|{ERRED})\b",
        rf"\b(?:the )?(?:error|mistake|figure|number|name|date|headline|spelling) {BEEN} (?:{WHEN})?corrected\b",
    )
)
BEGINS = re.compile(
    rf"\W{{0,12}}(?:{HEAD}|correct(?:s|ed|ing)|editor[’']?s?[’']? note|amended|updated)\b", re.IGNORECASE
)
LONGEST_WORD = 80
UNFINISHED = tuple(f" {word}" for word in words("a an and as at by for from in its of on or that the to which with"))
CLOSING = (".", "!", "?", ")", "]", '"', "”", "’")
# At the head or the tail of a text only: elsewhere a company may correct what it likes.
AT_THE_ENDS = re.compile(r"\bcorrects\b|^\W{0,4}(?:correcting|correct(?:ed|ion))\b", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\((?:also )?correct(?:s|ed|ing|ion)\b[^()]{0,300}\)", re.IGNORECASE)
# What leads to another report of the outlet's: its figures are that report's.
ELSEWHERE = re.compile(
    r"^\W{0,4}(?:read|see|watch|listen|more|related|recommended|also|don[’']t miss|sign up|subscribe|follow)"
    r"(?: (?:more|also|next|now|on|about|this|the|our|full|story|stories|articles?|related|coverage|for|to|from))* ?"
    r"[:>»|→]",
    re.IGNORECASE,
)


def correction_notice(text: str) -> str | None:
    """The sentence by which a text admits that it was corrected, amended or updated, or None."""
    text = text[:READ_AT_MOST]
    sentences = _sentences(text)
    for n, (start, end) in enumerate(sentences):
        said = _plain(text[start:end])
        if FLAG.search(said) or _admits(said, n, len(sentences)):
            return said
        if bracket := IN_BRACKETS.search(said):
            return bracket[0]
    return None


def apart_from_news(text: str) -> list[tuple[int, int]]:
    """Where a text speaks of itself or of other pages: notices, furniture, links. Spans in code points, in order."""
    spans = [*_notices(text), *((found.start(), found.end()) for found in IN_BRACKETS.finditer(text))]
    place = 0
    for line in text.split("\n"):
        plain = " ".join(line.split())
        if plain and (is_furniture(plain) or ELSEWHERE.search(plain[:LONGEST_SENTENCE])):
            spans.append((place, place + len(line)))
        place += len(line) + 1
    return _joined(sorted(spans))


def _notices(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of notices, and what follows in a paragraph that begins with one."""
    sentences = _sentences(text)
    within = False  # the paragraph began with a notice
    for n, (start, end) in enumerate(sentences):
        begins = n == 0 or "\n" in text[sentences[n - 1][1] : start]
        admits = _admits(_plain(text[start:end]), n, len(sentences))
        within = (admits and n > 0) if begins else within
        if admits or within:
            yield start, end


def _sentences(text: str) -> list[tuple[int, int]]:
    """The sentences; a line of its own that begins or ends as a notice does is one, wherever lines are broken."""
    found = []
    for sentence in tokens_of(text).sentences:
        start = sentence.start
        while (cut := text.find("\n", start, sentence.end)) >= 0:
            cut = _break(text, start, cut, sentence.end)
            if cut < 0:
                break
            found.append((start, cut))
            start = cut + 1
        found.append((start, sentence.end))
    return found


def _break(text: str, start: int, cut: int, end: int) -> int:
    """The first line break from `cut` on where a sentence ends although no mark says so, or -1."""
    notice = BEGINS.match(text, start, end) is not None
    while cut >= 0:
        following = text[cut + 1 : cut + 1 + LONGEST_SENTENCE].lstrip()
        before = text[max(start, cut - LONGEST_WORD) : cut].split()[-1:] or [""]
        closed = before[0].endswith(CLOSING)
        if (
            before[0] not in UNFINISHED
            and following
            and not following[0].islower()
            and (closed or notice or BEGINS.match(following))
        ):
            return cut
        cut = text.find("\n", cut + 1, end)
    return -1


def _admits(said: str, n: int, of: int) -> bool:
    if OPENING.search(said) or any(notice.search(said) for notice in NOTICES):
        return not FLAG.search(said) or OPENING.search(said) is not None
    return (n < 1 or n >= of - _ENDS) and AT_THE_ENDS.search(said) is not None and not FLAG.search(said)


def _plain(words: str) -> str:
    return " ".join(words.split())[:LONGEST_SENTENCE]


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order of their starts, made one where they meet."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
