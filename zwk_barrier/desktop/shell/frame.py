"""The one window: it shows either the way in or the workplace, and keeps its place on the screen."""

from typing import Final

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from zwk_barrier.overriding import override

_FIRST_SIZE: Final = QSize(1280, 800)
_LEAST_SIZE: Final = QSize(640, 480)


class Frame(QMainWindow):
    """A bare window; what is in it is somebody else's business."""

    closing = Signal()
    """The person wants to close the window; it stays until :meth:`let_go`."""

    def __init__(self, geometry: QByteArray) -> None:
        super().__init__()
        self.setObjectName("frame")
        self.setMinimumSize(_LEAST_SIZE)
        self.resize(_FIRST_SIZE)
        self.restoreGeometry(geometry)
        self._stack = QStackedWidget()
        self._stack.setObjectName("frame_stack")
        self.setCentralWidget(self._stack)
        self._may_close = False

    def show_content(self, content: QWidget, title: str) -> None:
        """Shows ``content`` instead of what was shown before, which stays as it is."""
        if self._stack.indexOf(content) < 0:
            self._stack.addWidget(content)
        self._stack.setCurrentWidget(content)
        self.setWindowTitle(title)

    def shows(self, content: QWidget) -> bool:
        """Whether ``content`` is what is shown now."""
        return self._stack.currentWidget() is content

    def drop(self, content: QWidget) -> None:
        """Takes ``content`` out and away for good."""
        self._stack.removeWidget(content)
        content.deleteLater()

    def let_go(self) -> None:
        """Closes the window: all is kept."""
        self._may_close = True
        self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.closing.emit()
