"""Pictures as they come from cameras, scanners and people with bad intentions; made on the spot."""

import io
import struct
import zlib

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

CAMERA = "Xenon Kamerawerke"
UPPER_LEFT = (220, 20, 20)


def jpeg(width: int = 400, height: int = 300, **saved: object) -> bytes:
    """A grey JPEG whose upper left corner is red."""
    picture = Image.new("RGB", (width, height), (120, 120, 120))
    picture.paste(UPPER_LEFT, (0, 0, width // 4, height // 4))
    return encoded(picture, "JPEG", **saved)


def jpeg_with_camera_data(orientation: int = 1) -> bytes:
    """A JPEG with camera, place and orientation in its EXIF block."""
    exif = Image.Exif()
    exif[Base.Make] = CAMERA
    exif[Base.Orientation] = orientation
    exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (53.0, 32.0, 24.0)})
    return jpeg(exif=exif)


def encoded(picture: Image.Image, kind: str, **saved: object) -> bytes:
    """A picture as a file of some kind."""
    out = io.BytesIO()
    picture.save(out, kind, **saved)
    return out.getvalue()


def png_that_says_it_is(width: int, height: int) -> bytes:
    """A tiny PNG whose header promises far more pixels than its data holds: a decompression bomb."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )
