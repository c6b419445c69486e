"""Leads and first looks: which articles there are, and what came of asking for one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from extractors.models import Claim, Entry, Figure, Moment, Report, Source, Span, Tier
from flows.answers import Failure, Response
from flows.articles import Fetched, Lead, fetched_lead, first_article, first_visit, identity, leads_of, strayed
from flows.feeds import Polled
from flows.reading import Outcome, ReadVersion, read_draft
from storage.feeds import FeedState, Poll
from tests.flows.desk import DAY, page, story

ENTRY = Entry(
    feed_url="http://press.example/feed",
    url="http://press.example/a",
    guid="1",
    title="A report",
    published=Moment.at(DAY),
    summary="Nvidia will invest up to $100 billion in OpenAI under an agreement.",
    content=None,
)
BARE = replace(ENTRY, url=None, guid=None, title=None, summary=None)


def polled(name: str, tier: Tier, *entries: Entry) -> Polled:
    url, never = f"http://{name}.example/feed", (None,) * 5
    state = FeedState(url, name, tier, timedelta(minutes=30), *never, DAY, 0, None, None, None)
    return Polled(state, Poll(state.url, DAY, DAY, worked=True), entries)


def test_the_outlet_nearest_to_the_deal_speaks_for_an_article():
    polls = [polled("blog", Tier.BLOG, ENTRY), polled("wire", Tier.WIRE, ENTRY), polled("trade", Tier.TRADE, ENTRY)]
    assert [lead.outlet for lead in leads_of(polls)] == ["wire"]


def test_the_oldest_lead_comes_first_and_undated_ones_last():
    days = {"/new": DAY, "/old": DAY - timedelta(days=3), "/undated": None}
    entries = [
        replace(ENTRY, url=f"http://press.example{path}", published=day and Moment.at(day))
        for path, day in days.items()
    ]
    leads = leads_of([polled("press", Tier.WIRE, *reversed(entries))])
    assert [lead.entry.url.rpartition("/")[2] for lead in leads] == ["old", "new", "undated"]


SAME = {
    "one address in two feeds": (ENTRY, replace(ENTRY, feed_url="http://other.example/feed"), True),
    "two titles at one address": (ENTRY, replace(ENTRY, title="Another report"), True),
    "one title at two addresses": (ENTRY, replace(ENTRY, url="http://press.example/b"), False),
    "no address, one name given by the feed": (replace(BARE, guid="1"), replace(BARE, guid="1", title="New"), True),
    "no address, two names given by the feed": (replace(BARE, guid="1"), replace(BARE, guid="2"), False),
    "no address, one name in two feeds": (replace(BARE, guid="1"), replace(BARE, guid="1", feed_url="http://x"), False),
    "no address and no name, two titles": (replace(BARE, title="One"), replace(BARE, title="Two"), False),
    "nothing at all": (BARE, BARE, True),
    "a name with half a character in it": (replace(BARE, guid="\ud800"), replace(BARE, guid="\ud800"), True),
}


@pytest.mark.parametrize(("one", "other", "same"), SAME.values(), ids=SAME)
def test_identity(one, other, same):
    assert (identity(one) == identity(other)) is same


STRAYED = {
    "the same page": ("http://a.example/news/deal-1", "http://a.example/news/deal-1", False),
    "with a slash": ("http://a.example/news/deal-1", "http://a.example/news/deal-1/", False),
    "from http to https": ("http://a.example/news/deal-1", "https://a.example/news/deal-1", False),
    "to another address of the article": ("http://a.example/p/77", "http://a.example/2025/09/a-deal", False),
    "from a light page to the full one": ("http://a.example/a-big-deal/amp", "http://a.example/a-big-deal", False),
    "to the front page": ("http://a.example/news/deal-1", "http://a.example/", True),
    "to the front page with a query": ("http://a.example/news/deal-1", "http://a.example/?gone=1", True),
    "to another front page": ("http://a.example/news/deal-1", "http://b.example", True),
    "to the section": ("http://a.example/news/2025/deal-1", "http://a.example/news/", True),
    "an article at the root": ("http://a.example/?p=7", "http://a.example/?p=7", False),
}  # fmt: skip


@pytest.mark.parametrize(("asked", "final", "away"), STRAYED.values(), ids=STRAYED)
def test_strayed(asked, final, away):
    assert strayed(asked, final) is away


LEAD = Lead(identity(ENTRY), ENTRY, ENTRY.feed_url, "The Press", Tier.WIRE)
FOUND = Response(ENTRY.url, ENTRY.url, 200, {"etag": '"1"', "content-type": "text/html"}, page(story()))
LOST = Failure(ENTRY.url, "the server answered 404 Not Found", "status", status=404)
FULL = replace(ENTRY, content=story())
LEADS = {
    "a page": (LEAD, FOUND, Source.PAGE, None),
    "no page, and a summary": (LEAD, LOST, Source.SUMMARY, "404 Not Found; the feed's summary stands in"),
    "no page, and full content": (replace(LEAD, entry=FULL), LOST, Source.CONTENT, "the feed's full content stands in"),
    "no page, and no words": (replace(LEAD, entry=replace(BARE, url=ENTRY.url)), LOST, None, "the feed has no text"),
    "no link": (replace(LEAD, entry=replace(ENTRY, url=None)), None, Source.SUMMARY, "links to no page"),
}


@pytest.mark.parametrize(("lead", "answer", "source", "said"), LEADS.values(), ids=LEADS)
def test_fetched_lead(lead, answer, source, said):
    found = fetched_lead(lead, answer, DAY)
    assert (found.draft.source if found.draft else None) == source
    assert said is None if found.problem is None else said in found.problem.reason


def outcome(source: Source, *claims: Claim, **marks: bool) -> Outcome:
    made = fetched_lead(LEAD, FOUND, DAY).draft
    read = read_draft(made, ())
    version = replace(read.read.version, source=source)
    return Outcome(made, ReadVersion(version, Report(bool(claims), claims=claims)), None, **marks)


CLAIM = Claim("deal_value", Figure("USD"), "$1", Span("$1", 0, 2))
SKIPPED = Outcome(fetched_lead(LEAD, FOUND, DAY).draft, None, None, skipped=True)
AGAIN = {
    "a page with facts": (outcome(Source.PAGE, CLAIM), True),
    "a page without facts": (outcome(Source.PAGE), False),
    "a part of a page": (outcome(Source.PAGE, partial=True), True),
    "the feed's words": (outcome(Source.SUMMARY), True),
    "nothing": (None, True),
    "not in English": (SKIPPED, False),
}


@pytest.mark.parametrize(("read", "again"), AGAIN.values(), ids=AGAIN)
def test_an_article_is_visited_again_if_it_has_facts_or_was_not_read(read, again):
    article = first_article(LEAD, read, DAY)
    assert article.next_visit_at == (DAY + timedelta(minutes=15) if again else None)
    assert first_article(replace(LEAD, entry=replace(ENTRY, url=None)), read, DAY).next_visit_at is None
    visit = first_visit(Fetched(LEAD.article_id, DAY, None, etag='"1"'), article, read)
    whole = read is not None and read.read is not None and read.read.version.source is Source.PAGE and not read.partial
    assert visit.etag == ('"1"' if whole else None)
