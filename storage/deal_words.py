"""What people said of deals and their articles."""

from collections.abc import Sequence
from dataclasses import asdict

from extractors.linking.words import DealWord, Said, Word
from extractors.models import stable_id
from storage.store import Row, Store


def save_deal_words(store: Store, words: Sequence[DealWord]) -> int:
    """Keep words, the last said last. Returns how many are new."""
    rows = [
        {**asdict(word), "word_id": stable_id("word", word.word, word.deal_id, word.said_at), "place": place}
        for place, word in enumerate(words, 1)
    ]
    return store.insert("save_deal_words", rows)


def deal_words(store: Store) -> list[DealWord]:
    """All words, in the order in which they were said."""
    return [
        DealWord(**{**row, "word": Word(row["word"]), **{side: tuple(row[side]) for side in ("articles", "others")}})
        for row in store.query("deal_words")
    ]


def said_of_deals(store: Store) -> Said:
    """The sum of all words."""
    return Said.of(deal_words(store))


def articles_of_deal(store: Store, deal_id: str) -> list[Row]:
    """The texts that are linked to a deal now: `{article_id, document_id, version_id}`."""
    return store.query("articles_of_deal", deal_id=deal_id)
