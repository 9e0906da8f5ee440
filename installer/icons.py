"""Draws the program's icon; run by the Python that has Qt: ``-m installer.icons DRAWING TARGET ...``.

A target ``…/48x48/…`` is drawn 48 pixels wide; an ``.ico`` and an ``.icns`` 256.
"""

import os
import re
import sys
from pathlib import Path


def main(drawing: str, targets: list[str]) -> None:
    """Draws ``drawing`` into each target."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415 - only the build's own Python has it
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    renderer = QSvgRenderer(drawing)
    for target in targets:
        found = re.search(r"/(\d+)x\1/", target.replace("\\", "/"))
        size = int(found[1]) if found else 256
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        if not image.save(target):
            sys.exit(f"could not draw {target}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
