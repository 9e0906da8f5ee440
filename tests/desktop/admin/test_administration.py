"""The administration: every setting is kept, every person gets in, every backup is proved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QLineEdit, QPushButton, QWidget

from tests.desktop.running import NAME, PASSWORD, Running
from zwk_barrier.casework import records
from zwk_barrier.casework.office.backups import last_backup
from zwk_barrier.casework.office.staff import add_staff, all_staff, office_settings
from zwk_barrier.desktop.appearance import speak
from zwk_barrier.desktop.destinations import ToAdministration
from zwk_barrier.desktop.recovery_key import RecoveryKey
from zwk_barrier.model import Staff
from zwk_barrier.problems import WrongPassword
from zwk_barrier.store.backup import restore_backup
from zwk_barrier.store.keys import KeyFile
from zwk_barrier.store.office import open_office

SENTENCE = "Ein Deich hält viel aus"


@pytest.fixture
def open_section(running: Running, office_folder: Path) -> "OpenSection":
    running.log_in(office_folder)
    return OpenSection(running)


@pytest.fixture
def german_again(qapp: QApplication) -> Iterator[None]:
    """Whatever a test spoke."""
    yield
    speak(qapp, "de")


class OpenSection:
    """Goes to one section of the administration."""

    def __init__(self, running: Running) -> None:
        self.running = running

    def __call__(self, section: str) -> Running:
        assert self.running.program.workplace is not None
        self.running.program.workplace.go(ToAdministration(section))
        self.running.settle()
        return self.running


def words(running: Running, name: str) -> str:
    return str(running.one(QWidget, name).property("text"))


def press(running: Running, name: str) -> None:
    button = running.one(QPushButton, name)
    button.setFocus()
    running.key(Qt.Key.Key_Space)


def choose(running: Running, name: str, code: str) -> None:
    """Chooses as a person does: the list is opened and the item is taken."""
    box = running.one(QComboBox, name)
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())
    running.settle()


def test_the_letterhead_is_kept_field_by_field(open_section: OpenSection, office_folder: Path) -> None:
    running = open_section("office")
    running.enter("office_street", "Musterkaje 12")
    running.enter("office_postcode", "27576")
    running.key(Qt.Key.Key_Tab)
    with open_office(office_folder, NAME, PASSWORD, alone=False) as store, store.reading() as session:
        office = office_settings(session)
        assert (office.street, office.postcode) == ("Musterkaje 12", "27576")


def test_the_name_of_the_office_is_shown_as_it_is_kept(open_section: OpenSection) -> None:
    running = open_section("office")
    assert running.one(QLineEdit, "office_name").text() == "Beratungsstelle Testhafen"


def test_a_further_person_can_log_in(open_section: OpenSection, office_folder: Path) -> None:
    running = open_section("people")
    running.enter("new_staff_name", "Karl Meinken")
    choose(running, "new_staff_role", "verwaltung")
    running.enter("new_password", SENTENCE)
    running.enter("repeated_password", SENTENCE)
    press(running, "people_add")
    running.end()
    with open_office(office_folder, "Karl Meinken", SENTENCE) as store, store.reading() as session:
        assert [(each.name, each.role) for each in all_staff(session)] == [
            ("Karl Meinken", "verwaltung"),
            (NAME, "leitung"),
        ]


def test_a_name_that_is_taken_is_said_beside_it(open_section: OpenSection) -> None:
    running = open_section("people")
    running.enter("new_staff_name", NAME.upper())
    running.enter("new_password", SENTENCE)
    running.enter("repeated_password", SENTENCE)
    press(running, "people_add")
    assert words(running, "new_staff_name_error_text") == "Mit diesem Namen meldet sich schon jemand an."


def test_a_role_is_changed_in_its_row(open_section: OpenSection, office_folder: Path) -> None:
    running = open_section("people")
    choose(running, "staff_role_0", "verwaltung")
    assert words(running, "status_who") == "Marie Albers, Verwaltung"
    with open_office(office_folder, NAME, PASSWORD, alone=False) as store, store.reading() as session:
        assert [each.role for each in all_staff(session)] == ["verwaltung"]


def test_tab_goes_through_the_people_before_the_form_for_the_next_one(open_section: OpenSection) -> None:
    running = open_section("people")
    running.one(QLineEdit, "staff_name_0").setFocus()
    running.key(Qt.Key.Key_Tab)
    assert running.focus() == "staff_role_0"
    running.key(Qt.Key.Key_Tab)
    assert running.focus() == "staff_job_title_0"
    running.key(Qt.Key.Key_Tab)
    assert running.focus() == "new_staff_name"


def test_the_last_who_may_let_others_in_keeps_that_role(open_section: OpenSection) -> None:
    running = open_section("people")
    choose(running, "staff_role_0", "beratung")
    assert "Mindestens eine Person" in words(running, "staff_role_0_error_text")
    assert words(running, "status_who") == "Marie Albers, Leitung"


def test_who_is_renamed_logs_in_by_the_new_name(open_section: OpenSection, office_folder: Path) -> None:
    running = open_section("people")
    running.enter("staff_name_0", "Marie Ehlers")
    running.key(Qt.Key.Key_Tab)
    assert words(running, "status_who") == "Marie Ehlers, Leitung"
    running.end()
    open_office(office_folder, "Marie Ehlers", PASSWORD).close()


def test_a_login_is_ended_after_a_question(open_section: OpenSection, office_folder: Path) -> None:
    running = open_section("people")
    running.enter("new_staff_name", "Karl Meinken")
    running.enter("new_password", SENTENCE)
    running.enter("repeated_password", SENTENCE)
    press(running, "people_add")
    press(running, "staff_end_1")
    press(running, "staff_end_yes")
    assert not running.shown(QWidget, "staff_name_1")
    assert "kann sich nicht mehr anmelden" in words(running, "notice_text")
    running.end()
    with pytest.raises(WrongPassword):
        open_office(office_folder, "Karl Meinken", SENTENCE)


def test_who_does_not_lead_reads_names_and_roles_only(open_section: OpenSection, office_folder: Path) -> None:
    with open_office(office_folder, NAME, PASSWORD, alone=False) as store:
        add_staff(store, "Karl Meinken", SENTENCE, "leitung")
        records.keep(store, Staff, store.staff_id, role="beratung")
    running = open_section("people")
    running.settle()
    assert not running.one(QLineEdit, "staff_name_0").isEnabled()
    assert not running.shown(QWidget, "people_add")
    assert words(running, "people_only_leading")


def test_the_own_password_changes_only_with_the_old_one(
    open_section: OpenSection, office_folder: Path
) -> None:
    running = open_section("safety")
    running.enter("old_password", "falsch geraten")
    running.enter("new_password", SENTENCE)
    running.enter("repeated_password", SENTENCE)
    press(running, "safety_change_password")
    assert words(running, "old_password_error_text") == "Das ist nicht Ihr bisheriges Passwort."
    running.enter("old_password", PASSWORD)
    press(running, "safety_change_password")
    assert running.one(QLineEdit, "new_password").text() == ""
    running.end()
    open_office(office_folder, NAME, SENTENCE).close()


def test_a_new_recovery_key_fits_and_the_old_one_no_longer(
    open_section: OpenSection, office_folder: Path
) -> None:
    running = open_section("safety")
    keys = []
    for _turn in range(2):
        running.enter("recovery_password", PASSWORD)
        press(running, "safety_renew_recovery")
        keys.append(running.one(RecoveryKey, "recovery_key").key)
    KeyFile.read(office_folder).unlock_by_recovery(keys[1])
    with pytest.raises(WrongPassword):
        KeyFile.read(office_folder).unlock_by_recovery(keys[0])


def test_no_new_recovery_key_without_the_password(open_section: OpenSection) -> None:
    running = open_section("safety")
    running.enter("recovery_password", "falsch geraten")
    press(running, "safety_renew_recovery")
    assert words(running, "recovery_password_error_text") == "Das Passwort stimmt nicht."
    assert running.shown(RecoveryKey, "recovery_key") == []


def test_a_backup_says_done_only_after_it_was_opened_and_checked(
    open_section: OpenSection, tmp_path: Path
) -> None:
    running = open_section("backup")
    assert words(running, "backup_last") == "Bisher wurde noch nicht gesichert."
    running.enter("backup_target", str(tmp_path / "Sicherung"))
    press(running, "backup_make")
    assert words(running, "backup_result").startswith("Gesichert, noch einmal geöffnet und geprüft: 0 Fotos")
    assert words(running, "backup_last").startswith("Zuletzt gesichert am ")
    restore_backup(tmp_path / "Sicherung.zwkbackup", tmp_path / "zurück")
    open_office(tmp_path / "zurück", NAME, PASSWORD).close()


def test_a_backup_that_failed_says_why_and_is_not_noted(
    open_section: OpenSection, office_folder: Path, tmp_path: Path
) -> None:
    running = open_section("backup")
    running.enter("backup_target", str(tmp_path / "nicht da" / "Sicherung.zwkbackup"))
    press(running, "backup_make")
    assert "nicht da" in words(running, "backup_result")
    assert last_backup(office_folder) is None
    assert running.one(QPushButton, "backup_make").isEnabled()


def test_a_sound_office_is_called_sound(open_section: OpenSection) -> None:
    running = open_section("backup")
    press(running, "backup_check")
    assert words(running, "check_result") == "Alles ist heil."


def test_palette_and_text_size_are_seen_at_once_and_remembered(open_section: OpenSection) -> None:
    running = open_section("look")
    choose(running, "look_theme", "dark")
    choose(running, "look_scale", "150")
    assert running.frame.palette().window().color().name() == "#12181e"
    assert (running.preferences.theme, running.preferences.scale) == ("dark", 150)


def qts_word() -> str:
    """What Qt's own button to cancel says."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    return box.buttons()[0].text()


