"""What the README promises holds: its commands parse, its questions answer, its receivers verify."""

import base64
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree

import pytest
from standardwebhooks import Webhook
from standardwebhooks.webhooks import WebhookVerificationError

from flows.cli import main, parser
from flows.documents import parse
from flows.settings import WebhookSettings, load
from flows.signing import signed
from storage.deliveries import Delivery
from storage.snapshot import ask, snapshot_path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def blocks(*languages: str) -> list[str]:
    return [body for language, body in BLOCKS if language in languages]


LINES = [line.removeprefix("$ ") for body in blocks("sh", "console") for line in body.splitlines()]
COMMANDS = [line for line in LINES if line.startswith("dealdrift ")]
DOCUMENTS = [  # the reference story in small: a copy that claims more, a later report, and an edit without a word
    ("statement", "OpenAI and Nvidia announced a letter of intent for a partnership to deploy at least 10 gigawatts of "
     "Nvidia systems. Nvidia intends to invest up to $100 billion in OpenAI as the new systems are deployed. The first "
     "gigawatt will come online in the second half of 2026.", "2025-09-22T16:00:00Z"),
    ("brief", "Nvidia and OpenAI have finalized a partnership. Nvidia will invest $100 billion in OpenAI. The deal "
     "covers 10 gigawatts of systems.", "2025-09-22T21:00:00Z"),
    ("later", "Nvidia will invest up to $30 billion in OpenAI, instead of the $100 billion that it had pledged. The "
     "first gigawatt of Nvidia systems for OpenAI is now expected in 2027.", "2026-02-20T09:00:00Z"),
    ("brief", "Nvidia and OpenAI have signed a letter of intent for a partnership. Nvidia will invest up to $100 "
     "billion in OpenAI. The deal covers 10 gigawatts of systems.", "2025-09-22T21:00:00Z"),
]  # fmt: skip
ALWAYS = ("deals_now", "deal_facts_now", "fact_timeline", "changes_readable", "article_edits")


# --- commands, files, links ------------------------------------------------------------------------


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_is_one(line):
    assert parser().parse_args(shlex.split(line, comments=True)[1:]).command


def test_no_command_is_left_out():
    (commands,) = [action.choices for action in parser()._actions if action.dest == "command"]
    assert [name for name in commands or () if not re.search(rf"`(dealdrift )?{name}\b", README)] == []


def test_the_targets_of_make_are_there():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = re.findall(r"(?:^|`)(?:PYTHON=\S+ )?make (\w+)", README, re.MULTILINE)
    assert {"run", "test", "check"} <= set(named)
    assert [name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)\)", README))))
