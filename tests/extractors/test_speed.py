"""Time grows with the length of a text, whatever it holds, and most of it goes to reports that are about a deal."""

import time
from collections.abc import Callable
from datetime import date
from itertools import count

import pytest

from extractors.facts import READ_AT_MOST, read_report
from extractors.models import Moment
from extractors.parties import cast_of, find_companies
from extractors.quantities import find_quantities
from extractors.reading.relevance import most_led
from extractors.reading.tokens import tokens_of, words_of
from extractors.timelines import find_timelines
from tests.golden.score import rows_of

REPORTS = rows_of("reports")
PUBLISHED = Moment.of_days(date(2025, 9, 22), date(2025, 9, 22))
DEAL = "Acme Corp agreed to buy Beta Inc for $3 billion, the companies said on Monday. "
WORDS = "the company said it would buy a stake in its rival for 30 million dollars and "
HOSTILE = {
    "digits": "7",
    "brackets": "(",
    "pairs of brackets": "()",
    "brackets apart": "((( ",
    "dollar signs": "$",
    "ones with a dollar": "$1 ",
    "ones with a comma": "1,",
    "billions joined": "$1bn and ",
    "prices": "$1 per share ",
    "percents": "1% ",
    "legal forms": "Inc. ",
    "single capitals": "A B C ",
    "names joined": "Acme and Beta, ",
    "straight quotes": '"',
    "curly quotes": "“",
    "days": "May 5 ",
    "terms": "within 18 months ",
    "prepositions": "by ",
    "articles": "the ",
    "one sentence": WORDS,
    "combining marks": "e\u0301",
    "full-width digits": "１２３",
    "right to left": "\u202eאב ",
    "nulls": "\x00",
    "zero width": "a\u200b",
    "emoji": "👩\u200d💻 ",
    "possessives": "A's ",
    "line ends": "a\n",
    "sentences with a figure": "It paid ${} million. ",
    "sentences with a name": "Acme{} Corp agreed. ",
    "names that share a word": "Acme X{} agreed. ",
    "a list of names": "Aa{} ",
    "companies and figures": "Aa{} bought Bb{} for ${}bn and ",
}


def filled(scrap: str, length: int) -> str:
    """The scrap again and again, with a number of its own in each where it has room for one."""
    if "{" not in scrap:
        return scrap * (length // len(scrap))
    numbers, parts = count(100), 0
    said = []
    while parts < length:
        said.append(scrap.replace("{}", str(next(numbers))))
        parts += len(said[-1])
    return "".join(said)


def took(act: Callable[[], object]) -> float:
    """Seconds of the processor, the better of two runs."""
    return min(_once(act) for _ in range(2))


def _once(act: Callable[[], object]) -> float:
    before = time.process_time()
    act()
    return time.process_time() - before


READERS: dict[str, tuple[Callable[[str], object], int]] = {
    "report": (lambda text: read_report(None, text, PUBLISHED), 8_000),
    "figures": (find_quantities, 10_000),
    "days": (lambda text: find_timelines(text, PUBLISHED), 10_000),
    "companies": (find_companies, 8_000),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("scrap", HOSTILE.values(), ids=HOSTILE)
def test_four_times_the_text_takes_no_more_than_a_few_times_as_long(scrap: str, reader: str) -> None:
    act, length = READERS[reader]
    short, long = DEAL + filled(scrap, length), DEAL + filled(scrap, 4 * length)
    assert took(lambda: act(long)) < 3 * 4 * took(lambda: act(short)) + 0.05  # squares take sixteen times as long


def test_many_names_in_title_and_text_are_not_all_compared() -> None:
    text = DEAL + filled("Aa{} Corp bought Bb{} Inc. ", READ_AT_MOST)
    assert took(lambda: read_report(filled("Cc{} Corp, ", 500), text, PUBLISHED)) < 3


def test_reading_a_report_costs_little_beside_splitting_it_into_words() -> None:
    rows = [(row["title"], row["text"]) for row in REPORTS]
    splitting = took(lambda: [words_of(text) for _, text in rows for _ in range(10)]) / 10
    assert took(lambda: [read_report(title, text, PUBLISHED) for title, text in rows]) < 75 * splitting  # about 25


def test_a_page_that_is_no_deal_costs_little_more_than_its_words() -> None:
    page = "The council met on Tuesday to hear what people of the town think of the new school. " * 60
    splitting = took(lambda: [words_of(page) for _ in range(20)])
    assert took(lambda: [read_report("Council meets", page, PUBLISHED) for _ in range(20)]) < 4 * splitting


@pytest.mark.parametrize("row", REPORTS, ids=lambda row: row["id"])
def test_what_a_lead_can_be_worth_at_most_is_never_less_than_what_it_is_worth(row: dict[str, str]) -> None:
    read = tokens_of(row["text"], row["title"])
    assert cast_of(read, row["title"]).led <= most_led(read, row["title"]) + 1e-9
