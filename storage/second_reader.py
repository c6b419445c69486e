"""What the second reader said, kept beside the rules' facts and apart from them, to be compared."""

from collections.abc import Iterable
from datetime import datetime

from extractors.models import Version
from extractors.second.second_reader import READER_VERSION, SecondReading, second_facts
from storage.articles import version_of_row
from storage.facts import fact_row, fits
from storage.store import Store


def unread_by_reader(store: Store, reader: str, since: datetime, most: int) -> list[Version]:
    """Texts that the rules take for deals and that this reader has not read, latest first; seen since a time."""
    rows = store.query("unread_by_reader", extractor=reader, extractor_version=READER_VERSION, since=since, most=most)
    return [version_of_row(row) for row in rows]


def save_second_readings(store: Store, readings: Iterable[tuple[Version, SecondReading]], read_at: datetime) -> int:
    """Keep readings with their facts. What is known stays as it is. Returns how many facts are new.

    A figure too large or too fine for its column is left out: the rules' own of it is a problem already.
    """
    known = list(readings)
    rows = [
        {
            "version_id": version.version_id,
            "extractor": reading.reader,
            "extractor_version": READER_VERSION,
            "about_deal": reading.report.about_deal,
            "kind": reading.report.kind,
            "parties": [{"name": party.name, "role": party.role} for party in reading.report.parties],
            "refused": list(reading.refused),
            "read_at": read_at,
        }
        for version, reading in known
    ]
    facts = [fact for version, reading in known for fact in second_facts(version, reading)]
    store.insert("save_second_readings", rows)
    return store.insert("save_second_facts", [fact_row(fact) for fact in facts if fits(fact.claim.reading)])
