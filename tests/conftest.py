"""What every test stands on: an offscreen Qt with a real screen size and real fonts, and the guards."""

import gc
import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from tests.guards import expect_log, no_leaked_thread, no_leaked_timer, no_unexpected_log, watch_starts
from tests.sharing import Sharer
from zwk_barrier.resources import resource

__all__ = ["expect_log", "no_leaked_thread", "no_leaked_timer", "no_unexpected_log", "qapp", "watch_starts"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Several runs at the same time need less time than one."""
    parser.addoption(
        "--share", metavar="FOLDER", type=Path, help="divide the test files with the runs of this folder"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Settles what has to stand before the first test is collected."""
    if config.getoption("--share", None):
        config.pluginmanager.register(Sharer(config.getoption("--share")))
    if os.environ.get("QT_QPA_PLATFORM", "offscreen").startswith(
        "offscreen"
    ):  # a real X session asks otherwise
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_screen()}"
    settings.register_profile("shared machine", deadline=None)  # a slow neighbour is no failed test
    settings.load_profile("shared machine")


def _screen() -> Path | str:
    """An office's screen instead of Qt's 800x800; Qt splits the value at colons, which Windows' drives hold."""
    screen = Path(__file__).resolve().with_name("screen.json")
    return os.path.relpath(screen) if sys.platform == "win32" else screen


def pytest_collection_finish() -> None:
    """Lets the collector pass over what stays to the end: thousands of tests, looked at again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application with the shipped fonts, so that text has the same size on every machine."""
    for font in sorted(resource("fonts").glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(font)) >= 0, f"Qt cannot read {font.name}"
    qapp.setFont(QFont("Atkinson Hyperlegible Next", 11))
    return qapp


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says loudly which real-session tests could not run: a quiet skip would look like a pass."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if "x11" in report.keywords]
    if not skipped:
        return
    terminalreporter.section("NOT CHECKED: real X session", sep="!", red=True, bold=True)
    for report in skipped:
        terminalreporter.line(f"{report.nodeid}: {report.longrepr[2]}", red=True)
