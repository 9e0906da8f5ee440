"""What is in the way, what matters most first: each with „soll weg“ and what could be done about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.plan.proposals import Proposal, why_none
from zwk_barrier.casework.visit.barriers import Barrier
from zwk_barrier.desktop.visits.proposal_buttons import ProposalButtons
from zwk_barrier.desktop.visits.visit_form import enlarge
from zwk_barrier.desktop.widgets.buttons import Button, IconButton, Kind
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.chips import Chip
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.headings import BodyText, NoteText, SectionTitle
from zwk_barrier.wording import _

_AT_FIRST: Final = 8
_FOLD_AT: Final = 520


@dataclass(frozen=True, slots=True)
class ShownBarrier:
    """A barrier as the list shows it; ``is_gone`` when a recommended measure removes it."""

    barrier: Barrier
    is_wanted: bool
    priority: str
    offered: tuple[Proposal, ...]
    is_gone: bool


class BarrierLine(QWidget):
    """One barrier: whether it should go, its words, and behind a button its proposals."""

    marked = Signal(object, bool)
    chosen = Signal(object)
    laid_out = Signal()

    def __init__(self, shown: ShownBarrier) -> None:
        super().__init__()
        name = f"plan_barrier_{shown.barrier.id.hex}"
        self.setObjectName(name)
        self._shown = shown
        self._check = CheckField(f"{name}_wanted", _("Soll weg"))
        self._check.kept.connect(lambda is_wanted: self.marked.emit(self._shown.barrier, bool(is_wanted)))
        self._words = BodyText(name=f"{name}_words")
        self._detail = NoteText(name=f"{name}_detail")
        self._priority = Chip("", name=f"{name}_priority")
        self._more = IconButton(f"{name}_more", _("Vorschläge"), icon="chevron-down", large=True)
        self._more.clicked.connect(self._toggle)
        self._proposals = ProposalButtons(f"{name}_proposals")
        self._proposals.chosen.connect(self.chosen)
        self._proposals.laid_out.connect(self.laid_out)
        self._proposals.setContentsMargins(0, 0, 0, 12)
        self._proposals.hide()
        self._lay_out()

    def show_barrier(self, shown: ShownBarrier) -> None:
        """Shows the barrier as it stands."""
        self._shown = shown
        barrier = shown.barrier
        self._check.set_value(shown.is_wanted)
        self._check.setAccessibleName(_("Soll weg: {barrier}").format(barrier=barrier.text))
        self._words.setText(barrier.text)
        self._detail.setText(" · ".join(part for part in (barrier.detail, self._state()) if part))
        self._priority.setText(shown.priority)
        self._more.setEnabled(bool(shown.offered))
        self._more.setAccessibleName(_("Vorschläge zu: {barrier}").format(barrier=barrier.text))
        if not self._proposals.isHidden():
            self._proposals.show_proposals(shown.offered)
        self.refit()

    def focus_first(self) -> None:
        """Puts the keyboard on its box."""
        self._check.setFocus(Qt.FocusReason.TabFocusReason)

    def refit(self) -> None:
        """Measures itself again; the theme calls it after the text size has changed."""
        enlarge(self._check)

    def _state(self) -> str:
        if self._shown.is_gone:
            return _("Was empfohlen ist, beseitigt sie.")
        if self._shown.offered:
            return ""
        return why_none(self._shown.barrier) or _("kein Vorschlag im Katalog")

    def _lay_out(self) -> None:
        words, controls = QWidget(), QWidget()
        for part, what in ((words, "text"), (controls, "controls")):
            part.setObjectName(f"{self.objectName()}_{what}")
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(self._words)
        lines.addWidget(self._detail)
        row = QHBoxLayout(controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for control in (self._priority, self._check, self._more):
            row.addWidget(control)
        line = Columns(f"{self.objectName()}_line", fold_at=_FOLD_AT, gap=12)
        line.add(words)
        line.add(controls, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(line)
        column.addWidget(self._proposals)

    def _toggle(self) -> None:
        is_shown = self._proposals.isHidden()
        if is_shown:
            self._proposals.show_proposals(self._shown.offered)
        self._proposals.setVisible(is_shown)
        self._more.set_icon("chevron-up" if is_shown else "chevron-down")
        self.laid_out.emit()


class BarrierList(QWidget):
    """The barriers of the visit, eight at first."""

    marked = Signal(object, bool)
    """A barrier, and whether it should go."""

    chosen = Signal(object)
    """A proposal to be recommended."""

    laid_out = Signal()

    def __init__(self, ask: Button, answer: QWidget) -> None:
        """``ask`` stands beside the heading, what comes of it below."""
        super().__init__()
        self.setObjectName("plan_barriers")
        head = Columns("plan_barriers_head", fold_at=_FOLD_AT, gap=12)
        head.add(SectionTitle(_("Was weg soll"), name="plan_barriers_title"))
        head.add(ask, 0)
        hint = _(
            "Angekreuzt ist, was der Plan beseitigen soll. Solange Sie nichts ändern, ist es, was sofort oder "
            "kurzfristig ansteht (Priorität A und B); danach zählen nur noch Ihre Kreuze."
        )
        self._lines: dict[object, BarrierLine] = {}
        self._is_whole = False
        self._holder = QWidget()
        self._holder.setObjectName("plan_barrier_lines")
        self._rows = QVBoxLayout(self._holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._more = Button("plan_barriers_more", "", kind=Kind.QUIET, icon="chevron-down", large=True)
        self._more.clicked.connect(self._show_all)
        self._shown: Sequence[ShownBarrier] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 28, 0, 0)
        column.setSpacing(8)
        for part in (head, answer, NoteText(hint, name="plan_barriers_hint"), self._holder, self._more):
            column.addWidget(part)

    def show_barriers(self, shown: Sequence[ShownBarrier]) -> None:
        """Shows these barriers in this order."""
        self._shown = shown
        self.setVisible(bool(shown))
        self._fill()

    def _show_all(self) -> None:
        self._is_whole = True
        self._fill()
        self._lines[self._shown[_AT_FIRST].barrier.id].focus_first()

    def _fill(self) -> None:
        part = self._shown if self._is_whole else self._shown[:_AT_FIRST]
        keys = [one.barrier.id for one in part]
        for gone in [key for key in self._lines if key not in keys]:
            self._lines.pop(gone).deleteLater()
        for place, one in enumerate(part):
            line = self._lines.get(one.barrier.id) or self._make(one)
            if self._rows.indexOf(line) != place:
                self._rows.insertWidget(place, line)
            line.show_barrier(one)
        left = len(self._shown) - len(part)
        self._more.setVisible(left > 0)
        self._more.setText(_("{count} weitere").format(count=left))
        self.laid_out.emit()

    def _make(self, one: ShownBarrier) -> BarrierLine:
        line = self._lines[one.barrier.id] = BarrierLine(one)
        line.marked.connect(self.marked)
        line.chosen.connect(self.chosen)
        line.laid_out.connect(self.laid_out)
        return line
