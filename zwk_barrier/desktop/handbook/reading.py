"""One page of the handbook, to be read from top to bottom.

It is one Tab stop, links are more: Up and Down go from paragraph to paragraph, H and Shift+H from heading to
heading, so that a screen reader says one after the other.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from zwk_barrier.desktop.handbook.passage import PagePicture, Passage, widest
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.arrow_keys import UP_OR_DOWN
from zwk_barrier.desktop.widgets.headings import BodyText, GroupTitle, PageTitle, SectionTitle
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.overriding import override
from zwk_barrier.reference.handbook import handbook_picture
from zwk_barrier.reference.handbook_text import Heading, Items, Line, Paragraph, Part, Rows, Screenshot, plain

_TITLES: Final = (PageTitle, SectionTitle, GroupTitle)
_SPACE: Final = 10
_BEFORE_TITLE: Final = 14  # px above a heading, beside the space between parts
_SIGN: Final = 20  # px at 100 %: a number and its dot
_FIRST_COLUMN: Final = 160  # px at 100 %


class ReadingPage(QWidget):
    """Shows the parts of a page; :attr:`followed` tells where a link leads."""

    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("handbook_page")
        self._stops: list[QWidget] = []
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(24, 20, 24, 28)
        self._column.setSpacing(_SPACE)
        self._scroll = ScrollPage("handbook_scroll", self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def show_parts(self, parts: Sequence[Part], heading: str = "") -> None:
        """Shows another page, at one of its headings if there is one."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self._empty()
        for number, part in enumerate(parts):
            self._add(f"handbook_{number}", part)
        self._column.addStretch()
        for stop in self._stops:
            stop.installEventFilter(self)
        if self._stops:
            self._stops[0].setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.refit()
        for widget in self._content.findChildren(QWidget):
            widget.show()  # Qt shows new ones a moment later, and gives no keyboard to what is hidden
        if had_focus:
            self.focus()
        # Qt lays new widgets out a moment later; before that there is no place to scroll to.
        QTimer.singleShot(0, self, lambda: self._scroll_to(heading))

    def focus(self, heading: str = "") -> None:
        """Gives the keyboard to one of the page's headings, or to its first words."""
        stop = self._title(heading) or next(iter(self._stops), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def refit(self) -> None:
        """Holds the lines to a width one can read; the theme calls it after the text size has changed."""
        for stop in self._content.findChildren(QLabel):
            stop.setMaximumWidth(widest())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, QWidget)
        ):
            return self._walked(watched, event)
        return super().eventFilter(watched, event)

    def _walked(self, here: QWidget, event: QKeyEvent) -> bool:
        by = UP_OR_DOWN.get(Qt.Key(event.key()))
        if by is not None:
            return self._step(here, by, lambda _stop: True)
        if event.key() == Qt.Key.Key_H:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return self._step(here, -1 if back else 1, lambda stop: isinstance(stop, _TITLES))
        return False

    def _step(self, here: QWidget, by: int, fits: Callable[[QWidget], bool]) -> bool:
        at = self._stops.index(here) + by
        while 0 <= at < len(self._stops) and not fits(self._stops[at]):
            at += by
        if 0 <= at < len(self._stops):
            self._stops[at].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _scroll_to(self, heading: str) -> None:
        self._scroll.settle_layout()
        title = self._title(heading)
        top = 0 if title is None else title.mapTo(self._content, title.rect().topLeft()).y() - _BEFORE_TITLE
        self._scroll.verticalScrollBar().setValue(top)

    def _title(self, heading: str) -> QWidget | None:
        named = (stop for stop in self._stops if isinstance(stop, _TITLES) and stop.text() == heading)
        return next(named, None)

    def _empty(self) -> None:
        self._stops = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # Qt may still be about to show it, then as a window of its own
                widget.setParent(None)
                widget.deleteLater()

    def _add(self, name: str, part: Part) -> None:
        match part:
            case Heading(level=level, text=text):
                if level > 1:
                    self._column.addSpacing(_BEFORE_TITLE)
                self._column.addWidget(self._stop(_TITLES[level - 1](text, name=name)))
            case Paragraph(line=line):
                self._column.addWidget(self._passage(name, line))
            case Items(lines=lines, are_steps=are_steps):
                for number, line in enumerate(lines, 1):
                    self._column.addWidget(
                        self._item(f"{name}_{number}", f"{number}." if are_steps else "•", line)
                    )
            case Screenshot(told=told, file=file):
                self._column.addWidget(self._stop(PagePicture(name, str(handbook_picture(file)), told)))
            case Rows(head=head, rows=rows):
                self._column.addWidget(self._table(name, head, rows))

    def _passage(self, name: str, line: Line, spoken: str = "") -> Passage:
        passage = Passage(name, line, spoken=spoken)
        passage.followed.connect(self.followed)
        self._stops.append(passage)
        return passage

    def _stop(self, widget: QWidget) -> QWidget:
        self._stops.append(widget)
        return widget

    def _item(self, name: str, sign: str, line: Line) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        mark = BodyText(sign, name=f"{name}_sign")
        mark.setWordWrap(False)
        mark.setMinimumWidth(current_look().px(_SIGN))
        mark.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._passage(name, line, sign if sign != "•" else ""), 1)
        return holder

    def _table(self, name: str, head: Iterable[Line], rows: Iterable[Sequence[Line]]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _FIRST_COLUMN)
        for column, line in enumerate(head):
            grid.addWidget(GroupTitle(plain(line), name=f"{name}_head_{column}"), 0, column)
        for number, row in enumerate(rows, 1):
            first, *others = row
            said = f"{plain(first)}:" if others else ""
            grid.addWidget(Passage(f"{name}_{number}_0", first), number, 0, Qt.AlignmentFlag.AlignTop)
            for column, line in enumerate(others, 1):
                grid.addWidget(self._passage(f"{name}_{number}_{column}", line, said), number, column)
        grid.setColumnStretch(1, 1)
        return holder
