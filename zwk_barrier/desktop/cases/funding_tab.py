"""Who pays: what may be applied for, the applications of the case, and how its measures are paid."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case.overview import CaseOverview
from zwk_barrier.casework.payers import applications
from zwk_barrier.casework.payers.application_views import ApplicationRow, application_rows
from zwk_barrier.casework.payers.deadline_views import DeadlineView, left_in_words
from zwk_barrier.desktop.application_signs import answer_to, letter_words, state_tone
from zwk_barrier.desktop.cases.financing_section import FinancingSection
from zwk_barrier.desktop.cases.funding_check_section import FundingCheckSection
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToApplication, ToLetter
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import SectionTitle, SoftText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.tab_order import TabOrder
from zwk_barrier.reference.programmes import load_programmes
from zwk_barrier.rules.typed import format_money
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

_PROGRAMME_LETTERS = 30


class ApplicationsSection(QWidget):
    """The applications of a case, each a row that opens, and the way to a new one."""

    laid_out = Signal()
    """Rows came, went or moved: the Tab key has to be told."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("case_applications")
        self._desk = desk
        self._case_id: UUID | None = None
        self._answers: dict[UUID, str] = {}
        self._rows = RowList("case_application_rows", title=_("Anträge"))
        self._rows.activated.connect(lambda key: desk.go(ToApplication(key)))
        self._rows.acted.connect(self._write)
        self._empty = SoftText(
            _("Noch kein Antrag. Programm wählen und anlegen, oder oben aus der Förderprüfung."),
            name="case_applications_empty",
        )
        self._programme = ChoiceField(
            "new_application_programme", title=_("Förderprogramm"), empty=_("Programm wählen")
        )
        self._programme.setMinimumContentsLength(_PROGRAMME_LETTERS)
        self._add = Button("new_application", _("Neuer &Antrag"), kind=Kind.QUIET, icon="plus")
        self._add.clicked.connect(self._start)
        self._lay_out()

    def show_case(self, overview: CaseOverview) -> None:
        """Shows the applications of the case."""
        case_id = overview.view.case.id
        if case_id != self._case_id:
            self._case_id = case_id
            self._rows.hide()  # until those of this case have been read
        if not self._programme.count() > 1:
            self._programme.set_items([(each.code, each.title()) for each in load_programmes()])
        today = this_day()
        self._desk.ask(
            lambda session: (case_id, application_rows(session, case_id, today)), then=self._show, owner=self
        )

    def _show(self, told: tuple["UUID", tuple[ApplicationRow, ...]]) -> None:
        case_id, found = told
        if case_id != self._case_id:
            return  # another case came in between
        self._answers = {
            each.application.id: answer_to(near) for each in found for near in each.open_deadlines[:1]
        }
        self._rows.show_rows([_row(each, this_day()) for each in found])
        self._rows.setVisible(bool(found))
        self._empty.setVisible(not found)
        self.laid_out.emit()

    def _write(self, application_id: "UUID") -> None:
        if self._case_id is not None:
            self._desk.go(ToLetter(self._case_id, self._answers[application_id], application_id))

    def _start(self) -> None:
        case_id, programme = self._case_id, self._programme.value()
        if case_id is None:
            return
        if programme is None:
            self._programme.setFocus(Qt.FocusReason.OtherFocusReason)
            self._programme.showPopup()
            return
        self._desk.do(
            lambda store: applications.start(store, case_id, programme),
            then=lambda application_id: self._desk.go(ToApplication(application_id)),
            owner=self,
        )
        self._programme.set_value(None)

    def _lay_out(self) -> None:
        line = Flow("new_application_line")
        line.add(self._programme)
        line.add(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle(_("Anträge"), name="case_applications_title"))
        for part in (self._rows, self._empty, line):
            column.addWidget(part)


class FundingTab(QWidget):
    """The sections of the tab, one below the other."""

    def __init__(self, desk: Desk, history: FieldHistory) -> None:
        super().__init__()
        self.setObjectName("case_funding")
        del history  # its sections tie no field of the case
        # One order for all three: each fills itself in its own time, and what is new would else come last.
        self._order = TabOrder(self)
        self._sections = (FundingCheckSection(desk), FinancingSection(desk), ApplicationsSection(desk))
        for section in self._sections:
            section.laid_out.connect(self._order.renew)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(20)
        for section in self._sections:
            column.addWidget(section)
        column.addStretch()

    def show_case(self, overview: CaseOverview) -> None:
        """Shows who pays for what in this case."""
        for section in self._sections:
            section.show_case(overview)


def _row(found: ApplicationRow, today: "date") -> Row:
    one = found.application
    near = next(iter(found.open_deadlines), None)
    amounts = ((_("{amount} bewilligt"), one.amount_granted), (_("{amount} beantragt"), one.amount_requested))
    amount = next(
        (text.format(amount=format_money(cents)) for text, cents in amounts if cents is not None), ""
    )
    return Row(
        one.id,
        found.title,
        tail="".join(f" · {part}" for part in (one.recipient, one.reference) if part),
        note=" · ".join(part for part in (amount, "" if near is None else _due(near, today)) if part),
        badge=found.state.in_words(today),
        tone=state_tone(found.state),
        action="" if near is None else letter_words(answer_to(near)),
    )


def _due(view: DeadlineView, today: "date") -> str:
    """What is due next: ``Entscheidung der Pflegekasse bis Mo 23.11. (in 3 Tagen)``."""
    day = format_near_date(view.due_on, today, weekday=True)
    return _("{what} bis {day} ({left})").format(what=view.title, day=day, left=left_in_words(view))
