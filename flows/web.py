"""The web as it may be trusted: polite, limited in time and size, and blind to private addresses.

Everything that comes from outside may be hostile. A request ends in a Response or a Failure, never in an exception,
and within its deadline. Certificates are always verified. Proxies named in the environment are ignored: a proxy would
connect in our place, so that no address could be checked. Cookies are not kept.

aiohttp was chosen by measuring: `socket_factory` sees each address before it is connected to, it stops at the limit of
a decompression bomb without growing, and it reads ten times as many pages a second as httpx2.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http import HTTPStatus

import aiohttp
from yarl import URL

from extractors.models import DealdriftError
from flows.addresses import CheckedAddresses, Lookup
from flows.answers import Failure, Kind, Politeness, Request, Response, WebError, retry_after, sendable
from flows.bodies import ACCEPTED_ENCODINGS, read_body
from flows.connections import explained, session
from flows.robots import ROBOTS_LIMIT, Rules, rules_from

__all__ = ["Failure", "Politeness", "Request", "Response", "fetch", "fetch_all", "post", "send"]

_LONGEST_URL = 8000  # characters; what servers and our own header limit agree on
_REPLY_LIMIT = 64 * 1024  # bytes of a webhook receiver's answer that are read, and seconds given to it
_REPLY_SECONDS = 2.0
_REDIRECTS = (301, 302, 303, 307, 308)
_PERMANENT = (301, 308)
_PHRASES = {status.value: status.phrase for status in HTTPStatus}  # our words, not the server's
_HOST_IS_DOWN: tuple[Kind, ...] = ("dns", "refused", "timeout", "tls", "blocked_address", "protocol")


async def fetch_all(
    requests: Sequence[Request], politeness: Politeness, resolver: Lookup | None = None
) -> list[Response | Failure]:
    """Read many pages at once; the answers stand in the order of the requests.

    Hosts are read in parallel, one host at the pace of `politeness`. A host that answers 429 with Retry-After is not
    asked again in this call. All bodies are held in memory, so ask in batches. `resolver` stands in for the system's.
    """
    async with session(politeness, resolver) as (client, addresses):
        run = _Run(client, addresses, politeness)
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(run.answer(request)) for request in requests]
        return [task.result() for task in tasks]


def fetch(requests: Sequence[Request], politeness: Politeness) -> list[Response | Failure]:
    """Do as `fetch_all` does, from code that is not asynchronous, in any thread without a running loop."""
    return asyncio.run(fetch_all(requests, politeness))


async def send(
    url: str, body: bytes, headers: Mapping[str, str], politeness: Politeness, resolver: Lookup | None = None
) -> Response | Failure:
    """Post one webhook, at once and without asking robots.txt. Redirects are refused, since they would resend a secret.

    Any 2xx is a Response: what the receiver says besides is read for 2 seconds and 64 kB at most, and may be lacking.
    """
    async with session(politeness, resolver) as (client, addresses):
        try:
            target = _web_address(url)
            with explained(target, politeness.deadline):
                async with asyncio.timeout(politeness.deadline):
                    addresses.check_literal(target.raw_host or "")
                    plain = {**headers, "Accept-Encoding": "identity"}
                    answer = await client.post(target, data=body, headers=plain, allow_redirects=False)
                async with answer:
                    return await _reply(_response(url, target, answer), answer)
        except WebError as error:
            return error.failure(url)


def post(url: str, body: bytes, headers: Mapping[str, str], politeness: Politeness) -> Response | Failure:
    """Do as `send` does, from code that is not asynchronous."""
    return asyncio.run(send(url, body, headers, politeness))


async def _reply(found: Response, answer: aiohttp.ClientResponse) -> Response:
    """Add what a receiver said besides. A body that is late, too long or broken changes nothing: it was delivered."""
    if found.status in _REDIRECTS:
        raise WebError("redirects", f"redirects are not followed here ({found.status}); give the final address")
    _refuse_status(found)
    with suppress(aiohttp.ClientError, OSError, DealdriftError):
        async with asyncio.timeout(_REPLY_SECONDS):
            encoding = found.headers.get("content-encoding", "")
            return replace(found, body=await read_body(answer.content.iter_any(), encoding, _REPLY_LIMIT, cut=True))
    return found


@dataclass(slots=True)
class _Host:
    """What one run knows of one host."""

    slots: asyncio.Semaphore
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_start: float = 0.0  # in seconds of the loop's clock, as the next
    shut_until: float = 0.0
    rules: Rules | Failure | None = None


class _Run:
    """One call of `fetch_all`: who may ask whom, and when."""

    def __init__(self, client: aiohttp.ClientSession, addresses: CheckedAddresses, politeness: Politeness) -> None:
        self._client = client
        self._addresses = addresses
        self._politeness = politeness
        self._open = asyncio.Semaphore(politeness.connections)
        self._hosts: dict[str, _Host] = {}

    async def answer(self, request: Request) -> Response | Failure:
        try:
            found = await self._follow(request, self._politeness.max_bytes, obey=self._politeness.respect_robots)
            _refuse_status(found)
            if found.not_modified and not (request.etag or request.last_modified):
                raise WebError("protocol", "the server answered 304, as if we had the page, and we have not")
        except WebError as error:
            return error.failure(request.url)
        return found

    async def _follow(self, request: Request, limit: int, *, obey: bool, cut: bool = False) -> Response:
        """Ask, and go where the answer points; every hop is checked, waits for its turn, and eats from one deadline."""
        url, left, permanent = _web_address(request.url), self._politeness.deadline, True
        for hop in range(self._politeness.max_redirects + 1):
            if obey:
                await self._obey_robots(url)
            async with self._turn(url) as began:
                found = await self._ask(request, url, left, limit, cut)
            left -= asyncio.get_running_loop().time() - began
            if found.status not in _REDIRECTS:
                return replace(found, moved_to=found.final_url if hop and permanent else None)
            permanent = permanent and found.status in _PERMANENT
            url = _next_address(url, found)
        raise WebError(
            "redirects", f"more than {self._politeness.max_redirects} redirects, the last one to {url.raw_host}"
        )

    async def _ask(self, request: Request, url: URL, seconds: float, limit: int, cut: bool) -> Response:
        with explained(url, self._politeness.deadline):
            async with asyncio.timeout(seconds):
                self._addresses.check_literal(url.raw_host or "")
                async with self._client.get(url, headers=_headers(request), allow_redirects=False) as answer:
                    found = _response(request.url, url, answer)
                    self._heed(url, found)
                    if not 200 <= found.status < 300:
                        return found
                    encoding = found.headers.get("content-encoding", "")
                    return replace(found, body=await read_body(answer.content.iter_any(), encoding, limit, cut=cut))

    @asynccontextmanager
    async def _turn(self, url: URL) -> AsyncIterator[float]:
        """Wait until the host may be asked; yield the time of the start, in seconds of the loop's clock."""
        host, clock = self._host(url), asyncio.get_running_loop().time
        async with host.slots:
            async with host.turn:
                await asyncio.sleep(host.next_start - clock())
                if (wait := host.shut_until - clock()) > 0:
                    raise WebError("status", f"{url.raw_host} asked us to wait {wait:.0f} s more", wait, 429)
                await self._open.acquire()
                host.next_start = clock() + self._politeness.delay
            try:
                yield clock()
            finally:
                self._open.release()

    def _host(self, url: URL) -> _Host:
        name = f"{url.raw_host}:{url.port}"
        if name not in self._hosts:
            self._hosts[name] = _Host(asyncio.Semaphore(self._politeness.per_host))
        return self._hosts[name]

    def _heed(self, url: URL, found: Response) -> None:
        """Ask a host that is overrun for nothing more in this run, until the time that it gave is over."""
        if found.status == 429 and (wait := retry_after(found.headers.get("retry-after"), datetime.now(UTC))):
            self._host(url).shut_until = asyncio.get_running_loop().time() + wait

    async def _obey_robots(self, url: URL) -> None:
        """Raise WebError where robots.txt forbids the page or cannot be told; it is read once a host."""
        host = self._host(url)
        async with host.asking:
            if host.rules is None:
                host.rules = await self._robots(url)
        rules = host.rules
        if isinstance(rules, Failure):
            raise WebError(rules.kind, rules.reason, rules.retry_after, rules.status)
        if rules.wait:
            raise WebError("robots", f"{url.raw_host} could not give its robots.txt, so it is left alone for now")
        if not rules.allow(str(url), self._politeness.user_agent):
            raise WebError("robots", f"robots.txt of {url.raw_host} forbids this page")

    async def _robots(self, url: URL) -> Rules | Failure:
        where = Request(str(url.origin().with_path("/robots.txt")), accept="text/plain,*/*;q=0.8")
        try:
            found = await self._follow(where, ROBOTS_LIMIT, obey=False, cut=True)
        except WebError as error:
            return error.failure(where.url) if error.kind in _HOST_IS_DOWN else rules_from(error.status, b"")
        return rules_from(found.status, found.body)


