"""Several runs of the tests divide the files: each file is run once, and whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sharing import Sharer
from tests.tooling.checkout import ROOT

CONFTEST = """
from pathlib import Path
from tests.sharing import Sharer

def pytest_configure(config):
    config.pluginmanager.register(Sharer(Path(__file__).with_name("taken")))
"""
TESTS = """
import pytest

@pytest.fixture(scope="module", autouse=True)
def lasts():
    yield
    print("\\nleft", __name__.rpartition(".")[2])

def test_one(): pass

def test_two(): pass
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three files of two tests in three folders, which the runs of this folder divide."""
    (tmp_path / "taken").mkdir()
    (tmp_path / "conftest.py").write_text(CONFTEST, "utf-8")
    files = [tmp_path / folder / f"test_{folder}.py" for folder in ("a", "b", "c")]
    for file in files:
        file.parent.mkdir()
        file.write_text(TESTS, "utf-8")
    return files


def run(folder: Path) -> str:
    """What one of the runs says."""
    words = ["-q", "-s", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(folder), str(folder)]
    bare = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "pytest", *words]
    told = subprocess.run(
        command, cwd=folder, env=bare, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert told.returncode == 0, told.stdout + told.stderr
    return told.stdout


def test_a_file_that_another_run_has_is_left_to_it_and_the_others_are_run_whole(files: list[Path]) -> None:
    assert Sharer(files[0].parents[1] / "taken").takes(files[1])
    told = run(files[0].parents[1])
    assert "4 passed, 2 deselected" in told
    assert [name for name in ("test_a", "test_b", "test_c") if f"left {name}" in told] == ["test_a", "test_c"]


def test_what_was_taken_is_not_run_again(files: list[Path]) -> None:
    folder = files[0].parents[1]
    assert "6 passed" in run(folder)
    assert "6 deselected" in run(folder)


def test_a_file_begins_early_that_holds_a_slow_test(files: list[Path]) -> None:
    slow = TESTS.replace("def test_two", "@pytest.mark.slow\ndef test_two")
    files[2].write_text(slow, "utf-8")
    told = run(files[0].parents[1])
    assert told.index("left test_c") < told.index("left test_a")
