"""Pictures of the main pages, where there is a screen and where there is none."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from zwk_barrier.casework.showpiece import Showpiece, showpiece
from zwk_barrier.desktop.app import assemble
from zwk_barrier.desktop.appearance import speak
from zwk_barrier.desktop.destinations import (
    Destination,
    ToAdministration,
    ToCase,
    ToCases,
    ToContact,
    ToTeam,
    ToToday,
    ToVisit,
    ToVisitReport,
)
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.program import Program
from zwk_barrier.desktop.style.theme import Choice
from zwk_barrier.desktop.visits.page import VisitPage
from zwk_barrier.problems import StorageFull
from zwk_barrier.store.files import disk_problems
from zwk_barrier.store.office import open_office
from zwk_barrier.wording import _, language

WIDTH, HEIGHT = 1280, 800
_ROUNDS: Final = 8
_LOOKS: Final = (("", Choice.LIGHT, 100), ("-dunkel", Choice.DARK, 100), ("-200", Choice.LIGHT, 200))


def save_pictures(folder: Path, out: Path, name: str, password: str) -> list[Path]:
    """Saves PNG files of the pages of an office, light, dark and with text of 200 %; gives their paths.

    Raises what opening the office raises, and StorageFull or OfficeProblem when ``out`` cannot be written.
    """
    application = _application()
    speak(application, language())
    with disk_problems(out):
        out.mkdir(parents=True, exist_ok=True)
    store = open_office(folder, name, password)
    with _program(application) as program:
        program.begin(folder, name, "")
        program.frame.resize(WIDTH, HEIGHT)
        saved = _in_all_looks(program, out / "anmelden")
        program.welcome(store, name)
        with store.reading() as session:
            piece = showpiece(session)
        for place, destination in _places(piece).items():
            _go(program, destination)
            if piece is not None and piece.room_id is not None:
                _enter_room(program, piece.room_id)
            saved += _in_all_looks(program, out / place)
    return saved


def _in_all_looks(program: Program, base: Path) -> list[Path]:
    saved = []
    for suffix, choice, scale in _LOOKS:
        program.appearance.choose(choice)
        program.appearance.set_scale(scale)
        saved.append(_saved(program, base.with_name(f"{base.name}{suffix}.png")))
    return saved


def _saved(program: Program, path: Path) -> Path:
    _settle(program)
    if not program.frame.grab().save(str(path)):
        raise StorageFull(
            _("Das Bild lässt sich nicht speichern: {file}").format(file=path),
            advice=_("Wählen Sie einen Ordner mit freiem Platz."),
        )
    return path


def _places(piece: Showpiece | None) -> dict[str, Destination]:
    """The main pages by the names of their pictures; what an empty office lacks is left out."""
    places: dict[str, Destination] = {"heute": ToToday(), "faelle": ToCases(), "team": ToTeam()}
    if piece is not None:
        places["fall"] = ToCase(piece.case_id)
        places["hausbesuch"] = ToVisit(piece.visit_id)
        places["bericht"] = ToVisitReport(piece.visit_id)
        places["kontakt"] = ToContact(piece.contact_id)
    return places | {"verwaltung": ToAdministration()}


def _go(program: Program, destination: Destination) -> None:
    program.appearance.choose(Choice.LIGHT)
    program.appearance.set_scale(100)
    _settle(program)
    if program.workplace is not None:
        program.workplace.go(destination)
    _settle(program)


def _enter_room(program: Program, room_id: UUID) -> None:
    for page in program.frame.findChildren(VisitPage):
        if page.isVisible():
            page.show_station(str(room_id))


def _settle(program: Program) -> None:
    """Until every answer is shown; showing one may ask for the next, and layouts come to rest in steps."""
    for _round in range(_ROUNDS):
        program.work.wait_idle()
        QApplication.processEvents()


@contextmanager
def _program(application: QApplication) -> Iterator[Program]:
    """The program with preferences of its own, closed again afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "pictures.ini"), QSettings.Format.IniFormat)
        program = assemble(application, Preferences(settings))
        try:
            yield program
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
