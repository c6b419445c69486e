"""The schedules for a work pool: what they name is there. The service files: what they run is a command.

The whole, by hand, on a server of one's own (set PREFECT_HOME and PREFECT_API_URL to throw-away ones on 127.0.0.1):
    prefect server start --host 127.0.0.1 --no-ui &
    prefect work-pool create --type process dealdrift
    export DEALDRIFT_CONFIG=$PWD/demo-run/dealdrift.toml
    prefect --no-prompt deploy --all --prefect-file deployments/prefect.yaml
    prefect deployment run deliver/scheduled && prefect worker start --pool dealdrift --run-once
"""

import shlex
import socket
from configparser import ConfigParser
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from flows.cli import parser
from flows.serve import LONGEST, SHORTEST, timetable
from flows.server import HOST, ServerError, prefect_server, settings_of
from flows.settings import Config, FeedSettings, load

FOLDER = Path(__file__).parent.parent.parent / "deployments"
SCHEDULES: dict[str, Any] = yaml.safe_load((FOLDER / "prefect.yaml").read_text("utf-8"))
DEPLOYMENTS = {each["entrypoint"]: each for each in SCHEDULES["deployments"]}
NOW = datetime(2025, 9, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize("entrypoint", ["flows.monitor.monitor", "flows.monitor.revisit", "flows.monitor.deliver"])
def test_a_deployment_can_be_run_by_any_worker(entrypoint):
    from prefect.flows import load_flow_from_entrypoint

    deployment = DEPLOYMENTS[entrypoint]
    flow = load_flow_from_entrypoint(entrypoint)
    assert flow.name == entrypoint.rpartition(".")[2]
    assert set(deployment["parameters"]) <= set(flow.parameters.properties)
    assert flow.validate_parameters(deployment["parameters"])
    assert deployment["pull"] == []  # null would be the folder of whoever deploys
    assert deployment["work_pool"]["name"] == "dealdrift"


def test_no_two_schedules_fire_together():
    firing = [each["schedules"][0] for each in DEPLOYMENTS.values()]
    seconds = {datetime.fromisoformat(each["anchor_date"]).timestamp() % each["interval"] for each in firing}
    assert len(seconds) == len(DEPLOYMENTS) == 3


OFTEN = {
    "as often as the hastiest feed": ((120, 7200), timedelta(minutes=2)),
    "never more than once a minute": ((5,), SHORTEST),
    "at least every five minutes, since new feeds may come": ((86_400,), LONGEST),
}


@pytest.mark.parametrize(("every", "interval"), OFTEN.values(), ids=OFTEN)
def test_the_timetable_of_serve(every, interval):
    feeds = tuple(
        FeedSettings(url=f"https://{number}.example/", every=timedelta(seconds=each))
        for number, each in enumerate(every)
    )
    table = timetable(Config(feeds=feeds), NOW)
    assert [each for each, _ in table] == [interval, LONGEST, LONGEST]
    firsts = [first for _, first in table]
    assert NOW < firsts[0] < firsts[1] < firsts[2] < NOW + LONGEST


def test_another_server_at_the_port_is_not_taken_for_ours(tmp_path: Path):
    with socket.create_server((HOST, 0)) as other:
        ours = prefect_server(tmp_path, other.getsockname()[1])
        with pytest.raises(ServerError, match=r"in use: .* --port"), ours:
            pass


def test_the_server_writes_only_into_its_home(tmp_path: Path):
    settings = settings_of(tmp_path, "http://127.0.0.1:1/api")
    written = ("PREFECT_HOME", "PREFECT_PROFILES_PATH", "PREFECT_SERVER_UI_STATIC_DIRECTORY")
    assert all(Path(settings[name]).is_relative_to(tmp_path) for name in written)


def test_the_service_runs_a_command():
    unit = ConfigParser(interpolation=None, strict=False)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(FOLDER / "dealdrift.service", "utf-8")
    assert parser().parse_args(shlex.split(unit["Service"]["ExecStart"])[1:]).command == "serve"
    assert unit["Service"]["KillMode"] == "mixed"  # else the server ends before the schedules that report to it


def test_the_container_runs_a_command():
    service = yaml.safe_load((FOLDER / "compose.yaml").read_text("utf-8"))["services"]["dealdrift"]
    assert (FOLDER / service["build"]["context"] / service["build"]["dockerfile"]).is_file()
    lines = (FOLDER / "Containerfile").read_text("utf-8").splitlines()
    copied = [name for line in lines if line.startswith("COPY") for name in line.split()[1:-1]]
    assert all((FOLDER.parent / name).exists() for name in copied)
    assert 'ENTRYPOINT ["dealdrift"]' in lines
    assert parser().parse_args(["serve"]).port == 4200  # what the health check asks


def test_the_example_configuration_loads():
    assert load(FOLDER / "dealdrift.example.toml").database == FOLDER / "dealdrift.duckdb"


def test_the_example_configuration_loads_with_all_that_it_shows(tmp_path: Path):
    text = (FOLDER / "dealdrift.example.toml").read_text("utf-8")
    shown = [
        line.removeprefix("# ") if line.startswith("# ") and (" = " in line or "[[" in line) else line
        for line in text.splitlines()
    ]
    (tmp_path / "dealdrift.toml").write_text("\n".join(shown), "utf-8")
    config = load(tmp_path / "dealdrift.toml")
    assert (len(config.feeds), len(config.companies), len(config.webhooks)) == (2, 1, 1)
