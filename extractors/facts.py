"""Reports: what a text says of its deal → parties, claims, status; and claims → facts."""

from collections.abc import Sequence

from extractors.models import (
    Claim,
    Company,
    Days,
    Fact,
    Figure,
    Moment,
    Qualifier,
    Report,
    Rung,
    Span,
    Version,
    stable_id,
)
from extractors.parties import cast_of
from extractors.reading.figures import claims_of_figures
from extractors.reading.relevance import about_deal, could_be_deal, most_led, signs_of, worth_reading
from extractors.reading.scenes import scenes_of
from extractors.reading.stages import claims_of_days
from extractors.reading.tokens import Tokens, tokens_of
from extractors.report_rows import as_row
from extractors.status import find_status

READ_AT_MOST = 60_000  # code points; no report is longer, and what follows is a page of something else
_NOTHING = Report(about_deal=False)
_LONGEST_TITLE = 500
_LEAD = 2_000  # code points; what a report is about stands in these


def read_report(title: str | None, text: str, published: Moment | None, watched: Sequence[Company] = ()) -> Report:
    """Read what a text says of its main deal. All quotes stand in `text`; the title only helps to know the parties."""
    text, title = text[:READ_AT_MOST], (title or "")[:_LONGEST_TITLE] or None
    lead = tokens_of(text[:_LEAD], title)
    signs = signs_of(lead, title, goes_on=len(text) > _LEAD)
    if not worth_reading(signs):
        return _NOTHING
    read = lead if len(text) <= _LEAD else tokens_of(text, title)
    if not (could_be_deal(signs, 0.0) or could_be_deal(signs, most_led(read, title))):
        return _NOTHING
    cast = cast_of(read, title, watched)
    if cast.kind is None or not could_be_deal(signs, cast.led):
        return _NOTHING
    scenes = scenes_of(read, cast)
    status = find_status(read, scenes, cast, title)
    figures, governed = claims_of_figures(read, scenes, cast, text, title, published)
    if not about_deal(signs, cast, governed):
        return _NOTHING
    claims = [*figures, *claims_of_days(read, scenes, cast, text, published, status)]
    return Report(True, cast.kind, cast.parties, tuple(_without_repeats(claims)), status)


def facts_of(version: Version, report: Report, story_id: str, order: int, *, returned: bool = False) -> list[Fact]:
    """One fact for each claim of a version's report, the status among them; its id depends on the version alone.

    Where the article has `returned` to a text that it had before, the same words are said anew: the ids are others.
    """
    claims = [*report.claims, *([report.status] if report.status else [])]
    read = tokens_of(version.text[:READ_AT_MOST], version.title)
    return [
        Fact.of(
            version,
            claim,
            stable_id(
                "fact",
                version.article_id,
                version.text_hash,
                claim.attribute,
                claim.quote.start,
                claim.quote.end,
                claim.reading,
                *([version.version_id] if returned else []),
            ),
            story_id=story_id,
            order=order,
            sentence=_sentence_around(read, claim.quote),
        )
        for claim in claims
    ]


def _sentence_around(read: Tokens, quote: Span) -> str:
    sentence = read.sentences[read.sentence_at(quote.start)]
    return read.text[sentence.start : max(sentence.end, quote.end)]


def _without_repeats(claims: list[Claim]) -> list[Claim]:
    """Each value of an attribute once, in the words that hedge it most."""
    kept: dict[object, Claim] = {}
    for claim in claims:
        reading = claim.reading
        if isinstance(reading, Figure):
            key: object = (claim.attribute, claim.of, reading.unit, reading.value, reading.low, reading.high)
        elif isinstance(reading, Days):
            key = (claim.attribute, claim.of, reading.start, reading.end)
        else:
            key = (claim.attribute, reading)
        old = kept.get(key)
        if old is None or (_hedged(claim) and not _hedged(old)):
            kept[key] = claim
    return sorted(kept.values(), key=lambda claim: claim.quote.start)


def _hedged(claim: Claim) -> bool:
    return not isinstance(claim.reading, Rung) and claim.reading.qualifier not in (Qualifier.EXACT, Qualifier.PLANNED)


__all__ = ["as_row", "facts_of", "read_report"]
