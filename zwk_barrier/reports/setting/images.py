"""Pictures as a document embeds them: JPEG without camera data, upright, no larger than paper can show."""

import io
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Literal

from PIL import Image, ImageOps, UnidentifiedImageError

from zwk_barrier.reports.setting.pdf_objects import padded

DOTS_PER_INCH: Final = 220
_MOST_PIXELS: Final = 60_000_000
_QUALITY: Final = 85
_ORIENTATION: Final = 0x0112
_LYING: Final = range(5, 9)  # the orientations whose width becomes the height
_CLOSE: Final = 1.3  # so much larger than wanted is not worth another loss


class UnreadablePicture(Exception):
    """These bytes are no picture that can be embedded."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Picture data ready to embed: compressed as the PDF filter says, size in pixels, grey or in colour."""

    content: bytes
    width: int
    height: int
    grey: bool = False
    compression: Literal["DCTDecode", "FlateDecode"] = "DCTDecode"

    @property
    def ratio(self) -> float:
        """Width by height."""
        return self.width / self.height


def photo(content: bytes, width: float) -> Picture:
    """A photo for a place ``width`` points wide; raises UnreadablePicture when broken or beyond 60 megapixels."""
    with _readable():
        return _photo(content, round(width / 72 * DOTS_PER_INCH))


def drawing(content: bytes, height: float) -> Picture:
    """A logo for a place ``height`` points high, kept sharp; raises UnreadablePicture as photo does."""
    with _readable(), Image.open(io.BytesIO(content)) as opened:
        _check_size(opened)
        flat = _on_white(ImageOps.exif_transpose(opened))
        pixels = round(height / 72 * 2 * DOTS_PER_INCH)
        flat.thumbnail((8 * pixels, pixels), Image.Resampling.LANCZOS)
        return Picture(
            zlib.compress(padded(flat.tobytes(), b"\xff")), flat.width, flat.height, compression="FlateDecode"
        )


@contextmanager
def _readable() -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            yield
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise UnreadablePicture(str(error)) from error


def _check_size(opened: Image.Image) -> None:
    if opened.width * opened.height > _MOST_PIXELS:
        raise UnreadablePicture(f"{opened.width} × {opened.height} pixels")


def _photo(content: bytes, pixels: int) -> Picture:
    with Image.open(io.BytesIO(content)) as opened:
        _check_size(opened)
        orientation = opened.getexif().get(_ORIENTATION, 1)
        width = opened.height if orientation in _LYING else opened.width
        if (
            opened.format == "JPEG"
            and opened.mode in {"RGB", "L"}
            and orientation == 1
            and width <= pixels * _CLOSE
        ):
            opened.load()  # a truncated file would embed, and show as a grey block
            return Picture(without_metadata(content), opened.width, opened.height, opened.mode == "L")
        scale = min(1.0, pixels / width)
        wanted = (max(1, round(opened.width * scale)), max(1, round(opened.height * scale)))
        opened.draft("RGB", wanted)  # a JPEG is decoded at half or a quarter of its size at little cost
        if opened.width > wanted[0] * _CLOSE:
            opened.thumbnail(wanted, Image.Resampling.BICUBIC, reducing_gap=2.0)
        turned = _on_white(ImageOps.exif_transpose(opened) if orientation != 1 else opened)
        out = io.BytesIO()
        turned.save(out, "JPEG", quality=_QUALITY)
    # Pillow carries a comment over unasked.
    return Picture(without_metadata(out.getvalue()), turned.width, turned.height)


def _on_white(image: Image.Image) -> Image.Image:
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image if image.mode == "RGB" else image.convert("RGB")
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.convert("RGBA").getchannel("A"))
    return ground


def without_metadata(jpeg: bytes) -> bytes:
    """The same JPEG, pixel for pixel, without comments and application segments such as EXIF, XMP and thumbnails."""
    kept, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:
        kind = jpeg[at + 1]
        if kind == 0xDA:
            break
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4])
        # APP0 is JFIF, APP14 tells how the colours are coded; both stay.
        if kind in {0xE0, 0xEE} or not (0xE0 <= kind <= 0xEF or kind == 0xFE):
            kept.append(jpeg[at:end])
        at = end
    return closed(b"".join([*kept, jpeg[at:]]))


def closed(jpeg: bytes) -> bytes:
    """The JPEG without whatever a camera left behind its end mark."""
    end = jpeg.rfind(b"\xff\xd9")
    return jpeg[: end + 2] if end > 0 else jpeg + b"\xff\xd9"
