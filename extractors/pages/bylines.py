"""Title and time of publication, off a page's tree. What machines are told goes before what is shown."""

import json
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from htmldate import find_date

from extractors.models import Moment
from extractors.pages.moments import moment_of

LONGEST_JSON = 1_000_000  # characters of one JSON-LD block
MOST_PARTS = 500  # of JSON-LD that are looked at

ARTICLE_TYPES = ("article", "posting", "report", "webpage", "liveblog")

# Best first. What is here was seen on publishers' pages; "modified" and "updated" are another thing.
DATE_PATHS = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@property='og:article:published_time' or @property='og:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='article:published_time' or @name='parsely-pub-date' or @name='article.published']/@content",
    "//meta[@name='publish-date' or @name='publication_date' or @name='publishdate' or @name='pubdate']/@content",
    "//meta[@name='sailthru.date' or @name='cXenseParse:recs:publishtime' or @name='DC.date.issued']/@content",
    "//meta[@name='dcterms.created' or @name='DC.Date' or @name='dc.date' or @name='date']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//time[@pubdate]/@datetime",
    "//article//time/@datetime",
    "//main//time/@datetime",
    "//time/@datetime",
)
TITLE_PATHS = (
    "//meta[@property='og:title' or @name='og:title']/@content",
    "//meta[@name='twitter:title' or @property='twitter:title']/@content",
)


def json_ld(tree: Any) -> list[dict[str, Any]]:
    """All objects that the page tells search engines about itself, in the order of the page."""
    parts: list[dict[str, Any]] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        source = (script.text or "")[:LONGEST_JSON]
        try:
            parts.extend(_objects(json.loads(source, strict=False)))
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common; the page says the same elsewhere
    return parts[:MOST_PARTS]


def title_of(tree: Any, about: Iterable[dict[str, Any]]) -> str | None:
    """The headline: as told to machines, else the one h1, else the window's title."""
    told = (part.get("headline") for part in about if _is_article(part))
    shown = [" ".join(head.text_content().split()) for head in tree.iterfind(".//h1")]
    window = [" ".join(head.text_content().split()) for head in tree.iterfind(".//title")]
    meta = (value for path in TITLE_PATHS for value in tree.xpath(path))
    for title in (*told, *meta, *(shown if len(shown) == 1 else ()), *window):
        if isinstance(title, str) and title.strip():
            return " ".join(unescape(title).split())
    return None


def published_of(tree: Any, about: Iterable[dict[str, Any]], url: str) -> Moment | None:
    """When the page says that it was published: a timestamp if it gives a zone, else a day, else None.

    Where nothing is marked as the date, htmldate looks for one in the text; that is a day at best.
    """
    days: list[Moment] = []
    for printed in _printed_dates(tree, about):
        moment = moment_of(printed)
        if moment is None:
            continue
        if moment.earliest == moment.latest:
            return moment if not days or moment.earliest.date() == days[0].day else days[0]
        days.append(moment)
    if days:
        return days[0]
    return moment_of(find_date(tree, url=url, original_date=True, extensive_search=False) or "")


def _printed_dates(tree: Any, about: Iterable[dict[str, Any]]) -> Iterator[str]:
    for part in about:
        if _is_article(part) and isinstance(part.get("datePublished"), str):
            yield part["datePublished"]
    for path in DATE_PATHS:
        yield from tree.xpath(path)[:1]


def _is_article(part: dict[str, Any]) -> bool:
    """Whether an object describes the article itself, and not its author, its publisher or a list of links."""
    kinds = part.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.lower().endswith(ARTICLE_TYPES) for kind in named)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """The object itself, or those of a list or of a graph. Objects inside others are about other things."""
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, dict):
            yield part
            graph = part.get("@graph")
            if isinstance(graph, list):
                yield from (inner for inner in graph if isinstance(inner, dict))
