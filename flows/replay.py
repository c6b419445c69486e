"""`dealdrift replay`: documents through the whole pipeline, in file order. No network, and nothing is sent."""

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime

from flows.cli import DONE, FAILED, configured, say
from flows.database import held, publish_if_new
from flows.documents import Document
from flows.extract import batched, documents_of, draft_of
from flows.reading import Outcome, cut_short, read_batch
from flows.recording import Recorded, record_all
from flows.settings import Config
from storage.articles import Article, save_articles
from storage.problems import save_problems
from storage.runs import save_run


def replay_command(options: argparse.Namespace) -> int:
    """Replay a file and say what came of it."""
    config = configured(options)
    started, total, failures = datetime.now(UTC), Recorded(), 0
    try:
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
    except KeyboardInterrupt:
        finish(config, started, total)  # what was kept can be read
        raise
    finish(config, started, total)
    print(json.dumps(asdict(total)) if options.json else f"{config.database}: {total}")
    return FAILED if failures else DONE


def keep(documents: list[Document], config: Config, now: datetime) -> tuple[Recorded, int]:
    """Read and store one batch; return what was stored and how many documents could not be."""
    outcomes = read_batch([draft_of(document, now) for document in documents], config.watched, config.reading)
    with held(config) as store:
        reads = [outcome.read for outcome in outcomes if outcome.read]
        recorded, bad = record_all(store, reads, config, now, silent=True)
        problems = [*(outcome.problem for outcome in outcomes if outcome.problem), *bad]
        notes = list(filter(None, map(cut_short, outcomes)))
        with store.transaction():
            save_articles(store, [article_of(outcome) for outcome in outcomes])
            save_problems(store, [*problems, *notes])
    for problem in [*problems, *notes]:
        say(f"{problem.subject}: {problem.reason}")
    return recorded, len(problems)


def finish(config: Config, started: datetime, total: Recorded) -> None:
    """Note the run where it stored anything, and give readers what there is now."""
    with held(config) as store:
        if total:
            save_run(store, "replay", started, datetime.now(UTC), asdict(total))
        publish_if_new(store, config, started, news=bool(total))


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
