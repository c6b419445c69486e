"""The sample press: is it served as a press is, and does it say what `expected.toml` claims?"""

from __future__ import annotations

import gzip
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from http.client import HTTPConnection, HTTPResponse
from typing import Any

import feedparser
import pytest
import trafilatura

from deployments.demo.newsroom import HERE, Article, Version
from deployments.demo.press import Kiosk, feeds, load_press, serve

PRESS = load_press()
NAMES = [e.name for e in PRESS.editions]
LAST = len(NAMES) - 1
ARTICLES = {a.url_path: a for a in PRESS.articles}
HOUSES = {h.slug: h for h in PRESS.houses}
EXPECTED = tomllib.loads((HERE / "expected.toml").read_text("utf-8"))
TELL = [(deal["key"], tell) for deal in EXPECTED["deals"] for tell in deal["tell"]]
SILENT = [(deal["key"], s["editions"], q) for deal in EXPECTED["deals"] for s in deal["silent"] for q in s["quotes"]]
KINDS = {"revised", "conflict", "slipped", "pulled_forward", "status_changed", "edited", "corrected"}
KINDS |= {"refined", "hedge_changed", "lapsed", "mismatch", "outlier", "withdrawn"}
TIERS = {"filing", "company", "wire", "national", "trade", "aggregator", "blog"}
WIRE_COPY = "/tickerbarn/n/88104-nvidia-openai-100-billion-deal.html"
TAKEN_DOWN = "/tickerbarn/n/97733-nvidia-openai-30-billion.html"
EDITED = "/dealmoth/letters/0412.html"
CP1252 = "/eastmoor/business/chipmaker-backs-openai.html"
WALL = "/roundhouse/companies/suppliers-rise-on-nvidia-openai-pledge.html"


@pytest.fixture
def kiosk() -> Iterator[Kiosk]:
    with serve(PRESS) as kiosk:
        yield kiosk


