"""The articles that are known, their texts, and when each is due to be read again."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from extractors.models import Source, Tier, Version
from storage.rows import moment
from storage.store import Row, Store


@dataclass(frozen=True, slots=True)
class Article:
    """An address at first sight. `next_visit_at` is None where it is never to be read (again)."""

    article_id: str
    document_id: str
    url: str | None
    outlet: str | None
    tier: Tier
    first_seen_at: datetime
    feed_url: str | None = None
    title: str | None = None
    next_visit_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DueArticle:
    """An article whose page is due to be read again."""

    article_id: str
    document_id: str
    url: str
    outlet: str | None
    tier: Tier
    title: str | None
    etag: str | None
    last_modified: str | None
    visits: int  # so far
    failures: int  # in a row
    complaint: str | None  # about the last visit
    first_seen_at: datetime


@dataclass(frozen=True, slots=True)
class Visit:
    """How one visit went. `answered`: the server said something that counts, if only that nothing changed."""

    article_id: str
    visited_at: datetime
    next_visit_at: datetime | None  # None: never again
    answered: bool
    fresh: bool = False  # a page came, with the validators below; else the old ones stay
    gone: bool = False  # the server says that the page was removed
    complaint: str | None = None
    etag: str | None = None
    last_modified: str | None = None


def known_urls(store: Store, urls: Iterable[str]) -> set[str]:
    """Those of the canonical addresses that were seen before."""
    return {row["url"] for row in store.query("known_urls", urls=list(urls))}


def known_articles(store: Store, article_ids: Iterable[str]) -> set[str]:
    """Those of the articles that were seen before."""
    return {row["article_id"] for row in store.query("known_articles", article_ids=list(article_ids))}


def save_articles(store: Store, articles: Sequence[Article]) -> int:
    """Keep articles seen for the first time; known ones stay as they are. Returns how many are new."""
    return store.insert("save_articles", [asdict(article) for article in articles])


def articles_due(store: Store, now: datetime, most: int = 1_000, each: int | None = None) -> list[DueArticle]:
    """The articles to be read again now, longest waiting first, `most` at a time and `each` of one outlet.

    Who names no outlet is counted by the host of the address.
    """
    rows = store.query("articles_due", now=now, most=most, each=most if each is None else each)
    return [DueArticle(**{**row, "tier": Tier(row["tier"])}) for row in rows]


def save_visits(store: Store, visits: Sequence[Visit]) -> None:
    """Keep how visits went, one each article, and when the next is due."""
    store.insert("save_visits", [asdict(visit) for visit in visits], bookkeeping=True)


def save_versions(store: Store, versions: Sequence[Version]) -> int:
    """Keep texts not seen before. Returns how many are new."""
    return store.insert("save_versions", [_version_row(version, place) for place, version in enumerate(versions, 1)])


def versions_of(store: Store, version_ids: Iterable[str]) -> list[Version]:
    """These versions, oldest first."""
    return [version_of_row(row) for row in store.query("versions", version_ids=list(version_ids))]


def latest_versions(store: Store, article_ids: Iterable[str]) -> dict[str, Version]:
    """The last confirmed text of each of these articles, by article."""
    rows = store.query("latest_versions", article_ids=list(article_ids))
    return {row["article_id"]: version_of_row(row) for row in rows}


def pending_versions(store: Store, article_ids: Iterable[str]) -> dict[str, Version]:
    """The changed text of each of these articles that waits for a second read, by article."""
    rows = store.query("pending_versions", article_ids=list(article_ids))
    return {row["article_id"]: version_of_row(row) for row in rows}


def confirm_versions(store: Store, version_ids: Iterable[str]) -> int:
    """Take changed texts as real. Returns how many were pending."""
    return store.change("confirm_versions", version_ids=list(version_ids))


def drop_versions(store: Store, version_ids: Iterable[str]) -> int:
    """Forget changed texts that a second read did not find. A confirmed version is never removed."""
    return store.change("drop_versions", version_ids=list(version_ids), bookkeeping=True)


def versions_returned(store: Store, version_ids: Iterable[str]) -> set[str]:
    """Those of the versions whose article printed the same text before, and another one in between."""
    return {row["version_id"] for row in store.query("versions_returned", version_ids=list(version_ids))}


def _version_row(version: Version, place: int) -> Row:
    published = version.published
    row = {**asdict(version), "arrival": place}
    row["published_from"] = published and published.earliest
    row["published_to"] = published and published.latest
    return row


def version_of_row(row: Row) -> Version:
    """The version in a row of the table `versions`."""
    known = {**row, "tier": Tier(row["tier"]), "source": Source(row["source"])}
    return Version(published=moment(known.pop("published_from"), known.pop("published_to")), **known)
