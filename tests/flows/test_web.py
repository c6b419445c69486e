import asyncio
import contextlib
import datetime
import gzip
import itertools
import ssl
import threading
import time
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.web import Failure, Politeness, Request, Response, fetch, fetch_all, post, send
from tests.flows.servers import Server, after, bomb, endless, reply, reset, spied_connections, then_close

FAST = Politeness(delay=0, deadline=1.0, allow_private=True, respect_robots=False)
STRICT = Politeness(delay=0, deadline=1.0, respect_robots=False)


@pytest.fixture(autouse=True)
def connected_to():
    with spied_connections("93.184.216.34") as seen:
        yield seen


def ask(server, *paths, politeness=FAST):
    return fetch([Request(server.url(path)) for path in paths], politeness)


def resolver(**hosts):
    async def lookup(host):
        return hosts[host.removesuffix(".example")]

    return lookup


def ask_strictly(url, **hosts):
    return asyncio.run(fetch_all([Request(url)], STRICT, resolver(**hosts)))[0]


PAGE = b"<p>Nvidia invests up to $100 billion.</p>"
HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"

PAGES = {
    "a plain page": reply(body=PAGE),
    "a page in gzip": reply(body=gzip.compress(PAGE), content_encoding="gzip"),
    "a page in chunks": CHUNKED + b"5\r\n" + PAGE[:5] + b"\r\n24\r\n" + PAGE[5:] + b"\r\n0\r\n\r\n",
    "a page that ends with the connection": then_close(HEAD + b"\r\n" + PAGE),
    "a page after an early hint": b"HTTP/1.1 103 Early Hints\r\n\r\n" + reply(body=PAGE),
    "a page with bytes after its end": then_close(reply(body=PAGE) + b"HTTP/1.1 200 OK\r\n\r\nmore"),
    "a page that is a little late": after(0.1, reply(body=PAGE)),
}


@pytest.mark.parametrize("route", PAGES.values(), ids=PAGES)
def test_pages(route):
    with Server({"/": route}) as server:
        first, second = ask(server, "/", "/")
    assert isinstance(first, Response)
    assert isinstance(second, Response)
    assert first.body == second.body == PAGE


