"""Which addresses may be connected to: those that the whole internet can reach, and no others.

News pages and redirects name hosts that strangers chose. Without this check one of them could make us read the
router, a cloud's metadata service or a database beside us. A name is resolved once in a run, every address is checked,
and a socket is opened only to an address that was checked, so a second answer of the name server changes nothing.

Any port is allowed: publishers do serve on 8080 and 8443, and what a public host offers to all is no secret of ours.
"""

import asyncio
import contextlib
import ipaddress
import socket
import threading
from collections.abc import Awaitable, Callable, Sequence

from aiohttp.abc import AbstractResolver, ResolveResult

from extractors.models import DealdriftError

Lookup = Callable[[str], Awaitable[Sequence[str]]]
"""A host name → its addresses as text. Raises OSError where there are none."""

AddressInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[object, ...]]

# Only these IPv6 addresses are routed on the internet (IANA IPv6 address space registry).
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
# NAT64 puts an IPv4 address in the last 32 bits (RFC 6052). 64:ff9b:1::/48 is for local use and stays refused.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_REFUSED_IPV4 = (
    ipaddress.IPv4Network("192.0.0.0/24"),  # IETF protocol assignments; older Pythons know only a part of it
    ipaddress.IPv4Network("192.88.99.0/24"),  # retired 6to4 relays (RFC 7526)
    ipaddress.IPv4Network("168.63.129.16/32"),  # the Azure platform, seen from inside a machine there
)


class BlockedAddressError(DealdriftError):
    """A host leads to an address that is not public."""


def is_public(address: str) -> bool:
    """Can the whole internet reach this address? An IPv4 address inside an IPv6 one is judged as itself.

    Loopback, private, shared, link-local, multicast, reserved and unspecified addresses cannot, nor what is no address.
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = _embedded(found)
        if inner is None:
            return found in _GLOBAL_UNICAST and found.is_global
        found = inner
    return found.is_global and not (found.is_multicast or found.is_reserved or any(found in n for n in _REFUSED_IPV4))


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address to which a mapped, 6to4 or NAT64 address leads. Teredo is never public as it stands."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


class CheckedAddresses(AbstractResolver):
    """The addresses of one run: resolves names, refuses what is not public, opens sockets to nothing else.

    `allowed_hosts` are host names or addresses, as in the URL, that may be private; `allow_private` allows all.
    """

    def __init__(self, lookup: Lookup | None, allow_private: bool, allowed_hosts: frozenset[str]) -> None:
        self._lookup = lookup or look_up
        self._allow_private = allow_private
        self._allowed_hosts = {_comparable(host) for host in allowed_hosts}
        self._known: dict[str, list[str]] = {}
        self._checked: set[str] = set()

    def check_literal(self, host: str) -> None:
        """Check a host that is an address already, since no name server is asked for it. Raises BlockedAddressError."""
        with contextlib.suppress(ValueError):
            ipaddress.ip_address(host.partition("%")[0])
            self._check(host, [host])

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the checked addresses of a host; one that is not public refuses them all.

        Raises OSError where there are none, BlockedAddressError where one is not public.
        """
        if host not in self._known:
            found = list(await self._lookup(host))
            if not found:
                raise OSError(f"{host} has no address")
            self._check(host, found)
            self._known[host] = found
        return [_resolved(host, address, port) for address in self._known[host]]

    async def close(self) -> None:
        """Nothing is held open."""

    def open_socket(self, info: AddressInfo) -> socket.socket:
        """Open the socket for one connection, unless its address was not checked in this run."""
        family, kind, protocol, _, where = info
        if str(where[0]) not in self._checked:
            raise BlockedAddressError(f"{where[0]} was not checked before connecting")
        return socket.socket(family, kind, protocol)

    def _check(self, host: str, addresses: list[str]) -> None:
        for address in addresses:
            if ipaddress.ip_address(address.partition("%")[0]).is_link_local:
                raise BlockedAddressError(
                    f"{host} leads to {address}: link-local, not a public address, and never asked"
                )
        if not (self._allow_private or _comparable(host) in self._allowed_hosts):
            for address in addresses:
                if not is_public(address):
                    raise BlockedAddressError(
                        f"{host} leads to {address}, which is not a public address; set allow_private if it is yours"
                    )
        self._checked.update(addresses)


def _comparable(host: str) -> str:
    return host.rstrip(".").lower()


def _resolved(host: str, address: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=flags)


async def look_up(host: str) -> Sequence[str]:
    """Ask the system's resolver, in a thread that nobody waits for: the system's own time limit may be minutes.

    Raises OSError where the name has no address, or is none.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def tell(found: list[str] | OSError) -> None:
        if answer.done():
            return
        if isinstance(found, OSError):
            answer.set_exception(found)
        else:
            answer.set_result(found)

    def ask() -> None:
        found = _addresses(host)
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(tell, found)

    threading.Thread(target=ask, daemon=True, name="look up a host").start()
    return await answer


def _addresses(host: str) -> list[str] | OSError:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError as error:
        return error
    except UnicodeError as error:  # a label that is empty or too long
        return OSError(f"{error}")
    return list(dict.fromkeys(str(where[0]) for *_, where in found))
