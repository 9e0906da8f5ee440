"""A row that breaks into more rows where it is too narrow, as words do: buttons, chips.

line = Flow("actions"); line.add(Button(…)); line.add(Chip(…))
"""

from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from zwk_barrier.overriding import override

_Widget = TypeVar("_Widget", bound=QWidget)


class FlowLayout(QLayout):
    """Lays its items side by side, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, to_right: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._to_right = gap, to_right
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        heights = [max(size.height() for _item, size in line) for line in lines]
        return sum(heights) + self._gap * max(0, len(heights) - 1)

    @override
    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    @override
    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _item, size in line)
            spare = rect.width() - sum(size.width() for _item, size in line) - self._gap * (len(line) - 1)
            left = rect.x() + (spare if self._to_right else 0)
            for item, size in line:
                item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self._gap
            top += height + self._gap

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self._gap
        return lines


class Flow(QWidget):
    """A widget whose children flow; ``to_right`` puts every line at the right end."""

    def __init__(self, name: str, *, gap: int = 8, to_right: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._flow = FlowLayout(self, gap=gap, to_right=to_right)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: _Widget) -> _Widget:
        """Appends a widget and gives it back."""
        self._flow.addWidget(widget)
        return widget

    def clear(self) -> None:
        """Takes every widget away for good."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # it goes with the next turn of events
                widget.deleteLater()

    def widgets(self) -> list[QWidget]:
        """The widgets in their order."""
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        widgets = (None if item is None else item.widget() for item in items)
        return [widget for widget in widgets if widget is not None]

    def take_all(self) -> None:
        """Takes every widget out of the order; the one who asks puts back or removes them."""
        while self._flow.takeAt(0) is not None:
            pass
