"""A folder or a file by its path, typed or chosen with the button inside.

PathField("office_folder", pick=Pick.FOLDER, title=_("Ordner"))       # path() gives a Path or None
"""

from enum import Enum
from pathlib import Path
from typing import Unpack

from PySide6 import QtWidgets
from PySide6.QtCore import Qt, Signal

from zwk_barrier.desktop.widgets.text_fields import Common, TextField
from zwk_barrier.wording import _


class Pick(Enum):
    """What is chosen."""

    FOLDER = "folder"
    OLD_FILE = "old_file"
    NEW_FILE = "new_file"


class PathField(TextField):
    """A path; ``kinds`` is Qt's filter of file names, ``suffix`` is added to a new file without one."""

    picked = Signal()
    """A folder or file was chosen in the chooser."""

    def __init__(
        self, name: str, *, pick: Pick, kinds: str = "", file_suffix: str = "", **common: Unpack[Common]
    ) -> None:
        super().__init__(name, longest=4000, **common)
        self._pick, self._kinds, self._file_suffix = pick, kinds, file_suffix
        title = _("Ordner wählen") if pick is Pick.FOLDER else _("Datei wählen")
        button = self.add_inner_button(f"{name}_choose", "folder-open", title)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.choose)

    def path(self) -> Path | None:
        """What stands in the field now, ``~`` being the home folder; None when empty."""
        text = self.text().strip()
        if not text:
            return None
        path = Path(text).expanduser()
        wants_suffix = self._pick is Pick.NEW_FILE and not path.suffix
        return path.with_suffix(self._file_suffix) if wants_suffix else path

    def set_path(self, path: Path) -> None:
        """Shows a path."""
        self.set_value(str(path))

    def choose(self) -> None:
        """Opens the chooser where the field points to."""
        # Not imported by name: the first window need not wait until Python knows what a file dialog is.
        chooser = QtWidgets.QFileDialog(self.window(), self.accessibleName())
        chooser.setObjectName(f"{self.objectName()}_chooser")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(_file_mode(self._pick))
        if self._pick is Pick.FOLDER:
            chooser.setOption(QtWidgets.QFileDialog.Option.ShowDirsOnly)
        elif self._pick is Pick.NEW_FILE:
            chooser.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
            chooser.setDefaultSuffix(self._file_suffix)
        if self._kinds:
            chooser.setNameFilter(self._kinds)
        start = self.path()
        if start is not None:
            chooser.setDirectory(str(start if start.is_dir() else start.parent))
            if self._pick is Pick.NEW_FILE:
                chooser.selectFile(start.name)
        chooser.fileSelected.connect(self._take)
        chooser.open()

    def _take(self, chosen: str) -> None:
        self.type_for(chosen)
        self.picked.emit()


def _file_mode(pick: Pick) -> "QtWidgets.QFileDialog.FileMode":
    modes = QtWidgets.QFileDialog.FileMode
    return {
        Pick.FOLDER: modes.Directory,
        Pick.OLD_FILE: modes.ExistingFile,
        Pick.NEW_FILE: modes.AnyFile,
    }[pick]
