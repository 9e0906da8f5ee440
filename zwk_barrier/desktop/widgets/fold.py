"""What is only read when wanted, behind a button that opens it.

fold = Fold("other_programmes", _("Trifft nicht zu"))
fold.add(lines); fold.set_count(7)          # „Trifft nicht zu (7)“, closed at first
fold.put_before(Button(…))                  # another button on the same line
"""

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.wording import _

_Widget = TypeVar("_Widget", bound=QWidget)


class Fold(QWidget):
    """A button with its title and, while it is open, the parts below it."""

    turned = Signal(bool)
    """Whether it is open now."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = title
        self.button = Button(f"{name}_button", title, kind=Kind.QUIET, icon="chevron-down")
        self.button.clicked.connect(lambda: self.open(not self.is_open))
        self._inner = QWidget()
        self._inner.setObjectName(f"{name}_inner")
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._head = Flow(f"{name}_head")
        self._head.add(self.button)
        column.addWidget(self._head)
        column.addWidget(self._inner)
        self.open(False)

    @property
    def is_open(self) -> bool:
        """Whether its parts are shown."""
        return not self._inner.isHidden()

    def open(self, is_open: bool) -> None:
        """Shows or hides its parts."""
        self._inner.setVisible(is_open)
        self.button.set_icon("chevron-up" if is_open else "chevron-down")
        state = _("aufgeklappt") if is_open else _("zugeklappt")
        self.button.setAccessibleDescription(state)
        self.turned.emit(is_open)

    def put_before(self, button: Button) -> None:
        """Puts another button on the line of its own, before it."""
        self._head.take_all()
        self._head.add(button)
        self._head.add(self.button)

    def add(self, widget: _Widget) -> _Widget:
        """Appends a part and gives it back."""
        self.body.addWidget(widget)
        return widget

    def set_count(self, count: int) -> None:
        """Says behind the title how many parts wait."""
        self.button.setText(f"{self._title}\N{NO-BREAK SPACE}({count})")
