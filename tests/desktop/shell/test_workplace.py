"""The window goes where it is asked to, and back, and loses nothing on the way."""

from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.running import ALT, CTRL, SHIFT
from tests.desktop.shell.placeholders import Placeholder
from tests.desktop.typing import press, type_text
from zwk_barrier.casework import records
from zwk_barrier.casework.case import contacts
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import (
    Back,
    ToAdministration,
    ToCase,
    ToCases,
    ToContact,
    ToContacts,
    ToTeam,
    ToToday,
    ToVisit,
)
from zwk_barrier.desktop.shell.workplace import Workplace
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.model import Staff
from zwk_barrier.problems import StorageFull


def page(workplace: Workplace) -> Placeholder:
    """The page on the screen."""
    return next(page for page in workplace.findChildren(Placeholder) if page.isVisible())


def key(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    press(focus, key, modifiers)


def part(workplace: Workplace, name: str) -> QWidget:
    """The newest widget of that name."""
    return workplace.findChildren(QWidget, name)[-1]


def press_button(workplace: Workplace, name: str) -> None:
    QTest.mouseClick(part(workplace, name), Qt.MouseButton.LeftButton)


def words(workplace: Workplace, name: str) -> str:
    return str(part(workplace, name).property("text"))


def test_the_rail_goes_by_mouse_and_by_key(workplace: Workplace, qtbot: QtBot) -> None:
    key(Qt.Key.Key_2, ALT)
    qtbot.waitUntil(lambda: workplace.here == ToCases())
    press_button(workplace, "rail_administration")
    assert workplace.here == ToAdministration()


def test_the_team_has_an_entry_for_those_who_lead_and_for_nobody_else(
    workplace: Workplace, desk: Desk, qtbot: QtBot
) -> None:
    assert part(workplace, "rail_team").isVisible()  # Marie Albers leads
    key(Qt.Key.Key_7, ALT)
    qtbot.waitUntil(lambda: workplace.here == ToTeam())
    workplace.go(ToToday())

    desk.do(lambda store: records.keep(store, Staff, store.staff_id, role="beratung"))
    qtbot.waitUntil(lambda: not part(workplace, "rail_team").isVisible())
    key(Qt.Key.Key_7, ALT)
    key(Qt.Key.Key_F1, CTRL)

    assert workplace.here == ToToday()
    keys = workplace.findChild(RowList, "shortcut_rows")
    assert keys is not None
    assert [row.key for row in keys.rows() if row.key.startswith("Alt+") and row.key[4:].isdecimal()] == [
        f"Alt+{place}" for place in range(1, 7)
    ]


def test_every_page_is_made_once_and_asked_again(workplace: Workplace) -> None:
    first, second = uuid4(), uuid4()
    workplace.go(ToCase(first))
    made = page(workplace)
    workplace.go(ToToday())
    workplace.go(ToCase(second))
    assert page(workplace) is made
    assert made.asked == [ToCase(first), ToCase(second)]


def test_one_contact_and_the_list_of_contacts_share_their_page(workplace: Workplace) -> None:
    workplace.go(ToContacts())
    made = page(workplace)
    key(Qt.Key.Key_N, CTRL)
    assert page(workplace) is made
    assert made.asked[-1] == ToContact()


def test_pages_ask_the_window_to_go_and_to_come_back(workplace: Workplace, desk: Desk) -> None:
    case = ToCase(uuid4(), "visits")
    desk.go(case)
    desk.go(ToVisit(uuid4()))
    desk.go(Back())
    assert workplace.here == case


def test_back_and_forward_by_keys(workplace: Workplace) -> None:
    workplace.go(ToCases())
    workplace.go(ToContacts())
    been = []
    for arrow in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        key(arrow, ALT)
        been.append(workplace.here)
    assert been == [ToCases(), ToToday(), ToToday(), ToCases()]  # before Heute there is nothing


def test_a_visit_has_the_whole_window(workplace: Workplace) -> None:
    workplace.go(ToVisit(uuid4()))
    assert not part(workplace, "rail").isVisible()
    assert not part(workplace, "top_bar").isVisible()
    workplace.desk.go(Back())
    assert part(workplace, "rail").isVisible()


def test_a_page_is_left_before_another_is_shown(workplace: Workplace) -> None:
    today = page(workplace)
    workplace.go(ToCases())
    assert today.left == 1


def test_what_cannot_be_kept_is_asked_about_before_leaving(workplace: Workplace, qtbot: QtBot) -> None:
    today = page(workplace)
    type_text(today.length, "breit")
    workplace.go(ToCases())
    assert workplace.here == ToToday()
    told = part(workplace, "unkept_text")
    assert isinstance(told, QLabel)
    assert told.text().startswith(f"{today.length.accessibleName()}: ")
    press_button(workplace, "unkept_no")
    assert today.length.text() == "breit"
    workplace.go(ToCases())
    press_button(workplace, "unkept_yes")
    qtbot.waitUntil(lambda: workplace.here == ToCases())


def test_the_keyboard_begins_in_the_page_it_was_asked_to(workplace: Workplace) -> None:
    page(workplace).text.setFocus()
    workplace.go(ToCases())
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page(workplace).isAncestorOf(focus)


def test_the_title_of_the_window_is_that_of_the_page(workplace: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workplace.titled) as told:
        workplace.go(ToCases())
    assert told.args == ["CaseListPage"]


def add_contact(desk: Desk) -> UUID:
    made: list[UUID] = []
    desk.do(lambda store: contacts.begin_contact(store, note="Anruf"), then=made.append)
    desk.work.wait_idle()
    return made[0]


def is_there(desk: Desk, contact_id: UUID) -> bool:
    with desk.store.reading() as session:
        return contact_id in contacts.contact_ids(session)


def test_ctrl_z_takes_the_last_deed_back_and_ctrl_y_brings_it_again(workplace: Workplace, desk: Desk) -> None:
    contact_id = add_contact(desk)
    key(Qt.Key.Key_Z, CTRL)
    desk.work.wait_idle()
    assert not is_there(desk, contact_id)
    key(Qt.Key.Key_Y, CTRL)
    desk.work.wait_idle()
    assert is_there(desk, contact_id)
    assert words(workplace, "notice_text") == "Wiederhergestellt."


def test_ctrl_z_is_the_texts_own_as_long_as_there_is_something_to_take_back(
    workplace: Workplace, desk: Desk
) -> None:
    contact_id = add_contact(desk)
    field = page(workplace).text
    type_text(field, "halb")
    key(Qt.Key.Key_Z, CTRL)
    assert field.text() == ""
    assert is_there(desk, contact_id)
    key(Qt.Key.Key_Z, CTRL)
    desk.work.wait_idle()
    assert not is_there(desk, contact_id)


def test_ctrl_z_in_a_field_come_back_to_takes_the_last_deed_back(workplace: Workplace, desk: Desk) -> None:
    field = page(workplace).text
    type_text(field, "fertig")
    field.clearFocus()
    contact_id = add_contact(desk)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Z, CTRL)
    desk.work.wait_idle()
    assert field.text() == "fertig"
    assert not is_there(desk, contact_id)


