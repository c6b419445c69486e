"""How versions were read: their reports and their facts."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from decimal import Context, Decimal

from extractors.models import (
    EXTRACTOR,
    EXTRACTOR_VERSION,
    Claim,
    Days,
    Fact,
    Figure,
    Moment,
    Problem,
    Qualifier,
    Reading,
    Report,
    Rung,
    Span,
    Tier,
    Version,
)
from storage.problems import save_problems
from storage.rows import parties
from storage.store import Row, Store

LARGEST, FINEST = Decimal(10) ** 28, Decimal("1e-10")  # the column is decimal(38, 10)
DATE = "date"  # the unit that marks days; a figure has another


def save_reports(store: Store, reports: Iterable[tuple[Version, Report]], at: datetime | None = None) -> int:
    """Keep how versions were read as a whole, when they were seen or at that time. Returns how many are new.

    A reading that is known stays as it is.
    """
    known = list(reports)
    rows = [
        {**_reading_of(version), "about_deal": report.about_deal, "kind": report.kind, "read_at": at or version.seen_at}
        for version, report in known
    ]
    roles = [
        {**_reading_of(version), "place": place, "name": party.name, "role": party.role}
        for version, report in known
        for place, party in enumerate(report.parties)
    ]
    saved = store.insert("save_reports", rows)
    store.insert("save_parties", roles)
    return saved


def reports_of(store: Store, version_ids: Iterable[str]) -> dict[str, Report]:
    """The last reading of each of these versions, by version, without its claims: those are facts."""
    rows = store.query("reports", version_ids=list(version_ids))
    return {row["version_id"]: Report(row["about_deal"], row["kind"], parties(row)) for row in rows}


def save_facts(store: Store, facts: Iterable[Fact]) -> int:
    """Keep facts not known before; their versions must be saved. Returns how many are new.

    A figure too large or too fine for its column becomes a problem of its own and is left out.
    """
    known = list(facts)
    save_problems(store, [_misfit(fact) for fact in known if not fits(fact.claim.reading)])
    return store.insert("save_facts", [fact_row(fact) for fact in known if fits(fact.claim.reading)])


def known_facts(store: Store, fact_ids: Iterable[str]) -> set[str]:
    """Those of the ids that are stored: their facts are not fresh."""
    return {row["fact_id"] for row in store.query("known_facts", fact_ids=list(fact_ids))}


def facts_of_deals(store: Store, deal_ids: Iterable[str]) -> dict[str, list[Fact]]:
    """The facts linked to each of these deals now, by deal, in the order of arrival."""
    found: dict[str, list[Fact]] = {}
    for row in store.query("facts_of_deals", deal_ids=list(deal_ids)):
        found.setdefault(row["deal_id"], []).append(_fact(row))
    return found


def facts_of_versions(store: Store, version_ids: Iterable[str]) -> list[Fact]:
    """The facts read from these versions, in the order of arrival."""
    return [_fact(row) for row in store.query("facts_of_versions", version_ids=list(version_ids))]


def printed_facts(store: Store, article_ids: Iterable[str]) -> list[Fact]:
    """What these articles ever printed, the facts that only edits found included, in the order of arrival."""
    return [_fact(row) for row in store.query("printed_facts", article_ids=list(article_ids))]


def facts_by_id(store: Store, fact_ids: Iterable[str]) -> dict[str, Fact]:
    """These facts by id."""
    return {row["fact_id"]: _fact(row) for row in store.query("facts_by_id", fact_ids=list(fact_ids))}


def next_arrival(store: Store) -> int:
    """The first free place in the order of arrival."""
    return int(store.query("next_arrival")[0]["place"])


def _reading_of(version: Version) -> Row:
    return {"version_id": version.version_id, "extractor": EXTRACTOR, "extractor_version": EXTRACTOR_VERSION}


def fits(reading: Reading) -> bool:
    """Whether the columns can hold a reading."""
    return not isinstance(reading, Figure) or all(_fits_column(number) for number in _numbers(reading))


def _numbers(figure: Figure) -> Iterator[Decimal]:
    yield from (each for each in (figure.value, figure.low, figure.high, figure.resolution) if each is not None)


def _fits_column(number: Decimal) -> bool:
    return number.is_finite() and abs(number) < LARGEST and number == number.quantize(FINEST, context=Context(prec=60))


def _misfit(fact: Fact) -> Problem:
    subject = fact.url or fact.document_id
    return Problem("store", subject, f"a figure too large or too fine to keep: {fact.claim.amount:.60}", fact.seen_at)


def fact_row(fact: Fact) -> Row:
    """A fact as a row of the table `facts`."""
    claim, quote = fact.claim, fact.claim.quote
    return {
        **{name: getattr(fact, name) for name in ("fact_id", "version_id", "article_id", "story_id", "dated")},
        **{name: getattr(fact, name) for name in ("sentence", "extractor", "extractor_version")},
        **{name: getattr(claim, name) for name in ("attribute", "basis", "payer", "condition", "modality", "amount")},
        **_reading_row(claim.reading),
        **{"quote": quote.words, "quote_start": quote.start, "quote_end": quote.end},
        **{"reported_from": fact.reported.earliest, "reported_to": fact.reported.latest},
        **{"strand": claim.of, "tense": claim.when, "recorded_at": fact.seen_at, "arrival": fact.order},
    }


def _reading_row(reading: Reading) -> Row:
    if isinstance(reading, Figure):
        return asdict(reading)
    if isinstance(reading, Days):
        days = {"date_start": reading.start, "date_end": reading.end, "qualifier": reading.qualifier}
        return {"unit": DATE, **days}
    return {"status": reading}


def _fact(row: Row) -> Fact:
    claim = Claim(
        reading=_reading(row),
        quote=Span(row["quote"], row["quote_start"], row["quote_end"]),
        of=row["strand"],
        when=row["tense"],
        **{name: row[name] for name in ("attribute", "amount", "basis", "payer", "condition", "modality")},
    )
    return Fact(
        claim=claim,
        tier=Tier(row["tier"]),
        reported=Moment(row["reported_from"], row["reported_to"]),
        seen_at=row["recorded_at"],
        order=row["arrival"],
        **{name: row[name] for name in ("fact_id", "version_id", "article_id", "document_id", "story_id", "url")},
        **{name: row[name] for name in ("outlet", "dated", "sentence", "extractor", "extractor_version")},
    )


def _reading(row: Row) -> Reading:
    if row["status"] is not None:
        return Rung(row["status"])
    qualifier = Qualifier(row["qualifier"])
    if row["unit"] == DATE:
        return Days(row["date_start"], row["date_end"], qualifier)
    numbers = {name: row[name] for name in ("value", "low", "high")}
    return Figure(row["unit"], **numbers, qualifier=qualifier, resolution=row["resolution"] or Decimal(0))
