"""Ask the optional second reader, a language model, within the limits of one pass. The rules' reading always stands.

Whatever goes wrong here is a recorded problem and nothing more. The key goes into one header and nowhere else: no
reason holds words of the endpoint, redirects are refused, and only checked addresses are connected to.
"""

import asyncio
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus

from yarl import URL

from extractors.models import DealdriftError, Problem, Report, Version
from extractors.second.second_prompt import answer_schema, messages
from extractors.second.second_reader import SecondReading, UnusableAnswer, read_answer, reader_name
from flows.addresses import Lookup
from flows.answers import Politeness, WebError, sendable
from flows.bodies import ACCEPTED_ENCODINGS, read_body
from flows.connections import explained, session
from flows.reading import fault
from flows.settings import ReaderSettings

ANSWER_LIMIT = 256 * 1024  # bytes of one answer; a full one has a tenth of it
IN_A_ROW = 3  # failures after which the endpoint is left alone until the next pass
HOPELESS = (401, 402, 403, 404)  # the same for every report: key, account, model or address are wrong
UNREACHABLE = ("dns", "refused", "tls", "blocked_address", "redirects")  # so is this
FORMAT_REFUSED = (400, 415, 422)  # what endpoints answer that do not know a response_format


@dataclass(slots=True)
class Sitting:
    """What one pass may still ask, and how it went so far. `readings` are by version."""

    settings: ReaderSettings
    politeness: Politeness
    at: datetime
    left: int
    readings: dict[str, SecondReading] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    plain: bool = False  # the endpoint refused the format of answers once
    failures: int = 0  # in a row
    closed: str | None = None  # why nothing more is asked

    def spend(self) -> bool:
        """Count one call; False where none is left or none makes sense."""
        if self.left == 0 and not self.closed:
            self.close(f"all {self.settings.max_calls} calls of this pass are made (max_calls in [reader])")
        if self.closed:
            return False
        self.left -= 1
        return True

    def close(self, reason: str) -> None:
        """Ask nothing more in this pass, and say why, once."""
        if not self.closed:
            self.closed = reason
            self.note(self.settings.base_url, f"the second reader is asked no more in this pass: {reason}")

    def note(self, subject: str, reason: str) -> None:
        """Record what went wrong."""
        self.problems.append(Problem("read", subject, reason, self.at))


class _Failed(DealdriftError):
    """A call gave nothing: with which HTTP status, if any, and whether the next report would fare the same."""

    def __init__(self, reason: str, status: int | None = None, hopeless: bool = False) -> None:
        super().__init__(reason)
        self.status = status
        self.hopeless = hopeless


def new_sitting(settings: ReaderSettings, politeness: Politeness, now: datetime) -> Sitting:
    """Begin a pass. Private addresses are reached where `[reader]` or `[politeness]` allows them."""
    private = settings.allow_private or politeness.allow_private
    manners = Politeness(user_agent=politeness.user_agent, deadline=settings.seconds, allow_private=private)
    begun = Sitting(settings, manners, now, settings.max_calls)
    if settings.base_url.startswith("http:") and not private:
        begun.close("base_url begins with http://, where the key could be read on the way; use https://")
    return begun


def ask_about(
    versions: Sequence[Version],
    sitting: Sitting,
    environment: Mapping[str, str] = os.environ,
    resolver: Lookup | None = None,
) -> None:
    """Ask about each report, in their order, as far as the limits go. What comes of it is in the sitting."""
    if versions and not sitting.closed:
        asyncio.run(_ask_all(versions, sitting, environment, resolver))


async def _ask_all(
    versions: Sequence[Version], sitting: Sitting, environment: Mapping[str, str], resolver: Lookup | None
) -> None:
    endpoint = _Endpoint(sitting, _key(sitting, environment), resolver)
    turns = asyncio.Semaphore(sitting.settings.parallel)

    async def one(version: Version) -> None:
        async with turns:
            if not sitting.closed:
                await _read(version, sitting, endpoint)

    async with asyncio.TaskGroup() as group:
        for version in versions:
            group.create_task(one(version))


def _key(sitting: Sitting, environment: Mapping[str, str]) -> str | None:
    """The key, where the environment has one that a header can carry."""
    key = environment.get(sitting.settings.api_key_env, "").strip()
    if key and not sendable(key):
        sitting.close(f"${sitting.settings.api_key_env} holds characters that no key has")
    return sendable(key)


