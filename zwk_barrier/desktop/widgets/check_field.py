"""The field for something that is so or not: one box with its sentence.  For yes, no or unknown: yes_no_field.py."""

from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.keeping import SettlesItself
from zwk_barrier.overriding import override

_LEAST = 28


class CheckField(QCheckBox, SettlesItself):
    """A box that is ticked or not; the value is a bool, and None shows as not ticked."""

    kept = Signal(object)
    failed = Signal(str)

    def __init__(self, name: str, text: str) -> None:
        super().__init__(text)
        self.invalid = False
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._keep)

    @override
    def minimumSizeHint(self) -> QSize:
        side = current_look().px(_LEAST)  # a box without words would be narrower than a finger needs
        return super().minimumSizeHint().expandedTo(QSize(side, side))

    def value(self) -> Any:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: Any) -> None:
        """Ticks it or not."""
        self.setChecked(bool(value))

    @override
    def settle(self) -> bool:
        return True

    def _keep(self) -> None:
        self.kept.emit(self.isChecked())
