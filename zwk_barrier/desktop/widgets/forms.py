"""Rows of a form: the only way a field gets onto a page.

    form = FormRows("contact_form")
    form.section(_("Wer ruft an"))
    phone = form.row(_("&Telefon"), PhoneField("phone"), hint=_("Nur mit Einverständnis"))
    phone.kept.connect(...)
    form.row(_("&Anliegen"), NoteField("topic"), wide=True)
    form.settle()       # before the page closes: keeps everything, False when one field cannot be kept

A row sets at once: the visible label with its mnemonic, the accessible name (label) and description (hint,
unit, error), the hint under the field, the unit beside it and the error under it: icon, sentence and a
thicker edge, not colour alone.
Two columns while there is room; one at large text or in a narrow window.
"""

from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.headings import BodyText, NoteText, SectionTitle
from zwk_barrier.desktop.widgets.pictures import Picture
from zwk_barrier.overriding import override

if TYPE_CHECKING:
    from zwk_barrier.desktop.widgets.keeping import Field

_COLUMN_WIDTH = 300  # px at 100 %: below two of these the rows fold into one column
_COLUMN_GAP, _ROW_GAP = 24, 16

_Widget = TypeVar("_Widget", bound=QWidget)


class FieldLabel(QLabel):
    """The visible name of a field; its mnemonic moves the focus there."""


class ErrorText(BodyText):
    """Why something typed cannot be kept; red, and always beside a sign."""


class FormRow(QWidget):
    """One field with everything that belongs to it."""

    def __init__(self, label: str, field: QWidget, *, hint: str = "", unit: str = "") -> None:
        super().__init__()
        self.field = field
        self._hint, self._unit = hint, unit
        self._error: QWidget | None = None
        self._error_text: ErrorText | None = None
        self.setObjectName(f"{field.objectName()}_row")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._add_label(label)
        self._add_field()
        if hint:
            self._column.addWidget(NoteText(hint, name=f"{field.objectName()}_hint"))
        self._describe("")
        cast("Field", field).failed.connect(self.show_error)

    def show_error(self, sentence: str) -> None:
        """Shows why the field cannot be kept; an empty sentence takes it away."""
        if sentence and self._error is None:
            self._add_error()
        if self._error is not None and self._error_text is not None:
            self._error_text.setText(sentence)
            self._error.setVisible(bool(sentence))
        self._describe(sentence)

    def _add_label(self, label: str) -> None:
        text = FieldLabel(label, self)
        text.setObjectName(f"{self.field.objectName()}_label")
        text.setBuddy(self.field)
        self._column.addWidget(text)
        self.field.setAccessibleName(label.replace("&", ""))

    def _add_field(self) -> None:
        if not self._unit:
            self._column.addWidget(self.field)
            return
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        unit = QLabel(self._unit, self)
        unit.setObjectName(f"{self.field.objectName()}_unit")
        line.addWidget(unit)
        self._column.addLayout(line)

    def _add_error(self) -> None:
        self._error = QWidget(self)
        self._error.setObjectName(f"{self.field.objectName()}_error")
        line = QHBoxLayout(self._error)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(Picture("circle-alert", "unmet", size=18), 0, Qt.AlignmentFlag.AlignTop)
        self._error_text = ErrorText(name=f"{self.field.objectName()}_error_text")
        line.addWidget(self._error_text, 1)
        self._column.insertWidget(2, self._error)

    def _describe(self, error: str) -> None:
        parts = (error, self._unit, self._hint, getattr(self.field, "key_hint", ""))
        self.field.setAccessibleDescription(" ".join(part for part in parts if part))


class FormRows(QWidget):
    """A form; rows stand in reading order, left to right and down, and so does the Tab key.

    As many of ``columns`` stand side by side as have ``column_width`` px at 100 %.
    """

    def __init__(self, name: str, *, columns: int = 2, column_width: int = _COLUMN_WIDTH) -> None:
        super().__init__()
        self.setObjectName(name)
        self._most_columns, self._column_width = columns, column_width
        self._columns = self._rows = 0
        self._parts: list[tuple[QWidget, bool]] = []  # with whether it takes the whole width
        self._hidden: set[QWidget] = set()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_COLUMN_GAP)
        self._grid.setVerticalSpacing(_ROW_GAP)

    def section(self, title: str, *, name: str = "") -> SectionTitle:
        """A heading over the rows that follow."""
        return self.add(SectionTitle(title, name=name))

    def row(
        self,
        label: str,
        field: _Widget,
        *,
        hint: str = "",
        unit: str = "",
        name: str = "",
        wide: bool = False,
    ) -> _Widget:
        """Adds one field and gives it back; ``&`` in the label marks its Alt key, ``name`` its objectName."""
        if name:
            field.setObjectName(name)
        self._add(FormRow(label, field, hint=hint, unit=unit), is_wide=wide)
        return field

    def add(self, widget: _Widget) -> _Widget:
        """Adds something else over the whole width: a notice, a button row, a table."""
        self._add(widget, is_wide=True)
        return widget

    def show_row(self, field: QWidget, *, is_shown: bool) -> None:
        """Shows or hides the row of a field; the rows after it close up."""
        row = next((part for part, _is_wide in self._parts if getattr(part, "field", None) is field), None)
        if row is None or (row not in self._hidden) == is_shown:
            return
        (self._hidden.discard if is_shown else self._hidden.add)(row)
        row.setVisible(is_shown)
        self._place_all()

    def fields(self) -> dict[str, Any]:
        """The fields by their objectName."""
        rows = (part for part, _is_wide in self._parts if isinstance(part, FormRow))
        return {row.field.objectName(): row.field for row in rows}

    def settle(self) -> bool:
        """Keeps what is typed in every field; False when one holds something that cannot be kept."""
        settled = [field.settle() for field in self.fields().values()]  # every field gets its turn
        return all(settled)

    def _add(self, widget: QWidget, *, is_wide: bool) -> None:
        self._parts.append((widget, is_wide))
        if self._columns == 0:
            self._columns = self._fitting_columns()
        self._place_all()

    def _fitting_columns(self) -> int:
        return max(1, min(self._most_columns, self.width() // current_look().px(self._column_width)))

    def _place_all(self) -> None:
        self._grid.setRowStretch(self._rows, 0)
        row = column = 0
        for part in self._hidden:
            self._grid.removeWidget(part)
        for part, is_wide in self._parts:
            if part in self._hidden:
                continue
            if column and (is_wide or column == self._columns):
                row, column = row + 1, 0
            if is_wide:
                self._grid.addWidget(part, row, 0, 1, self._columns, Qt.AlignmentFlag.AlignTop)
                row += 1
            else:
                self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
                column += 1
        self._rows = row + 1
        self._grid.setRowStretch(self._rows, 1)  # what is left over goes below, not between the rows
        for index in range(self._most_columns):
            self._grid.setColumnStretch(index, 1 if index < self._columns else 0)

    def refit(self) -> None:
        """Folds or unfolds; the theme calls it after the text size has changed."""
        columns = self._fitting_columns()
        if columns != self._columns:
            self._columns = columns
            self._place_all()

    @override
    def minimumSizeHint(self) -> QSize:
        # One column's width: else the page could never become narrow enough to fold.
        widest = max((part.minimumSizeHint().width() for part, _is_wide in self._parts), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()
