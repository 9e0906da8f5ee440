"""Quotes in a running office, by keys alone: three offers for one measure, compared, one chosen, taken back."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from sqlalchemy import select

from tests.builders import a_demonstration_folder
from tests.desktop.running import CTRL, Running
from tests.desktop.typing import type_text
from zwk_barrier.casework.demonstration import LOGIN_NAME, PASSWORD
from zwk_barrier.casework.plan import measures
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.model import CaseFile, Measure
from zwk_barrier.store.office import open_office

OFFERS = (
    ("Bad & Söhne", "1.500", "heute", "+30"),
    ("Rohr AG", "999,50", "heute", "+14"),
    ("Sanitär Lehe", "700", "heute", "+60"),
)


@pytest.fixture
def office(tmp_path: Path) -> tuple[Path, UUID, str]:
    """An office with some cases; one case of it with a single measure at 800 to 1,200 euros."""
    folder = a_demonstration_folder(tmp_path / "demo", cases=8)
    with open_office(folder, LOGIN_NAME, PASSWORD) as store:
        with store.reading() as session:
            taken = select(Measure.case_id)
            case = session.scalars(select(CaseFile).where(CaseFile.id.not_in(taken))).first()
        assert case is not None
        values: dict[str, Any] = {
            "title": "Dusche",
            "cost_low": 80_000,
            "cost_high": 120_000,
            "priority": "A",
        }
        _changed, measure_id = measures.recommend(store, case.id, **values)
    return folder, measure_id, case.number


@pytest.fixture
def at_the_measures(running: Running, office: tuple[Path, UUID, str]) -> Running:
    """Logged in, at the measures of the case, found by its number."""
    folder, _measure_id, number = office
    running.log_in(folder, LOGIN_NAME, PASSWORD)
    running.key(Qt.Key.Key_K, CTRL)
    type_here(number)
    running.qtbot.wait(400)  # the search waits for a pause in typing
    running.settle()
    running.key(Qt.Key.Key_Return)
    running.qtbot.waitUntil(lambda: bool(running.shown(QWidget, "case_page")), timeout=5000)
    running.settle()
    while not shows(running):
        running.key(Qt.Key.Key_Tab, CTRL)
    return running


def shows(running: Running) -> bool:
    return bool(running.shown(QLabel, "case_measure_list_title"))


def type_here(text: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    type_text(widget, text)


def tab_to(running: Running, name: str) -> None:
    """Presses Tab until the keyboard is there."""
    for _step in range(60):
        if running.focus() == name:
            return
        running.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {name}")


def words(running: Running, name: str) -> list[str]:
    found = [label for label in running.frame.findChildren(QLabel, name) if label.isVisible()]
    found.sort(key=lambda label: label.mapTo(running.frame, label.rect().topLeft()).y())
    return [label.text().replace("\N{NO-BREAK SPACE}", " ") for label in found]


def price(running: Running, measure_id: UUID) -> int | None:
    desk = running.program.findChild(Desk)
    assert desk is not None
    with desk.store.reading() as session:
        return session.scalars(select(Measure).where(Measure.id == measure_id)).one().cost_quoted


def test_three_offers_are_compared_and_one_is_chosen_by_keys_alone(
    at_the_measures: Running, office: tuple[Path, UUID, str]
) -> None:
    running, measure_id = at_the_measures, office[1]
    for offer in OFFERS:
        tab_to(running, "quote_add")
        running.key(Qt.Key.Key_Return)
        for text in offer:
            type_here(text)
            running.key(Qt.Key.Key_Tab)

    assert words(running, "quote_words") == [
        "Noch 30 Tage gültig · 300 € über der Schätzung (25 %)",
        "Noch 14 Tage gültig · in der Spanne der Schätzung",
        "Noch 60 Tage gültig · 100 € unter der Schätzung (12 %) · am günstigsten",
    ]
    assert words(running, "quotes_words")[0].endswith("Die Angebote liegen 800 € auseinander.")

    tab_to(running, "quote_chosen")
    running.key(Qt.Key.Key_Space)
    assert price(running, measure_id) == 70_000
    assert words(running, "case_measure_sum") == ["Zusammen laut Angeboten: 700 €"]

    running.key(Qt.Key.Key_Z, CTRL)
    assert price(running, measure_id) is None
    assert words(running, "case_measure_sum") == ["Zusammen geschätzt: 800–1.200 €"]
