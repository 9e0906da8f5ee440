"""A photo in a card: whole, with its marks; it opens large."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from zwk_barrier.desktop.mark_painting import fitted, paint_marks
from zwk_barrier.desktop.style.look import CONTROL_RADIUS, current_look
from zwk_barrier.model import Photo
from zwk_barrier.overriding import override
from zwk_barrier.rules.marks import Mark, in_words, read_marks
from zwk_barrier.wording import _

HEIGHT, WIDTH = 200, 380  # px at 100 %
_FINE: Final = 2  # how many times finer than shown a picture is kept, for a larger text size


class PhotoPicture(QWidget):
    """One picture in the width there is, never cut; says for a screen reader what can be seen.

    A picture and no button: Enter or a double click opens it, a tap in passing does not.
    """

    opened = Signal()

    def __init__(self, name: str = "photo_picture") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(_("Groß zeigen und markieren: Doppelklick oder Eingabe"))
        self.setAccessibleDescription(_("Eingabe zeigt das Foto groß."))
        self._pixmap = QPixmap()
        self._marks: tuple[Mark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: QImage) -> None:
        """Shows a picture."""
        self._pixmap = QPixmap.fromImage(picture)
        self.update()

    def show_words(self, photo: Photo) -> None:
        """Shows the marks of a photo and takes its words."""
        self._marks = read_marks(photo.marks)
        said = photo.alternative or photo.caption or _("Foto ohne Beschreibung")
        self.setAccessibleName(". ".join(part for part in (said, in_words(self._marks)) if part))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(current_look().px(160), current_look().px(HEIGHT))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), current_look()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("background"))
        painter.drawRoundedRect(self.rect(), CONTROL_RADIUS, CONTROL_RADIUS)
        if self._pixmap.isNull():
            return
        box = fitted(QSizeF(self._pixmap.size()), self.rect())
        painter.drawPixmap(box, self._pixmap, QRectF(self._pixmap.rect()))
        paint_marks(painter, box, self._marks)


def small(read: Callable[[], bytes]) -> QImage:
    """The picture as a card needs it; raises PhotoProblem when it cannot be read."""
    return QImage.fromData(read()).scaled(
        _FINE * WIDTH,
        _FINE * HEIGHT,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
