"""Documents for tests of `extract` and `replay`, and the command line as a function."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from flows.cli import main
from tests.flows.desk import page, story

Document = dict[str, Any]
ELSEWHERE = "Regulators in Washington, Brussels and Beijing have yet to have their say, people close to them said."
OTHER = "Shareholders will be asked for their consent in the spring, and the drug maker expects to borrow nothing."


def document(name: str, text: str | None, day: str | None = "2025-09-22", **more: Any) -> Document:
    """One document, at an address of its own unless told otherwise."""
    return {
        "id": name,
        "url": f"http://press.example/{name}",
        "outlet": f"outlet {name}",
        "published": day,
        "title": None,
        "text": text,
        **more,
    }


REPORTS = [
    document("first", story()),
    document("copy", f"{story()} The shares rose.", outlet="a copyist"),
    document("paged", None, html=page(story("$5 billion", "Nvidia", "Intel", ELSEWHERE)).decode(), day="2025-09-23"),
    document("later", f"Nvidia will invest $30 billion in OpenAI under a signed agreement. {ELSEWHERE}", "2026-02-20"),
    document("again", f"Nvidia will invest $30 billion in OpenAI under an agreement. {ELSEWHERE}", "2026-02-21"),
    document("nothing", "The weather of the week was mild in the north of the country, and the harvest is in."),
    document("edited", story("up to $90 billion"), url="http://press.example/first"),
    document("undated", story("$6 billion", "Pfizer", "Metsera", OTHER), None, url=None, outlet=None),
]


def written(file: Path, documents: Iterable[Mapping[str, Any] | str]) -> Path:
    """Write documents as JSON Lines; a string goes in as it stands."""
    file.write_text("".join(f"{d if isinstance(d, str) else json.dumps(d)}\n" for d in documents), encoding="utf-8")
    return file


Call = Callable[..., tuple[int, list[str], list[str]]]


def called(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[str], list[str]]:
    """Run one command; return its exit code, and the lines of stdout and stderr."""
    try:
        code = main([str(each) for each in arguments])
    except SystemExit as end:
        code = int(str(end.code))
    out, err = capsys.readouterr()
    return code, out.splitlines(), err.splitlines()
