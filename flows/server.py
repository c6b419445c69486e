"""Prefect's own server as a child process: one that we start, and stop, ourselves."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from extractors.models import DealdriftError

HOST = "127.0.0.1"
PATIENCE = 120.0  # seconds; the first start makes the server's database and takes 10 to 20 s
SHORT = 15.0  # seconds for a server to stop by itself


class ServerError(DealdriftError):
    """Prefect's server did not start; the text says where its log is."""


@contextmanager
def prefect_server(home: Path, port: int | None = None, *, ui: bool = False) -> Iterator[str]:
    """Run a Prefect server with its home in a folder; yield the address of its API and stop it in the end.

    The process's own environment is set to that server for the length of the block, whatever address was inherited,
    so import prefect only inside it. With its UI it is for people to watch, so the flows say how they go. Raises
    ServerError.
    """
    home.mkdir(parents=True, exist_ok=True)
    port = port or free_port()
    check_free(port)
    api = f"http://{HOST}:{port}/api"
    settings = settings_of(home, api, "INFO" if ui else "WARNING")
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", HOST, "--port", str(port)]
    with (home / "server.log").open("ab") as log, environment(settings):
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and fixed words
            [*command, "--ui" if ui else "--no-ui"], stdout=log, stderr=log, start_new_session=True
        )
        try:
            wait_for(child, api, home / "server.log")
            yield api
        finally:
            stop(child)


@contextmanager
def without_heartbeats() -> Iterator[None]:
    """Run flows without the sign of life that tells a crashed run from a long one.

    With it a synchronous flow waits up to a second at its end. Only for runs that somebody watches.
    """
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        yield


def settings_of(home: Path, api: str, level: str = "WARNING") -> dict[str, str]:
    """Say what the server and its clients are to use: this home, this address, no reports to anybody."""
    return {
        "PREFECT_HOME": str(home.resolve()),
        "PREFECT_PROFILES_PATH": str(home.resolve() / "profiles.toml"),
        "PREFECT_API_URL": api,
        "PREFECT_SERVER_UI_STATIC_DIRECTORY": str(home.resolve() / "ui"),  # else it writes among the installed packages
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "false",
        "PREFECT_LOGGING_LEVEL": level,
        "PREFECT_LOGGING_TO_API_ENABLED": "true",
        "DO_NOT_TRACK": "1",
    }


@contextmanager
def environment(settings: Mapping[str, str]) -> Iterator[None]:
    """Set variables for the length of the block; inherited PREFECT_ ones do not count in it."""
    before = dict(os.environ)
    for name in [name for name in before if name.startswith("PREFECT_")]:
        del os.environ[name]
    os.environ.update(settings)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def free_port() -> int:
    """Return a port of loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def check_free(port: int) -> None:
    """Raise ServerError where somebody listens already: another's server must not be taken for ours."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # one that ended a moment ago is in nobody's way
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise ServerError(
                f"port {port} of {HOST} is in use: end what uses it, or choose another with --port"
            ) from error


def wait_for(child: subprocess.Popen[bytes], api: str, log: Path) -> None:
    """Wait until the server answers. Raises ServerError when it ends or takes too long."""
    opener = build_opener(ProxyHandler({}))  # an inherited proxy must not stand between us and loopback
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if child.poll() is not None:
            raise ServerError(f"Prefect's server ended at its start (exit code {child.returncode}); see {log}")
        try:
            with opener.open(f"{api}/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    raise ServerError(f"Prefect's server did not answer within {PATIENCE:.0f} s; see {log}")


def stop(child: subprocess.Popen[bytes]) -> None:
    """End the server and all that it started."""
    for sign, patience in ((signal.SIGINT, SHORT), (signal.SIGTERM, SHORT), (signal.SIGKILL, None)):
        if child.poll() is None:
            os.killpg(child.pid, sign)
            try:
                child.wait(patience)
            except subprocess.TimeoutExpired:
                continue
