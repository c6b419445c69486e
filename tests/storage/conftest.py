from collections.abc import Iterator

import pytest

from storage.database import Store, opened


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty database in memory."""
    with opened(":memory:") as made:
        yield made
