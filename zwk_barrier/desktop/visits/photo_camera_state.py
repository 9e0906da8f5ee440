"""Says that the camera's folder is watched and how many photos came of it, and ends it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.visits.photo_camera import Camera
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.notice import NoticeText
from zwk_barrier.desktop.widgets.pictures import Picture
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_FOLD = 660  # px at 100 %: below it the buttons go under the words


class CameraState(QWidget):
    """Hidden while nothing is watched."""

    folded = Signal()
    """It came or went: the Tab key has to be told."""

    def __init__(self, camera: Camera) -> None:
        super().__init__()
        self.setObjectName("camera_watching")
        self.hide()  # said outright: what is only not shown yet comes with its parent
        self._camera = camera
        self._words = NoticeText(name="camera_state")
        self._other = Button("camera_folder", _("Anderer Ordner …"), kind=Kind.QUIET, large=True)
        self._other.clicked.connect(lambda _checked=False: camera.choose_folder(self))
        self._stop = Button("camera_stop", _("Beenden"), large=True)
        self._stop.clicked.connect(lambda _checked=False: camera.stop(self.window()))
        self._buttons = Flow("camera_buttons", to_right=True)
        self._buttons.add(self._other)
        self._buttons.add(self._stop)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Picture("camera", "accent"))
        line.addWidget(self._words, 1)
        self._box.addLayout(line, 3)
        self._box.addWidget(self._buttons, 2)
        camera.changed.connect(self._show)
        self._show()

    def refit(self) -> None:
        """Folds for the width there is; the theme calls it after the text size has changed."""
        is_wide = self.width() >= current_look().px(_FOLD)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(beside if is_wide else below)

    @override
    def minimumSizeHint(self) -> QSize:
        # The widest button alone: else the page could never become narrow enough to fold.
        widest = max(self._other.sizeHint().width(), self._stop.sizeHint().width())
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def _show(self) -> None:
        words = self._camera.words()
        self._words.setText(words)
        self._words.setAccessibleName(words)
        if self.isHidden() == bool(words):
            self.setVisible(bool(words))
            self.folded.emit()
