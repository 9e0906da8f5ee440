"""Photos straight from the camera: the system's camera program takes them, and its folder is watched.

The pictures in that folder are not encrypted; in the end one question offers to delete exactly those taken in.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from zwk_barrier.casework.visit.photos import Original, delete_originals
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToCase, ToCases, ToToday
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.visits.photo_folder import PictureFolder
from zwk_barrier.desktop.visits.photo_program import open_camera, usual_folder
from zwk_barrier.desktop.widgets.buttons import Kind
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.wording import _, ngettext

_LOOK, _PATIENCE = 500, 20  # ms between looks, and how many

Take = Callable[[list[Path]], bool]


class Camera(QObject):
    """Watches one folder from the moment the person says so until they say stop or leave the visit."""

    changed = Signal()
    """Watching began or ended, or a photo was taken in: ask ``words``."""

    def __init__(
        self, desk: Desk, parent: QObject, take: Take, preferences: Preferences | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._take = take
        self._preferences = preferences
        self._chosen = "" if preferences is None else preferences.camera_folder
        self._came: set[Path] = set()
        self._originals: list[Original] = []
        self._asks_for: QWidget | None = None
        self._dialog: QFileDialog | Dialog | None = None
        self._patience = 0
        self.open_program: Callable[[], bool] = open_camera
        self.folder = PictureFolder(self)
        self.folder.arrived.connect(self._arrived)
        desk.going.connect(self._going)

    @property
    def is_watching(self) -> bool:
        """Whether the folder is watched."""
        return self.folder.folder is not None

    def words(self) -> str:
        """What is being watched, and how many photos came of it; empty when nothing is."""
        folder = self.folder.folder
        if folder is None:
            return ""
        count = len(self._originals)
        return ngettext(
            "Kamera-Ordner „{folder}“ wird beobachtet – {count} Foto übernommen",
            "Kamera-Ordner „{folder}“ wird beobachtet – {count} Fotos übernommen",
            count,
        ).format(folder=folder.name, count=count)

    def start(self, window: QWidget) -> None:
        """Opens the camera program and watches its folder; asks for the folder when it is not known."""
        folder = self.folder.folder or self._usual()
        if folder is None:
            self.choose_folder(window)
        else:
            self._watch(folder, window)

    def choose_folder(self, window: QWidget) -> None:
        """Asks where the camera puts its pictures, and begins there; the answer is remembered."""
        dialog = QFileDialog(window, _("In welchen Ordner legt Ihre Kamera die Fotos?"))
        dialog.setObjectName("camera_folder_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._remember(Path(path), window))
        self._dialog = dialog
        dialog.open()

    def stop(self, window: QWidget) -> None:
        """Watches no more; once all is taken in, asks what becomes of the pictures in the folder."""
        self._asks_for = window
        self._patience = _PATIENCE if self.is_watching else 0
        self._end()

    def _end(self) -> None:
        """Waits for a picture that is still being written, but not for ever."""
        if self.folder.is_growing and self._patience > 0:
            self._patience -= 1
            QTimer.singleShot(_LOOK, self, self._end)
            return
        self.folder.stop()
        self.changed.emit()
        if not self._came:
            self._ask()

    def note(self, original: Original) -> None:
        """A file was taken in; when it came from the camera it is counted."""
        if original.path in self._came:
            self._came.discard(original.path)
            self._originals.append(original)
            self.changed.emit()

    def come_to_rest(self) -> None:
        """Nothing is on its way any more; what was refused stays where it is."""
        self._came.clear()
        if self._asks_for is not None:
            self._ask()

    def _usual(self) -> Path | None:
        chosen = Path(self._chosen) if self._chosen else None
        return chosen if chosen is not None and chosen.is_dir() else usual_folder()

    def _remember(self, folder: Path, window: QWidget) -> None:
        self._chosen = str(folder)
        if self._preferences is not None:
            self._preferences.camera_folder = self._chosen
        self._watch(folder, window)

    def _watch(self, folder: Path, window: QWidget) -> None:
        if self.folder.folder != folder:
            self.folder.watch(folder)
            self.changed.emit()
        if not self.open_program():
            window.setFocus(Qt.FocusReason.OtherFocusReason)
            self._desk.say(
                _("Öffnen Sie jetzt Ihre Kamera. Neue Fotos im Ordner „{folder}“ kommen von selbst.").format(
                    folder=folder.name
                )
            )

    def _arrived(self, paths: list[Path]) -> None:
        self._came.update(paths)
        if not self._take(paths):
            self._came.difference_update(paths)

    def _going(self, destination: object) -> None:
        """Leaving the visit ends it; looking at a photo, a sketch or the report does not."""
        parent = self.parent()
        page = parent.parent() if parent is not None else None
        if (
            self.is_watching
            and isinstance(destination, ToCase | ToCases | ToToday)
            and isinstance(page, QWidget)
        ):
            self.stop(page.window())

    def _ask(self) -> None:
        window, self._asks_for = self._asks_for, None
        originals, self._originals = tuple(self._originals), []
        if window is None or not originals:
            return
        count = len(originals)
        dialog = Dialog(window, "camera_originals", _("Aufnahmen im Kamera-Ordner löschen?"))
        dialog.add(
            BodyText(
                ngettext(
                    "{count} Foto liegt jetzt verschlüsselt beim Besuch. Im Ordner „{folder}“ liegt es noch "
                    "unverschlüsselt; gelöscht wird genau dieses.",
                    "{count} Fotos liegen jetzt verschlüsselt beim Besuch. Im Ordner „{folder}“ liegen sie noch "
                    "unverschlüsselt; gelöscht werden genau diese.",
                    count,
                ).format(count=count, folder=originals[0].path.parent.name),
                name="camera_originals_text",
            )
        )
        dialog.add_button("no", _("Behalten"))
        yes = dialog.add_button("yes", _("Löschen"), kind=Kind.PRIMARY, then=lambda: self._delete(originals))
        self._dialog = dialog
        dialog.open()
        yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self, originals: tuple[Original, ...]) -> None:
        self._desk.work.ask(
            lambda: delete_originals(originals),
            then=self._tell_deleted,
            failed=self._desk.failing.emit,
            owner=self,
        )

    def _tell_deleted(self, count: int) -> None:
        self._desk.say(
            ngettext("{count} Aufnahme gelöscht.", "{count} Aufnahmen gelöscht.", count).format(count=count)
        )
