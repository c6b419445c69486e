"""`dealdrift serve` for real: the UI answers, a schedule fires, and Ctrl-C leaves nothing behind. Half a minute."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from flows.server import HOST, free_port
from tests.flows.servers import Server, reply

FEED = b"<rss version='2.0'><channel><title>Desk</title></channel></rss>"
STARTING, FIRING, STOPPING = 90, 60, 20  # seconds; the runner looks every ten, a flow takes three to import


def wait_for(done: Callable[[], bool], seconds: float, log: Path) -> None:
    deadline = time.monotonic() + seconds
    while not done():
        if time.monotonic() > deadline:  # where no schedule fires, the server's own log tells why
            told = [file.read_text("utf-8")[-3000:] for file in (log, *log.parent.glob("*.prefect/server.log"))]
            pytest.fail("\n".join(told))
        time.sleep(0.2)


def page(port: int) -> tuple[int, bytes]:
    opener = build_opener(ProxyHandler({}))
    with opener.open(Request(f"http://{HOST}:{port}/dashboard", headers={"accept": "text/html"}), timeout=5) as answer:
        return answer.status, answer.read()


def listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def started(folder: Path, log: Path, port: int) -> subprocess.Popen[bytes]:
    """Start it as a shell would: an inherited SIGINT that is ignored would be ignored by it too."""
    command = [
        sys.executable,
        "-m",
        "flows.cli",
        "serve",
        "--config",
        str(folder / "dealdrift.toml"),
        "--port",
        str(port),
    ]
    environment = {**os.environ, "PREFECT_API_URL": "http://192.0.2.1:4200/api"}  # another's: must not be asked
    with log.open("wb") as out:
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return subprocess.Popen(command, stdout=out, stderr=out, env=environment, start_new_session=True)
        finally:
            signal.signal(signal.SIGINT, before)


@pytest.mark.timeout(240)
def test_serve(tmp_path: Path):
    port, log = free_port(), tmp_path / "log"
    with Server({"/feed": reply(body=FEED, content_type="application/rss+xml")}) as press:
        (tmp_path / "dealdrift.toml").write_text(
            f'[politeness]\nallow_private = true\n[[feeds]]\nurl = "{press.url("/feed")}"\nevery = "1m"\n', "utf-8"
        )
        desk = started(tmp_path, log, port)
        try:
            wait_for(lambda: "Prefect's UI" in log.read_text("utf-8") or desk.poll() is not None, STARTING, log)
            status, body = page(port)
            assert (status, b"<title>Prefect" in body) == (200, True)
            wait_for(lambda: any(asked.path == "/feed" for asked in press.asked), FIRING, log)
            wait_for(lambda: "Finished in state Completed" in log.read_text("utf-8"), FIRING, log)
            os.killpg(desk.pid, signal.SIGINT)  # what a terminal does
            assert desk.wait(STOPPING) == 0
        finally:
            if desk.poll() is None:
                desk.terminate()
                desk.wait(STOPPING)
    assert not listening(port)
    assert (tmp_path / "dealdrift.duckdb").exists()
