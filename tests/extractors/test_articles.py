"""Pages: what is read off them, and what is no article."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.articles import PAGE_EXTRACTOR, Quality, UnreadablePage, read_page, text_hash
from extractors.models import Moment
from extractors.pages.bylines import json_ld, published_of
from extractors.pages.decoding import tree_of
from extractors.pages.moments import moment_of

URL = "https://news.example/deals/1"
LEAD = "Chipmaker Nvidia will invest up to €100 billion in OpenAI, the two companies said in a statement on Monday."
MORE = (
    "The first $10 billion is to be paid when the first gigawatt is in place, which the companies expect "
    "in the second half of 2026. The letter of intent is not binding, they added."
)
FURNITURE = """<nav><a href="/">Home</a><a href="/markets">Markets</a><a href="/tech">Technology</a></nav>
<aside class="advert"><p>Advertisement: win $1 million today</p></aside>"""
RELATED = """<div class="related-links"><h3>Related</h3><ul><li><a href="/2">Intel gets $5 billion</a></li>
<li><a href="/3">Rival raises $2 billion</a></li></ul></div>"""
COMMENTS = """<section id="comments" class="comments"><p class="comment">I heard it was $900 billion!</p></section>"""


def page(body: str = "", head: str = "", title: str = "Nvidia to invest in OpenAI") -> str:
    text = body or f"<h1>{title}</h1><p>{LEAD}</p><p>{MORE}</p>"
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | News</title>{head}</head>
<body>{FURNITURE}<main><article>{text}</article></main>{RELATED}{COMMENTS}<footer>© News, all rights reserved</footer>
</body></html>"""


def read(markup: str, content_type: str | None = "text/html; charset=utf-8"):
    return read_page(markup.encode(), content_type, URL)


def test_an_article_is_read_without_its_page():
    got = read(page())
    assert got.text.split("\n")[-2:] == [LEAD, MORE]
    assert got.title == "Nvidia to invest in OpenAI"
    assert (got.language, got.quality, got.notice, got.published) == ("en", Quality.FULL, None, None)
    assert PAGE_EXTRACTOR.startswith("trafilatura ")


NOISE = {
    "another advert": ("win $1 million today", "lose 10 kilos in 10 days"),
    "other related links": ("Intel gets $5 billion", "Merger talks end after 3 weeks"),
    "another comment": ("I heard it was $900 billion!", "First! It was $7."),
    "other quotes and dashes": ("OpenAI, the", "OpenAI,  the"),
    "a line of time": ("<h1>", "<p>Updated 3 minutes ago</p><h1>"),
    "another menu": ("Markets", "Stocks &amp; 401k"),
}


@pytest.mark.parametrize(("old", "new"), NOISE.values(), ids=NOISE)
def test_noise_around_the_article_changes_nothing(old, new):
    assert text_hash(read(page().replace(old, new)).text) == text_hash(read(page()).text)


def test_an_encoding_that_is_labelled_wrongly_changes_nothing():
    body = page().encode("cp1252")
    assert read_page(body, "text/html; charset=utf-8", URL).text == read(page()).text


LD = '<script type="application/ld+json">{}</script>'
WHEN = Moment.at(datetime(2025, 9, 22, 12, 30, tzinfo=UTC))
DAY = Moment.of_days(date(2025, 9, 22), date(2025, 9, 22))
DATES = {
    "JSON-LD": (LD.format('{"@type": "NewsArticle", "datePublished": "2025-09-22T14:30:00+02:00"}'), WHEN),
    "JSON-LD in a graph": (
        LD.format('{"@graph": [{"@type": "Person"}, {"@type": ["Article"], "datePublished": "2025-09-22T12:30:00Z"}]}'),
        WHEN,
    ),
    "broken JSON-LD does not matter": (
        LD.format("{{{") + '<meta property="article:published_time" content="2025-09-22T12:30:00Z">',
        WHEN,
    ),
    "a meta element": ('<meta property="article:published_time" content="2025-09-22T12:30:00.000Z">', WHEN),
    "a time element": ('<time pubdate datetime="2025-09-22T12:30:00Z">', WHEN),
    "a day alone": ('<meta name="pubdate" content="2025-09-22">', DAY),
    "a time without a zone is a day": ('<meta name="pubdate" content="2025-09-22T12:30:00">', DAY),
    "a day that a time with a zone makes finer": (
        '<meta property="article:published_time" content="2025-09-22"><time datetime="2025-09-22T12:30:00Z">',
        WHEN,
    ),
    "a time of another day does not": (
        '<meta property="article:published_time" content="2025-09-22"><time datetime="2026-01-01T12:30:00Z">',
        DAY,
    ),
    "the date of the video beside it is not the article's": (
        LD.format('{"@type": "VideoObject", "datePublished": "2019-01-01T00:00:00Z"}')
        + '<meta name="pubdate" content="2025-09-22">',
        DAY,
    ),
    "the time of a change is not that of publication": (
        '<meta property="article:modified_time" content="2025-10-01T12:30:00Z">'
        '<meta name="pubdate" content="2025-09-22">',
        DAY,
    ),
    "none": ("", None),
}


@pytest.mark.parametrize(("head", "published"), DATES.values(), ids=DATES)
def test_published(head, published):
    tree = tree_of(f"<html><head>{head}</head><body><p>x</p></body></html>")
    assert published_of(tree, json_ld(tree), URL) == published