FAULTS = {
    "a page that is not there": (reply(404), "status", "404 Not Found"),
    "a page that is gone": (reply(410), "status", "410 Gone"),
    "a status that nobody knows": (reply(799), "status", "answered 799"),
    "a server in trouble": (reply(500), "status", "500 Internal"),
    "a connection that is reset": (reset, "protocol", "broke off"),
    "a connection that is closed at once": (then_close(b""), "protocol", "broke off"),
    "a server of something else": (then_close(b"220 mail.example ESMTP\r\n"), "protocol", "not HTTP"),
    "a body shorter than was said": (then_close(HEAD + b"Content-Length: 99\r\n\r\nhalf"), "protocol", "broke off"),
    "chunks that break off": (then_close(CHUNKED + b"5\r\nNvid"), "protocol", "broke off"),
    "a chunk with a wrong size": (then_close(CHUNKED + b"zz\r\nNvidia\r\n"), "protocol", "broke off"),
    "a length that is no number": (then_close(HEAD + b"Content-Length: many\r\n\r\nhalf"), "protocol", "not HTTP"),
    "a server that says nothing": (after(9, b""), "timeout", "within 1 s"),
    "a body that drips": (endless(HEAD + b"\r\n", b"x", pause=0.05), "timeout", "within 1 s"),
    "headers that drip": (endless(HEAD, b"X: y\r\n", pause=0.05), "timeout", "within 1 s"),
    "a body without end": (endless(HEAD + b"\r\n", b"x" * 65536), "too_large", "10,000,000 bytes"),
    "headers without end": (endless(HEAD, b"X: y\r\n" * 999), "protocol", "not HTTP"),
    "a header without end": (endless(HEAD + b"X: ", b"y" * 65536), "protocol", "not HTTP"),
    "a status line without end": (endless(b"HTTP/1.1 200 ", b"y" * 65536), "protocol", "not HTTP"),
    "hints without end": (endless(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n" * 99), "timeout", "within 1 s"),
    "trailers without end": (endless(CHUNKED + b"0\r\n", b"X: y\r\n" * 999), None, ""),
    "a chunk extension without end": (endless(CHUNKED + b"5;", b"y" * 65536), None, ""),
    "an encoding that was not asked for": (reply(body=b"x", content_encoding="br"), "bad_encoding", "'br'"),
    "an encoding that is a lie": (reply(body=PAGE, content_encoding="gzip"), "bad_encoding", "not the gzip"),
    "a circle of redirects": (reply(302, location="/"), "redirects", "more than 5"),
    "a redirect to nowhere": (reply(302), "redirects", "nowhere"),
    "a redirect to a file": (reply(302, location="file:///etc/passwd"), "redirects", "no address"),
    "a redirect to what is no address": (reply(302, location="http://[x"), "redirects", "no address"),
    "not modified, though we have nothing": (reply(304), "protocol", "304"),
}


@pytest.mark.parametrize(("route", "kind", "words"), FAULTS.values(), ids=FAULTS)
def test_faults_end_in_one_clear_line_and_the_rest_goes_on(route, kind, words):
    with Server({"/": route, "/fine": reply(body=PAGE)}) as server:
        start = time.monotonic()
        fault, fine = ask(server, "/", "/fine")
        assert time.monotonic() - start < 4
    assert isinstance(fault, Failure)
    assert kind is None or fault.kind == kind
    assert words in fault.reason
    assert "\n" not in fault.reason
    assert isinstance(fine, Response)


ADDRESSES = ["", "/path", "file:///etc/passwd", "ftp://127.0.0.1/", "http://", "http://[::1", "http://a\x1b[31m/"]
ADDRESSES += ["http://127.0.0.1:99999/", "http://2130706433/", "http://a..b/", "http://" + "a" * 9000, "http://a b/"]


@pytest.mark.parametrize("url", ADDRESSES)
def test_what_is_no_address_is_a_failure(url, connected_to):
    (failure,) = fetch([Request(url)], FAST)
    assert isinstance(failure, Failure)
    assert failure.kind in ("protocol", "dns")
    assert failure.reason.isprintable()
    assert connected_to == []


def test_a_closed_port_refuses():
    with Server() as server:
        pass
    (failure,) = ask(server, "/")
    assert failure.kind == "refused"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from([HEAD, CHUNKED, b"HTTP/1.1 302 \r\n", b"Location: ", b"\r\n", b"\xff", b"5", b"Z: "])
        | st.binary(max_size=9)
    )
)
def test_no_bytes_of_a_server_are_an_exception(parts):
    with Server({"/": then_close(b"".join(parts))}) as server:
        (found,) = ask(server, "/")
    assert isinstance(found, Response | Failure)


def test_a_bomb_is_stopped_at_the_limit_and_memory_stays_small():
    with Server({"/": bomb(megabytes=10 * 1024)}) as server:
        tracemalloc.start()
        (failure,) = ask(server, "/", politeness=Politeness(delay=0, allow_private=True, respect_robots=False))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert failure.kind == "too_large"
    assert peak < 40_000_000


def test_a_page_is_read_again_only_if_it_changed():
    async def page(asked, writer):
        known = asked.headers.get("if-none-match") == '"v1"' and "if-modified-since" in asked.headers
        date = "Fri, 20 Feb 2026 12:00:00 GMT"
        writer.write(reply(304) if known else reply(body=PAGE, ETag='"v1"', Last_Modified=date))

    with Server({"/": page}) as server:
        (first,) = ask(server, "/")
        (second,) = fetch([Request(first.url, first.etag, first.last_modified)], FAST)
    assert (first.status, first.not_modified, first.body) == (200, False, PAGE)
    assert (second.status, second.not_modified, second.body) == (304, True, b"")


