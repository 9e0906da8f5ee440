"""Draws the program's icon; run by the Python that has Qt: ``-m installer.icons DRAWING TARGET ...``.

A target ``…/48x48/…`` is drawn 48 pixels wide; an ``.ico`` (Windows) and an ``.icns`` (macOS) hold every size there;
a ``.bmp`` is the panel beside the words of the setup for Windows.
"""

import os
import re
import struct
import sys
from collections.abc import Callable
from pathlib import Path

import dev
from installer.environment import BUILD, ROOT

DRAWING = ROOT / "resources" / "program" / "zwk-barriere.svg"
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
# Apple's name of each picture and its width.
ICNS_SIZES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024, b"ic12": 64}
PANEL = (328, 628)  # twice what the setup shows on a screen of usual density
GROUND = "#0b3d91"  # that of the drawing
Draw = Callable[[int], bytes]


def drawn(python: Path, suffix: str) -> Path:
    """Lets the Python that has Qt draw the program's icon into ``build/``; gives the file."""
    target = BUILD / f"zwk-barriere{suffix}"
    dev.order(str(python), "-m", "installer.icons", str(DRAWING), str(target))
    return target


def main(drawing: str, targets: list[str]) -> None:
    """Draws ``drawing`` into each target."""
    draw = drawer(drawing)
    for target in targets:
        path = Path(target)
        path.parent.mkdir(parents=True, exist_ok=True)
        found = re.search(r"/(\d+)x\1/", path.as_posix())
        if path.suffix == ".bmp":
            path.write_bytes(painted(drawing, *PANEL, "BMP"))
        elif path.suffix in PACKED:
            path.write_bytes(PACKED[path.suffix](draw))
        else:
            path.write_bytes(draw(int(found[1]) if found else 256))


def drawer(drawing: str) -> Draw:
    """Gives what draws ``drawing`` as a PNG of a width in pixels."""
    return lambda size: painted(drawing, size, size, "PNG")


def painted(drawing: str, width: int, height: int, kind: str) -> bytes:
    """A picture with ``drawing``; in a taller one it lies in the upper half, on the drawing's own ground."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt  # noqa: PLC0415 - only the build's own Python has it
    from PySide6.QtGui import QColor, QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    is_icon = width == height
    image = QImage(width, height, QImage.Format.Format_ARGB32 if is_icon else QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.transparent if is_icon else QColor(GROUND))
    painter = QPainter(image)
    place = (
        QRectF(0, 0, width, width) if is_icon else QRectF(width * 0.2, width * 0.3, width * 0.6, width * 0.6)
    )
    QSvgRenderer(drawing).render(painter, place)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, kind):  # type: ignore[call-overload] # Qt takes the name of the format as it is
        sys.exit(f"could not draw {drawing}")
    return bytes(buffer.data().data())


def ico(draw: Draw) -> bytes:
    """An icon file of Windows."""
    pictures = [draw(size) for size in ICO_SIZES]
    place = 6 + 16 * len(pictures)
    index = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        index += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return index + b"".join(pictures)


def icns(draw: Draw) -> bytes:
    """An icon file of macOS."""
    pictures = [(name, draw(size)) for name, size in ICNS_SIZES.items()]
    body = b"".join(name + struct.pack(">I", len(picture) + 8) + picture for name, picture in pictures)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


PACKED = {".ico": ico, ".icns": icns}


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
