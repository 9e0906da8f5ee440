"""The tab of documents lists what left the program, and knows a file again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.casework.lettering import Lettered, full_case
from tests.desktop.cases.conftest import CaseHands
from tests.desktop.typist import one
from tests.desktop.walk import obstacles
from zwk_barrier.casework.printing.printed_documents import Printing, keep_printed
from zwk_barrier.desktop.cases.page import CasePage
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.store.office import OfficeStore

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
def case(office: OfficeStore) -> Lettered:
    return full_case(office)


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk, case: Lettered) -> CaseHands:
    page = CasePage(desk)
    qtbot.addWidget(page)
    hands = CaseHands(qtbot, desk, page, case.case_id)
    hands.open("documents")
    hands.rest()
    return hands


def keep(case: Lettered, content: bytes, variant: str = "") -> None:
    printing = Printing("case_report", "Fallbericht", variant=variant, case_id=case.case_id)
    keep_printed(case.office, printing, content, 6, NOW)


def test_what_left_the_program_is_listed_with_how_it_was_chosen(hands: CaseHands, case: Lettered) -> None:
    assert one(hands, QWidget, "case_printed_empty").isVisibleTo(hands.page)
    keep(case, b"%PDF one", "redacted,large")
    hands.open("documents")
    hands.rest()

    (row,) = one(hands, RowList, "case_printed_rows").rows()
    assert row.title == "Fallbericht"
    assert row.badge == "22.11.2026"
    assert "6 Seiten" in row.note
    assert "unkenntlich" in row.note
    assert not one(hands, QWidget, "case_printed_empty").isVisibleTo(hands.page)


def test_a_chosen_file_is_said_to_be_ours_or_not(hands: CaseHands, case: Lettered, tmp_path: Path) -> None:
    keep(case, b"%PDF one")
    ours, other = tmp_path / "ours.pdf", tmp_path / "other.pdf"
    ours.write_bytes(b"%PDF one")
    other.write_bytes(b"%PDF onf")
    one(hands, QPushButton, "case_printed_ask").click()
    dialog = hands.page.window().findChild(QFileDialog, "case_printed_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(ours))
    hands.rest()
    assert "ist von uns, unverändert: Fallbericht" in one(hands, QLabel, "case_printed_answer").text()

    dialog.fileSelected.emit(str(other))
    dialog.close()
    hands.rest()
    assert "nicht von hier" in one(hands, QLabel, "case_printed_answer").text()


def test_everybody_can_use_the_section(hands: CaseHands, case: Lettered, theme: Theme) -> None:
    keep(case, b"%PDF one")
    hands.open("documents")
    hands.rest()

    assert obstacles(hands.page, theme) == []
