"""The window with somebody typing into it until the process is killed; see tests/store/kill.py."""

import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QApplication

from tests.desktop.typing import press, type_text
from tests.store.kill import found, say, will
from tests.store.offices import NAME, PASSWORD
from zwk_barrier.casework.case import contacts
from zwk_barrier.desktop.app import assemble
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.contacts.form import ContactForm
from zwk_barrier.desktop.destinations import ToContact
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.program import Program
from zwk_barrier.desktop.widgets.fields import PhoneField, TextField
from zwk_barrier.desktop.widgets.note_field import NoteField

_TEXTS: Final = (TextField, PhoneField, NoteField)


def main(folder: Path, seed: int) -> None:
    """Makes the window ready, waits to be told, logs in and types for ever."""
    program = logged_in(folder)
    binding = open_a_contact(program)
    type_for_ever(program, binding, random.Random(seed))  # noqa: S311 - what to type


def logged_in(folder: Path) -> Program:
    """The program, ready and told to go on, with the password entered."""
    application = QApplication(sys.argv[:1])
    settings = QSettings(str(folder.with_name("settings.ini")), QSettings.Format.IniFormat)
    program = assemble(application, Preferences(settings))
    program.begin(folder, NAME, PASSWORD)
    program.warm_up()
    work_off(lambda: not program.work.is_busy and application.focusWidget() is not None)
    say("ready")
    sys.stdin.readline()
    field = QApplication.focusWidget()
    assert field is not None
    press(field, Qt.Key.Key_Return)
    work_off(lambda: program.workplace is not None and not program.work.is_busy)
    return program


def open_a_contact(program: Program) -> Binding:
    """Goes to the first contact; makes one when there is none yet."""
    assert program.workplace is not None
    store = program.workplace.desk.store
    with store.reading() as session:
        known = contacts.contact_ids(session)
    contact_id = known[0] if known else contacts.begin_contact(store, note="Satz 0")[1]
    program.workplace.go(ToContact(contact_id))
    work_off(lambda: not program.work.is_busy)
    form = program.frame.findChild(ContactForm)
    assert form is not None
    return form.binding


def type_for_ever(program: Program, binding: Binding, dice: random.Random) -> None:
    """Types into one field after the other by keys; leaving a field keeps it."""
    texts = {
        field: columns[0] for field, columns in binding.fields() if isinstance(field, _TEXTS) and columns
    }
    shown = [field for field in texts if field.isVisible() and field.isEnabled()]
    binding.kept.connect(lambda: say("did"))
    assert program.workplace is not None
    assert binding.row_id is not None
    for column in texts.values():
        found(program.workplace.desk.store, binding.table, binding.row_id, column)
    say("typing")
    while True:
        field = dice.choice(shown)
        words = f"Satz {dice.randrange(10**6)}" + "ö" * dice.randrange(30)
        type_text(field, "", replace=True)
        for letter in words:
            type_text(field, letter)
            field.repaint()  # and no timer: half a sentence must not be kept before it is announced
        will(binding.table, binding.row_id, texts[field], words)
        press(field, Qt.Key.Key_Tab)
        work_off(lambda: not program.work.is_busy)


def work_off(question: Callable[[], bool]) -> None:
    """Runs the window until the answer is yes."""
    while not question():
        QCoreApplication.processEvents()
