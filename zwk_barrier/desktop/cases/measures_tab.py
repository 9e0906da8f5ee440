"""The measures of a case: what is recommended, what it costs and why, and what has become of it."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case.overview import CaseOverview
from zwk_barrier.casework.plan import early_start, measures
from zwk_barrier.desktop.cases.approval_bar import ApprovalBar
from zwk_barrier.desktop.cases.entries import Entries, EntryWords
from zwk_barrier.desktop.cases.form_card import FormCard
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.early_start_question import ask_before_early_start
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.quote_list import QUOTE_COLUMN, QuoteList
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.widgets.buttons import Button, IconButton, Kind
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SoftText, StrongText
from zwk_barrier.desktop.widgets.tab_order import TabOrder
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.model import Measure
from zwk_barrier.overriding import override
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

_NOT_DONE = frozenset({"nicht_umgesetzt", "abgelehnt", "entfallen", "zurueckgestellt"})
_BEGUN = frozenset({"beauftragt", "in_arbeit", "umgesetzt", "teilweise"})


class MeasureCard(FormCard):
    """One measure with its state, what to mind and its quotes; moved up and down by buttons."""

    def __init__(
        self, desk: Desk, history: FieldHistory, surroundings: Callable[[], CaseOverview | None]
    ) -> None:
        self._desk = desk
        self._surroundings = surroundings
        super().__init__(desk, Measure, "measure_card", remove=_("Maßnahme entfernen"))
        self._record: Any = None
        self._advice: Mapping[UUID, str] = {}
        ask_before_early_start(desk, self.binding, self, lambda: self.show_record(self._record))
        self._warnings = WarningLines("measure_warnings")
        self.quotes = QuoteList(desk, history, _quote_form)
        for place, part in enumerate((self._warnings, self.quotes), 1):  # between the form and the buttons
            self.body.insertWidget(place, part)
        self.buttons.add(self.quotes.add)
        for name, text, icon, steps in (
            ("measure_up", _("Maßnahme nach oben"), "arrow-up", -1),
            ("measure_down", _("Maßnahme nach unten"), "arrow-down", 1),
        ):
            button = self.buttons.add(IconButton(name, text, icon=icon))
            button.clicked.connect(lambda _checked=False, steps=steps: self._move(steps))

    @override
    def add_rows(self, rows: RecordRows) -> None:
        """What and how urgent, its state and cost, who does and who pays; its room is chosen in its visit."""
        rows.text("title", wide=True)
        rows.choice("priority")
        self._status = rows.choice("status", is_optional=False)
        rows.money_range(_("Kosten von–bis"), "cost_low", "cost_high")
        self._done = (rows.past_day("ordered_on"), rows.past_day("done_on"), rows.money("cost_actual"))
        self._early = rows.text("early_start_reason", wide=True)
        self._status.kept.connect(lambda _value: self._show_dependent())
        rows.choice("trade")
        rows.yes_no("needs_consent")
        self._why_not = rows.choice("not_done_reason")
        rows.many("payers", wide=True, ranks=True)
        rows.note("reason", lines=2)

    @override
    def show_record(self, record: Any) -> None:
        """Shows the measure as it is kept now, with its quotes and warnings."""
        super().show_record(record)
        self._record = record
        self._show_dependent()
        overview = self._surroundings()
        if overview is not None:
            self._show_warnings()
            self.quotes.show_quotes(record, overview.quotes.get(record.id, ()))

    def show_advice(self, advice: Mapping[UUID, str]) -> None:
        """Shows besides what to mind about an order before the payer's decision, by the measure's id."""
        self._advice = advice
        self._show_warnings()

    def _show_warnings(self) -> None:
        overview = self._surroundings()
        if overview is not None and self._record is not None:
            view = overview.view
            advice = self._advice.get(self._record.id)
            lines = measures.warnings_for(self._record, view.dwelling, view.building)
            self._warnings.show_lines(lines if advice is None else (advice, *lines))

    def _show_dependent(self) -> None:
        """What became of it is asked when there is something to say; a value that is there is never hidden."""
        status = self._status.value()
        for field in self._done:
            _show_row(field, is_shown=status in _BEGUN or field.value() is not None)
        _show_row(self._early, is_shown=bool(self._early.value()))
        _show_row(self._why_not, is_shown=status in _NOT_DONE or self._why_not.value() is not None)

    def _move(self, steps: int) -> None:
        row_id = self.binding.row_id
        if row_id is not None:
            self._desk.do(lambda store: measures.move(store, row_id, steps), owner=self)


class MeasuresTab(QWidget):
    """The list, put in order by a button, and its sum."""

    def __init__(self, desk: Desk, history: FieldHistory) -> None:
        super().__init__()
        self.setObjectName("case_measures")
        self._desk, self._history = desk, history
        self._overview: CaseOverview | None = None
        words = EntryWords(
            "case_measure_list",
            _("Maßnahmen"),
            add=_("Neue &Maßnahme"),
            empty=_("Noch keine. Die meisten entstehen beim Hausbesuch."),
            removed=_("Maßnahme entfernt."),
        )
        self._approval = ApprovalBar(desk)
        self._order = TabOrder(self)
        self._list = Entries(desk, history, Measure, words, self._make_card, _create)
        self._sum = StrongText(name="case_measure_sum")
        self._basis = SoftText(name="case_measure_basis")
        self._sort = Button("measures_sort", _("Nach Priorität ordnen"), kind=Kind.QUIET, icon="list")
        self._sort.clicked.connect(self._sort_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        self._list.add_tool(self._sort)
        for part in (self._list, self._sum, self._basis):
            column.addWidget(part)
        column.insertSpacing(1, 12)
        over = QVBoxLayout()
        over.setContentsMargins(0, 0, 0, 12)
        over.addWidget(self._approval)
        column.insertLayout(0, over)
        column.addStretch()

    def show_case(self, overview: CaseOverview) -> None:
        """Shows the measures of the case, in their order."""
        self._overview = overview
        self._approval.show_case(overview.view.case.id)
        shown = overview.view.measures
        self._list.show_entries(overview.view.case.id, shown)
        case_id = overview.view.case.id
        self._desk.ask(
            lambda session: early_start.advice(session, case_id), then=self._show_advice, owner=self
        )
        cost = measures.cost_of(shown)
        for label, words in (
            (self._sum, measures.sum_in_words(cost)),
            (self._basis, measures.basis_in_words(cost)),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self._sort.setVisible(len(shown) > 1)

    def _show_advice(self, advice: Mapping[UUID, str]) -> None:
        for card in self._list.findChildren(MeasureCard):
            card.show_advice(advice)

    def _make_card(self) -> MeasureCard:
        card = MeasureCard(self._desk, self._history, lambda: self._overview)
        card.quotes.laid_out.connect(self._order.renew)
        return card

    def _sort_all(self) -> None:
        overview = self._overview
        if overview is not None:
            case_id = overview.view.case.id
            self._desk.do(
                lambda store: measures.sort_by_priority(store, case_id),
                then=lambda _nothing: self._desk.say(_("Nach Priorität geordnet."), with_undo=True),
                owner=self,
            )


def _quote_form(name: str) -> FormRows:
    return FormRows(name, columns=5, column_width=QUOTE_COLUMN)


def _show_row(field: QWidget, *, is_shown: bool) -> None:
    row = field.parentWidget()
    if row is not None:
        row.setVisible(is_shown)


def _create(store: OfficeStore, case_id: UUID, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
    return measures.recommend(store, case_id, **values)
