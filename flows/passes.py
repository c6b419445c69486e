"""The passes, each readable from top to bottom: see what is due, fetch, read, and store in one transaction."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain

from flows.answers import Politeness
from flows.articles import Fetched, Lead, fetch_leads, fetch_visits, first_article, first_visit, leads_of, polls_of
from flows.batches import Mapper, Result, batches, batches_by_host, plain
from flows.feeds import Polled, feeds_of, poll_feeds
from flows.reading import Outcome, read_batch, reread
from flows.recording import Recorded, record, record_silences, record_withdrawals
from flows.settings import Config
from flows.visits import Verdict, judge
from storage.articles import (
    DueArticle,
    articles_due,
    confirm_versions,
    drop_versions,
    known_articles,
    latest_versions,
    pending_versions,
    save_articles,
    save_versions,
    save_visits,
)
from storage.database import Store, opened
from storage.feeds import FeedState, feed_states, feeds_due, save_feeds, save_polls
from storage.problems import mend_problems, save_problems
from storage.runs import save_run
from storage.snapshot import publish

Say = Callable[[str], None]
ROUND = 1_000  # articles fetched, read and stored together: bounds memory, and what a broken-off pass can cost


def utcnow() -> datetime:
    """Return the time, aware, in UTC."""
    return datetime.now(UTC)


def one_pass(
    config: Config, now: datetime, each: Mapper = plain, say: Say = print, *, all_feeds: bool = False
) -> Recorded:
    """Feeds in, alerts out: one pass over the feeds that are due, or over all. `each` spreads work over batches."""
    due = due_feeds(config, now, all_feeds=all_feeds)
    say(f"Polling {len(due)} feeds…")
    poll = partial(poll_feeds, politeness=politeness_of(config), now=now)
    polled = flat(each(poll, batches_by_host(due, lambda feed: feed.url)))
    leads = unseen(config, leads_of(polled))
    say_polled(polled, len(leads), say)
    total = Recorded()
    rounds = batches(leads, ROUND) or [[]]
    for number, some in enumerate(rounds, 1):
        fetch = partial(fetch_leads, politeness=politeness_of(config), now=now)
        fetched = flat(each(fetch, batches_by_host(some, lambda lead: lead.entry.url)))
        outcomes = read_all(config, fetched, each)
        # Polls come with the last round: stored before, a broken-off pass would hide entries behind "not modified".
        done = polled if number == len(rounds) else []
        total += keep_leads(config, now, some, fetched, outcomes, done, {lead.article_id for lead in leads})
        say(f"Read {total.texts} articles: {total}" if some else "Nothing new")
    return total


def visit_pass(config: Config, now: datetime, each: Mapper = plain, say: Say = print) -> Recorded:
    """Read again the articles that carry facts and are due, and store what was edited since."""
    with opened(config.database) as store:
        due = articles_due(store, now, ROUND)
    say(f"Visiting {len(due)} articles again…")
    visit = partial(fetch_visits, politeness=politeness_of(config), now=now)
    fetched = flat(each(visit, batches_by_host(due, lambda article: article.url)))
    outcomes = read_all(config, fetched, each)
    total = keep_visits(config, now, due, fetched, outcomes)
    say(f"Visited {len(due)}: {total}" if total else "No article was edited")
    return total


# --- what is due -----------------------------------------------------------------------------------


def due_feeds(config: Config, now: datetime, *, all_feeds: bool) -> list[FeedState]:
    """Bring the feeds of the database in line with the configuration; return those to be asked now."""
    with opened(config.database) as store:
        save_feeds(store, feeds_of(config), now)
        return feed_states(store) if all_feeds else feeds_due(store, now)


def unseen(config: Config, leads: Sequence[Lead]) -> list[Lead]:
    """Return the leads to articles that are not known yet."""
    if not leads:
        return []
    with opened(config.database) as store:
        known = known_articles(store, [lead.article_id for lead in leads])
    return [lead for lead in leads if lead.article_id not in known]


# --- spread over batches ---------------------------------------------------------------------------


def read_all(config: Config, fetched: Iterable[Fetched], each: Mapper) -> dict[str, Outcome]:
    """Read the drafts among what was fetched; by article."""
    drafts = [found.draft for found in fetched if found.draft]
    read = partial(read_batch, watched=config.watched, limits=config.reading)
    return {outcome.draft.article_id: outcome for outcome in flat(each(read, batches(drafts)))}


def flat(results: Iterable[Iterable[Result]]) -> list[Result]:
    """Join what the batches gave."""
    return list(chain.from_iterable(results))


# --- the one place that writes, of each pass -------------------------------------------------------


def keep_leads(
    config: Config,
    now: datetime,
    leads: Sequence[Lead],
    fetched: Sequence[Fetched],
    outcomes: dict[str, Outcome],
    polled: Sequence[Polled],
    fresh: set[str],
) -> Recorded:
    """Store one round of new articles with all that follows from them, and how the polls went."""
    problems = [found.problem for found in fetched if found.problem]
    problems += [outcome.problem for outcome in outcomes.values() if outcome.problem]
    problems += [each.problem for each in polled if each.problem]
    with opened(config.database) as store:
        with store.transaction():
            articles = [first_article(lead, outcomes.get(lead.article_id), now) for lead in leads]
            by_id = {article.article_id: article for article in articles}
            save_articles(store, articles)
            save_visits(store, [first_visit(found, by_id[found.article_id]) for found in fetched])
            recorded = record(store, [o.read for o in outcomes.values() if o.read], config, now)
            recorded += record_silences(store, config, now)
            save_polls(store, polls_of(polled, fresh))
            save_problems(store, problems)
            mend_problems(store, "poll", [each.feed.url for each in polled if not each.problem], now)
            note_run(store, "monitor", now, recorded)
        publish_if_new(store, config)
    return recorded


def keep_visits(
    config: Config, now: datetime, due: Sequence[DueArticle], fetched: Sequence[Fetched], outcomes: dict[str, Outcome]
) -> Recorded:
    """Store what the visits found: edits that are confirmed, texts that wait, articles that are gone."""
    with opened(config.database) as store:
        with store.transaction():
            latest = latest_versions(store, [article.article_id for article in due])
            waiting = pending_versions(store, [article.article_id for article in due])
            verdicts = [
                judge(article, found, outcomes.get(key := article.article_id), latest.get(key), waiting.get(key))
                for article, found in zip(due, fetched, strict=True)
            ]
            recorded = keep_verdicts(store, config, now, verdicts, outcomes)
            note_run(store, "revisit", now, recorded)
        publish_if_new(store, config)
    return recorded


def keep_verdicts(
    store: Store, config: Config, now: datetime, verdicts: Sequence[Verdict], outcomes: dict[str, Outcome]
) -> Recorded:
    """Carry out what was decided on each visit, all in the caller's transaction."""
    save_visits(store, [verdict.visit for verdict in verdicts])
    drop_versions(store, [verdict.dropped.version_id for verdict in verdicts if verdict.dropped])
    save_versions(store, [replace(verdict.pending, confirmed=False) for verdict in verdicts if verdict.pending])
    confirmed = [verdict.confirmed for verdict in verdicts if verdict.confirmed]
    confirm_versions(store, [version.version_id for version in confirmed])
    recorded = record(store, [reread(version, config.watched) for version in confirmed], config, now)
    gone = [verdict.visit.article_id for verdict in verdicts if verdict.withdrawn]
    recorded += record_withdrawals(store, gone, config, now)
    save_problems(store, [verdict.problem for verdict in verdicts if verdict.problem])
    return recorded + record_silences(store, config, now)


def note_run(store: Store, command: str, started_at: datetime, recorded: Recorded) -> None:
    """Keep that a pass was made, if it stored anything new."""
    if store.wrote:
        save_run(store, command, started_at, utcnow(), asdict(recorded))


def publish_if_new(store: Store, config: Config) -> None:
    """Give readers a new snapshot, if anything new was stored."""
    if store.wrote:
        publish(config.database)


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
