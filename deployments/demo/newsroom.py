"""What the sample press prints: houses, editions, articles and their versions, read from the files beside this one.

A file in `stories/` is one story: TOML between two lines of `+++`, then the text. The house that wrote it comes first;
`[[copies]]` are the houses that ran it, `[[edits]]` what was changed later at the same address. All keys:
`stories/README.md`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Edition:
    """One simulated day. Everything published up to `date` is in print, and nothing later."""

    name: str
    date: datetime  # aware, UTC


@dataclass(frozen=True, slots=True)
class House:
    """One made-up outlet and its habits."""

    slug: str
    name: str
    tier: str  # filing, company, wire, national, trade, aggregator, blog
    feed: str  # rss, full, atom, rdf
    design: str  # a template
    encoding: str = "utf-8"
    charset_in: tuple[str, ...] = ("header", "meta")
    dates: tuple[str, ...] = ("jsonld",)  # how a page states its day: jsonld, meta, time, text
    language: str = "en"
    tagline: str = ""
    menu: tuple[str, ...] = ()
    gzip: bool = False
    rotating: bool = False  # the boxes beside the text differ in every edition
    wall: bool = False  # pages are a consent wall; only the feed can be read
    faults: Mapping[str, str] | None = None  # edition → how its feed fails: "empty" or "html"


@dataclass(frozen=True, slots=True)
class Version:
    """The text of an article from one edition on."""

    edition: int
    title: str
    paragraphs: tuple[str, ...]
    notice: str = ""  # a correction, in the house's words
    modified: datetime | None = None  # as the page states it; a silent edit states nothing
    changed: datetime | None = None  # as the server's headers state it


@dataclass(frozen=True, slots=True)
class Article:
    """One address of one house, in all its versions, oldest first."""

    house: House
    path: str
    published: datetime
    byline: str
    versions: tuple[Version, ...]
    story: str  # the file it is from; articles of one story are copies of one report
    deal: str = ""
    summary: str = ""
    dated: bool = True
    gone: int | None = None  # from this edition on the server answers 410

    @property
    def url_path(self) -> str:
        """The address without scheme and host."""
        return f"/{self.house.slug}/{self.path}.html"

    def version(self, edition: int) -> Version | None:
        """The version in print in an edition; None before the first and after the article is gone."""
        if self.gone is not None and edition >= self.gone:
            return None
        return next((v for v in reversed(self.versions) if v.edition <= edition), None)

    def standfirst(self, edition: int) -> str:
        """What a feed prints below the headline."""
        version = self.version(edition)
        return self.summary or (version.paragraphs[0] if version else "")


@dataclass(frozen=True, slots=True)
class Press:
    """All houses and all they ever print."""

    houses: tuple[House, ...]
    editions: tuple[Edition, ...]
    articles: tuple[Article, ...]
    furniture: Mapping[str, Any]  # adverts, related links, comments: what is on a page and is not the text

    def in_print(self, house: House, edition: int) -> list[Article]:
        """A house's articles in an edition, newest first."""
        ours = [a for a in self.articles if a.house == house and a.version(edition)]
        return sorted(ours, key=lambda a: a.published, reverse=True)

    def changed_in(self, edition: int) -> bool:
        """Whether any page that was in print before says something else in this edition, or is gone."""
        return any(a.gone == edition or any(v.edition == edition for v in a.versions[1:]) for a in self.articles)


def load_press(folder: Path = HERE) -> Press:
    """Read `houses.toml`, `furniture.toml` and `stories/`. Raises KeyError or ValueError where a file is wrong."""
    plan = tomllib.loads((folder / "houses.toml").read_text("utf-8"))
    editions = tuple(Edition(e["name"], e["date"]) for e in plan["editions"])
    houses = {h["slug"]: _house(h) for h in plan["houses"]}
    files = sorted((folder / "stories").glob("*/*.md"))
    articles = tuple(a for f in files for a in _articles(f, houses, editions))
    furniture = tomllib.loads((folder / "furniture.toml").read_text("utf-8"))
    return Press(tuple(houses.values()), editions, articles, furniture)


def _house(row: Mapping[str, Any]) -> House:
    habits: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return House(**habits)


def _articles(file: Path, houses: Mapping[str, House], editions: tuple[Edition, ...]) -> Iterator[Article]:
    _, head, body = file.read_text("utf-8").split("+++\n", 2)
    row = tomllib.loads(head) | {"story": f"{file.parent.name}/{file.stem}"}
    shared = {key: row[key] for key in ("title", "deal", "story") if key in row}
    paragraphs = _paragraphs(body)
    yield _article(row, paragraphs, houses, editions)
    for copy in row.get("copies", []):
        run = paragraphs[: copy.get("keep", len(paragraphs))]
        run = (*_paragraphs(copy.get("lead", "")), *run, *_paragraphs(copy.get("tail", "")))
        yield _article(shared | copy, _exchange(run, copy.get("replace", [])), houses, editions)


def _article(
    row: Mapping[str, Any], paragraphs: tuple[str, ...], houses: Mapping[str, House], editions: tuple[Edition, ...]
) -> Article:
    names = [e.name for e in editions]
    first = next(i for i, e in enumerate(editions) if row["published"] <= e.date)
    versions = [Version(first, row["title"], paragraphs, changed=row["published"])]
    for edit in row.get("edits", []):
        index = names.index(edit["edition"])
        versions.append(_edited(versions[-1], edit, index, editions[index].date))
    gone = names.index(row["gone_in"]) if "gone_in" in row else None
    return Article(
        house=houses[row["outlet"]],
        path=row["path"],
        published=row["published"],
        byline=row.get("byline", ""),
        versions=tuple(versions),
        story=row["story"],
        deal=row.get("deal", ""),
        summary=row.get("summary", ""),
        dated=row.get("dated", True),
        gone=gone,
    )


def _edited(before: Version, edit: Mapping[str, Any], index: int, date: datetime) -> Version:
    notice = edit.get("notice", "")
    when = date - timedelta(hours=3)
    after = replace(before, edition=index, title=edit.get("title", before.title), changed=when)
    paragraphs = _exchange(before.paragraphs, edit.get("replace", []))
    return replace(after, paragraphs=paragraphs, notice=notice, modified=when if notice else before.modified)


def _exchange(paragraphs: tuple[str, ...], pairs: list[list[str]]) -> tuple[str, ...]:
    for old, new in pairs:
        if not any(old in p for p in paragraphs):
            raise ValueError(f"nothing to replace: {old!r}")
        paragraphs = tuple(p.replace(old, new) for p in paragraphs)
    return paragraphs


def _paragraphs(body: str) -> tuple[str, ...]:
    return tuple(" ".join(p.split()) for p in body.split("\n\n") if p.strip())
