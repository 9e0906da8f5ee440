"""One contact recorded through the real window, by keys: what shows on a new machine that the window works."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from zwk_barrier.desktop.app import assemble
from zwk_barrier.desktop.appearance import speak
from zwk_barrier.desktop.contacts.form import ContactForm
from zwk_barrier.desktop.destinations import ToContact
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.program import Program
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.problems import OfficeProblem
from zwk_barrier.wording import _, language

W = TypeVar("W", bound=QWidget)

_PATIENCE: Final = 60.0  # seconds; a slow machine is no broken one


def record_a_contact(folder: Path, name: str, password: str, note: str) -> None:
    """Opens the window on an office, logs in, types ``note`` into a new contact and closes the window.

    Raises OfficeProblem when the window does not get so far.  Without a screen it is drawn nowhere.
    """
    application = _application()
    speak(application, language())
    with tempfile.TemporaryDirectory() as own:
        settings = QSettings(str(Path(own) / "trial.ini"), QSettings.Format.IniFormat)
        program = assemble(application, Preferences(settings))
        program.begin(folder, name, password)
        _press_return(_field(program, QLineEdit, "password"))
        _wait(lambda: program.workplace is not None and not program.work.is_busy)
        _type_a_note(program, note)
        program.close()
        _wait(lambda: not program.frame.isVisible() and not program.work.is_busy)
        program.work.close()


def _type_a_note(program: Program, note: str) -> None:
    if program.workplace is not None:
        program.workplace.go(ToContact())
    _wait(lambda: not program.work.is_busy and program.frame.findChild(ContactForm) is not None)
    form = _field(program, ContactForm, "contact_form")
    field = next(field for field in form.findChildren(NoteField) if field.isVisible())
    for letter in note:
        _send(field, 0, letter)


def _field(program: Program, kind: type[W], name: str) -> W:
    found = program.frame.findChild(kind, name)
    if found is None:
        raise OfficeProblem(_("Im Fenster fehlt ein Feld: {name}").format(name=name))
    return found


def _press_return(field: QWidget) -> None:
    _send(field, Qt.Key.Key_Return.value, "\r")


def _send(field: QWidget, key: int, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


def _wait(is_so: Callable[[], bool]) -> None:
    """Lets the window work until ``is_so``; twice, because an answer may ask for the next."""
    for _round in range(2):
        end = time.monotonic() + _PATIENCE
        QApplication.processEvents()
        while not is_so():
            if time.monotonic() > end:
                raise OfficeProblem(_("Das Fenster antwortet nicht."))
            QApplication.processEvents()
            time.sleep(0.005)


def _application() -> QApplication:
    application = QApplication.instance()
    if isinstance(application, QApplication):
        return application
    has_screen = any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    if sys.platform.startswith("linux") and not has_screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication(sys.argv[:1])
