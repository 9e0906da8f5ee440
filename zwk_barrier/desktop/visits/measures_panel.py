"""The plan of a visit: measures from the catalogue or in own words, with what they cost together."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.visit.visits import RoomView, VisitView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_cards import RecordCards
from zwk_barrier.desktop.visits.measure_cards import MeasureCard
from zwk_barrier.desktop.visits.measure_search import MeasureSearch
from zwk_barrier.desktop.visits.measures_sum import MeasuresSum
from zwk_barrier.desktop.visits.plan_section import PlanSection
from zwk_barrier.desktop.visits.section import Section
from zwk_barrier.desktop.visits.visit_form import enlarge
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.row_item import RowItem
from zwk_barrier.desktop.widgets.tab_order import TabOrder
from zwk_barrier.model import Measure
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.measures import load_catalogue
from zwk_barrier.wording import _

_AT_ONCE = 2  # cards; each takes some milliseconds


class MeasuresPanel(QWidget):
    """All measures recommended at one visit."""

    def __init__(self, desk: Desk, view: VisitView) -> None:
        super().__init__()
        self.setObjectName("measures_panel")
        self._desk = desk
        self._view = view
        self._search = MeasureSearch("measure_search", shortcut="F7")
        self._search.chosen.connect(self._choose)
        self._sum = MeasuresSum(desk)
        self._cards: RecordCards[Measure] = RecordCards("measures", self._make_card, at_once=_AT_ONCE)
        own = Button("measure_add", _("Eigene Maßnahme"), icon="plus", shortcut="F4", large=True)
        own.clicked.connect(lambda: self._recommend({}))
        line = Columns("measure_add_line", fold_at=560, gap=12)
        line.add(self._search)
        line.add(own, 0)
        self._plan = PlanSection(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        column.addWidget(line)
        column.addSpacing(8)
        column.addWidget(self._sum)
        column.addSpacing(4)
        column.addWidget(self._cards)
        column.addWidget(self._plan.barriers)
        column.addStretch()
        order = TabOrder(self)
        for part in (self._cards, self._plan.panel, self._plan.barriers):
            part.laid_out.connect(order.renew)
        order.renew()

    def show_visit(self, view: VisitView) -> None:
        """Shows the measures as they are kept now."""
        self._view = view
        for card in self._cards.findChildren(MeasureCard):
            card.show_visit(view)
        self._cards.show_records(view.measures)
        self._sum.show_visit(view)
        self._plan.show_visit(view)

    def focus_first(self) -> None:
        """Puts the focus on the catalogue."""
        self._search.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_measure(self, measure_id: UUID) -> None:
        """Puts the focus on one measure."""
        self._cards.focus_next(measure_id)

    def _make_card(self, measure: Measure) -> MeasureCard:
        return MeasureCard(self._desk, measure, self._view)

    def _choose(self, number: str) -> None:
        entry = load_catalogue().get(number)
        if entry is not None:
            self._recommend(measures.from_catalogue(entry))

    def _recommend(self, values: dict[str, Any]) -> None:
        visit = self._view.visit
        self._desk.do(
            lambda store: measures.recommend(store, visit.case_id, visit_id=visit.id, **values),
            then=self._cards.focus_next,
            owner=self,
        )


class RoomMeasures(Section):
    """The measures for one room in a line each, and the catalogue to add to them."""

    chosen = Signal(object)
    """The id of a measure to be edited."""

    def __init__(self, desk: Desk, view: VisitView, room: RoomView) -> None:
        self._search = MeasureSearch("room_measure_search", shortcut="F7")
        super().__init__("room_measures_section", _("Maßnahmen für diesen Raum"), None)
        self._desk = desk
        self._view = view
        self._room_id = room.room.id
        self._search.chosen.connect(self._choose)
        self._rows: RowList = self.put(RowList("room_measures", title=_("Maßnahmen für diesen Raum")))
        self._rows.activated.connect(self.chosen)
        self.put(self._search)

    def show_visit(self, view: VisitView) -> None:
        """Shows the measures of the visit that belong to the room."""
        self._view = view
        mine = [one for one in view.measures if one.room_id == self._room_id]
        self._rows.show_rows([_row(one) for one in mine])
        self._rows.setVisible(bool(mine))
        self.refit()
        self.laid_out.emit()

    def refit(self) -> None:
        """Measures itself again; the theme calls it after the text size has changed."""
        for item in self._rows.findChildren(RowItem):
            enlarge(item)

    def _choose(self, number: str) -> None:
        entry = load_catalogue().get(number)
        if entry is None:
            return
        visit, room_id, values = self._view.visit, self._room_id, measures.from_catalogue(entry)
        self._desk.do(
            lambda store: measures.recommend(
                store, visit.case_id, visit_id=visit.id, room_id=room_id, **values
            )
        )


def _row(measure: Measure) -> Row:
    title, cost = measure.title or _("Ohne Bezeichnung"), measures.price_in_words(measure)
    priority = load_code_list("priority").label(measure.priority) if measure.priority else ""
    return Row(
        measure.id,
        title,
        tail=f" · {cost}" if cost else "",
        badge=measure.priority or "–",
        spoken=", ".join(part for part in (title, cost, priority) if part),
    )
