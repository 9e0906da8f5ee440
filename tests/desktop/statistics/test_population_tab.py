"""Inhabitants by the keyboard: a file taken in, refused with its lines, looked at, removed and brought back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.desktop.typist import ALT, Typist
from tests.desktop.walk import obstacles
from zwk_barrier.casework.figures.population import TakingIn, take_in
from zwk_barrier.casework.records import keep
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToStatistics
from zwk_barrier.desktop.statistics.population_tab import PopulationTab
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.exchange.population import read_population
from zwk_barrier.model import Staff
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.statistics.outlook.population import Denominator, population_tables
from zwk_barrier.store.office import OfficeStore

TODAY = date(2026, 11, 23)
AREAS = load_areas("bremerhaven")
HEAD = "Stadtteil;Stichtag;Einwohner;65+;80+;Quelle"


def a_file(
    folder: Path, *, broken: bool = False, source: str = "Melderegister", day: str = "31.12.2025"
) -> Path:
    lines = [f"{area.name_de};{day};10.000;2.200;700;{source}" for area in AREAS if area.level == "stadtteil"]
    if broken:
        lines[2] = f"Lehe-Nord;{day};10.000;2.200;700;{source}"
    path = folder / "einwohner.csv"
    path.write_bytes("\r\n".join([HEAD, *lines]).encode("cp1252"))
    return path


class Clerk(Typist):
    """Somebody at the tab „Einwohner“."""

    def __init__(self, qtbot: QtBot, desk: Desk, page: PopulationTab) -> None:
        super().__init__(qtbot, desk, page)
        self.tab_page, self.office = page, desk.store

    def begin(self) -> None:
        """Arrives."""
        self.tab_page.show_destination(ToStatistics("population"))
        self.show()

    def choose_file(self, path: Path) -> None:
        """Opens the form and types the path of a file."""
        self.press(Qt.Key.Key_T, ALT)
        self.rest()
        self.type(str(path))
        self.tab()
        self.rest()

    def words(self, name: str) -> str:
        """What a label says."""
        label = self.page.findChild(QLabel, name)
        assert label is not None
        return label.text() if label.isVisible() else ""

    def tables(self) -> tuple[Denominator, ...]:
        """What the office has."""
        with self.office.reading() as session:
            return population_tables(session)


@pytest.fixture
def clerk(qtbot: QtBot, desk: Desk, theme: Theme) -> Clerk:  # noqa: ARG001 - the look the tab is made for
    page = PopulationTab(desk, today=lambda: TODAY)
    qtbot.addWidget(page)
    return Clerk(qtbot, desk, page)


def with_tables(office: OfficeStore, folder: Path) -> None:
    for source in ("Melderegister", "Fortschreibung"):
        read = read_population(a_file(folder, source=source).read_bytes(), AREAS, TODAY)
        take_in(office, read, TakingIn("einwohner"))


def test_an_empty_office_is_told_what_to_ask_for(clerk: Clerk) -> None:
    clerk.begin()

    assert clerk.words("population_empty_title") == "Noch keine Einwohnerzahlen"
    assert "CSV-Datei" in clerk.words("population_empty_text")


def test_a_file_is_shown_as_understood_and_then_taken_in(
    clerk: Clerk, tmp_path: Path, said: list[tuple[str, bool]]
) -> None:
    clerk.begin()
    clerk.choose_file(a_file(tmp_path))

    assert clerk.words("population_summary") == "So wurde die Datei verstanden: 1 Tabelle."
    row = clerk.tab_page.intake.findChild(type(clerk.tab_page.lists["einwohner"].table), "population_preview")
    assert row is not None
    assert row.figures.rows[0].title == "Melderegister, 31.12.2025"
    assert [figure.text for figure in row.figures.rows[0].figures][:3] == [
        "90.000",
        "19.800",
        "22,0\N{NO-BREAK SPACE}%",
    ]
    assert clerk.tables() == ()
    clerk.press(Qt.Key.Key_E, ALT)
    clerk.rest()

    assert [table.named for table in clerk.tables()] == ["Melderegister, 31.12.2025"]
    assert said == [("1 Tabelle eingelesen.", True)]
    assert clerk.place == "population_begin"


def test_a_broken_file_names_its_line_and_cannot_be_taken_in(clerk: Clerk, tmp_path: Path) -> None:
    clerk.begin()
    clerk.choose_file(a_file(tmp_path, broken=True))

    assert clerk.words("population_problems_0") == (
        "Zeile 4: „Lehe-Nord“ ist kein Ortsteil oder Stadtteil von Bremerhaven."
    )
    assert not clerk.tab_page.intake.take.isEnabled()


def test_a_missing_source_is_asked_for_beside_its_field(clerk: Clerk, tmp_path: Path) -> None:
    clerk.begin()
    clerk.choose_file(a_file(tmp_path, source=""))
    clerk.press(Qt.Key.Key_E, ALT)
    clerk.rest()

    assert clerk.words("population_source_error_text").startswith("Bitte die Quelle nennen.")
    assert clerk.place == "population_source"
    clerk.type("Melderegister")
    clerk.press(Qt.Key.Key_E, ALT)
    clerk.rest()

    assert [table.source for table in clerk.tables()] == ["Melderegister"]


def test_a_file_that_is_not_there_is_told_beside_its_field(clerk: Clerk, tmp_path: Path) -> None:
    clerk.begin()
    clerk.choose_file(tmp_path / "nichts.csv")

    assert clerk.words("population_file_error_text").startswith("Die Datei lässt sich nicht lesen")


def test_competing_totals_stand_side_by_side(clerk: Clerk, tmp_path: Path) -> None:
    with_tables(clerk.office, tmp_path)
    clerk.begin()

    rows = clerk.tab_page.lists["einwohner"].table.figures.rows
    assert {row.title for row in rows} == {"Melderegister, 31.12.2025", "Fortschreibung, 31.12.2025"}


def test_enter_shows_a_table_area_by_area(clerk: Clerk, tmp_path: Path) -> None:
    with_tables(clerk.office, tmp_path)
    clerk.begin()
    clerk.go_to("population_einwohner_table")
    clerk.press(Qt.Key.Key_Return)

    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    shown = dialog.findChild(type(clerk.tab_page.lists["einwohner"].table), "population_table_areas")
    assert shown is not None
    assert shown.figures.rows[0].title in {"Nord", "Weddewarden"}
    clerk.press(Qt.Key.Key_Escape)


def test_a_table_is_removed_and_brought_back(clerk: Clerk, tmp_path: Path, desk: Desk) -> None:
    with_tables(clerk.office, tmp_path)
    clerk.begin()
    clerk.go_to("population_einwohner_remove")
    clerk.press(Qt.Key.Key_Return)
    clerk.rest()
    assert len(clerk.tables()) == 1

    desk.undo()
    clerk.rest()

    assert len(clerk.tab_page.lists["einwohner"].table.figures.rows) == 2


def test_who_only_advises_looks_and_changes_nothing(clerk: Clerk, tmp_path: Path) -> None:
    with_tables(clerk.office, tmp_path)
    keep(clerk.office, Staff, clerk.office.staff_id, role="beratung")
    clerk.begin()

    assert not clerk.tab_page.begin.isVisible()
    assert not clerk.tab_page.lists["einwohner"].remove.isVisible()


def test_nothing_stands_in_anybodys_way(clerk: Clerk, tmp_path: Path, theme: Theme) -> None:
    with_tables(clerk.office, tmp_path)
    clerk.begin()
    clerk.choose_file(a_file(tmp_path, broken=True))

    assert obstacles(clerk.tab_page, theme) == []


def test_escape_of_the_form_is_its_own_button(clerk: Clerk) -> None:
    clerk.begin()
    clerk.press(Qt.Key.Key_T, ALT)
    clerk.rest()
    clerk.go_to("population_cancel")
    clerk.press(Qt.Key.Key_Return)
    clerk.rest()

    assert clerk.words("population_empty_title") == "Noch keine Einwohnerzahlen"
    assert clerk.place == "population_begin"
