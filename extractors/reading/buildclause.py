"""A sentence of a report on a project seen from one of its verbs: who does it, and who is listed with whom."""

from extractors.reading.buildwords import AMONG, LONGEST_GAP, PLANS, SHARES, WHERE
from extractors.reading.clauses import Clause
from extractors.reading.lexicon import words
from extractors.reading.names import Named
from extractors.reading.phrases import Hit


class ProjectClause(Clause):
    """The names of one sentence, where places are no subjects and lists run over adjectives of places."""

    def subject(self, place: int) -> Named | None:
        """Who does it; not a place where it is done."""
        proposing = self._proposing(place)
        if proposing is not None:
            return proposing
        found = self.before(place)
        return None if found is not None and self.word(found.first - 1) in WHERE else found

    def _proposing(self, place: int) -> Named | None:
        """Whose plan an infinitive tells: "cleared the proposal of Kellmark to build", "Kellmark's plan to build"."""
        if self.word(place - 1) != "to":
            return None
        for name in reversed(self.names):
            if name.last > place or name.person:
                continue
            if self.read.owns[name.last - 1]:
                return name if self.holds(name.last, place, PLANS) else None
            return name if self.word(name.first - 1) in _OF and self.word(name.first - 2) in PLANS else None
        return None

    def doers(self, doer: Named | None) -> list[Named]:
        """The subject and who stands with it, also over an aside: "A, founded by B, and C today announced"."""
        if doer is None:
            return []
        found = self.preceding(doer)
        head = next((name for name in self.names if not name.person), None)
        if head is not None and head.last <= doer.first and doer in (listed := self.chain(head)):
            found += [one for one in listed if one.first < doer.first and one not in found]
        i = found[-1].first - 1 - (self.word(found[-1].first - 1) == "the")
        if self.word(i) == "and" and self.word(i - 1) == "," and head and head.last < i and self.word(head.last) == ",":
            found += [head] if head.key not in {one.key for one in found} else []
        return found

    def chain(self, name: Named | None) -> list[Named]:
        """A name and those listed with it, over adjectives of places: "France's Areva and Germany's Siemens"."""
        if name is None:
            return []
        out = [name]
        for other in self.names:
            if other.first < out[-1].last or other.person:
                continue
            gap = range(out[-1].last, other.first)
            listed = (
                any(self.word(i) in ("and", ",", "&", "with") for i in gap) and not self.read.owns[out[-1].last - 1]
            )
            small = all(self.word(i) in AMONG or "-" in self.word(i) or self.read.raw[i][:1].isupper() for i in gap)
            if not (listed and small) or len(gap) > LONGEST_GAP:
                break
            out.append(other)
        return out

    def passive(self, hit: Hit) -> bool:
        """Whether a verb is passive; "is considering spending" is not."""
        return not self.word(hit.first).endswith("ing") and super().passive(hit)

    def share(self, first: int, last: int) -> bool:
        """Whether a percentage of something stands in these words."""
        return not SHARES.isdisjoint(self.read.low[first : min(last, self.sentence.last)])


_OF = words("of by from")
