"""Web servers on loopback for tests, faithful or faulty: real sockets, bytes written as they stand."""

import asyncio
import contextlib
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from typing import Any, Self
from unittest import mock


@dataclass(frozen=True)
class Asked:
    """One request as a server got it."""

    method: str
    path: str
    headers: dict[str, str]  # names in lower case
    body: bytes
    at: float = field(default_factory=time.monotonic)


Reply = bytes | Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]


def reply(status: int = 200, body: bytes = b"", **headers: str) -> bytes:
    """A whole answer; `content_type="text/html"` becomes the header content-type."""
    lines = [
        f"{name.replace('_', '-')}: {value}" for name, value in {"content_length": str(len(body)), **headers}.items()
    ]
    return "\r\n".join([f"HTTP/1.1 {status} Words", *lines, "", ""]).encode("latin-1") + body


class Server:
    """A server on 127.0.0.1 in a thread: `with Server({"/feed": reply(body=b"…")}) as server: server.url("/feed")`.

    A route is bytes to send, or an asynchronous function that writes what it likes. `asked` tells what came in.
    """

    def __init__(self, routes: dict[str, Reply] | None = None, tls: ssl.SSLContext | None = None) -> None:
        self.routes: dict[str, Reply] = routes if routes is not None else {}
        self.asked: list[Asked] = []
        self.busiest = 0  # most requests under way at once
        self._busy = 0
        self._tls = tls
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{'https' if self._tls else 'http'}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._conversations: set[asyncio.Task[None]] = set()
        self._loop.set_exception_handler(lambda *_: None)  # clients that break off are what is tested
        server = await asyncio.start_server(self._converse, "127.0.0.1", 0, backlog=512, ssl=self._tls)
        self.port: int = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        for conversation in list(self._conversations):
            conversation.cancel()
        await asyncio.gather(*self._conversations, return_exceptions=True)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task: Any = asyncio.current_task()
        self._conversations.add(task)
        with contextlib.suppress(asyncio.IncompleteReadError, asyncio.CancelledError, OSError):
            while not writer.is_closing():
                await self._answer(await _read(reader), writer)
        self._conversations.discard(task)
        writer.close()

    async def _answer(self, asked: Asked, writer: asyncio.StreamWriter) -> None:
        self.asked.append(asked)
        self._busy += 1
        self.busiest = max(self.busiest, self._busy)
        try:
            route = self.routes.get(asked.path, reply(404))
            if isinstance(route, bytes):
                writer.write(route)
            else:
                await route(asked, writer)
            await writer.drain()
        finally:
            self._busy -= 1


async def _read(reader: asyncio.StreamReader) -> Asked:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.strip().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    method, path, _ = first.split(" ")
    return Asked(method, path, headers, body)


# Faults, to be used as routes.

Route = Callable[[Asked, asyncio.StreamWriter], Coroutine[Any, Any, None]]


def after(seconds: float, answer: bytes) -> Route:
    """Answers well, but late."""

    async def route(_: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(seconds)
        writer.write(answer)

    return route


def then_close(answer: bytes) -> Route:
    """Sends these bytes and closes: a body without length, or cut short."""

    async def route(_: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        await writer.drain()
        writer.close()

    return route


def endless(head: bytes, again: bytes, pause: float = 0.0) -> Route:
    """Sends `again` for ever after `head`: bodies, headers or chunks without end, or with a pause a slow drip."""

    async def route(_: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while not writer.is_closing():
            writer.write(again)
            await writer.drain()
            await asyncio.sleep(pause)

    return route


async def reset(_: Asked, writer: asyncio.StreamWriter) -> None:
    """Breaks the connection off in the middle of the headers."""
    writer.write(b"HTTP/1.1 200 OK\r\nConte")
    await writer.drain()
    writer.transport.abort()


def bomb(megabytes: int) -> Route:
    """A gzip body of about a kilobyte for each megabyte that it inflates to."""

    async def route(asked: Asked, writer: asyncio.StreamWriter) -> None:
        zeros = zlib.compressobj(9, zlib.DEFLATED, -15)
        block = zeros.compress(bytes(2**20)) + zeros.flush(zlib.Z_FULL_FLUSH)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + bytes.fromhex("1f8b0800000000000003"))
        for _ in range(megabytes):
            writer.write(block)
            await writer.drain()
        writer.close()

    return route


@contextlib.contextmanager
def spied_connections(*played: str) -> Iterator[list[tuple[str, int]]]:
    """Yield the addresses that are connected to, and let nothing leave this machine.

    The addresses `played` are played by the server on loopback at the same port; others but loopback are refused.
    """
    seen: list[tuple[str, int]] = []
    connect = asyncio.SelectorEventLoop.sock_connect

    async def sock_connect(loop: asyncio.SelectorEventLoop, sock: socket.socket, where: tuple[str, int]) -> None:
        seen.append(where[:2])
        if where[0] in played:
            where = ("127.0.0.1", where[1])
        if not ipaddress.ip_address(where[0]).is_loopback:
            raise ConnectionRefusedError(111, "not in a test")
        await connect(loop, sock, where)

    def getaddrinfo(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "no names in a test")

    connecting = mock.patch.object(asyncio.SelectorEventLoop, "sock_connect", sock_connect)
    with connecting, mock.patch.object(socket, "getaddrinfo", getaddrinfo):
        yield seen
