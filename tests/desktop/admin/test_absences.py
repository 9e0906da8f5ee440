"""Absences are entered by the keyboard, with who stands in; what would keep anybody from it is said."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.casework.agenda import Agenda
from tests.desktop.typing import press, type_text
from tests.desktop.walk import obstacles
from zwk_barrier.casework.team.absences import Absences, load_absences
from zwk_barrier.desktop.admin.people_section import PeopleSection
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.model import Staff
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def section(qtbot: QtBot, theme: Theme, desk: Desk, office: OfficeStore) -> Iterator[PeopleSection]:
    assert theme.look.scale == 100
    Agenda(office).colleague("Jens Petersen")
    section = PeopleSection(desk)
    qtbot.addWidget(section)
    section.resize(1000, 740)
    with qtbot.waitExposed(section):
        section.show()
    settle(desk)
    yield section
    desk.work.wait_idle()


def settle(desk: Desk) -> None:
    for _turn in range(3):
        desk.work.wait_idle()
        QApplication.processEvents()


def begin(section: PeopleSection, desk: Desk) -> None:
    """Presses the button that enters an absence."""
    press(one(section, QPushButton, "absences_add"), Qt.Key.Key_Space)
    settle(desk)


def one(section: PeopleSection, kind: type, name: str) -> QWidget:
    found: list[QWidget] = section.findChildren(kind, name)
    assert len(found) == 1, name
    return found[0]


def choose(section: PeopleSection, desk: Desk, name: str, label: str) -> None:
    box = one(section, QComboBox, name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText(label))
    box.activated.emit(box.currentIndex())
    settle(desk)


def kept(office: OfficeStore) -> Absences:
    with office.reading() as session:
        return load_absences(session, office.staff_id)


def test_an_absence_begins_with_oneself_today_and_gets_a_deputy_and_an_end(
    section: PeopleSection, desk: Desk, office: OfficeStore
) -> None:
    begin(section, desk)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "absence_staff_id"
    choose(section, desk, "absence_deputy_id", "Jens Petersen")
    end = one(section, QWidget, "absence_last_on")
    type_text(end, "31.12.2029")
    press(end, Qt.Key.Key_Tab)
    settle(desk)
    known = kept(office)
    (absence,) = known.rows
    names = {person.id: person.name for person in known.staff}
    assert (names[absence.staff_id], names[absence.deputy_id or absence.id]) == (
        "Marie Albers",
        "Jens Petersen",
    )
    assert str(absence.last_on) == "2029-12-31"


def test_without_a_deputy_the_card_says_who_sees_the_deadlines(section: PeopleSection, desk: Desk) -> None:
    begin(section, desk)
    label = one(section, QLabel, "absence_warnings_0")
    assert isinstance(label, QLabel)
    assert (
        label.text()
        == "Ohne Vertretung sieht diese Fristen nur, wer unter „Heute“ auch die Fälle anderer zeigt."
    )
    choose(section, desk, "absence_deputy_id", "Jens Petersen")
    assert not one(section, QWidget, "absence_warnings").isVisible()


def test_who_does_not_lead_enters_only_their_own(
    qtbot: QtBot, theme: Theme, desk: Desk, office: OfficeStore
) -> None:
    assert theme.look.scale == 100
    agenda = Agenda(office)
    agenda.colleague()
    agenda.set(Staff, office.staff_id, role="beratung")
    section = PeopleSection(desk)
    qtbot.addWidget(section)
    section.show()
    settle(desk)
    begin(section, desk)
    assert not one(section, QComboBox, "absence_staff_id").isEnabled()


def test_a_removed_absence_can_be_brought_back(
    section: PeopleSection, desk: Desk, office: OfficeStore
) -> None:
    begin(section, desk)
    press(one(section, QPushButton, "absence_remove"), Qt.Key.Key_Space)
    settle(desk)
    assert kept(office).rows == ()
    desk.undo()
    settle(desk)
    assert len(kept(office).rows) == 1


def test_the_people_are_there_for_everybody(section: PeopleSection, desk: Desk, theme: Theme) -> None:
    begin(section, desk)
    assert obstacles(section, theme) == []
