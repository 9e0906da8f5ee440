"""The fit ("Passung"): the way from kerb to bed, its weakest link, and every barrier with its reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.plan import planning
from zwk_barrier.casework.visit.barriers import Barrier
from zwk_barrier.casework.visit.fit import Fit, fit_of
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.visits.fit_barriers import FitList
from zwk_barrier.desktop.visits.fit_way import WayRow
from zwk_barrier.desktop.visits.next_button import NextButton
from zwk_barrier.desktop.widgets.headings import NoteText, SectionTitle, SoftText, StrongText
from zwk_barrier.desktop.widgets.tab_order import TabOrder
from zwk_barrier.wording import _, ngettext

_Answer = tuple[VisitView, Fit, tuple[Barrier, ...]]


class FitPanel(QWidget):
    """What the dwelling means to this person; worked out beside the interface thread."""

    going_on = Signal()
    """The person is through and wants the next place."""

    going_to = Signal(str)
    """The key of a place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("fit_panel")
        self._desk = desk
        self._view: VisitView | None = None
        self._wants_focus = False
        self._weakest = StrongText(name="fit_weakest")
        self._not_asked = SoftText(name="fit_not_asked")
        self._way = WayRow()
        self._way.chosen.connect(lambda room_id: self.going_to.emit(str(room_id)))
        self._coverage = SoftText(name="fit_coverage")
        self._title = SectionTitle(_("Was im Weg ist, nach Dringlichkeit"), name="fit_title")
        self._nothing = SoftText(name="fit_nothing")
        self._list = FitList()
        self._list.marked.connect(self._want)
        self._hint = NoteText(name="fit_hint")
        self._next = NextButton()
        self._next.clicked.connect(self.going_on)
        self._lay_out()
        order = TabOrder(self)
        for part in (self._way, self._list):
            part.laid_out.connect(order.renew)

    def show_visit(self, view: VisitView) -> None:
        """Works out the fit of a visit as it is kept now, and shows it when that is done."""
        self._desk.ask(
            lambda _session: (view, fit_of(view), planning.wanted(view)), then=self._show, owner=self
        )

    def show_next(self, name: str) -> None:
        """Names the place that comes next."""
        self._next.show_next(name)

    def focus_first(self) -> None:
        """Puts the focus on the first thing to be done here, now or as soon as it is there."""
        self._wants_focus = True
        if self._view is not None:
            self._give_focus()
        else:
            self._next.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, answer: _Answer) -> None:
        self._view, fit, wanted = answer
        self._weakest.setText(_weakest_words(fit))
        self._not_asked.setVisible(not fit.is_asked)
        self._way.show_way(fit.way, fit.weakest)
        self._coverage.setText(_coverage_words(fit))
        self._title.setVisible(bool(fit.barriers))
        self._nothing.setVisible(not fit.barriers)
        self._nothing.setText(
            _("Bisher wurde nichts gefunden, was im Weg ist. Nicht Geprüftes zählt nicht als frei.")
        )
        self._list.show_barriers(fit.barriers, wanted)
        self._hint.setText(fit.hint)
        self._give_focus()

    def _give_focus(self) -> None:
        if not self._wants_focus:
            return
        self._wants_focus = False
        first = self._list.first_field()
        (first or self._next).setFocus(Qt.FocusReason.TabFocusReason)

    def _want(self, barrier: Barrier, is_wanted: bool) -> None:
        view = self._view
        if view is not None:
            self._desk.do(lambda store: planning.want(store, view, barrier, is_wanted=is_wanted))

    def _lay_out(self) -> None:
        self._not_asked.setText(
            _(
                "Was der Person schwerfällt, ist noch nicht gefragt. Es steht im Fall unter „Person“; "
                "bis dahin bleibt vieles unbeurteilt."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(10)
        column.addWidget(self._weakest)
        column.addWidget(self._not_asked)
        column.addWidget(self._way)
        column.addWidget(self._coverage)
        column.addSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._nothing)
        column.addWidget(self._list)
        column.addSpacing(8)
        column.addWidget(self._hint)
        column.addWidget(self._next, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch()


def _weakest_words(fit: Fit) -> str:
    """The weakest link in one sentence; nothing unmeasured counts as fine."""
    if fit.weakest is not None:
        return _("Schwächstes Glied vom Bordstein bis zum Bett: {reason}.").format(reason=fit.weakest.reason)
    if fit.unknown:
        return _("Das schwächste Glied ist noch nicht bekannt: Ein Teil des Wegs ist nicht geprüft.")
    return _("Vom Bordstein bis zum Bett wurde nichts gefunden, was im Weg ist.")


def _coverage_words(fit: Fit) -> str:
    told = _("{checked} von {all} geprüft").format(checked=fit.coverage.checked, all=fit.coverage.of)
    if not fit.not_judged:
        return told
    rest = ngettext(
        "{count} offener Punkt zählt für diese Person",
        "{count} offene Punkte zählen für diese Person",
        fit.not_judged,
    ).format(count=fit.not_judged)
    return f"{told} · {rest}"
