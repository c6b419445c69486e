"""Where words and sentences begin and end, and how phrases of a table are found in them."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.reading.phrases import Phrases
from extractors.reading.tokens import tokens_of

SENTENCES = {
    "two": ("It rose. It fell.", ["It rose.", "It fell."]),
    "a legal form ends none": ("Mars Inc. agreed to it. All is known.", ["Mars Inc. agreed to it.", "All is known."]),
    "a legal form before a plain opener does": (
        "It met Mars Inc. The deal is off.",
        ["It met Mars Inc.", "The deal is off."],
    ),
    "initials end none": ("Walter G. Mize bought shares.", ["Walter G. Mize bought shares."]),
    "months and states end none": (
        "On Aug. 2 they met in Paterson, N.J. again.",
        ["On Aug. 2 they met in Paterson, N.J. again."],
    ),
    "a number's point ends none": ("It paid $1.2 billion. Done.", ["It paid $1.2 billion.", "Done."]),
    "the closing quote belongs to its sentence": ("He said “no.” They left.", ["He said “no.”", "They left."]),
    "a bullet begins a new one": ("First point • Second point", ["First point", "• Second point"]),
    "a paragraph ends one": ("What's next?\nThe deal is off\nNo word", ["What's next?", "The deal is off", "No word"]),
    "lines broken by a machine do not": (
        "Acme said it\nsigned an\nagreement.\n    The price is\nnot known.",
        ["Acme said it\nsigned an\nagreement.", "The price is\nnot known."],
    ),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in tokens_of(text).sentences] == expected


def test_a_text_that_repeats_its_heading_gets_a_border_after_it() -> None:
    heading = "Nvidia to invest in OpenAI"
    read = tokens_of(f"{heading} Nvidia said so.", heading)
    assert [read.text[one.start : one.end] for one in read.sentences] == [heading, "Nvidia said so."]


def test_a_possessive_is_marked_and_cut() -> None:
    read = tokens_of("Acme's and Beta’s plans")
    assert (read.raw[0], read.owns[0], read.raw[2], read.owns[2]) == ("Acme", True, "Beta", True)


@given(st.text(string.printable + "’“”•€", max_size=200))
def test_words_and_sentences_cover_the_text_in_order(text: str) -> None:
    read = tokens_of(text)
    for word, start, end in zip(read.raw, read.starts, read.ends, strict=True):
        assert text[start:end] == word
    assert [one.first for one in read.sentences] == [0, *(one.last for one in read.sentences)][: len(read.sentences)]
    assert sum(one.last - one.first for one in read.sentences) == len(read)


TABLE = Phrases({"agree": "agree|agreed to buy, agreed", "sign": "signed agreement"})

PHRASES = {
    "the longest wins": ("they agreed to buy it", [("agree", "agreed to buy")]),
    "the short one, where no more follows": ("they agreed to leave", [("agree", "agreed")]),
    "an article may stand inside": ("they signed an agreement", [("sign", "signed an agreement")]),
    "a sum may stand inside": ("they signed a $32 billion agreement", [("sign", "signed a $32 billion agreement")]),
    "other words may not": ("they signed away every agreement", []),
    "case does not matter": ("Agreed To Buy", [("agree", "Agreed To Buy")]),
}


@pytest.mark.parametrize(("text", "expected"), PHRASES.values(), ids=PHRASES)
def test_phrases(text: str, expected: list[tuple[str, str]]) -> None:
    read = tokens_of(text)
    assert [(hit.kind, read.words(hit.first, hit.last)) for hit in TABLE.find(read)] == expected
