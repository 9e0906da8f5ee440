"""The plan in the measures' place: what should go, the best plan on request, and two others beside it.

Nothing is recommended without being asked for.  The search runs beside the window and can be stopped.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.plan import planning, proposals
from zwk_barrier.casework.plan.planning import Planning, VisitPlan
from zwk_barrier.casework.plan.proposals import Proposal, kept_measures
from zwk_barrier.casework.visit.barriers import Barrier, barriers
from zwk_barrier.casework.visit.judging import judged
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.background import CancelToken
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.visits.plan_barriers import BarrierList, ShownBarrier
from zwk_barrier.desktop.visits.plan_cards import PlanCards
from zwk_barrier.desktop.widgets.buttons import Button, IconButton
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.desktop.widgets.progress import ProgressStrip
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.reference.short_titles import short_title
from zwk_barrier.wording import _, ngettext

PLAN_KEY: Final = "Ctrl+B"


class PlanPanel(QWidget):
    """The answer to „Besten Plan vorschlagen“; gone again as soon as what it rests on has changed."""

    laid_out = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("plan_panel")
        self._desk = desk
        self._view: VisitView | None = None
        self._token: CancelToken | None = None
        self._basis: object = None
        self._strip = ProgressStrip("plan_progress")
        self._words = BodyText(name="plan_words")
        self._close = IconButton("plan_close", _("Pläne schließen"), icon="x", large=True)
        self._close.clicked.connect(self._clear)
        self._cards = PlanCards()
        self._cards.taken.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.addWidget(self._words, 1)
        line.addWidget(self._close)
        column.addWidget(self._strip)
        column.addLayout(line)
        column.addWidget(self._cards)
        self._clear()

    def show_visit(self, view: VisitView) -> None:
        """Lets go of plans made for barriers or measures that are no longer so."""
        self._view = view
        if self._basis is not None and self._basis != _basis(view):
            self._clear()  # only compared while there is a plan: a key stroke need not wait for it

    def ask(self) -> None:
        """Looks for the best plan."""
        view = self._view
        if view is None or self._token is not None:
            return
        self._basis = _basis(view)
        self._token = self._desk.work.run_long(
            _search, view, then=self._show, failed=self._stopped, owner=self, progress=self._strip.show_share
        )
        self._strip.begin(_("Der beste Plan wird gesucht …"), cancel=self.stop)

    def _show(self, found: Planning) -> None:
        self._end()
        if self._view is None or self._basis != _basis(self._view):
            return
        plans = [plan for plan in found.plans if plan.proposals]
        self._words.setText(_sentence(found))
        self._cards.show_plans(self._view, plans)
        for part in (self._words, self._close):
            part.show()
        self._cards.setVisible(bool(plans))
        self.laid_out.emit()
        if plans:
            self._cards.focus_first()
        else:
            self._close.setFocus()
        QTimer.singleShot(0, self, self._bring_into_view)  # the cards take their places with the next events

    def _bring_into_view(self) -> None:
        page, focus = self.parentWidget(), QApplication.focusWidget()
        while page is not None and not isinstance(page, ScrollPage):
            page = page.parentWidget()
        if page is not None and focus is not None and self.isAncestorOf(focus):
            page.show_all_of(focus)

    def _take(self, plan: VisitPlan) -> None:
        view = self._view
        if view is None:
            return
        words = ngettext("{count} Maßnahme empfohlen.", "{count} Maßnahmen empfohlen.", len(plan.proposals))
        self._clear()
        self._desk.do(
            lambda store: planning.accept_plan(store, view, plan),
            then=lambda _ids: self._desk.say(words.format(count=len(plan.proposals)), with_undo=True),
            owner=self,
        )

    def stop(self) -> None:
        """Stops looking."""
        if self._token is not None:
            self._token.cancel()
        self._basis = None  # an answer that comes all the same is not shown
        self._end()

    def _stopped(self, _problem: object) -> None:
        self._end()

    def _end(self) -> None:
        self._token = None
        self._strip.finish()

    def _clear(self) -> None:
        self._basis = None
        for part in (self._words, self._cards, self._close):
            part.hide()
        self.laid_out.emit()


class PlanSection:
    """The parts of the plan and what they do together; the measures' place lays them out."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._view: VisitView | None = None
        button = Button("plan_ask", _("Besten Plan vorschlagen"), shortcut=PLAN_KEY, large=True)
        self.panel = PlanPanel(desk)
        self.barriers = BarrierList(button, self.panel)
        button.clicked.connect(self.panel.ask)
        self.barriers.marked.connect(self._mark)
        self.barriers.chosen.connect(self._accept)

    def show_visit(self, view: VisitView) -> None:
        """Shows what is in the way as it stands now."""
        self._view = view
        standing = judged(view)
        found = [one.barrier for one in standing.values()]
        should_go = {one.id for one in planning.wanted(view, standing)}
        gone = planning.solved_by(view, kept_measures(view), found)
        offered = proposals.proposals_for(view, found)
        self.barriers.show_barriers(
            [
                ShownBarrier(one.barrier, key in should_go, one.priority, offered[key], key in gone)
                for key, one in standing.items()
            ]
        )
        self.panel.show_visit(view)

    def _mark(self, barrier: Barrier, is_wanted: bool) -> None:
        view = self._view
        if view is not None:
            self._desk.do(lambda store: planning.want(store, view, barrier, is_wanted=is_wanted))

    def _accept(self, proposal: Proposal) -> None:
        view = self._view
        if view is not None:
            words = _("{measure} empfohlen.").format(measure=short_title(proposal.entry.number))
            self._desk.do(
                lambda store: proposals.accept(store, view, proposal),
                then=lambda _id: self._desk.say(words, with_undo=True),
                owner=self.panel,
            )


def _search(view: VisitView, *, progress: Callable[[float], None], token: CancelToken) -> Planning:
    progress(0.0)
    return planning.plan_visit_measures(view, check=token.check)


def _basis(view: VisitView) -> object:
    """What a plan rests on: the barriers with their marks, and the measures."""
    measures = tuple((one.id, one.status, one.catalogue_number, one.room_id) for one in view.measures)
    return barriers(view), measures


def _sentence(found: Planning) -> str:
    """What the plans are about, or why there is none."""
    if not found.wanted:
        return _("Es gibt keine Barriere, die weg soll.")
    left = len(found.wanted) - len(found.already)
    if not left:
        return _("Was schon empfohlen ist, beseitigt alles, was weg soll.")
    words = ngettext(
        "Gesucht sind Maßnahmen gegen {count} Barriere.",
        "Gesucht sind Maßnahmen gegen {count} Barrieren.",
        left,
    ).format(count=left)
    if not any(plan.proposals for plan in found.plans):
        return f"{words} " + _("Im Katalog steht nichts, was sie ganz beseitigt.")
    return f"{words} " + _("Verglichen wird die Mitte von „von“ und „bis“; Sie entscheiden.")
