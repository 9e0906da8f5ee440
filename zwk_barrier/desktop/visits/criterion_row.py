"""One criterion of a room: what is asked, the field to type in, and at once what the value means."""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from zwk_barrier.casework.measuring import verdict_on
from zwk_barrier.casework.visits import Measured
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.visits.verdicts import SHOWN, spoken
from zwk_barrier.desktop.widgets.buttons import IconButton
from zwk_barrier.desktop.widgets.chips import VerdictBadge
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.fields import LengthField, NumberField
from zwk_barrier.desktop.widgets.headings import NoteText, StrongText
from zwk_barrier.desktop.widgets.yes_no_field import YesNoField
from zwk_barrier.model import Measurement, Visit
from zwk_barrier.reference.requirements import Criterion
from zwk_barrier.wording import _

_FIELD_WIDTH, _VERDICT_WIDTH = 190, 240
_WIDE = 720  # px at 100 %: below this the field goes under the words


class CriterionRow(QWidget):
    """A row; ``entered`` carries a :class:`Measured` when something new was typed or chosen."""

    entered = Signal(object)

    def __init__(self, criterion: Criterion, visit: Visit) -> None:
        super().__init__()
        self.criterion = criterion
        self._visit = visit
        self._measured = Measured()
        self._method: str | None = None
        name = f"criterion_{criterion.id}"
        self.setObjectName(name)
        self._title = StrongText(f"{criterion.element()}: {criterion.text()}", name=f"{name}_title")
        self._asked = NoteText(name=f"{name}_asked")
        self._badge = VerdictBadge(f"{name}_verdict")
        self._gap = NoteText(name=f"{name}_gap")
        self._not_here = IconButton(f"{name}_not_here", _("Trifft hier nicht zu"), icon="minus", large=True)
        self._not_here.setCheckable(True)
        self._not_here.clicked.connect(self._toggle_applicable)
        self.field: Any = self._make_field(f"{name}_field")
        self.field.kept.connect(self._typed)
        self.field.failed.connect(self._show_failure)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 10, 10, 10)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        self._words = self._column(self._title, self._asked)
        self._result = self._column(self._badge, self._gap)
        self._is_wide: bool | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._fold()
        self._judge()

    def show_measurement(self, measurement: Measurement | None, visit: Visit) -> None:
        """Shows what is kept; a value that is being typed stays."""
        self._visit = visit
        if measurement is None:
            self._measured, self._method = Measured(), None
        else:
            self._measured = Measured(
                measurement.value,
                measurement.second_value,
                measurement.answer,
                measurement.grade,
                measurement.is_applicable,
            )
            self._method = measurement.method
        self.field.set_value(self._field_value())
        self._judge()

    def _make_field(self, name: str) -> Any:
        title = f"{self.criterion.element()}: {self.criterion.text()}"
        if self.criterion.kind == "yes_no":
            return YesNoField(name, title=title, unknown=_("offen"))
        if self.criterion.kind == "grade":
            grades = [(grade, grade) for grade in self.criterion.grades]
            return ChoiceField(name, grades, title=title, empty=_("– offen –"), large=True)
        if self.criterion.kind == "pair":
            return LengthField(name, pair=True, title=title, large=True)
        if self.criterion.unit == "cm":
            return LengthField(name, title=title, large=True)
        unit = "" if self.criterion.unit == "Anzahl" else self.criterion.unit
        return NumberField(name, least=Decimal(0), unit=unit, title=title, large=True)

    def _typed(self, value: Any) -> None:
        kind = self.criterion.kind
        if kind == "yes_no":
            self._measured = Measured(answer=value)
        elif kind == "grade":
            self._measured = Measured(grade=value)
        elif kind == "pair" and value is not None:
            self._measured = Measured(value=value[0], second_value=value[1])
        else:
            self._measured = Measured(value=value)
        self._judge()
        self.entered.emit(self._measured)

    def _toggle_applicable(self) -> None:
        self._measured = Measured(is_applicable=not self._not_here.isChecked())
        self.field.set_value(None)
        self._judge()
        self.entered.emit(self._measured)

    def _field_value(self) -> Any:
        measured, kind = self._measured, self.criterion.kind
        if kind == "yes_no":
            return measured.answer
        if kind == "grade":
            return measured.grade
        if kind == "pair":
            pair = (measured.value, measured.second_value)
            return None if None in pair else pair
        return measured.value

    def _judge(self) -> None:
        assessment = verdict_on(self.criterion, self._visit, self._measured)
        asked = ", ".join(part for part in (assessment.required_text, self.criterion.note) if part)
        self._asked.setText(asked)
        self._asked.setVisible(bool(asked))
        self._badge.show_verdict(SHOWN[assessment.verdict], text=spoken(assessment))
        self._show_remark(assessment.gap_text)
        is_applicable = self._measured.is_applicable
        self._not_here.setChecked(not is_applicable)
        self.field.setEnabled(is_applicable)
        self.field.setAccessibleDescription(f"{asked}. {self._badge.accessibleName()} {assessment.gap_text}")

    def _show_failure(self, sentence: str) -> None:
        if sentence:
            self._show_remark(sentence)
        else:
            self._judge()

    def _show_remark(self, text: str) -> None:
        self._gap.setText(text)
        self._gap.setVisible(bool(text))

    def _column(self, *widgets: QWidget) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in widgets:
            column.addWidget(widget)
        return holder

    def _fold(self) -> None:
        look = current_look()
        is_wide = self.width() >= look.px(_WIDE)
        self._result.setMinimumWidth(look.px(_VERDICT_WIDTH) if is_wide else 0)
        self.field.setFixedWidth(look.px(_FIELD_WIDTH + (70 if self.criterion.kind == "yes_no" else 0)))
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        centre = Qt.AlignmentFlag.AlignVCenter
        for widget in (self._words, self.field, self._result, self._not_here):
            self._grid.removeWidget(widget)
        if is_wide:
            self._grid.addWidget(self._words, 0, 0, centre)
            self._grid.addWidget(self.field, 0, 1, centre)
            self._grid.addWidget(self._result, 0, 2, centre)
            self._grid.addWidget(self._not_here, 0, 3, centre)
        else:
            self._grid.addWidget(self._words, 0, 0, 1, 3)
            self._grid.addWidget(self.field, 1, 0, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(self._not_here, 1, 1, centre)
            self._grid.addWidget(self._result, 2, 0, 1, 3)
        self._grid.setColumnStretch(0, 1)

    @override
    def minimumSizeHint(self) -> QSize:
        # As narrow as the folded row, else the page could never become narrow enough to fold.
        look = current_look()
        width = self.field.width() + self._not_here.sizeHint().width() + look.px(40)
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fold()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()  # number, Enter, number, Enter: through the room without looking
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, current_look().colour("line"))