REDIRECTS = {
    "permanent all the way": ({"/": reply(301, location="/b"), "/b": reply(308, location="c")}, True),
    "one that may change": ({"/": reply(301, location="/b"), "/b": reply(302, location="/c")}, False),
    "credentials put in by the server": ({"/": reply(308, location="//me:secret@127.0.0.1:{port}/c#part")}, True),
}


@pytest.mark.parametrize(("routes", "permanent"), REDIRECTS.values(), ids=REDIRECTS)
def test_redirects_are_followed(routes, permanent):
    with Server() as server:
        server.routes |= {path: answer.replace(b"{port}", str(server.port).encode()) for path, answer in routes.items()}
        server.routes["/c"] = reply(body=PAGE)
        (found,) = ask(server, "/")
    assert (found.body, found.url, found.final_url) == (PAGE, server.url("/"), server.url("/c"))
    assert found.moved_to == (server.url("/c") if permanent else None)
    assert "authorization" not in server.asked[-1].headers


def test_credentials_are_used_but_never_told():
    with Server({"/fine": reply(body=PAGE)}) as server:
        fine, fault = fetch([Request(server.url(path, "me:secret@127.0.0.1")) for path in ("/fine", "/gone")], FAST)
    assert server.asked[0].headers["authorization"].startswith("Basic ")
    assert "secret" not in fine.final_url + fault.reason


BLOCKED = {
    "a name that leads to loopback": "http://loopback.example:{port}/",
    "a name that leads to loopback among others": "http://mixed.example:{port}/",
    "loopback itself": "http://127.0.0.1:{port}/",
    "loopback in six": "http://[::1]:{port}/",
    "loopback in four inside six": "http://[::ffff:127.0.0.1]:{port}/",
    "the metadata of a cloud": "http://169.254.169.254/latest/meta-data/",
    "a private address": "http://10.0.0.1/",
}
HOSTS = {"loopback": ["127.0.0.1"], "mixed": ["93.184.216.34", "127.0.0.1"], "public": ["93.184.216.34"]}


@pytest.mark.parametrize("target", BLOCKED.values(), ids=BLOCKED)
def test_private_addresses_are_never_connected_to(target, connected_to):
    with Server({"/secret": reply(body=b"secret")}) as server:
        failure = ask_strictly(target.format(port=server.port), **HOSTS)
    assert failure.kind == "blocked_address"
    assert "not a public address" in failure.reason
    assert connected_to == []
    assert server.asked == []


@pytest.mark.parametrize("target", BLOCKED.values(), ids=BLOCKED)
def test_nor_are_they_after_a_redirect(target, connected_to):
    with Server() as server:
        server.routes["/"] = reply(302, location=target.format(port=server.port))
        failure = ask_strictly(server.url(host="public.example"), **HOSTS)
    assert failure.kind == "blocked_address"
    assert connected_to == [("93.184.216.34", server.port)]
    assert len(server.asked) == 1


def test_a_name_server_that_changes_its_mind_changes_nothing(connected_to):
    answers = iter([["93.184.216.34"], ["127.0.0.1"], ["127.0.0.1"]])

    async def rebinding(host):
        return next(answers)

    with Server({"/": then_close(reply(body=PAGE))}) as server:
        asked = [Request(server.url(host="public.example"))] * 3
        found = asyncio.run(fetch_all(asked, STRICT, rebinding))
    assert [page.body for page in found] == [PAGE] * 3
    assert set(connected_to) == {("93.184.216.34", server.port)}


def test_a_private_host_that_is_allowed_is_read():
    allowed = Politeness(delay=0, respect_robots=False, allowed_hosts=frozenset({"127.0.0.1"}))
    with Server({"/": reply(body=PAGE)}) as server:
        (found,) = ask(server, "/", politeness=allowed)
    assert found.body == PAGE


