"""What a person said of deals and their articles: the last word on each holds against the rules of linking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Word(StrEnum):
    """What was said."""

    MERGE = "merge"  # all articles of the deal belong to the other one
    SPLIT = "split"  # some articles of the deal are of another one
    NAME = "name"


@dataclass(frozen=True, slots=True)
class DealWord:
    """One word. It names the articles of both sides: they keep together, or apart, whatever is read in them later."""

    word: Word
    deal_id: str  # that ends, that articles leave, or that is named
    said_at: datetime  # aware, UTC
    other_id: str | None = None  # that has the articles from then on
    articles: tuple[str, ...] = ()  # those that moved
    others: tuple[str, ...] = ()  # those that stayed on the other side
    name: str | None = None  # empty: the one that the parties give
    note: str | None = None


@dataclass(slots=True)
class Said:
    """The sum of all words, the last one of each article and deal counting."""

    homes: dict[str, tuple[str, datetime]] = field(default_factory=dict)  # article → its deal, and when it was said
    heirs: dict[str, tuple[str, datetime]] = field(default_factory=dict)  # merged deal → the one that has its articles
    names: dict[str, str] = field(default_factory=dict)  # by deal

    @classmethod
    def of(cls, words: Iterable[DealWord]) -> "Said":
        """Add up words in the order in which they were said."""
        said = cls()
        for word in words:
            said._hear(word)
        return said

    def _hear(self, word: DealWord) -> None:
        if word.word is Word.NAME:
            self.names.pop(word.deal_id, None)
            if word.name:
                self.names[word.deal_id] = word.name
        if word.other_id is None:
            return
        self.heirs.pop(word.other_id, None)  # it lives, whatever was said before
        stay = word.other_id if word.word is Word.MERGE else word.deal_id
        self.homes.update(dict.fromkeys(word.others, (stay, word.said_at)))
        self.homes.update(dict.fromkeys(word.articles, (word.other_id, word.said_at)))
        if word.word is Word.MERGE:
            self.heirs[word.deal_id] = word.other_id, word.said_at

    def heir(self, deal_id: str) -> str:
        """The deal that has the reports of this one: itself, unless it was merged."""
        seen: set[str] = set()
        while deal_id in self.heirs and deal_id not in seen:
            seen.add(deal_id)
            deal_id = self.heirs[deal_id][0]
        return deal_id

    def home(self, article_id: str) -> tuple[str, datetime] | None:
        """The deal of an article as a person said, and when; None where nobody said anything of it."""
        told = self.homes.get(article_id)
        return (self.heir(told[0]), told[1]) if told else None

    def bound(self, deal_ids: Iterable[str], article_ids: Iterable[str]) -> set[str]:
        """The deals that these ones, and these articles, lead to."""
        homes = {told[0] for article in article_ids if (told := self.home(article))}
        return homes | {self.heir(deal) for deal in deal_ids}


AS_SAID = "as said by a person on"


def as_said(when: datetime) -> str:
    """The reason of a link that a person made."""
    return f"{AS_SAID} {when:%Y-%m-%d}"


def former_key(words: Sequence[DealWord], said: Said, deal_id: str, articles: Iterable[str]) -> str | None:
    """The key of the deal that these articles were of before it was merged into this one: leaving, they take it up."""
    leaving = set(articles)
    for word in reversed(words):
        ended = (
            word.word is Word.MERGE and word.other_id == deal_id and said.heirs.get(word.deal_id, ("",))[0] == deal_id
        )
        if ended and not leaving.isdisjoint(word.articles):
            return word.deal_id
    return None
