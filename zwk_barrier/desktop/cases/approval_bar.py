"""Where the plan of a case stands with the second person, and the button for what comes next."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.plan import plan_approval
from zwk_barrier.casework.plan.plan_approval import PlanState, plan_state
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SoftText, StrongText
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

_TABLES = ("measure", "plan_approval", "office", "staff")


class ApprovalBar(Card):
    """Hidden where the office wants no second person, and while there is no measure."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("plan_approval", accent=True)
        self._desk = desk
        self._case_id: UUID | None = None
        self._state = self.add(StrongText(name="plan_state"))
        self._note = self.add(SoftText(name="plan_note"))
        deeds = self.add(Flow("plan_deeds"))
        self._present = deeds.add(
            Button("plan_present", _("Zur Freigabe &vorlegen"), kind=Kind.PRIMARY, icon="send")
        )
        self._approve = deeds.add(
            Button("plan_approve", _("Plan &freigeben"), kind=Kind.PRIMARY, icon="check")
        )
        self._return = deeds.add(Button("plan_return", _("&Zurückgeben …"), icon="undo-2"))
        self._present.clicked.connect(self._do_present)
        self._approve.clicked.connect(self._do_approve)
        self._return.clicked.connect(self._ask_why)
        desk.changed.connect(self._reread)
        self.hide()

    def show_case(self, case_id: UUID) -> None:
        """Shows where the plan of this case stands."""
        if case_id != self._case_id:
            self._case_id = case_id
            self.hide()
        self._read()

    def _read(self) -> None:
        case_id, me = self._case_id, self._desk.store.staff_id
        if case_id is not None:
            self._desk.ask(
                lambda session: (case_id, plan_state(session, case_id, me)), then=self._take, owner=self
            )

    def _reread(self, changed: Changed) -> None:
        if changed.touches(*_TABLES):
            self._read()

    def _take(self, told: tuple[UUID, PlanState]) -> None:
        if told[0] == self._case_id:
            self._show(told[1])

    def _show(self, plan: PlanState) -> None:
        is_waiting = plan.state == "presented" or (plan.state == "changed" and not plan.was_approved)
        self._state.setText(_state_in_words(plan))
        note = _note_in_words(plan)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._present.setText(
            _("Zur Freigabe &vorlegen") if plan.state == "none" else _("Noch einmal &vorlegen")
        )
        self._present.setVisible(plan.state not in ("presented", "approved"))
        self._approve.setVisible(plan.state == "presented" and not plan.why_not_decide)
        self._return.setVisible(is_waiting and not plan.why_not_decide)
        self.setVisible(plan.is_wanted and plan.has_measures)

    def _do_present(self) -> None:
        self._do(plan_approval.present, _("Der Plan ist vorgelegt."))

    def _do_approve(self) -> None:
        today = this_day()
        self._do(
            lambda store, case_id: plan_approval.approve(store, case_id, today),
            _("Der Plan ist freigegeben."),
        )

    def _do(self, deed: Callable[[OfficeStore, UUID], Changed], said: str) -> None:
        case_id = self._case_id
        if case_id is not None:
            self._desk.do(
                lambda store: deed(store, case_id),
                then=lambda _nothing: self._desk.say(said, with_undo=True),
                owner=self,
            )

    def _ask_why(self) -> None:
        if self._case_id is not None:
            Returning(self._desk, self.window(), self._case_id).open()


class Returning(Dialog):
    """What is still to be changed, before a plan goes back."""

    def __init__(self, desk: Desk, parent: QWidget, case_id: UUID) -> None:
        super().__init__(parent, "plan_returning", _("Plan zurückgeben"))
        self._desk, self._case_id = desk, case_id
        form = self.add(FormRows("plan_returning_form"))
        self._comment = form.row(
            _("&Was ist noch zu ändern?"),
            NoteField("plan_comment"),
            hint=_("Wer den Plan vorgelegt hat, findet es als Aufgabe auf „Heute“."),
            wide=True,
        )
        self.add_button("cancel", _("Abbrechen"))
        self.add_button("do", _("Zurückgeben"), kind=Kind.PRIMARY, then=self._give_back, closes=False)
        self._comment.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_back(self) -> None:
        self._comment.settle()
        comment, case_id, today = self._comment.value() or "", self._case_id, this_day()
        self._desk.do(
            lambda store: plan_approval.give_back(store, case_id, comment, today),
            then=lambda _nothing: self._done(),
            failed=self._refused,
            owner=self,
        )

    def _done(self) -> None:
        self.accept()
        self._desk.say(_("Der Plan ist zurückgegeben."), with_undo=True)

    def _refused(self, problem: Problem) -> None:
        if isinstance(problem, InputProblem):
            self._comment.failed.emit(str(problem))
            self._comment.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.reject()
            self._desk.failing.emit(problem)


def _state_in_words(plan: PlanState) -> str:
    if plan.state == "approved":
        return _("Der Maßnahmenplan ist freigegeben.")
    if plan.state == "presented":
        return _("Der Maßnahmenplan wartet auf Freigabe.")
    if plan.state == "returned":
        return _("Der Maßnahmenplan ist zurückgegeben.")
    if plan.state == "changed" and plan.was_approved:
        return _("Der Maßnahmenplan wurde nach der Freigabe geändert.")
    if plan.state == "changed":
        return _("Der Maßnahmenplan wurde geändert, seit er vorgelegt ist.")
    return _("Der Maßnahmenplan ist noch nicht freigegeben.")


def _note_in_words(plan: PlanState) -> str:
    """Who did what when, what is to be changed, and why one may not decide oneself."""
    today, told = this_day(), []
    if plan.decided_by and plan.decided_at is not None:
        day = format_near_date(plan.decided_at.astimezone().date(), today)
        told.append(_("Entschieden von {name} am {day}").format(name=plan.decided_by, day=day))
    elif plan.presented_by and plan.presented_at is not None:
        day = format_near_date(plan.presented_at.astimezone().date(), today)
        told.append(_("Vorgelegt von {name} am {day}").format(name=plan.presented_by, day=day))
    if plan.comment:
        told.append(_("„{comment}“").format(comment=plan.comment))
    if plan.state == "presented" and plan.why_not_decide:
        told.append(plan.why_not_decide)
    return " · ".join(told)
