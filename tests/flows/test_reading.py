"""Reading pages in worker processes: a bad page costs itself, and what the feed said stands in."""

from dataclasses import replace
from datetime import timedelta

import pytest

from extractors.models import Moment, Source, Tier
from flows import reading
from flows.reading import Draft, believable, read_batch, read_safely
from flows.settings import ReadingSettings
from tests.flows import faults
from tests.flows.desk import DAY, FILLER, page, story

LIMITS = ReadingSettings(workers=2, seconds=1.0, megabytes=512)
DRAFT = Draft(
    article_id="art_1",
    document_id="art_1",
    url="http://press.example/a",
    outlet="The Press",
    tier=Tier.NATIONAL,
    title="A report",
    published=Moment.at(DAY),
    seen_at=DAY,
)
SUMMARY = "Nvidia will invest up to $100 billion in OpenAI under an agreement that was announced on Monday."
GERMAN = "Der Konzern will das Geld in die Firma stecken, wie die beiden am Montag in einer Mitteilung sagten."


def draft(number: int, body: bytes, stand_in: str | None = SUMMARY) -> Draft:
    return replace(DRAFT, article_id=f"art_{number}", body=body, stand_in=stand_in)


def test_a_bad_page_costs_only_itself_and_the_order_is_kept(monkeypatch):
    monkeypatch.setattr(reading, "read_arguments", faults.obedient)
    good = page(story())
    bodies = [good, b"hang", good, b"eat", good, b"die", good, b"fail", good, b"hang"]
    drafts = [draft(number, body) for number, body in enumerate(bodies)]
    drafts[-1] = replace(drafts[-1], stand_in=None)
    outcomes = read_batch(drafts, (), LIMITS)
    assert [outcome.draft.article_id for outcome in outcomes] == [each.article_id for each in drafts]
    sources = [outcome.read.version.source.value if outcome.read else None for outcome in outcomes]
    assert sources == [*["page", "summary"] * 4, "page", None]
    assert [outcome.problem.reason for outcome in outcomes if outcome.problem] == [
        "took longer than 1 s to read; the feed's summary stands in",
        "needs more than 512 MB to read; the feed's summary stands in",
        "killed its reader (exit code 7); the feed's summary stands in",
        "could not be read, by a fault in dealdrift (KeyError: 'a fault of ours'); the feed's summary stands in",
        "took longer than 1 s to read; the feed has no text of it either",
    ]
    assert all(outcome.draft.body is None for outcome in outcomes if outcome.problem is None)


READS = {
    "a page": ({"body": page(story())}, Source.PAGE, None),
    "a page without text": (
        {"body": b"<html><body><nav>Home</nav></body></html>"},
        None,
        "the feed has no text of it either",
    ),
    "a wall, and the feed has more": (
        {"body": page(f"{SUMMARY[:60]} Subscribe to continue."), "stand_in": story()},
        Source.SUMMARY,
        "only a part",
    ),
    "a wall, and the feed has less": (
        {"body": page(f"{SUMMARY} Subscribe to continue."), "stand_in": "Nvidia, OpenAI"},
        Source.PAGE,
        None,
    ),
    "a text as it stands": ({"text": SUMMARY, "source": Source.DOCUMENT}, Source.DOCUMENT, None),
    "a text in German": ({"text": GERMAN}, None, "skipped: the text is not in English (looks like de)"),
    "no page, and the feed is in German": ({"body": b"", "stand_in": GERMAN}, None, "skipped"),
    "a text with half a character in it": ({"text": f"\ud800 {SUMMARY}"}, Source.PAGE, None),
    "a text with a zero byte in it": ({"text": f"\0 {SUMMARY}"}, Source.PAGE, None),
    "an empty text": ({"text": ""}, Source.PAGE, None),
}


@pytest.mark.parametrize(("given", "source", "said"), READS.values(), ids=READS)
def test_read_safely(given, source, said):
    outcome = read_safely(replace(DRAFT, **given), ())
    assert (outcome.read.version.source if outcome.read else None) == source
    assert said is None if outcome.problem is None else said in outcome.problem.reason


def test_a_fault_of_ours_in_one_text_is_its_problem(monkeypatch):
    monkeypatch.setattr(reading, "read_report", lambda *_: 1 / 0)
    [outcome] = read_batch([replace(DRAFT, text=SUMMARY)], (), LIMITS)
    assert outcome.read is None
    assert outcome.problem.reason == "could not be read, by a fault in dealdrift (ZeroDivisionError: division by zero)"


def test_white_space_and_quotes_make_no_other_version():
    ids = {
        read_safely(replace(DRAFT, text=text), ()).read.version.version_id
        for text in (f"“{SUMMARY}” {FILLER}", f'"{SUMMARY}"\n\n{FILLER}')
    }
    assert len(ids) == 1


DATES = {
    "yesterday": (timedelta(days=-1), True),
    "a time zone ahead": (timedelta(hours=14), True),
    "next year": (timedelta(days=300), False),
}


@pytest.mark.parametrize(("ahead", "believed"), DATES.values(), ids=DATES)
def test_believable(ahead, believed):
    moment = Moment.at(DAY + ahead)
    assert believable(moment, DAY) == (moment if believed else None)
