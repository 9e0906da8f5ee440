"""The photos of a room: picture files are chosen, dropped, or come by themselves from the camera's folder."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from zwk_barrier.casework.visit.photos import Shown
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_cards import RecordCards
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.visits.photo_camera_state import CameraState
from zwk_barrier.desktop.visits.photo_card import PhotoCard
from zwk_barrier.desktop.visits.photo_intake import Batch, Line, PhotoIntake
from zwk_barrier.desktop.visits.photo_picture import WIDTH
from zwk_barrier.desktop.visits.photo_places import PhotoPlaces
from zwk_barrier.desktop.visits.section import Section
from zwk_barrier.desktop.widgets.buttons import Button, key_text
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.model import Photo
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

__all__ = ["Line", "PhotoCard", "PhotoSection"]

PICTURES = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp"
CAMERA_KEYS = "Shift+F2"
_AT_ONCE = 2  # cards; each takes some milliseconds


class PhotoSection(Section):
    """The photos of one room, or of the dwelling as a whole."""

    def __init__(self, desk: Desk, intake: PhotoIntake, visit_id: UUID, room_id: UUID | None) -> None:
        add = Button("photo_add", _("Foto"), icon="image-plus", large=True)
        camera = Button("photo_camera", _("Kamera"), icon="camera", shortcut=CAMERA_KEYS, large=True)
        super().__init__("photo_section", _("Fotos"), add, camera)
        self._intake = intake
        self._visit_id = visit_id
        self._room_id = room_id
        self._line: Callable[[], Line | None] | None = None
        self._dialog: QFileDialog | None = None
        self._asked_from: QWidget | None = None
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        add.clicked.connect(lambda _checked=False: self.choose())
        camera.clicked.connect(lambda _checked=False: intake.camera.start(self))
        self._camera = camera
        self._watching = self.put(CameraState(intake.camera))
        self._empty = self.put(SoftText(name="photos_empty"))
        self._state = self.put(SoftText(name="photos_state"))
        self._places = PhotoPlaces(desk, self)
        self._cards = self.put(self._make_cards(desk))
        self._cards.laid_out.connect(self.laid_out)
        self._watching.folded.connect(self.laid_out)
        self._empty.setText(_how())
        intake.progressed.connect(self._show_state)
        intake.taken.connect(self._focus_first)
        self._show_state()
        self.refit()

    def _make_cards(self, desk: Desk) -> RecordCards[Photo]:
        return RecordCards(
            "photos",
            lambda photo: PhotoCard(desk, photo, self._places),
            least_width=WIDTH,
            at_once=_AT_ONCE,
        )

    def show_photos(self, photos: tuple[Photo, ...], view: VisitView) -> None:
        """Shows these photos of the visit."""
        self._empty.setVisible(not photos)
        self._places.show_visit(view)
        self._cards.show_records(photos)

    def follow(self, line: Callable[[], Line | None]) -> None:
        """Asks ``line`` what the keyboard is on when a picture comes from the camera."""
        self._line = line

    def choose(self, line: Line | None = None) -> None:
        """Asks for picture files, of the room or of a measured line in it, whose words the first gets."""
        self._asked_from = QApplication.focusWidget()
        dialog = QFileDialog(self, _("Fotos auswählen"), self._folder)
        dialog.setNameFilter(_("Bilder ({kinds})").format(kinds=f"{PICTURES} {PICTURES.upper()}"))
        dialog.setObjectName("photo_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda paths: self.take_in([Path(path) for path in paths], line))
        self._dialog = dialog
        dialog.open()

    def take_in(self, paths: list[Path], line: Line | None = None) -> None:
        """Takes picture files in; what is no picture is told and the others go on."""
        if paths:
            self._folder = str(paths[0].parent)
        self._intake.take(paths, replace(self._batch(line), gives_focus=line is None))

    def _batch(self, line: Line | None) -> Batch:
        if line is None:
            return Batch(self._visit_id, Shown(self._room_id), gives_focus=False)
        shown = Shown(self._room_id, line.criterion, line.part_id)
        return Batch(self._visit_id, shown, line.caption, gives_focus=False)

    def _batch_now(self) -> Batch:
        return self._batch(self._line() if self._line is not None else None)

    def _show_state(self) -> None:
        words = self._intake.words()
        self._state.setText(words)
        self._state.setVisible(bool(words))

    def _focus_first(self, batch: Batch, photo_id: UUID | None) -> None:
        """To the first caption, unless the person has gone somewhere else in the meantime."""
        focus = QApplication.focusWidget()
        is_here = batch.shown.room_id == self._room_id and batch.gives_focus
        has_stayed = focus is None or focus is self._asked_from or self.isAncestorOf(focus)
        if photo_id is not None and is_here and has_stayed:
            self._cards.focus_next(photo_id)

    def refit(self) -> None:
        """Leaves the name of the key away at large text; the theme calls it after the text size has changed."""
        self._camera.chip = "" if current_look().is_large else key_text(CAMERA_KEYS)
        self._camera.updateGeometry()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._intake.be_at(self._batch_now)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        batch = self._batch(None)  # this widget may be gone when the next picture comes
        self._intake.be_at(lambda: batch, instead_of=self._batch_now)


def _how() -> str:
    return _(
        "Noch kein Foto. Mit F2 auswählen, mit Umschalt F2 aufnehmen, oder Bilddateien in das Fenster ziehen."
    )
