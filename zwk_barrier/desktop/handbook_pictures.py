"""The pictures in the handbook and beside the README, taken anew by one command from an office of invented people."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, Final, cast
from uuid import UUID

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice

from zwk_barrier.casework.showpiece import Showpiece
from zwk_barrier.desktop.destinations import (
    CaseTab,
    Destination,
    NetworkTab,
    StatisticsTab,
    ToAdministration,
    ToApplication,
    ToCase,
    ToCases,
    ToContact,
    ToContacts,
    ToDataQuality,
    ToLetter,
    ToNetwork,
    ToPhoto,
    ToSketch,
    ToStatistics,
    ToTeam,
    ToToday,
    ToVisit,
    ToVisitReport,
)
from zwk_barrier.desktop.photographer import Photographer, photographer
from zwk_barrier.desktop.style.theme import Choice
from zwk_barrier.desktop.visits.stations import FIT
from zwk_barrier.problems import NotFound
from zwk_barrier.reference.handbook import HandbookPage, load_handbook
from zwk_barrier.store.files import disk_problems
from zwk_barrier.wording import _

LARGEST: Final = 110_000
"""Bytes: forty pictures travel with the program."""

_EXACT: Final = 24  # colours of the window that are kept as they are
_NEAR: Final = 40  # further ones, for photos
_OF_PHOTO: Final = 96  # where a photo fills the window
_ROUNDS: Final = 3  # until the colours of a photo come near enough, and with them the grounds around it
_PNG: Final[Any] = "PNG"  # the stubs ask for bytes, PySide takes only str

_PLACES: Final[dict[str, Callable[[Showpiece, str], Destination | None]]] = {
    "ToToday": lambda _piece, _tab: ToToday(),
    "ToContacts": lambda _piece, _tab: ToContacts(),
    "ToContact": lambda piece, _tab: ToContact(piece.contact_id),
    "ToCases": lambda _piece, _tab: ToCases(),
    "ToNetwork": lambda _piece, tab: ToNetwork(cast("NetworkTab", tab)),
    "ToTeam": lambda _piece, _tab: ToTeam(),
    "ToCase": lambda piece, tab: ToCase(
        piece.outcome_case_id if tab == "outcome" else piece.case_id, cast("CaseTab", tab)
    ),
    "ToVisit": lambda piece, _tab: ToVisit(piece.visit_id),
    "ToSketch": lambda piece, _tab: _to(ToSketch, piece.drawn_room_id),
    "ToPhoto": lambda piece, _tab: _to(ToPhoto, piece.photo_id),
    "ToApplication": lambda piece, _tab: _to(ToApplication, piece.application_id),
    "ToLetter": lambda piece, _tab: ToLetter(piece.case_id, "landlord_consent"),
    "ToVisitReport": lambda piece, _tab: ToVisitReport(piece.visit_id),
    "ToStatistics": lambda _piece, tab: ToStatistics(cast("StatisticsTab", tab)),
    "ToDataQuality": lambda _piece, _tab: ToDataQuality(),
    "ToAdministration": lambda _piece, tab: ToAdministration(tab),
}

_CHOSEN: Final = {"statistik_frage": (("question_unit", "visits"), ("question_rows", "area/district"))}
"""What is chosen on a page before its picture is taken: the question its text asks."""


def save_handbook_pictures(folder: Path, out: Path, name: str, password: str) -> list[Path]:
    """Saves one PNG with few colours for each page of the handbook that is about a place; gives their paths.

    Raises NotFound in an office where nobody was visited, and what opening and writing raise.
    """
    with disk_problems(out):
        out.mkdir(parents=True, exist_ok=True)
    with photographer(folder, name, password) as somebody:
        saved = [_taken(somebody, out / "anmelden.png")]
        piece = somebody.enter(name)
        if piece is None:
            raise NotFound(_("In dieser Beratungsstelle gibt es noch keinen Hausbesuch zu zeigen."))
        for page in load_handbook().pages:
            destination = _destination(page, piece)
            if destination is not None:
                somebody.go(destination, station=str(piece.room_id or ""))
                for field, value in _CHOSEN.get(page.code, ()):
                    somebody.choose(field, value)
                saved.append(_taken(somebody, out / f"{page.code}.png"))
        somebody.go(ToVisit(piece.visit_id), station=FIT)
        saved.append(_taken(somebody, out / "passung.png"))
        somebody.go(ToCase(piece.case_id))
        somebody.look(Choice.DARK, 100)
        saved.append(_taken(somebody, out / "fall_dunkel.png"))
    return saved


def _destination(page: HandbookPage, piece: Showpiece) -> Destination | None:
    if not page.places:
        return None
    place, _colon, tab = page.places[0].partition(":")
    make = _PLACES.get(place)
    return None if make is None else make(piece, tab)


def _to(make: Callable[[UUID], Destination], record_id: UUID | None) -> Destination | None:
    return None if record_id is None else make(record_id)


def _taken(somebody: Photographer, path: Path) -> Path:
    """The window as it is seen, in a file of at most ``LARGEST`` bytes."""
    somebody.settle()
    somebody.tidy()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    somebody.picture().save(buffer, _PNG)
    with Image.open(BytesIO(bytes(buffer.data().data()))) as whole, disk_problems(path):
        plain = whole.convert("RGB")
        _with_few_colours(plain).save(path, optimize=True)
        if path.stat().st_size > LARGEST:
            _with_colours_of_photo(plain).save(path, optimize=True)
    return path


def _with_few_colours(picture: Image.Image) -> Image.Image:
    """The grounds and inks of the window as they are, what is left of a photo as near as the other colours come."""
    counted = picture.getcolors(picture.width * picture.height) or []
    often = [colour for _count, colour in sorted(counted, reverse=True)[:_EXACT]]
    others = picture.quantize(_NEAR, method=Image.Quantize.MEDIANCUT).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in often for part in cast("tuple[int, int, int]", colour)] + others)
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def _with_colours_of_photo(picture: Image.Image) -> Image.Image:
    return picture.quantize(
        _OF_PHOTO, method=Image.Quantize.MAXCOVERAGE, kmeans=_ROUNDS, dither=Image.Dither.NONE
    )
