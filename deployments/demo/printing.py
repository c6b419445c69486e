"""From articles to bytes: pages in the design of their house, and feeds in its format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import escape

from .newsroom import HERE, Article, House, Press

NEWEST = 10  # a feed lists so many entries, as real ones do
FEED_TEMPLATES = {"rss": "rss.xml", "full": "rss.xml", "atom": "atom.xml", "rdf": "rdf.xml"}
FEED_TYPES = {
    "rss": "application/rss+xml",
    "full": "application/rss+xml",
    "atom": "application/atom+xml",
    "rdf": "application/rdf+xml",
}
PAPER = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """One document as the server hands it out."""

    body: bytes
    content_type: str
    modified: datetime  # aware, UTC


def print_page(press: Press, article: Article, edition: int, base_url: str) -> Printed:
    """The page of an article as it stands in an edition. Raises KeyError where it is not in print."""
    house = article.house
    page = _page(press, article, edition, base_url)
    template = "wall.html" if house.wall else f"{house.design}.html"
    html = PAPER.get_template(template).render(page=page)
    charset = f"; charset={house.encoding}" if "header" in house.charset_in else ""
    body = html.encode(house.encoding, "xmlcharrefreplace")
    return Printed(body, f"text/html{charset}", page["changed"])


def print_feed(press: Press, house: House, edition: int, base_url: str) -> Printed:
    """The feed of a house in an edition, or what stands there when its feed is broken that day."""
    date = press.editions[edition].date
    fault = (house.faults or {}).get(press.editions[edition].name)
    if fault == "empty":
        return Printed(b"", FEED_TYPES[house.feed], date)
    if fault == "html":
        html = PAPER.get_template("broken_feed.html").render(house=house)
        return Printed(html.encode("utf-8"), "text/html; charset=utf-8", date)
    entries = [_page(press, a, edition, base_url) for a in press.in_print(house, edition)[:NEWEST]]
    updated = max((e["changed"] for e in entries), default=datetime(2024, 1, 1, tzinfo=UTC))
    xml = PAPER.get_template(FEED_TEMPLATES[house.feed]).render(
        house=house, home=f"{base_url}/{house.slug}/", entries=entries, updated=updated
    )
    body = xml.encode(house.encoding, "xmlcharrefreplace")
    return Printed(body, f"{FEED_TYPES[house.feed]}; charset={house.encoding}", updated)


def _page(press: Press, article: Article, edition: int, base_url: str) -> dict[str, Any]:
    version = article.version(edition)
    if version is None:
        raise KeyError(article.url_path)
    page = {
        "house": article.house,
        "url": base_url + article.url_path,
        "title": version.title,
        "byline": article.byline,
        "summary": article.standfirst(edition),
        "published": article.published if article.dated else None,
        "modified": version.modified,
        "changed": version.changed,
        "notice": version.notice,
        "paragraphs": version.paragraphs,
    }
    page["jsonld"] = _jsonld(page)
    page["content"] = "".join(f"<p>{escape(p)}</p>" for p in version.paragraphs if p[:2] != "! ")
    return page | _furniture(press, article, edition)


def _furniture(press: Press, article: Article, edition: int) -> dict[str, Any]:
    """Adverts, links and comments. They differ by article, and by edition where the house rotates them."""
    seed = len(article.path) + (edition if article.house.rotating else 0)
    latest = press.editions[edition].date if article.house.rotating else article.published
    older = [r["title"] for r in press.furniture["related"] if r["since"] <= latest]
    return {
        "advert": _turn(press.furniture["adverts"], seed)[0],
        "related": _turn(older, seed)[:4],
        "comments": _turn(press.furniture["comments"], seed)[:3],
        "newsletter": press.furniture["newsletter"],
    }


def _turn(rows: list[Any], by: int) -> list[Any]:
    start = by % len(rows) if rows else 0
    return rows[start:] + rows[:start]


def _jsonld(page: dict[str, Any]) -> dict[str, Any]:
    if page["published"] is None:
        return {}
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": page["title"],
        "datePublished": page["published"].isoformat(),
        "dateModified": (page["modified"] or page["published"]).isoformat(),
        "author": [{"@type": "Organization", "name": page["byline"] or page["house"].name}],
        "publisher": {"@type": "Organization", "name": page["house"].name},
        "mainEntityOfPage": page["url"],
    }
