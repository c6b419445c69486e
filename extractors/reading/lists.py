"""Names that belong together in one sentence: those joined by "and" or commas, and those who go along with another."""

from extractors.reading.joints import AFTER_SUBJECT, GLUE, JOINTS, KINDS_OF_FIRM, PREPOSITIONS, SORTS_OF_FIRM
from extractors.reading.lexicon import DESCRIBERS, PLACES, words
from extractors.reading.names import Named
from extractors.reading.stretches import Stretch
from extractors.reading.tokens import Sentence, Tokens

NO_DESCRIPTION = PREPOSITIONS | AFTER_SUBJECT
_LONGEST_GAP = 7  # words between two names of a list
_OF_ONE = words("is was has isn't wasn't hasn't")  # verbs whose subject is one company
_TOGETHER = ("together", "along", "teamed", "teaming", "partnered", "partnering", "jointly", "combination", "teams")


class Lists(Stretch):
    """The names of one sentence and which of them do the same."""

    def __init__(self, read: Tokens, names: list[Named], sentence: Sentence) -> None:
        super().__init__(read, sentence)
        self.names = names

    def following(self, name: Named | None) -> list[Named]:
        """The name and those that "and" or a comma puts beside it."""
        if name is None:
            return []
        out, last = [name], name.last
        for other in self.names:
            if other.first < last or (other.person and self.read.owns[other.last - 1]):
                continue
            if other.person:
                break
            gap = self.read.low[last : other.first]
            if not gap or len(gap) > _LONGEST_GAP or JOINTS.isdisjoint(gap[:2]) or not self._joined(last, other.first):
                break
            ends = other.last < self.sentence.last and self.read.raw[other.last] not in (",", ".", "and", "&", ")", "(")
            if gap == [","] and ends:
                break
            if self.word(other.last) in _OF_ONE and not self.read.owns[other.last - 1]:
                break  # "paid $3 billion for Pardee and Kellmark is buying": another clause
            out.append(other)
            last = other.last
        return out

    def _joined(self, first: int, last: int) -> bool:
        """Whether only words that list or describe stand between two names: ", by the sovereign fund"."""
        described = self.word(last - 1) in SORTS_OF_FIRM or self.word(last - 1) in KINDS_OF_FIRM
        return all(
            self.word(i) in GLUE
            or self.word(i) in KINDS_OF_FIRM
            or self.word(i) in DESCRIBERS
            or self._owned(i)
            or (described and self._may_describe(i))
            for i in range(first, last)
        )

    def _may_describe(self, i: int) -> bool:
        """Whether a word can stand in the description before a name: "and U.S. energy investor Kellmark"."""
        word = self.word(i)
        if word == ".":
            return self.word(i - 1) in ("u.s", "u.k")
        return word in PLACES or (word.isalpha() and self.read.raw[i].islower() and word not in NO_DESCRIPTION)

    def _owned(self, i: int) -> bool:
        """Whether a token is whose the next name is: "Jared Kushner's Affinity"."""
        return any(name.first <= i < name.last and self.read.owns[name.last - 1] for name in self.names)

    def preceding(self, name: Named | None) -> list[Named]:
        """The name and those joined before it."""
        if name is None:
            return []
        if self.word(name.last) in _OF_ONE:
            return [name]
        out, first = [name], name.first
        for other in reversed(self.names):
            if other.last > first or other.person:
                continue
            gap = self.read.low[other.last : first]
            if (
                not gap
                or len(gap) > 3
                or not all(word in ("and", ",", "the", "&") for word in gap)
                or (gap == [","] and len(out) < 2 and self.word(name.last) != "and")
            ):
                break
            out.append(other)
            first = other.first
        return out

    def companions(self, name: Named | None, place: int) -> list[Named]:
        """Who does the same beside the subject: "A, together with B, will", "A teamed up with B to"."""
        if name is None:
            return []
        return [
            one
            for other in self.names
            if name.last <= other.first < place and not other.person and self._accompanies(other)
            for one in self.following(other)
            if one.last <= place
        ]

    def _accompanies(self, name: Named) -> bool:
        led, before = self.word(name.first - 1), self.word(name.first - 2)
        if led == "with":
            return before in _TOGETHER or self.word(name.first - 3) in _TOGETHER
        return led == "alongside"

    def likewise(self, name: Named) -> list[Named]:
        """Who does the same without a verb of their own: "A puts $50bn into X, B $30bn and C $30bn"."""
        return [
            other
            for other in self.names
            if other.first >= name.last and not other.person and self.word(other.last) in ("$", "€", "£", "¥")
        ]
