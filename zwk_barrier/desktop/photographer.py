"""The whole program on one office, driven to its pages to take pictures of them, with a screen or without."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit

from zwk_barrier.casework.showpiece import Showpiece, showpiece
from zwk_barrier.desktop.app import assemble
from zwk_barrier.desktop.appearance import speak
from zwk_barrier.desktop.destinations import Destination
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.program import Program
from zwk_barrier.desktop.shell.banner import Banner
from zwk_barrier.desktop.style.theme import Choice
from zwk_barrier.desktop.visits.page import VisitPage
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.problems import StorageFull
from zwk_barrier.store.office import OfficeStore, open_office
from zwk_barrier.wording import _, language

WIDTH, HEIGHT = 1280, 800
_ROUNDS: Final = 8


class Photographer:
    """Somebody before the way in of an office; :meth:`enter` lets them in."""

    def __init__(self, program: Program, store: OfficeStore) -> None:
        self._program = program
        self._store = store

    def enter(self, name: str) -> Showpiece | None:
        """Goes in under ``name`` and gives the records that show most; None in an office nobody was visited by."""
        self._program.welcome(self._store, name)
        self.settle()
        with self._store.reading() as session:
            return showpiece(session)

    def go(self, destination: Destination, *, station: str = "") -> None:
        """Shows a place, light and at 100 %; in a visit perhaps a room, by its id, or another of its stations."""
        self.look(Choice.LIGHT, 100)
        self.settle()
        if self._program.workplace is not None:
            self._program.workplace.go(destination)
        self.settle()
        for page in self._program.frame.findChildren(VisitPage):
            if page.isVisible() and station:
                page.show_station(station)

    def choose(self, name: str, value: str) -> None:
        """Chooses in a field of the page in view, as a person would."""
        for field in self._program.frame.findChildren(ChoiceField, name):
            field.set_value(value)
            field.kept.emit(value)
        self.settle()

    def look(self, choice: Choice, scale: int) -> None:
        """Changes the palette and the size of text, in per cent."""
        self._program.appearance.choose(choice)
        self._program.appearance.set_scale(scale)

    def picture(self) -> QImage:
        """The window as it is seen now."""
        self.settle()
        return self._program.frame.grab().toImage()

    def tidy(self) -> None:
        """Takes away what is about this very moment and machine: the reminder, and the folders in fields."""
        for banner in self._program.frame.findChildren(Banner):
            banner.hide()
        for field in self._program.frame.findChildren(QLineEdit):
            if field.isVisible() and Path(field.text()).is_absolute():
                field.setText(str(Path("/daten", Path(field.text()).name)))

    def settle(self) -> None:
        """Until every answer is shown; showing one may ask for the next, and layouts come to rest in steps."""
        for _round in range(_ROUNDS):
            self._program.work.wait_idle()
            QApplication.processEvents()


def save_picture(picture: QImage, path: Path) -> Path:
    """Writes a PNG file and gives its path; raises StorageFull when that fails."""
    if not picture.save(str(path)):
        raise StorageFull(
            _("Das Bild lässt sich nicht speichern: {file}").format(file=path),
            advice=_("Wählen Sie einen Ordner mit freiem Platz."),
        )
    return path


@contextmanager
def photographer(folder: Path, name: str, password: str) -> Iterator[Photographer]:
    """Opens the program on an office, its preferences thrown away afterwards; raises what opening raises."""
    application = _application()
    speak(application, language())
    store = open_office(folder, name, password)
    with tempfile.TemporaryDirectory() as own:
        settings = QSettings(str(Path(own) / "pictures.ini"), QSettings.Format.IniFormat)
        program = assemble(application, Preferences(settings))
        try:
            program.begin(folder, name, "")
            program.frame.resize(WIDTH, HEIGHT)
            yield Photographer(program, store)
        finally:
            program.close()
            program.work.wait_idle()
            program.work.close()


def _application() -> QApplication:
    application = QApplication.instance()
    if isinstance(application, QApplication):
        return application
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # pictures need no screen, and must not flicker over one
    return QApplication(sys.argv[:1])
