"""Journey 18: a new amount of § 40 from 2028 on, proposed and confirmed by two people; what is old stays old."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.builders import a_case
from tests.desktop.running import NAME, PASSWORD, Running
from tests.desktop.test_english import doubled
from tests.desktop.typing import type_text
from zwk_barrier.casework import records
from zwk_barrier.casework.office.staff import add_staff
from zwk_barrier.casework.payers.funding import check
from zwk_barrier.desktop.admin.told_table import ToldTable
from zwk_barrier.desktop.destinations import ToAdministration, ToCase
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.model import Application, Measure
from zwk_barrier.store.office import OfficeStore, open_office

COLLEAGUE, SECRET = "Jens Petersen", "sehr geheim 2"
PROGRAMME = "SGB11-40-4"


@pytest.fixture
def cases(office: OfficeStore) -> dict[str, UUID]:
    """Two open cases with care grade 2: one with nothing applied for, one granted 4,180 euros in 2026."""
    add_staff(office, COLLEAGUE, SECRET, "beratung")
    found = {"new": _case(office, "2026-0001", "Neumann"), "old": _case(office, "2026-0002", "Altmann")}
    case_id = found["old"]
    with office.reading() as session:
        measures = [one.id.hex for one in session.scalars(select(Measure).where(Measure.case_id == case_id))]
    records.add(
        office,
        Application,
        case_id=case_id,
        programme=PROGRAMME,
        measures=measures,
        received_on=date(2026, 9, 1),
        notice="bewilligt_teil",
        notice_on=date(2026, 9, 18),
        amount_granted=3_000_00,
    )
    return found


def _case(office: OfficeStore, number: str, name: str) -> UUID:
    facts: dict[str, Any] = {"family_name": name, "care_grade": "2", "insurance_type": "gkv"}
    case_id = a_case(office, number, date(2026, 10, 1), **facts)
    records.add(
        office, Measure, case_id=case_id, title="Bodengleiche Dusche", kind="bau_gross", payers=["pk4"]
    )
    return case_id


def test_a_new_amount_holds_from_its_day_and_an_old_application_keeps_its_own(
    qtbot: QtBot, theme: Theme, tmp_path: Path, cases: dict[str, UUID], office_folder: Path
) -> None:
    first = Running(qtbot, theme, tmp_path / "first.ini")
    first.log_in(office_folder, NAME, PASSWORD)
    propose(first)
    first.end()
    assert amounts(office_folder, cases, date(2028, 1, 3)) == (4180_00, 4180_00), "nobody has confirmed"

    second = Running(qtbot, theme, tmp_path / "second.ini")
    second.log_in(office_folder, COLLEAGUE, SECRET)
    confirm(second)
    second.end()
    assert amounts(office_folder, cases, date(2028, 1, 3)) == (4600_00, 4180_00)
    assert amounts(office_folder, cases, date(2027, 12, 31)) == (4180_00, 4180_00)


def test_an_amount_that_holds_today_stands_in_the_case_at_once(
    qtbot: QtBot, theme: Theme, tmp_path: Path, cases: dict[str, UUID], office_folder: Path
) -> None:
    first = Running(qtbot, theme, tmp_path / "first.ini")
    first.log_in(office_folder, NAME, PASSWORD)
    propose(first, "heute")
    assert "4.180" in funding_tab(first, cases["new"])
    first.end()

    second = Running(qtbot, theme, tmp_path / "second.ini")
    second.log_in(office_folder, COLLEAGUE, SECRET)
    confirm(second)
    new, old = (funding_tab(second, cases[name]) for name in ("new", "old"))
    second.end()
    assert "4.600" in new
    assert "1.180" in old, "what the limit of the first grant leaves"


def funding_tab(running: Running, case_id: UUID) -> str:
    """Everything the tab Förderung of a case says."""
    assert running.program.workplace is not None
    running.program.workplace.go(ToCase(case_id, "funding"))
    running.settle()
    page = running.one(QWidget, "funding_check")
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def propose(running: Running, day: str = "1.1.2028") -> None:
    """Finds § 40, types the new amount, looks at whom it concerns, and hands it on: all by keys."""
    go_to_programmes(running)
    put_into(running, "programme_search", "wohnumfeldverbessernde")
    focus(running, "programme_table")
    running.key(Qt.Key.Key_Home)
    running.key(Qt.Key.Key_Return)
    assert doubled(running.frame) == []
    press(running, "programme_propose")
    put_into(running, "change_money", "4600")
    put_into(running, "change_from", day)
    put_into(running, "change_source", "Bekanntmachung nach § 30 SGB XI")
    press(running, "programme_change_look")
    running.settle()
    assert names(running, "change_effects_table") == ["Neumann"]
    assert "1 Antrag mit einem Tag davor bleibt beim alten Betrag." in text(running, "change_effects_keeping")
    assert doubled(running.frame) == []
    assert running.focus() == "programme_change_propose"
    running.key(Qt.Key.Key_Space)


def confirm(running: Running) -> None:
    """Opens what waits, sees whom it concerns, and confirms it."""
    go_to_programmes(running)
    running.one(RowList, "programme_waiting").focus_row(0)
    running.key(Qt.Key.Key_Return)
    running.settle()
    assert names(running, "review_effects_table") == ["Neumann"]
    assert doubled(running.frame) == []
    press(running, "review_confirm")
    assert text(running, "programmes_waiting_lead").startswith("Nichts wartet")


def amounts(folder: Path, cases: dict[str, UUID], day: date) -> tuple[int, int]:
    """What the check of a day says of § 40 (4) in the new case and in the old one, used and still open together."""
    with open_office(folder, NAME, PASSWORD, alone=False) as store, store.reading() as session:
        lines = [
            next(line for line in check(session, cases[name], day).lines if line.code == PROGRAMME)
            for name in ("new", "old")
        ]
    new, old = ((line.cap or 0) + line.used for line in lines)
    return new, old


def go_to_programmes(running: Running) -> None:
    assert running.program.workplace is not None
    running.program.workplace.go(ToAdministration("programmes"))
    running.settle()


def focus(running: Running, name: str) -> QWidget:
    widget = running.one(QWidget, name)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return widget


def press(running: Running, name: str) -> None:
    focus(running, name)
    running.key(Qt.Key.Key_Space)


def put_into(running: Running, name: str, words: str) -> None:
    type_text(running.one(QWidget, name), words, replace=True)
    running.settle()


def text(running: Running, name: str) -> str:
    return str(running.one(QWidget, name).property("text"))


def names(running: Running, name: str) -> list[str]:
    """Whom a table of effects names."""
    model = running.one(ToldTable, f"{name}_part").table.rows
    return [str(model.data(model.index(row, 1))) for row in range(model.rowCount())]