@pytest.mark.usefixtures("german_again")
def test_another_language_writes_the_window_anew_at_the_same_place(open_section: OpenSection) -> None:
    running = open_section("look")
    before = running.program.workplace
    choose(running, "look_language", "en")
    assert running.program.workplace is not before
    assert running.preferences.language == "en"
    assert running.shown(QWidget, "admin_page")
    assert qts_word() == "Cancel"
    choose(running, "look_language", "de")
    assert qts_word() == "Abbrechen"
    assert running.title() == "Verwaltung"


def test_the_version_and_the_licences_are_told(open_section: OpenSection) -> None:
    running = open_section("about")
    assert words(running, "about_version").startswith("Version ")


def test_the_rules_of_the_house_are_kept(open_section: OpenSection, office_folder: Path) -> None:
    running = open_section("office")
    choose(running, "office_land", "MV")
    running.enter("office_silence_days", "45")
    running.key(Qt.Key.Key_Tab)
    running.one(QWidget, "office_wants_plan_approval").setFocus()
    running.key(Qt.Key.Key_Space)
    with open_office(office_folder, NAME, PASSWORD, alone=False) as store, store.reading() as session:
        office = office_settings(session)
        assert (office.land, office.silence_days, office.wants_plan_approval) == ("MV", 45, True)
