"""Decide what a second look at an article means. A page that cannot be read well has changed nothing."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from extractors.models import Problem, Source, Version, stable_id
from flows.articles import CONFIRM_AFTER, Fetched, next_visit
from flows.reading import Outcome
from storage.articles import DueArticle, Visit

AGAIN_AFTER = timedelta(minutes=15)  # after a failure, unless the schedule says sooner
APART = CONFIRM_AFTER / 2  # two passes that look at the same moment are one look
GONE = "the page is gone"  # begins the complaint that a second look has to confirm


@dataclass(frozen=True, slots=True)
class Texts:
    """What is known of an article's text."""

    latest: Version | None = None  # the last one that counts
    waiting: Version | None = None  # a changed one that waits for its second read


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one visit means: how it is noted, and what becomes of the texts."""

    visit: Visit
    confirmed: Version | None = None  # a text that counts from now on
    pending: Version | None = None  # a changed text that waits for a second read
    dropped: Version | None = None  # a changed text that the second read did not find
    retold: bool = False  # the confirmed text differs because it was extracted otherwise: nothing is told of it
    withdrawn: bool = False
    problem: Problem | None = None


def judge(article: DueArticle, found: Fetched, outcome: Outcome | None, texts: Texts) -> Verdict:
    """Tell what a visit means, from what is known and what came.

    A changed text counts when a second read agrees, or when the server says that it stands unmodified. A page that is
    gone is withdrawn when a second visit finds it gone. The first reading of a page that the feed's words stood in for
    is no edit. Whatever else went wrong is noted and tried again.
    """
    then = next_visit(article.first_seen_at, found.at)
    if found.not_modified:
        stands = texts.waiting if texts.waiting and apart(texts.waiting, found.at) else None
        return Verdict(Visit(article.article_id, found.at, then, answered=True), confirmed=stands)
    if found.gone and texts.latest and texts.latest.source is Source.PAGE:
        return _gone(article, found, then)
    problem = found.problem or problem_of(outcome, texts, found.at)
    if problem or outcome is None or outcome.read is None:
        return Verdict(_failed(article, found.at, then, problem), problem=problem)
    return _compare(article, found, outcome.read.version, texts, then)


def problem_of(outcome: Outcome | None, texts: Texts, at: datetime) -> Problem | None:
    """Return what was wrong with the page; one that shows only a part is none the worse if nothing else is known."""
    if outcome and outcome.partial and texts.latest and outcome.read:
        version = outcome.read.version
        if version.text_hash != texts.latest.text_hash:
            return Problem("read", version.url or version.document_id, "the page shows only a part of the text", at)
    return outcome.problem if outcome else None


def _gone(article: DueArticle, found: Fetched, then: datetime | None) -> Verdict:
    reason = found.problem.reason if found.problem else "no reason given"
    complaint = f"{GONE}: {reason}"
    if (article.complaint or "").startswith(GONE):  # so did the look before: now it is certain
        visit = Visit(article.article_id, found.at, None, answered=False, gone=True, complaint=complaint)
        return Verdict(visit, withdrawn=True, problem=found.problem)
    soon = found.at + CONFIRM_AFTER
    return Verdict(Visit(article.article_id, found.at, soon, answered=False, complaint=complaint))


def _failed(article: DueArticle, at: datetime, then: datetime | None, problem: Problem | None) -> Visit:
    again = min(at + AGAIN_AFTER, then) if then else None
    return Visit(article.article_id, at, again, answered=False, complaint=problem.reason if problem else "no page")


def _compare(article: DueArticle, found: Fetched, version: Version, texts: Texts, then: datetime | None) -> Verdict:
    latest, waiting = texts.latest, texts.waiting
    soon = found.at + CONFIRM_AFTER
    visit = Visit(article.article_id, found.at, then, True, True, etag=found.etag, last_modified=found.last_modified)
    if latest and version.text_hash == latest.text_hash:
        return Verdict(visit, dropped=waiting)
    if latest is None or latest.source is not Source.PAGE:
        return Verdict(visit, confirmed=version)
    if latest.extractor != version.extractor:
        return Verdict(visit, confirmed=version, dropped=waiting, retold=True)
    if waiting is None:
        return Verdict(replace(visit, next_visit_at=soon), pending=version)
    if waiting.text_hash != version.text_hash:  # a page that never reads the same twice waits for its regular visit
        return Verdict(visit, pending=version, dropped=waiting)
    if apart(waiting, found.at):
        return Verdict(visit, confirmed=waiting)  # as it was first read: all offsets count in that text
    return Verdict(replace(visit, next_visit_at=soon))


def anew(version: Version, latest: Version | None, stood: bool) -> Version:
    """Return a text that stood there before, with another since, as a version of its own: it says the same anew."""
    if not stood or latest is None or latest.text_hash == version.text_hash:
        return version
    return replace(version, version_id=stable_id("ver", version.version_id, latest.version_id))


def apart(waiting: Version, at: datetime) -> bool:
    """Whether enough time has passed since a text was first read."""
    return at - waiting.seen_at >= APART
