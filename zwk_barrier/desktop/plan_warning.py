"""Says that a plan of measures is not approved yet, over whatever is about to be printed or sent.

    warning = PlanWarning("letter_plan_warning", desk)
    warning.tell_of_case(case_id)           # also tell_of_visit(visit_id), tell_nothing()

Hidden where nothing is to be said, which is always so in an office that wants no second person.
"""

from uuid import UUID

from zwk_barrier.casework.plan.plan_approval import warning_before_sending, warning_of_visit
from zwk_barrier.desktop.desk import Desk, Question
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.store.journal import Changed

_TABLES = ("measure", "plan_approval", "office")


class PlanWarning(WarningLines):
    """One sentence, asked again when the plan or its approval changes."""

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__(name)
        self._desk = desk
        self._question: Question[str] | None = None
        self.sentence = ""
        desk.changed.connect(self._reread)

    def tell_of_case(self, case_id: UUID) -> None:
        """Asks about the plan of a case."""
        self._ask(lambda session: warning_before_sending(session, case_id))

    def tell_of_visit(self, visit_id: UUID) -> None:
        """Asks about the plan of the case of a visit."""
        self._ask(lambda session: warning_of_visit(session, visit_id))

    def tell_nothing(self) -> None:
        """What is shown now has no plan in it."""
        self._question = None
        self._show("")

    def _ask(self, question: Question[str]) -> None:
        self._question = question
        self._read()

    def _read(self) -> None:
        question = self._question
        if question is not None:
            self._desk.ask(question, then=lambda said: self._take(question, said), owner=self)

    def _take(self, question: Question[str], said: str) -> None:
        if question is self._question:  # else something else is shown by now
            self._show(said)

    def _show(self, said: str) -> None:
        self.sentence = said
        self.show_lines((said,) if said else ())

    def _reread(self, changed: Changed) -> None:
        if changed.touches(*_TABLES):
            self._read()
