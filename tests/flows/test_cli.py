"""The command line: exit codes, what goes to which stream, and how soon."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractors.models import DealdriftError
from flows import run
from flows.cli import main, parser
from tests.flows.desk import Desk, story
from tests.flows.reports import REPORTS, document, written
from tests.flows.servers import after, reply

ROOT = Path(__file__).parents[2]
COMMANDS = ("run", "serve", "init", "extract", "replay", "deals", "facts", "stories", "changes", "why", "alerts")
COMMANDS += ("feeds", "sql", "doctor")
ALONE = {**{key: value for key, value in os.environ.items() if key != "DEALDRIFT_CONFIG"}, "PYTHONPATH": str(ROOT)}


def program(*arguments: object, cwd: Path, **more: object) -> subprocess.Popen[str]:
    """The command line as a process of its own."""
    command = [sys.executable, "-m", "flows.cli", *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=cwd, env=ALONE, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more
    )


CODES = {
    "help": (["--help"], 0),
    "help of a command": (["why", "--help"], 0),
    "the version": (["--version"], 0),
    "no command": ([], 2),
    "an unknown command": (["frobnicate"], 2),
    "an unknown option": (["deals", "--frobnicate"], 2),
    "a port that is none": (["serve", "--port", "99999"], 2),
    "a configuration that is not there": (["run", "--once", "--config", "missing.toml"], 2),
    "no feeds": (["run", "--once"], 2),
    "serve with a database of its own": (["serve", "--database", "news.duckdb"], 2),
    "no snapshot yet": (["deals"], 1),
    "no change of that name": (["why", "chg_0"], 1),
    "a file that is not there": (["replay", "missing.jsonl"], 1),
    "no feeds to list": (["feeds"], 0),
}


@pytest.mark.parametrize(("arguments", "code"), CODES.values(), ids=CODES)
def test_exit_codes(call, arguments, code):
    found, out, err = call(*arguments)
    assert found == code
    assert bool(out) is (code == 0 and arguments != ["feeds"])
    assert len(err) <= 1 or err[0].startswith("usage: ")


def test_help_names_every_command_and_every_command_has_help(call):
    _, out, _ = call("--help")
    listed = [line.split()[0] for line in out if re.match(r"    \w+ ", line)]
    assert set(COMMANDS) <= set(listed)
    for name in COMMANDS:
        code, out, _ = call(name, "--help")
        assert code == 0
        assert "--config" in "\n".join(out)


def test_an_unknown_key_is_one_line(call, tmp_path):
    (tmp_path / "dealdrift.toml").write_text("databse = 'x'")
    code, out, err = call("deals")
    assert (code, out) == (2, [])
    assert err == ["dealdrift: dealdrift.toml: databse: no such key; did you mean database?"]


def test_options_stand_before_or_after_the_action():
    for arguments in (["feeds", "--config", "x", "status"], ["feeds", "status", "--config", "x"]):
        assert parser().parse_args(arguments).config == Path("x")


def test_data_goes_to_stdout_and_talk_to_stderr(call, tmp_path):
    call("replay", written(tmp_path / "news.jsonl", REPORTS), "--database", "news.duckdb")
    for view in ("deals", "facts", "changes"):
        code, out, err = call(view, "--database", "news.duckdb", "--json")
        assert code == 0
        assert all(isinstance(json.loads(line), dict) for line in out)
        assert [line for line in err if "news.snapshot.duckdb is" in line]


def test_a_hostile_text_is_shown_and_not_obeyed(call, tmp_path):
    texts = [document("odd", story(), outlet="\x1b[2J\x1b]0;owned\x07 [bold]Press[/bold]")]
    call("replay", written(tmp_path / "news.jsonl", texts), "--database", "news.duckdb")
    for view in ("facts", "stories"):
        _, out, err = call(view, "--database", "news.duckdb")
        assert "\x1b" not in "".join(out + err)


def test_a_reader_that_has_enough_ends_it_well(tmp_path):
    many = [document(f"n{number}", story(f"${number} billion")) for number in range(1, 40)]
    main(["replay", str(written(tmp_path / "news.jsonl", many)), "--database", str(tmp_path / "news.duckdb")])
    for view in (["facts"], ["facts", "--json"]):
        child = program(*view, "--database", "news.duckdb", cwd=tmp_path)
        assert child.stdout
        child.stdout.close()
        assert child.stderr
        assert "Traceback" not in child.stderr.read()
        child.stderr.close()
        assert child.wait(30) == 0


def test_commands_without_a_flow_start_at_once(tmp_path):
    """Processor time against that of the libraries that have to be there: a busy machine slows both."""

    def seconds(*command: str) -> float:
        best = []
        for _ in range(3):
            before = os.times()
            subprocess.run([sys.executable, *command], cwd=tmp_path, env=ALONE, capture_output=True, check=False)
            best.append(sum(os.times()[2:4]) - sum(before[2:4]))  # of the children, for the user and in the system
        return min(best)

    (tmp_path / "news.jsonl").write_text("")
    main(["replay", str(tmp_path / "news.jsonl"), "--database", str(tmp_path / "dealdrift.duckdb")])
    least = seconds("-c", "import duckdb, pydantic, rich.table")  # 0.2 s; a server's libraries alone take 3 s
    for command in (["deals"], ["sql", "select 1"]):
        assert seconds("-m", "flows.cli", *command) < 3 * least, command


LATE = ("prefect", "trafilatura", "aiohttp", "feedparser")


@pytest.mark.parametrize("command", ["deals", "feeds", "doctor", "sql", "alerts"])
def test_commands_without_a_flow_leave_the_heavy_libraries_alone(command, tmp_path):
    code = (
        "import sys, flows.cli; "
        f"flows.cli.main([{command!r}, *(['select 1'] if {command!r} == 'sql' else [])]); "
        f"print(*[name for name in {LATE!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=ALONE, text=True, capture_output=True, check=True
    )
    assert done.stdout.splitlines()[-1] == ""


# --- run -------------------------------------------------------------------------------------------


def configured(desk: Desk) -> Path:
    """The desk's configuration as a file."""
    file = desk.folder / "dealdrift.toml"
    listed = "".join(f'[[feeds]]\nurl = "{desk.server.url(path)}"\n' for path in desk.feeds)
    file.write_text(
        f"database = 'news.duckdb'\n{listed}"
        "[politeness]\ndelay = 0\nallow_private = true\ndeadline = 5\n[reading]\nworkers = 1\n"
    )
    return file


