"""Who may import whom: cli > api, ingest, checks; api > queries, schemas; queries > models > db > settings."""

import ast
from pathlib import Path

import pytest

from app.settings import ROOT

LEAVES = {"errors", "facts", "paths", "settings"}
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "facts": set(),
    "paths": set(),
    "settings": set(),
    "rates": set(),
    "db": {"settings"},
    "models": {"db"},
    "migrate": {"db"},
    "extract": set(),
    "resolve": {"rates"},
    "extraction": {"resolve", "extract"},
    "store": {"models", "db", "resolve"},
    "queries": {"models", "db"},
    "schemas": {"extract"},
    "ingest": {"extract", "resolve", "store"},
    "checks": {"models", "db", "store", "resolve"},
    "api": {"queries", "schemas", "store", "ingest", "extract", "extraction", "db", "migrate"},
    "cli": {"api", "ingest", "checks", "extract", "extraction", "db", "migrate"},
}
PURE = ("extract", "resolve", "rates", "facts", "paths", "errors", "extraction")


def modules() -> list[Path]:
    return sorted(path for path in (ROOT / "app").rglob("*.py") if path != ROOT / "app" / "__init__.py")


def room(path: Path) -> str:
    return path.relative_to(ROOT / "app").parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_follow_the_arrows(path: Path) -> None:
    rooms = {name.split(".")[1] for name in imports(path) if name.startswith("app.")}
    assert rooms - {room(path)} - LEAVES <= ALLOWED[room(path)]


@pytest.mark.parametrize("path", [path for path in modules() if room(path) in PURE], ids=str)
def test_reading_and_resolving_know_no_database_and_no_web(path: Path) -> None:
    assert not {name.split(".")[0] for name in imports(path)} & {"sqlalchemy", "fastapi", "alembic", "starlette"}


@pytest.mark.parametrize("path", [path for path in modules() if room(path) == "api"], ids=str)
def test_no_query_is_written_in_the_api(path: Path) -> None:
    assert "sqlalchemy.select" not in imports(path)


@pytest.mark.parametrize("path", [path for path in modules() if room(path) not in ("store", "db")], ids=str)
def test_only_the_store_writes(path: Path) -> None:
    assert not {"sqlalchemy.insert", "sqlalchemy.update", "sqlalchemy.delete"} & imports(path)


@pytest.mark.parametrize("path", [path for path in modules() if room(path) != "settings"], ids=str)
def test_only_the_settings_read_the_environment(path: Path) -> None:
    assert not {name for name in imports(path) if name.split(".")[0] == "os"}
