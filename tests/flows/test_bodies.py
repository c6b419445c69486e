import asyncio
import gzip
import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.bodies import BadEncodingError, TooLargeError, read_body


def read(chunks, encoding="", limit=1000, cut=False):
    async def arriving():
        for chunk in chunks:
            yield chunk

    return asyncio.run(read_body(arriving(), encoding, limit, cut=cut))


def raw_deflate(body):
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    return stream.compress(body) + stream.flush()


def bytewise(body):
    return [body[i : i + 1] for i in range(len(body))]


PAGE = b"Nvidia invests up to $100 billion. " * 20
READ = {
    "no encoding": ([PAGE], "", PAGE),
    "identity": ([PAGE], "Identity", PAGE),
    "gzip": ([gzip.compress(PAGE)], "gzip", PAGE),
    "gzip byte by byte": (bytewise(gzip.compress(PAGE)), "x-gzip", PAGE),
    "two gzip members end to end": (bytewise(gzip.compress(PAGE[:99]) + gzip.compress(PAGE[99:])), "gzip", PAGE),
    "deflate with its header": (bytewise(zlib.compress(PAGE)), "deflate", PAGE),
    "deflate without": (bytewise(raw_deflate(PAGE)), "deflate", PAGE),
    "an empty body, whatever its encoding": ([], "gzip", b""),
    "exactly as much as allowed": ([b"x" * 1000], "", b"x" * 1000),
}


@pytest.mark.parametrize(("chunks", "encoding", "body"), READ.values(), ids=READ)
def test_read_body(chunks, encoding, body):
    assert read(chunks, encoding) == body


REFUSED = {
    "one byte too many": ([b"x" * 1001], "", TooLargeError),
    "too many when decoded": ([gzip.compress(bytes(1001))], "gzip", TooLargeError),
    "too many as sent, though nothing comes of them": (
        [b"\x78\x9c" + b"\0\0\0\xff\xff" * 300],
        "deflate",
        TooLargeError,
    ),
    "an encoding that was not asked for": ([b"x"], "br", BadEncodingError),
    "an encoding over another": ([gzip.compress(gzip.compress(PAGE))], "gzip, gzip", BadEncodingError),
    "not the gzip that it says": ([PAGE], "gzip", BadEncodingError),
    "gzip that breaks off": ([gzip.compress(PAGE)[:-5]], "gzip", BadEncodingError),
    "gzip of one byte": ([b"\x1f"], "gzip", BadEncodingError),
    "gzip with a wrong checksum": ([gzip.compress(PAGE)[:-8] + bytes(8)], "gzip", BadEncodingError),
    "a hundred members": ([gzip.compress(b"") * 100], "gzip", BadEncodingError),
    "rubbish after the end": ([gzip.compress(PAGE) + b"rubbish"], "gzip", BadEncodingError),
}


@pytest.mark.parametrize(("chunks", "encoding", "error"), REFUSED.values(), ids=REFUSED)
def test_read_body_refuses(chunks, encoding, error):
    with pytest.raises(error):
        read(chunks, encoding, limit=1000 if error is TooLargeError else 100_000)


def test_many_members_take_no_time():
    start = time.monotonic()
    with pytest.raises(BadEncodingError, match="parts"):
        read([gzip.compress(b"") * 400_000], "gzip", 10_000_000)
    assert time.monotonic() - start < 1


def test_the_first_part_of_a_long_body_is_enough_where_it_is_cut():
    assert read([b"x" * 600] * 9, limit=1000, cut=True) == b"x" * 1000


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=3000), st.integers(1, 400), st.sampled_from(["gzip", "deflate", "raw"]), st.integers(1, 700))
def test_decoding_gives_back_what_was_encoded_however_it_arrives(body, times, encoding, step):
    packed = {"gzip": gzip.compress, "deflate": zlib.compress, "raw": raw_deflate}[encoding](body * times)
    pieces = [packed[i : i + step] for i in range(0, len(packed), step)]
    assert read(pieces, encoding.replace("raw", "deflate"), 2_000_000) == body * times