def test_run_once_reads_all_feeds_and_ends(desk, call):
    desk.feeds = ("/feed", "/bad")
    desk.publish("/a", story())
    desk.name("/a")
    code, out, err = call("run", "--once", "--config", configured(desk))
    assert (code, out) == (0, [])  # one feed could be read
    assert err[0].startswith("dealdrift: 2 feeds, database ")
    assert "404 Not Found" in "\n".join(err)
    assert desk.counts()["articles"] == 1


def test_run_once_fails_where_no_feed_could_be_read(desk, call):
    assert call("run", "--once", "--config", configured(desk))[0] == 1


def test_run_goes_on_after_a_fault(desk, call, monkeypatch):
    desk.publish("/a", story())
    desk.name("/a")
    faults = iter([DealdriftError("the disk is full"), KeyboardInterrupt()])

    def once(*_, **__):
        raise next(faults)

    monkeypatch.setattr(run, "once", once)
    monkeypatch.setattr(run.time, "sleep", lambda _: None)
    code, _, err = call("run", "--config", configured(desk))
    assert code == 130
    assert "dealdrift: the disk is full; tried again in a minute" in err
    assert err[-1].startswith("dealdrift: stopped; ")


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_broken_off_says_so_and_loses_nothing(desk, sign):
    desk.publish("/a", story())
    desk.name("/a", "/slow")
    desk.server.routes["/slow"] = after(30, reply(404))
    child = program("run", "--once", "--config", configured(desk), cwd=desk.folder)
    deadline = time.monotonic() + 30
    while "/slow" not in desk.server.paths() and time.monotonic() < deadline:
        time.sleep(0.05)
    child.send_signal(sign)
    _, err = child.communicate(timeout=30)
    assert child.returncode == 130
    assert "Traceback" not in err
    assert err.splitlines()[-1].startswith("dealdrift: stopped; ")
    desk.publish("/slow", story("$5 billion", "Pfizer", "Metsera"))
    assert desk.poll().texts == 2


def test_runs_at_the_same_time_wait_for_one_another(desk):
    for number in range(6):
        desk.publish(f"/{number}", story(buyer=f"Company{number}"))
    desk.name(*(f"/{number}" for number in range(6)))
    file = configured(desk)
    children = [program("run", "--once", "--config", file, cwd=desk.folder) for _ in range(2)]
    ends = [(child.communicate(timeout=60)[1], child.returncode) for child in children]
    assert [code for _, code in ends] == [0, 0], ends
    assert desk.counts()["articles"] == desk.counts()["versions"] == 6
    assert desk.problems() == []
