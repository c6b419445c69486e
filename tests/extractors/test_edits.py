"""Edits: what two versions of one article say otherwise, word against word."""

from datetime import UTC, datetime, timedelta
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.articles import correction_notice
from extractors.comparing.edits import BY_WORDS, Edit, edits_between, says_again, told_edit
from extractors.facts import facts_of, read_report
from extractors.models import Moment, Source, Tier, Version, stable_id

NOW = datetime(2025, 9, 23, 12, tzinfo=UTC)
MONDAY = Moment.at(datetime(2025, 9, 22, 9, tzinfo=UTC))
LEAD = "Nvidia will invest up to $100 billion in OpenAI, the companies announced on Monday."
MORE = (
    "The shares of Nvidia, last at $183, rose 4% after that. A spokesman declined to comment. "
    "Its staff of 36,000 will get a bonus."
)


def version(text: str, hours: int = 0, published: Moment | None = MONDAY) -> Version:
    return Version(
        version_id=stable_id("ver", text, hours),
        article_id="art_1",
        document_id="doc",
        url="https://press.example/1",
        outlet="Press",
        tier=Tier.NATIONAL,
        title="Nvidia to invest in OpenAI",
        text=text,
        text_hash=stable_id("hash", text),
        published=published,
        seen_at=NOW + timedelta(hours=hours),
        source=Source.PAGE,
        language="en",
        extractor="none",
        notice=correction_notice(text),
    )


def edits(old: str, new: str, published: Moment | None = MONDAY) -> list[Edit]:
    one, other = version(old), version(new, 1, published)
    said = [facts_of(each, read_report(each.title, each.text, each.published), "story", 0) for each in (one, other)]
    return edits_between(one, said[0], other, said[1], 2)


def shown(found: list[Edit]) -> list[tuple[str, str | None, str | None]]:
    return [
        (
            (edit.earlier or edit.later).claim.attribute,  # type: ignore[union-attr]
            edit.earlier and edit.earlier.claim.quote.words,
            edit.later and edit.later.claim.quote.words,
        )
        for edit in found
    ]


# In a text of LEAD and MORE: what is replaced, by what, and the edits that are told.
CHANGED = {
    "a digit": ("$100", "$200", [("deal_value", "up to $100 billion", "up to $200 billion")]),
    "a scale": ("billion", "million", [("deal_value", "up to $100 billion", "up to $100 million")]),
    "a currency": ("up to $", "up to €", [("deal_value", "up to $100 billion", "up to €100 billion")]),
    "a hedge that goes": ("up to $100", "$100", [("deal_value", "up to $100 billion", "$100 billion")]),
    "a hedge for another": ("up to", "at least", [("deal_value", "up to $100 billion", "at least $100 billion")]),
    "a weekday": ("Monday", "Sunday", [("announce_date", "Monday", "Sunday")]),
    "the step of a deal": ("will invest", "is in talks to invest", [("status", "invest", "in talks")]),
    "a figure that is none of the deal's": ("4%", "5%", [("other:figure", "4%", "5%")]),
    "a number that counts nothing": (
        "staff of 36,000",
        "staff of 38,000",
        [("other:figure", "36,000", "38,000")],
    ),
    "a percent sign": ("4%", "4", [("other:figure", "4%", "4")]),
    "a rise that was a fall": ("rose 4%", "fell 4%", [("other:figure", "4%", "fell 4%")]),
    "a figure added in its sentence": ("after that", "in 90 seconds", [("other:figure", None, "90")]),
    "a sentence that went": (" Its staff of 36,000 will get a bonus.", "", [("other:figure", "36,000", None)]),
    "two figures change places": (
        "$183, rose 4%",
        "$4, rose 183%",
        [("other:figure", "$183", "$4"), ("other:figure", "4%", "183%")],
    ),
    "other words": ("declined to comment", "would say nothing", []),
    "a hedge in other words": ("up to", "as much as", []),
    "a scale in other letters": ("$100 billion", "US$100bn", []),
    "a date in other words": ("on Monday", "on Sept. 22", []),
    "a rise in another word": ("rose", "climbed", []),
    "another typography": ("$100 billion", "$100\u00a0billion", []),
    "a sentence elsewhere": (f"{LEAD} {MORE}", f"{MORE} {LEAD}", []),
    "another page's headline": (MORE, MORE + "\n\nRead more: Rival bids $90 billion for chipmaker", []),
    "the time of the last update": (LEAD, "Updated 35 minutes ago\n\n" + LEAD, []),
    "a notice with figures": (MORE, MORE + "\n\nThis article was amended on 23 September 2025 to add 2 names.", []),
}


