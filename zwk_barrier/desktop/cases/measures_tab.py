"""The measures of a case: what is recommended, what it costs, and what has become of it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework import measures
from zwk_barrier.casework.overview import CaseOverview
from zwk_barrier.desktop.cases.entries import Entries, EntryWords
from zwk_barrier.desktop.cases.form_card import FormCard
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.widgets.buttons import IconButton
from zwk_barrier.desktop.widgets.headings import StrongText
from zwk_barrier.model import Measure
from zwk_barrier.overriding import override
from zwk_barrier.rules.typed import format_money_range
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

_NOT_DONE = frozenset({"nicht_umgesetzt", "abgelehnt", "entfallen", "zurueckgestellt"})
_DROPPED = frozenset({"nicht_umgesetzt", "entfallen"})
_BEGUN = frozenset({"beauftragt", "in_arbeit", "umgesetzt", "teilweise"})


class MeasureCard(FormCard):
    """One measure with its state; moved up and down by buttons."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        super().__init__(desk, Measure, "measure_card", remove=_("Maßnahme entfernen"))
        for name, text, icon, steps in (
            ("measure_up", _("Maßnahme nach oben"), "arrow-up", -1),
            ("measure_down", _("Maßnahme nach unten"), "arrow-down", 1),
        ):
            button = self.buttons.add(IconButton(name, text, icon=icon))
            button.clicked.connect(lambda _checked=False, steps=steps: self._move(steps))

    @override
    def add_rows(self, rows: RecordRows) -> None:
        """What and how urgent, its state and cost; the rest of a measure is edited in its visit."""
        rows.text("title", wide=True)
        rows.choice("priority")
        self._status = rows.choice("status", is_optional=False)
        rows.money_range(_("Kosten von–bis"), "cost_low", "cost_high")
        self._done = (rows.past_day("done_on"), rows.money("cost_actual"))
        self._why_not = rows.choice("not_done_reason")
        self._status.kept.connect(lambda _value: self._show_dependent())
        rows.note("reason", lines=2)

    @override
    def show_record(self, record: Any) -> None:
        """Shows the measure as it is kept now."""
        super().show_record(record)
        self._show_dependent()

    def _show_dependent(self) -> None:
        """What became of it is asked when there is something to say; a value that is there is never hidden."""
        status = self._status.value()
        for field in self._done:
            _show_row(field, is_shown=status in _BEGUN or field.value() is not None)
        _show_row(self._why_not, is_shown=status in _NOT_DONE or self._why_not.value() is not None)

    def _move(self, steps: int) -> None:
        row_id = self.binding.row_id
        if row_id is not None:
            self._desk.do(lambda store: measures.move(store, row_id, steps), owner=self)


class MeasuresTab(QWidget):
    """The list and its sum."""

    def __init__(self, desk: Desk, history: FieldHistory) -> None:
        super().__init__()
        self.setObjectName("case_measures")
        words = EntryWords(
            "case_measure_list",
            _("Maßnahmen"),
            add=_("Neue &Maßnahme"),
            empty=_("Noch keine. Die meisten entstehen beim Hausbesuch."),
            removed=_("Maßnahme entfernt."),
        )
        self._list = Entries(desk, history, Measure, words, lambda: MeasureCard(desk), _create)
        self._sum = StrongText(name="case_measure_sum")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._list)
        column.addWidget(self._sum)
        column.addStretch()

    def show_case(self, overview: CaseOverview) -> None:
        """Shows the measures of the case, in their order."""
        self._list.show_entries(overview.view.case.id, overview.view.measures)
        total = total_cost(overview.view.measures)
        self._sum.setText(_("Zusammen geschätzt: {cost}").format(cost=total))
        self._sum.setVisible(bool(total))


def total_cost(shown: Sequence[Measure]) -> str:
    """The sum of the estimates of what is still wanted, from–to; empty when nothing is estimated."""
    wanted = [measure for measure in shown if measure.status not in _DROPPED]
    ends = [
        (measure.cost_low or 0, measure.cost_high if measure.cost_high is not None else measure.cost_low or 0)
        for measure in wanted
        if measure.cost_low is not None or measure.cost_high is not None
    ]
    return (
        format_money_range(sum(low for low, _high in ends), sum(high for _low, high in ends)) if ends else ""
    )


def _show_row(field: QWidget, *, is_shown: bool) -> None:
    row = field.parentWidget()
    if row is not None:
        row.setVisible(is_shown)


def _create(store: OfficeStore, case_id: UUID, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
    return measures.recommend(store, case_id, **values)
