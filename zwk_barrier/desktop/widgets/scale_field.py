"""The field for one step of a short scale, or none: radio buttons, one Tab stop; digits, arrows and Delete choose.

    ScaleField("limitation_F07", [(0, "Nein"), (1, "Teilweise"), (2, "Deutlich")], unknown=_("Nicht gefragt"))

Enter goes on to the next field, so that a page of scales is answered with digits and Enter.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from zwk_barrier.desktop.widgets.flow import FlowLayout
from zwk_barrier.desktop.widgets.keeping import SettlesItself
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_NONE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ON_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class ScaleField(QWidget, SettlesItself):
    """One of ``steps`` as (number, label), each chosen by its digit, or None, shown as ``unknown``."""

    kept = Signal(object)
    failed = Signal(str)

    def __init__(self, name: str, steps: Sequence[tuple[int, str]], *, unknown: str) -> None:
        super().__init__()
        self.invalid = False
        self.key_hint = _("Ziffern wählen, Entf nimmt zurück, Enter geht weiter.")
        self.setObjectName(name)
        self._value: int | None = None
        self._group = QButtonGroup(self)
        self._buttons: dict[int | None, QRadioButton] = {}
        flow = FlowLayout(self, gap=16)
        for step, label in steps:
            flow.addWidget(self._button(step, f"{name}_{step}", label))
        flow.addWidget(self._button(None, f"{name}_unknown", unknown))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else Qt moves it nowhere in the order of Tab
        self._show()
        self._group.buttonClicked.connect(self._choose_checked)

    def value(self) -> Any:
        """The step kept last, None for none."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Shows a step; one that the scale does not have shows as none."""
        self._value = value if value in self._buttons else None
        self._show()

    @override
    def settle(self) -> bool:
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._take(event):
            return True
        return super().eventFilter(watched, event)

    def _button(self, step: int | None, name: str, label: str) -> QRadioButton:
        button = QRadioButton(label, self)
        button.setObjectName(name)
        button.installEventFilter(self)
        self._group.addButton(button)
        self._buttons[step] = button
        return button

    def _take(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _COMMANDS:
            return False
        text = event.text()
        if text.isdecimal() and int(text) in self._buttons:
            self._choose(int(text))
            return True
        if event.key() in _NONE_KEYS:
            self._choose(None)
            return True
        if event.key() in _ON_KEYS:
            self.focusNextChild()
            return True
        return False

    def _choose_checked(self) -> None:
        self._choose(next(step for step, button in self._buttons.items() if button.isChecked()))

    def _choose(self, step: int | None) -> None:
        is_new = step != self._value
        had_focus = any(button.hasFocus() for button in self._buttons.values())
        self._value = step
        self._show()
        if had_focus:
            self._buttons[step].setFocus(Qt.FocusReason.OtherFocusReason)
        if is_new:
            self.kept.emit(step)

    def _show(self) -> None:
        self._buttons[self._value].setChecked(True)
        self.setFocusProxy(self._buttons[self._value])  # the row's mnemonic lands on the answer given
