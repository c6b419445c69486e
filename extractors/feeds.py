"""Feed bytes to entries. Nothing here fetches."""

import io
import re
from dataclasses import dataclass
from typing import Any

import feedparser
from feedparser import mixin

from extractors.models import DealdriftError, Entry, Moment
from extractors.pages.decoding import decoded, plain_text
from extractors.pages.moments import moment_of
from extractors.urls import BadUrl, resolved_url

# feedparser is quadratic in these, and 27 µs slow for each tag: 300,000 of them are 8 s, and no feed has as many.
LONGEST_PREAMBLE = 20_000  # characters before the first element
MOST_BASES = 200  # attributes xml:base, which it joins from level to level
MOST_TAGS = 300_000
LONE_AMPERSAND = re.compile(r"&(?!#?\w{1,31};)")
TIMES = ("published", "updated", "created")  # the first that is there


class UnreadableFeed(DealdriftError):
    """The bytes are no feed; the text says what they are instead."""


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A feed as it stood at one poll. `complaint` says what was wrong with one that could be read all the same."""

    title: str | None
    entries: tuple[Entry, ...]
    complaint: str | None


def read_feed(body: bytes, content_type: str | None, feed_url: str) -> FeedDocument:
    """Read an RSS, RDF or Atom document. Entries keep their order; none is dropped for what it lacks.

    Ill-formed XML is read as far as it goes. The caller limits the size of `body`.
    Raises UnreadableFeed for HTML, for nothing at all, for what is no feed or is built to be slow.
    """
    text = decoded(body, content_type).strip()
    if not text:
        raise UnreadableFeed(f"{feed_url}: the answer is empty; check the address")
    if text.count("<") > MOST_TAGS:
        raise UnreadableFeed(f"{feed_url}: more than {MOST_TAGS:,} tags; no feed is read at that length")
    parsed = _parsed(text, feed_url)
    if not parsed.entries and not parsed.version:
        raise UnreadableFeed(f"{feed_url}: {_what_it_is(text)}")
    return FeedDocument(
        title=_one_line(parsed.feed.get("title_detail")),
        entries=tuple(_entry(entry, feed_url) for entry in parsed.entries),
        complaint=_complaint(parsed),
    )


def _no_author(self: Any, key: str = "author") -> None:
    """Stand in for feedparser's search for addresses in authors: 100 kB of letters take it half a minute."""


def _last_tag(self: Any, term: str | None, scheme: str | None, label: str | None) -> None:
    """Stand in for feedparser's list of tags, which it searches for each new one. Nobody reads them here."""
    self._get_context()["tags"] = [feedparser.FeedParserDict(term=term, scheme=scheme, label=label)]


mixin._FeedParserMixin._sync_author_detail = _no_author
mixin._FeedParserMixin._add_tag = _last_tag


def _parsed(text: str, feed_url: str) -> Any:
    """What feedparser makes of it. It gets a stream: a string or bare bytes it would take for a file to open."""
    try:
        return feedparser.parse(
            io.BytesIO(_without_hazards(text).encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8", "content-location": feed_url},
            resolve_relative_uris=False,
            sanitize_html=False,  # only the words are kept
        )
    except Exception as error:  # it fails in many ways on hostile bytes, and one feed must not stop the others
        raise UnreadableFeed(f"{feed_url}: the feed cannot be parsed ({type(error).__name__})") from error


def _without_hazards(text: str) -> str:
    """The document without its XML declaration (it names another encoding) and without a preamble made to be slow."""
    if text.count("xml:base") > MOST_BASES:
        text = text.replace("xml:base", "unread-base")
    first = re.search(r"<\w", text)
    start = first.start() if first else len(text)
    preamble = text[:start]
    if preamble.startswith("<?xml"):
        preamble = preamble.partition("?>")[2]
    if len(preamble) > LONGEST_PREAMBLE:
        preamble = ""
    return re.sub(r"\s+", " ", preamble).replace("<!", "\n<!").strip() + _with_escapes(text[start:])


def _with_escapes(text: str) -> str:
    """The document with lone ampersands escaped outside CDATA: "R&D" is common, and would be read as "R&D;"."""
    outside, *rest = text.split("<![CDATA[")
    parts = [LONE_AMPERSAND.sub("&amp;", outside)]
    for piece in rest:
        inside, end, outside = piece.partition("]]>")
        parts.append(f"<![CDATA[{inside}{end}{LONE_AMPERSAND.sub('&amp;', outside)}")
    return "".join(parts)


def _what_it_is(text: str) -> str:
    start = text[:2_000].lower()
    if "<!doctype html" in start or "<html" in start:
        return "this is an HTML page, not a feed; look for the feed's own address on it"
    if start.startswith(("{", "[")):
        return "this is JSON; only RSS and Atom are read"
    return "neither RSS nor Atom; check the address"


def _complaint(parsed: Any) -> str | None:
    error = parsed.get("bozo_exception")
    if not parsed.bozo or error is None:
        return None
    return f"ill-formed, read as far as it goes ({' '.join(str(error).split())[:160]})"


def _entry(entry: Any, feed_url: str) -> Entry:
    content = [_many_lines(part) for part in entry.get("content", ())]
    return Entry(
        feed_url=feed_url,
        url=_address(entry, feed_url),
        guid=(entry.get("id") or "").strip() or None,
        title=_one_line(entry.get("title_detail")),
        published=_published(entry),
        summary=_many_lines(entry.get("summary_detail")) or None,
        content=max(content, key=len, default="") or None,
    )


def _address(entry: Any, feed_url: str) -> str | None:
    """Where the entry leads: past a counting redirect if the feed says so, else its link or its permanent guid."""
    for link in (entry.get("feedburner_origlink"), entry.get("link")):
        if link:
            try:
                return resolved_url(feed_url, link)
            except BadUrl:
                continue
    return None


def _one_line(detail: Any) -> str | None:
    return " ".join(_many_lines(detail).split()) or None


def _many_lines(detail: Any) -> str:
    """The words of a title, summary or content."""
    value = (detail or {}).get("value") or ""
    if (detail or {}).get("type") == "text/plain":
        lines = (" ".join(line.split()) for line in value.split("\n"))
        return "\n".join(line for line in lines if line)
    return plain_text(value)


def _published(entry: Any) -> Moment | None:
    """The time that the entry gives; in a form that only feedparser reads, its day."""
    for name in TIMES:
        if name in entry:  # asked first, since feedparser's look-up answers one time for another, with a warning
            printed, parsed = entry.get(name) or "", entry.get(f"{name}_parsed")
            moment = moment_of(printed)
            if moment or not parsed:
                return moment
            return moment_of(f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}")
    return None
