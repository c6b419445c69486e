import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Store, opened


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, migrated once."""
    file = tmp_path_factory.mktemp("empty") / "news.duckdb"
    with opened(file):
        pass
    return file


@pytest.fixture
def store(empty: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty database of its own."""
    with opened(shutil.copy(empty, tmp_path / "store.duckdb")) as made:
        made.touched = made.wrote = False
        yield made


@pytest.fixture(scope="session")
def untouched() -> Iterator[Store]:
    """An empty database in memory that nothing is written to."""
    with opened(":memory:") as made:
        yield made
