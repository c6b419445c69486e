"""Fetch articles: the first time from what a feed lists, later to see whether the text was edited."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from extractors.models import Entry, Problem, Source, Tier, stable_id
from extractors.urls import article_id
from flows.answers import Failure, Politeness, Request, Response
from flows.feeds import Polled
from flows.reading import Draft, Outcome, believable, words_of
from flows.web import fetch
from storage.articles import Article, DueArticle, Visit
from storage.feeds import Poll

# After the first fetch. Four fifths of edits come on the first day, few after a week.
VISITS = tuple(
    timedelta(minutes=minutes)
    for minutes in (15, 60, 3 * 60, 8 * 60, 24 * 60, 2 * 1440, 3 * 1440, 7 * 1440, 14 * 1440, 28 * 1440)
)
CONFIRM_AFTER = timedelta(minutes=2)  # a changed page counts only when a second read agrees


@dataclass(frozen=True, slots=True)
class Lead:
    """An entry that leads to an article not seen yet, and the outlet that lists it."""

    article_id: str
    entry: Entry
    feed_url: str
    outlet: str
    tier: Tier


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of asking for one article: a draft to read, or not; and the validators to ask with the next time."""

    article_id: str
    at: datetime
    draft: Draft | None
    etag: str | None = None
    last_modified: str | None = None
    not_modified: bool = False
    gone: bool = False
    problem: Problem | None = None


def leads_of(polls: Iterable[Polled]) -> list[Lead]:
    """Return a lead for each article in the polls, once each: the outlet nearest to the deal speaks for it.

    The oldest come first, since feeds begin with the newest, and a report that arrives late revises nothing.
    """
    best: dict[str, Lead] = {}
    for poll in polls:
        for entry in poll.entries:
            lead = Lead(identity(entry), entry, poll.feed.url, poll.feed.name, poll.feed.tier)
            known = best.get(lead.article_id)
            if known is None or lead.tier.rank < known.tier.rank:
                best[lead.article_id] = lead
    return sorted(best.values(), key=printed_at)


def printed_at(lead: Lead) -> datetime:
    """Return when the feed says that it was published; undated entries are taken for the latest."""
    published = lead.entry.published
    return published.earliest if published else datetime.max.replace(tzinfo=UTC)


def identity(entry: Entry) -> str:
    """Return the article's id: of its URL, or of what the feed calls it where it links nowhere."""
    if entry.url:
        return article_id(entry.url)
    said = entry.guid or entry.title or entry.content or entry.summary or ""
    return stable_id("art", entry.feed_url, said.encode("utf-8", "replace").decode())


def next_visit(first_seen: datetime, now: datetime) -> datetime | None:
    """Return when to look again: the first point of the schedule that lies ahead, None after the last."""
    return next((first_seen + after for after in VISITS if first_seen + after > now), None)


def fetch_leads(leads: Sequence[Lead], politeness: Politeness, now: datetime) -> list[Fetched]:
    """Fetch the articles; what cannot be fetched is read from the feed's own words, and said so."""
    linked = [lead for lead in leads if lead.entry.url]
    answers = fetch([Request(lead.entry.url or "") for lead in linked], politeness)
    found = {lead.article_id: answer for lead, answer in zip(linked, answers, strict=True)}
    return [fetched_lead(lead, found.get(lead.article_id), now) for lead in leads]


def fetched_lead(lead: Lead, answer: Response | Failure | None, now: datetime) -> Fetched:
    """Turn one answer into a draft: of the page, or of the feed's own words."""
    draft, answer = draft_of(lead, now), checked(answer)
    subject = draft.url or lead.article_id
    if isinstance(answer, Response):
        page = replace(draft, body=answer.body, content_type=answer.headers.get("content-type"))
        return Fetched(lead.article_id, now, page, answer.etag, answer.last_modified)
    reason = answer.reason if answer else "the feed's entry links to no page"
    if draft.stand_in:
        said = Problem("fetch", subject, f"{reason}; the feed's {words_of(draft)} stands in", now)
        text = replace(draft, text=draft.stand_in, source=draft.stand_in_source)
        return Fetched(lead.article_id, now, text, problem=said)
    said = Problem("fetch", subject, f"{reason}; the feed has no text of it either", now)
    return Fetched(lead.article_id, now, None, problem=said)


