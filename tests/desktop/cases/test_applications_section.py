"""The applications in a case: begun, told with where they stand, opened and answered by keys."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.desktop.cases.conftest import CaseHands
from tests.desktop.typist import ALT
from tests.desktop.walk import obstacles
from zwk_barrier.casework.payers import applications
from zwk_barrier.casework.payers.application_views import application_rows
from zwk_barrier.desktop.destinations import Destination, ToApplication, ToLetter
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.tabs import Tabs

TODAY = date.today()  # noqa: DTZ011


def begun(hands: CaseHands, **values: Any) -> UUID:
    _changed, application_id = applications.start(hands.office, hands.case_id, "SGB11-40-4")
    applications.keep(hands.office, application_id, values)
    return application_id


def rows(hands: CaseHands) -> list[Row]:
    hands.rest()
    found = hands.page.findChild(RowList, "case_application_rows")
    assert found is not None
    return found.rows()


def test_a_new_application_is_begun_by_choosing_its_programme(
    hands: CaseHands, went: list[Destination]
) -> None:
    hands.open("funding")
    hands.rest()
    hands.press(Qt.Key.Key_A, ALT)
    hands.type("Wohnumfeld")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_A, ALT)
    hands.rest()

    with hands.office.reading() as session:
        [row] = application_rows(session, hands.case_id, TODAY)
    assert row.application.programme == "SGB11-40-4"
    assert went == [ToApplication(row.application.id)]


def test_each_application_tells_where_it_stands_and_what_is_due(
    hands: CaseHands, went: list[Destination]
) -> None:
    application_id = begun(
        hands, received_on=TODAY - timedelta(days=2), recipient="AOK", amount_requested=418_000
    )
    hands.open("funding")
    [row] = rows(hands)

    assert row.title == "Wohnumfeldverbessernde Maßnahmen (Pflegekasse)"
    assert row.badge.startswith("eingegangen am ")
    assert row.tail == " · AOK"
    assert "4.180" in row.note
    assert "Entscheidung der Pflegekasse bis" in row.note
    hands.go_to("case_application_rows_0")
    hands.press(Qt.Key.Key_Return)
    assert went == [ToApplication(application_id)]


def test_a_fund_over_its_time_is_reminded_from_the_list(hands: CaseHands, went: list[Destination]) -> None:
    application_id = begun(hands, received_on=TODAY - timedelta(days=40))
    hands.open("funding")
    assert rows(hands)[0].action == "Erinnerung schreiben"
    hands.go_to("case_application_rows_0_action")
    hands.press(Qt.Key.Key_Space)

    assert went == [ToLetter(hands.case_id, "reminder", application_id)]


def test_the_head_of_the_case_tells_the_deadline_and_the_tab_counts(hands: CaseHands) -> None:
    begun(hands, received_on=TODAY - timedelta(days=40))
    hands.open()
    hands.rest()
    brief, tabs = hands.page.findChild(QLabel, "case_brief_text"), hands.page.findChild(Tabs, "case_tabs")
    assert brief is not None
    assert tabs is not None

    said = brief.accessibleName().replace("\N{NO-BREAK SPACE}", " ")
    assert "Fristen: Frist nach § 40 Abs. 7 SGB XI abgelaufen, Fiktion prüfen" in said
    assert "Förderung\N{NO-BREAK SPACE}1" in [tabs.tabText(index) for index in range(tabs.count())]


@pytest.mark.parametrize("width", [1104, 848])
def test_the_tabs_of_a_case_all_fit(hands: CaseHands, width: int) -> None:
    begun(hands)
    hands.open()
    hands.show(width, 576)
    tabs = hands.page.findChild(Tabs, "case_tabs")
    assert tabs is not None

    assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width()
    assert "Förderung" in tabs.tabText(6)


def test_applications_stand_in_nobodys_way(hands: CaseHands, theme: Theme) -> None:
    begun(hands, received_on=TODAY - timedelta(days=40), recipient="AOK", amount_requested=418_000)
    begun(hands)
    hands.open("funding")
    hands.rest()

    assert obstacles(hands.page, theme) == []
