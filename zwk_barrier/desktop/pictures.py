"""Pictures of the main pages, where there is a screen and where there is none."""

from pathlib import Path
from typing import Final

from zwk_barrier.casework.showpiece import Showpiece
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
from zwk_barrier.desktop.photographer import Photographer, photographer, save_picture
from zwk_barrier.desktop.style.theme import Choice
from zwk_barrier.store.files import disk_problems

_LOOKS: Final = (("", Choice.LIGHT, 100), ("-dunkel", Choice.DARK, 100), ("-200", Choice.LIGHT, 200))


def save_pictures(folder: Path, out: Path, name: str, password: str) -> list[Path]:
    """Saves PNG files of the pages of an office, light, dark and with text of 200 %; gives their paths.

    Raises what opening the office raises, and StorageFull or OfficeProblem when ``out`` cannot be written.
    """
    with disk_problems(out):
        out.mkdir(parents=True, exist_ok=True)
    with photographer(folder, name, password) as somebody:
        saved = _in_all_looks(somebody, out / "anmelden")
        piece = somebody.enter(name)
        room = str(piece.room_id) if piece is not None and piece.room_id is not None else ""
        for place, destination in _places(piece).items():
            somebody.go(destination, station=room)
            saved += _in_all_looks(somebody, out / place)
    return saved


def _in_all_looks(somebody: Photographer, base: Path) -> list[Path]:
    saved = []
    for suffix, choice, scale in _LOOKS:
        somebody.look(choice, scale)
        saved.append(save_picture(somebody.picture(), base.with_name(f"{base.name}{suffix}.png")))
    return saved


def _places(piece: Showpiece | None) -> dict[str, Destination]:
    """The main pages by the names of their pictures; what an empty office lacks is left out."""
    places: dict[str, Destination] = {"heute": ToToday(), "faelle": ToCases(), "team": ToTeam()}
    if piece is not None:
        places["fall"] = ToCase(piece.case_id)
        places["hausbesuch"] = ToVisit(piece.visit_id)
        places["bericht"] = ToVisitReport(piece.visit_id)
        places["kontakt"] = ToContact(piece.contact_id)
    return places | {"verwaltung": ToAdministration()}
