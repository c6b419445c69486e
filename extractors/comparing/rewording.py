"""Two texts of one article, aligned sentence by sentence → the figures and dates that were changed in it.

Sentences that stand in both are left alone wherever they stand; of the others the likest are laid side by side and
compared word by word. Only what stands in changed words can have changed: the same words say the same.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel, Levenshtein

from extractors.comparing.marks import Key, Mark, find_marks
from extractors.figures.scanning import Tokens, scanned
from extractors.figures.units import SIGNS
from extractors.models import Moment
from extractors.pages.notices import apart_from_news
from extractors.reading.tokens import tokens_of

READ_AT_MOST = 60_000  # code points, as facts are read
_ALIKE = 0.5  # share of common words from which two sentences are versions of one
_MOST = 200  # sentences on each side without a twin; more were written anew, and comparing all takes too long
_SIGNS = frozenset((*SIGNS, "%", "+", "/", "~", "≈", "<", ">", "≤", "≥"))


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its tokens, those without punctuation, and their words."""

    places: tuple[int, ...]
    words: tuple[str, ...]
    masked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One version of the text, ready to be compared. What is furniture or a notice has no line."""

    t: Tokens
    marks: list[Mark]
    lines: list[Line]
    ends: list[tuple[int, int]]  # of the sentences, in code points


@dataclass(frozen=True, slots=True)
class Reworded:
    """What was changed, what went and what came; and the tokens of each text that have no equal in the other."""

    pairs: list[tuple[Mark, Mark]] = field(default_factory=list)
    gone: list[Mark] = field(default_factory=list)
    came: list[Mark] = field(default_factory=list)
    old: frozenset[int] = frozenset()
    new: frozenset[int] = frozenset()
    common: bool = False  # whether any sentence stands in both, if in other words


def text_of(text: str, title: str | None, published: Moment | None) -> Text:
    """Prepare one version. `published` resolves its dates: the same day for both versions."""
    text = text[:READ_AT_MOST]
    t = scanned(text)
    ends = [(sentence.start, sentence.end) for sentence in tokens_of(text, title).sentences]
    aside = apart_from_news(text)
    kept = [i for i, word in enumerate(t.words) if _says(word) and not _within(t.starts[i], aside)]
    by_sentence: dict[int, list[int]] = defaultdict(list)
    starts = [start for start, _ in ends]
    for i in kept:
        by_sentence[bisect_right(starts, t.starts[i])].append(i)
    lines = [_line(t, places) for places in by_sentence.values()]
    marks = [mark for mark in find_marks(t, published) if not _within(t.starts[mark.last - 1], aside)]
    return Text(t, marks, lines, ends)


def sentence_around(text: Text, mark: Mark) -> str:
    """The sentence that a mark stands in."""
    place = max(0, bisect_right(text.ends, (mark.span.start, len(text.t.text))) - 1)
    start, end = text.ends[place]
    return text.t.text[min(start, mark.span.start) : max(end, mark.span.end)]


def _says(word: str) -> bool:
    return word[0].isalnum() or word in _SIGNS or word[-1].isalnum()


def _within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (place, len("x") << 40)) - 1
    return at >= 0 and place < spans[at][1]


def _line(t: Tokens, places: Sequence[int]) -> Line:
    words = tuple(t.words[i] for i in places)
    return Line(tuple(places), words, tuple("0" if word[0].isdecimal() else word for word in words))


# --- which sentence became which ----------------------------------------------------------------------


def reworded(old: Text, new: Text) -> Reworded:
    """Compare two versions of one text."""
    rest_old, rest_new, equal = _without_twins(old.lines, new.lines)
    pairs = list(_likest(rest_old[:_MOST], rest_new[:_MOST]))
    matched: dict[int, tuple[int, bool]] = {}  # tokens of the old text: what they became, and whether they are equal
    for one, other in pairs:
        matched.update(_word_by_word(one, other))
    equals = {j for j, same in matched.values() if same}
    touched_old = frozenset(i for line in rest_old for i in line.places if not matched.get(i, (0, False))[1])
    touched_new = frozenset(j for line in rest_new for j in line.places if j not in equals)
    found = _Pairing(old.marks, new.marks, matched, touched_old, touched_new).run()
    return Reworded(*found, touched_old, touched_new, common=equal or bool(pairs))


def _without_twins(old: Sequence[Line], new: Sequence[Line]) -> tuple[list[Line], list[Line], bool]:
    """The sentences of each side that do not stand in the other, and whether any does."""
    waiting: dict[tuple[str, ...], deque[Line]] = defaultdict(deque)
    for line in old:
        waiting[line.words].append(line)
    rest_new = []
    for line in new:
        if waiting[line.words]:
            waiting[line.words].popleft()
        else:
            rest_new.append(line)
    rest_old = sorted((line for lines in waiting.values() for line in lines), key=lambda line: line.places)
    return rest_old, rest_new, len(rest_new) < len(new)


def _likest(old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Sentences side by side, one to one, the likest first; of two equally like the one at the same place."""
    scores = []
    for a, one in enumerate(old):
        for b, other in enumerate(new):
            like = Indel.normalized_similarity(one.masked, other.masked, score_cutoff=_ALIKE)
            if like:
                scores.append((-like, abs(a - b), a, b))
    used_old, used_new = set(), set()
    for _, _, a, b in sorted(scores):
        if a not in used_old and b not in used_new:
            used_old.add(a)
            used_new.add(b)
            yield old[a], new[b]


