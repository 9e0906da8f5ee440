"""The field for one of a list of codes: opens on Up, Down, Space or a letter, and ignores the wheel.

    ChoiceField("channel", [("phone", "Telefon"), ("mail", "E-Mail")])     the value is a code, or None

A closed list that changes under arrow keys is silent in Orca; so the keys open it, and Enter chooses.  Tab chooses
and goes on, as it does in a field that is typed into.
"""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.choice_delegate import ChoiceDelegate
from zwk_barrier.desktop.widgets.keeping import SettlesItself
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_OPENING_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
    Qt.Key.Key_F4,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class ChoiceField(QComboBox, SettlesItself):
    """One of ``items`` as (code, label); with ``is_optional`` also none, shown as ``empty``."""

    kept = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        name: str,
        items: Iterable[tuple[str, str]] = (),
        *,
        title: str = "",
        empty: str = "",
        is_optional: bool = True,
        large: bool = False,
    ) -> None:
        super().__init__()
        self.invalid = False
        self.shows_nothing = is_optional
        self.large = large
        self._empty = (empty or _("– keine Angabe –")) if is_optional else None
        self._value: Any = None
        self._listens = False
        self.setObjectName(name)
        if title:
            self.setAccessibleName(title)
        self.setItemDelegate(ChoiceDelegate(self))  # else Fusion draws the list as a menu over the field
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_items(items)
        self.activated.connect(self._keep)

    def set_items(self, items: Iterable[tuple[str, str]]) -> None:
        """Offers other choices; the value stays, also when it is no longer offered."""
        self.clear()
        if self._empty is not None:
            self.addItem(self._empty, None)
        for code, label in items:
            self.addItem(label, code)
        self._show()

    def value(self) -> Any:
        """The chosen code, or None."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Shows a choice; a code that is not offered any more shows as itself."""
        self._value = value
        self._show()

    @override
    def settle(self) -> bool:
        return True

    def _show(self) -> None:
        index = self.findData(self._value)
        if index < 0 and self._value is not None:
            self.addItem(str(self._value), self._value)
            index = self.count() - 1
        self.setCurrentIndex(index)
        self.shows_nothing = self._value is None

    def _keep(self, index: int) -> None:
        value = self.itemData(index)
        self.shows_nothing = value is None
        if value != self._value:
            self._value = value
            self.kept.emit(value)

    def refit(self) -> None:
        """Forgets the height Qt has measured; the theme calls it after the text size has changed."""
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current_look().px(120), super().minimumSizeHint().height())

    @override
    def showPopup(self) -> None:
        super().showPopup()
        view = self.view()
        view.setAccessibleName(self.accessibleName())
        if not self._listens:
            self._listens = True
            view.installEventFilter(self)
        # Fusion lays the list over the field; under it the field stays readable.
        place = view.window()
        below = self.mapToGlobal(self.rect().bottomLeft())
        if below.y() + place.height() < self.screen().availableGeometry().bottom():
            place.move(below.x(), below.y() + 2)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING_KEYS:
            self.showPopup()
            event.accept()
            return
        letters = event.text().strip()
        if letters and letters.isprintable() and not event.modifiers() & _COMMANDS:
            self.showPopup()
            self._find(letters)
            event.accept()
            return
        super().keyPressEvent(event)

    def _find(self, letters: str) -> None:
        """Goes to the entry that begins like that, else to one with such a word: „2“ is Pflegegrad 2."""
        self.view().keyboardSearch(letters)
        if self.findText(letters, Qt.MatchFlag.MatchStartsWith) < 0:
            place = self.findText(f" {letters}", Qt.MatchFlag.MatchContains)
            if place >= 0:
                self.view().setCurrentIndex(self.model().index(place, self.modelColumn()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt's open list swallows Tab and stays open, and with it the next key.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_on, is_back = event.key() == Qt.Key.Key_Tab, event.key() == Qt.Key.Key_Backtab
            if is_on or is_back:
                index = self.view().currentIndex().row()
                self.hidePopup()
                if index >= 0:
                    self.setCurrentIndex(index)
                    self._keep(index)
                self.focusNextPrevChild(is_on)
                return True
        return super().eventFilter(watched, event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling a form must never change a value
