"""The guards of the test run are shown catching what they are there for, and letting go what is in order."""

import os
import subprocess
import sys

import pytest

from tests.tooling.checkout import ROOT

CONFTEST = """
from tests.conftest import *
from tests.conftest import pytest_configure, pytest_terminal_summary
"""

SUSPECTS = """
import logging, threading, time
import pytest
from PySide6.QtCore import QRunnable, QThreadPool, QTimer
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget

KEPT = []

class Slow(QRunnable):
    def run(self):
        time.sleep(4)

def test_clean(qtbot, qapp):
    widget = QWidget()
    qtbot.addWidget(widget)
    ticking = QTimer(widget)
    ticking.start(10)
    thread = threading.Thread(target=lambda: None)
    thread.start()

def test_screen_and_font(qapp):
    assert qapp.primaryScreen().size().toTuple() == (1280, 1024)
    assert QFontInfo(qapp.font()).family() == "Atkinson Hyperlegible Next"

def test_expected_log(expect_log):
    with expect_log("disk is full"):
        logging.getLogger("store").warning("the disk is full")

def test_missing_log(expect_log):
    with expect_log("disk is full"):
        pass

def test_leaks_thread():
    threading.Thread(target=time.sleep, args=(4,), daemon=True).start()

def test_leaks_job(qapp):
    QThreadPool.globalInstance().start(Slow())

def test_leaks_timer(qapp):
    KEPT.append(QTimer())
    KEPT[0].start(1000)

def test_logs(caplog):
    logging.getLogger("store").error("lost a page")

@pytest.mark.x11
def test_skips_loudly():
    pytest.skip("there is no Xvfb")
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a test run of its own, under the same guards, says about the suspects."""
    folder = tmp_path_factory.mktemp("suspects")
    (folder / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (folder / "test_suspects.py").write_text(SUSPECTS, encoding="utf-8")
    words = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), "-p", "no:cacheprovider", "-rA"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *words, str(folder)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return run.stdout


@pytest.mark.parametrize("name", ["test_clean", "test_screen_and_font", "test_expected_log"])
def test_what_is_in_order_passes(said: str, name: str) -> None:
    assert f"PASSED test_suspects.py::{name}" in said
    assert f"ERROR test_suspects.py::{name}" not in said


@pytest.mark.parametrize("name", ["test_leaks_thread", "test_leaks_job", "test_leaks_timer", "test_logs"])
def test_what_is_left_behind_is_an_error(said: str, name: str) -> None:
    assert f"ERROR test_suspects.py::{name}" in said


@pytest.mark.parametrize(
    "deed", ["threading.Thread(target=time", "().start(Slow", "KEPT[0].start", ".error("]
)
def test_the_error_says_where_the_thing_began(said: str, deed: str) -> None:
    line = next(number for number, text in enumerate(SUSPECTS.splitlines(), 1) if deed in text)
    assert f"test_suspects.py:{line}" in said


def test_an_expected_log_line_that_never_comes_fails(said: str) -> None:
    assert "FAILED test_suspects.py::test_missing_log" in said


def test_a_skipped_real_session_is_said_loudly(said: str) -> None:
    assert "NOT CHECKED: real X session" in said
    assert "there is no Xvfb" in said
