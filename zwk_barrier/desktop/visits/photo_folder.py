"""A folder a camera writes to: which pictures came since one began to look, each once it is whole."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

PICTURES: Final = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp")
_EVERY: Final = 700  # ms: a folder on a network or a stick tells nobody when it changes
_SURE: Final = 4  # looks after which a file without the end of a JPEG counts as whole, too
_END_OF_JPEG: Final = b"\xff\xd9"

_Stamp = tuple[int, int]


class PictureFolder(QObject):
    """Looks at once when the system says that something changed, and again and again besides."""

    arrived = Signal(object)
    """A list of paths: pictures that were not there at the beginning and are written to the end."""

    def __init__(self, parent: QObject | None = None, *, every: int = _EVERY) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self._known: dict[Path, _Stamp] = {}
        self._came: set[Path] = set()
        self._growing: dict[Path, tuple[_Stamp, int]] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._timer = QTimer(self, interval=every)
        self._timer.timeout.connect(self._look)

    @property
    def is_growing(self) -> bool:
        """Whether a picture is there that is not whole yet."""
        return bool(self._growing)

    def watch(self, folder: Path) -> None:
        """Begins: what lies there already is left alone."""
        self.stop()
        self.folder = folder
        self._known, self._came = _pictures_in(folder), set()
        self._watcher.addPath(str(folder))
        self._timer.start()

    def stop(self) -> None:
        """Looks no more."""
        self._timer.stop()
        if self.folder is not None:
            self._watcher.removePath(str(self.folder))
        self.folder = None
        self._growing.clear()

    def _look(self) -> None:
        if self.folder is None:
            return
        there = _pictures_in(self.folder)
        self._came &= there.keys()  # a camera may use a name again once the file was deleted
        new = {
            path: stamp
            for path, stamp in there.items()
            if self._known.get(path) != stamp and path not in self._came
        }
        whole = [path for path, stamp in new.items() if self._is_whole(path, stamp)]
        self._growing = {path: seen for path, seen in self._growing.items() if path in there}
        for path in whole:
            self._came.add(path)  # what a cloud folder does to it later is no new picture
            del self._growing[path]
        if whole:
            self.arrived.emit(sorted(whole, key=lambda path: there[path]))

    def _is_whole(self, path: Path, stamp: _Stamp) -> bool:
        """Whether nothing was added since the last look; without its proper end a file is given more time."""
        before, looks = self._growing.get(path, (None, 0))
        looks = looks + 1 if before == stamp else 0
        self._growing[path] = (stamp, looks)
        if not looks or not stamp[1]:
            return False
        return looks >= _SURE or _ends_well(path)


def _pictures_in(folder: Path) -> dict[Path, _Stamp]:
    """When each picture was changed last (ns), and how long it is (bytes); empty for a folder that is gone."""
    found: dict[Path, _Stamp] = {}
    try:
        for path in folder.iterdir():
            if path.suffix.lower() in PICTURES:
                state = path.stat()
                found[path] = (state.st_mtime_ns, state.st_size)
    except OSError:
        return found
    return found


def _ends_well(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            file.seek(-2, 2)
            return path.suffix.lower() in (".jpg", ".jpeg") and file.read() == _END_OF_JPEG
    except OSError:
        return False
