"""The real flows under a real Prefect server, once: from a press on loopback to a receiver on loopback."""

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from standardwebhooks import Webhook

from tests.flows.desk import SECRET, Desk, at, story
from tests.flows.servers import reply

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from pathlib import Path
from time import sleep

from flows.server import prefect_server

config, port, *times = sys.argv[1:]
with prefect_server(Path("prefect"), int(port)) as api:
    import prefect

    from flows.monitor import deliver, monitor, revisit

    assert prefect.settings.PREFECT_API_URL.value() == api
    monitor(config, times[0])
    Path("edit").touch()
    while Path("edit").exists():
        sleep(0.05)
    for now in times[1:]:
        revisit(config, now)
    deliver(config, times[-1])
"""
INHERITED = {
    "PREFECT_API_URL": "http://127.0.0.1:9/api",
    "PREFECT_API_KEY": "another's",
    "DEALDRIFT_WEBHOOK_SECRET": SECRET,
}


@pytest.mark.timeout(120)
def test_the_flows_tell_of_an_edit_under_a_server_that_they_start_and_stop(desk: Desk):
    desk.server.routes["/hook"] = reply(204)
    desk.publish("/a", story())
    desk.name("/a")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    times = [at(minutes).isoformat() for minutes in (0, 15, 17)]
    command = [sys.executable, "-c", SCRIPT, str(configured(desk)), str(port), *times]
    environment = {**os.environ, **INHERITED, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=desk.folder, env=environment, text=True, stderr=subprocess.PIPE) as child:
        edit = desk.folder / "edit"
        while child.poll() is None and not edit.exists():
            time.sleep(0.05)
        desk.publish("/a", story("up to $30 billion"))
        edit.unlink(missing_ok=True)
        _, err = child.communicate(timeout=90)
    assert (child.returncode, "Traceback" in err) == (0, False), err
    assert desk.kinds() == ["edited"]
    [alert] = [asked for asked in desk.server.asked if asked.path == "/hook"]
    assert Webhook(SECRET).verify(alert.body, alert.headers)["kind"] == "edited"
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0  # the server is stopped
    kept = b"".join(file.read_bytes() for file in (desk.folder / "prefect").rglob("*") if file.is_file())
    assert SECRET.encode() not in kept
    assert b"will invest" not in kept  # documents are no parameters


def configured(desk: Desk) -> Path:
    """The desk's configuration as a file."""
    file = desk.folder / "dealdrift.toml"
    file.write_text(
        f'database = "news.duckdb"\n[[feeds]]\nurl = {json.dumps(desk.server.url("/feed"))}\n'
        f"[[webhooks]]\nurl = {json.dumps(desk.server.url('/hook'))}\n"
        "[politeness]\ndelay = 0\nallow_private = true\n[reading]\nworkers = 1\n"
    )
    return file
