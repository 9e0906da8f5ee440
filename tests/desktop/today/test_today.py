"""Heute shows what is due, opens it with one key and ticks it off with one."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.casework.agenda import MONDAY
from tests.desktop.today.conftest import settle, show
from tests.desktop.typing import press
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases, contacts, tasks
from zwk_barrier.casework.visit import visits
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToCase, ToContact, ToContacts, ToVisit
from zwk_barrier.desktop.today.page import TodayPage
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.model import Building, CaseFile, Contact, Dwelling, Visit
from zwk_barrier.store.office import OfficeStore


def rows(page: TodayPage, name: str) -> list[Row]:
    found = page.findChild(RowList, name)
    assert found is not None
    return found.rows()


def add_case(store: OfficeStore, name: str = "Brandt") -> UUID:
    return cases.open_case(store, given_name="Hilde", family_name=name)[1]


def add_task(store: OfficeStore, case_id: UUID, days: int, title: str = "Anrufen") -> UUID:
    return tasks.add_task(store, case_id, title, MONDAY + timedelta(days=days))[1]


def plan_visit(store: OfficeStore, case_id: UUID, days: int, at: time | None = None) -> UUID:
    _changed, visit_id = visits.plan_visit(store, case_id, MONDAY + timedelta(days=days))
    records.keep(store, Visit, visit_id, begins_at=at)
    return visit_id


def focus_first_task(page: TodayPage) -> QWidget:
    found = page.findChild(RowList, "today_due")
    assert found is not None
    found.focus_row(0)
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def test_tasks_come_by_urgency_and_say_it_in_words(page: TodayPage, desk: Desk, office: OfficeStore) -> None:
    case_id = add_case(office)
    for days in (3, -2, 0, 1, 14):
        add_task(office, case_id, days)
    show(page, desk)
    assert [row.badge for row in rows(page, "today_due")] == [
        "überfällig 2 T",
        "heute",
        "morgen",
        "in 3 Tagen",
        "in 14 Tagen",
    ]


def test_a_task_names_case_person_and_what_is_to_be_done(
    page: TodayPage, desk: Desk, office: OfficeStore
) -> None:
    add_task(office, add_case(office), 0, "Vermieter wegen Rampe anrufen")
    show(page, desk)
    (row,) = rows(page, "today_due")
    assert row.title.endswith(" · Hilde Brandt")
    assert row.note == "Vermieter wegen Rampe anrufen"


def test_enter_opens_the_case_at_its_task(
    page: TodayPage, desk: Desk, office: OfficeStore, gone: list[Destination]
) -> None:
    case_id = add_case(office)
    task_id = add_task(office, case_id, 0)
    show(page, desk)
    press(focus_first_task(page), Qt.Key.Key_Return)
    assert gone == [ToCase(case_id, focus=task_id)]


def test_space_ticks_off_and_says_so_with_undo(page: TodayPage, desk: Desk, office: OfficeStore) -> None:
    case_id = add_case(office)
    add_task(office, case_id, -1, "Erste")
    add_task(office, case_id, 0, "Zweite")
    show(page, desk)
    said: list[tuple[str, bool]] = []
    desk.saying.connect(lambda sentence, with_undo: said.append((sentence, with_undo)))
    press(focus_first_task(page), Qt.Key.Key_Space)
    settle(desk)
    assert [row.note for row in rows(page, "today_due")] == ["Zweite"]
    assert said == [("Erledigt: Erste", True)]


def test_undo_puts_a_task_back(page: TodayPage, desk: Desk, office: OfficeStore) -> None:
    add_task(office, add_case(office), 0)
    show(page, desk)
    press(focus_first_task(page), Qt.Key.Key_Space)
    settle(desk)
    assert rows(page, "today_due") == []
    desk.undo()
    settle(desk)
    assert len(rows(page, "today_due")) == 1


def test_the_keyboard_stays_in_the_list_after_ticking_off(
    page: TodayPage, desk: Desk, office: OfficeStore
) -> None:
    case_id = add_case(office)
    for title in ("Erste", "Zweite"):
        add_task(office, case_id, 0, title)
    show(page, desk)
    press(focus_first_task(page), Qt.Key.Key_Space)
    settle(desk)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName().endswith("Zweite")


def test_visits_to_come_say_when_who_and_where(
    page: TodayPage, desk: Desk, office: OfficeStore, gone: list[Destination]
) -> None:
    case_id = add_case(office, "Cordes")
    with office.deed("address") as deed:
        case = deed.session.get(CaseFile, case_id)
        dwelling = deed.session.get(Dwelling, case.dwelling_id if case else None)
        building = deed.session.get(Building, dwelling.building_id if dwelling else None)
        assert building is not None
        building.street, building.house_number = "Goethestraße", "41"
    visit_id = plan_visit(office, case_id, 0, time(10, 30))
    plan_visit(office, case_id, 14)
    show(page, desk)
    today, later = rows(page, "today_visits")
    assert (today.lead, today.title, later.lead) == ("heute", "Hilde Cordes", "Mo. 7.12.")
    assert today.note.replace("\N{NO-BREAK SPACE}", " ") == "10:30 Uhr · Goethestraße 41"
    found = page.findChild(RowList, "today_visits")
    assert found is not None
    found.activated.emit(today.key)
    assert gone == [ToVisit(visit_id)]


def test_a_finished_visit_is_no_visit_to_come(page: TodayPage, desk: Desk, office: OfficeStore) -> None:
    visit_id = plan_visit(office, add_case(office), 0)
    records.keep(office, Visit, visit_id, finished_on=MONDAY)
    show(page, desk)
    assert rows(page, "today_visits") == []


def test_contacts_without_a_case_wait_until_their_next_step_is_done(
    page: TodayPage, desk: Desk, office: OfficeStore, gone: list[Destination]
) -> None:
    _changed, waits = contacts.begin_contact(office, caller_family_name="Janßen", note="Badewanne zu hoch")
    contacts.set_next_step(office, waits, "Zurückrufen", MONDAY + timedelta(days=30))
    contacts.begin_contact(office, note="nur eine Auskunft")
    show(page, desk)
    (row,) = rows(page, "today_waiting")
    assert (row.title, row.note) == ("Janßen", "Badewanne zu hoch")
    found = page.findChild(RowList, "today_waiting")
    assert found is not None
    found.activated.emit(row.key)
    QTest.mouseClick(part(page, "today_all_contacts"), Qt.MouseButton.LeftButton)
    assert gone == [ToContact(waits), ToContacts()]


def part(page: TodayPage, name: str) -> QWidget:
    return page.findChildren(QWidget, name)[0]


def test_an_empty_office_is_told_how_to_begin(page: TodayPage, desk: Desk, gone: list[Destination]) -> None:
    show(page, desk)
    assert part(page, "today_nothing_yet").isVisible()
    assert not part(page, "today_columns").isVisible()
    QTest.mouseClick(part(page, "today_first_contact"), Qt.MouseButton.LeftButton)
    assert gone == [ToContact()]


def test_a_day_without_tasks_is_praised(page: TodayPage, desk: Desk, office: OfficeStore) -> None:
    add_case(office)
    show(page, desk)
    assert part(page, "today_all_done").isVisible()


def test_many_tasks_come_in_portions(page: TodayPage, desk: Desk, office: OfficeStore) -> None:
    case_id = add_case(office)
    for number in range(43):
        add_task(office, case_id, 0, f"Aufgabe {number}")
    show(page, desk)
    assert len(rows(page, "today_due")) == 40
    assert part(page, "today_more").property("text") == "3 weitere"
    part(page, "today_more").setFocus()
    press(part(page, "today_more"), Qt.Key.Key_Space)
    settle(desk)
    assert len(rows(page, "today_due")) == 43
    assert not part(page, "today_more").isVisible()


def test_a_new_day_is_noticed_when_the_page_comes_into_view(
    qtbot: QtBot, desk: Desk, office: OfficeStore
) -> None:
    days = [MONDAY]
    page = TodayPage(desk, today=lambda: days[-1])
    qtbot.addWidget(page)
    add_task(office, add_case(office), 1)
    page.show()
    show(page, desk)
    page.hide()
    days.append(MONDAY + timedelta(days=1))
    page.show()
    settle(desk)
    assert [row.badge for row in rows(page, "today_due")] == ["heute"]
    assert str(part(page, "today_title").property("text")) == "Heute, Dienstag, 24. November"


def test_a_waiting_contact_says_its_day(page: TodayPage, desk: Desk, office: OfficeStore) -> None:
    _changed, contact = contacts.begin_contact(office, caller_family_name="Yılmaz")
    contacts.set_next_step(office, contact, "Zurückrufen", None)
    moment = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
    with office.deed("moved") as deed:
        row = deed.session.get(Contact, contact)
        assert row is not None
        row.happened_at = moment
    show(page, desk)
    assert [row.lead for row in rows(page, "today_waiting")] == ["3.11."]
