"""What a second reader, a language model, says of a report. Only what the text itself bears out is kept.

The model is never believed: it only points at words. What our own grammar reads in them is kept, and only where the
model said the same. So an invented figure, a dropped hedge or a report that gives the model orders changes nothing.
What it is asked stands in `second_prompt`, the form of its answer in `second_rows`, the checks in `second_checks`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from extractors.facts import READ_AT_MOST, facts_of
from extractors.models import Claim, Fact, Moment, Party, Report, Version, stable_id
from extractors.second.second_checks import Against, Refused, fact_in, party_in, status_in
from extractors.second.second_prompt import KINDS
from extractors.second.second_rows import Answer, UnusableAnswer, answer_in

__all__ = ["READER_VERSION", "SecondReading", "UnusableAnswer", "read_answer", "reader_name", "second_facts"]

READER_VERSION = "1"  # raised whenever the prompt or what is kept of an answer changes
_MOST_FACTS, _MOST_PARTIES = 60, 20  # of one report; more is no reading but a flood


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What is kept of an answer, who gave it, and why the rest was refused: one reason for each thing."""

    report: Report
    reader: str  # "reader:" and the name of the model
    refused: tuple[str, ...] = ()


def reader_name(model: str) -> str:
    """The extractor that a model's facts carry."""
    return f"reader:{model}"


def read_answer(
    body: bytes, model: str, title: str | None, text: str, published: Moment | None = None
) -> SecondReading:
    """Read the body of a chat completion and keep what the report bears out. Raises UnusableAnswer."""
    answer = answer_in(body)
    against = Against(title or "", text[:READ_AT_MOST], published)
    kept: list[Party | Claim] = []
    refused: list[str] = []
    for check, row in _rows(answer):
        try:
            kept.append(check(against, row))
        except Refused as reason:
            refused.append(str(reason))
    return SecondReading(_report(answer.kind, kept), reader_name(model), tuple(refused))


def _rows(answer: Answer) -> Iterator[tuple[Callable[[Against, Any], Party | Claim], Any]]:
    if answer.about_deal:
        yield from ((party_in, row) for row in islice(answer.parties, _MOST_PARTIES))
        yield from ((fact_in, row) for row in islice(answer.facts, _MOST_FACTS))
        if answer.status is not None:
            yield status_in, answer.status


def _report(kind: str | None, kept: list[Party | Claim]) -> Report:
    """What was kept, once each. Where nothing was, there is no deal."""
    if not kept:
        return Report(about_deal=False)
    claims = list(dict.fromkeys(each for each in kept if isinstance(each, Claim)))
    return Report(
        about_deal=True,
        kind=kind if kind in KINDS else None,
        parties=tuple(dict.fromkeys(each for each in kept if isinstance(each, Party))),
        claims=tuple(claim for claim in claims if claim.attribute != "status"),
        status=next((claim for claim in claims if claim.attribute == "status"), None),
    )


def second_facts(version: Version, reading: SecondReading, story_id: str = "", order: int = 0) -> list[Fact]:
    """One fact for each claim that was kept, under the reader's name and with ids of its own."""
    return [
        replace(
            fact,
            fact_id=stable_id("fact", fact.fact_id, reading.reader, READER_VERSION),
            extractor=reading.reader,
            extractor_version=READER_VERSION,
        )
        for fact in facts_of(version, reading.report, story_id, order)
    ]
