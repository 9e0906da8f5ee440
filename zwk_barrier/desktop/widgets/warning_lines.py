"""What to mind, a line each with a sign: never in the way when there is nothing.

lines = WarningLines("measure_warnings")
lines.show_lines((_("Statik prüfen."),))
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.desktop.widgets.pictures import Picture

_SIGN = 18


class WarningLines(QWidget):
    """Hidden while it has no line; its sentences are named ``<name>_0``, ``<name>_1`` and so on."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._lines: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Shows these sentences."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for place, sentence in enumerate(self._lines):
            self._column.addWidget(self._line(place, sentence))
        self.setVisible(bool(self._lines))

    def _line(self, place: int, sentence: str) -> QWidget:
        line = QWidget()
        line.setObjectName(f"{self.objectName()}_{place}_line")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Picture("triangle-alert", "partly", size=_SIGN), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(BodyText(sentence, name=f"{self.objectName()}_{place}"), 1)
        return line
