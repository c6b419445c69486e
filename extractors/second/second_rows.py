"""The border to a second reader: the bytes that its endpoint answers → rows, typed but not yet believed."""

from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extractors.models import DealdriftError, Qualifier, Role, Rung

LONGEST_QUOTE, LONGEST_NAME = 600, 80  # code points


class UnusableAnswer(DealdriftError):
    """The endpoint's answer is not what was asked for; the rules' reading stands."""


class Row(BaseModel):
    """A part of an answer. Keys that nobody asked for are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Message(Row):
    """What the model wrote."""

    content: str


class Choice(Row):
    """One of its answers; only the first is read."""

    message: Message
    finish_reason: str | None = None


class Completion(Row):
    """The envelope that every chat endpoint sends."""

    choices: list[Choice] = Field(min_length=1)


class Answer(Row):
    """What the model says of a report. Its rows are checked one by one: a wrong one costs only itself."""

    about_deal: bool = True
    kind: str | None = None
    parties: list[Any] = []
    facts: list[Any] = []
    status: Any = None


class PartyRow(Row):
    """A company in a role."""

    name: str = Field(min_length=2, max_length=LONGEST_NAME)
    role: Role


class StatusRow(Row):
    """A rung and the words that say so."""

    value: Rung
    quote: str = Field(min_length=1, max_length=LONGEST_QUOTE)
    start: Any = None  # a hint where the quote stands; whatever it is, it is only a hint


class FactRow(Row):
    """A fact as `extract` prints it."""

    attribute: str = Field(pattern=r"^[a-z_]{3,30}$|^other:[a-z][a-z_]{1,40}$")
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = Field("date", max_length=40)
    qualifier: Qualifier = Qualifier.EXACT
    date_start: date | None = None
    date_end: date | None = None
    of: str | None = None
    basis: str | None = None
    quote: str = Field(min_length=1, max_length=LONGEST_QUOTE)
    start: Any = None
    when: str | None = None
    payer: str | None = None
    condition: str | None = None
    modality: str | None = None


def answer_in(body: bytes) -> Answer:
    """The object that a model wrote, from the body of a chat completion. Raises UnusableAnswer.

    Thoughts before the object and a fence of backticks around it are passed over.
    """
    content = _content(body)
    for text in (content, content.rpartition("</think>")[2]):
        start, end = text.find("{"), text.rfind("}") + 1
        with suppress(ValidationError):
            return Answer.model_validate_json(text[max(start, 0) : end])
    raise UnusableAnswer("the model's text is not the JSON object that was asked for")


def _content(body: bytes) -> str:
    try:
        choice = Completion.model_validate_json(body).choices[0]
    except ValidationError as error:
        raise UnusableAnswer("the answer is no chat completion with a text in it") from error
    if choice.finish_reason == "length":
        raise UnusableAnswer("the model's text breaks off at the limit of tokens; raise max_tokens in [reader]")
    return choice.message.content
