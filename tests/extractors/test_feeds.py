"""Feeds of all kinds, whole and broken: what entries they give, and what is no feed."""

from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.feeds import UnreadableFeed, read_feed
from extractors.models import Entry, Moment

FEED = "https://news.example/feeds/deals.xml"
NOON = Moment.at(datetime(2025, 9, 22, 12, 30, tzinfo=UTC))
THAT_DAY = Moment.of_days(date(2025, 9, 22), date(2025, 9, 22))


def rss(items: str, head: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?><rss version="2.0" {head}><channel><title>Desk</title>{items}</channel></rss>'.encode()
    )


def atom(entries: str, head: str = "") -> bytes:
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {head}><title>Desk</title>{entries}</feed>'.encode()


def read(body: bytes, content_type: str | None = None) -> tuple[Entry, ...]:
    return read_feed(body, content_type, FEED).entries


CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" {DC}>
<channel rdf:about="https://news.example/"><title>Desk</title></channel>
<item rdf:about="https://news.example/a"><title>A</title><link>https://news.example/a</link>
<dc:date>2025-09-22T14:30:00+02:00</dc:date></item></rdf:RDF>""".encode()

# name: (body, what to look at, what it is)
ENTRIES = {
    "RSS: link, guid, title": (
        rss("<item><title>A</title><link>https://news.example/a?utm_source=rss</link><guid>tag:7</guid></item>"),
        ("url", "guid", "title"),
        ("https://news.example/a", "tag:7", "A"),
    ),
    "Atom: the alternate link and the id": (
        atom("<entry><title>A</title><id>urn:7</id><link rel='self' href='x'/><link href='/a'/></entry>"),
        ("url", "guid"),
        ("https://news.example/a", "urn:7"),
    ),
    "RDF: link and date": (RDF, ("url", "published"), ("https://news.example/a", NOON)),
    "a relative link stands beside the feed": (
        rss("<item><title>A</title><link>a.html</link></item>"),
        ("url",),
        ("https://news.example/feeds/a.html",),
    ),
    "the base of the document counts": (
        atom("<entry><link href='a'/></entry>", 'xml:base="https://other.example/x/"'),
        ("url",),
        ("https://other.example/x/a",),
    ),
    "a permanent guid stands in for a link": (
        rss("<item><title>A</title><guid>https://news.example/a</guid></item>"),
        ("url",),
        ("https://news.example/a",),
    ),
    "no link at all keeps the entry": (rss("<item><title>A</title></item>"), ("url", "title"), (None, "A")),
    "a link that leads nowhere is none": (
        rss("<item><title>A</title><link>javascript:alert(1)</link></item>"),
        ("url", "title"),
        (None, "A"),
    ),
    "no title": (rss("<item><link>https://news.example/a</link></item>"), ("title",), (None,)),
    "markup in a title goes, entities are letters": (
        rss("<item><title>&lt;b&gt;AT&amp;amp;T&lt;/b&gt; buys  Wiz</title></item>"),
        ("title",),
        ("AT&T buys Wiz",),
    ),
    "an ampersand that nobody escaped": (rss("<item><title>R&D deal</title></item>"), ("title",), ("R&D deal",)),
    "a summary becomes plain text": (
        rss("<item><description><![CDATA[<p>Up to <b>$100bn</b>.</p><p>More.</p>]]></description></item>"),
        ("summary", "content"),
        ("Up to $100bn.\nMore.", None),
    ),
    "full content beside the summary": (
        rss(
            "<item><description>Short.</description><content:encoded>&lt;p&gt;Long.&lt;/p&gt;</content:encoded></item>",
            CONTENT,
        ),
        ("summary", "content"),
        ("Short.", "Long."),
    ),
    "scripts in content are not read": (
        atom("<entry><content type='html'>&lt;script&gt;x()&lt;/script&gt;Text</content></entry>"),
        ("content",),
        ("Text",),
    ),
    "a time with its zone": (
        rss("<item><pubDate>Mon, 22 Sep 2025 08:30:00 EDT</pubDate></item>"),
        ("published",),
        (NOON,),
    ),
    "published goes before updated": (
        atom("<entry><updated>2025-10-01T00:00:00Z</updated><published>2025-09-22T12:30:00Z</published></entry>"),
        ("published",),
        (NOON,),
    ),
    "updated stands in": (atom("<entry><updated>2025-09-22T12:30:00Z</updated></entry>"), ("published",), (NOON,)),
    "a day alone is a day": (
        rss("<item><dc:date>2025-09-22</dc:date></item>", DC),
        ("published",),
        (THAT_DAY,),
    ),
    "a time without a zone is a day": (
        rss("<item><pubDate>Mon, 22 Sep 2025 08:30:00</pubDate></item>"),
        ("published",),
        (THAT_DAY,),
    ),
    "a month alone is a month": (
        rss("<item><dc:date>2025-09</dc:date></item>", DC),
        ("published",),
        (Moment.of_days(date(2025, 9, 1), date(2025, 9, 30)),),
    ),
    "a placeholder is no date": (
        rss("<item><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>"),
        ("published",),
        (None,),
    ),
    "nonsense is no date": (rss("<item><pubDate>soon</pubDate></item>"), ("published",), (None,)),
}


@pytest.mark.parametrize(("body", "names", "values"), ENTRIES.values(), ids=ENTRIES)
def test_an_entry(body, names, values):
    (entry,) = read(body)
    assert tuple(getattr(entry, name) for name in names) == values
    assert entry.feed_url == FEED


ENCODED = {
    "labelled UTF-8 but in cp1252": (rss("<item><title>€5m</title></item>").replace("€".encode(), b"\x80"), None),
    "the header names the encoding": (
        rss("<item><title>€5m</title></item>").decode().encode("cp1252"),
        "application/rss+xml; charset=windows-1252",
    ),
    "the declaration names the encoding": (
        '<?xml version="1.0" encoding="utf-16"?><rss><channel><item><title>€5m</title></item></channel></rss>'.encode(
            "utf-16"
        ),
        "text/xml",
    ),
    "a control character inside": (rss("<item><title>\x0b€5m</title></item>"), None),
    "white space before the declaration": (
        b"\n\n " + rss("<item><title>\xe2\x82\xac5m</title></item>".encode("latin-1").decode()),
        None,
    ),
    "called HTML by the server": (rss("<item><title>€5m</title></item>"), "text/html"),
}


@pytest.mark.parametrize(("body", "content_type"), ENCODED.values(), ids=ENCODED)
def test_an_odd_encoding_is_read(body, content_type):
    assert [entry.title for entry in read(body, content_type)] == ["€5m"]


def test_a_broken_feed_is_read_as_far_as_it_goes_and_complains():
    feed = read_feed(rss("<item><title>A</title></item><item><title>B</title>")[:-16], None, FEED)
    assert [entry.title for entry in feed.entries] == ["A", "B"]
    assert feed.complaint
    assert feed.complaint.startswith("ill-formed")
    assert "\n" not in feed.complaint


def test_a_feed_without_entries_is_a_feed():
    feed = read_feed(rss(""), "application/rss+xml", FEED)
    assert (feed.title, feed.entries, feed.complaint) == ("Desk", (), None)


UNREADABLE = {
    "nothing": (b"", "empty"),
    "white space": (b" \n\t", "empty"),
    "an HTML page": (b"<!DOCTYPE html><html><head><title>News</title></head><body><p>x</p></body></html>", "HTML page"),
    "a JSON feed": (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "JSON"),
    "plain words": (b"Not found", "neither RSS nor Atom"),
    "another kind of XML": (b'<?xml version="1.0"?><opml><body/></opml>', "neither RSS nor Atom"),
    "an image": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "neither RSS nor Atom"),
    "a thicket of tags": (b"<rss><channel>" + b"<a>" * 400_000, "more than 300,000 tags"),
}


@pytest.mark.parametrize(("body", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_feed_is_refused_in_one_line(body, reason):
    with pytest.raises(UnreadableFeed, match=reason) as caught:
        read(body)
    assert str(caught.value).startswith(FEED)
    assert "\n" not in str(caught.value)


LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
N = 200_000
HOSTILE = {
    "a billion laughs": f"{LAUGHS}]><rss><channel><item><title>&i;</title></item></channel></rss>".encode(),
    "an outside entity": b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
    "an endless author": rss(f"<item><author>{'a' * N}</author></item>"),
    "many tags on one item": rss("<item>" + "".join(f"<category>{n}</category>" for n in range(N // 28)) + "</item>"),
    "bases within bases": b'<feed xmlns="http://www.w3.org/2005/Atom">' + b'<entry xml:base="a/">' * (N // 21),
    "lines before the first tag": b"<!-- x -->" + b"\n" * N + b"<rss/>",
    "declarations within the declaration": b"<?xml " + b'encoding="' * (N // 10) + b"<rss/>",
    "open brackets": b"<rss><channel>" + b"[" * N,
    "digits": rss(f"<item><title>{'1' * N}</title><pubDate>{'1' * N}</pubDate></item>"),
}


@pytest.mark.timeout(10)
@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_feed_ends_soon_and_tells_nothing(body):
    try:
        entries = read(body)
    except UnreadableFeed:
        return
    assert all("root:" not in (entry.title or "") and len(entry.title or "") <= N for entry in entries)


@given(st.binary(max_size=200))
def test_bytes_are_a_feed_or_refused(noise):
    for body in (noise, b"<rss><channel><item><title>" + noise):
        with suppress(UnreadableFeed):
            read(body)