async def _read(version: Version, sitting: Sitting, endpoint: "_Endpoint") -> None:
    """Ask about one report, and note what came of it; a fault of ours costs only itself, too."""
    try:
        body = await endpoint.answer(version)
        reading = read_answer(body, sitting.settings.model, version.title, version.text, version.published)
    except _Failed as error:  # asked again in the next pass
        _note_failure(version, sitting, error)
    except UnusableAnswer as error:  # not asked again: what a model says of a text, it says each time
        sitting.readings[version.version_id] = _nothing(sitting, error)
        _note_failure(version, sitting, error)
    except Exception as error:
        sitting.readings[version.version_id] = _nothing(sitting, error)
        sitting.note(_subject(version), fault("read by the second reader", error))
    else:
        _note_reading(version, sitting, reading)


def _note_reading(version: Version, sitting: Sitting, reading: SecondReading) -> None:
    sitting.failures = 0
    sitting.readings[version.version_id] = reading
    if reading.refused and not reading.report.about_deal:
        said = f"nothing that the second reader said is borne out by the text (first: {reading.refused[0]})"
        sitting.note(_subject(version), said)


def _note_failure(version: Version, sitting: Sitting, error: DealdriftError) -> None:
    if sitting.closed:
        return  # said already
    if isinstance(error, _Failed) and error.hopeless:
        sitting.close(f"{error}; look at base_url, model and ${sitting.settings.api_key_env}")
        return
    sitting.failures += 1
    sitting.note(_subject(version), f"the second reader gave nothing: {error}; the rules' facts stand")
    if sitting.failures >= IN_A_ROW:
        sitting.close(f"it failed {IN_A_ROW} times in a row, the last time: {error}")


def _nothing(sitting: Sitting, error: Exception) -> SecondReading:
    """A reading that gave nothing, and why; of a fault of ours only its kind, since its words may be the model's."""
    why = str(error) if isinstance(error, DealdriftError) else f"a fault in dealdrift ({type(error).__name__})"
    return SecondReading(Report(about_deal=False), reader_name(sitting.settings.model), (why,))


def _subject(version: Version) -> str:
    return version.url or version.document_id


class _Endpoint:
    """The endpoint as one batch of reports asks it."""

    def __init__(self, sitting: Sitting, key: str | None, resolver: Lookup | None) -> None:
        self._sitting = sitting
        self._resolver = resolver
        self._url = URL(f"{sitting.settings.base_url}/chat/completions")
        self._headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": ACCEPTED_ENCODINGS,
            **({"Authorization": f"Bearer {key}"} if key else {}),
        }

    async def answer(self, version: Version) -> bytes:
        """The body of the answer about one report. Raises _Failed, after a second, plain call where that may help."""
        plain = self._sitting.plain or self._sitting.settings.answer_format == "plain"
        try:
            return await self._call(version, plain)
        except _Failed as error:
            if plain or error.status not in FORMAT_REFUSED:
                raise
        body = await self._call(version, plain=True)
        self._sitting.plain = True  # it was the format, not this report
        return body

    async def _call(self, version: Version, plain: bool) -> bytes:
        if not self._sitting.spend():
            raise _Failed("no call is left")
        manners = self._sitting.politeness
        body = request_body(self._sitting.settings, version, plain)
        try:
            async with session(manners, self._resolver) as (client, addresses):
                with explained(self._url, manners.deadline):
                    async with asyncio.timeout(manners.deadline):
                        addresses.check_literal(self._url.raw_host or "")
                        asked = client.post(self._url, data=body, headers=self._headers, allow_redirects=False)
                        async with asked as answer:
                            _refuse(answer.status)
                            encoding = answer.headers.get("content-encoding", "")
                            return await read_body(answer.content.iter_any(), encoding, ANSWER_LIMIT)
        except WebError as error:
            hopeless = error.kind in UNREACHABLE or error.status in HOPELESS
            raise _Failed(str(error), error.status, hopeless) from error


def request_body(settings: ReaderSettings, version: Version, plain: bool) -> bytes:
    """What is posted for one report; a plain one has nothing that an endpoint might not know."""
    asked: dict[str, object] = {
        "model": settings.model,
        "messages": messages(version.title, version.text, version.published, settings.max_characters),
        settings.tokens_key: settings.max_tokens,
    }
    if not plain:
        asked |= {"temperature": 0, "response_format": _format(settings)}
    return json.dumps(asked).encode()


def _format(settings: ReaderSettings) -> dict[str, object]:
    if settings.answer_format == "json_object":
        return {"type": "json_object"}
    return {"type": "json_schema", "json_schema": {"name": "report", "strict": True, "schema": answer_schema()}}


def _refuse(status: int) -> None:
    if 300 <= status < 400:
        raise WebError(
            "redirects", f"redirects are not followed here ({status}); give the final base_url", None, status
        )
    if not 200 <= status < 300:
        phrase = HTTPStatus(status).phrase if status in {each.value for each in HTTPStatus} else ""
        raise WebError("status", f"the endpoint answered {status} {phrase}".rstrip(), None, status)
