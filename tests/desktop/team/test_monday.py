"""Journey 15 in the whole window: the team at a glance, and three cases passed on by the keyboard."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.desktop.running import ALT, CTRL, NAME, PASSWORD, SHIFT, Running
from tests.desktop.typing import press
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.case.history import case_history
from zwk_barrier.desktop.team.page import TeamPage
from zwk_barrier.model import CaseFile, Staff
from zwk_barrier.store.office import OfficeStore, open_office

REASON = "Jonas ist bis Weihnachten krank"


@pytest.fixture
def folder(office: OfficeStore) -> Path:
    """Marie leads; Jonas has three cases and is ill, Ayla has none."""
    jonas = records.add(office, Staff, name="Jonas Ehlers", role="beratung")[1]
    records.add(office, Staff, name="Ayla Demir", role="beratung")
    for name in ("Petrova", "Brandt", "Cordes"):
        case_id = cases.open_case(office, family_name=name)[1]
        records.keep(office, CaseFile, case_id, advisor_id=jonas)
    office.close()
    return office.folder


def type_here(running: Running, text: str) -> None:
    """Types where the keyboard is, in the dialog or the list that is open."""
    for letter in text:
        target = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        assert target is not None
        window = target.windowHandle()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(window, event)
    running.settle()


def press_in_dialog(running: Running, key: Qt.Key) -> None:
    """Presses a key in the list that is open, else in the dialog."""
    target = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    assert target is not None
    press(target.focusWidget(), key)
    running.settle()


def test_three_cases_are_passed_on_in_under_a_minute_and_taken_back_at_once(
    running: Running, folder: Path
) -> None:
    running.log_in(folder)
    began = time.monotonic()

    running.key(Qt.Key.Key_7, ALT)
    running.qtbot.waitUntil(lambda: bool(running.shown(TeamPage, "team_page")))
    running.settle()
    for _step in range(20):
        if running.focus() == "team_table":
            break
        running.key(Qt.Key.Key_Tab)
    assert running.focus() == "team_table"
    running.key(Qt.Key.Key_Down)  # Ayla, Jonas, Marie
    running.key(Qt.Key.Key_Return)
    assert running.one(QLabel, "team_cases_title").text() == "Fälle von Jonas Ehlers"
    running.key(Qt.Key.Key_Down, SHIFT)
    running.key(Qt.Key.Key_Down, SHIFT)
    running.key(Qt.Key.Key_Udiaeresis, ALT)
    running.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    type_here(running, "Ay")
    press_in_dialog(running, Qt.Key.Key_Return)
    press_in_dialog(running, Qt.Key.Key_Tab)
    type_here(running, REASON)
    press_in_dialog(running, Qt.Key.Key_Return)

    assert time.monotonic() - began < 60
    assert running.one(QLabel, "notice_text").text() == "3 Fälle an Ayla Demir übergeben."
    assert told(folder) == [("Ayla Demir", True)] * 3

    running.frame.activateWindow()  # without a window manager nobody does so when a dialog has closed
    running.settle()
    assert running.focus() == "team_table"  # there is nothing left of Jonas to be at
    running.key(Qt.Key.Key_Z, CTRL)
    assert [name for name, _reason in told(folder)] == ["Jonas Ehlers"] * 3


def told(folder: Path) -> list[tuple[str, bool]]:
    """Who is responsible for each case, and whether its history tells the reason."""
    with open_office(folder, NAME, PASSWORD, alone=False) as store, store.reading() as session:
        names = {person.id: person.name for person in session.query(Staff)}
        return [
            (
                names[case.advisor_id] if case.advisor_id else "",
                any(REASON in line.after for line in case_history(session, case.id)),
            )
            for case in session.query(CaseFile)
        ]
