"""The paper sheet of a visit is looked at, freed of the name and saved in the same preview."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.desktop.access import walkers
from tests.desktop.typist import CTRL
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToVisitReport, ToVisitSheet
from zwk_barrier.desktop.preview.page import PreviewPage
from zwk_barrier.desktop.style.theme import Theme


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme, desk: Desk) -> Iterator[Advisor]:
    """At the sheet of the visit."""
    assert theme.look.scale == 100
    reader = Advisor(qtbot, desk)
    reader.begin()
    reader.workplace.go(ToVisitSheet(reader.visit_id))
    reader.rest()
    yield reader
    reader.workplace.leave()
    reader.rest()


def text(reader: Advisor) -> str:
    return reader.shown(QPlainTextEdit, "preview_text").toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def test_the_sheet_is_shown_with_what_will_be_asked(reader: Advisor) -> None:
    assert reader.words("preview_title") == "Besuchsbogen"
    for words in ("Einwilligungen", "Lichte Breite der Tür", "mindestens 80 cm", "Weitere Notizen"):
        assert words in text(reader)
    assert "Petrova" in text(reader)


def test_the_name_can_be_left_out(reader: Advisor) -> None:
    reader.shown(QCheckBox, "preview_named").setFocus()
    reader.press(Qt.Key.Key_Space)
    reader.rest()
    assert "Petrova" not in text(reader)
    reader.shown(QCheckBox, "preview_named").setFocus()
    reader.press(Qt.Key.Key_Space)
    reader.rest()
    assert "Petrova" in text(reader)


def test_a_report_has_no_such_choice(reader: Advisor) -> None:
    reader.workplace.go(ToVisitReport(reader.visit_id))
    reader.rest()
    assert reader.words("preview_title") == "Besuchsbericht"
    page = reader.shown(PreviewPage, "preview_page")
    box = page.findChild(QCheckBox, "preview_named")
    assert box is not None
    assert not box.isVisible()


def test_saving_offers_a_name_that_speaks(reader: Advisor, tmp_path: Path) -> None:
    reader.press(Qt.Key.Key_S, CTRL)
    dialog = reader.shown(PreviewPage, "preview_page").findChild(QFileDialog, "preview_dialog")
    assert dialog is not None
    assert dialog.windowTitle() == "Bogen speichern"
    assert Path(dialog.selectedFiles()[0]).name.startswith("Besuchsbogen_2026-0001")
    dialog.fileSelected.emit(str(tmp_path / "Bogen.pdf"))
    dialog.close()
    reader.rest()
    assert (tmp_path / "Bogen.pdf").read_bytes().startswith(b"%PDF-")


def test_the_choice_is_named_reached_and_seen(reader: Advisor) -> None:
    page = reader.shown(PreviewPage, "preview_page")
    assert walkers.unnamed(page) == []
    assert walkers.keyboard_gaps(page) == []
    assert walkers.faint(page) == []


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_no_word_is_cut(reader: Advisor, theme: Theme, scale: int, size: tuple[int, int]) -> None:
    page = reader.shown(PreviewPage, "preview_page")
    reader.workplace.resize(*size)
    theme.set_scale(scale)
    walkers.settled(page)
    assert walkers.clipped(page) == []
