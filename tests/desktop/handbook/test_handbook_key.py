"""F1 gets through from everywhere: the pages before the office, dialogs, dialogs over dialogs; Escape leads back.

Keys go to the window in front, as the window system sends them: one that a dialog holds back would not get them.
"""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from tests.desktop.running import CTRL, NAME, PASSWORD, Running
from zwk_barrier.desktop.destinations import Destination, ToCases, ToContact, ToPrivacyNotice, ToStatistics
from zwk_barrier.desktop.handbook.window import HandbookWindow
from zwk_barrier.desktop.statistics.definition_dialog import show_definition
from zwk_barrier.desktop.statistics.export_wizard import ExportWizard
from zwk_barrier.desktop.statistics.report_reading import Wanted
from zwk_barrier.desktop.statistics.section_view import Told
from zwk_barrier.desktop.widgets.headings import PageTitle
from zwk_barrier.rules.quarters import Period
from zwk_barrier.store.office import OfficeStore

W = TypeVar("W", bound=QWidget)
NONE = Qt.KeyboardModifier.NoModifier


class Reader:
    """Somebody who asks the handbook while doing something else."""

    def __init__(self, running: Running) -> None:
        self.running = running

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """A key as the window system sends it."""
        if (
            QGuiApplication.focusWindow() is None
        ):  # without a screen nobody chooses the next one after a dialog
            self.running.frame.activateWindow()
            self.running.qtbot.waitUntil(self.running.frame.isActiveWindow)
        QTest.keyClick(QGuiApplication.focusWindow(), key, modifiers)
        self.running.settle()

    def ask(self) -> str:
        """Presses F1; gives the title of the page, and its heading that has the keyboard."""
        self.press(Qt.Key.Key_F1)
        book = self.in_front(HandbookWindow, "handbook")
        title = next(one.text() for one in book.findChildren(PageTitle) if one.isVisible())
        here = QApplication.focusWidget()
        assert isinstance(here, QLabel)
        return title if here.text() == title else f"{title} › {here.text()}"

    def read_on(self) -> None:
        """Goes a step further in the handbook, which does so only when nothing holds it back."""
        before = QApplication.focusWidget()
        self.press(Qt.Key.Key_Down)
        assert QApplication.focusWidget() is not before

    def come_back(self) -> str:
        """Closes the handbook by Escape; gives the name of what has the keyboard then."""
        self.press(Qt.Key.Key_Escape)
        assert not self.running.shown(HandbookWindow, "handbook")
        return self.running.focus()

    def in_front(self, kind: type[W], name: str) -> W:
        """The window of that name, in front."""
        window = self.running.one(kind, name)
        self.running.qtbot.waitUntil(window.isActiveWindow)
        return window


@pytest.fixture
def reader(running: Running) -> Reader:
    return Reader(running)


@pytest.fixture
def inside(reader: Reader, office: OfficeStore) -> Reader:
    """Somebody at work."""
    office.close()
    reader.running.log_in(office.folder, NAME, PASSWORD)
    return reader


def go(reader: Reader, destination: Destination) -> None:
    workplace = reader.running.program.workplace
    assert workplace is not None
    workplace.go(destination)
    reader.running.settle()


def test_the_pages_before_the_office_open_the_handbook_at_what_they_ask(
    reader: Reader, office: OfficeStore
) -> None:
    office.close()
    reader.running.begin(office.folder, NAME)
    assert reader.ask() == "Anmelden, sperren, wiederherstellen › Anmelden"
    reader.read_on()
    assert reader.come_back() == "password"
    reader.running.one(QAbstractButton, "login_to_restore").click()
    assert reader.ask() == "Anmelden, sperren, wiederherstellen › Eine Sicherung zurückholen"


def test_the_first_start_and_the_chooser_of_its_folder_do(reader: Reader) -> None:
    reader.running.begin()
    assert reader.ask().endswith("› Beim ersten Mal")
    assert reader.come_back() == "office_name"
    reader.running.one(QAbstractButton, "folder_choose").click()
    chooser = reader.in_front(QDialog, "folder_chooser")
    assert reader.ask().endswith("› Beim ersten Mal")
    reader.read_on()
    reader.come_back()
    assert chooser.isActiveWindow()


def test_a_new_case_can_be_looked_up_while_it_is_being_typed(inside: Reader) -> None:
    go(inside, ToCases())
    inside.running.one(QAbstractButton, "case_list_new").click()
    inside.in_front(QDialog, "new_case")
    assert inside.ask() == "Fälle › Einen Fall anlegen"
    inside.read_on()
    assert inside.come_back() == "new_case_given_name"
    inside.press(Qt.Key.Key_Escape)
    assert not inside.running.shown(QDialog, "new_case")
    assert inside.ask() == "Fälle"


def test_dialogs_of_the_statistics_open_their_own_heading(inside: Reader) -> None:
    go(inside, ToStatistics())
    workplace, frame = inside.running.program.workplace, inside.running.frame
    assert workplace is not None
    ExportWizard(workplace.desk, frame, Wanted(Period.year(2025))).begin()
    wizard = inside.in_front(QDialog, "export")
    assert inside.ask().startswith("Statistik: Weitergaben ›")
    inside.read_on()
    inside.come_back()
    assert wizard.isActiveWindow()
    inside.press(Qt.Key.Key_Escape)

    show_definition(frame, Told("Hausbesuche", "Gezählt werden …"), lambda _key, _variant: None)
    definition = inside.in_front(QDialog, "definition")
    assert inside.ask().startswith("Statistik: Bericht ›")
    assert inside.come_back() == "definition_close"
    assert definition.isVisible()


def test_where_to_save_or_print_a_document_can_be_looked_up(inside: Reader) -> None:
    go(inside, ToPrivacyNotice())
    inside.running.qtbot.waitUntil(lambda: inside.running.one(QWidget, "preview_save").isEnabled())
    for key in (Qt.Key.Key_S, Qt.Key.Key_P):
        inside.press(key, CTRL)
        dialog = inside.in_front(QDialog, "preview_dialog")
        assert inside.ask() == "Vorschau und Drucken"
        inside.read_on()
        inside.come_back()
        assert dialog.isActiveWindow()
        dialog.close()
        inside.running.settle()


def test_a_calendar_makes_room_for_the_handbook(inside: Reader) -> None:
    go(inside, ToContact())
    inside.running.one(QWidget, "next_step_due").setFocus()
    inside.press(Qt.Key.Key_F4)
    assert QApplication.activePopupWidget() is not None
    inside.running.key(Qt.Key.Key_F1)
    assert QApplication.activePopupWidget() is None
    inside.read_on()
    assert inside.come_back() == "next_step_due"


def test_a_dialog_that_was_hidden_while_the_window_was_locked_still_lets_the_handbook_through(
    inside: Reader,
) -> None:
    go(inside, ToCases())
    inside.running.one(QAbstractButton, "case_list_new").click()
    inside.running.program.lock()
    inside.running.settle()
    inside.running.enter("password", PASSWORD)
    inside.press(Qt.Key.Key_Return)
    inside.running.qtbot.waitUntil(lambda: bool(inside.running.shown(QDialog, "new_case")))
    inside.running.one(QDialog, "new_case").activateWindow()
    assert inside.ask() == "Fälle › Einen Fall anlegen"
    inside.read_on()