def test_a_link_leads_somewhere(path):
    assert (ROOT / path).is_file()


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:extractors|storage|flows|tests|deployments)/[\w./]*)`", README)))
)
def test_a_file_that_is_named_is_there(path):
    assert (ROOT / path).exists()


@pytest.mark.parametrize("body", blocks("toml"))
def test_a_piece_of_configuration_loads(tmp_path: Path, body):
    (tmp_path / "dealdrift.toml").write_text(body, "utf-8")
    assert load(tmp_path / "dealdrift.toml").webhooks


@pytest.mark.parametrize("line", [line for body in blocks("json") for line in body.splitlines()])
def test_a_document_is_one(line):
    assert parse(line).moment


# --- questions -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    rows = [
        {"id": f"{name}-{place}", "url": f"https://{name}.example/nvidia-openai", "outlet": name.title(),
         "published": published, "title": "Nvidia to invest in OpenAI", "text": text}
        for place, (name, text, published) in enumerate(DOCUMENTS)
    ]  # fmt: skip
    (folder / "documents.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    assert main(["replay", str(folder / "documents.jsonl"), "--database", str(folder / "desk.duckdb")]) == 0
    return folder / "desk.duckdb"


@pytest.mark.parametrize("question", blocks("sql"))
def test_a_question_is_answered(database: Path, question: str):
    columns, rows = ask(database, question)
    assert columns
    if any(view in question for view in ALWAYS):
        assert rows


def test_the_picture_can_be_drawn_anew(database: Path, tmp_path: Path):
    (tmp_path / "demo-run").mkdir()
    (tmp_path / "deployments").mkdir()
    shutil.copy(snapshot_path(database), snapshot_path(tmp_path / "demo-run" / "dealdrift.duckdb"))
    command = [sys.executable, "-m", "deployments.picture"]
    subprocess.run(command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, timeout=60)
    for drawn in (tmp_path / "deployments" / "output.svg", ROOT / "deployments" / "output.svg"):
        assert ElementTree.parse(drawn).getroot().tag == "{http://www.w3.org/2000/svg}svg"
        assert "@font-face" not in drawn.read_text("utf-8")


# --- receivers -------------------------------------------------------------------------------------

SECRET = f"whsec_{base64.b64encode(b'a secret of tests, 24 b.').decode()}"
OTHER = f"whsec_{base64.b64encode(b'another secret of tests.').decode()}"
ALERT = {"type": "change", "explanation": "„up to“ is gone: €5bn → €5bn"}
BODY = json.dumps(ALERT, ensure_ascii=False)


def headers(secret: str = SECRET) -> dict[str, str]:
    """What dealdrift sends."""
    alert = Delivery("del_1", "alert_1", None, "desk", BODY, datetime.now(UTC))
    hook = WebhookSettings(url="https://hooks.example.com/", secret_env="IT")
    return signed(alert, hook, MappingProxyType({"IT": secret}))


def sent_at(when: datetime) -> dict[str, str]:
    signature = Webhook(SECRET).sign("alert_1", when, BODY)
    stamp = str(int(when.timestamp()))
    return {"webhook-id": "alert_1", "webhook-timestamp": stamp, "webhook-signature": signature}


def requests() -> Mapping[str, tuple[dict[str, str], str, bool]]:
    """Headers, body, and whether a receiver takes them: made when asked for, since they age."""
    hello, now = headers(), datetime.now(UTC)
    return {
        "what dealdrift sends is taken": (hello, BODY, True),
        "one good signature of two is enough": (
            {**hello, "webhook-signature": f"v1,AAAA {hello['webhook-signature']}"}, BODY, True,
        ),
        "another body is refused": (hello, BODY.replace("5bn", "9bn"), False),
        "another id is refused": ({**hello, "webhook-id": "alert_2"}, BODY, False),
        "another secret is refused": (headers(OTHER), BODY, False),
        "an unknown version is refused": (
            {**hello, "webhook-signature": hello["webhook-signature"].replace("v1,", "v2,")}, BODY, False,
        ),
        "an empty signature is refused": ({**hello, "webhook-signature": ""}, BODY, False),
        "an old one is refused": (sent_at(now - timedelta(minutes=6)), BODY, False),
        "one from the future is refused": (sent_at(now + timedelta(minutes=6)), BODY, False),
    }  # fmt: skip


@pytest.mark.parametrize("name", requests())
def test_the_receiver_in_python(monkeypatch: pytest.MonkeyPatch, name):
    sent, body, good = requests()[name]
    monkeypatch.setenv("DEALDRIFT_WEBHOOK_SECRET", SECRET)
    (snippet,) = blocks("python")
    names: dict[str, Any] = {}
    exec(compile(snippet, "README.md", "exec"), names)
    verified: Callable[..., Any] = names["verified"]
    if good:
        assert verified(sent, body.encode()) == ALERT
    else:
        with pytest.raises(WebhookVerificationError):
            verified(sent, body.encode())


CALL = """
import { verified } from "./verified.mjs";
import { readFileSync } from "node:fs";
const tell = ([headers, body]) => {
  try { return verified(headers, Buffer.from(body)); } catch (error) { return null; }
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(tell)));
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_receiver_in_node(tmp_path: Path):
    (snippet,) = blocks("js")
    (tmp_path / "verified.mjs").write_text(snippet, "utf-8")
    (tmp_path / "call.mjs").write_text(CALL, "utf-8")
    asked = requests()
    answer = subprocess.run(
        ["node", "call.mjs"],
        input=json.dumps([(sent, body) for sent, body, _ in asked.values()]).encode(),
        env={"DEALDRIFT_WEBHOOK_SECRET": SECRET, "PATH": str(Path(shutil.which("node") or "").parent)},
        cwd=tmp_path,
        capture_output=True,
        check=True,
        timeout=60,
    )
    told = dict(zip(asked, json.loads(answer.stdout), strict=True))
    assert told == {name: ALERT if good else None for name, (_, _, good) in asked.items()}
