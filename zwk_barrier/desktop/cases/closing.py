"""The end of a case, and its reopening."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case import cases
from zwk_barrier.casework.case.overview import CaseOverview
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToCase
from zwk_barrier.desktop.record_rows import code_choices
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import DateField, this_day
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import BodyText, SoftText
from zwk_barrier.model import CaseFile
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _


class Closing(QWidget):
    """Outcome and day, and the button that closes; of a closed case, how it ended and the way back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("case_closing")
        self._desk = desk
        self._case: CaseFile | None = None
        self._form = FormRows("case_closing_form")
        self._form.section(_("Abschluss"), name="closing_section")
        self._outcome = self._form.row(_("Ergebnis"), ChoiceField("closing_outcome", code_choices("outcome")))
        self._day = self._form.row(_("Abgeschlossen am"), DateField("closing_day", latest=this_day))
        self._ended = BodyText(name="closing_ended")
        self._unchecked = SoftText(
            _("Ob die Maßnahmen gewirkt haben, ist noch nicht nachgeprüft."), name="closing_unchecked"
        )
        self._check = Button("closing_check", _("Wirkung nachprüfen"), kind=Kind.QUIET, icon="arrow-right")
        self._check.clicked.connect(self._go_to_outcome)
        self._close = Button("case_close", _("Fall abschließen"), icon="circle-check")
        self._reopen = Button("case_reopen", _("Fall wieder öffnen"), icon="undo-2")
        self._close.clicked.connect(self._close_case)
        self._reopen.clicked.connect(self._reopen_case)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._form, self._ended, self._unchecked):
            column.addWidget(part)
        for button in (self._check, self._close, self._reopen):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_case(self, overview: CaseOverview) -> None:
        """Shows whether the case is open, how it ended, and that its measures were not looked at again."""
        case = overview.view.case
        is_other = self._case is None or self._case.id != case.id
        is_closed = case.status == "closed"
        is_unchecked = bool(overview.view.measures) and not overview.achieved.is_checked
        self._case = case
        if is_other:
            self._outcome.set_value(case.outcome)
            self._day.forget()
            self._day.set_value(case.closed_on or this_day())
        self._ended.setText(_how_it_ended(case))
        for widget, is_shown in (
            (self._form, not is_closed),
            (self._close, not is_closed),
            (self._unchecked, not is_closed and is_unchecked),
            (self._check, not is_closed and is_unchecked),
            (self._ended, is_closed),
            (self._reopen, is_closed),
        ):
            widget.setVisible(is_shown)

    def _close_case(self) -> None:
        case = self._case
        if case is None or not self._day.settle():
            return
        outcome, day = self._outcome.value(), self._day.value() or this_day()
        self._desk.do(
            lambda store: cases.close_case(store, case.id, outcome, day),
            then=lambda _nothing: self._desk.say(_("Der Fall ist abgeschlossen."), with_undo=True),
            failed=self._refused,
            owner=self,
        )

    def _reopen_case(self) -> None:
        case = self._case
        if case is not None:
            self._desk.do(
                lambda store: cases.reopen_case(store, case.id),
                then=lambda _nothing: self._desk.say(_("Der Fall ist wieder offen."), with_undo=True),
                owner=self,
            )

    def _go_to_outcome(self) -> None:
        if self._case is not None:
            self._desk.go(ToCase(self._case.id, "outcome"))

    def _refused(self, problem: Problem) -> None:
        if isinstance(problem, InputProblem):
            self._day.failed.emit(str(problem))
        else:
            self._desk.failing.emit(problem)


def _how_it_ended(case: CaseFile) -> str:
    day = "" if case.closed_on is None else format_date(case.closed_on)
    outcome = load_code_list("outcome").label(case.outcome) or _("ohne Angabe eines Ergebnisses")
    return _("Abgeschlossen am {day}: {outcome}.").format(day=day or "–", outcome=outcome)
