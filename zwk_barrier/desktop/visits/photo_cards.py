"""The photos of a room: small, each with a caption and a description; picture files are chosen or dropped."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFileDialog, QSizePolicy, QWidget

from zwk_barrier.casework import records
from zwk_barrier.casework.photos import Shown
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_cards import RecordCards
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.style.look import CONTROL_RADIUS, current_look
from zwk_barrier.desktop.visits.photo_intake import Batch, PhotoIntake
from zwk_barrier.desktop.visits.section import Section
from zwk_barrier.desktop.visits.visit_form import VisitForm
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.model import Photo
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem
from zwk_barrier.wording import _

PICTURES = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp"
_HEIGHT, _CARD = 200, 380  # px at 100 %
_AT_ONCE = 2  # cards; each takes some milliseconds
_FINE = 2  # how many times finer than shown a picture is kept, for a larger text size


class PhotoPicture(QWidget):
    """One picture in the width there is, never cut; says for a screen reader what can be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("photo_picture")
        self._pixmap = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: QImage) -> None:
        """Shows a picture."""
        self._pixmap = QPixmap.fromImage(picture)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(current_look().px(160), current_look().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), current_look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("background"))
        painter.drawRoundedRect(self.rect(), CONTROL_RADIUS, CONTROL_RADIUS)
        if self._pixmap.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawPixmap(left, top, size.width(), size.height(), self._pixmap)


class PhotoCard(Card):
    """One photo with its words."""

    def __init__(self, desk: Desk, photo: Photo) -> None:
        super().__init__(f"photo_{photo.id.hex}")
        self._desk = desk
        self._binding = Binding(desk, Photo, owner=self)
        self._picture = self.add(PhotoPicture())
        self._problem = self.add(SoftText(name="photo_problem"))
        self._problem.hide()
        form = VisitForm(f"{self.objectName()}_form", columns=1)
        rows = RecordRows(form, self._binding)
        self._caption = rows.text("caption")
        rows.text("alternative", hint=_("Für Menschen, die das Bild nicht sehen"))
        FieldHistory(desk, self).watch(self._binding)
        self.add(form)
        remove = Button("photo_remove", _("Entfernen"), kind=Kind.QUIET, icon="trash-2", large=True)
        remove.clicked.connect(self._remove)
        self.body.addWidget(remove, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addStretch()
        photos = desk.store.photos
        desk.work.ask(
            lambda: _small(photos.read(photo.id)), then=self._show_picture, failed=self._tell, owner=self
        )

    def show_record(self, record: Photo) -> None:
        """Shows the words as they are kept now."""
        self._binding.show(record)
        self._picture.setAccessibleName(record.alternative or record.caption or _("Foto ohne Beschreibung"))

    def first_field(self) -> QWidget:
        """The caption."""
        return self._caption

    def _show_picture(self, picture: QImage) -> None:
        self._picture.show_picture(picture)

    def _tell(self, problem: Problem) -> None:
        self._picture.hide()
        self._problem.setText(str(problem))
        self._problem.show()

    def _remove(self) -> None:
        photo_id = self._binding.row_id
        if photo_id is not None:
            self._desk.do(
                lambda store: records.remove(store, Photo, photo_id),
                then=lambda _nothing: self._desk.say(_("Foto entfernt."), with_undo=True),
            )


class PhotoSection(Section):
    """The photos of one room, or of the dwelling as a whole."""

    def __init__(self, desk: Desk, intake: PhotoIntake, visit_id: UUID, room_id: UUID | None) -> None:
        add = Button("photo_add", _("Foto"), icon="camera", large=True)
        super().__init__("photo_section", _("Fotos"), add)
        self._intake = intake
        self._visit_id = visit_id
        self._room_id = room_id
        self._dialog: QFileDialog | None = None
        self._asked_from: QWidget | None = None
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        add.clicked.connect(lambda _checked=False: self.choose())
        self._empty = self.put(SoftText(name="photos_empty"))
        self._state = self.put(SoftText(name="photos_state"))
        self._cards: RecordCards[Photo] = self.put(
            RecordCards("photos", lambda photo: PhotoCard(desk, photo), least_width=_CARD, at_once=_AT_ONCE)
        )
        self._cards.laid_out.connect(self.laid_out)
        self._empty.setText(_("Noch kein Foto. Mit F2 auswählen, oder Bilddateien in das Fenster ziehen."))
        intake.progressed.connect(self._show_state)
        intake.taken.connect(self._focus_first)
        self._show_state()

    def show_photos(self, photos: tuple[Photo, ...]) -> None:
        """Shows these photos."""
        self._empty.setVisible(not photos)
        self._cards.show_records(photos)

    def choose(self, caption: str = "", *, gives_focus: bool = True) -> None:
        """Asks for picture files; the first gets the caption."""
        self._asked_from = QApplication.focusWidget()
        dialog = QFileDialog(self, _("Fotos auswählen"), self._folder)
        dialog.setNameFilter(_("Bilder ({kinds})").format(kinds=f"{PICTURES} {PICTURES.upper()}"))
        dialog.setObjectName("photo_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(
            lambda paths: self.take_in([Path(path) for path in paths], caption, gives_focus=gives_focus)
        )
        self._dialog = dialog
        dialog.open()

    def take_in(self, paths: list[Path], caption: str = "", *, gives_focus: bool = True) -> None:
        """Takes picture files in; what is no picture is told and the others go on."""
        if paths:
            self._folder = str(paths[0].parent)
        self._intake.take(paths, Batch(self._visit_id, Shown(self._room_id), caption, gives_focus))

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


def _small(jpeg: bytes) -> QImage:
    return QImage.fromData(jpeg).scaled(
        _FINE * _CARD,
        _FINE * _HEIGHT,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
