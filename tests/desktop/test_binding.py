"""A field keeps in the record it was typed for, shows why it cannot, and never loses what is being typed."""

from collections.abc import Mapping
from threading import Event
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from tests.desktop.typing import press, type_text
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases, contacts
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.model import Contact, Person
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore


class PersonForm(FormRows):
    """Two names and a birth, tied to a person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("person_form")
        self.binding = Binding(desk, Person, owner=self)
        rows = RecordRows(self, self.binding)
        self.given = rows.text("given_name")
        self.family = rows.text("family_name")
        self.birth = rows.birth("Geboren", "born_on", "birth_year")


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> PersonForm:
    form = PersonForm(desk)
    qtbot.addWidget(form)
    form.show()
    return form


def new_person(office: OfficeStore, family_name: str) -> UUID:
    _changed, case_id = cases.open_case(office, family_name=family_name)
    with office.reading() as session:
        return cases.load_case(session, case_id).person.id


def person(office: OfficeStore, person_id: UUID) -> Person:
    with office.reading() as session:
        return records.get(session, Person, person_id)


def test_a_field_that_is_left_is_kept(form: PersonForm, desk: Desk, office: OfficeStore) -> None:
    person_id = new_person(office, "Petrova")
    form.binding.show(person(office, person_id))

    type_text(form.given, "Olga")
    press(form.given, Qt.Key.Key_Tab)
    desk.work.wait_idle()

    assert person(office, person_id).full_name == "Olga Petrova"


def test_what_is_typed_belongs_to_the_record_that_was_shown(
    form: PersonForm, desk: Desk, office: OfficeStore
) -> None:
    first, second = new_person(office, "Petrova"), new_person(office, "Cordes")
    form.binding.show(person(office, first))
    type_text(form.given, "Olga")

    form.binding.show(person(office, second))
    desk.work.wait_idle()

    assert person(office, first).given_name == "Olga"
    assert person(office, second).given_name is None
    assert form.given.text() == ""


def test_another_change_of_the_record_leaves_the_typing_alone(form: PersonForm, office: OfficeStore) -> None:
    person_id = new_person(office, "Petrova")
    form.binding.show(person(office, person_id))
    type_text(form.given, "Olg")
    form.given.setCursorPosition(1)

    records.keep(office, Person, person_id, family_name="Petrowa", given_name="Anders")
    form.binding.show(person(office, person_id))

    assert (form.given.text(), form.given.cursorPosition()) == ("Olg", 1)
    assert form.family.text() == "Petrowa"


def test_a_birth_in_1853_keeps_its_text_beside_the_sentence(
    form: PersonForm, desk: Desk, office: OfficeStore
) -> None:
    person_id = new_person(office, "Petrova")
    form.binding.show(person(office, person_id))

    type_text(form.birth, "3.5.1853")
    press(form.birth, Qt.Key.Key_Tab)
    desk.work.wait_idle()
    form.binding.show(person(office, person_id))

    assert form.birth.text() == "3.5.1853"
    assert "1853" in form.birth.accessibleDescription()
    assert person(office, person_id).born_on is None


def test_a_year_alone_is_a_birth_too(form: PersonForm, desk: Desk, office: OfficeStore) -> None:
    person_id = new_person(office, "Petrova")
    form.binding.show(person(office, person_id))

    type_text(form.birth, "1945")
    press(form.birth, Qt.Key.Key_Tab)
    desk.work.wait_idle()

    assert (person(office, person_id).birth_year, person(office, person_id).born_on) == (1945, None)


def test_what_the_store_refuses_stays_until_it_is_mended(
    form: PersonForm, desk: Desk, office: OfficeStore
) -> None:
    person_id = new_person(office, "Petrova")
    form.binding.show(person(office, person_id))
    type_text(form.given, "x" * 500)
    form.given.setMaxLength(30_000)
    form.given.setText("y" * 20_001)
    type_text(form.given, "z")
    press(form.given, Qt.Key.Key_Tab)
    desk.work.wait_idle()
    assert form.binding.has_unkept
    assert "zu lang" in form.given.accessibleDescription()

    type_text(form.given, "Olga", replace=True)
    press(form.given, Qt.Key.Key_Tab)
    desk.work.wait_idle()

    assert not form.binding.has_unkept
    assert "zu lang" not in form.given.accessibleDescription()
    assert person(office, person_id).given_name == "Olga"


def test_what_was_refused_does_not_come_back_over_what_put_it_right(
    form: PersonForm, desk: Desk, office: OfficeStore
) -> None:
    person_id = new_person(office, "Petrova")
    form.binding.show(person(office, person_id))
    desk.changed.connect(
        lambda _changed: form.binding.try_again()
    )  # as pages do whose fields depend on others
    form.given.setMaxLength(30_000)
    form.given.setText("y" * 20_001)
    type_text(form.given, "z")
    press(form.given, Qt.Key.Key_Tab)
    desk.work.wait_idle()

    type_text(form.given, "Olga", replace=True)
    press(form.given, Qt.Key.Key_Tab)
    desk.work.wait_idle()
    records.keep(office, Person, person_id, family_name="Petrowa")
    desk.work.wait_idle()

    assert not form.binding.has_unkept
    assert "zu lang" not in form.given.accessibleDescription()
    assert person(office, person_id).given_name == "Olga"


def test_a_note_kept_in_a_pause_keeps_cursor_and_blank(qtbot: QtBot, desk: Desk, office: OfficeStore) -> None:
    _changed, contact_id = contacts.begin_contact(office, note="Badewanne")
    note = NoteField("note", delay=0.05)
    qtbot.addWidget(note)
    note.show()
    binding = Binding(desk, Contact, owner=note)
    binding.tie("note", note)

    def show_kept() -> str | None:
        with office.reading() as session:
            kept, _step = contacts.load_contact(session, contact_id)
        binding.show(kept)
        return kept.note

    show_kept()
    note.moveCursor(QTextCursor.MoveOperation.End)
    type_text(note, " zu ")
    qtbot.waitUntil(lambda: not desk.work.is_busy and show_kept() == "Badewanne zu")
    type_text(note, "hoch")

    assert note.toPlainText() == "Badewanne zu hoch"


def test_text_entered_by_assistive_technology_is_not_overwritten(
    form: PersonForm, office: OfficeStore
) -> None:
    person_id = new_person(office, "Petrova")
    form.binding.show(person(office, person_id))
    form.family.setFocus()
    form.given.setText("Olga")
    form.given.textEdited.emit("Olga")

    form.binding.show(person(office, person_id))

    assert form.given.text() == "Olga"


def test_the_first_kept_value_makes_one_record_however_fast_fields_are_left(
    qtbot: QtBot, desk: Desk, office: OfficeStore
) -> None:
    owner = QObject()

    def create(store: OfficeStore, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
        return contacts.begin_contact(store, **values)

    binding = Binding(desk, Contact, owner=owner, create=create)
    fields = [TextField(name) for name in ("note", "caller_given_name", "caller_family_name")]
    for field in fields:
        qtbot.addWidget(field)
        binding.tie(field.objectName(), field)
    for field in fields:
        field.kept.emit(f"Wert {field.objectName()}")
    desk.work.wait_idle()

    with office.reading() as session:
        [contact_id] = contacts.contact_ids(session)
        kept, _step = contacts.load_contact(session, contact_id)
    assert kept.caller_name == "Wert caller_given_name Wert caller_family_name"
    assert binding.row_id == contact_id


def test_a_reading_from_before_a_value_was_kept_does_not_take_it_off_the_screen(
    form: PersonForm, desk: Desk, office: OfficeStore
) -> None:
    person_id = new_person(office, "Petrova")
    before = person(office, person_id)
    form.binding.show(before)
    is_free = Event()
    desk.work.do(is_free.wait, 10)  # the writing thread is busy
    type_text(form.given, "Olga")
    press(form.given, Qt.Key.Key_Tab)

    form.binding.show(before)
    assert form.given.text() == "Olga"

    is_free.set()
    desk.work.wait_idle()
    form.binding.show(person(office, person_id))
    assert form.given.value() == "Olga"


def test_an_earlier_value_goes_back_by_the_same_way_as_one_that_is_typed(
    qtbot: QtBot, desk: Desk, office: OfficeStore
) -> None:
    kept: list[Mapping[str, Any]] = []

    def keep(store: OfficeStore, row_id: UUID, values: Mapping[str, Any]) -> Changed:
        kept.append(values)
        return records.keep(store, Person, row_id, **values)

    owner = QObject()
    binding = Binding(desk, Person, owner=owner, keep=keep)
    person_id = new_person(office, "Petrova")
    binding.put_back(person_id, {"family_name": "Petrowa"})
    qtbot.waitUntil(lambda: not desk.work.is_busy)

    assert kept == [{"family_name": "Petrowa"}]
    assert person(office, person_id).family_name == "Petrowa"
