"""Documents as JSON Lines: the border where reports from files come in."""

import json
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from extractors.models import DealdriftError, Moment


class BadDocument(DealdriftError):
    """One line of the input is no document; the text says which and why."""


class Document(BaseModel):
    """A report as a file gives it: `text`, or `html` to be extracted. Unknown keys are ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)

    id: str = Field(min_length=1, max_length=500)
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    text: str | None = None
    html: str | None = None

    @model_validator(mode="after")
    def has_one_body(self) -> "Document":
        """Refuse a document with both bodies or none."""
        if (self.text is None) == (self.html is None):
            raise ValueError("exactly one of text and html is needed")
        return self

    @field_validator("published")
    @classmethod
    def is_a_moment(cls, published: str | None) -> str | None:
        """Refuse a time that cannot be read: an undated report is compared differently."""
        if published is not None:
            moment_of(published)
        return published

    @property
    def moment(self) -> Moment | None:
        """When it was published, as exactly as it says."""
        return moment_of(self.published) if self.published else None


def moment_of(printed: str) -> Moment:
    """Read a day, a month or a timestamp in ISO 8601; a timestamp without zone is UTC. Raises ValueError."""
    printed = printed.strip()
    try:
        if match := re.fullmatch(r"(\d{4})-(\d\d)", printed):
            year, month = int(match[1]), int(match[2])
            return Moment.of_days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        if len(printed) == 10:
            day = date.fromisoformat(printed)
            return Moment.of_days(day, day)
        when = datetime.fromisoformat(printed)
        return Moment.at(when if when.tzinfo else when.replace(tzinfo=UTC))
    except (ValueError, OverflowError) as error:
        raise ValueError("a day, a month or a timestamp such as 2025-09-22, 2025-09 or …T14:00Z") from error


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the input: its number from 1, and the document or the complaint."""

    number: int
    document: Document | None
    complaint: str | None


def read_lines(lines: Iterable[str], name: str) -> Iterator[Line]:
    """Yield a Line for each that is not blank; a bad one carries its complaint and the rest goes on."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield Line(number, parse(line), None)
            except BadDocument as error:
                yield Line(number, None, f"{name}, line {number}: {error}")


def parse(line: str) -> Document:
    """Read one document from its JSON. Raises BadDocument with one line."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadDocument(f"is no JSON ({error})") from error
    if not isinstance(row, dict):
        raise BadDocument("is no JSON object; expected {id, url, outlet, published, title, text or html}")
    try:
        return Document.model_validate(row)
    except ValidationError as error:
        fault = error.errors()[0]
        key = ".".join(map(str, fault["loc"]))
        raise BadDocument(f"{key + ': ' if key else ''}{fault['msg'].removeprefix('Value error, ')}") from error
