"""The passes, each readable from top to bottom: see what is due, fetch, read, and store."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain

from extractors.models import Moment
from flows.answers import Politeness
from flows.articles import Fetched, Lead, fetch_leads, fetch_visits, leads_of
from flows.batches import Mapper, Result, batches, batches_by_host, plain
from flows.database import held
from flows.feeds import Polled, feeds_of, poll_feeds
from flows.keeping import keep_leads, keep_polls, keep_visits
from flows.reading import Outcome, read_batch
from flows.recording import Recorded
from flows.settings import Config
from storage.articles import DueArticle, articles_due, known_articles, latest_versions
from storage.feeds import FeedState, feed_states, feeds_due, save_feeds

Say = Callable[[str], None]
ROUND = 500  # articles fetched, read and stored together: bounds memory, and what a broken-off pass can cost


def utcnow() -> datetime:
    """Return the time, aware, in UTC."""
    return datetime.now(UTC)


def one_pass(
    config: Config, now: datetime, each: Mapper = plain, say: Say = print, *, all_feeds: bool = False
) -> Recorded:
    """Feeds in, alerts out: one pass over the feeds that are due, or over all. `each` spreads work over batches."""
    began = time.monotonic()
    due = due_feeds(config, now, all_feeds=all_feeds)
    say(f"Polling {len(due)} feeds…")
    poll = partial(poll_feeds, politeness=politeness_of(config), now=now)
    polled = flat(each(poll, batches_by_host(due, lambda feed: feed.url)))
    leads = unseen(config, leads_of(polled))
    say_polled(polled, len(leads), say)
    total = Recorded()
    for some in batches(leads, ROUND):
        fetch = partial(fetch_leads, politeness=politeness_of(config), now=now)
        fetched = flat(each(fetch, batches_by_host(some, lambda lead: lead.entry.url)))
        total += keep_leads(config, now, some, fetched, read_all(config, fetched, each))
        say(f"Read {len(some)} articles: {total}")
    # Polls come last: stored before, a broken-off pass would hide entries behind "not modified".
    fresh = {lead.article_id for lead in leads}
    return total + keep_polls(config, now, polled, fresh, total, since(began))


def visit_pass(config: Config, now: datetime, each: Mapper = plain, say: Say = print) -> Recorded:
    """Read again the articles that carry facts and are due, and store what was edited since."""
    began = time.monotonic()
    due, first_said = due_visits(config, now)
    if not due:
        say("No article is due to be visited again")
        return Recorded()
    say(f"Visiting {len(due)} articles again…")
    visit = partial(fetch_visits, politeness=politeness_of(config), now=now)
    batched = batches_by_host(due, lambda article: article.url)
    found = {each.article_id: as_first_dated(each, first_said) for each in flat(each(visit, batched))}
    fetched = [found[article.article_id] for article in due]
    total = keep_visits(config, now, due, fetched, read_all(config, fetched, each), since(began))
    say(f"Visited {len(due)}: {total}" if total else f"Visited {len(due)}: no edit is certain")
    return total


def since(began: float) -> timedelta:
    """Return how long a pass has taken, whatever time it is told that it is."""
    return timedelta(seconds=time.monotonic() - began)


# --- what is due -----------------------------------------------------------------------------------


def due_feeds(config: Config, now: datetime, *, all_feeds: bool) -> list[FeedState]:
    """Bring the feeds of the database in line with the configuration; return those to be asked now."""
    with held(config) as store:
        save_feeds(store, feeds_of(config), now)
        return feed_states(store) if all_feeds else feeds_due(store, now)


def unseen(config: Config, leads: Sequence[Lead]) -> list[Lead]:
    """Return the leads to articles that are not known yet."""
    if not leads:
        return []
    with held(config) as store:
        known = known_articles(store, [lead.article_id for lead in leads])
    return [lead for lead in leads if lead.article_id not in known]


def due_visits(config: Config, now: datetime) -> tuple[list[DueArticle], dict[str, Moment | None]]:
    """Return the articles to be read again now, and when each said that it was published as it was read first."""
    with held(config) as store:
        due = articles_due(store, now, ROUND, config.politeness.visits_per_outlet)
        latest = latest_versions(store, [article.article_id for article in due])
    return due, {key: version.published for key, version in latest.items()}


def as_first_dated(found: Fetched, first_said: Mapping[str, Moment | None]) -> Fetched:
    """Let a text be read against the day on which the article came out, whatever its page says since."""
    published = first_said.get(found.article_id)
    return replace(found, draft=replace(found.draft, published=published)) if found.draft and published else found


# --- spread over batches ---------------------------------------------------------------------------


def read_all(config: Config, fetched: Iterable[Fetched], each: Mapper) -> dict[str, Outcome]:
    """Read the drafts among what was fetched; by article."""
    drafts = [found.draft for found in fetched if found.draft]
    read = partial(read_batch, watched=config.watched, limits=config.reading)
    return {outcome.draft.article_id: outcome for outcome in flat(each(read, batches(drafts)))}


def flat(results: Iterable[Iterable[Result]]) -> list[Result]:
    """Join what the batches gave."""
    return list(chain.from_iterable(results))


def politeness_of(config: Config) -> Politeness:
    """Return the manners of the web client."""
    manners = config.politeness
    return Politeness(
        user_agent=manners.user_agent,
        per_host=manners.per_host,
        delay=manners.delay,
        connections=manners.connections,
        deadline=manners.deadline,
        max_bytes=manners.max_megabytes * 1_000_000,
        allow_private=manners.allow_private,
        respect_robots=manners.respect_robots,
    )


def say_polled(polled: Sequence[Polled], leads: int, say: Say) -> None:
    """Tell how the polls went: each complaint, then what came."""
    for each in polled:
        if each.problem:
            say(f"  {each.feed.name}: {each.problem.reason}")
    say(f"{sum(len(each.entries) for each in polled)} entries, {leads} of them new")
