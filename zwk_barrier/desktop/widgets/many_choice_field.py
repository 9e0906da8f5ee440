"""The field for several of a list of codes: the chosen ones as pills, the list with check boxes.

    ManyChoiceField("aids", [("rollator", "Rollator"), ("wheelchair", "Rollstuhl")])   the value is a tuple of codes

One Tab stop; Enter, Space, Down or a click open the list; there Space checks, letters find, Enter or Escape close.
"""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout

from zwk_barrier.desktop.style.ink import box, chevron, line_of_text
from zwk_barrier.desktop.style.look import TARGET, Look, current_look
from zwk_barrier.desktop.style.paint_fields import ARROW_ROOM, PADDING
from zwk_barrier.desktop.widgets.chips import Tone, chip_size, paint_chip, tone_ink
from zwk_barrier.desktop.widgets.choice_delegate import ChoiceDelegate
from zwk_barrier.desktop.widgets.keeping import SettlesItself
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_GAP, _ROOM = 6, 8
_CODE = Qt.ItemDataRole.UserRole
_OPENING_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)


class ManyChoiceField(QAbstractButton, SettlesItself):
    """Several of ``items`` as (code, label); ``kept`` tells the tuple of codes.

    They stand in the order of the list, or when the field ``ranks`` in that of being chosen.
    """

    kept = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        name: str,
        items: Iterable[tuple[str, str]] = (),
        *,
        title: str = "",
        empty: str = "",
        ranks: bool = False,
    ) -> None:
        super().__init__()
        self.invalid = False
        self._empty = empty or _("– keine Angabe –")
        self._items = dict(items)
        self._ranks = ranks
        self._codes: tuple[str, ...] = ()
        self._popup: _CheckList | None = None
        self._hint = ""
        self.setObjectName(name)
        if title:
            self.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.open_list)

    def set_items(self, items: Iterable[tuple[str, str]]) -> None:
        """Offers other choices; codes chosen before stay."""
        self._items = dict(items)
        self._changed()

    def value(self) -> Any:
        """The chosen codes."""
        return self._codes

    def set_value(self, value: Any) -> None:
        """Shows a choice; None is none."""
        self._codes = tuple(value or ())
        self._changed()

    @override
    def settle(self) -> bool:
        return True

    def labels(self) -> list[str]:
        """The words of what is chosen; a code that is not offered any more stands for itself."""
        return [self._items.get(code, code) for code in self._codes]

    def open_list(self) -> None:
        """Opens the list under the field."""
        if self._popup is None:
            self._popup = _CheckList(self)
            self._popup.changed.connect(self._take)
        offered = dict(self._items) | {code: code for code in self._codes if code not in self._items}
        self._popup.open_with(offered, self._codes)

    @override
    def setAccessibleDescription(self, description: str) -> None:
        self._hint = description
        self._describe()

    def _take(self, codes: tuple[str, ...]) -> None:
        if self._ranks:
            stayed = tuple(code for code in self._codes if code in codes)
            codes = stayed + tuple(code for code in codes if code not in stayed)
        if codes != self._codes:
            self._codes = codes
            self._changed()
            self.kept.emit(codes)

    def _changed(self) -> None:
        self._describe()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        chosen = ", ".join(self.labels()) or self._empty
        super().setAccessibleDescription(f"{chosen}. {self._hint}".strip())

    def _places(self, look: Look, width: int) -> list[QRect]:
        """Where the pills stand, line by line."""
        right = width - look.px(ARROW_ROOM)
        left = top = _ROOM
        places = []
        for label in self.labels():
            size = chip_size(look, label).boundedTo(QSize(max(right - _ROOM, 24), look.px(TARGET)))
            if left > _ROOM and left + size.width() > right:
                left, top = _ROOM, top + size.height() + _GAP
            places.append(QRect(QPoint(left, top), size))
            left += size.width() + _GAP
        return places

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        look = current_look()
        lowest = max((place.bottom() + 1 for place in self._places(look, width)), default=0)
        return max(look.px(TARGET), lowest + _ROOM)

    @override
    def sizeHint(self) -> QSize:
        width = current_look().px(240)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        look = current_look()
        return QSize(look.px(120), look.px(TARGET))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        edge = look.colour("text" if self.underMouse() else "border")
        box(painter, self.rect(), look.colour("surface"), edge)
        for place, label in zip(self._places(look, self.width()), self.labels(), strict=True):
            paint_chip(look, painter, place, label, tone_ink(look, Tone.PLAIN))
        if not self._codes:
            painter.setFont(look.font())
            room = self.rect().adjusted(look.px(PADDING), 0, -look.px(ARROW_ROOM), 0)
            line_of_text(painter, room, self._empty, look.colour("soft"))
        size, room_right = look.px(11), look.px(ARROW_ROOM)
        left = self.width() - room_right + (room_right - size) // 2
        chevron(painter, QRect(left, (self.height() - size) // 2, size, size), look.colour("text"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING_KEYS:
            self.open_list()
            event.accept()
        else:
            super().keyPressEvent(event)


class _CheckList(QFrame):
    """The list with check boxes."""

    changed = Signal(object)

    def __init__(self, field: ManyChoiceField) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self._field = field
        self.setObjectName(f"{field.objectName()}_popup")
        self.setAccessibleName(field.accessibleName())
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._list = QListWidget(self)
        self._list.setObjectName(f"{field.objectName()}_list")
        self._list.setAccessibleName(field.accessibleName())
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setItemDelegate(ChoiceDelegate(self._list))
        self._list.installEventFilter(self)
        self._list.itemChanged.connect(self._tell)
        self._list.itemClicked.connect(self._toggle)
        self._is_filling = False
        self._was_checked: dict[str, bool] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self._list)

    def open_with(self, items: dict[str, str], codes: tuple[str, ...]) -> None:
        """Shows ``items`` with ``codes`` checked."""
        self._is_filling = True
        self._list.clear()
        for code, label in items.items():
            item = QListWidgetItem(label)
            item.setData(_CODE, code)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
            )
            item.setCheckState(Qt.CheckState.Checked if code in codes else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._is_filling = False
        self._remember()
        self._list.setCurrentRow(0)
        rows = min(10, self._list.count())
        height = sum(self._list.sizeHintForRow(row) for row in range(rows)) + 16
        self.resize(max(self._field.width(), current_look().px(240)), height)
        self.move(self._field.mapToGlobal(QPoint(0, self._field.height() + 2)))
        self.show()
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _checked(self) -> dict[str, bool]:
        items = [self._list.item(row) for row in range(self._list.count())]
        return {item.data(_CODE): item.checkState() == Qt.CheckState.Checked for item in items}

    def _remember(self) -> None:
        self._was_checked = self._checked()

    def _tell(self) -> None:
        if not self._is_filling:
            self.changed.emit(tuple(code for code, is_on in self._checked().items() if is_on))

    def _toggle(self, item: QListWidgetItem) -> None:
        """A click on the word checks too; on the box Qt has done it already."""
        code = item.data(_CODE)
        is_on = item.checkState() == Qt.CheckState.Checked
        if is_on == self._was_checked[code]:
            item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)
        self._remember()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape):
                self.hide()
                self._field.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Space:
                # Space checks; without a modifier Qt would take it as a letter to search for.
                self._switch(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _switch(self, item: QListWidgetItem) -> None:
        is_on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)
        self._remember()
