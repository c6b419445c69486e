from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.flows.desk import Desk
from tests.flows.reports import Call, called
from tests.flows.servers import Server


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with an empty press and no database yet."""
    with Server() as server:
        yield Desk(server, tmp_path)


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """The command line, in a folder of its own and without a configuration from outside."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DEALDRIFT_CONFIG", raising=False)
    return partial(called, capsys)