def get(kiosk: Kiosk, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", kiosk.server_address[1], timeout=5)
    try:
        connection.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def at(reference: str) -> Article:
    return ARTICLES[f"/{reference}.html"]


def whole(version: Version | None) -> str:
    assert version is not None
    return "\n".join([version.title, version.notice, *version.paragraphs])


def test_the_press_is_as_large_as_promised() -> None:
    assert len(PRESS.houses) >= 12
    assert {h.feed for h in PRESS.houses} == {"rss", "full", "atom", "rdf"}
    assert {h.tier for h in PRESS.houses} == TIERS
    assert len(PRESS.articles) == len(ARTICLES) >= 40  # and no address twice


@pytest.mark.parametrize("edition", range(len(NAMES)), ids=NAMES)
def test_every_feed_is_read_as_its_house_means_it(kiosk: Kiosk, edition: int) -> None:
    kiosk.show(edition)
    for house, (url, name, _) in zip(PRESS.houses, feeds(PRESS, kiosk.base_url), strict=True):
        response, body = get(kiosk, url.removeprefix(kiosk.base_url))
        feed = feedparser.parse(body, response_headers={"content-type": response.headers["content-type"]})
        fault = (house.faults or {}).get(NAMES[edition])
        printed = [] if fault else PRESS.in_print(house, edition)[:10]
        assert bool(feed.bozo) == (fault == "html"), (name, feed.get("bozo_exception"))
        assert [e.link for e in feed.entries] == [kiosk.base_url + a.url_path for a in printed]
        assert [e.title for e in feed.entries] == [whole(a.version(edition)).split("\n")[0] for a in printed]
        assert [("published" in e or "updated" in e) for e in feed.entries] == [a.dated for a in printed]


@pytest.mark.parametrize("edition", range(len(NAMES)), ids=NAMES)
def test_pages_give_their_text_and_nothing_else(kiosk: Kiosk, edition: int) -> None:
    kiosk.show(edition)
    furniture = [*PRESS.furniture["adverts"], *(c["text"] for c in PRESS.furniture["comments"])]
    furniture += [PRESS.furniture["newsletter"], *(r["title"] for r in PRESS.furniture["related"])]
    fresh = [(a, v) for a in PRESS.articles if (v := a.version(edition)) and v.edition == edition and not a.house.wall]
    wrong = []
    for article, version in fresh:
        _, body = get(kiosk, article.url_path)
        text = trafilatura.extract(body.decode(article.house.encoding), fast=True, include_comments=False) or ""
        lost = [p for p in version.paragraphs if p[:2] != "! " and p.removeprefix("## ") not in text]
        if lost or any(f in text for f in furniture):
            wrong.append(article.url_path)
    assert len(wrong) <= len(fresh) / 10, wrong


ANSWERS = {
    "a page not yet printed is missing": (0, "/corvane/media/2026-01-22-paramount-extends-tender-offer.html", 404),
    "a page in print is there": (0, WIRE_COPY, 200),
    "a page is there until it is taken down": (8, TAKEN_DOWN, 200),
    "a page taken down is gone": (9, TAKEN_DOWN, 410),
    "robots are told where not to go": (0, "/robots.txt", 200),
    "a query does not hide a page": (0, WIRE_COPY + "?utm_source=feed", 200),
    "an unknown house is missing": (0, "/nobody/feed.xml", 404),
    "the root is missing": (0, "/", 404),
}


@pytest.mark.parametrize(("edition", "path", "status"), ANSWERS.values(), ids=ANSWERS)
def test_answers(kiosk: Kiosk, edition: int, path: str, status: int) -> None:
    kiosk.show(edition)
    assert get(kiosk, path)[0].status == status


@pytest.mark.parametrize("path", [EDITED, "/dealmoth/feed.xml", "/brassbell/feed.xml"])
def test_what_the_client_has_is_not_sent_again(kiosk: Kiosk, path: str) -> None:
    kiosk.show(0)
    first, body = get(kiosk, path)
    etag, since = first.headers["ETag"], first.headers["Last-Modified"]
    for headers in ({"If_None_Match": etag}, {"If_None_Match": f'"x", {etag}'}, {"If_Modified_Since": since}):
        again, nothing = get(kiosk, path, **headers)
        assert (again.status, nothing, again.headers["ETag"]) == (304, b"", etag)
    assert get(kiosk, path, If_None_Match='"x"', If_Modified_Since=since)[0].status == 200
    assert get(kiosk, path, If_Modified_Since="yesterday, maybe")[0].status == 200
    assert kiosk.counts["not_modified"] == 3
    kiosk.show(LAST)
    changed, fresh = get(kiosk, path, If_None_Match=etag, If_Modified_Since=since)
    assert changed.status == 200
    assert fresh != body


def test_an_unknown_edition_is_refused(kiosk: Kiosk) -> None:
    with pytest.raises(IndexError, match="no edition 11: there are 11"):
        kiosk.show(11)


HABITS = {
    "links are made from the host that was asked": (
        "/northline/feed.xml",
        {"Host": "press.test:81"},
        b"//press.test:81/n",
    ),
    "a hostile host is not repeated": ("/northline/feed.xml", {"Host": 'a"><x'}, b"http://127.0.0.1:"),
    "cp1252 is sent as cp1252": (CP1252, {}, "£74 billion, or €85 billion –".encode("cp1252")),
    "a consent wall says nothing of the deal": (WALL, {}, b"We value your privacy"),
    "its feed does": ("/roundhouse/feed.xml", {}, b"at least 10 gigawatts"),
}


@pytest.mark.parametrize(("path", "headers", "words"), HABITS.values(), ids=HABITS)
def test_habits_of_the_houses(kiosk: Kiosk, path: str, headers: dict[str, str], words: bytes) -> None:
    kiosk.show(1)
    assert words in get(kiosk, path, **headers)[1]


def test_one_house_compresses_for_those_who_ask(kiosk: Kiosk) -> None:
    kiosk.show(1)
    plain, body = get(kiosk, "/brassbell/feed.xml")
    packed, short = get(kiosk, "/brassbell/feed.xml", Accept_Encoding="gzip, deflate")
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(short) == body
    assert "Content-Encoding" not in get(kiosk, "/northline/feed.xml", Accept_Encoding="gzip")[0].headers


def test_pages_beside_the_text_move_in_one_house_only(kiosk: Kiosk) -> None:
    path = "/harrowgate/business/nvidia-to-put-up-to-100bn-into-chatgpt-maker.html"
    kiosk.show(2)
    before = get(kiosk, path)[1]
    kiosk.show(3)
    assert get(kiosk, path)[1] != before
    assert len(ARTICLES[path].versions) == 1


@pytest.mark.parametrize(("deal", "tell"), TELL, ids=[f"{d} {t['edition']} {t['attribute']}" for d, t in TELL])
def test_the_texts_say_what_is_expected_to_be_told(deal: str, tell: Mapping[str, Any]) -> None:
    edition = NAMES.index(tell["edition"])
    old, new = tell["from"], tell.get("to")
    if new is None:  # silence has no words
        assert tell["kinds"] == ["lapsed"]
        assert old["quote"] in whole(at(old["article"]).version(edition))
        return
    edited = at(new["article"]) is at(old["article"]) and {"edited", "corrected", "withdrawn"} & set(tell["kinds"])
    assert set(tell["kinds"]) <= KINDS
    assert old["quote"] in whole(at(old["article"]).version(edition - 1 if edited else edition))
    if new.get("gone"):
        assert at(new["article"]).version(edition) is None
        return
    version = at(new["article"]).version(edition)
    assert new["quote"] in whole(version)
    assert tell.get("notice", "") in whole(version)
    assert version is not None
    assert version.edition == edition, "news of this edition"
    if "days" in tell:
        assert (new["date_end"] - old["date_end"]).days == tell["days"]
    if edited:
        assert old["quote"] not in "\n".join(version.paragraphs)
        assert bool(version.notice) == ("corrected" in tell["kinds"]) == bool(version.modified)


@pytest.mark.parametrize(("deal", "editions", "quote"), SILENT, ids=[f"{d}: {q}" for d, _, q in SILENT])
def test_the_decoys_are_in_the_texts(deal: str, editions: list[str], quote: str) -> None:
    for edition in editions:
        index = NAMES.index(edition)
        versions = [a.version(index) for a in PRESS.articles if a.deal]
        if any(quote in whole(v) for v in versions if v and v.edition == index):
            return
    pytest.fail(f"nobody prints it in {editions}")


@pytest.mark.parametrize("row", EXPECTED["sums"], ids=lambda row: f"{row['article']} {row['total']}")
def test_story_arithmetic(row: Mapping[str, Any]) -> None:
    text = whole(at(row["article"]).version(LAST))
    printed = [*row["parts"], *([row["total"]] if row.get("printed", True) else [])]
    assert [p for p in printed if p not in text] == []
    assert sum(map(amount, row["parts"])) == amount(row["total"])


def amount(printed: str) -> Decimal:
    return Decimal(printed.split()[0].replace("$", "").replace(",", ""))


def test_every_kind_of_change_is_on_show() -> None:
    assert {kind for _, tell in TELL for kind in tell["kinds"]} == KINDS
    assert {a.deal for a in PRESS.articles} == {"", *(deal["key"] for deal in EXPECTED["deals"])}
    assert sorted(EXPECTED["other"]["articles"]) == sorted(a.url_path[1:-5] for a in PRESS.articles if not a.deal)


def test_several_stories_are_run_by_several_houses() -> None:
    stories = Counter(a.story for a in PRESS.articles)
    assert sum(n > 1 for n in stories.values()) >= 8
    assert max(stories.values()) >= 4
    for story in stories:
        first, *copies = (a for a in PRESS.articles if a.story == story)
        assert all(first.published <= c.published and c.deal == first.deal for c in copies)


@pytest.mark.parametrize("article", PRESS.articles, ids=ARTICLES)
def test_texts_are_as_long_as_news_is(article: Article) -> None:
    shortest = 80 if article.house.tier == "aggregator" else 110
    for version in article.versions:
        assert shortest <= len(" ".join(version.paragraphs).split()) <= 400


def test_edits_come_while_articles_are_still_revisited() -> None:
    """Nobody re-reads a page for ever: whatever changes does so within 28 days."""
    for article in PRESS.articles:
        later = [v.edition for v in article.versions[1:]] + ([article.gone] if article.gone else [])
        assert all((PRESS.editions[e].date - article.published).days < 28 for e in later)


def test_copies_and_edits_that_change_nothing_are_refused(tmp_path: Any) -> None:
    for name in ("houses.toml", "furniture.toml"):
        (tmp_path / name).write_text((HERE / name).read_text("utf-8"), "utf-8")
    (tmp_path / "stories" / "x").mkdir(parents=True)
    head = 'outlet = "dealmoth"\npath = "x"\npublished = 2025-09-22T01:00:00Z\ntitle = "X"\n'
    edit = '[[edits]]\nedition = "2025-09-23"\nreplace = [["not there", "new"]]\n'
    (tmp_path / "stories" / "x" / "x.md").write_text(f"+++\n{head}{edit}+++\nSome words.\n", "utf-8")
    with pytest.raises(ValueError, match="nothing to replace: 'not there'"):
        load_press(tmp_path)
