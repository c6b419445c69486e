"""Imported by the process that workers are forked from: it reads one page, so that they begin with all that takes."""

from datetime import UTC, datetime

from extractors.models import Tier
from flows.reading import Draft, read_safely

WORDS = "Nvidia will invest up to $100 billion in OpenAI next year, the companies announced on Monday. " * 3
PAGE = f"<html lang=en><head><title>A report</title></head><body><article><p>{WORDS}</p></article></body></html>"
DRAFT = Draft(
    article_id="none",
    document_id="none",
    url="http://press.example/",
    outlet=None,
    tier=Tier.NATIONAL,
    title=None,
    published=None,
    seen_at=datetime(2025, 9, 22, tzinfo=UTC),
    body=PAGE.encode(),
)

outcome = read_safely(DRAFT, ())