def test_no_cookies_are_kept():
    one_by_one = Politeness(delay=0, per_host=1, respect_robots=False)
    with Server({"/": reply(body=PAGE, Set_Cookie="id=1; Path=/")}) as server:
        asked = [Request(server.url(host="public.example"))] * 2
        asyncio.run(fetch_all(asked, one_by_one, resolver(**HOSTS)))
    assert len(server.asked) == 2
    assert not any("cookie" in one.headers for one in server.asked)


def test_a_proxy_of_the_environment_is_ignored(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with Server({"/": reply(body=PAGE)}) as server:
        assert ask(server, "/")[0].body == PAGE


def self_signed(folder):
    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.now(datetime.UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + datetime.timedelta(1))
    forms = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file = folder / "both.pem"
    file.write_bytes(key.private_bytes(*forms) + builder.sign(key, hashes.SHA256()).public_bytes(forms[0]))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def test_a_certificate_of_nobody_is_not_trusted(tmp_path):
    with Server({"/": reply(body=PAGE)}, tls=self_signed(tmp_path)) as server:
        (failure,) = ask(server, "/")
    assert (failure.kind, server.asked) == ("tls", [])
    assert "certificate" in failure.reason


def test_two_hundred_pages_of_twenty_hosts_keep_their_order_and_hosts_their_peace():
    with contextlib.ExitStack() as stack:
        servers = [stack.enter_context(Server()) for _ in range(20)]
        for server in servers:
            server.routes = {f"/{n}": after(0.02, reply(body=f"{server.port}/{n}".encode())) for n in range(10)}
        asked = [Request(server.url(f"/{n}")) for n in range(10) for server in servers]
        asked[7] = Request(servers[7].url("/missing"))
        start = time.monotonic()
        found = fetch(asked, Politeness(delay=0.05, allow_private=True, respect_robots=False))
        took = time.monotonic() - start
    assert [page.url for page in found] == [request.url for request in asked]
    assert [n for n, page in enumerate(found) if isinstance(page, Failure)] == [7]
    assert all(page.url.endswith(page.body.decode()) for page in found if isinstance(page, Response))
    assert took < 3  # one after the other they take ten
    assert all(server.busiest <= 2 for server in servers)


def test_the_delay_is_from_start_to_start_and_waiting_is_no_part_of_the_deadline():
    polite = Politeness(delay=0.2, per_host=2, deadline=0.7, allow_private=True, respect_robots=False)
    with Server({"/": after(0.3, reply(body=PAGE))}) as server:
        found = ask(server, *["/"] * 5, politeness=polite)
    assert all(isinstance(page, Response) for page in found)
    starts = [asked.at for asked in server.asked]
    assert all(0.17 < later - sooner < 1 for sooner, later in itertools.pairwise(starts))


def test_no_more_connections_than_allowed_are_open_at_all_hosts_together():
    polite = Politeness(delay=0, connections=2, per_host=9, allow_private=True, respect_robots=False)
    with Server({"/": after(0.05, reply(body=PAGE))}) as server:
        ask(server, *["/"] * 6, politeness=polite)
    assert server.busiest == 2


def test_all_redirects_share_one_deadline():
    slow = {f"/{n}": after(0.4, reply(302, location=f"/{n + 1}")) for n in range(5)}
    with Server(slow) as server:
        (failure,) = ask(server, "/0")
    assert failure.kind == "timeout"
    assert len(server.asked) <= 3


def test_a_host_that_is_overrun_is_left_alone_but_others_are_not():
    with Server({"/": reply(429, Retry_After="120")}) as server, Server({"/": reply(body=PAGE)}) as other:
        one_by_one = Politeness(delay=0, per_host=1, allow_private=True, respect_robots=False)
        asked = [Request(server.url()), Request(server.url("/b")), Request(other.url())]
        first, second, third = fetch(asked, one_by_one)
    assert (first.kind, first.status, first.retry_after) == ("status", 429, 120)
    assert second.status == 429
    assert 100 < second.retry_after <= 120
    assert server.paths() == ["/"]
    assert third.body == PAGE


OBEDIENT = Politeness(delay=0, deadline=1.0, allow_private=True)
ROBOTS = {
    "a file that forbids one page": (reply(body=b"User-agent: *\nDisallow: /b"), ["Response", "robots"]),
    "no file": (reply(404), ["Response", "Response"]),
    "a server in trouble": (reply(503), ["robots", "robots"]),
    "a host that does not answer": (after(9, b""), ["timeout", "timeout"]),
    "a circle of redirects": (reply(302, location="/robots.txt"), ["Response", "Response"]),
    "a file without end, of which the beginning counts": (
        endless(HEAD + b"\r\nUser-agent: *\nDisallow: /b\n", b"#" * 65536),
        ["Response", "robots"],
    ),
}


@pytest.mark.parametrize(("robots", "outcome"), ROBOTS.values(), ids=ROBOTS)
def test_robots_are_asked_first_and_once(robots, outcome):
    with Server({"/robots.txt": robots, "/a": reply(body=PAGE), "/b": reply(body=PAGE)}) as server:
        found = ask(server, "/a", "/b", politeness=OBEDIENT)
    assert [getattr(answer, "kind", "Response") for answer in found] == outcome
    assert server.paths()[0] == "/robots.txt"
    assert server.paths().count("/robots.txt") == (6 if robots == ROBOTS["a circle of redirects"][0] else 1)


POSTS = {
    "accepted": (reply(204), 204, None),
    "accepted with words": (reply(202, b"thanks"), 202, None),
    "accepted with more words than we read": (endless(HEAD + b"\r\n", b"x" * 65536), 200, None),
    "accepted, then broken off": (then_close(HEAD + b"Content-Length: 9\r\n\r\nhalf"), 200, None),
    "accepted in an encoding that was not asked for": (reply(200, b"x", content_encoding="br"), 200, None),
    "refused": (reply(400), None, "status"),
    "sent elsewhere": (reply(307, location="/other"), None, "redirects"),
    "not answered": (after(9, b""), None, "timeout"),
    "broken off": (reset, None, "protocol"),
}


@pytest.mark.parametrize(("route", "status", "kind"), POSTS.values(), ids=POSTS)
def test_post(route, status, kind):
    with Server({"/hook": route, "/other": reply(204)}) as server:
        found = post(
            server.url("/hook"), b'{"id": 1}', {"webhook-id": "msg_1", "Content-Type": "application/json"}, FAST
        )
    assert getattr(found, "kind", None) == kind
    assert status is None or found.status == status
    assert len(found.body if status else b"") <= 65536
    assert [asked.path for asked in server.asked] == ["/hook"]
    (asked,) = server.asked
    assert (asked.method, asked.body, asked.headers["webhook-id"]) == ("POST", b'{"id": 1}', "msg_1")
    assert asked.headers["content-type"] == "application/json"


@pytest.mark.parametrize("target", BLOCKED.values(), ids=BLOCKED)
def test_webhooks_reach_no_private_address(target, connected_to):
    found = asyncio.run(send(target.format(port=80), b"", {}, STRICT, resolver(**HOSTS)))
    assert found.kind == "blocked_address"
    assert connected_to == []


def test_a_worker_thread_can_fetch():
    found = []
    with Server({"/": reply(body=PAGE)}) as server:
        worker = threading.Thread(target=lambda: found.extend(ask(server, "/")))
        worker.start()
        worker.join(5)
    assert found[0].body == PAGE


def test_cancelling_ends_at_once_and_leaves_nothing_open():
    async def impatient(url):
        async with asyncio.timeout(0.2):
            await fetch_all([Request(url)] * 5, Politeness(delay=0.01, allow_private=True))

    with Server({"/": after(9, b"")}) as server:
        start = time.monotonic()
        with pytest.raises(TimeoutError):
            asyncio.run(impatient(server.url()))
        assert time.monotonic() - start < 1
