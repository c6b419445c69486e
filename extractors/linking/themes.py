"""What names reports on one deal have in common beside its parties: the plant, the place, the project, the people."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import log, sqrt

from extractors.linking.callnames import title_words, topics_in
from extractors.models import Version

LEAD = 3_000  # characters of a text in which it names what it is about
MOST = 300  # names kept of a deal: beyond that the rarest go
Rarity = Mapping[str, int]  # in how many deals a name stands


@dataclass(slots=True)
class Themes:
    """The names in the first lines of the reports on one deal: in how many of them each stands."""

    counts: Counter[str] = field(default_factory=Counter)
    reports: int = 0

    @classmethod
    def of(cls, versions: Iterable[Version]) -> "Themes":
        """Count the names of texts."""
        themes = cls()
        for version in versions:
            themes.add(names_of(version))
        return themes

    def copy(self) -> "Themes":
        """The same, to be counted on."""
        return Themes(Counter(self.counts), self.reports)

    def add(self, names: Iterable[str]) -> list[str]:
        """Count the names of one more report; return those that are new."""
        names = list(names)
        new = [name for name in names if name not in self.counts]
        self.counts.update(names)
        self.reports += 1
        if len(self.counts) > 2 * MOST:
            self.counts = Counter(dict(self.counts.most_common(MOST)))
        return new

    def often(self, name: str) -> bool:
        """Whether half of the reports or more have the name."""
        return 2 * self.counts[name] >= self.reports > 0

    def nearness(self, names: Iterable[str], parties: Collection[str], deals: Rarity, known: int) -> float:
        """How alike the names of a report are to those of the deal, 0 to 1, without its `parties`.

        The cosine of the two lists, in which a name weighs the more, the fewer of the `known` deals have it and the
        more of this deal's reports.
        """
        mine = {name: _weight(name, deals, known) for name in names if name not in parties}
        ours = {
            name: n / self.reports * _weight(name, deals, known)
            for name, n in self.counts.items()
            if name not in parties
        }
        size = sqrt(sum(w * w for w in mine.values()) * sum(w * w for w in ours.values()))
        return sum(weight * ours[name] for name, weight in mine.items() if name in ours) / size if size else 0.0


def _weight(name: str, deals: Rarity, known: int) -> float:
    return log(1 + known / max(1, deals.get(name, 1)))


def names_of(version: Version) -> frozenset[str]:
    """The names in the first lines of a text, and the words of its title that are names in the text."""
    names = topics_in(version.text[:LEAD])
    return names | (title_words(version.title) & topics_in(version.text)) if len(version.text) > LEAD else names
