"""What a person said of deals, word after word."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.deals import joined, known_deal, link, rebuilt
from extractors.linking.words import DealWord, Said, Word, former_key
from tests.extractors.test_deals import told

DAY = datetime(2026, 3, 1, tzinfo=UTC)


def merge(deal: str, into: str, articles: str = "", others: str = "", day: int = 0) -> DealWord:
    return DealWord(Word.MERGE, deal, DAY + timedelta(days=day), into, tuple(articles), tuple(others))


def split(deal: str, new: str, articles: str, others: str = "", day: int = 0) -> DealWord:
    return DealWord(Word.SPLIT, deal, DAY + timedelta(days=day), new, tuple(articles), tuple(others))


# words → where the articles are, and which deals lead elsewhere
SAID = {
    "nothing said": ([], {"a": None}, {"one": "one"}),
    "merged": ([merge("one", "two", "ab", "c")], {"a": "two", "b": "two", "c": "two", "d": None}, {"one": "two"}),
    "split": ([split("one", "new", "a", "bc")], {"a": "new", "b": "one", "c": "one"}, {"one": "one", "new": "new"}),
    "merged on": (
        [merge("one", "two", "a", "b"), merge("two", "three", "ab", "c")],
        {"a": "three", "b": "three"},
        {"one": "three", "two": "three"},
    ),
    "merged, and split again": (
        [merge("one", "two", "ab", "c"), split("two", "one", "ab", "c")],
        {"a": "one", "b": "one", "c": "two"},
        {"one": "one", "two": "two"},
    ),
    "split, and merged again": (
        [split("one", "new", "a", "b"), merge("new", "one", "a", "b")],
        {"a": "one", "b": "one"},
        {"new": "one", "one": "one"},
    ),
    "merged one way, and then the other": (
        [merge("one", "two", "a", "b"), split("two", "one", "a", "b"), merge("two", "one", "b", "a")],
        {"a": "one", "b": "one"},
        {"one": "one", "two": "one"},
    ),
}


@pytest.mark.parametrize(("words", "homes", "heirs"), SAID.values(), ids=SAID)
def test_the_last_word_counts(words, homes, heirs):
    said = Said.of(words)
    assert {article: home and home[0] for article in homes for home in (said.home(article),)} == homes
    assert {deal: said.heir(deal) for deal in heirs} == heirs


def test_a_name_goes_when_an_empty_one_is_given():
    words = [DealWord(Word.NAME, "one", DAY, name="Stargate"), DealWord(Word.NAME, "two", DAY, name="Colossus")]
    assert Said.of(words).names == {"one": "Stargate", "two": "Colossus"}
    assert Said.of([*words, DealWord(Word.NAME, "one", DAY, name="")]).names == {"two": "Colossus"}


def test_articles_that_leave_take_up_the_key_that_they_had():
    words = [merge("one", "two", "ab", "c")]
    assert former_key(words, Said.of(words), "two", "b") == "one"
    assert former_key(words, Said.of(words), "two", "c") is None
    undone = [*words, split("two", "one", "b", "ac")]
    assert former_key(undone, Said.of(undone), "two", "a") is None  # the key is taken


deals = st.sampled_from(["one", "two", "three", "four"])
articles = st.frozensets(st.sampled_from("abcdef"), min_size=1)


@given(st.lists(st.tuples(st.sampled_from(Word), deals, deals, articles, articles), max_size=12))
def test_whatever_is_said_every_article_has_one_living_deal(spoken):
    pairs = [each for each in spoken if each[1] != each[2]]
    words = [DealWord(word, one, DAY, two, tuple(some), tuple(rest - some)) for word, one, two, some, rest in pairs]
    said = Said.of(words)
    for deal in ("one", "two", "three", "four"):
        assert said.heir(said.heir(deal)) == said.heir(deal)
    for article in said.homes:
        home = said.home(article)
        assert home
        assert said.heir(home[0]) == home[0]


# --- linking ---------------------------------------------------------------------------------------

ONE, TWO = told("Nvidia invests in Intel"), told("Pfizer buys Metsera")
AGAIN = replace(ONE, version=replace(ONE.version, version_id="again", article_id="again"))
FOUND = link([ONE, TWO], [])
KNOWN = [known_deal(deal) for deal in FOUND.deals]
KEYS = [tie.deal_id for tie in FOUND.links]


def linked_to(said: Said, *fresh) -> list[tuple[str, str]]:
    return [(tie.deal_id, tie.reason) for tie in link(fresh, KNOWN, said).links]


def test_a_report_goes_where_its_article_was_said_to_belong():
    said = Said.of([DealWord(Word.SPLIT, KEYS[0], DAY, KEYS[1], (AGAIN.version.article_id,))])
    assert linked_to(said, AGAIN) == [(KEYS[1], "as said by a person on 2026-03-01")]


def test_what_would_be_of_a_merged_deal_goes_to_its_heir_and_says_so():
    said = Said.of([DealWord(Word.MERGE, KEYS[0], DAY, KEYS[1])])
    [(deal, reason)] = linked_to(said, AGAIN)
    assert deal == KEYS[1]
    assert reason.endswith("; one deal as said by a person on 2026-03-01")


def test_a_deal_is_rebuilt_from_its_reports_under_its_key():
    deal = next(deal for deal in FOUND.deals if deal.deal_id == KEYS[0])
    assert rebuilt(replace(deal, name="Another", parties=()), [ONE]) == deal
    assert joined(deal, [AGAIN]) == deal
