"""The rooms and the direction between them: flows → storage → extractors."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FORBIDDEN = {
    "extractors": {
        "storage",
        "flows",
        "deployments",
        "duckdb",
        "prefect",
        "aiohttp",
        "httpx",
        "httpx2",
        "socket",
        "sqlite3",
        "urllib.request",
        "http",
        "asyncio",
        "time",
        "random",
    },
    "storage": {
        "flows",
        "deployments",
        "prefect",
        "aiohttp",
        "httpx",
        "httpx2",
        "socket",
        "http",
        "feedparser",
        "trafilatura",
    },
    "flows": {"deployments", "duckdb", "feedparser", "trafilatura", "rapidfuzz"},
}


def imports(file: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def breaks(name: str, forbidden: set[str]) -> bool:
    return any(name == other or name.startswith(f"{other}.") for other in forbidden)


@pytest.mark.parametrize("room", FORBIDDEN)
def test_imports_follow_the_arrows(room):
    files = sorted((ROOT / room).rglob("*.py"))
    assert files
    wrong = {
        f"{file.relative_to(ROOT)}: {name}" for file in files for name in imports(file) if breaks(name, FORBIDDEN[room])
    }
    assert wrong == set()


def test_no_module_of_flows_hides_one_of_the_standard_library():
    import sys

    assert not {file.stem for file in (ROOT / "flows").glob("*.py")} & sys.stdlib_module_names - {"__init__"}
