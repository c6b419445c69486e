"""The one place where the HTTP client is set up, and where its errors are put into words."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import aiohttp
from yarl import URL

from extractors.models import DealdriftError
from flows.addresses import BlockedAddressError, CheckedAddresses, Lookup
from flows.answers import Kind, Politeness, WebError
from flows.bodies import BadEncodingError, TooLargeError

_IDLE_SECONDS = 5.0  # a kept connection; longer than the usual delay, short enough not to run out of sockets


@asynccontextmanager
async def session(
    politeness: Politeness, resolver: Lookup | None
) -> AsyncIterator[tuple[aiohttp.ClientSession, CheckedAddresses]]:
    """A client without memory, proxies or decoding of its own, and the addresses that it may connect to."""
    addresses = CheckedAddresses(resolver, politeness.allow_private, politeness.allowed_hosts)
    connector = aiohttp.TCPConnector(
        resolver=addresses,
        socket_factory=addresses.open_socket,
        use_dns_cache=False,
        limit=0,  # whoever uses it gives out the turns
        keepalive_timeout=_IDLE_SECONDS,
    )
    async with aiohttp.ClientSession(
        connector=connector,
        auto_decompress=False,
        trust_env=False,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None),
        headers={"User-Agent": politeness.user_agent},
    ) as session:
        yield session, addresses


@contextmanager
def explained(url: URL, deadline: float) -> Iterator[None]:
    """Turn what can go wrong on the way to a host into a WebError that says so."""
    try:
        yield
    except WebError:
        raise
    except (aiohttp.ClientError, OSError, ValueError, DealdriftError) as error:
        kind, reason = _explanation(error, f"{url.raw_host}:{url.port}", deadline)
        raise WebError(kind, reason) from error


def _explanation(error: Exception, host: str, deadline: float) -> tuple[Kind, str]:
    match error:
        case BlockedAddressError():
            return "blocked_address", str(error)
        case TooLargeError():
            return "too_large", str(error)
        case BadEncodingError():
            return "bad_encoding", str(error)
        case TimeoutError():
            return "timeout", f"{host} gave no complete answer within {deadline:g} s"
        case aiohttp.ClientConnectorDNSError():
            return "dns", f"{host} has no address: no such host, or the name server did not answer"
        case aiohttp.ClientConnectorCertificateError():
            return "tls", f"the certificate of {host} cannot be trusted"
        case aiohttp.ClientSSLError():
            return "tls", f"{host} does not speak TLS as it should"
        case aiohttp.ClientConnectorError():
            return "refused", f"{host} cannot be connected to"
        case ValueError():
            return "protocol", f"{host} is no host name, or the address cannot be read"
        case _:
            return "protocol", f"{host} broke off, or answered what is not HTTP"
