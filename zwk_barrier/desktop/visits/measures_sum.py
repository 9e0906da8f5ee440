"""What the measures of a visit cost together, what that rests on, and the button that puts them in order."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.headings import SoftText, StrongText
from zwk_barrier.wording import _


class MeasuresSum(Columns):
    """The sum at the left, the button at its right; without a measure it says where they come from."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("measures_sum_line", fold_at=560, gap=12)
        self._desk = desk
        self._view: VisitView | None = None
        self._sum = StrongText(name="measures_sum")
        self._basis = SoftText(name="measures_unpriced")
        self._sort = Button(
            "measures_sort", _("Nach Priorität ordnen"), kind=Kind.QUIET, icon="list", large=True
        )
        self._sort.clicked.connect(self._sort_all)
        words = QWidget()
        words.setObjectName("measures_sum_words")
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._sum)
        column.addWidget(self._basis)
        self.add(words)
        self.add(self._sort, 0)

    def show_visit(self, view: VisitView) -> None:
        """Shows the sum of the measures as they are kept now."""
        self._view = view
        plan, cost = view.measures, measures.cost_of(view.measures)
        nothing = _("Noch keine Kosten geschätzt.") if plan else _("Noch keine Maßnahme empfohlen.")
        where = "" if plan else _("Suchen Sie oben im Katalog, oder in einem Raum mit F7.")
        basis = measures.basis_in_words(cost) or where
        self._sum.setText(measures.sum_in_words(cost) or nothing)
        self._basis.setText(basis)
        self._basis.setVisible(bool(basis))
        self._sort.setVisible(len(plan) > 1)

    def _sort_all(self) -> None:
        if self._view is not None:
            case_id = self._view.case.id
            self._desk.do(
                lambda store: measures.sort_by_priority(store, case_id),
                then=lambda _nothing: self._desk.say(_("Nach Priorität geordnet."), with_undo=True),
                owner=self,
            )
