"""The way from kerb to bed as a row of steps, each with its state; the weakest stands out."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from zwk_barrier.casework.visit.fit import WayStep
from zwk_barrier.desktop.style.images import draw_icon
from zwk_barrier.desktop.style.ink import box
from zwk_barrier.desktop.style.look import CONTROL_RADIUS, LARGE_TARGET, current_look
from zwk_barrier.desktop.style.tokens import Verdict
from zwk_barrier.desktop.widgets.chips import SIGNS, chip_size, paint_chip
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.overriding import override
from zwk_barrier.rules.fit import State
from zwk_barrier.wording import _

_VERDICTS: Final[dict[State, Verdict]] = {
    "barrier": Verdict.UNMET,
    "free": Verdict.MET,
    "unknown": Verdict.UNKNOWN,
}
_PADDING, _ARROW, _GAP = 12, 18, 6


def state_word(step: WayStep) -> str:
    """The state of a step in a word; of a barrier its priority, too."""
    if step.state == "barrier":
        priority = None if step.strongest is None else step.strongest.priority
        return _("Barriere {priority}").format(priority=priority) if priority else _("Barriere")
    return _("frei") if step.state == "free" else _("unbekannt")


class StepButton(QAbstractButton):
    """One step: its name above its state, an arrow to the next one behind; leads to the room."""

    def __init__(self, step: WayStep, place: int, *, is_weakest: bool, is_last: bool) -> None:
        super().__init__()
        self._step, self._is_weakest, self._is_last = step, is_weakest, is_last
        self.setObjectName(f"fit_step_{place}")
        self.setText(step.label)
        weakest = _("schwächstes Glied") if is_weakest else ""
        told = (step.label, state_word(step), weakest, step.text)
        self.setAccessibleName(", ".join(part for part in told if part))
        self.setToolTip(step.text)
        self.setEnabled(step.room_id is not None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        look = current_look()
        chip = chip_size(look, state_word(self._step), SIGNS[_VERDICTS[self._step.state]])
        words = QFontMetrics(look.font(weight=QFont.Weight.DemiBold))
        width = max(words.horizontalAdvance(self.text()), chip.width()) + 2 * look.px(_PADDING)
        height = words.height() + chip.height() + look.px(_GAP + 2 * 8)
        return QSize(width + (0 if self._is_last else look.px(_ARROW)), max(height, look.px(LARGE_TARGET)))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        ground = self.rect().adjusted(0, 0, 0 if self._is_last else -look.px(_ARROW), 0)
        verdict = _VERDICTS[self._step.state]
        ink = look.tokens.verdict(verdict)
        inner = ground.adjusted(1, 1, -1, -1)
        box(painter, inner, look.colour("surface"), look.colour("border"), radius=CONTROL_RADIUS)
        left, top = ground.x() + look.px(_PADDING), ground.y() + look.px(8)
        painter.setFont(look.font(weight=QFont.Weight.Bold if self._is_weakest else QFont.Weight.DemiBold))
        painter.setPen(look.colour("text"))
        painter.drawText(QPoint(left, top + painter.fontMetrics().ascent()), self.text())
        size = chip_size(look, state_word(self._step), SIGNS[verdict])
        place = QRect(QPoint(left, ground.bottom() - look.px(8) - size.height() + 1), size)
        paint_chip(look, painter, place, state_word(self._step), ink, SIGNS[verdict])
        if self._is_weakest:
            painter.fillRect(
                ground.x() + 8, ground.bottom() - 3, ground.width() - 16, 4, look.colour("accent")
            )
        if not self._is_last:
            size_of = look.px(_ARROW)
            spot = QRect(ground.right() + 1, ground.center().y() - size_of // 2, size_of, size_of)
            draw_icon(painter, "chevron-right", spot, look.colour("soft"))


class WayRow(Flow):
    """The steps in their order, in as many lines as they need."""

    chosen = Signal(object)
    """The id of the room of a step."""

    laid_out = Signal()

    def __init__(self) -> None:
        super().__init__("fit_way", gap=4)
        self._shown: object = None

    def show_way(self, way: Sequence[WayStep], weakest: object) -> None:
        """Shows the steps; ``weakest`` is the barrier that is the strongest of all."""
        wanted = [(step, step.strongest is not None and step.strongest is weakest) for step in way]
        words = [(step.room_id, step.label, state_word(step), step.text, is_it) for step, is_it in wanted]
        if words == self._shown:
            return
        self._shown = words
        self.clear()
        for place, (step, is_it) in enumerate(wanted):
            button = self.add(StepButton(step, place, is_weakest=is_it, is_last=place + 1 == len(wanted)))
            button.clicked.connect(lambda _checked=False, step=step: self.chosen.emit(step.room_id))
        self.laid_out.emit()
