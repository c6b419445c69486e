"""Page bytes to text, title and date. Nothing here fetches, and nothing guards time or memory: the caller does."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import trafilatura

from extractors.models import DealdriftError, Moment
from extractors.pages.bylines import json_ld, published_of, title_of
from extractors.pages.decoding import decoded, too_deep, tree_of
from extractors.pages.notices import correction_notice
from extractors.pages.texts import language_of, normalised, text_hash

__all__ = [
    "PAGE_EXTRACTOR",
    "Page",
    "Quality",
    "UnreadablePage",
    "correction_notice",
    "language_of",
    "normalised",
    "read_page",
    "text_hash",
]

PAGE_EXTRACTOR = f"trafilatura {trafilatura.__version__}"

THIN = 30  # words; a shorter text is a teaser, a caption or a menu
STUB = 250  # words; only shorter texts are suspected of being a wall or an error page, longer ones may write about them
MOST_CELLS = 2_000  # of one table; such a table takes seconds and 400 MB and holds no sentence
MOST_ELEMENTS = 60_000  # of a page; real ones stay below 20,000


class UnreadablePage(DealdriftError):
    """There is no article to read in these bytes; the text says what there is."""


class Quality(StrEnum):
    """Whether the text may stand for the article. A text that is not full never says that a figure is gone."""

    FULL = "full"
    THIN = "thin"
    PAYWALLED = "paywalled"


@dataclass(frozen=True, slots=True)
class Page:
    """An article as its page printed it."""

    text: str
    title: str | None
    published: Moment | None
    language: str | None  # ISO 639-1
    notice: str | None  # the sentence that admits a correction or an update
    quality: Quality


# What stands on a page instead of an article. In lower case, looked for in the title and in short texts.
INSTEAD = {
    "a page that asks whether you are human": (
        "just a moment...",
        "checking your browser",
        "checking if the site connection is secure",
        "enable javascript and cookies to continue",
        "please enable js and disable any ad blocker",
        "verify you are human",
        "verifying you are human",
        "confirm you are human",
        "prove you are not a robot",
        "make sure you're not a robot",
        "are you a robot?",
        "unusual traffic from your computer",
        "unusual activity from your computer",
        "pardon our interruption",
        "attention required! | cloudflare",
        "incapsula incident",
        "complete the captcha",
        "press & hold to confirm",
    ),
    "a refusal": (
        "access denied",
        "403 forbidden",
        "you don't have permission to access",
        "not available in your region",
        "unavailable for legal reasons",
        "unavailable due to legal reasons",
    ),
    "an error page": (
        "page not found",
        "404 not found",
        "error 404",
        "404 error",
        "page you requested could not be found",
        "page you are looking for",
        "page you were looking for",
        "page can't be found",
        "page cannot be found",
        "page doesn't exist",
        "page does not exist",
        "this article is no longer available",
        "this content is no longer available",
        "internal server error",
        "502 bad gateway",
        "503 service",
        "service unavailable",
        "gateway time-out",
        "gateway timeout",
        "temporarily unavailable",
        "down for maintenance",
        "error establishing a database connection",
    ),
    "a consent page": (
        "before you continue to",
        "we and our partners store and/or access information",
    ),
}
WALLS = (
    "subscribe to continue",
    "subscribe now to continue",
    "subscribe to read",
    "subscribe to unlock",
    "register to read",
    "register to continue",
    "log in to continue reading",
    "sign in to continue reading",
    "to continue reading this article",
    "continue reading your article with",
    "this article is for subscribers",
    "this content is for subscribers",
    "this story is for subscribers",
    "this article is exclusive to subscribers",
    "exclusively for subscribers",
    "is available to subscribers only",
    "already a subscriber?",
    "you have reached your limit of free articles",
    "you've reached your free article limit",
    "unlock this article",
)
NO_MARKUP = ((b"%PDF", "a PDF"), (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"))
PAGE_TYPES = (
    "text/html",
    "application/xhtml+xml",
    "application/xml",
    "text/xml",
    "text/plain",
    "application/octet-stream",
)


def read_page(body: bytes, content_type: str | None, url: str) -> Page:
    """Read an article off its page. Raises UnreadablePage where there is none: challenge, error page, PDF, no text."""
    tree = _tree(body, content_type, url)
    about = json_ld(tree)
    title = title_of(tree, about)
    published = published_of(tree, about, url)
    document = trafilatura.bare_extraction(tree, url=url, fast=True, include_comments=False)
    text = (getattr(document, "text", None) or "").strip()
    instead = what_stands_instead(title, text)
    if instead:
        raise UnreadablePage(f"{url}: {instead}, not an article")
    if not text:
        raise UnreadablePage(f"{url}: no text on the page; it may be made by scripts")
    if sum(not (char.isprintable() or char.isspace()) for char in text) * 50 > len(text):
        raise UnreadablePage(f"{url}: bytes that are no text")
    free = all(str(part.get("isAccessibleForFree", "")).lower() != "false" for part in about)
    notice = correction_notice(text) or correction_notice(title or "")
    return Page(text, title, published, language_of(text), notice, _quality(text, free))


def what_stands_instead(title: str | None, text: str) -> str | None:
    """What a page is where it is no article: "an error page", "a refusal" …; None for what may be one."""
    if len(text.split()) >= STUB:
        return None
    seen = f"{title or ''}\n{text}".lower().replace("’", "'")
    return next((what for what, phrases in INSTEAD.items() if any(phrase in seen for phrase in phrases)), None)


def _tree(body: bytes, content_type: str | None, url: str) -> Any:
    """The element tree, once it is sure that there is one and that reading it will end."""
    kind = (content_type or "").partition(";")[0].strip().lower()
    binary = next((what for start, what in NO_MARKUP if body.startswith(start)), None)
    if binary or (kind and kind not in PAGE_TYPES):
        raise UnreadablePage(f"{url}: {binary or kind}, not a page")
    if not body.strip():
        raise UnreadablePage(f"{url}: the answer is empty")
    tree = tree_of(decoded(body, content_type))
    if tree is None:
        raise UnreadablePage(f"{url}: no HTML in the answer")
    if too_deep(tree):
        raise UnreadablePage(f"{url}: elements nested too deeply to read")
    _drop_huge_tables(tree)
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise UnreadablePage(f"{url}: more than {MOST_ELEMENTS:,} elements; no article is that long")
    return tree


def _drop_huge_tables(tree: Any) -> None:
    for table in tree.xpath("//table"):
        if table.getparent() is not None and sum(1 for _ in table.iter("td", "th")) > MOST_CELLS:
            table.drop_tree()


def _quality(text: str, free: bool) -> Quality:
    words = len(text.split())
    low = text.lower().replace("’", "'")
    if words < STUB and (not free or any(wall in low for wall in WALLS)):
        return Quality.PAYWALLED
    return Quality.THIN if words < THIN else Quality.FULL
