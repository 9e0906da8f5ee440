"""A form beside the drawing: short lengths two in a line, each high enough for a finger."""

from typing import Final

from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.style.look import LARGE_TARGET, current_look
from zwk_barrier.desktop.widgets.forms import FormRow, FormRows
from zwk_barrier.overriding import override

_COLUMN: Final = 140  # px at 100 %
_HIGH: Final = LARGE_TARGET - 2  # with the least target of 44 px met and the form still calm


class CompactForm(FormRows):
    """Like every form, with narrower columns and large targets."""

    @override
    def refit(self) -> None:
        for row in self.findChildren(FormRow):
            _enlarge(row)
        super().refit()

    @override
    def _add(self, widget: QWidget, *, is_wide: bool) -> None:
        if isinstance(widget, FormRow):
            _enlarge(widget)
        super()._add(widget, is_wide=is_wide)

    @override
    def _fitting_columns(self) -> int:
        return max(1, min(self._most_columns, self.width() // current_look().px(_COLUMN)))


def _enlarge(row: FormRow) -> None:
    row.field.setMinimumHeight(current_look().px(_HIGH))
