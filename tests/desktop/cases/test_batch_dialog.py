"""From the list of cases many documents are written at once, and the end says what came of it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.casework.visiting import plan
from tests.desktop.access import walkers
from tests.desktop.typist import Typist
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.printing.batches import cases_with_last_visits, visits_of_month
from zwk_barrier.casework.printing.printed_documents import printed_of
from zwk_barrier.desktop.background import CancelToken
from zwk_barrier.desktop.cases.list_page import CaseListPage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToCases
from zwk_barrier.desktop.preview import batch_dialog
from zwk_barrier.desktop.preview.batch import BatchOutcome, write_batch
from zwk_barrier.desktop.preview.batch_dialog import BatchDialog
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.path_field import PathField
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> CaseListPage:
    page = CaseListPage(desk)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk, page: CaseListPage) -> Typist:
    page.show_destination(ToCases())
    hands = Typist(qtbot, desk, page)
    hands.show()
    hands.rest()
    return hands


def dialog(page: CaseListPage) -> BatchDialog:
    button = page.findChild(Button, "case_list_batch")
    assert button is not None
    button.click()
    found = page.window().findChild(BatchDialog, "batch")
    assert found is not None
    return found


def write(shown: BatchDialog, folder: Path, scope: str, hands: Typist) -> str:
    path, scopes = shown.findChild(PathField, "batch_folder"), shown.findChild(ChoiceField, "batch_scope")
    button, told = shown.findChild(Button, "batch_write"), shown.findChild(QLabel, "batch_told")
    assert path is not None
    assert scopes is not None
    assert button is not None
    assert told is not None
    path.set_path(folder)
    scopes.set_value(scope)
    button.click()
    for _round in range(3):
        hands.rest()
    return told.text()


def test_the_cases_of_the_list_get_their_reports(
    page: CaseListPage, hands: Typist, office: OfficeStore, tmp_path: Path
) -> None:
    (first, _visit), (second, _other) = plan(office), plan(office)
    cases.open_case(office, family_name="Ohne Besuch")
    shown = dialog(page)

    assert write(shown, tmp_path, "listed", hands).split("\n") == [
        "2 Dokumente geschrieben · geprüft: barrierefrei (PDF/UA-1, PDF/A-2a)",
        "Nicht in Ordnung:",
        "2026-0003 Ohne Besuch: Es gab noch keinen Hausbesuch.",
    ]
    assert len(list(tmp_path.glob("Besuchsbericht_*.pdf"))) == 2
    with office.reading() as session:
        assert [len(printed_of(session, case_id)) for case_id in (first, second)] == [1, 1]
    shown.reject()


def test_pressed_twice_it_writes_once(
    page: CaseListPage, hands: Typist, office: OfficeStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = []

    def noted(*asked: Any, **watched: Any) -> BatchOutcome:
        begun.append(asked)
        return write_batch(*asked, **watched)

    monkeypatch.setattr(batch_dialog, "write_batch", noted)
    plan(office)
    shown = dialog(page)
    button = shown.findChild(Button, "batch_write")
    assert button is not None
    button.clicked.connect(button.click, Qt.ConnectionType.SingleShotConnection)
    assert write(shown, tmp_path, "listed", hands).startswith("1 Dokument geschrieben")
    assert len(begun) == 1
    assert button.isEnabled()
    shown.reject()


def test_what_is_marked_in_the_list_gets_its_documents_and_one_that_fails_is_named(
    page: CaseListPage, hands: Typist, office: OfficeStore, tmp_path: Path
) -> None:
    plan(office)
    cases.open_case(office, family_name="Ohne Besuch")
    plan(office)
    plan(office)
    page.show_destination(ToCases())
    hands.rest()
    page.table.setFocus()
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hands.rest()
    assert len(page.table.marks()) == 3
    count = page.findChild(QLabel, "case_list_count")
    assert count is not None
    assert count.text() == "4 Fälle · 3 markiert"

    shown = dialog(page)
    scopes, documents = (shown.findChild(ChoiceField, name) for name in ("batch_scope", "batch_document"))
    assert scopes is not None
    assert documents is not None
    assert scopes.value() == "marked"
    documents.set_value("report")
    told = write(shown, tmp_path, "marked", hands).split("\n")
    assert len(list(tmp_path.glob("Besuchsbericht_*.pdf"))) == 2
    assert told[0].startswith("2 Dokumente geschrieben")
    assert told[2:] == ["2026-0002 Ohne Besuch: Es gab noch keinen Hausbesuch."]
    documents.set_value("craft")
    assert write(shown, tmp_path, "marked", hands).startswith("3 Dokumente geschrieben")
    shown.reject()


@pytest.mark.parametrize("scale", [100, 200])
def test_the_outcome_gets_room_of_its_own(
    page: CaseListPage, hands: Typist, office: OfficeStore, theme: Theme, tmp_path: Path, scale: int
) -> None:
    theme.set_scale(scale)
    plan(office)
    shown = dialog(page)
    write(shown, tmp_path, "listed", hands)
    walkers.settled(shown)
    boxes = shown.findChildren(ChoiceField)
    assert [box.height() >= box.sizeHint().height() for box in boxes] == [True, True]
    assert walkers.clipped(shown) == []
    shown.reject()


def test_what_was_not_written_when_somebody_cancelled_is_named(
    page: CaseListPage, hands: Typist, office: OfficeStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _number in range(3):
        plan(office)

    def cancelled_at_once(*asked: Any, token: CancelToken, **_progress: Any) -> BatchOutcome:
        return write_batch(*asked, token=token, progress=lambda _share: token.cancel())

    monkeypatch.setattr(batch_dialog, "write_batch", cancelled_at_once)
    shown = dialog(page)
    told = write(shown, tmp_path, "listed", hands).split("\n")
    assert told[0].startswith("1 Dokument geschrieben")
    assert told[1] == "Abgebrochen. Nicht geschrieben:"
    assert [line[:9] for line in told[2:]] == ["2026-0002", "2026-0003"]
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    shown.reject()


def test_marks_stay_when_the_list_is_read_again(
    page: CaseListPage, hands: Typist, office: OfficeStore
) -> None:
    for _number in range(3):
        plan(office)
    page.show_destination(ToCases())
    hands.rest()
    page.table.setFocus()
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    before = page.table.marks()
    plan(office)
    page.show_destination(ToCases())
    hands.rest()
    assert len(before) == 3
    assert set(page.table.marks()) == set(before)


def test_a_month_without_visits_and_a_folder_that_is_gone_are_told(
    page: CaseListPage, hands: Typist, tmp_path: Path
) -> None:
    shown = dialog(page)
    assert write(shown, tmp_path / "weg", "month", hands) == ""
    error = shown.findChild(QLabel, "batch_folder_error_text")
    assert error is not None
    assert "den es gibt" in error.text()

    assert write(shown, tmp_path, "month", hands) == "Dazu gibt es keinen Hausbesuch."
    shown.reject()


def test_a_month_has_its_own_visits_only(office: OfficeStore) -> None:
    day = this_day()
    case_id, visit_id = plan(office, day)
    plan(office, day.replace(year=day.year - 1))

    with office.reading() as session:
        assert [one.visit_id for one in visits_of_month(session, day, day)] == [visit_id]
        assert [one.visit_id for one in cases_with_last_visits(session, [case_id], day)] == [visit_id]


@pytest.mark.parametrize("scale", [100, 200])
def test_everybody_can_use_the_dialog(page: CaseListPage, hands: Typist, theme: Theme, scale: int) -> None:
    theme.set_scale(scale)
    hands.rest()
    shown = dialog(page)
    walkers.settled(shown)

    assert walkers.unnamed(shown) == []
    assert walkers.keyboard_gaps(shown) == []
    assert walkers.clipped(shown) == []
    shown.reject()
