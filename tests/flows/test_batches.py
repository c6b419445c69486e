"""Batches: nothing lost, and one host in one batch."""

from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st

from flows.batches import batches, batches_by_host

HOSTS = st.lists(st.integers(0, 9).map(lambda n: f"http://h{n}.example/{n}"))


@given(st.lists(st.integers()), st.integers(1, 9))
def test_batches_keep_everything_in_order(pieces, size):
    cut = batches(pieces, size)
    assert [piece for batch in cut for piece in batch] == pieces
    assert all(0 < len(batch) <= size for batch in cut)


@given(HOSTS, st.integers(1, 5))
def test_one_host_stands_in_one_batch(urls, size):
    cut = batches_by_host(urls, str, size)
    assert sorted(url for batch in cut for url in batch) == sorted(urls)
    places = {urlsplit(url).netloc: number for number, batch in enumerate(cut) for url in batch}
    assert all(places[urlsplit(url).netloc] == number for number, batch in enumerate(cut) for url in batch)
