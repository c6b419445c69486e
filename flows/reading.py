"""From fetched bytes to versions with their reports. Pages are hostile: they are read in worker processes."""

import multiprocessing
import resource
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as TookTooLong
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from pebble import CONSTS, ProcessExpired, ProcessPool

from extractors.articles import (
    PAGE_EXTRACTOR,
    Quality,
    UnreadablePage,
    correction_notice,
    language_of,
    read_page,
    text_hash,
)
from extractors.facts import READ_AT_MOST, read_report
from extractors.models import Company, Moment, Problem, Report, Source, Tier, Version, stable_id
from flows.settings import ReadingSettings

AHEAD = timedelta(days=1)  # a date of publication further in the future is wrong; a time zone explains less
FEWEST = 8  # words of an article; fewer are a menu or a footer
one_pool = threading.Lock()  # batches that are read side by side share the workers: twice as many would be no faster


@dataclass(frozen=True, slots=True)
class Draft:
    """What was fetched and is to be read: a page's bytes or a text, and what the feed said of it."""

    article_id: str
    document_id: str
    url: str | None
    outlet: str | None
    tier: Tier
    title: str | None
    published: Moment | None
    seen_at: datetime
    body: bytes | None = None
    content_type: str | None = None
    text: str | None = None  # read as it stands, in place of a page
    source: Source = Source.PAGE
    stand_in: str | None = None  # the feed's content or summary, used where the page cannot be read
    stand_in_source: Source = Source.SUMMARY


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """A version and what it says."""

    version: Version
    report: Report


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one draft: a version, a problem, or both where something stood in."""

    draft: Draft  # without its bytes
    read: ReadVersion | None
    problem: Problem | None
    skipped: bool = False  # not to be read, now or later
    partial: bool = False  # the page shows only a part: what is not in it may still stand


def read_batch(drafts: Sequence[Draft], watched: Sequence[Company], limits: ReadingSettings) -> list[Outcome]:
    """Read a batch, in the order given. A page that hangs, eats memory or kills its reader costs only itself."""
    if all(draft.body is None for draft in drafts):
        return [read_safely(draft, watched) for draft in drafts]
    with one_pool, readers(limits) as pool:
        arguments = [(draft, watched) for draft in drafts]
        outcomes = pool.map(read_arguments, arguments, chunksize=1, timeout=limits.seconds).result()
        return [next_outcome(outcomes, draft, watched, limits) for draft in drafts]


def read_safely(draft: Draft, watched: Sequence[Company]) -> Outcome:
    """Read one draft; a fault of ours in it becomes its problem, so that the others are read."""
    try:
        return read_draft(draft, watched)
    except Exception as error:
        return failed(draft, fault("read", error))


def reread(version: Version, watched: Sequence[Company]) -> ReadVersion:
    """Read the text of a version that is at hand."""
    return ReadVersion(version, read_report(version.title, version.text, version.published, watched))


def read_arguments(arguments: tuple[Draft, Sequence[Company]]) -> Outcome:
    """Call read_draft in a worker."""
    return read_draft(*arguments)


def next_outcome(
    outcomes: Iterator[Outcome], draft: Draft, watched: Sequence[Company], limits: ReadingSettings
) -> Outcome:
    """Return the next result of the pool, or what killed it, with the feed's own words standing in."""
    try:
        return next(outcomes)
    except TookTooLong:
        reason = f"took longer than {limits.seconds:g} s to read"
    except MemoryError:
        reason = f"needs more than {limits.megabytes} MB to read"
    except ProcessExpired as error:
        reason = f"killed its reader (exit code {error.exitcode})"
    except Exception as error:
        reason = fault("read", error)
    try:
        return stand_in(draft, watched, reason)
    except Exception:  # the feed's words did it too
        return failed(draft, reason)


def fault(done: str, error: Exception) -> str:
    """Say in one line what of ours failed on one article."""
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return f"could not be {done}, by a fault in dealdrift ({said:.200})"


@contextmanager
def readers(limits: ReadingSettings) -> Iterator[ProcessPool]:
    """Worker processes that stop with the block, whatever happens in it."""
    CONSTS.sleep_unit = 0.01  # seconds; with its own 0.1 a pool takes that long to start and to stop
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["flows.warmed"])
    pool = ProcessPool(limits.workers, initializer=confine, initargs=(limits.megabytes,), context=context)
    try:
        yield pool
        pool.close()  # type: ignore[no-untyped-call]
    except BaseException:
        pool.stop()  # type: ignore[no-untyped-call]
        raise
    finally:
        pool.join()


