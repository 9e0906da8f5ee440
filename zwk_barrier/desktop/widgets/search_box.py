"""The search field for everything: asks while somebody types, offers what was found.

    box = SearchBox("search", title=_("Suche"), placeholder=_("Person, Fall, Straße, Telefon …"), shortcut="Ctrl+K")
    box.asked.connect(lambda text: desk.ask(…, then=lambda hits: box.show_hits(text, hits)))
    box.chosen.connect(open_hit)           # the hit's key
    box.show_hits("petr", [Hit(key, "Olga Petrova, 81", note="2026-0147 · Goethestraße", icon="user")])

Down goes into the list, Enter takes the first or current hit, Escape closes, letters go on typing.  Enter never takes
a hit of an older text: it waits for the answer to what stands in the field.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QSizePolicy

from zwk_barrier.desktop.style.images import draw_icon
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.style.paint_buttons import chip_width, paint_chip
from zwk_barrier.desktop.widgets.buttons import key_text
from zwk_barrier.desktop.widgets.focus import focus_told_first
from zwk_barrier.desktop.widgets.hit_delegate import HIT_ROLE, HitDelegate
from zwk_barrier.overriding import override
from zwk_barrier.wording import _, ngettext

_PAUSE = 90  # ms without a key before the store is asked
_ICON, _PADDING, _GAP = 20, 12, 10
_MOST_SHOWN = 8
_CHIP_NEEDS = 340  # px at 100 %: below it the placeholder would run into the chip


@dataclass(frozen=True)
class Hit:
    """One thing found; ``key`` comes back when it is chosen."""

    key: Any
    title: str
    note: str = ""
    icon: str = ""
    icon_name: str = ""  # what the icon says, e.g. „Fall“


class SearchBox(QLineEdit):
    """A line with a list under it."""

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, name: str, *, title: str, placeholder: str, shortcut: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._chip = key_text(shortcut) if shortcut else ""
        self._list: _HitList | None = None
        self._shown_for = ""
        self._enter_waits = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._edited)  # not textEdited: dictation only changes the text
        if shortcut:
            QShortcut(QKeySequence(shortcut), self).activated.connect(self.begin)
        self.refit()

    def begin(self) -> None:
        """Takes the keyboard with everything selected, ready for another search."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def show_hits(self, text: str, hits: Sequence[Hit]) -> None:
        """Shows what was found for ``text``; an answer to an older text is dropped."""
        if text != self.text().strip():
            return
        self._shown_for = text
        self._hit_list().show_hits(hits)
        if self._enter_waits:
            self._enter_waits = False
            self._hit_list().take_current()
            return
        count = len(hits)
        self.setAccessibleDescription(
            ngettext("{count} Treffer", "{count} Treffer", count).format(count=count)
            if count
            else _("Nichts gefunden")
        )

    def close_hits(self) -> None:
        """Takes the list away."""
        if self._list is not None:
            self._list.hide()

    def refit(self) -> None:
        """Measures itself again; the theme calls it after the text size has changed."""
        look = current_look()
        self.setTextMargins(look.px(_PADDING + _ICON + _GAP) - 2, 0, look.px(_PADDING) - 2, 0)

    def _edited(self) -> None:
        self._enter_waits = False
        self._pause.start()

    def _enter(self) -> None:
        self._pause.stop()
        if self._list is not None and self._list.isVisible() and self._shown_for == self.text().strip():
            self._list.take_current()
        else:
            self._enter_waits = True
            self._ask()

    def _ask(self) -> None:
        text = self.text().strip()
        if text:
            self.asked.emit(text)
        else:
            self.close_hits()

    def _hit_list(self) -> "_HitList":
        if self._list is None:
            self._list = _HitList(self)
            self._list.taken.connect(self._take)
        return self._list

    def _take(self, key: Any) -> None:
        self.close_hits()
        self.clear()
        self.chosen.emit(key)

    @override
    def sizeHint(self) -> QSize:
        return QSize(current_look().px(360), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current_look().px(160), super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, painter = current_look(), QPainter(self)
        size = look.px(_ICON)
        place = QRect(look.px(_PADDING), (self.height() - size) // 2, size, size)
        draw_icon(painter, "search", place, look.colour("soft"))
        if self._chip and not self.text() and self.width() > look.px(_CHIP_NEEDS):
            left = self.width() - chip_width(look, self._chip) - look.px(_PADDING)
            paint_chip(look, painter, left, self.rect().center().y(), self._chip, look.colour("text"))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(focus_told_first(self, event))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._list is not None and not self._list.has_keyboard():
            self.close_hits()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_open = self._list is not None and self._list.isVisible()
        key = event.key()
        if key == Qt.Key.Key_Escape and (is_open or self.text()):
            self.close_hits() if is_open else self.clear()
        elif key == Qt.Key.Key_Down and is_open:
            self._hit_list().enter()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)


class _HitList(QFrame):
    """The list under the field: a child of the window, so that the field keeps the keyboard."""

    taken = Signal(object)

    def __init__(self, box: SearchBox) -> None:
        super().__init__(box.window())
        self._box = box
        self.setObjectName(f"{box.objectName()}_hits")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._list = QListWidget(self)
        self._list.setObjectName(f"{box.objectName()}_hit_list")
        self._list.setAccessibleName(_("Treffer"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setItemDelegate(HitDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._list.installEventFilter(self)
        self._list.itemClicked.connect(self._take)
        box.window().installEventFilter(self)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self._list.clear()
        for hit in hits:
            item = QListWidgetItem(hit.title)
            item.setData(HIT_ROLE, hit)
            spoken = (hit.icon_name, hit.title, hit.note)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in spoken if part))
            self._list.addItem(item)
        if not hits:
            item = QListWidgetItem(_("Nichts gefunden"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._place()
        self.show()
        self.raise_()

    def enter(self) -> None:
        """Gives the list the keyboard, on its first hit."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_keyboard(self) -> bool:
        return self._list.hasFocus()

    def take_current(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        hit = item.data(HIT_ROLE)
        if isinstance(hit, Hit):
            self.taken.emit(hit.key)

    def _place(self) -> None:
        rows = min(_MOST_SHOWN, self._list.count())
        height = sum(self._list.sizeHintForRow(row) for row in range(rows)) + 12
        corner = self._box.mapTo(self._box.window(), QPoint(0, self._box.height() + 6))
        width = max(self._box.width(), current_look().px(360))
        room = self._box.window().height() - corner.y() - 8
        self.setGeometry(
            corner.x(), corner.y(), min(width, self._box.window().width() - corner.x()), min(height, room)
        )
        self._list.setGeometry(self.rect().adjusted(6, 6, -6, -6))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._list_key(event)
        if watched is self._list and event.type() == QEvent.Type.FocusOut and not self._box.hasFocus():
            self.hide()
        elif watched is not self._list and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _list_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_current()
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self._list.currentRow() == 0):
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)
            if key == Qt.Key.Key_Escape:
                self.hide()
        elif event.text().isprintable() and event.text():
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)
            self._box.end(False)
            self._box.insert(event.text())
        else:
            return False
        return True
