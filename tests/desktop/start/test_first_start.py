"""The first start: from nothing to an office, by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QWidget

from tests.desktop.running import SENTENCE, Running
from zwk_barrier.desktop.password_rows import SHORTEST, strength
from zwk_barrier.desktop.recovery_key import RecoveryKey
from zwk_barrier.store.keys import MIN_PASSWORD, KeyFile
from zwk_barrier.store.office import open_office


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "neu" / "Beratung"


def test_the_first_start_ends_in_an_office_on_disk(running: Running, folder: Path) -> None:
    running.make_office(folder)
    running.key(Qt.Key.Key_Space)  # the box has the keyboard
    running.one(QPushButton, "recovery_step").click()
    running.settle()
    assert running.title().startswith("Heute")
    assert (folder / "office.db").exists()
    assert running.preferences.office == str(folder)


def test_the_new_password_opens_the_office_again(running: Running, folder: Path) -> None:
    running.make_office(folder)
    running.end()
    open_office(folder, "Jörg Öztürk", SENTENCE).close()


def test_the_key_that_is_shown_is_the_key_that_fits(running: Running, folder: Path) -> None:
    key = running.make_office(folder)
    KeyFile.read(folder).unlock_by_recovery(key)


def test_nobody_goes_on_without_having_put_the_key_away(running: Running, folder: Path) -> None:
    running.make_office(folder)
    step = running.one(QPushButton, "recovery_step")
    assert not step.isEnabled()
    running.one(QCheckBox, "recovery_confirmed").click()
    assert step.isEnabled()


def test_the_key_can_be_copied_and_saved_as_a_pdf(running: Running, folder: Path, tmp_path: Path) -> None:
    key = running.make_office(folder)
    running.one(QPushButton, "recovery_key_copy").click()
    assert QApplication.clipboard().text() == key
    sheet = tmp_path / "Wiederherstellung.pdf"
    running.one(RecoveryKey, "recovery_key").save_to(sheet)
    running.settle()
    assert sheet.read_bytes().startswith(b"%PDF")


def test_the_key_is_printed_through_the_systems_dialog(
    running: Running, folder: Path, tmp_path: Path
) -> None:
    running.make_office(folder)
    running.one(QPushButton, "recovery_key_print").click()
    running.settle()
    (dialog,) = running.frame.findChildren(QPrintDialog)
    name = dialog.findChild(QLineEdit, "filename")
    if name is None:
        pytest.skip("this system's print dialog is not Qt's own")
    name.setText(str(tmp_path / "gedruckt.pdf"))
    dialog.accept()
    said = running.one(QWidget, "recovery_key_said")
    running.qtbot.waitUntil(lambda: said.property("text") == "Das Blatt ist beim Drucker.")
    assert (tmp_path / "gedruckt.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        ("zu kurz", "zu kurz", "Noch 3 Zeichen."),
        ("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "Zu einförmig"),
        (SENTENCE, "Möwen über der Elbe", "nicht gleich"),
    ],
)
def test_a_password_that_will_not_do_is_said_beside_it(
    running: Running, folder: Path, password: str, again: str, said: str
) -> None:
    running.begin()
    running.fill_in(folder, password, again)
    errors = [
        *running.shown(QWidget, "new_password_error_text"),
        *running.shown(QWidget, "repeated_password_error_text"),
    ]
    assert any(said in error.property("text") for error in errors)
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_costs_nothing_that_was_typed(
    running: Running, tmp_path: Path
) -> None:
    (tmp_path / "Datei").write_text("im Weg")
    running.begin()
    running.fill_in(tmp_path / "Datei" / "Beratung")
    assert "Datei" in running.one(QWidget, "new_office_problem_text").property("text")
    assert running.one(QWidget, "office_name").property("text") == "Wohnberatung Bremerhaven"


def test_the_form_demands_what_the_keys_demand() -> None:
    assert SHORTEST == MIN_PASSWORD


def test_a_whole_sentence_is_praised() -> None:
    assert strength(SENTENCE) == "Gut."
    assert strength("Weserdeich") == "Brauchbar. Ein ganzer Satz wäre noch sicherer."
