"""Read the body of an answer: decoded as it comes, and never more of it than was allowed."""

import zlib
from collections.abc import AsyncIterator, Iterator

from extractors.models import DealdriftError

ACCEPTED_ENCODINGS = "gzip, deflate"
_PIECE = 256 * 1024  # what one step may inflate to, so that a bomb is noticed early
_MEMBERS = 64  # gzip streams put end to end in one body; more of them is an attack on our time


class TooLargeError(DealdriftError):
    """A body is larger than allowed, as sent or as decoded."""


class BadEncodingError(DealdriftError):
    """A body is in an encoding that was not asked for, or is damaged."""


async def read_body(chunks: AsyncIterator[bytes], encoding: str, limit: int, *, cut: bool = False) -> bytes:
    """Read and decode a body of at most `limit` bytes, counted both as sent and as decoded.

    `encoding` is the Content-Encoding header. With `cut` the first `limit` bytes are returned of a longer body.
    Raises TooLargeError, BadEncodingError.
    """
    decoder = _decoder(encoding)
    body, sent = bytearray(), 0
    async for chunk in chunks:
        sent += len(chunk)
        for piece in decoder.decode(chunk):
            body += piece
            if len(body) > limit:
                break
        if max(len(body), sent) > limit:
            if cut:
                return bytes(body[:limit])
            raise TooLargeError(f"the answer is larger than {limit:,} bytes")
    decoder.finish()
    return bytes(body)


class _Plain:
    def decode(self, chunk: bytes) -> Iterator[bytes]:
        yield chunk

    def finish(self) -> None:
        pass


class _Inflater:
    """gzip and deflate. Servers send deflate with and without the zlib header; the first two bytes tell which."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._head = b""
        self._stream: zlib._Decompress | None = None
        self._members = 0

    def decode(self, chunk: bytes) -> Iterator[bytes]:
        try:
            yield from self._decode(chunk)
        except zlib.error as error:
            raise BadEncodingError(f"the answer is not the {self._name} that it says it is") from error

    def _decode(self, chunk: bytes) -> Iterator[bytes]:
        if self._stream is None:
            chunk = self._head = self._head + chunk
            if len(chunk) < 2:
                return
            self._stream = self._fresh()
        full = False  # a full piece may have left output behind that needs no further input
        while chunk or full:
            if self._stream.eof:
                self._stream = self._fresh()
            piece = self._stream.decompress(chunk, _PIECE)
            yield piece
            ended = self._stream.eof
            chunk = self._stream.unused_data if ended else self._stream.unconsumed_tail
            full = len(piece) == _PIECE and not ended

    def _fresh(self) -> "zlib._Decompress":
        self._members += 1
        if self._members > _MEMBERS:
            raise BadEncodingError(f"the answer is made of more than {_MEMBERS} compressed parts")
        if self._name == "gzip":
            return zlib.decompressobj(31)
        first, second = self._head[:2]
        is_zlib = first & 15 == 8 and (first * 256 + second) % 31 == 0  # RFC 1950
        return zlib.decompressobj(15 if is_zlib else -15)

    def finish(self) -> None:
        """Raise BadEncodingError where the stream breaks off. No bytes at all are an empty body."""
        if self._head and (self._stream is None or not self._stream.eof):
            raise BadEncodingError(f"the {self._name} of the answer breaks off")


def _decoder(encoding: str) -> _Plain | _Inflater:
    match encoding.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Inflater("gzip")
        case "deflate":
            return _Inflater("deflate")
        case other:
            raise BadEncodingError(f"the answer is encoded as {other[:40]!r}, which was not asked for")
