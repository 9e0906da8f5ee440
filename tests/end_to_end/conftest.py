"""The whole program over a real encrypted office."""

import shutil
from pathlib import Path

import pytest

from tests.builders import a_demonstration_folder
from tests.desktop.conftest import _session_theme, office, office_folder, running, theme

__all__ = ["_session_theme", "office", "office_folder", "running", "theme"]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with fifteen invented cases."""
    return a_demonstration_folder(tmp_path_factory.mktemp("demo") / "office", cases=15)


@pytest.fixture
def copy(demo: Path, tmp_path: Path) -> Path:
    """The same office, to be harmed."""
    return shutil.copytree(demo, tmp_path / "office")
