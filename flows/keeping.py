"""The one place that writes, of each pass: what was fetched and read goes into the database, with what follows."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta

from extractors.models import Problem, Version
from flows.articles import Fetched, Lead, first_article, first_visit, polls_of
from flows.database import held, publish_if_new
from flows.digests import fold
from flows.feeds import Polled
from flows.reading import Outcome, ReadVersion, cut_short, fault, reread
from flows.recording import Recorded, record_all
from flows.settings import Config
from flows.silences import record_silences, record_withdrawals
from flows.visits import Texts, Verdict, anew, judge
from storage.articles import (
    DueArticle,
    drop_versions,
    known_articles,
    latest_versions,
    pending_versions,
    save_articles,
    save_versions,
    save_visits,
)
from storage.database import Store
from storage.feeds import save_polls
from storage.problems import mend_problems, save_problems
from storage.runs import save_run
from storage.stories import members_of_versions

Outcomes = Mapping[str, Outcome]  # by article


def keep_leads(
    config: Config, now: datetime, leads: Sequence[Lead], fetched: Sequence[Fetched], outcomes: Outcomes
) -> Recorded:
    """Store one round of new articles with all that follows from them."""
    with held(config) as store:
        known = known_articles(store, [lead.article_id for lead in leads])  # by a pass that ran at the same time
        fresh = {lead.article_id: lead for lead in leads if lead.article_id not in known}
        found = [each for each in fetched if each.article_id in fresh]
        read = [outcomes[key] for key in fresh if key in outcomes]
        recorded, bad = record_all(store, oldest_first([o.read for o in read if o.read]), config, now)
        articles = {key: first_article(lead, outcomes.get(key), now) for key, lead in fresh.items()}
        problems = [each.problem for each in found if each.problem] + [o.problem for o in read if o.problem]
        problems += filter(None, map(cut_short, read))
        with store.transaction():
            save_articles(store, list(articles.values()))
            visits = [first_visit(each, articles[each.article_id], outcomes.get(each.article_id)) for each in found]
            save_visits(store, visits)
            save_problems(store, [*problems, *bad])
        publish_if_new(store, config, now, news=bool(problems or bad))
    return recorded


def oldest_first(reads: Sequence[ReadVersion]) -> list[ReadVersion]:
    """Put reports in the order in which they came out, as far as they say."""
    return sorted(reads, key=lambda read: read.version.reported.earliest)


def keep_polls(
    config: Config, now: datetime, polled: Sequence[Polled], fresh: set[str], total: Recorded, took: timedelta
) -> Recorded:
    """Store how the polls went, once all that they led to is stored; and tell of promised days that passed."""
    problems = [each.problem for each in polled if each.problem]
    with held(config) as store:
        with store.transaction():
            recorded = record_silences(store, config, now)
            fold(store, config, now)
            save_polls(store, polls_of(polled, fresh))
            mended = mend_problems(store, "poll", [each.feed.url for each in polled], now)
            save_problems(store, problems)
            note_run(store, "monitor", now, total + recorded, took)
        publish_if_new(store, config, now, news=bool(mended or problems))
    return recorded


def keep_visits(
    config: Config,
    now: datetime,
    due: Sequence[DueArticle],
    fetched: Sequence[Fetched],
    outcomes: Outcomes,
    took: timedelta,
) -> Recorded:
    """Store what the visits found: edits that are confirmed, texts that wait, articles that are gone."""
    with held(config) as store:
        verdicts = verdicts_on(store, due, fetched, outcomes)
        recorded, bad = keep_confirmed(store, config, now, verdicts, outcomes)
        problems = [*bad, *(verdict.problem for verdict in verdicts if verdict.problem)]
        with store.transaction():
            save_visits(store, [verdict.visit for verdict in verdicts])
            drop_versions(store, [verdict.dropped.version_id for verdict in verdicts if verdict.dropped])
            save_versions(store, [replace(each.pending, confirmed=False) for each in verdicts if each.pending])
            gone = [verdict.visit.article_id for verdict in verdicts if verdict.withdrawn]
            recorded += record_withdrawals(store, gone, config, now) + record_silences(store, config, now)
            fold(store, config, now)
            mended = mend(store, due, verdicts, now)
            save_problems(store, problems)
            note_run(store, "revisit", now, recorded, took)
        publish_if_new(store, config, now, news=bool(mended or problems))
    return recorded


def verdicts_on(
    store: Store, due: Sequence[DueArticle], fetched: Sequence[Fetched], outcomes: Outcomes
) -> list[Verdict]:
    """Judge each visit by what is known of the article now."""
    articles = [article.article_id for article in due]
    latest, waiting = latest_versions(store, articles), pending_versions(store, articles)
    stood = set(members_of_versions(store, [o.read.version.version_id for o in outcomes.values() if o.read]))
    found = {key: as_version_of_its_own(outcome, latest.get(key), stood) for key, outcome in outcomes.items()}
    return [
        judge(article, visit, found.get(key), Texts(latest.get(key), waiting.get(key)))
        for article, visit in zip(due, fetched, strict=True)
        for key in (article.article_id,)
    ]


def as_version_of_its_own(outcome: Outcome, latest: Version | None, stood: set[str]) -> Outcome:
    """Return the outcome; where its text is one that stood there before the latest, under an id of its own."""
    if outcome.read is None:
        return outcome
    version = anew(outcome.read.version, latest, outcome.read.version.version_id in stood)
    return replace(outcome, read=replace(outcome.read, version=version))


def keep_confirmed(
    store: Store, config: Config, now: datetime, verdicts: Sequence[Verdict], outcomes: Outcomes
) -> tuple[Recorded, list[Problem]]:
    """Store the texts that count from now on; of those that were only extracted otherwise nothing is told."""
    recorded, problems = Recorded(), []
    for retold in (True, False):
        reads: list[ReadVersion] = []
        for verdict in verdicts:
            if verdict.confirmed and verdict.retold is retold:
                try:
                    reads.append(reading_of(verdict.confirmed, outcomes.get(verdict.confirmed.article_id), config))
                except Exception as error:  # its own problem: the others are stored
                    where = verdict.confirmed.url or verdict.confirmed.document_id
                    problems.append(Problem("read", where, fault("read", error), now))
        more, bad = record_all(store, oldest_first(reads), config, now, tell=not retold)
        recorded, problems = recorded + more, problems + bad
    return recorded, problems


def reading_of(version: Version, outcome: Outcome | None, config: Config) -> ReadVersion:
    """Return what a version says: as it was read just now, else read again from its text."""
    if outcome and outcome.read and outcome.read.version is version:
        return outcome.read
    return reread(version, config.watched)


def mend(store: Store, due: Sequence[DueArticle], verdicts: Sequence[Verdict], now: datetime) -> int:
    """Close what was wrong with pages that could be read now; return how many problems that were."""
    read = [
        article.url
        for article, verdict in zip(due, verdicts, strict=True)
        if verdict.visit.answered and not verdict.problem
    ]
    return sum(mend_problems(store, stage, read, now) for stage in ("fetch", "read", "store"))


def note_run(store: Store, command: str, started_at: datetime, recorded: Recorded, took: timedelta) -> None:
    """Keep that a pass was made, if it stored anything new."""
    if recorded:
        save_run(store, command, started_at, started_at + took, asdict(recorded))
