"""The question before cases go to somebody else: to whom, and why."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.team.supervision import reassign
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.buttons import Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.wording import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable


class HandingOver(Dialog):
    """One person and one reason for all of the cases; ``people`` are ids and names."""

    def __init__(
        self, desk: Desk, parent: QWidget, case_ids: Sequence[UUID], people: Sequence[tuple[str, str]]
    ) -> None:
        count = len(case_ids)
        title = ngettext("{n} Fall übergeben", "{n} Fälle übergeben", count).format(n=count)
        super().__init__(parent, "handing_over", title)
        self._desk, self._case_ids = desk, tuple(case_ids)
        self._names = dict(people)
        self.then: Callable[[], None] = lambda: None
        form = self.add(FormRows("handing_over_form"))
        self._to = form.row(
            _("&An"), ChoiceField("handing_over_to", people, empty=_("– bitte wählen –")), wide=True
        )
        self._reason = form.row(
            _("&Grund"),
            TextField("handing_over_reason"),
            hint=_("Steht danach im Verlauf jedes Falls. Offene Aufgaben und geplante Besuche gehen mit."),
            wide=True,
        )
        self._fields: dict[str, ChoiceField | TextField] = {"to": self._to, "reason": self._reason}
        self.add_button("cancel", _("Abbrechen"))
        self.add_button("do", _("Übergeben"), kind=Kind.PRIMARY, then=self._hand_over, closes=False)
        self._to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_over(self) -> None:
        to, reason, ids = self._to.value(), self._reason.text(), self._case_ids
        for field in self._fields.values():
            field.failed.emit("")
        if to is None:
            self._refused(InputProblem("to", _("Bitte wählen, wer die Fälle übernimmt.")))
            return
        self._desk.do(
            lambda store: reassign(store, ids, UUID(to), reason),
            then=lambda _nothing: self._done(self._names[to]),
            failed=self._refused,
            owner=self,
        )

    def _done(self, name: str) -> None:
        count = len(self._case_ids)
        said = ngettext("{n} Fall an {name} übergeben.", "{n} Fälle an {name} übergeben.", count)
        self.then()
        self.accept()
        self._desk.say(said.format(n=count, name=name), with_undo=True)

    def _refused(self, problem: Problem) -> None:
        field = self._fields.get(problem.field) if isinstance(problem, InputProblem) else None
        if field is None:
            self.reject()
            self._desk.failing.emit(problem)
            return
        field.failed.emit(str(problem))
        field.setFocus(Qt.FocusReason.OtherFocusReason)
