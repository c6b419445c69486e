import asyncio
import ipaddress
import socket
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.addresses import BlockedAddressError, CheckedAddresses, is_public, look_up

ADDRESSES = {
    "an ordinary IPv4 address is public": ("93.184.216.34", True),
    "an ordinary IPv6 address is public": ("2606:2800:220:1:248:1893:25c8:1946", True),
    "loopback is not": ("127.0.0.1", False),
    "all of 127/8 is loopback": ("127.8.9.10", False),
    "IPv6 loopback is not": ("::1", False),
    "private nets are not (10/8)": ("10.1.2.3", False),
    "private nets are not (172.16/12)": ("172.31.255.255", False),
    "private nets are not (192.168/16)": ("192.168.0.1", False),
    "unique local IPv6 is not": ("fd00:ec2::254", False),
    "site-local IPv6 is not": ("fec0::1", False),
    "shared address space is not": ("100.100.100.200", False),
    "link-local, where clouds keep their metadata, is not": ("169.254.169.254", False),
    "link-local IPv6 with a zone is not": ("fe80::1%eth0", False),
    "multicast is not": ("224.0.0.1", False),
    "IPv6 multicast is not": ("ff02::1", False),
    "broadcast is not": ("255.255.255.255", False),
    "reserved space is not": ("240.0.0.1", False),
    "the unspecified address is not": ("0.0.0.0", False),
    "the unspecified IPv6 address is not": ("::", False),
    "protocol assignments are not": ("192.0.0.192", False),
    "documentation is not": ("203.0.113.7", False),
    "the platform of a cloud is not, though it looks public": ("168.63.129.16", False),
    "IPv4-mapped loopback is not": ("::ffff:127.0.0.1", False),
    "IPv4-mapped public is": ("::ffff:93.184.216.34", True),
    "IPv4-compatible is not": ("::93.184.216.34", False),
    "6to4 of a private address is not": ("2002:0a00:0001::1", False),
    "6to4 of a public address is": ("2002:5db8:d822::1", True),
    "NAT64 of loopback is not": ("64:ff9b::7f00:1", False),
    "NAT64 of a public address is": ("64:ff9b::5db8:d822", True),
    "NAT64 for local use is not": ("64:ff9b:1::5db8:d822", False),
    "Teredo is not": ("2001:0:5db8:d822::1", False),
    "what is no address is not": ("example.com", False),
}


@pytest.mark.parametrize(("address", "public"), ADDRESSES.values(), ids=ADDRESSES)
def test_is_public(address, public):
    assert is_public(address) is public


@given(st.integers(0, 2**32 - 1))
def test_an_ipv4_address_inside_an_ipv6_one_is_judged_as_itself(number):
    plain = is_public(str(ipaddress.IPv4Address(number)))
    for inside in (0xFFFF << 32 | number, 0x64FF9B << 96 | number, 0x2002 << 112 | number << 80):
        assert is_public(str(ipaddress.IPv6Address(inside))) is plain


def checked(*answers, allow_private=False, allowed_hosts=frozenset()):
    rest = iter(answers)

    async def lookup(host):
        return next(rest)

    return CheckedAddresses(lookup, allow_private, allowed_hosts)


RESOLVE = {
    "a public host is resolved": (["93.184.216.34"], {}, True),
    "a host with one private address is refused": (["93.184.216.34", "10.0.0.1"], {}, False),
    "a private host that is allowed is resolved": (["10.0.0.1"], {"allowed_hosts": frozenset({"News.Example"})}, True),
    "another private host is not": (["10.0.0.1"], {"allowed_hosts": frozenset({"example"})}, False),
    "where all is allowed, so is loopback": (["127.0.0.1", "::1"], {"allow_private": True}, True),
    "but never where machines keep their secrets": (["169.254.169.254"], {"allow_private": True}, False),
}


@pytest.mark.parametrize(("answer", "rules", "fine"), RESOLVE.values(), ids=RESOLVE)
def test_resolve(answer, rules, fine):
    addresses = checked(answer, **rules)
    if fine:
        found = asyncio.run(addresses.resolve("news.example.", 80))
        assert [one["host"] for one in found] == answer
    else:
        with pytest.raises(BlockedAddressError, match=rf"news\.example\. leads to {answer[-1]}"):
            asyncio.run(addresses.resolve("news.example.", 80))


def test_a_name_is_asked_for_once_so_a_second_answer_changes_nothing():
    addresses = checked(["93.184.216.34"], ["127.0.0.1"])
    first, second = (asyncio.run(addresses.resolve("news.example", 80)) for _ in range(2))
    assert first == second


def test_a_host_without_addresses_is_an_error():
    with pytest.raises(OSError, match="no address"):
        asyncio.run(checked([]).resolve("news.example", 80))


def test_a_socket_is_opened_only_to_an_address_that_was_checked():
    addresses = checked(["93.184.216.34"])
    asyncio.run(addresses.resolve("news.example", 80))
    info = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
    addresses.open_socket((*info, ("93.184.216.34", 80))).close()
    with pytest.raises(BlockedAddressError, match="not checked"):
        addresses.open_socket((*info, ("8.8.8.8", 80)))


LOOKUPS = {
    "addresses are given once each": (lambda *_, **__: [(2, 1, 6, "", ("192.0.2.1", 0))] * 2, ["192.0.2.1"]),
    "a name that is none is an error": (lambda host, *_, **__: host.encode("idna"), None),
}


@pytest.mark.parametrize(("getaddrinfo", "found"), LOOKUPS.values(), ids=LOOKUPS)
def test_look_up(getaddrinfo, found, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    if found:
        assert asyncio.run(look_up("news.example")) == found
    else:
        with pytest.raises(OSError, match="label"):
            asyncio.run(look_up("a..b"))


def test_nobody_waits_for_a_name_server_that_does_not_answer(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(2) or [])

    async def impatient():
        async with asyncio.timeout(0.1):
            await look_up("news.example")

    start = time.monotonic()
    with pytest.raises(TimeoutError):
        asyncio.run(impatient())
    assert time.monotonic() - start < 1.5
