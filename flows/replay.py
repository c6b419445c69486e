"""`dealdrift replay`: documents through the whole pipeline, in file order. No network, and nothing is sent."""

import argparse
import json
from dataclasses import asdict
from datetime import datetime

from flows.cli import DONE, FAILED, configured, say
from flows.documents import Document
from flows.extract import batched, documents_of, draft_of
from flows.passes import publish_if_new, utcnow
from flows.reading import Outcome, read_batch
from flows.recording import Recorded, record
from flows.settings import Config
from storage.articles import Article, save_articles
from storage.database import opened
from storage.problems import save_problems
from storage.runs import save_run


def replay_command(options: argparse.Namespace) -> int:
    """Replay a file and say what came of it."""
    config = configured(options)
    started, total, failures = utcnow(), Recorded(), 0
    with documents_of(options.file) as lines:
        for batch in batched(lines):
            for line in batch:
                if line.complaint:
                    say(line.complaint)
                    failures += 1
            documents = [line.document for line in batch if line.document]
            recorded, lost = keep(documents, config, started)
            total, failures = total + recorded, failures + lost
            say(f"{total}")
    print(json.dumps(asdict(total)) if options.json else f"{config.database}: {total}")
    return FAILED if failures else DONE


def keep(documents: list[Document], config: Config, now: datetime) -> tuple[Recorded, int]:
    """Read and store one batch in one transaction; return what was stored and how many could not be read."""
    drafts = [draft_of(document, now) for document in documents]
    outcomes = read_batch(drafts, config.watched, config.reading)
    problems = [outcome.problem for outcome in outcomes if outcome.problem]
    for problem in problems:
        say(f"{problem.subject}: {problem.reason}")
    with opened(config.database) as store:
        with store.transaction():
            save_articles(store, [article_of(outcome) for outcome in outcomes])
            recorded = record(store, [outcome.read for outcome in outcomes if outcome.read], config, now, silent=True)
            save_problems(store, problems)
            if store.wrote:
                save_run(store, "replay", now, utcnow(), asdict(recorded))
        publish_if_new(store, config)
    return recorded, len(problems)


def article_of(outcome: Outcome) -> Article:
    """Return the row of a document's article; it is never visited."""
    draft = outcome.draft
    return Article(
        article_id=draft.article_id,
        document_id=draft.document_id,
        url=draft.url,
        outlet=draft.outlet,
        tier=draft.tier,
        first_seen_at=draft.seen_at,
        title=draft.title,
    )
