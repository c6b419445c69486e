"""Known texts as the present extractor reads them: what differs, for review, and what is taken over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from extractors.comparing.rereadings import Finding
from extractors.models import EXTRACTOR, EXTRACTOR_VERSION, Fact, Report, Version, stable_id
from storage.articles import version_of_row
from storage.facts import known_facts, save_facts, save_reports
from storage.store import Row, Store


@dataclass(frozen=True, slots=True)
class KnownText:
    """A text that counts, and how it was read."""

    version: Version
    arrival: int
    edited: bool  # its outlet changed it since it was read before
    read_by: str | None  # version of the extractor


def texts_to_reread(store: Store, after: int, most: int) -> list[KnownText]:
    """Texts past this place in the order of arrival, so many at a time."""
    rows = store.query("texts_to_reread", after=after, most=most)
    return [_known_text(row) for row in rows]


def save_findings(
    store: Store, found: Mapping[str, Sequence[Finding]], articles: Mapping[str, str], at: datetime
) -> int:
    """Keep what differs in texts, by version, in place of what differed before. Returns how many rows changed."""
    rows = [_row(version, articles[version], each, at) for version, some in found.items() for each in some]
    ids = [row["finding_id"] for row in rows]
    left = store.change("drop_rereadings", version_ids=list(found), finding_ids=ids)
    return left + store.insert("save_rereadings", rows)


def accept_findings(store: Store, version_ids: Iterable[str], at: datetime) -> int:
    """Mark what differs in these texts as taken over."""
    return store.change("accept_rereadings", version_ids=list(version_ids), at=at)


def finding_rows(store: Store) -> list[Row]:
    """What differs and was not taken over, by article and attribute."""
    return store.query("rereadings")


def take_reports(store: Store, reports: Sequence[tuple[Version, Report]], at: datetime) -> None:
    """Keep readings of texts as a whole, in place of those by the same version of the extractor."""
    ids = [version.version_id for version, _ in reports]
    by, at_version = EXTRACTOR, EXTRACTOR_VERSION
    store.change("drop_reading_parties", version_ids=ids, extractor=by, extractor_version=at_version)
    store.change("drop_readings", version_ids=ids, extractor=by, extractor_version=at_version)
    save_reports(store, reports, at)


def take_facts(store: Store, taken: Sequence[Fact], dropped: Iterable[str], at: datetime) -> None:
    """Take up facts of a later reading and drop others, by id. No row of `facts` is touched."""
    known = known_facts(store, [fact.fact_id for fact in taken])
    fresh = [renewed(fact, at) if fact.fact_id in known else fact for fact in taken]
    save_facts(store, fresh)
    terms = [{"fact_id": fact.fact_id, "taken_at": at, "dropped_at": None} for fact in fresh]
    store.insert("save_terms", [*terms, *({"fact_id": each, "taken_at": None, "dropped_at": at} for each in dropped)])


def renewed(fact: Fact, at: datetime) -> Fact:
    """The fact under another id: one that was dropped, or that stood in another light, had its own."""
    return replace(fact, fact_id=stable_id("fact", fact.fact_id, at))


def taken_facts(store: Store, fact_ids: Iterable[str]) -> dict[str, datetime]:
    """When a later reading brought them, of those facts that one did."""
    return {row["fact_id"]: row["taken_at"] for row in store.query("taken_facts", fact_ids=list(fact_ids))}


def places_of_versions(store: Store, version_ids: Iterable[str]) -> dict[str, int]:
    """The place of each text's facts in the order of arrival, also where it has none yet."""
    rows = store.query("places_of_versions", version_ids=list(version_ids))
    return {row["version_id"]: row["place"] for row in rows}


def _known_text(row: Row) -> KnownText:
    beside = {name: row.pop(name) for name in ("arrival", "edited", "read_by")}
    return KnownText(version_of_row(row), **beside)


def _row(version_id: str, article_id: str, each: Finding, at: datetime) -> Row:
    return {
        "finding_id": each.id_in(version_id),
        "version_id": version_id,
        "article_id": article_id,
        "finding": each.finding,
        "attribute": each.attribute,
        "old_fact": each.old and each.old.fact_id,
        "old_says": each.old_says,
        "old_quote": each.old and each.old.claim.quote.words,
        "new_says": each.new_says,
        "new_quote": each.new and each.new.claim.quote.words,
        "extractor": EXTRACTOR,
        "extractor_version": EXTRACTOR_VERSION,
        "found_at": at,
    }
