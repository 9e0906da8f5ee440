"""Photos of a visit: taken in from files or by dropping them, each with a caption and a text alternative."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from zwk_barrier.casework import records
from zwk_barrier.casework.photos import take_photo
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_cards import RecordCards
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.model import Photo
from zwk_barrier.problems import PhotoProblem, Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

PICTURES = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp"
_WIDTH, _HEIGHT = 280, 200


class PhotoCard(Card):
    """One photo, small, with its words beside it."""

    def __init__(self, desk: Desk, photo: Photo) -> None:
        super().__init__(f"photo_{photo.id.hex}")
        self._desk = desk
        self._binding = Binding(desk, Photo, owner=self)
        self._picture = QLabel()
        self._picture.setObjectName("photo_picture")
        self._picture.setMinimumSize(QSize(_WIDTH // 2, _HEIGHT // 2))
        self.add(self._picture)
        form = FormRows(f"{self.objectName()}_form")
        self._caption = form.row(_("Bildunterschrift"), TextField("photo_caption"))
        self._binding.tie("caption", self._caption)
        alternative = TextField("photo_alternative")
        self._binding.tie(
            "alternative",
            form.row(_("Beschreibung"), alternative, hint=_("Für Menschen, die das Bild nicht sehen")),
        )
        self.add(form)
        remove = Button("photo_remove", _("Entfernen"), kind=Kind.QUIET, icon="trash-2")
        remove.clicked.connect(self._remove)
        self.body.addWidget(remove, 0, Qt.AlignmentFlag.AlignRight)
        photos = desk.store.photos
        desk.work.ask(
            lambda: _small(photos.read(photo.id)), then=self._show_picture, failed=self._tell, owner=self
        )

    def show_record(self, record: Photo) -> None:
        """Shows the words as they are kept now."""
        self._binding.show(record)
        self._picture.setAccessibleName(record.alternative or record.caption or _("Foto"))

    def first_field(self) -> QWidget:
        """The caption."""
        return self._caption

    def _show_picture(self, picture: QImage) -> None:
        self._picture.setPixmap(QPixmap.fromImage(picture))

    def _tell(self, problem: Problem) -> None:
        self._picture.setText(str(problem))
        self._picture.setWordWrap(True)

    def _remove(self) -> None:
        photo_id = self._binding.row_id
        if photo_id is not None:
            self._desk.do(
                lambda store: records.remove(store, Photo, photo_id),
                then=lambda _nothing: self._desk.say(_("Foto entfernt."), with_undo=True),
            )


class PhotoSection(QWidget):
    """The photos of one room; picture files dropped here are taken in."""

    taken = Signal(object)
    """The id of the last photo taken in."""

    def __init__(self, desk: Desk, visit_id: UUID, room_id: UUID | None) -> None:
        super().__init__()
        self.setObjectName("photo_section")
        self.setAcceptDrops(True)
        self._desk = desk
        self._visit_id = visit_id
        self._room_id = room_id
        self._dialog: QFileDialog | None = None
        self._cards: RecordCards[Photo] = RecordCards("photos", lambda photo: PhotoCard(desk, photo))
        self._empty = SoftText(_("Noch kein Foto. Mit F2 auswählen oder Bilddateien hierher ziehen."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self._cards)

    def show_photos(self, photos: tuple[Photo, ...]) -> None:
        """Shows these photos."""
        self._empty.setVisible(not photos)
        self._cards.show_records(photos)

    def choose(self) -> None:
        """Asks for picture files."""
        dialog = QFileDialog(self, _("Fotos auswählen"), "", _("Bilder ({kinds})").format(kinds=PICTURES))
        dialog.setObjectName("photo_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.take_in)
        self._dialog = dialog
        dialog.open()

    def take_in(self, paths: list[str]) -> None:
        """Takes picture files in, one deed each; what is no picture is told and the others go on."""
        for path in paths:
            self._desk.do(
                lambda store, path=path: _take(store, self._visit_id, self._room_id, Path(path)),
                then=self._taken,
                owner=self,
            )

    def _taken(self, photo_id: UUID) -> None:
        self._cards.focus_next(photo_id)
        self.taken.emit(photo_id)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.take_in([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])


def _take(store: OfficeStore, visit_id: UUID, room_id: UUID | None, path: Path) -> tuple[Changed, UUID]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PhotoProblem(
            _("{file} lässt sich nicht lesen: {reason}").format(file=path.name, reason=error.strerror)
        ) from error
    return take_photo(store, visit_id, content, room_id=room_id)


def _small(jpeg: bytes) -> QImage:
    look = current_look()
    return QImage.fromData(jpeg).scaled(
        look.px(_WIDTH),
        look.px(_HEIGHT),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
