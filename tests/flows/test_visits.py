"""What a second look at an article means."""

from dataclasses import replace
from datetime import timedelta

import pytest

from extractors.models import Problem, Report, Source, Tier, Version
from flows.articles import Fetched, next_visit
from flows.reading import Draft, Outcome, ReadVersion
from flows.visits import GONE, Texts, judge
from storage.articles import DueArticle
from tests.flows.desk import DAY, at

ARTICLE = DueArticle(
    article_id="art_1",
    document_id="art_1",
    url="http://press.example/a",
    outlet="The Press",
    tier=Tier.NATIONAL,
    title="A report",
    etag=None,
    last_modified=None,
    visits=1,
    failures=0,
    complaint=None,
    first_seen_at=DAY,
)
GONE_BEFORE = replace(ARTICLE, failures=1, complaint=f"{GONE}: the server answered 404 Not Found")
FAILED_BEFORE = replace(ARTICLE, failures=1, complaint="the server answered 503 Service Unavailable")
NOW = at(15)
SOON, LATER, AGAIN, NEVER = at(17), at(60), at(30), None
FAULT = Problem("fetch", ARTICLE.url, "the server answered 503 Service Unavailable", NOW)


def version(text: str, source: Source = Source.PAGE, minutes: float = 15, extractor: str = "trafilatura 2") -> Version:
    return Version(
        version_id=f"ver_{text}",
        article_id="art_1",
        document_id="art_1",
        url=ARTICLE.url,
        outlet="The Press",
        tier=Tier.NATIONAL,
        title="A report",
        text=text,
        text_hash=text,
        published=None,
        seen_at=at(minutes),
        source=source,
        language="en",
        extractor=extractor,
    )


OLD, NEW, OTHER = version("old", minutes=0), version("new"), version("other")
WAITING = version("new", minutes=13)
DRAFT = Draft("art_1", "art_1", ARTICLE.url, "The Press", Tier.NATIONAL, "A report", None, NOW)
PAGE = Fetched("art_1", NOW, DRAFT, etag='"2"')
SAME = Fetched("art_1", NOW, None, not_modified=True)
GONE_NOW = Fetched("art_1", NOW, None, gone=True, problem=replace(FAULT, reason="the server answered 410 Gone"))
DOWN = Fetched("art_1", NOW, None, problem=FAULT)


def read(found: Version, partial: bool = False) -> Outcome:
    return Outcome(DRAFT, ReadVersion(found, Report(about_deal=False)), None, partial=partial)


UNREAD = Outcome(DRAFT, None, replace(FAULT, stage="read", reason="a challenge page"))
# article, what came, how it was read, what is known → what becomes of the texts, when it is due again
VERDICTS = {
    "the same text": (ARTICLE, PAGE, read(version("old")), Texts(OLD), {}, LATER),
    "the same, which drops what waited": (
        ARTICLE, PAGE, read(version("old")), Texts(OLD, WAITING), {"dropped": WAITING}, LATER,
    ),
    "a changed text waits": (ARTICLE, PAGE, read(NEW), Texts(OLD), {"pending": NEW}, SOON),
    "a second read agrees": (ARTICLE, PAGE, read(NEW), Texts(OLD, WAITING), {"confirmed": WAITING}, LATER),
    "a second read at the same moment is none": (
        ARTICLE, PAGE, read(NEW), Texts(OLD, replace(WAITING, seen_at=NOW)), {}, SOON,
    ),
    "a second read differs": (
        ARTICLE, PAGE, read(OTHER), Texts(OLD, WAITING), {"pending": OTHER, "dropped": WAITING}, LATER,
    ),
    "not modified since the first read": (ARTICLE, SAME, None, Texts(OLD, WAITING), {"confirmed": WAITING}, LATER),
    "not modified, and nothing waits": (ARTICLE, SAME, None, Texts(OLD), {}, LATER),
    "a page after the feed's summary": (
        ARTICLE, PAGE, read(NEW), Texts(version("s", Source.SUMMARY)), {"confirmed": NEW}, LATER,
    ),
    "a page after nothing": (ARTICLE, PAGE, read(NEW), Texts(), {"confirmed": NEW}, LATER),
    "a part of a page after nothing": (ARTICLE, PAGE, read(NEW, partial=True), Texts(), {"confirmed": NEW}, LATER),
    "a part of a page after all of it": (
        ARTICLE, PAGE, read(NEW, partial=True), Texts(OLD), {"problem": True}, AGAIN,
    ),
    "another extractor": (
        ARTICLE, PAGE, read(NEW), Texts(replace(OLD, extractor="older")), {"confirmed": NEW, "retold": True}, LATER,
    ),
    "gone for the first time": (ARTICLE, GONE_NOW, None, Texts(OLD), {}, SOON),
    "gone for the second time": (
        GONE_BEFORE, GONE_NOW, None, Texts(OLD), {"withdrawn": True, "problem": True}, NEVER,
    ),
    "gone after another fault": (FAILED_BEFORE, GONE_NOW, None, Texts(OLD), {}, SOON),
    "gone, and never read": (
        GONE_BEFORE, GONE_NOW, None, Texts(version("s", Source.SUMMARY)), {"problem": True}, AGAIN,
    ),
    "down": (ARTICLE, DOWN, None, Texts(OLD, WAITING), {"problem": True}, AGAIN),
    "down after it was gone": (GONE_BEFORE, DOWN, None, Texts(OLD), {"problem": True}, AGAIN),
    "a page that cannot be read": (ARTICLE, PAGE, UNREAD, Texts(OLD, WAITING), {"problem": True}, AGAIN),
}  # fmt: skip


@pytest.mark.parametrize(("article", "found", "outcome", "texts", "becomes", "due"), VERDICTS.values(), ids=VERDICTS)
def test_judge(article, found, outcome, texts, becomes, due):
    verdict = judge(article, found, outcome, texts)
    names = ("confirmed", "pending", "dropped", "retold", "withdrawn", "problem")
    told = {name: getattr(verdict, name) for name in names if getattr(verdict, name)}
    assert {**told, **({"problem": True} if verdict.problem else {})} == becomes
    assert verdict.visit.next_visit_at == due


def test_validators_are_kept_only_of_a_page_that_was_read():
    assert judge(ARTICLE, PAGE, read(NEW), Texts(OLD)).visit.etag == '"2"'
    assert not judge(ARTICLE, PAGE, UNREAD, Texts(OLD)).visit.fresh


SCHEDULE = {
    "at first": (0, timedelta(minutes=15)),
    "after the first": (15, timedelta(hours=1)),
    "late for two of them": (200, timedelta(hours=8)),
    "after a week": (7 * 1440, timedelta(days=14)),
}


@pytest.mark.parametrize(("minutes", "after"), SCHEDULE.values(), ids=SCHEDULE)
def test_next_visit(minutes, after):
    assert next_visit(DAY, at(minutes)) == DAY + after


def test_after_the_last_visit_there_is_none():
    assert next_visit(DAY, DAY + timedelta(days=28)) is None
