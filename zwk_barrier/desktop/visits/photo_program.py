"""The system's own camera program, and where it puts its pictures."""

import shutil
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QProcess, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

_PROGRAMS: Final = ("snapshot", "gnome-snapshot", "cheese", "kamoso", "guvcview", "webcamoid")
_FOLDERS: Final = (
    "Camera Roll",
    "Eigene Aufnahmen",
    "Camera",
    "Webcam",
    "Photo Booth-Mediathek/Pictures",
    "Photo Booth Library/Pictures",
)


def open_camera() -> bool:
    """Opens the camera program; False when none is known here."""
    if sys.platform == "win32":
        return QDesktopServices.openUrl(QUrl("microsoft.windows.camera:"))
    if sys.platform == "darwin":
        return _start("open", "-a", "Photo Booth")
    return any(_start(found) for name in _PROGRAMS if (found := shutil.which(name)))


def usual_folder(pictures: Path | None = None) -> Path | None:
    """Where camera programs put their pictures, when one of the usual folders is there."""
    base = pictures or Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
    return next((base / name for name in _FOLDERS if (base / name).is_dir()), None)


def _start(program: str, *arguments: str) -> bool:
    process = QProcess()
    process.setProgram(program)
    process.setArguments(list(arguments))
    return bool(process.startDetached())
