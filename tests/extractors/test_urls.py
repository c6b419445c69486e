"""Addresses: what is one article, and what is no address at all."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.urls import BadUrl, article_id, canonical_url, resolved_url

CANONICAL = {
    "an address in order stays": ("https://news.example/a/b?id=7", "https://news.example/a/b?id=7"),
    "host and scheme become lower case": ("HTTPS://News.Example/Deal", "https://news.example/Deal"),
    "the fragment goes": ("https://news.example/a#comments", "https://news.example/a"),
    "tracking goes and the rest keeps its order": (
        "https://news.example/a?utm_source=rss&z=1&fbclid=x&a=2&UTM_medium=feed",
        "https://news.example/a?z=1&a=2",
    ),
    "a reference to the feed goes": ("https://news.example/a?ref=rss", "https://news.example/a"),
    "another reference may choose the article": ("https://news.example/a?ref=main", "https://news.example/a?ref=main"),
    "default ports go": ("http://news.example:80/a", "http://news.example/a"),
    "other ports stay": ("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a"),
    "an empty path is the root": ("https://news.example", "https://news.example/"),
    "dots in the path are walked": ("https://news.example/a/./b/../c", "https://news.example/a/c"),
    "nobody climbs above the root": ("https://news.example/../../a", "https://news.example/a"),
    "escapes have one spelling": ("https://news.example/%7ejo/%c3%a9", "https://news.example/~jo/%C3%A9"),
    "letters beyond ASCII are escaped": ("https://news.example/café?q=é", "https://news.example/caf%C3%A9?q=%C3%A9"),
    "spaces are escaped": (" https://news.example/a b ", "https://news.example/a%20b"),
    "a lone percent sign is one": ("https://news.example/100%", "https://news.example/100%25"),
    "a host beyond ASCII becomes punycode": ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    "a last dot of the host goes": ("https://news.example./a", "https://news.example/a"),
    "a numbered host of the new kind": ("http://[::1]:8000/a", "http://[::1]:8000/a"),
}


@pytest.mark.parametrize(("url", "canonical"), CANONICAL.values(), ids=CANONICAL)
def test_canonical_url(url, canonical):
    assert canonical_url(url) == canonical


BAD = {
    "nothing": "",
    "no scheme": "news.example/a",
    "a file": "file:///etc/passwd",
    "a script": "javascript:alert(1)",
    "mail": "mailto:desk@news.example",
    "no host": "https:///a",
    "a user name": "https://me:secret@news.example/a",
    "a control character": "https://news.example/a\r\nHost: other",
    "a broken numbered host": "http://[::1/a",
    "a port that is none": "http://news.example:port/",
    "a port beyond all ports": "http://news.example:99999/",
    "a host with spaces": "http://a b/",
    "an empty label": "http://a..b/",
    "an endless address": "https://news.example/" + "a" * 5000,
}


@pytest.mark.parametrize("url", BAD.values(), ids=BAD)
def test_a_bad_address_is_refused_in_one_line(url):
    with pytest.raises(BadUrl) as caught:
        canonical_url(url)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


RESOLVED = {
    "a path": ("https://news.example/feed/rss", "/a", "https://news.example/a"),
    "a neighbour": ("https://news.example/feed/rss", "a", "https://news.example/feed/a"),
    "another host": ("https://news.example/feed", "//b.example/x", "https://b.example/x"),
    "a whole address": ("https://news.example/feed", "http://b.example/x#y", "http://b.example/x"),
}


@pytest.mark.parametrize(("base", "link", "url"), RESOLVED.values(), ids=RESOLVED)
def test_resolved_url(base, link, url):
    assert resolved_url(base, link) == url


def test_a_broken_link_on_a_page_is_refused():
    with pytest.raises(BadUrl):
        resolved_url("https://news.example/", "http://[bad")


def test_scheme_and_last_slash_make_no_other_article():
    assert article_id("http://news.example/a/") == article_id("https://news.example/a")
    assert article_id("https://news.example/a") != article_id("https://news.example/b")


@given(st.text(max_size=60), st.text(max_size=40))
def test_canonical_is_canonical(path, query):
    try:
        once = canonical_url(f"https://news.example/{path}?{query}")
    except BadUrl:
        return
    assert canonical_url(once) == once
    assert once.isascii()


@given(st.text(max_size=80))
def test_any_text_is_an_address_or_a_bad_one(text):
    with suppress(BadUrl):
        canonical_url(text)