def _word_by_word(one: Line, other: Line) -> Iterator[tuple[int, tuple[int, bool]]]:
    for step in Levenshtein.opcodes(one.words, other.words):
        if step.tag in ("equal", "replace"):
            same = step.tag == "equal"
            for k in range(step.src_end - step.src_start):
                yield one.places[step.src_start + k], (other.places[step.dest_start + k], same)


# --- which figure became which ------------------------------------------------------------------------


Link = tuple[int, int, int, int]  # minus the words they share, minus those in place of one another, which, which


@dataclass(frozen=True, slots=True)
class _Pairing:
    """The marks of two texts in the sentences that differ, and which of them belong together."""

    former: Sequence[Mark]
    latter: Sequence[Mark]
    matched: Mapping[int, tuple[int, bool]]  # tokens of the old text: what they became, and whether they are equal
    old: frozenset[int]  # tokens without an equal
    new: frozenset[int]

    def run(self) -> tuple[list[tuple[Mark, Mark]], list[Mark], list[Mark]]:
        """Pair by the words they share, then let go what only moved, then pair by place."""
        former, latter = self.former, self.latter
        links = self._links()
        still = [link for link in links if not self._changed(*link[2:])]
        gone = self._apart(former, self.old | self.matched.keys()) - {a for *_, a, _ in still}
        came = self._apart(latter, self.new | {j for j, _ in self.matched.values()}) - {b for *_, b in still}
        alike = [link for link in links if former[link[2]].key == latter[link[3]].key]
        shared = [link for link in links if link[0] < 0]
        _taken(alike, gone, came)
        pairs = _taken(shared, gone, came)
        _let_go(former, latter, gone, came)
        pairs += _taken(links, gone, came)
        before, after = ({mark.key for mark in marks} for marks in (former, latter))
        went = [former[a] for a in sorted(gone) if former[a].key not in after and self._went(a)]
        arrived = [latter[b] for b in sorted(came) if latter[b].key not in before and self._arrived(b)]
        changed = [(former[a], latter[b]) for a, b in sorted(self._once(pairs))]
        return changed, [mark for mark in went if mark.firm], [mark for mark in arrived if mark.firm]

    def _links(self) -> list[Link]:
        """The marks that have words in common, or in place of one another; the strongest ties first."""
        owner = {j: b for b, mark in enumerate(self.latter) for j in mark.places}
        links = []
        for a, mark in enumerate(self.former):
            ties: dict[bool, Counter[int]] = {True: Counter(), False: Counter()}
            for j, same in (self.matched[i] for i in mark.places if i in self.matched):
                if j in owner:
                    ties[same][owner[j]] += 1
            links += [(-ties[True][b], -ties[False][b], a, b) for b in ties[True].keys() | ties[False].keys()]
        return sorted(links)

    def _changed(self, a: int, b: int) -> bool:
        return self._went(a) or self._arrived(b)

    def _once(self, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The pairs without those that only lost a word to another: one changed word is one edit."""
        places = {pair: self._reworded(*pair) for pair in pairs}
        kept: list[tuple[int, int]] = []
        for a, b in sorted(
            pairs, key=lambda pair: -len(self.former[pair[0]].places) - len(self.latter[pair[1]].places)
        ):
            if not any(places[a, b] <= places[other] for other in kept):
                kept.append((a, b))
        return kept

    def _reworded(self, a: int, b: int) -> set[tuple[bool, int]]:
        """The changed words of two marks; one in place of another counts once."""
        instead = {j: i for i, (j, same) in self.matched.items() if not same}
        new = {(True, instead[j]) if j in instead else (False, j) for j in self.latter[b].places if j in self.new}
        return new | {(True, i) for i in self.former[a].places if i in self.old}

    def _went(self, a: int) -> bool:
        return not self.old.isdisjoint(self.former[a].places)

    def _arrived(self, b: int) -> bool:
        return not self.new.isdisjoint(self.latter[b].places)

    def _apart(self, marks: Sequence[Mark], places: Set[int]) -> set[int]:
        return {n for n, mark in enumerate(marks) if not places.isdisjoint(mark.places)}


def _taken(links: Iterable[Link], gone: set[int], came: set[int]) -> list[tuple[int, int]]:
    """Pair those of both sides that are still alone, the strongest ties first."""
    taken = []
    for *_, a, b in links:
        if a in gone and b in came:
            gone.discard(a)
            came.discard(b)
            taken.append((a, b))
    return taken


def _let_go(former: Sequence[Mark], latter: Sequence[Mark], gone: set[int], came: set[int]) -> None:
    """Forget the figures that stand in both texts, only elsewhere."""
    waiting: dict[Key, deque[int]] = defaultdict(deque)
    for b in sorted(came):
        waiting[latter[b].key].append(b)
    for a in sorted(gone):
        if waiting[former[a].key]:
            came.discard(waiting[former[a].key].popleft())
            gone.discard(a)


def tokens_within(t: Tokens, start: int, end: int) -> range:
    """The tokens that stand between two code points."""
    return range(bisect_left(t.ends, start + 1), bisect_left(t.starts, end))
