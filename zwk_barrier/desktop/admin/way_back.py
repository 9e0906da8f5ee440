"""The way back from one of several pages of a section, above its cards."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zwk_barrier.desktop.widgets.buttons import Button, Kind

_ROOM = 4  # px: for the ring around the button that has the keyboard


class WayBack(QWidget):
    """A quiet button with an arrow, which gets the keyboard when its page is opened."""

    taken = Signal()

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_line")
        self._button = Button(name, text, icon="arrow-left", kind=Kind.QUIET)
        self._button.clicked.connect(self.taken)
        self.setFocusProxy(self._button)
        line = QHBoxLayout(self)
        line.setContentsMargins(_ROOM, _ROOM, 0, 0)
        line.addWidget(self._button)
        line.addStretch()