def _web_address(url: str) -> URL:
    """Read an address. Raises WebError where it is not one of the web."""
    with suppress(ValueError):
        found = URL(url)
        if found.scheme in ("http", "https") and found.raw_host and len(url) <= _LONGEST_URL:
            return found
    raise WebError("protocol", f"not an address to read: http or https, a host, at most {_LONGEST_URL} characters")


def _next_address(url: URL, found: Response) -> URL:
    """Return where a redirect points, without credentials that a stranger put into it."""
    where = found.headers.get("location", "").encode("latin-1").decode("utf-8", "replace")
    if not where:
        raise WebError("redirects", f"{url.raw_host} redirects to nowhere")
    with suppress(ValueError, WebError):
        return _web_address(str(url.join(URL(where)).with_user(None)))
    raise WebError("redirects", f"{url.raw_host} redirects to what is no address of the web")


def _headers(request: Request) -> dict[str, str]:
    validators = {"If-None-Match": sendable(request.etag), "If-Modified-Since": sendable(request.last_modified)}
    known = {name: value for name, value in validators.items() if value}
    return {"Accept": request.accept, "Accept-Encoding": ACCEPTED_ENCODINGS, **known}


def _response(asked: str, url: URL, answer: aiohttp.ClientResponse) -> Response:
    headers: dict[str, str] = {}
    for raw_name, raw_value in answer.raw_headers:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return Response(asked, str(url.with_user(None).with_fragment(None)), answer.status, headers)


def _refuse_status(found: Response) -> None:
    if found.status == 304 or 200 <= found.status < 300:
        return
    wait = retry_after(found.headers.get("retry-after"), datetime.now(UTC)) if found.status in (429, 503) else None
    raise WebError(
        "status", f"the server answered {found.status} {_PHRASES.get(found.status, '')}".rstrip(), wait, found.status
    )
