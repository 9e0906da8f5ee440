"""A form for the visit: its fields are high enough for a finger on a laptop held on the knees."""

from typing import Final

from PySide6.QtWidgets import QRadioButton, QWidget

from zwk_barrier.desktop.style.look import LARGE_TARGET, current_look
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.forms import FormRow, FormRows
from zwk_barrier.overriding import override

_HIGH: Final = LARGE_TARGET - 2  # with the least target of 44 px met and the form still calm


class VisitForm(FormRows):
    """Like every form, with large targets."""

    @override
    def refit(self) -> None:
        for row in self.findChildren(FormRow):
            enlarge(row.field)
        for box in self.findChildren(CheckField):
            enlarge(box)
        super().refit()

    @override
    def _add(self, widget: QWidget, *, is_wide: bool) -> None:
        if isinstance(widget, FormRow | CheckField):
            enlarge(widget.field if isinstance(widget, FormRow) else widget)
        super()._add(widget, is_wide=is_wide)


def enlarge(field: QWidget) -> None:
    """Makes a field, and each answer of a question, high enough for a finger."""
    height = current_look().px(_HIGH)
    for part in (field, *field.findChildren(QRadioButton)):
        part.setMinimumHeight(height)