def checked(answer: Response | Failure | None) -> Response | Failure | None:
    """Return the answer, or a Failure where we were sent to a front page: what stands there is no article."""
    if isinstance(answer, Response) and strayed(answer.url, answer.final_url):
        return Failure(answer.url, f"the server sent us to {answer.final_url}, a front page", "redirects")
    return answer


def strayed(asked: str, final: str) -> bool:
    """Whether a redirect led to the front page of a site or of one of its sections."""
    start, end = (urlsplit(url).path.strip("/") for url in (asked, final))
    if not start or start == end:
        return False
    section = (
        start.startswith(f"{end}/") and end.replace("/", "").isalpha()
    )  # the name of an article has hyphens, digits
    return not end or section


def draft_of(lead: Lead, now: datetime) -> Draft:
    """Start the draft with what the feed says."""
    entry = lead.entry
    return Draft(
        article_id=lead.article_id,
        document_id=lead.article_id,
        url=entry.url,
        outlet=lead.outlet,
        tier=lead.tier,
        title=entry.title,
        published=believable(entry.published, now),
        seen_at=now,
        stand_in=entry.content or entry.summary,
        stand_in_source=Source.CONTENT if entry.content else Source.SUMMARY,
    )


def fetch_visits(visits: Sequence[DueArticle], politeness: Politeness, now: datetime) -> list[Fetched]:
    """Look at known articles again, conditionally. A failure is no edit: it is recorded and tried later."""
    answers = fetch([Request(visit.url, visit.etag, visit.last_modified) for visit in visits], politeness)
    return [fetched_visit(visit, answer, now) for visit, answer in zip(visits, answers, strict=True)]


def fetched_visit(visit: DueArticle, answer: Response | Failure, now: datetime) -> Fetched:
    """Turn the answer to one visit into what is known now."""
    answer = checked(answer) or answer
    if isinstance(answer, Failure):
        said = Problem("fetch", visit.url, answer.reason, now)
        return Fetched(visit.article_id, now, None, gone=answer.gone, problem=said)
    if answer.not_modified:
        return Fetched(visit.article_id, now, None, not_modified=True)
    draft = Draft(
        article_id=visit.article_id,
        document_id=visit.document_id,
        url=visit.url,
        outlet=visit.outlet,
        tier=visit.tier,
        title=visit.title,
        published=None,
        seen_at=now,
        body=answer.body,
        content_type=answer.headers.get("content-type"),
    )
    return Fetched(visit.article_id, now, draft, answer.etag, answer.last_modified)


def first_article(lead: Lead, outcome: Outcome | None, now: datetime) -> Article:
    """Return the row of an article seen for the first time. It is visited again if it carries facts, or is not read."""
    read = outcome.read if outcome else None
    settled = (outcome and outcome.skipped) or (is_whole(outcome) and read and not read.report.claims)
    return Article(
        article_id=lead.article_id,
        document_id=lead.article_id,
        url=lead.entry.url,
        outlet=lead.outlet,
        tier=lead.tier,
        first_seen_at=now,
        feed_url=lead.feed_url,
        title=(read.version.title if read else None) or lead.entry.title,
        next_visit_at=next_visit(now, now) if lead.entry.url and not settled else None,
    )


def is_whole(outcome: Outcome | None) -> bool:
    """Whether the page itself was read, and all of it."""
    read = outcome.read if outcome else None
    return bool(outcome and not outcome.partial and read and read.version.source is Source.PAGE)


def first_visit(found: Fetched, article: Article, outcome: Outcome | None) -> Visit:
    """Return how the first fetch went; validators are kept only of a page that was read."""
    problem = found.problem or (outcome.problem if outcome else None)
    whole = is_whole(outcome)
    return Visit(
        article_id=found.article_id,
        visited_at=found.at,
        next_visit_at=article.next_visit_at,
        answered=problem is None,
        fresh=whole,
        complaint=problem.reason if problem else None,
        etag=found.etag if whole else None,
        last_modified=found.last_modified if whole else None,
    )


def polls_of(polled: Iterable[Polled], fresh: set[str]) -> list[Poll]:
    """Return how the polls went, with the number of entries that were new."""
    return [
        replace(each.poll, fresh_entries=sum(identity(entry) in fresh for entry in each.entries)) for each in polled
    ]
