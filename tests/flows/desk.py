"""A desk for tests: a press on loopback, a configuration, a database, and passes at any time of a made-up day."""

import base64
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import Any

from flows.database import held
from flows.passes import one_pass, visit_pass
from flows.recording import Recorded
from flows.settings import Config, FeedSettings, WebhookSettings
from storage.articles import DueArticle, articles_due
from storage.database import Store
from tests.flows.servers import Server, reply

DAY = datetime(2025, 9, 22, 12, tzinfo=UTC)
SECRET = f"whsec_{base64.b64encode(b'a secret of tests, 24 b.').decode()}"
FILLER = (
    "The two companies presented their plans at a joint event and took questions from reporters afterwards. "
    "Neither side gave further details, and both declined to comment on the talks that had led to it. "
    "Analysts had expected an arrangement of this kind since the spring."
)


def story(value: str = "up to $100 billion", buyer: str = "Nvidia", target: str = "OpenAI", more: str = FILLER) -> str:
    """A report on an investment of that value."""
    return f"{buyer} will invest {value} in {target} under an agreement that the companies announced on Monday. {more}"


def page(text: str, title: str = "A report", head: str = "") -> bytes:
    """A page with that article and some furniture."""
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n"))
    return (
        f"<html lang=en><head><title>{escape(title)}</title>{head}</head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>{escape(title)}</h1>{paragraphs}</article><footer>All rights reserved</footer></body></html>"
    ).encode()


def html(body: bytes, **headers: str) -> bytes:
    """The answer that carries a page."""
    return reply(body=body, content_type="text/html; charset=utf-8", **headers)


def entry(link: str | None, title: str | None = "A report", at: datetime | None = DAY, words: str = "") -> str:
    """One item of an RSS feed."""
    tags = {"title": title, "link": link, "pubDate": at and format_datetime(at), "description": words}
    return f"<item>{''.join(f'<{tag}>{escape(value)}</{tag}>' for tag, value in tags.items() if value)}</item>"


def rss(entries: Iterable[str], **headers: str) -> bytes:
    """The answer that carries a feed."""
    body = f"<rss version='2.0'><channel><title>Press</title>{''.join(entries)}</channel></rss>".encode()
    return reply(body=body, content_type="application/rss+xml", **headers)


@dataclass
class Desk:
    """One configuration, and what happens to it."""

    server: Server
    folder: Path
    feeds: Sequence[str] = ("/feed",)
    hooks: Sequence[WebhookSettings] = ()
    said: list[str] = field(default_factory=list)

    @property
    def config(self) -> Config:
        """What a person would have written."""
        return Config.model_validate(
            {
                "database": self.folder / "news.duckdb",
                "feeds": [FeedSettings(url=self.server.url(path), name=path.strip("/")) for path in self.feeds],
                "webhooks": self.hooks,
                "politeness": {"delay": 0, "per_host": 8, "deadline": 1, "allow_private": True},
                "reading": {"workers": 1},
            }
        )

    def publish(self, path: str, text: str, **headers: str) -> None:
        """Put an article at a path, or another text in its place."""
        self.server.routes[path] = html(page(text), **headers)

    def name(self, *paths: str, feed: str = "/feed", words: str = "") -> None:
        """Let a feed name these articles."""
        self.server.routes[feed] = rss(entry(self.server.url(path), words=words) for path in paths)

    def poll(self, minutes: float = 0) -> Recorded:
        """One pass over all feeds."""
        return one_pass(self.config, at(minutes), say=self.said.append, all_feeds=True)

    def visit(self, minutes: float) -> Recorded:
        """One pass over the articles that are due then."""
        return visit_pass(self.config, at(minutes), say=self.said.append)

    def store(self) -> AbstractContextManager[Store]:
        """The database, opened as a pass does."""
        return held(self.config)

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """What the database answers."""
        with self.store() as store:
            return store.connection.execute(question).fetchall()

    def due(self, minutes: float) -> list[DueArticle]:
        """The articles that are to be read again then."""
        with self.store() as store:
            return articles_due(store, at(minutes))

    def kinds(self) -> list[str]:
        """The kinds of the changes, in their order."""
        return [kind for (kind,) in self.rows("select kind from changes order by detected_at, change_id")]

    def problems(self) -> list[str]:
        """What went wrong and was not mended."""
        return [reason for (reason,) in self.rows("select reason from problems where mended_at is null order by all")]

    def counts(self) -> dict[str, int]:
        """How many rows each table of the news has."""
        tables = ("articles", "versions", "facts", "deals", "deal_links", "changes", "deliveries", "runs", "problems")
        return {table: self.rows(f"select count(*) from {table}")[0][0] for table in tables}


def at(minutes: float) -> datetime:
    """So many minutes after noon of the day."""
    return DAY + timedelta(minutes=minutes)
