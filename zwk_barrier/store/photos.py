"""Photos: re-encoded before storing, encrypted on disk, named by the id of their row.

Re-encoding is what removes EXIF and GPS: only pixels survive, turned upright, at most 1,600 px wide or high.
"""

import hashlib
import io
import re
import secrets
import struct
import warnings
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from PIL import Image, ImageOps, UnidentifiedImageError

from zwk_barrier.problems import PhotoProblem
from zwk_barrier.store.files import disk_problems, write_whole
from zwk_barrier.store.keys import derived_key
from zwk_barrier.wording import _

LONGEST_SIDE: Final = 1600
MOST_PIXELS: Final = 120_000_000
SUFFIX: Final = ".zwkphoto"
_FORMATS: Final = ("JPEG", "PNG", "TIFF", "WEBP", "BMP")
"""What cameras and scanners write; every further decoder would be one more way in for a hostile file."""

_NONCE: Final = 12
_NAME: Final = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A picture ready to store: its JPEG, its size in pixels, and the hash of the file it came from."""

    jpeg: bytes
    width: int
    height: int
    sha256: str


def take_in(content: bytes) -> TakenIn:
    """Re-encodes a picture file; raises PhotoProblem when it is none, broken, or beyond 120 megapixels.

    A JPEG is decoded at the scale it is needed at, so that 100 megapixels cost little; other formats
    have to be decoded whole.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return _re_encode(content)
    except Image.DecompressionBombError:
        raise _too_large() from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        raise PhotoProblem(
            _("Diese Datei ist kein Bild, das sich lesen lässt."),
            advice=_("Geeignet sind JPEG, PNG, TIFF, WebP und BMP."),
        ) from error


def _re_encode(content: bytes) -> TakenIn:
    with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise _too_large()
        # Small first, upright then: turning would copy all of the pixels.
        opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        picture = _on_white(ImageOps.exif_transpose(opened))
    picture.info.clear()  # Pillow would write a comment and XMP again
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85, optimize=True)
    return TakenIn(out.getvalue(), picture.width, picture.height, hashlib.sha256(content).hexdigest())


def _on_white(picture: Image.Image) -> Image.Image:
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.convert("RGBA").getchannel("A"))
    return ground


def _too_large() -> PhotoProblem:
    return PhotoProblem(
        _("Das Bild ist zu groß."), advice=_("Verkleinern Sie es auf höchstens 100 Megapixel.")
    )


class PhotoStore:
    """The encrypted pictures of one office: AES-256-GCM, the row's id bound in as associated data."""

    def __init__(self, folder: Path, data_key: bytes) -> None:
        self._folder = folder
        self._cipher = AESGCM(derived_key(data_key, "zwk photos 1"))

    def write(self, photo_id: UUID, jpeg: bytes) -> None:
        """Stores a picture durably; to be called before its row is committed."""
        with disk_problems(self._folder):
            self._folder.mkdir(exist_ok=True)
        nonce = secrets.token_bytes(_NONCE)
        write_whole(self.path(photo_id), nonce + self._cipher.encrypt(nonce, jpeg, photo_id.bytes))

    def read(self, photo_id: UUID) -> bytes:
        """The picture as JPEG; raises PhotoProblem when the file is missing or was tampered with."""
        try:
            sealed = self.path(photo_id).read_bytes()
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], photo_id.bytes)
        except FileNotFoundError:
            raise PhotoProblem(
                _("Die Bilddatei fehlt im Ordner der Fotos."),
                advice=_("In der letzten Sicherung liegt sie vielleicht noch."),
            ) from None
        except (InvalidTag, ValueError, OSError) as error:
            raise PhotoProblem(_("Die Bilddatei ist beschädigt.")) from error

    def forget(self, photo_id: UUID) -> None:
        """Takes back a picture whose row was not kept; what cannot be deleted stays, named by nobody."""
        with suppress(OSError):
            self.path(photo_id).unlink(missing_ok=True)

    def stored(self) -> set[UUID]:
        """The ids of all pictures that lie in the folder; other files in it are none of ours."""
        names = (path.stem for path in self._folder.glob(f"*{SUFFIX}"))
        return {UUID(name) for name in names if _NAME.fullmatch(name)}

    def is_sound(self, photo_id: UUID) -> bool:
        """Whether the picture is there and can be decrypted."""
        try:
            self.read(photo_id)
        except PhotoProblem:
            return False
        return True

    def path(self, photo_id: UUID) -> Path:
        """Where the picture lies, encrypted."""
        return self._folder / f"{photo_id.hex}{SUFFIX}"