def test_ctrl_shift_z_brings_back_too(workplace: Workplace, desk: Desk) -> None:
    contact_id = add_contact(desk)
    workplace.undo()
    desk.work.wait_idle()
    page(workplace).text.setFocus()
    key(Qt.Key.Key_Z, CTRL | SHIFT)
    desk.work.wait_idle()
    assert is_there(desk, contact_id)


def test_nothing_to_take_back_is_said(workplace: Workplace, desk: Desk) -> None:
    workplace.undo()
    desk.work.wait_idle()
    assert words(workplace, "notice_text") == "Es gibt nichts, was sich zurücknehmen lässt."


def test_a_page_may_offer_to_take_back(workplace: Workplace, desk: Desk) -> None:
    contact_id = add_contact(desk)
    desk.say("Kontakt angelegt.", with_undo=True)
    press_button(workplace, "notice_action")
    desk.work.wait_idle()
    assert not is_there(desk, contact_id)


def test_the_foot_says_who_works_here_and_since_when_all_is_kept(workplace: Workplace, desk: Desk) -> None:
    assert words(workplace, "status_who") == "Marie Albers, Leitung"
    add_contact(desk)
    assert words(workplace, "status_kept").startswith("Alles gesichert ")


def test_what_could_not_be_kept_is_never_called_kept(workplace: Workplace, desk: Desk) -> None:
    desk.failing.emit(StorageFull("Der Datenträger ist voll."))
    assert words(workplace, "status_kept") == "Letzte Eingabe nicht gesichert"
    assert words(workplace, "notice_text") == "Der Datenträger ist voll."


@pytest.mark.usefixtures("theme")
def test_where_it_will_go_is_known_before_who_is_there(desk: Desk, qtbot: QtBot) -> None:
    """Else what is told at log-in would take every page for the first one, and show no way to it."""
    fresh = Workplace(desk, make=Placeholder)
    qtbot.addWidget(fresh)
    fresh.go(ToCases())
    assert fresh.here == ToCases()
    qtbot.waitUntil(lambda: bool(fresh.findChildren(Placeholder)))
    assert fresh.here == ToCases()