@pytest.mark.parametrize(("old", "new", "told"), CHANGED.values(), ids=CHANGED)
def test_edits(old: str, new: str, told: list[tuple[str, str | None, str | None]]) -> None:
    text = f"{LEAD} {MORE}"
    after = text.replace(old, new)
    assert after != text
    found = edits(text, after)
    assert [edit for edit in shown(found) if edit[0] != "status" or told] == told


def test_the_same_words_on_another_day_are_no_edit() -> None:
    assert edits(LEAD, LEAD, Moment.at(NOW + timedelta(days=30))) == []


def test_from_another_text_nothing_is_gone() -> None:
    assert [
        edit for edit in edits(f"{LEAD} {MORE}", "Wholly other words of 77 people stand here now.") if edit.earlier
    ] == []


def test_quotes_stand_in_their_texts() -> None:
    text = f"{LEAD} {MORE}"
    for edit in edits(text, text.replace("4%", "5%").replace("Monday", "Sunday").replace("$100", "$90")):
        for fact, words in ((edit.earlier, text), (edit.later, None)):
            assert fact is not None
            quote = fact.claim.quote
            assert words is None or words[quote.start : quote.end] == quote.words
            assert quote.words in fact.sentence


TOLD = {
    "the value of the deal": ("$100", "$90", ["edited high deal_value"]),
    "a quiet change of the hedge": ("up to $100", "$100", ["edited medium deal_value"]),
    "a bound that was lifted": ("$100", "$120", ["edited high deal_value"]),
    "a figure that nobody knows": ("4%", "5%", ["edited low other:figure"]),
    "a figure that went": ("up to $100 billion", "money", ["edited low deal_value"]),
    "an unknown figure that went": ("36,000", "some", []),
    "a figure that came": ("comment", "comment for 30 minutes", []),
}


@pytest.mark.parametrize(("old", "new", "told"), TOLD.values(), ids=TOLD)
def test_told_edit(old: str, new: str, told: list[str]) -> None:
    text = f"{LEAD} {MORE}"
    changes = [told_edit(edit, None, NOW) for edit in edits(text, text.replace(old, new, 1))]
    assert [f"{change.kind} {change.severity} {change.attribute}" for change in changes if change] == told


def test_a_notice_makes_an_edit_a_correction() -> None:
    [edit] = edits(LEAD, LEAD.replace("$100", "$90"))
    change = told_edit(edit, "This story was corrected.", NOW)
    assert change
    assert (change.kind, change.rule) == ("corrected", "corrected")
    assert change.explanation.endswith("with a notice. It says: “This story was corrected.”")


def test_an_article_that_goes_back_to_what_it_said_says_so() -> None:
    [there] = edits(LEAD, LEAD.replace("$100", "$90"))
    [back] = edits(LEAD.replace("$100", "$90"), LEAD)
    past = [fact for fact in (there.earlier, there.later) if fact]
    assert says_again(back, past)
    assert not says_again(there, past[:1])
    change = told_edit(back, None, NOW, returned=True)
    assert change
    assert "back to what it said" in change.explanation


def test_what_only_the_words_tell_is_marked_as_such() -> None:
    [edit] = edits(f"{LEAD} {MORE}", f"{LEAD} {MORE.replace('4%', '5%')}")
    assert {fact.extractor for fact in edit.made} == {BY_WORDS}
    assert edit.edit_id == edits(f"{LEAD} {MORE}", f"{LEAD} {MORE.replace('4%', '5%')}")[0].edit_id


@given(place=st.sampled_from([i for i, char in enumerate(f"{LEAD} {MORE}") if char.isdigit()]), digit=st.integers(1, 9))
def test_any_digit_that_is_changed_is_one_edit(place: int, digit: int) -> None:
    text = f"{LEAD} {MORE}"
    after = f"{text[:place]}{digit}{text[place + 1 :]}"
    assert len([edit for edit in edits(text, after) if edit.earlier]) == (after != text)


LONG = {
    "figures": "$5 million, 7% and 12 plants by May 2026; ",
    "sentences": "It paid $5 million in May. The rest is 7%. ",
    "lines": "Revs 9,200,000 vs 10.5 mln\n",
    "notices": "This article was corrected. ",
}


@pytest.mark.parametrize("part", LONG.values(), ids=LONG)
def test_long_texts_take_no_long_time(part: str) -> None:
    many = 60_000 // len(part)
    old = "".join(f"{n} {part}" for n in range(many))
    new = "".join(f"{n + 1} {part}" for n in range(many))
    began = perf_counter()
    edits_between(version(old), [], version(new, 1), [], 0)
    assert perf_counter() - began < 6
