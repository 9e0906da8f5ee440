"""Outlook and demand by the keyboard: what is expected, how sure it is, and what is missing."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import a_case
from tests.desktop.typist import ALT, Typist
from tests.desktop.walk import obstacles
from zwk_barrier.casework.figures.population import TakingIn, take_in
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToStatistics
from zwk_barrier.desktop.statistics.demand_tab import DemandTab
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.exchange.population import read_population
from zwk_barrier.model.ids import new_id
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore

TODAY = date(2026, 11, 23)
AREAS = load_areas("bremerhaven")
STADTTEILE = [area.key for area in AREAS if area.level == "stadtteil"]
AGES = (*(f"{age}-{age + 4}" for age in range(45, 85, 5)), "85+")


def a_file(year: int, persons: int) -> bytes:
    lines = [f"Stadtteil_Nr;Jahr;unter 45;{';'.join(AGES)};Quelle"]
    lines += [
        f"{key};{year};3000;{';'.join([str(persons + place)] * 9)};Melderegister"
        for place, key in enumerate(STADTTEILE)
    ]
    return "\n".join(lines).encode()


def people(office: OfficeStore, *years: int) -> None:
    """Tables of these years; in each the groups are a tenth larger than five years before."""
    for year in years:
        persons = round(200 * 1.1 ** ((year - 2015) / 5))
        take_in(office, read_population(a_file(year, persons), AREAS, TODAY), TakingIn("einwohner"))


class Planner(Typist):
    """Somebody at the tab „Bedarf“."""

    def __init__(self, qtbot: QtBot, desk: Desk, page: DemandTab) -> None:
        super().__init__(qtbot, desk, page)
        self.tab_page, self.desk, self.office = page, desk, desk.store

    def begin(self) -> None:
        """Arrives."""
        self.tab_page.show_destination(ToStatistics("demand"))
        self.show()

    def words(self, name: str) -> str:
        """What a label says."""
        label = self.page.findChild(QLabel, name)
        assert label is not None
        return label.text() if label.isVisible() else ""


@pytest.fixture
def planner(qtbot: QtBot, desk: Desk, theme: Theme) -> Planner:  # noqa: ARG001 - the look the tab is made for
    page = DemandTab(desk, today=lambda: TODAY)
    qtbot.addWidget(page)
    return Planner(qtbot, desk, page)


def test_without_tables_it_says_which_are_needed(planner: Planner) -> None:
    planner.begin()

    assert planner.words("demand_people_waiting_title") == "Dafür fehlen Einwohnerzahlen"
    assert "zwei Tabellen im Abstand von fünf Jahren" in planner.words("demand_people_waiting_text")


def test_one_table_is_not_enough_and_it_says_why(planner: Planner) -> None:
    people(planner.office, 2025)
    planner.begin()

    assert planner.words("demand_people_waiting_title") == "Dafür reichen die Einwohnerzahlen noch nicht"


def test_two_tables_give_an_outlook_without_a_band(planner: Planner) -> None:
    people(planner.office, 2020, 2025)
    planner.begin()

    assert planner.words("outlook_headline").startswith("2035 werden in Bremerhaven voraussichtlich ")
    assert "Wahrscheinlich" not in planner.words("outlook_headline")
    assert planner.words("outlook_cautions_0").startswith("Ohne dritte Tabelle")


def test_three_tables_give_the_band_and_the_error_of_the_past(planner: Planner) -> None:
    people(planner.office, 2015, 2020, 2025)
    planner.begin()

    assert "Wahrscheinlich sind es zwischen" in planner.words("outlook_headline")
    planner.go_to("outlook_how_button")
    planner.press(Qt.Key.Key_Return)
    assert "Geprüft an der Vergangenheit" in planner.words("outlook_definition")


def test_the_age_is_chosen_by_the_keyboard(planner: Planner) -> None:
    people(planner.office, 2015, 2020, 2025)
    planner.begin()
    planner.press(Qt.Key.Key_L, ALT)
    planner.press(Qt.Key.Key_Down)
    planner.press(Qt.Key.Key_Down)
    planner.press(Qt.Key.Key_Return)
    planner.rest()

    assert "Menschen ab 80" in planner.words("outlook_headline")


def test_visits_are_told_for_each_way_of_use(planner: Planner) -> None:
    people(planner.office, 2015, 2020, 2025)
    for number in range(60):
        a_case(planner.office, f"2025-{number:04}", date(2025, 5, 5), area="134", birth_year=1950)
    planner.begin()
    assert planner.words("demand_waiting_title") == "2025 ist noch nicht abgeschlossen"
    planner.press(Qt.Key.Key_N, ALT)
    planner.rest()

    assert planner.words("demand_headline").startswith("Nutzen die Menschen die Beratung wie bisher")
    planner.go_to("demand_scenario")
    planner.press(Qt.Key.Key_Down)
    planner.press(Qt.Key.Key_Down)
    planner.press(Qt.Key.Key_Return)
    planner.rest()

    assert planner.words("demand_headline").startswith("Nutzen ein Viertel mehr Menschen")
    assert [row.title for row in planner.tab_page.demand_card.table.figures.rows] == [
        "2025",
        "2030",
        "2035",
        "2040",
    ]


def test_exact_demand_is_read_again_when_a_case_changes(
    planner: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    people(planner.office, 2015, 2020, 2025)
    for number in range(20):
        a_case(planner.office, f"2025-{number:04}", date(2025, 5, 5), area="134", birth_year=1950)
    planner.begin()
    asked: list[object] = []
    ask = planner.desk.ask

    def listened(*one: Any, **more: Any) -> None:
        asked.append(one)
        ask(*one, **more)

    monkeypatch.setattr(planner.desk, "ask", listened)
    of_a_case = Changed(rows=frozenset({("case_file", new_id())}))
    planner.desk.changed.emit(of_a_case)
    assert asked == []  # protected figures stay as they were closed

    planner.press(Qt.Key.Key_N, ALT)
    planner.rest()
    before = len(asked)
    planner.desk.changed.emit(of_a_case)

    assert len(asked) == before + 1


def test_nothing_stands_in_anybodys_way(planner: Planner, theme: Theme) -> None:
    people(planner.office, 2015, 2020, 2025)
    for number in range(30):
        a_case(planner.office, f"2025-{number:04}", date(2025, 5, 5), area="134", birth_year=1950)
    planner.begin()
    planner.press(Qt.Key.Key_N, ALT)
    planner.rest()

    assert obstacles(planner.tab_page, theme) == []
