"""The list of doubtful records by the keyboard: choose a check, go to the field, or say that it is right."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, a_case
from tests.desktop.typist import ALT, Typist
from tests.desktop.walk import obstacles
from zwk_barrier.casework import records
from zwk_barrier.casework.case.contacts import begin_contact
from zwk_barrier.casework.quality.data_quality import Doubt, quality_counts
from zwk_barrier.casework.quality.quality_rules import RULES
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import (
    Destination,
    ToApplication,
    ToCase,
    ToContact,
    ToDataQuality,
    ToVisit,
)
from zwk_barrier.desktop.quality.doubts import destination_of
from zwk_barrier.desktop.quality.page import QualityPage
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.model import Staff
from zwk_barrier.store.office import OfficeStore

OPENED = date(2026, 11, 16)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> QualityPage:
    made = QualityPage(desk, today=lambda: TODAY)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk, page: QualityPage) -> Typist:
    return Typist(qtbot, desk, page)


def doubtful(office: OfficeStore) -> UUID:
    """A case without a district and a birth, and a contact without a district."""
    begin_contact(office, note="Auskunft")
    return a_case(office, "2026-0001", OPENED, family_name="Petrova")


def arrive(page: QualityPage, hands: Typist) -> None:
    page.show_destination(ToDataQuality())
    hands.show()
    hands.rest()
    hands.rest()


def checks(page: QualityPage) -> dict[str, str]:
    rows = page.findChild(RowList, "quality_rules")
    assert rows is not None
    return {row.title: row.badge for row in rows.rows()}


def listed(page: QualityPage) -> list[str]:
    model = page.doubts.table.rows
    return [str(model.data(model.index(row, 1))) for row in range(model.rowCount())]


def test_checks_are_counted_and_the_first_one_is_open(
    page: QualityPage, hands: Typist, office: OfficeStore
) -> None:
    doubtful(office)
    arrive(page, hands)
    assert checks(page) == {
        "Stadtteil fehlt": "1",
        "Geburtsjahr fehlt": "1",
        "Kurzkontakt ohne Stadtteil": "1",
    }
    assert listed(page) == ["Petrova"]


def test_enter_leads_into_the_very_field(
    page: QualityPage, hands: Typist, office: OfficeStore, went: list[Destination]
) -> None:
    case = doubtful(office)
    arrive(page, hands)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)  # the check
    hands.rest()
    hands.press(Qt.Key.Key_Return)  # its first record
    hands.rest()
    assert went == [ToCase(case, "person", case, "person_born_on")]


def test_what_is_right_is_said_with_a_note_and_taken_back_by_undo(
    page: QualityPage, hands: Typist, office: OfficeStore, said: list[tuple[str, bool]]
) -> None:
    a_case(office, "2026-0001", OPENED, area="111", birth_year=1904, family_name="Petrova")
    arrive(page, hands)
    hands.press(Qt.Key.Key_A, ALT)
    hands.type("Ausweis gesehen")
    hands.press(Qt.Key.Key_S, ALT)
    hands.rest()
    assert said[-1] == ("Als geprüft behalten.", True)
    assert listed(page) == []
    assert checks(page) == {"Älter als 115 Jahre": "✓"}
    office.undo()
    with office.reading() as session:
        assert sum(one.doubtful for one in quality_counts(session, TODAY)) == 1


def test_who_only_counts_sees_no_name(page: QualityPage, hands: Typist, office: OfficeStore) -> None:
    doubtful(office)
    records.keep(office, Staff, office.staff_id, role="statistik")
    arrive(page, hands)
    assert set(checks(page).values()) == {"< 5"}
    assert not page.doubts.isVisible()
    hands.press(Qt.Key.Key_Return)
    hands.rest()
    assert not page.doubts.isVisible()
    texts = " ".join(one.text() for one in page.findChildren(QLabel))
    assert "Petrova" not in texts


def test_nothing_doubtful_is_said(page: QualityPage, hands: Typist) -> None:
    arrive(page, hands)
    found = page.findChild(QLabel, "quality_nothing_title")
    assert found is not None
    assert found.isVisible()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_check_leads_to_its_place(rule: object) -> None:
    assert rule in RULES
    known = next(one for one in RULES if one is rule)
    record, case = UUID(int=1), None if known.place == "contact" else UUID(int=2)
    place = destination_of(known, Doubt(record, case, "", "", "", ""))
    kinds = {"case": ToCase, "visit": ToVisit, "contact": ToContact, "application": ToApplication}
    assert isinstance(place, kinds[known.place])


@pytest.mark.parametrize("place", ["list", "empty"])
def test_the_page_stands_in_nobodys_way(
    theme: Theme, page: QualityPage, hands: Typist, office: OfficeStore, place: str
) -> None:
    if place == "list":
        doubtful(office)
    page.show_destination(ToDataQuality())
    hands.show(1104, 736)
    hands.rest()
    hands.rest()
    assert obstacles(page, theme) == []
