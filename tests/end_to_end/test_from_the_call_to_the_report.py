"""The main job, through the window and by keys: the phone rings, a case, a home visit, a printed report."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget

from tests.desktop.running import ALT, CTRL, PASSWORD, Running
from tests.desktop.typing import type_text
from zwk_barrier.desktop.preview.page import PreviewPage
from zwk_barrier.desktop.visits.rail import StationButton

NOTE = "Kommt seit dem Sturz nicht mehr in die Wanne."
FINDING = "Wannenrand 58 cm, kein Griff."


def type_here(text: str) -> None:
    """Types where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    type_text(widget, text)


def record_the_call(running: Running) -> None:
    """Ctrl+N to Ctrl+Return: who calls, from where, why, and what comes next."""
    running.key(Qt.Key.Key_N, CTRL)
    type_here(NOTE)
    running.key(Qt.Key.Key_V, ALT)
    for words in ("Olga", "Petrówna-Müller", "030 23125 467", "Tochter zurückrufen", "+3"):
        type_here(words)
        running.key(Qt.Key.Key_Tab)
    running.key(Qt.Key.Key_Return, CTRL)
    running.qtbot.waitUntil(lambda: bool(running.shown(QWidget, "case_page")), timeout=5000)


def visit_the_dwelling(running: Running) -> None:
    """Plans the visit, measures the bathroom door by number and Enter, and notes a barrier."""
    running.key(Qt.Key.Key_H, ALT)
    running.qtbot.waitUntil(lambda: running.focus() == "preparation_day", timeout=5000)
    running.settle()
    running.key(Qt.Key.Key_A, ALT)
    running.qtbot.waitUntil(lambda: bool(running.shown(QWidget, "visit_page")), timeout=5000)
    running.settle()
    bath = next(one for one in running.frame.findChildren(StationButton) if one.text() == "Bad")
    bath.click()
    running.settle()
    running.one(QWidget, "criterion_W04_field").setFocus()
    type_here("63")
    running.key(Qt.Key.Key_Return)
    running.key(Qt.Key.Key_F4)
    running.qtbot.waitUntil(lambda: running.focus() == "finding_text", timeout=5000)
    type_here(FINDING)
    running.key(Qt.Key.Key_Tab)


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[index].get_textpage().get_text_bounded() for index in range(len(document))]
    document.close()
    return " ".join(" ".join(pages).replace("\N{NO-BREAK SPACE}", " ").split())


def command(office: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "ZWK_PASSWORD": PASSWORD}
    return subprocess.run(
        [sys.executable, "-m", "zwk_barrier", words[0], str(office), *words[1:]],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def visited(running: Running, office_folder: Path) -> Running:
    """A call was taken, a case made, the dwelling visited; the visit is on the screen."""
    running.log_in(office_folder)
    record_the_call(running)
    visit_the_dwelling(running)
    return running


def test_what_was_typed_stands_in_the_report_that_is_printed(visited: Running, tmp_path: Path) -> None:
    visited.key(Qt.Key.Key_P, CTRL)
    visited.qtbot.waitUntil(lambda: visited.one(QPushButton, "preview_print").isEnabled(), timeout=10_000)
    read_aloud = visited.one(QPlainTextEdit, "preview_text").toPlainText()
    assert "Olga Petrówna-Müller" in read_aloud

    pdf = tmp_path / "Bericht.pdf"
    visited.one(PreviewPage, "preview_page").save_to(str(pdf))
    visited.settle()
    text = text_of(pdf)
    for words in (
        "Olga Petrówna-Müller",
        "63 cm",
        "mindestens 80 cm",
        "nicht erreicht",
        FINDING,
        "Tochter zurückrufen",
    ):
        assert words in text


def test_the_case_is_found_again_by_another_spelling_with_a_typo(visited: Running) -> None:
    visited.key(Qt.Key.Key_Return, CTRL)  # the visit is done
    visited.key(Qt.Key.Key_1, ALT)
    visited.qtbot.waitUntil(lambda: visited.title().startswith("Heute"), timeout=5000)
    visited.key(Qt.Key.Key_K, CTRL)
    type_here("Petrovna Mueler")
    visited.qtbot.wait(400)
    visited.settle()
    visited.key(Qt.Key.Key_Down)
    visited.key(Qt.Key.Key_Return)
    assert visited.title().startswith("Olga Petrówna-Müller")


def test_the_command_line_sees_the_same_case_and_prints_the_same_report(
    visited: Running, office_folder: Path, tmp_path: Path
) -> None:
    visited.end()
    listed = command(office_folder, "cases", "--json")
    [case] = json.loads(listed.stdout)
    assert case["name"] == "Olga Petrówna-Müller"

    pdf = tmp_path / "report.pdf"
    told = command(office_folder, "report", case["number"], "--out", str(pdf))
    assert told.returncode == 0, told.stderr
    assert "63 cm" in text_of(pdf)
