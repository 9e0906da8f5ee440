"""A mistake of the program is told once, is written down, and never gives away what somebody typed."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from zwk_barrier.desktop.bug_report import BugReport
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.log import begin_log, places_of

Expecting = Callable[[str], AbstractContextManager[None]]


def bug(said: str = "") -> Exception:
    """A mistake with a cause, and words in both."""
    caught: list[Exception] = []
    try:
        try:
            int(said)
        except ValueError as cause:
            raise RuntimeError(said) from cause
    except RuntimeError as raised:
        caught.append(raised)
    return caught[0]


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    assert theme.look.scale == 100
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    before = list(logging.getLogger().handlers)
    begin_log(tmp_path / "zwk-barriere.log")
    yield tmp_path / "zwk-barriere.log"
    for handler in set(logging.getLogger().handlers) - set(before):
        logging.getLogger().removeHandler(handler)
        handler.close()


def test_the_places_are_told_and_the_words_are_not() -> None:
    told = places_of(bug("Hilde Brandt, Goethestraße 41"))
    assert "test_bug_report.py" in told
    assert "RuntimeError" in told
    assert "ValueError" in told
    assert "Hilde Brandt, Goethestraße 41" not in told


def test_the_log_holds_no_words_either(log: Path, expect_log: Expecting) -> None:
    with expect_log("a bug"):
        logging.getLogger("zwk").error("a bug", exc_info=bug("Hilde Brandt"))
    written = log.read_text(encoding="utf-8")
    assert "RuntimeError" in written
    assert "Hilde Brandt" not in written


def test_a_log_that_has_grown_large_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "zwk-barriere.log"
    path.write_text("x" * 1_000_001)
    before = list(logging.getLogger().handlers)
    begin_log(path)
    for handler in set(logging.getLogger().handlers) - set(before):
        logging.getLogger().removeHandler(handler)
        handler.close()
    assert path.stat().st_size == 0
    assert path.with_suffix(".old.log").stat().st_size == 1_000_001


def test_one_window_says_so_however_many_follow(window: QWidget) -> None:
    report = BugReport(window)
    report.show(bug())
    report.show(bug())
    assert len(window.findChildren(QPlainTextEdit, "problem_details")) == 1


def test_after_it_was_closed_the_next_one_is_told_again(window: QWidget, qtbot: QtBot) -> None:
    report = BugReport(window)
    report.show(bug())
    window.findChildren(QPushButton, "problem_close")[0].click()
    qtbot.waitUntil(lambda: not window.findChildren(QPlainTextEdit, "problem_details"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    report.show(bug())
    assert len(window.findChildren(QPlainTextEdit, "problem_details")) == 1


def test_an_exception_nobody_caught_comes_here(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, expect_log: Expecting
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", lambda _told: None)
    BugReport(window).install()
    raised = bug()
    with expect_log("a bug: RuntimeError"):
        sys.excepthook(type(raised), raised, raised.__traceback__)
    assert window.findChildren(QPlainTextEdit, "problem_details")
