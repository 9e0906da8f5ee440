"""The logo of the office: checked, made small, and kept with its settings."""

import base64
import binascii
import io
import warnings
from pathlib import Path
from typing import Final
from uuid import UUID

from zwk_barrier.model import Office
from zwk_barrier.problems import InputProblem
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.system_errors import said_by_system
from zwk_barrier.wording import _

_LARGEST: Final = 20_000_000  # bytes of the file somebody chooses
_MOST_KEPT: Final = 200_000  # characters of base64
_SIZES: Final = ((1600, 400), (1200, 300), (800, 200), (400, 100))  # for 70 × 16 mm; 1,600 px are 580 dpi


def keep_logo(store: OfficeStore, office_id: UUID, path: Path) -> Changed:
    """Keeps the picture of a PNG or JPEG file as the logo; raises InputProblem that says what is wrong with it."""
    logo = small_logo(path)
    with store.deed("office_kept") as deed:
        deed.keep(Office, office_id, logo=logo)
    return deed.changed


def remove_logo(store: OfficeStore, office_id: UUID) -> Changed:
    """The office has no logo any more."""
    with store.deed("office_kept") as deed:
        deed.keep(Office, office_id, logo=None)
    return deed.changed


def logo_of(office: Office) -> bytes | None:
    """The logo as PNG; None for none, or for one that is damaged."""
    if not office.logo:
        return None
    try:
        return base64.b64decode(office.logo, validate=True)
    except (binascii.Error, ValueError):
        return None


def small_logo(path: Path) -> str:
    """The picture as a PNG of at most 200 kB, base64, without what cameras or programs wrote beside it."""
    # Pillow takes long to load, which only those who choose a logo should pay.
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415

    content = _read(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
                upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except (
        *(UnidentifiedImageError, Image.DecompressionBombWarning, Image.DecompressionBombError),
        *(OSError, SyntaxError, ValueError),
    ) as error:
        raise InputProblem(
            "logo",
            _("„{name}“ ist kein Bild, das sich lesen lässt.").format(name=path.name),
            advice=_("Wählen Sie eine PNG- oder JPEG-Datei; eine SVG-Datei bitte vorher als PNG speichern."),
        ) from error
    for size in _SIZES:
        upright.thumbnail(size)
        out = io.BytesIO()
        upright.save(out, "PNG", optimize=True)
        text = base64.b64encode(out.getvalue()).decode("ascii")
        if len(text) <= _MOST_KEPT:
            return text
    raise InputProblem("logo", _("Das Bild ist für ein Logo zu groß."))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputProblem("logo", _("Das Bild ist für ein Logo zu groß."))
        return path.read_bytes()
    except OSError as error:
        raise InputProblem(
            "logo",
            _("„{name}“ lässt sich nicht lesen: {reason}").format(
                name=path.name, reason=said_by_system(error)
            ),
        ) from error
