"""The pictures in the handbook and beside the README, taken anew by one command from an office of invented people."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, Final, cast
from uuid import UUID

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

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
from zwk_barrier.desktop.photographer import photographer
from zwk_barrier.desktop.statistics.page import tabs_there
from zwk_barrier.problems import NotFound
from zwk_barrier.reference.handbook import HandbookPage, load_handbook
from zwk_barrier.store.files import disk_problems
from zwk_barrier.wording import _

_EXACT, _NEAR = 24, 40  # colours; with more the files grow and nobody sees a difference
_PNG: Final[Any] = "PNG"  # the stubs ask for bytes, PySide takes only str

_PLACES: Final[dict[str, Callable[[Showpiece, str], Destination | None]]] = {
    "ToToday": lambda _piece, _tab: ToToday(),
    "ToContacts": lambda _piece, _tab: ToContacts(),
    "ToContact": lambda piece, _tab: ToContact(piece.contact_id),
    "ToCases": lambda _piece, _tab: ToCases(),
    "ToNetwork": lambda _piece, tab: ToNetwork(cast("NetworkTab", tab)),
    "ToTeam": lambda _piece, _tab: ToTeam(),
    "ToCase": lambda piece, tab: ToCase(piece.case_id, cast("CaseTab", tab)),
    "ToVisit": lambda piece, _tab: ToVisit(piece.visit_id),
    "ToSketch": lambda piece, _tab: _to(ToSketch, piece.drawn_room_id),
    "ToPhoto": lambda piece, _tab: _to(ToPhoto, piece.photo_id),
    "ToApplication": lambda piece, _tab: _to(ToApplication, piece.application_id),
    "ToLetter": lambda piece, _tab: ToLetter(piece.case_id, "landlord_consent"),
    "ToVisitReport": lambda piece, _tab: ToVisitReport(piece.visit_id),
    "ToStatistics": lambda _piece, tab: _to_statistics(cast("StatisticsTab", tab)),
    "ToDataQuality": lambda _piece, _tab: ToDataQuality(),
    "ToAdministration": lambda _piece, tab: ToAdministration(tab),
}


def save_handbook_pictures(folder: Path, out: Path, name: str, password: str) -> list[Path]:
    """Saves one PNG with few colours for each page of the handbook that is about a place; gives their paths.

    Raises NotFound in an office where nobody was visited, and what opening and writing raise.
    """
    with disk_problems(out):
        out.mkdir(parents=True, exist_ok=True)
    with photographer(folder, name, password) as somebody:
        somebody.settle()
        somebody.tidy()
        saved = [_saved(somebody.picture(), out / "anmelden.png")]
        piece = somebody.enter(name)
        if piece is None:
            raise NotFound(_("In dieser Beratungsstelle gibt es noch keinen Hausbesuch zu zeigen."))
        for page in load_handbook().pages:
            destination = _destination(page, piece)
            if destination is not None:
                somebody.go(destination, room_id=piece.room_id)
                somebody.settle()
                somebody.tidy()
                saved.append(_saved(somebody.picture(), out / f"{page.code}.png"))
    return saved


def _destination(page: HandbookPage, piece: Showpiece) -> Destination | None:
    if not page.places:
        return None
    place, _colon, tab = page.places[0].partition(":")
    make = _PLACES.get(place)
    return None if make is None else make(piece, tab)


def _to(make: Callable[[UUID], Destination], record_id: UUID | None) -> Destination | None:
    return None if record_id is None else make(record_id)


def _to_statistics(tab: StatisticsTab) -> Destination | None:
    return ToStatistics(tab) if tab in dict(tabs_there()) else None


def _saved(picture: QImage, path: Path) -> Path:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, _PNG)
    with Image.open(BytesIO(bytes(buffer.data().data()))) as whole, disk_problems(path):
        _with_few_colours(whole.convert("RGB")).save(path, optimize=True)
    return path


def _with_few_colours(picture: Image.Image) -> Image.Image:
    """The grounds and inks of the window as they are, what is left of a photo as near as the other colours come."""
    counted = picture.getcolors(picture.width * picture.height) or []
    often = [colour for _count, colour in sorted(counted, reverse=True)[:_EXACT]]
    others = picture.quantize(_NEAR, method=Image.Quantize.MEDIANCUT).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in often for part in cast("tuple[int, int, int]", colour)] + others)
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)
