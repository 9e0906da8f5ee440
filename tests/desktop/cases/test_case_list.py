"""The list of cases: sorted and filtered by the office, opened by Enter, and never without a next step."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget
from pytestqt.qtbot import QtBot

from tests.desktop.typist import ALT, CTRL, Typist
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.office import staff
from zwk_barrier.desktop.cases.list_page import CaseListPage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToCase, ToCases
from zwk_barrier.desktop.widgets.table import Order
from zwk_barrier.model import Building, CaseFile
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> CaseListPage:
    page = CaseListPage(desk)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk, page: CaseListPage) -> Typist:
    return Typist(qtbot, desk, page)


def opened(office: OfficeStore, *names: str) -> list[UUID]:
    return [cases.open_case(office, family_name=name)[1] for name in names]


def listed(page: CaseListPage, hands: Typist, column: int = 1) -> list[str]:
    model = page.table.rows
    places = [model.index(row, column) for row in range(model.rowCount())]
    for place in places[:1]:
        model.data(place)  # the first look asks for the rows
    hands.rest()
    return [str(model.data(place)) for place in places]


def body(page: CaseListPage) -> str:
    """What the list shows: its table, or what is said instead."""
    stack = page.findChild(QStackedWidget, "case_list_body")
    shown = None if stack is None else stack.currentWidget()
    return "" if shown is None else shown.objectName()


def test_a_header_sorts_and_turns_round(page: CaseListPage, hands: Typist, office: OfficeStore) -> None:
    opened(office, "Zander", "Öztürk", "Albers")
    page.show_destination(ToCases())
    hands.show()

    page.table.horizontalHeader().sectionClicked.emit(1)
    hands.rest()
    assert listed(page, hands) == ["Albers", "Öztürk", "Zander"]

    page.table.horizontalHeader().sectionClicked.emit(1)
    hands.rest()
    assert listed(page, hands) == ["Zander", "Öztürk", "Albers"]


@pytest.mark.parametrize("column", ["number", "name", "area", "status", "advisor", "opened", "due"])
def test_every_column_can_be_sorted_by(
    page: CaseListPage, hands: Typist, office: OfficeStore, column: str
) -> None:
    opened(office, "Zander", "Albers")
    page.show_destination(ToCases())
    hands.show()

    page.table.sort_by(Order(column))
    hands.rest()

    assert sorted(listed(page, hands)) == ["Albers", "Zander"]


def test_the_beginning_of_a_name_filters_while_it_is_typed(
    page: CaseListPage, hands: Typist, office: OfficeStore, qtbot: QtBot
) -> None:
    opened(office, "Müller", "Schmidt")
    page.show_destination(ToCases())
    hands.show()

    hands.type("Muell")
    qtbot.wait(250)
    hands.rest()

    assert listed(page, hands) == ["Müller"]


def test_advisor_area_and_status_filter_by_the_keyboard(
    page: CaseListPage, hands: Typist, office: OfficeStore
) -> None:
    first, second, third = opened(office, "Müller", "Schmidt", "Cordes")
    _changed, other = staff.add_staff(office, "Jan Meinken", "auch geheim 2", "beratung")
    records.keep(office, CaseFile, first, advisor_id=other)
    with office.reading() as session:
        building_id = cases.load_case(session, second).building.id
    records.keep(office, Building, building_id, area="13")
    cases.close_case(office, third, None, date(2026, 11, 1))
    page.show_destination(ToCases())
    hands.show()
    assert sorted(listed(page, hands)) == ["Müller", "Schmidt"]

    hands.press(Qt.Key.Key_Z, ALT)
    hands.type("Jan")
    hands.press(Qt.Key.Key_Return)
    hands.rest()
    assert listed(page, hands) == ["Müller"]

    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Z, ALT)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_T, ALT)
    hands.type("Lehe")
    hands.press(Qt.Key.Key_Return)
    hands.rest()
    assert listed(page, hands) == ["Schmidt"]


def test_enter_opens_the_case(
    page: CaseListPage, hands: Typist, office: OfficeStore, went: list[Destination]
) -> None:
    [case_id] = opened(office, "Müller")
    page.show_destination(ToCases())
    hands.show()

    hands.tab(4)
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Return)

    assert went == [ToCase(case_id)]


def test_another_case_appears_while_the_current_row_stays(
    page: CaseListPage, hands: Typist, office: OfficeStore, desk: Desk
) -> None:
    first, _second = opened(office, "Müller", "Schmidt")
    page.show_destination(ToCases())
    hands.show()
    row = page.table.rows.row_of(first.hex)
    assert row is not None
    page.table.selectRow(row)

    desk.do(lambda store: cases.open_case(store, family_name="Cordes"))
    hands.rest()

    assert page.table.current_id() == first.hex
    assert page.table.rows.rowCount() == 3


def test_an_office_without_cases_says_how_one_begins(page: CaseListPage, hands: Typist) -> None:
    page.show_destination(ToCases())
    hands.show()

    assert body(page) == "case_list_empty_scroll"


def test_a_filter_without_a_hit_leads_back_to_all(
    page: CaseListPage, hands: Typist, office: OfficeStore, qtbot: QtBot
) -> None:
    [closed] = opened(office, "Müller")
    cases.close_case(office, closed, None, date(2026, 11, 1))
    page.show_destination(ToCases())
    hands.show()
    hands.type("Mül")
    qtbot.wait(250)
    hands.rest()
    assert body(page) == "case_list_nothing_scroll"

    hands.tab(4)
    hands.press(Qt.Key.Key_Space)
    hands.rest()

    assert listed(page, hands) == ["Müller"]


def test_a_new_case_needs_a_name_and_goes_there(
    page: CaseListPage, hands: Typist, office: OfficeStore, went: list[Destination]
) -> None:
    page.show_destination(ToCases())
    hands.show()
    hands.press(Qt.Key.Key_F, ALT)
    hands.type("Olga")
    hands.tab()
    hands.type("Petrova")
    hands.press(Qt.Key.Key_Return)
    hands.rest()

    with office.reading() as session:
        [case_id] = cases.case_ids(session, cases.CaseFilter())
        assert cases.load_case(session, case_id).person.full_name == "Olga Petrova"
    assert went == [ToCase(case_id, "person")]


def test_a_new_case_without_a_name_stays_and_says_what_is_missing(
    page: CaseListPage, hands: Typist, office: OfficeStore
) -> None:
    page.show_destination(ToCases())
    hands.show()
    hands.press(Qt.Key.Key_F, ALT)
    hands.press(Qt.Key.Key_Return)

    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    with office.reading() as session:
        assert cases.case_ids(session, cases.CaseFilter()) == []
    hands.press(Qt.Key.Key_Escape)


def test_a_name_that_is_known_opens_its_case_instead_of_a_second_one(
    page: CaseListPage, hands: Typist, office: OfficeStore, went: list[Destination], qtbot: QtBot
) -> None:
    [case_id] = opened(office, "Petrova")
    page.show_destination(ToCases())
    hands.show()
    hands.press(Qt.Key.Key_F, ALT)
    hands.tab()
    hands.type("Petrowa")
    qtbot.wait(200)
    hands.rest()

    hands.press(Qt.Key.Key_1, CTRL)
    hands.rest()

    assert went == [ToCase(case_id)]
