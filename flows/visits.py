"""Decide what a second look at an article means. A page that cannot be read well has changed nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from extractors.models import Problem, Source, Version
from flows.articles import CONFIRM_AFTER, Fetched, next_visit
from flows.reading import Outcome
from storage.articles import DueArticle, Visit

AGAIN_AFTER = timedelta(minutes=15)  # after a failure, unless the schedule says sooner


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one visit means: how it is noted, and what becomes of the texts."""

    visit: Visit
    confirmed: Version | None = None  # a text that counts from now on
    pending: Version | None = None  # a changed text that waits for a second read
    dropped: Version | None = None  # a changed text that the second read did not find
    withdrawn: bool = False
    problem: Problem | None = None


def judge(
    article: DueArticle, found: Fetched, outcome: Outcome | None, latest: Version | None, waiting: Version | None
) -> Verdict:
    """Tell what a visit means, from what is known (`latest`, and `waiting` for its second read) and what came.

    A changed text counts when a second read agrees, or when the server says that it stands unmodified. A page that is
    gone is withdrawn when a second visit finds it gone. The first reading of a page that the feed's words stood in for
    is no edit. Whatever else went wrong is noted and tried again.
    """
    then = next_visit(article.first_seen_at, found.at)
    if found.not_modified:
        return Verdict(Visit(article.article_id, found.at, then, answered=True), confirmed=waiting)
    if found.gone:
        return _gone(article, found, then)
    if found.problem or outcome is None or outcome.read is None:
        problem = found.problem or (outcome.problem if outcome else None)
        return Verdict(_failed(article, found.at, then, problem), problem=problem)
    return _compare(article, found, outcome.read.version, latest, waiting, then)


def _gone(article: DueArticle, found: Fetched, then: datetime | None) -> Verdict:
    complaint = found.problem.reason if found.problem else "gone"
    if article.failures:  # the look before failed too: now it is certain
        visit = Visit(article.article_id, found.at, None, answered=False, gone=True, complaint=complaint)
        return Verdict(visit, withdrawn=True, problem=found.problem)
    soon = found.at + CONFIRM_AFTER
    return Verdict(Visit(article.article_id, found.at, soon, answered=False, complaint=complaint))


def _failed(article: DueArticle, at: datetime, then: datetime | None, problem: Problem | None) -> Visit:
    again = min(at + AGAIN_AFTER, then) if then else None
    return Visit(article.article_id, at, again, answered=False, complaint=problem.reason if problem else "no page")


def _compare(
    article: DueArticle,
    found: Fetched,
    version: Version,
    latest: Version | None,
    waiting: Version | None,
    then: datetime | None,
) -> Verdict:
    def visit(due: datetime | None) -> Visit:
        return Visit(article.article_id, found.at, due, True, True, etag=found.etag, last_modified=found.last_modified)

    if latest and version.text_hash == latest.text_hash:
        return Verdict(visit(then), dropped=waiting)
    if latest is None or latest.source is not Source.PAGE or (waiting and waiting.text_hash == version.text_hash):
        return Verdict(visit(then), confirmed=version)
    return Verdict(visit(found.at + CONFIRM_AFTER), pending=version, dropped=waiting)
