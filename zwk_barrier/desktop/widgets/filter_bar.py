"""What a list is filtered by: fields with their labels in a row, in more rows at large text.

bar = FilterBar("case_filters")
bar.add_field(_("&Name beginnt mit"), TextField("filter_name"))
"""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRow

_WIDTH, _GAP = 244, 16  # px at 100 %: four of them in a window of 1280

_Widget = TypeVar("_Widget", bound=QWidget)


class FilterBar(Flow):
    """Fields of one width, side by side as far as there is room."""

    def __init__(self, name: str) -> None:
        super().__init__(name, gap=_GAP)
        self._rows: list[FormRow] = []

    def add_field(self, label: str, field: _Widget) -> _Widget:
        """Appends a field with its label and gives it back; ``&`` in the label marks its Alt key."""
        self._rows.append(self.add(FormRow(label, field)))
        self.refit()
        return field

    def refit(self) -> None:
        """Gives every field the same width; the theme calls it after the text size has changed."""
        for row in self._rows:
            row.setFixedWidth(current_look().px(_WIDTH))
