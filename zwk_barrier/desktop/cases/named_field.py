"""Brings the keyboard to a field that a jump names, once what was read is shown."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from zwk_barrier.desktop.cases.form_card import FormCard
from zwk_barrier.desktop.widgets.scroll import ScrollPage

_PLACED_AFTER: Final = 1000  # ms; many high cards find their places one after another


class NamedField:
    """Where somebody jumped to; of several fields of one name that of the record, else the first empty one."""

    def __init__(self, scroll: ScrollPage) -> None:
        self._scroll = scroll
        self._name = ""
        self._record: UUID | None = None
        self._moving: QWidget | None = None
        self._placed = QTimer(scroll, singleShot=True, interval=_PLACED_AFTER)
        self._placed.timeout.connect(self._rest)
        scroll.verticalScrollBar().rangeChanged.connect(self._follow)

    def want(self, name: str, record: UUID | None = None) -> None:
        """Remembers a field by its objectName, perhaps that on the card of one record; empty for none."""
        self._name, self._record = name, record

    def give_focus(self, tab: QWidget) -> bool:
        """Whether the tab has such a field by now; it has the keyboard then."""
        found = self._found(tab)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        return found is not None

    def settle(self, tab: QWidget) -> None:
        """The same once for all when the records are shown; while cards come the field is kept in sight."""
        found, focus = self._found(tab), QApplication.focusWidget()
        name, self._name = self._name, ""
        if found is None or (focus is not None and tab.isAncestorOf(focus) and focus.objectName() != name):
            return  # the person went on meanwhile
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.settle_layout()
        self._scroll.show_all_of(found)
        self._moving = found
        self._placed.start()

    def _follow(self) -> None:
        if self._moving is not None and self._moving is QApplication.focusWidget():
            self._scroll.show_all_of(self._moving)

    def _rest(self) -> None:
        self._moving = None

    def _found(self, tab: QWidget) -> QWidget | None:
        fields = tab.findChildren(QWidget, self._name) if self._name else []
        own = next((field for field in fields if self._record and _record_of(field) == self._record), None)
        if own is not None:
            return own
        empty = (field for field in fields if _value(field) in (None, ""))
        return next(empty, fields[0] if fields else None)


def _record_of(field: QWidget) -> UUID | None:
    """The record whose card a field is on."""
    part = field.parentWidget()
    while part is not None and not isinstance(part, FormCard):
        part = part.parentWidget()
    return None if part is None else part.binding.row_id


def _value(field: QWidget) -> object:
    """What a field holds; a button holds nothing."""
    value = getattr(field, "value", None)
    return value() if callable(value) else None
