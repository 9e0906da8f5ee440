"""The office's own requirements are loaded, told, looked up and taken away in the administration."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.typist import ALT, Typist
from tests.desktop.walk import obstacles
from zwk_barrier.casework.visit.own_tables import keep_table, kept_tables, template
from zwk_barrier.desktop.admin.requirements_section import RequirementsSection
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.table import PagedTable
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk) -> Typist:
    """Somebody at the section."""
    section = RequirementsSection(desk)
    qtbot.addWidget(section)
    hands = Typist(qtbot, desk, section)
    hands.show()
    return hands


def words(hands: Typist, name: str) -> str:
    widget = hands.page.findChild(QWidget, name)
    assert widget is not None, name
    return str(widget.property("text"))


def load(hands: Typist, name: str, path: Path) -> None:
    hands.go_to(f"own_{name}_file")
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type(str(path))
    hands.go_to(f"own_{name}_load")
    hands.press(Qt.Key.Key_Space)
    hands.rest()


def table(hands: Typist) -> PagedTable:
    found = hands.page.findChild(PagedTable, "requirement_table")
    assert found is not None
    return found


def search(hands: Typist, text: str) -> list[list[str]]:
    """What the table shows for these words."""
    hands.go_to("requirement_search")
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type(text)
    hands._qtbot.wait(250)
    hands.rest()
    rows = table(hands).rows
    return [
        [str(rows.data(rows.index(row, column))) for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def test_profiles_and_requirements_are_loaded_by_the_keyboard_and_told(
    hands: Typist, office: OfficeStore, tmp_path: Path
) -> None:
    assert words(hands, "own_profiles_state") == "Noch nichts geladen."
    for name, file_name in (("profiles", "Profile.csv"), ("criteria", "Werte.csv")):
        (tmp_path / file_name).write_bytes(template(name))  # type: ignore[arg-type]
        load(hands, name, tmp_path / file_name)

    assert words(hands, "own_profiles_state").startswith("2 Profile aus „Profile.csv“, geladen am ")
    assert words(hands, "own_criteria_state").startswith("2 Anforderungen aus „Werte.csv“, geladen am ")
    with office.reading() as session:
        assert set(kept_tables(session)) == {"profiles", "criteria"}
    assert [row[2] for row in search(hands, "waschmaschine")] == ["Haus", "Pflege"]


def test_a_mistake_stands_beside_the_file_with_line_and_reason(
    hands: Typist, office: OfficeStore, tmp_path: Path
) -> None:
    broken = template("profiles").decode("utf-8-sig").replace("2026-11-22", "gestern", 1)
    (tmp_path / "Profile.csv").write_text(broken.replace("Haus,B", "Hausboot,B"), "utf-8")
    load(hands, "profiles", tmp_path / "Profile.csv")

    told = words(hands, "own_profiles_file_error_text")
    assert told == (
        "„Profile.csv“, Zeile 2: Ein Profil „Hausboot“ gibt es nicht. Laden Sie zuerst die Profile. "
        "Es wurde nichts geändert."
    )
    with office.reading() as session:
        assert kept_tables(session) == {}


def test_without_a_file_it_asks_for_one(hands: Typist) -> None:
    hands.go_to("own_criteria_load")
    hands.press(Qt.Key.Key_Space)
    assert words(hands, "own_criteria_file_error_text") == "Wählen Sie eine Datei."
    assert hands.place == "own_criteria_file"


def test_what_was_loaded_is_taken_away_and_comes_back_by_undo(hands: Typist, desk: Desk) -> None:
    desk.do(lambda store: keep_table(store, "profiles", "Profile.csv", template("profiles")))
    hands.rest()
    hands.go_to("own_profiles_remove")
    hands.press(Qt.Key.Key_Space)
    hands.rest()
    assert words(hands, "own_profiles_state") == "Noch nichts geladen."
    desk.undo()
    hands.rest()
    assert words(hands, "own_profiles_state").startswith("2 Profile")


def test_the_template_is_saved_and_passes_the_check_again(hands: Typist, tmp_path: Path) -> None:
    save = hands.page.findChild(QPushButton, "own_profiles_save")
    assert save is not None
    assert save.text() == "Vorlage speichern …"
    save.click()
    dialog = hands.page.window().findChild(QFileDialog, "own_profiles_dialog")
    assert dialog is not None
    path = tmp_path / "Vorlage.csv"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    hands.rest()
    assert path.read_bytes() == template("profiles")
    load(hands, "profiles", path)
    assert save.text() == "Tabelle speichern …"


def test_every_requirement_is_found_by_its_words_with_where_it_stands(hands: Typist) -> None:
    rows = search(hands, "W04 lichte breite")
    assert [row[2] for row in rows] == ["DIN 18040-2 B", "DIN 18040-2 R", "KfW", "individuell"]
    number, what, level, required, confidence, source, edition, valid_from, checked_on = rows[0]
    assert (number, what, level) == ("W04", "Innentür: Lichte Breite der Tür", "DIN 18040-2 B")
    assert required.replace("\N{NO-BREAK SPACE}", " ") == "mindestens 80 cm"
    assert all((confidence, source, edition, valid_from, checked_on))


def test_what_is_uncertain_says_so(hands: Typist) -> None:
    rows = search(hands, "zu prüfen")
    assert rows
    assert {row[4] for row in rows if "zu prüfen" not in row[5]} == {"zu prüfen"}


def test_the_current_row_is_told_in_full(hands: Typist) -> None:
    search(hands, "W04 kfw")
    hands.go_to("requirement_table")
    hands.press(Qt.Key.Key_Home)
    told = words(hands, "requirement_whole")
    assert told.startswith("W04, Innentür: Lichte Breite der Tür · KfW: mindestens")
    assert "geprüft am" in told


def test_the_section_is_there_for_everybody(hands: Typist, theme: Theme, desk: Desk) -> None:
    desk.do(lambda store: keep_table(store, "profiles", "Profile.csv", template("profiles")))
    hands.rest()
    hands.press(Qt.Key.Key_S, ALT)
    assert hands.place == "requirement_search"
    assert obstacles(hands.page, theme) == []
