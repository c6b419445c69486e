"""Prefect's server as a child: which settings count, and what is said where it does not start."""

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from flows import server
from flows.serve import LONGEST, SHORTEST, timetable
from flows.server import ServerError, check_free, environment, free_port, prefect_server, settings_of, stop
from flows.settings import Config, FeedSettings

NOW = datetime(2025, 9, 22, 12, tzinfo=UTC)


def test_inherited_settings_do_not_count_and_come_back(tmp_path, monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    monkeypatch.setenv("PREFECT_API_KEY", "another's")
    before = dict(os.environ)
    with environment(settings_of(tmp_path, "http://127.0.0.1:1/api")):
        assert os.environ["PREFECT_API_URL"] == "http://127.0.0.1:1/api"
        assert "PREFECT_API_KEY" not in os.environ
        assert os.environ["PREFECT_HOME"] == str(tmp_path)
        assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert dict(os.environ) == before


def test_a_port_in_use_is_one_line():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(ServerError, match=f"port {port} of 127.0.0.1 is in use"):
            check_free(port)
    check_free(free_port())


def test_a_server_that_ends_at_its_start_is_one_line_that_names_its_log(tmp_path, monkeypatch):
    monkeypatch.setattr(server.sys, "executable", "/bin/false")
    with (
        pytest.raises(ServerError, match=r"ended at its start \(exit code 1\); see .*server\.log"),
        prefect_server(tmp_path),
    ):
        pytest.fail("it did not start")


def test_a_server_that_does_not_answer_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(server, "PATIENCE", 0.5)
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True)
    with pytest.raises(ServerError, match="did not answer within"):
        server.wait_for(child, f"http://127.0.0.1:{free_port()}/api", tmp_path / "server.log")
    stop(child)
    assert child.returncode is not None


INTERVALS = {
    "a feed that is looked at each half hour": (timedelta(minutes=30), LONGEST),
    "one each second": (timedelta(seconds=1), SHORTEST),
    "one each two minutes": (timedelta(minutes=2), timedelta(minutes=2)),
}


@pytest.mark.parametrize(("every", "often"), INTERVALS.values(), ids=INTERVALS)
def test_the_flows_have_their_times_apart(every, often):
    config = Config(feeds=(FeedSettings(url="http://press.example/feed", every=every),))
    (monitor, first), (_, second), (_, third) = timetable(config, NOW)
    assert monitor == often
    assert NOW < first < second < third
