"""The photos of a case as small pictures with their captions; each leads to its visit."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToVisit
from zwk_barrier.desktop.mark_painting import paint_marks
from zwk_barrier.desktop.style.ink import box
from zwk_barrier.desktop.style.look import NOTE, current_look
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import SectionTitle
from zwk_barrier.model import Photo
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem
from zwk_barrier.rules.marks import in_words, read_marks
from zwk_barrier.wording import _

_WIDTH, _HEIGHT, _LINES = 168, 126, 2
_DECODED = 400  # px: sharp enough at 200 % text, small enough to keep many


class PhotoTile(QAbstractButton):
    """One photo and what it shows; its name for a screen reader is the advisor's description."""

    def __init__(self, photo: Photo) -> None:
        super().__init__()
        self.setObjectName(f"photo_{photo.id.hex}")
        self._caption = photo.caption or _("Ohne Bildunterschrift")
        self._marks = read_marks(photo.marks)
        self._picture: QPixmap | None = None
        self._trouble = ""
        said = [photo.alternative or self._caption, in_words(self._marks)]
        self.setAccessibleName(_("Foto: {what}").format(what=". ".join(part for part in said if part)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self._caption)

    def show_picture(self, image: QImage) -> None:
        """Shows the picture once it is read."""
        self._picture = QPixmap.fromImage(image)
        self.update()

    def show_trouble(self, problem: Problem) -> None:
        """Says why there is no picture."""
        self._trouble = str(problem)
        self.setToolTip(self._trouble)
        self.setAccessibleDescription(self._trouble)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        look = current_look()
        text = QFontMetrics(look.font(NOTE)).lineSpacing() * _LINES
        return QSize(look.px(_WIDTH), look.px(_HEIGHT) + 6 + text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        place = QRect(0, 0, self.width(), look.px(_HEIGHT))
        box(painter, place, look.colour("hover"), look.colour("line"))
        if self._picture is not None:
            size = self._picture.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
            shown = QRect(place.center() - QRect(0, 0, size.width(), size.height()).center(), size)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(shown, self._picture)
            paint_marks(painter, QRectF(shown), self._marks)
        painter.setFont(look.font(NOTE))
        painter.setPen(look.colour("soft"))
        words = QRect(0, place.bottom() + 6, self.width(), self.height() - place.height() - 6)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, flags, self._trouble or self._caption)


class PhotoStrip(QWidget):
    """Hidden while there is no photo; pictures are read and made small beside the window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("case_photos")
        self._desk = desk
        self._shown: Sequence[tuple[object, ...]] = ()
        self._flow = Flow("case_photo_flow", gap=16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle(_("Fotos"), name="case_photos_title"))
        column.addWidget(self._flow)
        self.hide()

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Shows these photos; does nothing when they are shown already."""
        wanted = [(photo.id, photo.caption, photo.alternative, photo.marks) for photo in photos]
        if wanted == self._shown:
            return
        self._shown = wanted
        self._flow.clear()
        for photo in photos:
            self._add(photo)
        self.setVisible(bool(photos))

    def _add(self, photo: Photo) -> None:
        self._flow.add(photo_tile(self._desk, photo))


def photo_tile(desk: Desk, photo: Photo) -> PhotoTile:
    """A tile that leads to the photo's visit; its picture comes when it has been read."""
    tile = PhotoTile(photo)
    photo_id, visit_id = photo.id, photo.visit_id
    if visit_id is not None:
        tile.clicked.connect(lambda: desk.go(ToVisit(visit_id)))
    pictures = desk.store.photos

    def read() -> Any:
        image = QImage.fromData(pictures.read(photo_id))
        return image.scaled(
            _DECODED,
            _DECODED,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )

    desk.work.ask(read, then=tile.show_picture, failed=tile.show_trouble, owner=tile)
    return tile
