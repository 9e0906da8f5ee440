"""One change of a programme before its decision: what, from where, what it would mean, and yes or no."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal

from zwk_barrier.casework.payers import programme_changes
from zwk_barrier.casework.payers.programme_changes import Review, review_of
from zwk_barrier.casework.payers.programme_history import kept_change
from zwk_barrier.casework.payers.programme_words import change_in_words
from zwk_barrier.desktop.admin.change_effects import ChangeEffects
from zwk_barrier.desktop.admin.programme_page import state_of
from zwk_barrier.desktop.admin.section import WIDE, Section
from zwk_barrier.desktop.admin.way_back import WayBack
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import BodyText, SectionTitle, SoftText, StrongText
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


class ProgrammeReview(Section):
    """Shows a change and lets the second person decide, the first one withdraw."""

    closed = Signal()

    def __init__(self, desk: Desk, *, today: Callable[[], date]) -> None:
        super().__init__("review", width=WIDE)
        self._desk, self._today = desk, today
        self._id: UUID | None = None
        self._back = WayBack("review_back", _("Zurück"))
        self._back.taken.connect(self.closed)
        self._column.insertWidget(0, self._back)
        card = self.add_card("card", "")
        self._title = card.add(SectionTitle(name="review_title"))
        self._what = card.add(StrongText(name="review_what"))
        self._facts = card.add(BodyText(name="review_facts"))
        self._state = card.add(SoftText(name="review_state"))
        effects = self.add_card("effects_card", _("Was sich ändern würde"))
        self._effects = effects.add(ChangeEffects(desk, "review_effects", today=today))
        self._effects_card = effects
        self._build_decision()

    def show_change(self, change_id: UUID) -> None:
        """Reads a change and its effects."""
        if change_id != self._id:
            self._effects.clear()
            self._reason.set_value(None)
            self._reason.failed.emit("")
        self._id, staff_id = change_id, self._desk.store.staff_id
        self._desk.ask(
            lambda session: review_of(session, change_id, staff_id),
            then=self._show,
            failed=self._is_gone,
            owner=self,
        )

    def shown_id(self) -> UUID | None:
        """The id of the change that is shown."""
        return self._id

    def focus_first(self) -> None:
        """Puts the keyboard onto the way back."""
        self._back.setFocus()

    def _build_decision(self) -> None:
        self._decision = self.add_card("decision", _("Entscheidung"))
        self._why_not = self._decision.add(BodyText(name="review_why_not"))
        yes = self._decision.add(Flow("review_yes"))
        self._confirm = yes.add(
            Button(
                "review_confirm", _("Quelle nachgelesen, &bestätigen"), icon="check-check", kind=Kind.PRIMARY
            )
        )
        self._confirm.clicked.connect(self._do_confirm)
        self._withdraw = yes.add(Button("review_withdraw", _("Vorschlag &zurückziehen"), icon="undo-2"))
        self._withdraw.clicked.connect(self._do_withdraw)
        self._no = self._decision.add(FormRows("review_no", columns=1))
        self._reason = self._no.row(_("&Grund, wenn Sie verwerfen"), TextField("review_reason"))
        self._reject = self._no.add(Flow("review_reject_line")).add(
            Button("review_reject", _("&Verwerfen"), icon="x")
        )
        self._reject.clicked.connect(self._do_reject)

    def _is_gone(self, _problem: Problem) -> None:
        if self.isVisible():  # withdrawn meanwhile; whoever withdrew it here has left already
            self.closed.emit()

    def _show(self, review: Review) -> None:
        kept = review.kept
        if kept.id != self._id:
            return  # another change was opened in between: nobody confirms what they do not see
        self._title.setText(review.title)
        self._what.setText(change_in_words(kept.change))
        facts = (
            _("Bis dahin: {value}").format(value=review.before) if review.before else "",
            _("Quelle: {source}").format(source=kept.change.source),
            kept.note,
        )
        self._facts.setText("\n".join(part for part in facts if part))
        proposed = _("vorgeschlagen von {name} am {day}").format(
            name=kept.proposed_by or "–", day=format_date(kept.proposed_at.astimezone().date())
        )
        self._state.setText(f"{proposed}, {state_of(kept)}")
        self._show_decision(review)
        self._effects_card.setVisible(kept.is_waiting)
        if kept.is_waiting:
            self._effects.ask(kept.change)

    def _show_decision(self, review: Review) -> None:
        kept = review.kept
        can_call_off = kept.is_confirmed and kept.change.valid_from > self._today()
        self._decision.setVisible(kept.is_waiting or can_call_off)
        self._why_not.setText(review.why_not)
        self._why_not.setVisible(bool(review.why_not))
        self._confirm.setVisible(kept.is_waiting and not review.why_not)
        self._withdraw.setVisible(kept.is_waiting and review.is_own)
        self._no.setVisible(can_call_off or (kept.is_waiting and not review.is_own))
        self._reject.setText(_("Doch nicht: zurück&nehmen") if can_call_off else _("&Verwerfen"))

    def _do_confirm(self) -> None:
        self._do(
            programme_changes.confirm,
            _("Bestätigt. Der neue Wert gilt ab seinem Tag in allen Förderprüfungen."),
        )

    def _do_withdraw(self) -> None:
        self._do(programme_changes.withdraw, _("Der Vorschlag ist zurückgezogen."))

    def _do_reject(self) -> None:
        self._reason.settle()
        reason, today = self._reason.value() or "", self._today()

        def deed(store: OfficeStore, change_id: UUID) -> Changed:
            with store.reading() as session:
                is_confirmed = kept_change(session, change_id).is_confirmed
            if is_confirmed:
                return programme_changes.call_off(store, change_id, reason, today=today)
            return programme_changes.reject(store, change_id, reason)

        self._do(deed, _("Verworfen. Es gilt, was bisher galt."))

    def _do(self, deed: Callable[[OfficeStore, UUID], Changed], sentence: str) -> None:
        change_id = self._id
        if change_id is None:
            return
        self._reason.failed.emit("")
        self._desk.do(
            lambda store: deed(store, change_id),
            then=lambda _nothing: self._is_done(sentence),
            failed=self._refuse,
            owner=self,
        )

    def _is_done(self, sentence: str) -> None:
        self._desk.say(sentence, with_undo=True)
        self.closed.emit()

    def _refuse(self, problem: Problem) -> None:
        if isinstance(problem, InputProblem):
            self._reason.failed.emit(str(problem))
            self._reason.setFocus()
        else:
            self._desk.failing.emit(problem)
