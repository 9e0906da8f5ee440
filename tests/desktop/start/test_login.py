"""Going in on every other day, and what can stand in the way."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from tests.desktop.running import NAME, PASSWORD, Running
from zwk_barrier.casework.office.staff import renew_recovery_key
from zwk_barrier.store.backup import make_backup
from zwk_barrier.store.office import OfficeStore, open_office


def problem(running: Running, page: str = "login") -> str:
    return str(running.one(QWidget, f"{page}_problem_text").property("text"))


def test_what_is_filled_in_needs_only_the_enter_key(running: Running, office_folder: Path) -> None:
    running.begin(office_folder, NAME, PASSWORD)
    running.key(Qt.Key.Key_Return)
    assert running.title().startswith("Heute")


def test_the_second_start_remembers_everything_but_the_password(
    running: Running, office_folder: Path
) -> None:
    running.preferences.office, running.preferences.staff_name = str(office_folder), NAME
    running.begin()
    assert running.focus() == "password"
    running.enter("password", PASSWORD)
    running.key(Qt.Key.Key_Return)
    assert running.title().startswith("Heute")


def test_a_wrong_password_is_one_sentence_and_costs_nothing(running: Running, office_folder: Path) -> None:
    running.begin(office_folder, NAME)
    running.enter("password", "etwas anderes")
    running.key(Qt.Key.Key_Return)
    assert running.one(QWidget, "password_error_text").property("text") == "Name oder Passwort stimmt nicht."
    assert running.one(QWidget, "staff_name").property("text") == NAME
    assert running.focus() == "password"
    running.enter("password", PASSWORD)
    running.key(Qt.Key.Key_Return)
    assert running.title().startswith("Heute")


def test_a_named_office_is_not_taken_for_the_usual_one(running: Running, office_folder: Path) -> None:
    running.log_in(office_folder)
    assert running.preferences.office == ""


def test_a_missing_folder_is_said_before_anything_is_typed(running: Running, tmp_path: Path) -> None:
    running.begin(tmp_path / "nicht da", NAME)
    assert "ist nicht da" in problem(running)


def test_an_office_that_is_open_already_is_a_sentence(running: Running, office: OfficeStore) -> None:
    running.begin(office.folder, NAME, PASSWORD)
    running.key(Qt.Key.Key_Return)
    assert "schon geöffnet" in problem(running)


def test_a_damaged_key_file_is_a_sentence(running: Running, office_folder: Path) -> None:
    (office_folder / "office.key.json").write_text("{", encoding="utf-8")
    running.begin(office_folder, NAME, PASSWORD)
    running.key(Qt.Key.Key_Return)
    assert "beschädigt" in problem(running)


def test_a_foreign_database_is_a_sentence(running: Running, office_folder: Path) -> None:
    (office_folder / "office.db").write_bytes(b"SQLite format 3\0" + bytes(8192))
    running.begin(office_folder, NAME, PASSWORD)
    running.key(Qt.Key.Key_Return)
    assert "beschädigt oder gehört nicht" in problem(running)


def test_a_forgotten_password_is_replaced_by_the_recovery_key(running: Running, office: OfficeStore) -> None:
    recovery_key = renew_recovery_key(office, NAME, PASSWORD)
    office.close()
    running.begin(office.folder, NAME)
    running.one(QPushButton, "login_to_recover").click()
    running.enter("recovery_key", recovery_key.lower().replace("-", " "))
    running.enter("new_password", "Möwen über der Weser")
    running.enter("repeated_password", "Möwen über der Weser")
    running.key(Qt.Key.Key_Return)
    assert running.title().startswith("Heute")
    running.end()
    open_office(office.folder, NAME, "Möwen über der Weser").close()


def test_a_backup_is_laid_into_an_empty_folder_and_opens(
    running: Running, office: OfficeStore, tmp_path: Path
) -> None:
    archive = make_backup(office, tmp_path / "stand.zwkbackup").path
    office.close()
    running.begin(office.folder, NAME)
    running.one(QPushButton, "login_to_restore").click()
    running.enter("archive", str(archive))
    running.enter("folder", str(tmp_path / "zurück"))
    running.key(Qt.Key.Key_Return)
    running.enter("staff_name", NAME)
    running.enter("password", PASSWORD)
    running.key(Qt.Key.Key_Return)
    assert running.title().startswith("Heute")
