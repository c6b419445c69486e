from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.desk import Desk
from tests.flows.servers import Server


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with an empty press and no database yet."""
    with Server() as server:
        yield Desk(server, tmp_path)
