"""The handbook beside the window: F1 opens the right page, it is read by keys, searched, and goes back and forward."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.desktop.access.walkers import (
    clipped,
    faint,
    hidden_focus,
    keyboard_gaps,
    settled,
    small_targets,
    unnamed,
)
from tests.desktop.running import CTRL, NAME, PASSWORD, Running
from tests.desktop.typing import type_text
from zwk_barrier.casework.case import cases
from zwk_barrier.desktop.appearance import Appearance
from zwk_barrier.desktop.background import Work
from zwk_barrier.desktop.destinations import Destination, ToAdministration, ToCase, ToNetwork
from zwk_barrier.desktop.handbook import saving
from zwk_barrier.desktop.handbook.passage import Passage
from zwk_barrier.desktop.handbook.saving import SavingHandbook
from zwk_barrier.desktop.handbook.window import HandbookWindow
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.style.theme import Choice, Theme
from zwk_barrier.desktop.widgets.headings import PageTitle, SectionTitle
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.problems import StorageFull
from zwk_barrier.store.office import OfficeStore

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def appearance(qapp: QApplication, theme: Theme, tmp_path: Path) -> Appearance:
    settings = QSettings(str(tmp_path / "own.ini"), QSettings.Format.IniFormat)
    return Appearance(qapp, theme, Preferences(settings))


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> Iterator[HandbookWindow]:
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.show()
    work = Work(frame)
    handbook = HandbookWindow(frame, work, appearance)
    with qtbot.waitExposed(handbook):
        handbook.show()
    handbook.activateWindow()
    qtbot.waitUntil(handbook.isActiveWindow)
    yield handbook
    handbook.close()
    work.close()


def title_of(window: QWidget) -> str:
    settled(window)
    return next(title.text() for title in window.findChildren(PageTitle) if title.isVisible())


def handbook_of(running: Running) -> HandbookWindow:
    settled(running.frame)
    return next(one for one in running.frame.findChildren(HandbookWindow) if one.isVisible())


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def shown(window: QWidget, kind: type[W], name: str) -> W:
    """The only widget of that name on the screen."""
    (found,) = (widget for widget in window.findChildren(kind, name) if widget.isVisible())
    return found


def entered(running: Running, office: OfficeStore) -> None:
    office.close()
    running.begin(office.folder, NAME, PASSWORD)
    running.key(Qt.Key.Key_Return)
    running.qtbot.waitUntil(
        lambda: running.program.workplace is not None and running.program.workplace.isVisible()
    )
    running.settle()


def come_to(running: Running) -> None:
    running.frame.activateWindow()
    running.qtbot.waitUntil(running.frame.isActiveWindow)
    running.settle()


def test_f1_before_the_office_tells_how_to_get_in(running: Running) -> None:
    running.begin()
    running.key(Qt.Key.Key_F1)
    assert title_of(handbook_of(running)) == "Anmelden, sperren, wiederherstellen"


def test_f1_opens_the_page_of_what_is_in_view_down_to_the_tab(running: Running, office: OfficeStore) -> None:
    _changed, case_id = cases.open_case(office, given_name="Hilde", family_name="Brandt")
    entered(running, office)
    workplace = running.program.workplace
    assert workplace is not None
    titles: dict[Destination, str] = {
        ToCase(case_id, "funding"): "Fall: Förderung",
        ToAdministration("backup"): "Verwaltung: Sicherung",
        ToNetwork("hours"): "Netzwerk",
    }
    for destination, title in titles.items():
        workplace.go(destination)
        running.settle()
        come_to(running)
        running.key(Qt.Key.Key_F1)
        assert title_of(handbook_of(running)) == title


def test_the_button_opens_it_too_and_ctrl_f1_the_overview_of_keys(
    running: Running, office: OfficeStore
) -> None:
    entered(running, office)
    running.one(QAbstractButton, "open_handbook").click()
    assert title_of(handbook_of(running)) == "Heute"
    handbook_of(running).close()
    come_to(running)
    running.key(Qt.Key.Key_F1, CTRL)
    assert running.shown(RowList, "shortcut_rows")


def test_it_is_read_from_part_to_part_by_arrows_and_from_heading_to_heading_by_h(
    window: HandbookWindow,
) -> None:
    window.show_place("ToToday")
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    first = QApplication.focusWidget()
    assert isinstance(first, Passage)
    assert first.accessibleName().startswith("Die erste Seite am Morgen")
    QTest.keyClick(first, Qt.Key.Key_H)
    heading = QApplication.focusWidget()
    assert isinstance(heading, SectionTitle)
    assert QAccessible.queryAccessibleInterface(heading).role() == QAccessible.Role.Heading
    QTest.keyClick(heading, Qt.Key.Key_Down)
    assert focused().accessibleName().startswith("1. In „Fristen")


def test_a_link_leads_on_and_back_leads_back(window: HandbookWindow) -> None:
    window.show_place("ToToday")
    settled(window)
    link = next(
        one
        for one in window.findChildren(Passage)
        if "Antrag" in one.accessibleName() and "href" in one.text()
    )
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert title_of(window) == "Antrag"
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert title_of(window) == "Heute"
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert title_of(window) == "Antrag"


def test_the_search_finds_words_in_the_text_and_enter_opens_the_first(window: HandbookWindow) -> None:
    window.show_place("ToToday")
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    field = focused()
    type_text(field, "wiederherstellungsschlüssel tresor")
    hits = shown(window, RowList, "handbook_hits")
    assert [row.title for row in hits.rows()] == [
        "Anmelden, sperren, wiederherstellen",
        "Für die Administration",
    ]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert title_of(window) == "Anmelden, sperren, wiederherstellen"
    assert isinstance(focused(), PageTitle | SectionTitle), "it is read on from where the words stand"
    type_text(field, " gibtesnicht")
    assert shown(window, QLabel, "handbook_count").text() == "0 Seiten"


def test_the_contents_show_where_the_page_that_is_read_stands_also_after_a_search(
    window: HandbookWindow, qtbot: QtBot
) -> None:
    window.show_place("ToAdministration", ["about"])

    def is_seen() -> bool:
        rows = shown(window, RowList, "handbook_pages_6")
        place = [row.key for row in rows.rows()].index("verwaltung_ueber")
        row = rows.findChild(QWidget, f"handbook_pages_6_{place}")
        assert isinstance(row, QWidget)
        return row.visibleRegion().boundingRect().height() == row.height()

    qtbot.waitUntil(is_seen)
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    type_text(focused(), "frist")
    settled(window)
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    qtbot.waitUntil(is_seen)


def test_a_hit_opens_at_its_heading(window: HandbookWindow, qtbot: QtBot) -> None:
    window.show_page("anmelden", "Eine Sicherung zurückholen")
    title = next(
        one for one in window.findChildren(SectionTitle) if one.text() == "Eine Sicherung zurückholen"
    )
    qtbot.waitUntil(lambda: bool(title.visibleRegion().boundingRect().height()))


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
def test_everybody_can_read_it(window: HandbookWindow, theme: Theme, choice: Choice) -> None:
    theme.choose(choice)
    window.show_page("tastatur" if choice is Choice.DARK else "heute")
    settled(window)
    assert not unnamed(window)
    assert not faint(window)
    assert not small_targets(window, least=24)
    if choice is Choice.LIGHT:
        assert not keyboard_gaps(window)
        assert not hidden_focus(window)
        theme.set_scale(200)
        assert not clipped(settled(window))


def test_ctrl_plus_and_minus_change_the_text_size_of_the_person(
    window: HandbookWindow, appearance: Appearance
) -> None:
    window.show_place("ToToday")
    QTest.keyClick(focused(), Qt.Key.Key_Plus, CTRL)
    assert appearance.scale == 110
    QTest.keyClick(focused(), Qt.Key.Key_Minus, CTRL)
    QTest.keyClick(focused(), Qt.Key.Key_Minus, CTRL)
    assert appearance.scale == 100


def test_ctrl_s_saves_all_of_it_as_a_pdf_under_a_name_that_speaks(
    window: HandbookWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "_LANGUAGE", "en")  # one page instead of sixty
    window.show_place("ToToday")
    QTest.keyClick(focused(), Qt.Key.Key_S, CTRL)
    chooser = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    field = chooser.findChild(QLineEdit)
    assert field is not None
    name = field.text()
    assert re.fullmatch(r"Handbuch-ZWK-Barriere_[0-9.]+\.pdf", name)
    chooser.fileSelected.emit(str(tmp_path / name))
    chooser.close()
    said = window.findChild(QLabel, "handbook_said")
    assert said is not None
    qtbot.waitUntil(lambda: said.text().startswith("Gespeichert"), timeout=20_000)
    assert said.isVisible()
    assert (tmp_path / name).read_bytes().startswith(b"%PDF-1.7")


def test_a_pdf_that_cannot_be_written_is_told_in_a_sentence(window: HandbookWindow) -> None:
    one = window.findChild(SavingHandbook)
    assert one is not None
    one.failed.emit(StorageFull("Auf dem Datenträger ist kein Platz."))
    assert shown(window, QLabel, "problem_sentence").text() == "Auf dem Datenträger ist kein Platz."
    QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_the_program_starts_without_the_handbook() -> None:
    loaded = "import sys, zwk_barrier.desktop.program; print([m for m in sys.modules if 'handbook' in m])"
    said = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "['zwk_barrier.desktop.handbook', 'zwk_barrier.desktop.handbook.opening']"
