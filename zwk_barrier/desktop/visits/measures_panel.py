"""The plan of a visit: measures from the catalogue or in own words, with what they cost together."""

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework import measures
from zwk_barrier.casework.visits import VisitView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_cards import RecordCards
from zwk_barrier.desktop.visits.measure_cards import MeasureCard
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.model import Measure
from zwk_barrier.reference.measures import load_catalogue
from zwk_barrier.rules.typed import format_money_range
from zwk_barrier.wording import _


class MeasuresPanel(QWidget):
    """All measures recommended at one visit."""

    def __init__(self, desk: Desk, view: VisitView) -> None:
        super().__init__()
        self.setObjectName("measures_panel")
        self._desk = desk
        self._view = view
        self._sum = SoftText(name="measures_sum")
        self._catalogue = self._make_catalogue()
        self._cards: RecordCards[Measure] = RecordCards(
            "measures", lambda measure: MeasureCard(desk, measure, self._view)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        form = FormRows("measure_add_form", columns=1)
        form.row(_("Aus dem &Katalog hinzufügen"), self._catalogue, hint=_("Anfangsbuchstaben tippen"))
        column.addWidget(form)
        line = Flow("measure_add_line")
        own = line.add(Button("measure_add", _("Eigene Maßnahme"), icon="plus", shortcut="F4", large=True))
        own.clicked.connect(lambda: self._recommend({}))
        column.addWidget(line)
        column.addWidget(self._sum)
        column.addWidget(self._cards)
        column.addStretch()
        self.show_visit(view)

    def show_visit(self, view: VisitView) -> None:
        """Shows the measures as they are kept now."""
        self._view = view
        self._cards.show_records(view.measures)
        self._sum.setText(_sum_text(view.measures))

    def focus_first(self) -> None:
        """Puts the focus on the catalogue."""
        self._catalogue.setFocus()

    def _make_catalogue(self) -> ChoiceField:
        entries = [(entry.number, entry.title()) for entry in load_catalogue()]
        field = ChoiceField("measure_catalogue", entries, empty=_("– Maßnahme wählen –"))
        field.kept.connect(self._chosen)
        return field

    def _chosen(self, number: str | None) -> None:
        entry = load_catalogue().get(number)
        self._catalogue.set_value(None)
        if entry is not None:
            self._recommend(measures.from_catalogue(entry))

    def _recommend(self, values: dict[str, Any]) -> None:
        visit = self._view.visit

        def done(measure_id: UUID) -> None:
            self._cards.focus_next(measure_id)

        self._desk.do(
            lambda store: measures.recommend(store, visit.case_id, visit_id=visit.id, **values),
            then=done,
            owner=self,
        )


def _sum_text(plan: tuple[Measure, ...]) -> str:
    if not plan:
        return _("Noch keine Maßnahme empfohlen.")
    priced = [one for one in plan if one.cost_low is not None or one.cost_high is not None]
    low = sum(one.cost_low or 0 for one in priced)
    high = sum(one.cost_high or one.cost_low or 0 for one in priced)
    text = _("Zusammen {cost}, geschätzt, einschließlich Einbau").format(cost=format_money_range(low, high))
    missing = len(plan) - len(priced)
    if missing:
        text += " · " + _("{count} ohne Schätzung").format(count=missing)
    return text
