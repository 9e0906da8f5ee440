"""Import rules that import-linter cannot express, read from the source; the others are in pyproject.toml."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tooling.checkout import ROOT

PACKAGE = ROOT / "zwk_barrier"
# What opens connections, goes past the models or sends SQL by hand.  Asking (select, func, ...) is for all.
ENGINE_SIDE = {
    "create_engine",
    "engine_from_config",
    "event",
    "text",
    "DDL",
    "Engine",
    "Connection",
    "MetaData",
    "Table",
    "pool",
    "sessionmaker",
    "scoped_session",
}
MAY_TOUCH_THE_ENGINE = {"model", "store"}
# These know no feature.  The files directly in desktop/ put the features together and may know all.
SHARED_BY_FEATURES = {"preview", "style", "widgets"}  # the preview shows the documents of every feature


def imports(source: str) -> Iterator[str]:
    """Every imported thing by its full name, ``from a import b`` as ``a.b``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def engine_imports(source: str) -> list[str]:
    """What a file imports of SQLAlchemy's engine side."""
    return [
        name
        for name in imports(source)
        if name.startswith("sqlalchemy.")
        and (set(name.split(".")[1:]) & ENGINE_SIDE or name.startswith("sqlalchemy.engine"))
    ]


def foreign_features(source: str, own: str, features: set[str]) -> list[str]:
    """What a file of the feature ``own`` imports from other feature folders."""
    prefix = "zwk_barrier.desktop."
    named = [name for name in imports(source) if name.startswith(prefix)]
    return [name for name in named if name.removeprefix(prefix).split(".")[0] in features - {own}]


def desktop_folders() -> dict[str, Path]:
    """The folders of the window, by name: features, and what they share."""
    return {path.name: path for path in (PACKAGE / "desktop").iterdir() if any(path.glob("*.py"))}


def test_only_model_and_store_touch_the_engine() -> None:
    found = {
        str(path.relative_to(ROOT)): engine_imports(path.read_text(encoding="utf-8"))
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] not in MAY_TOUCH_THE_ENGINE
    }
    assert {path: names for path, names in found.items() if names} == {}


def test_features_and_what_they_share_do_not_import_other_features() -> None:
    features = set(desktop_folders()) - SHARED_BY_FEATURES
    found = {
        str(path.relative_to(ROOT)): foreign_features(path.read_text(encoding="utf-8"), name, features)
        for name, folder in desktop_folders().items()
        for path in folder.rglob("*.py")
    }
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "line",
    [
        "from sqlalchemy import create_engine",
        "from sqlalchemy.engine import Row",
        "import sqlalchemy.pool",
        "from sqlalchemy import select, text",
    ],
)
def test_a_touch_of_the_engine_is_seen(line: str) -> None:
    assert engine_imports(line)


def test_asking_is_no_touch_of_the_engine() -> None:
    assert engine_imports("from sqlalchemy import select, func\nfrom sqlalchemy.orm import Session") == []


def test_a_foreign_feature_is_seen() -> None:
    source = "from zwk_barrier.desktop.visits.page import VisitPage\nfrom zwk_barrier.desktop import cases"
    assert foreign_features(source, "cases", {"cases", "visits"}) == [
        "zwk_barrier.desktop.visits.page.VisitPage"
    ]