MOMENTS = {
    "2025-09-22T12:30:00Z": WHEN,
    "2025-09-22T08:30:00-04:00": WHEN,
    "Mon, 22 Sep 2025 12:30:00 GMT": WHEN,
    "Mon, 22 Sep 2025 08:30:00 EDT": WHEN,
    "Mon, 22 Sep 2025 12:30:00 -0000": WHEN,
    "2025-09-22": DAY,
    "20250922": DAY,
    "2025-09-22 12:30": DAY,
    "Mon, 22 Sep 2025 12:30:00": DAY,
    "2025-09": Moment.of_days(date(2025, 9, 1), date(2025, 9, 30)),
    "2025-13": None,
    "1970-01-01T00:00:00Z": None,
    "0001-01-01T00:00:00Z": None,
    "9999-12-31T23:59:59-12:00": None,
    "Mon, 01 Jan 0001 00:00:00 GMT": None,
    "soon": None,
    "": None,
}


@pytest.mark.parametrize(("printed", "moment"), MOMENTS.items())
def test_moment_of(printed, moment):
    assert moment_of(printed) == moment


@given(st.text(max_size=70))
def test_any_text_is_a_moment_or_none(printed):
    moment = moment_of(printed)
    assert moment is None or moment.earliest <= moment.latest


TITLES = {
    "as machines are told": ('<meta property="og:title" content="Nvidia &amp;amp; OpenAI">', "Nvidia & OpenAI"),
    "as search engines are told": (
        LD.format('{"@type": "NewsArticle", "headline": "It&#039;s done"}') + '<meta property="og:title" content="No">',
        "It's done",
    ),
    "as shown": ("", "Nvidia to invest in OpenAI"),
}


@pytest.mark.parametrize(("head", "title"), TITLES.values(), ids=TITLES)
def test_title(head, title):
    assert read(page(head=head)).title == title


QUALITIES = {
    "a whole report": (page(), Quality.FULL),
    "a teaser": (page(f"<p>{LEAD}</p>"), Quality.THIN),
    "a stub before a wall": (
        page(f"<p>{LEAD}</p><p>Subscribe to continue reading this article.</p>"),
        Quality.PAYWALLED,
    ),
    "a stub that says it is not free": (
        page(head=LD.format('{"@type": "NewsArticle", "isAccessibleForFree": "False"}')),
        Quality.PAYWALLED,
    ),
    "a whole report that calls for subscribers": (
        page(
            f"<p>{LEAD}</p>"
            + f"<p>{MORE}</p>" * 1
            + "<p>"
            + "The rest is a long story of many words. " * 40
            + "</p><p>Already a subscriber?</p>"
        ),
        Quality.FULL,
    ),
}


@pytest.mark.parametrize(("markup", "quality"), QUALITIES.values(), ids=QUALITIES)
def test_quality(markup, quality):
    assert read(markup).quality == quality


NOTICES = {
    "in the text": (
        page(f"<p>{LEAD}</p><p>{MORE}</p><p>Correction: The sum was misstated.</p>"),
        "Correction: The sum was misstated.",
    ),
    "in the title": (page(title="CORRECTED - Nvidia to invest"), "CORRECTED - Nvidia to invest"),
}


@pytest.mark.parametrize(("markup", "notice"), NOTICES.values(), ids=NOTICES)
def test_a_notice_of_correction_is_found(markup, notice):
    assert read(markup).notice == notice


def short(title: str, text: str) -> str:
    return f"<html><head><title>{title}</title></head><body><p>{text}</p></body></html>"


NO_ARTICLES = {
    "nothing": (b"", None, "empty"),
    "a PDF": (b"%PDF-1.7 ...", "text/html", "a PDF"),
    "what calls itself a PDF": (b"x", "application/pdf", "application/pdf"),
    "an image": (b"\x89PNG\r\n", None, "an image"),
    "a page made by scripts": (b'<html><body><div id="app"></div><script>go()</script></body></html>', None, "no text"),
    "a challenge": (short("Just a moment...", "Enable JavaScript and cookies to continue").encode(), None, "human"),
    "a refusal": (short("Access Denied", "You don’t have permission to access this page.").encode(), None, "refusal"),
    "not found": (short("Page not found", "The page you are looking for is not here.").encode(), None, "error page"),
    "a server in trouble": (short("503 Service Unavailable", "Try again later.").encode(), None, "error page"),
    "nested without end": (b"<div>" * 20_000 + b"x", None, "nested too deeply"),
    "elements without end": (b"<p>x</p>" * 70_000, None, "more than 60,000 elements"),
}


@pytest.mark.parametrize(("body", "content_type", "reason"), NO_ARTICLES.values(), ids=NO_ARTICLES)
def test_what_is_no_article_is_refused_in_one_line(body, content_type, reason):
    with pytest.raises(UnreadablePage, match=reason) as caught:
        read_page(body, content_type, URL)
    assert str(caught.value).startswith(URL)
    assert "\n" not in str(caught.value)


def test_a_report_about_an_error_page_is_an_article():
    text = "<p>Visitors saw the words access denied and error 404 for an hour on Monday.</p>"
    assert read(page(text + f"<p>{LEAD} {MORE}</p>" + "<p>The shop said a good deal about it at length.</p>" * 30)).text


def test_a_huge_table_is_left_out():
    rows = "".join(f"<tr><td>{n}</td><td>{n * n}</td></tr>" for n in range(2_000))
    got = read(page(f"<p>{LEAD}</p><table>{rows}</table><p>{MORE}</p>"))
    assert "1999" not in got.text
    assert MORE in got.text


@given(st.binary(max_size=300))
def test_bytes_are_a_page_or_refused(noise):
    for body in (noise, b"<html><body><p>" + noise):
        try:
            assert read_page(body, None, URL).text
        except UnreadablePage:
            continue
