"""The barriers of a visit by what they mean to the person: each with its reason first, its figure last."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.visit.barriers import Barrier
from zwk_barrier.casework.visit.fit import FittedBarrier
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.visits.visit_form import enlarge
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.headings import BodyText, GroupTitle, NoteText
from zwk_barrier.overriding import override
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_decimal
from zwk_barrier.wording import _


class FitLine(QWidget):
    """One barrier: why it matters in a sentence, where it is, and whether it should go."""

    marked = Signal(object, bool)

    def __init__(self, one: FittedBarrier) -> None:
        super().__init__()
        name = f"fit_{one.barrier.id.hex}"
        self.setObjectName(name)
        self._barrier: Barrier = one.barrier
        self._reason = BodyText(name=f"{name}_reason")
        self._detail = NoteText(name=f"{name}_detail")
        self._wanted = CheckField(f"{name}_wanted", _("Soll weg"))
        self._wanted.kept.connect(lambda is_wanted: self.marked.emit(self._barrier, bool(is_wanted)))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._reason)
        words.addWidget(self._detail)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 8, 0, 9)
        line.setSpacing(16)
        line.addLayout(words, 1)
        line.addWidget(self._wanted, 0, Qt.AlignmentFlag.AlignVCenter)
        self.refit()

    def show_barrier(self, one: FittedBarrier, *, is_wanted: bool) -> None:
        """Shows what the barrier means now."""
        self._barrier = one.barrier
        self._reason.setText(one.reason)
        self._detail.setText(" · ".join(_details(one)))
        self._wanted.set_value(is_wanted)
        self._wanted.setAccessibleName(_("Soll weg: {barrier}").format(barrier=one.barrier.text))

    @property
    def box(self) -> QWidget:
        """The box that says whether it should go."""
        return self._wanted

    def refit(self) -> None:
        """Measures itself again; the theme calls it after the text size has changed."""
        enlarge(self._wanted)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, current_look().colour("line"))


class FitList(QWidget):
    """The barriers under their priorities."""

    marked = Signal(object, bool)
    """A barrier, and whether it should go."""

    laid_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("fit_barriers")
        self._lines: dict[object, FitLine] = {}
        self._titles: list[GroupTitle] = []
        self._placed: list[object] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_barriers(self, found: Sequence[FittedBarrier], wanted: Sequence[Barrier]) -> None:
        """Shows barriers that come sorted; ``wanted`` are those that should go."""
        should_go = {one.id for one in wanted}
        placed: list[object] = [(one.priority, one.barrier.id) for one in found]
        if placed != self._placed:
            self._placed = placed
            self._lay_out(found)
        for one in found:
            self._lines[one.barrier.id].show_barrier(one, is_wanted=one.barrier.id in should_go)

    def first_field(self) -> QWidget | None:
        """The box of the first barrier; None without any."""
        return next((line.box for line in self._lines.values()), None)

    def _lay_out(self, found: Sequence[FittedBarrier]) -> None:
        for title in self._titles:
            self._drop(title)
        self._titles.clear()
        old, self._lines = self._lines, {}
        last: object = self
        for one in found:
            if one.priority != last:
                last = one.priority
                self._add_title(one.priority)
            line = old.pop(one.barrier.id, None) or self._make(one)
            self._column.removeWidget(line)
            self._column.addWidget(line)
            self._lines[one.barrier.id] = line
        for gone in old.values():
            self._drop(gone)
        self.laid_out.emit()

    def _make(self, one: FittedBarrier) -> FitLine:
        line = FitLine(one)
        line.marked.connect(self.marked)
        return line

    def _add_title(self, priority: str | None) -> None:
        words = _("Noch nicht zu beurteilen")
        if priority is not None:
            words = _("Priorität {label}").format(label=load_code_list("priority").label(priority))
        title = GroupTitle(words, name=f"fit_priority_{priority or 'unknown'}")
        title.setContentsMargins(10, 18 if self._titles else 4, 0, 2)
        self._titles.append(title)
        self._column.addWidget(title)

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def _details(one: FittedBarrier) -> list[str]:
    """Where, what for, and in the end the figure, which alone says little."""
    frequency = load_code_list("frequency").label(one.frequency) if one.frequency else ""
    activities = ", ".join(load_code_list("activity").label(code) for code in one.activities)
    impact = _("nicht beurteilt")
    if one.impact is not None:
        impact = _("Auswirkung {impact} von 9").format(impact=format_decimal(one.impact))
    told = (
        *one.barrier.detail.split(" · "),
        activities,
        frequency,
        _("Sicherheit") if one.is_safety else "",
        _("bitte nachmessen") if one.is_unsure else "",
        impact,
    )
    return [part for part in dict.fromkeys(told) if part]
