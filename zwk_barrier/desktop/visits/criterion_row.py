"""One criterion of a room: what is asked, the field to type in, and at once what the value means.

Enter keeps the value and goes on, Up and Down walk, minus says "does not apply here", and a question is
answered by its first letter or by 1 and 0: one hand on the number pad is enough.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from zwk_barrier.casework.basis import Basis
from zwk_barrier.casework.entering import Measured
from zwk_barrier.casework.measuring import Point, is_measured, value_text, verdict_on
from zwk_barrier.casework.visits import VisitView
from zwk_barrier.desktop.visits.criterion_line import CriterionLine
from zwk_barrier.desktop.visits.entry_fields import as_measured, field_value, kept_in
from zwk_barrier.desktop.visits.verdicts import SHOWN, spoken
from zwk_barrier.desktop.widgets.keeping import SettlesItself
from zwk_barrier.desktop.widgets.yes_no_field import YesNoField
from zwk_barrier.model import Measurement, Visit
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.requirements import Assessment
from zwk_barrier.wording import _

_NEXT_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEP_KEYS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class _Judged:
    """What the verdict on the screen was made from."""

    what: Measured
    method: str | None
    basis: Basis
    visit_method: str | None


class CriterionRow(CriterionLine, SettlesItself):
    """One line of a room; keeps on screen what could not be kept in the store, until it can."""

    entered = Signal(object)
    """A :class:`Measured`: something new was typed or chosen."""

    stepped = Signal(int)
    """The keyboard wants to go on (1) or back (-1)."""

    remarked = Signal(object)
    """A note on this criterion, or None."""

    def __init__(self, point: Point, view: VisitView) -> None:
        super().__init__(point)
        criterion = point.criterion
        self.measured = Measured()
        self.method: str | None = None
        self._view = view
        self._judged: _Judged | None = None
        self._underway = 0
        self._unkept: Measured | None = None
        self.field.kept.connect(lambda value: self._enter(as_measured(criterion, value)))
        self.field.failed.connect(self._show_failure)
        if not isinstance(self.field, YesNoField):
            self.field.installEventFilter(self)
        self._judge()

    @property
    def visit(self) -> Visit:
        """What the row measures against."""
        return self._view.visit

    def show_measurement(self, measurement: Measurement | None, view: VisitView) -> None:
        """Shows what is kept; what is being typed, kept this moment or could not be kept stays."""
        self._view = view
        self._show_remark(None if measurement is None else measurement.note)
        if self._underway or self._unkept is not None:
            return
        self.measured = kept_in(measurement)
        self.method = None if measurement is None else measurement.method
        self.field.set_value(field_value(self.criterion, self.measured))
        self._judge()

    def begin(self) -> None:
        """The value is on its way to the store."""
        self._underway += 1

    def done(self) -> None:
        """The value is kept."""
        self._underway -= 1

    def refused(self, problem: Problem) -> None:
        """The value could not be kept: it stays, with the sentence, and is tried again."""
        self._underway -= 1
        self._unkept = self.measured
        self._show_failure(str(problem))

    @property
    def has_unkept(self) -> bool:
        """Whether the value shown could not be kept yet."""
        return self._unkept is not None

    def try_again(self) -> None:
        """Keeps once more what could not be kept."""
        if self._unkept is not None and not self._underway:
            self._enter(self._unkept)

    def toggle_applicable(self) -> None:
        """Says that the criterion does not apply here, or takes that back."""
        self.field.forget()
        self.field.set_value(None)
        self._enter(Measured(is_applicable=not self.measured.is_applicable))

    def ask_remark(self) -> None:
        """Opens the note on this criterion."""
        self._show_remark("")
        self.remark_field().setFocus(Qt.FocusReason.TabFocusReason)

    def in_words(self) -> str:
        """Criterion, value and what is wrong with it, e.g. ``Lichte Breite der Tür: 63 cm, 17 cm zu wenig``."""
        gap = self._assess().gap_text
        value = ", ".join(part for part in (value_text(self.criterion, self.measured), gap) if part)
        return ": ".join(part for part in (self.title.text(), value) if part)

    @override
    def settle(self) -> bool:
        return bool(self.field.settle()) and self._unkept is None

    def _enter(self, what: Measured) -> None:
        self.measured = what
        self.method = self.visit.method if is_measured(self.criterion) else None
        if self._unkept is not None:
            self._unkept = None
            self._show_failure("")
        self._judge()
        self.entered.emit(what)

    def _assess(self) -> Assessment:
        return verdict_on(
            self.criterion,
            self._view.basis,
            self.measured,
            visit_method=self.visit.method,
            method=self.method,
        )

    def _judge(self) -> None:
        judged = _Judged(self.measured, self.method, self._view.basis, self.visit.method)
        if judged == self._judged:
            return
        self._judged = judged
        assessment = self._assess()
        # A question is its own requirement: „ja“ under each would only be read again and again.
        required = "" if self.criterion.kind == "yes_no" else assessment.required_text
        level = self._view.basis.profile.level_for(self.criterion)
        note = "" if level is None else self.criterion.required[level].note
        asked = ", ".join(part for part in (required, note) if part)
        self.asked.setText(asked)
        self.asked.setVisible(bool(asked))
        self.badge.show_verdict(SHOWN[assessment.verdict], text=spoken(assessment))
        self.show_gap(" · ".join(part for part in (assessment.gap_text, self._method_words()) if part))
        if isinstance(self.field, QLineEdit):
            self.field.setPlaceholderText("" if self.measured.is_applicable else _("entfällt"))
        self._describe()

    def _describe(self) -> None:
        told = (self.asked.text(), self.badge.accessibleName(), self.gap.text())
        self.field.setAccessibleDescription(". ".join(part for part in told if part))

    def _method_words(self) -> str:
        """How the value was found, where that differs from the rest of the visit."""
        if self.measured.value is None or self.method is None or self.method == self.visit.method:
            return ""
        return load_code_list("measuring_method").label(self.method)

    def _show_failure(self, sentence: str) -> None:
        self.show_error(sentence)
        if sentence:
            self.field.setAccessibleDescription(sentence)
        else:
            self._describe()

    def _show_remark(self, remark: str | None) -> None:
        if remark is None and self.remark is None:
            return
        is_new = self.remark is None
        field = self.remark_field()
        if is_new:
            field.kept.connect(self.remarked)
        if remark != "":
            field.set_value(remark)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A minus where nothing is typed yet; else it would go into the text.
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress or event.text() != "-":
            return False
        if isinstance(self.field, QLineEdit) and self.field.text() != self.field.selectedText():
            return False
        self._leave_out()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _NEXT_KEYS:
            self._go_on(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in _STEP_KEYS and isinstance(self.field, QLineEdit):
            self.stepped.emit(_STEP_KEYS[key])
        elif not (isinstance(self.field, YesNoField) and self._answer(event.text().lower())):
            super().keyPressEvent(event)

    def _go_on(self, steps: int) -> None:
        if self.field.settle():
            self.try_again()
            self.stepped.emit(steps)

    def _leave_out(self) -> None:
        self.toggle_applicable()
        if not self.measured.is_applicable:
            self.stepped.emit(1)

    def _answer(self, letter: str) -> bool:
        """Answers the question; False for a key that means nothing here."""
        answers = {_("Ja")[0].lower(): True, _("Nein")[0].lower(): False, "1": True, "0": False}
        if letter == "-":
            self._leave_out()
        elif letter in answers:
            self.field.set_value(answers[letter])
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._enter(Measured(answer=answers[letter]))
        return letter == "-" or letter in answers
