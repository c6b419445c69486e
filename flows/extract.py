"""`dealdrift extract`: documents in, facts out, as JSON Lines. No database, no network."""

import argparse
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from extractors.facts import READ_AT_MOST
from extractors.models import Company, DealdriftError, Report, Source, Tier, stable_id
from extractors.report_rows import as_row
from extractors.urls import BadUrl, article_id, canonical_url
from flows.cli import DONE, FAILED, configured, say
from flows.documents import Document, Line, read_lines
from flows.reading import Draft, Outcome, read_batch
from flows.settings import ReadingSettings

BATCH = 256  # documents read together


class NoInput(DealdriftError):
    """The file of documents cannot be read; the text says why."""


def extract_command(options: argparse.Namespace) -> int:
    """Print one row a document, in order; a bad line is told on stderr and the rest goes on."""
    config = configured(options)
    failures = 0
    with documents_of(options.file) as lines:
        for batch in batched(lines):
            for row, complaint in rows_of(batch, config.watched, config.reading):
                if row is not None:
                    print(json.dumps(row, ensure_ascii=False))
                if complaint:
                    failures += 1
                    say(complaint)
    return FAILED if failures else DONE


@contextmanager
def documents_of(name: str) -> Iterator[Iterator[Line]]:
    """Open the file, or stdin for "-", as lines with their documents. Raises NoInput."""
    if name == "-":
        yield read_lines(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="replace"), "stdin")
        return
    try:
        with Path(name).open(encoding="utf-8-sig", errors="replace") as file:
            yield read_lines(file, name)
    except OSError as error:
        raise NoInput(
            f"{name}: cannot be read ({error.strerror}); give a file of JSON Lines, or - for stdin"
        ) from error


def batched(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Cut the lines into batches."""
    while batch := list(islice(lines, BATCH)):
        yield batch


def rows_of(
    lines: Iterable[Line], watched: Sequence[Company], limits: ReadingSettings
) -> Iterator[tuple[dict[str, object] | None, str | None]]:
    """Yield the row of each document, and what is to be said of it."""
    lines = list(lines)
    drafts = [draft_of(line.document, datetime.now(UTC)) for line in lines if line.document]
    outcomes = iter(read_batch(drafts, watched, limits))
    for line in lines:
        if line.document:
            yield row_of(line.document, next(outcomes))
        else:
            yield None, line.complaint


def row_of(document: Document, outcome: Outcome) -> tuple[dict[str, object], str | None]:
    """Return the row of one document; of a page it carries the text that the offsets count in.

    `unread` counts the characters at the end of a text longer than any report, from which no facts were read.
    """
    report = outcome.read.report if outcome.read else Report(about_deal=False)
    row = as_row(document.id, report)
    if document.html is not None:
        row["text"] = outcome.read.version.text if outcome.read else ""
    if outcome.read and len(outcome.read.version.text) > READ_AT_MOST:
        row["unread"] = len(outcome.read.version.text) - READ_AT_MOST
    return row, f"{document.id}: {outcome.problem.reason}" if outcome.problem else None


def draft_of(document: Document, now: datetime) -> Draft:
    """Make a draft of a document: one address is one article, without one the id is."""
    key = stable_id("art", document.id) if document.url is None else address_id(document.url)
    return Draft(
        article_id=key,
        document_id=document.id,
        url=document.url,
        outlet=document.outlet,
        tier=Tier.NATIONAL,
        title=document.title,
        published=document.moment,
        seen_at=now,
        body=document.html.encode(errors="replace") if document.html is not None else None,
        content_type="text/html; charset=utf-8",
        text=document.text,
        source=Source.DOCUMENT,
    )


def address_id(url: str) -> str:
    """Return the article's id of an address; one that is none stands for itself."""
    try:
        return article_id(canonical_url(url))
    except BadUrl:
        return stable_id("art", whole(url))


def whole(words: str) -> str:
    """Return words that can be encoded: JSON may carry half a character, which nothing else takes."""
    return words.encode("utf-8", "replace").decode()
