"""One criterion of a room: what is asked, the field to type in, and at once what the value means.

Enter keeps the value and goes on, Up and Down walk, minus says "does not apply here", plus "should go",
and a question is answered by its first letter or by 1 and 0: one hand on the number pad is enough.
"""

import time
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.measuring import Point, is_measured, value_text
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.visits.criterion_line import CriterionLine
from zwk_barrier.desktop.visits.entry_fields import as_measured, field_value, kept_in
from zwk_barrier.desktop.visits.line_words import Entered, Wish, then_words, words_of
from zwk_barrier.desktop.visits.meter_field import MeterField
from zwk_barrier.desktop.visits.verdicts import SHOWN, spoken
from zwk_barrier.desktop.widgets.arrow_keys import UP_OR_DOWN
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.keeping import SettlesItself
from zwk_barrier.desktop.widgets.yes_no_field import YesNoField
from zwk_barrier.model import Measurement, Visit
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem
from zwk_barrier.wording import _

_NEXT_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BURST: Final = 0.15  # seconds between two keys of a meter; nobody answers and types on that fast


class CriterionRow(CriterionLine, SettlesItself):
    """One line of a room; keeps on screen what could not be kept in the store, until it can."""

    entered = Signal(object)
    """A :class:`Measured`: something new was typed or chosen."""

    stepped = Signal(int)
    """The keyboard wants to go on (1) or back (-1)."""

    remarked = Signal(object)
    """A note on this criterion, or None."""

    wished = Signal(object)
    """A :class:`Wish` about the barrier of this line."""

    said = Signal(str)
    """A sentence to be spoken: what the value just entered means."""

    shot = Signal(str)
    """Digits that a meter typed where no length is asked."""

    def __init__(self, point: Point, view: VisitView) -> None:
        super().__init__(point)
        criterion = point.criterion
        self.measured = Measured()
        self.method: str | None = None
        self.wish = Wish()
        self._view = view
        self._entered = Entered(point, view.basis, self.measured)
        self.words = words_of(self._entered)
        self._answered: tuple[float, str, Measured] | None = None
        self._underway = 0
        self._unkept: Measured | None = None
        self._then = ""
        self.field.kept.connect(lambda value: self._enter(as_measured(criterion, value)))
        self.field.failed.connect(self._show_failure)
        if not isinstance(self.field, YesNoField):
            self.field.installEventFilter(self)
        if isinstance(self.field, MeterField):
            self.field.waiting.connect(self.said)
            self.field.method = view.visit.method
        self._judge(is_first=True)

    @property
    def view(self) -> VisitView:
        """The visit as it was shown last."""
        return self._view

    @property
    def visit(self) -> Visit:
        """What the row measures against."""
        return self._view.visit

    def show_measurement(self, point: Point, measurement: Measurement | None, view: VisitView) -> None:
        """Shows what is asked and kept; what is being typed, kept this moment or could not be kept stays."""
        self._view = view
        self.point, self.criterion = point, point.criterion
        if isinstance(self.field, MeterField):
            self.field.method = view.visit.method
        self._show_remark(None if measurement is None else measurement.note)
        if self._underway or self._unkept is not None:
            return
        self.measured = kept_in(measurement)
        self.method = None if measurement is None else measurement.method
        self.wish = (
            Wish() if measurement is None else Wish(bool(measurement.is_wanted), measurement.frequency)
        )
        self.field.set_value(field_value(self.criterion, self.measured))
        self._judge()

    def show_then(self, then: Measured | None) -> None:
        """Shows what the visit that this one is compared with measured here; nothing where it did not."""
        shown, told = then_words(self.point, then, self._view.compared_on)
        if told != self._then:
            self._then = told
            self.then.setText(shown)
            self.then.setToolTip(told)
            self.then.setAccessibleName(told)
            self.then.setVisible(bool(shown))
            self._describe()

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

    def toggle_wanted(self) -> None:
        """Says that the barrier of this line should go, or takes that back; only where there is one."""
        if self.words.is_barrier:
            self.wished.emit(Wish(not self.wish.is_wanted, self.wish.frequency))

    def in_words(self) -> str:
        """Criterion, value and what is wrong with it, e.g. ``Lichte Breite der Tür: 63 cm, 17 cm zu wenig``."""
        gap = self.words.main.gap_text
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
        self.said.emit(f"{self.title.text()}: {self._verdict_words()}")
        self.entered.emit(what)

    def _judge(self, *, is_first: bool = False) -> None:
        read_as = self.field.read_as if isinstance(self.field, MeterField) else ""
        basis, visit_method = self._view.basis, self.visit.method
        entered = Entered(self.point, basis, self.measured, self.method, visit_method, self.wish, read_as)
        if entered == self._entered and not is_first:
            return
        self._entered, self.words = entered, words_of(entered)
        words = self.words
        self.asked.setText(words.asked)
        self.asked.setVisible(bool(words.asked))
        self.badge.show_verdict(SHOWN[words.main.verdict], text=spoken(words.main))
        self.show_gap(words.gap)
        self.others.show_groups(words.others)
        if isinstance(self.field, QLineEdit):
            self.field.setPlaceholderText("" if self.measured.is_applicable else _("entfällt"))
        self._describe()

    def _describe(self) -> None:
        told = (self.words.asked, self._then, self._verdict_words())
        self.field.setAccessibleDescription(". ".join(part for part in told if part))

    def _verdict_words(self) -> str:
        told = (self.badge.accessibleName(), self.words.gap, self.others.accessibleName())
        return ". ".join(part for part in told if part)

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
        # Where nothing is typed yet; else the sign would go into the text.
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        if isinstance(self.field, ChoiceField):
            return self._press(event.text()) or self._grade(event.text())
        if isinstance(self.field, QLineEdit) and self._holds_text(self.field, event.text()):
            return False
        return self._press(event.text())

    @staticmethod
    def _holds_text(field: QLineEdit, sign: str) -> bool:
        """Whether a sign belongs to the text: a minus must not wipe out a value that is only selected."""
        return bool(field.text()) if sign == "-" else field.text() != field.selectedText()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _NEXT_KEYS:
            self._go_on(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in UP_OR_DOWN and isinstance(self.field, QLineEdit):
            self.stepped.emit(UP_OR_DOWN[key])
        elif not (isinstance(self.field, YesNoField) and self._answer(event.text().lower())):
            super().keyPressEvent(event)

    def _go_on(self, steps: int) -> None:
        if self.field.settle():
            self.try_again()
            self.stepped.emit(steps)

    def _press(self, sign: str) -> bool:
        """Minus leaves the line out, plus says that its barrier should go; False for all other keys."""
        if sign == "-":
            self.toggle_applicable()  # and stays: digits typed on must not land in the next line
        elif sign == "+":
            self.toggle_wanted()
        return sign in ("-", "+")

    def _grade(self, digit: str) -> bool:
        """Chooses a class by its number from the worst on; False for a key that is none."""
        grades = self.criterion.grades
        if len(digit) != 1 or digit not in "0123456789" or int(digit) >= len(grades):
            return False
        self.field.set_value(grades[int(digit)])
        self._enter(Measured(grade=grades[int(digit)]))
        return True

    def _answer(self, letter: str) -> bool:
        """Answers the question; False for a key that means nothing here."""
        answers = {_("Ja")[0].lower(): True, _("Nein")[0].lower(): False, "1": True, "0": False}
        if self._press(letter) or self._is_shot(letter):
            return True
        if letter in answers:
            self._answered = (time.monotonic(), letter, self.measured)
            self.field.set_value(answers[letter])
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._enter(Measured(answer=answers[letter]))
        return letter in answers

    def _is_shot(self, letter: str) -> bool:
        """Whether this goes on with a number that a meter types; its first digit was no answer then."""
        answered, self._answered = self._answered, None
        if answered is None or len(letter) != 1 or letter not in "0123456789.,":
            return False
        moment, first, before = answered
        if not first.isdigit() or time.monotonic() - moment > _BURST:
            return False
        self.field.set_value(before.answer)
        self._enter(before)
        self.shot.emit(first + letter)
        return True
