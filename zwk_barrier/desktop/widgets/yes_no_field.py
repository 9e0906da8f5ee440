"""The field for yes, no or unknown: three radio buttons, one Tab stop, arrows choose."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from zwk_barrier.desktop.widgets.keeping import SettlesItself
from zwk_barrier.overriding import override
from zwk_barrier.wording import _


class YesNoField(QWidget, SettlesItself):
    """True, False, or None for "not known"."""

    kept = Signal(object)
    failed = Signal(str)

    def __init__(self, name: str, *, title: str = "", unknown: str = "") -> None:
        super().__init__()
        self.invalid = False
        self.setObjectName(name)
        if title:
            self.setAccessibleName(title)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(20)
        self._group = QButtonGroup(self)
        self._buttons: dict[bool | None, QRadioButton] = {}
        answers = (
            (True, "yes", _("Ja")),
            (False, "no", _("Nein")),
            (None, "unknown", unknown or _("Unbekannt")),
        )
        for value, suffix, label in answers:
            button = QRadioButton(label, self)
            button.setObjectName(f"{name}_{suffix}")
            self._group.addButton(button)
            self._buttons[value] = button
            layout.addWidget(button)
        layout.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else Qt moves it nowhere in the order of Tab
        self._value: bool | None = None
        self._buttons[None].setChecked(True)
        self._set_proxy()
        self._group.buttonClicked.connect(self._keep)

    def value(self) -> Any:
        """The answer kept last."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Shows an answer."""
        self._value = value
        self._buttons[value].setChecked(True)
        self._set_proxy()

    @override
    def settle(self) -> bool:
        return True

    def _keep(self) -> None:
        value = next(answer for answer, button in self._buttons.items() if button.isChecked())
        if value != self._value:
            self._value = value
            self._set_proxy()
            self.kept.emit(value)

    def _set_proxy(self) -> None:
        self.setFocusProxy(self._buttons[self._value])  # the row's mnemonic lands on the answer given
