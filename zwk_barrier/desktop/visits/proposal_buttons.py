"""What the catalogue proposes, a button each: „+ Badewannenbrett, 40–150 €“, the simplest first."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.plan.proposals import Proposal
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.style.paint_buttons import GAP, ICON, PADDING
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.overriding import override
from zwk_barrier.reference.short_titles import short_title
from zwk_barrier.rules.typed import format_money_range
from zwk_barrier.wording import _

AT_FIRST: Final = 6
_BESIDE: Final = 2 * PADDING + ICON + 4 + GAP  # px of a button beside its words


def proposal_words(proposal: Proposal) -> str:
    """The short name of a proposed measure and its cost."""
    cost = format_money_range(proposal.low, proposal.high)
    return ", ".join(part for part in (short_title(proposal.entry.number), cost) if part)


class ProposalButton(Button):
    """One proposal; its words take a second line where one is too narrow."""

    def __init__(self, name: str, proposal: Proposal) -> None:
        super().__init__(name, "", icon="plus", large=True)
        self.proposal = proposal
        words, eases = proposal_words(proposal), _("erleichtert")
        self._words = words if proposal.solves else f"{words} · {eases}"
        self.setText(self._words)
        self.setAccessibleName(_("{measure} empfehlen").format(measure=self._words))
        effect = _("Beseitigt, was im Weg ist.") if proposal.solves else _("Macht es leichter.")
        told = " ".join((proposal.entry.title() + ".", effect, proposal.why, *proposal.cautions))
        self.setAccessibleDescription(told)
        self.setToolTip(told)

    @override
    def minimumSizeHint(self) -> QSize:
        # As narrow as its longest word: else the page could never become so narrow that the words break.
        look = current_look()
        metrics = QFontMetrics(look.font(weight=QFont.Weight.DemiBold))
        longest = max(metrics.horizontalAdvance(word) for word in self._words.split(" "))
        return QSize(longest + look.px(_BESIDE), self.sizeHint().height())

    def fit(self, width: int) -> None:
        """Breaks its words so that it is no wider than ``width`` px."""
        look = current_look()
        metrics = QFontMetrics(look.font(weight=QFont.Weight.DemiBold))
        room = width - look.px(_BESIDE)
        lines = [""]
        for word in self._words.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and metrics.horizontalAdvance(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        self.setText("\n".join(lines))


class ProposalButtons(QWidget):
    """Buttons side by side, six at first; ``chosen`` tells the proposal of the one that was pressed."""

    chosen = Signal(object)
    laid_out = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._shown: tuple[tuple[Proposal, ...], bool] = ((), False)
        self._proposals: tuple[Proposal, ...] = ()
        self._is_whole = False
        self._flow = Flow(f"{name}_flow", gap=10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)

    @property
    def buttons(self) -> list[ProposalButton]:
        """The buttons in view, in their order."""
        return [one for one in self._flow.widgets() if isinstance(one, ProposalButton)]

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Shows these; nothing happens when they are there already."""
        self._proposals = tuple(proposals)
        self._fill()

    def focus_after(self, place: int) -> bool:
        """Puts the keyboard on the button now at ``place``, or the last; False when there is none."""
        buttons = self.buttons
        if buttons:
            buttons[min(place, len(buttons) - 1)].setFocus()
        return bool(buttons)

    def refit(self) -> None:
        """Breaks the words anew; the theme calls it after the text size has changed."""
        for button in self._flow.findChildren(ProposalButton):
            button.fit(self.width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def _fill(self) -> None:
        if (self._proposals, self._is_whole) == self._shown:
            return
        self._shown = (self._proposals, self._is_whole)
        old = {one.objectName(): one for one in self._flow.findChildren(Button) if not one.isHidden()}
        self._flow.take_all()
        shown = self._proposals if self._is_whole else self._proposals[:AT_FIRST]
        for proposal in shown:
            self._put(old, proposal)
        if len(self._proposals) > AT_FIRST:
            self._flow.add(self._make_more()).show()
        self.refit()
        for gone in old.values():  # hidden last: hiding would hand the keyboard on
            gone.hide()
            gone.deleteLater()
        self.laid_out.emit()

    def _put(self, old: dict[str, Button], proposal: Proposal) -> None:
        name = f"{self.objectName()}_{proposal.key.replace('/', '_')}"
        known = old.get(name)
        if isinstance(known, ProposalButton) and known.proposal == proposal:
            self._flow.add(old.pop(name))
            return
        button = self._flow.add(ProposalButton(name, proposal))
        button.clicked.connect(self._telling(proposal))
        button.show()  # at once, so that the keyboard can be put on it

    def _telling(self, proposal: Proposal) -> Callable[[], None]:
        return lambda: self.chosen.emit(proposal)

    def _make_more(self) -> Button:
        count = len(self._proposals) - AT_FIRST
        words = _("Weniger") if self._is_whole else _("{count} weitere").format(count=count)
        icon = "chevron-up" if self._is_whole else "chevron-down"
        more = Button(f"{self.objectName()}_more", words, kind=Kind.QUIET, icon=icon, large=True)
        more.clicked.connect(self._toggle)
        return more

    def _toggle(self) -> None:
        self._is_whole = not self._is_whole
        self._fill()
        self.focus_after(AT_FIRST if self._is_whole else 0)