def confine(megabytes: int) -> None:
    """Bound the memory of this worker, beyond what its libraries hold, and leave Ctrl-C to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + megabytes * 2**20,) * 2)


def read_draft(draft: Draft, watched: Sequence[Company]) -> Outcome:
    """Read one draft: its page or text, else what the feed said of it."""
    if draft.text is not None:
        return settle(draft, draft.text, draft.source, watched)
    try:
        page = read_page(draft.body or b"", draft.content_type, draft.url or "")
    except UnreadablePage as error:
        return stand_in(draft, watched, str(error))
    if len(page.text.split()) < FEWEST:
        return stand_in(draft, watched, f"{draft.url}: no text on the page")
    if page.quality is not Quality.FULL and len(draft.stand_in or "") >= len(page.text):
        return stand_in(draft, watched, f"{draft.url}: the page shows only a part of the text ({page.quality})")
    published = draft.published or believable(page.published, draft.seen_at)
    found = replace(draft, title=page.title or draft.title, published=published)
    return replace(settle(found, page.text, Source.PAGE, watched), partial=page.quality is not Quality.FULL)


def believable(published: Moment | None, seen_at: datetime) -> Moment | None:
    """Return the time of publication, unless it lies in the future: that would outdo every later report."""
    return None if published and published.earliest > seen_at + AHEAD else published


def stand_in(draft: Draft, watched: Sequence[Company], reason: str) -> Outcome:
    """Use the feed's own words in place of a page that cannot be read, and say so; without any, only say so."""
    if not draft.stand_in:
        return failed(draft, f"{reason}; the feed has no text of it either")
    outcome = settle(draft, draft.stand_in, draft.stand_in_source, watched)
    said = problem(draft, f"{reason}; the feed's {words_of(draft)} stands in")
    return outcome if outcome.problem else replace(outcome, problem=said)


def words_of(draft: Draft) -> str:
    """Name what stands in for the page."""
    return "full content" if draft.stand_in_source is Source.CONTENT else "summary"


def settle(draft: Draft, text: str, source: Source, watched: Sequence[Company]) -> Outcome:
    """Make the version and read its report; a text that is not English is skipped with the reason."""
    language = language_of(text)
    if language not in (None, "en"):
        said = f"skipped: the text is not in English (looks like {language})"
        return replace(failed(draft, said), skipped=True)
    version = version_of(draft, text, source, language)
    return Outcome(replace(draft, body=None), reread(version, watched), None)


def failed(draft: Draft, reason: str) -> Outcome:
    """Say that a draft gave nothing."""
    return Outcome(replace(draft, body=None), None, problem(draft, reason))


def version_of(draft: Draft, text: str, source: Source, language: str | None) -> Version:
    """Build the version of a text; its id is made of the article and the normalised text."""
    digest = text_hash(text)
    return Version(
        version_id=stable_id("ver", draft.article_id, draft.document_id, digest),
        article_id=draft.article_id,
        document_id=draft.document_id,
        url=draft.url,
        outlet=draft.outlet,
        tier=draft.tier,
        title=draft.title,
        text=text,
        text_hash=digest,
        published=draft.published,
        seen_at=draft.seen_at,
        source=source,
        language=language,
        extractor=PAGE_EXTRACTOR if source is Source.PAGE else source.value,
        notice=correction_notice(text) or correction_notice(draft.title or ""),
    )


def cut_short(outcome: Outcome) -> Problem | None:
    """Say of a text that is longer than any report that its end was kept, but no facts were read from it."""
    version = outcome.read.version if outcome.read else None
    if version is None or len(version.text) <= READ_AT_MOST:
        return None
    said = f"only the first {READ_AT_MOST:,} of {len(version.text):,} characters are read for facts"
    return Problem("read", version.url or version.document_id, said, version.seen_at)


def problem(draft: Draft, reason: str) -> Problem:
    """Record what went wrong with one draft."""
    return Problem("read", draft.url or draft.document_id, reason, draft.seen_at)
