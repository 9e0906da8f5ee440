"""The lines of a funding check: a card for what can be applied for, the rest folded away."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.payers.funding import FundingLine, FundingView, Group
from zwk_barrier.desktop.cases import funding_words as words
from zwk_barrier.desktop.cases.programme_card import MissingRow, ProgrammeCard
from zwk_barrier.desktop.widgets.emptying import empty
from zwk_barrier.desktop.widgets.fold import Fold
from zwk_barrier.desktop.widgets.headings import BodyText, NoteText, SoftText
from zwk_barrier.wording import _


class ProgrammeList(QWidget):
    """The lines of one check: cards of what can be applied for, the rest folded."""

    applying = Signal(str)
    going = Signal(str)
    laid_out = Signal()

    def __init__(self, name: str, *, can_act: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self._can_act = can_act
        self._cards: dict[str, ProgrammeCard] = {}
        self._notes = QVBoxLayout()
        self._money = QVBoxLayout()
        self._nothing = SoftText(
            _("Für diese Person und ihre Maßnahmen gibt es im Moment keinen Zuschuss zu beantragen."),
            name=f"{name}_nothing",
        )
        self._single = Fold(f"{name}_single", _("Im Einzelfall zu prüfen"))
        self._besides = Fold(f"{name}_besides", _("Weitere Rechte und Vorteile"))
        self._not = Fold(f"{name}_not", _("Trifft nicht zu"))
        self._shown: FundingView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for inner in (self._notes, self._money):
            inner.setSpacing(12)
            column.addLayout(inner)
        for part in (self._nothing, *self._folds()):
            column.addWidget(part)
        for fold in self._folds():
            fold.turned.connect(lambda _is_open: self.laid_out.emit())

    def show_view(self, view: FundingView) -> None:
        """Shows a check; what is unfolded stays so."""
        if view == self._shown:
            return
        self._shown = view
        self._show_notes(view)
        self._show_cards(view)
        self._nothing.setVisible(not view.group("money"))
        self._show_not(view.group("not"))
        self.laid_out.emit()

    def _show_notes(self, view: FundingView) -> None:
        empty(self._notes)
        for place, one in enumerate(view.notes):
            row = MissingRow(f"{self.objectName()}_note_{place}", one)
            row.going.connect(self.going)
            self._notes.addWidget(row)

    def _show_cards(self, view: FundingView) -> None:
        shown = {line.code for line in view.lines if line.group != "not"}
        for code in [one for one in self._cards if one not in shown]:
            card = self._cards.pop(code)
            card.hide()
            card.deleteLater()
        for line in view.group("money"):
            self._show_card(line, self._money)
        for group, fold in (("single", self._single), ("besides", self._besides)):
            lines = view.group(cast("Group", group))
            for line in lines:
                self._show_card(line, fold.body)
            fold.set_count(len(lines))
            fold.setVisible(bool(lines))

    def _show_card(self, line: FundingLine, column: QVBoxLayout) -> None:
        if line.code not in self._cards:
            self._cards[line.code] = self._new_card(line.code)
        card = self._cards[line.code]
        column.removeWidget(card)
        column.addWidget(card)
        card.show_line(line)

    def _folds(self) -> tuple[Fold, ...]:
        return self._single, self._besides, self._not

    def _new_card(self, code: str) -> ProgrammeCard:
        card = ProgrammeCard(code, can_act=self._can_act)
        card.applying.connect(self.applying)
        card.going.connect(self.going)
        card.laid_out.connect(self.laid_out)
        return card

    def _show_not(self, lines: Sequence[FundingLine]) -> None:
        empty(self._not.body)
        for place, line in enumerate(lines):
            why = words.told(line.reasons[0]) if line.reasons else words.standing(line)[0]
            text = _("{programme}: {reason}").format(programme=line.title, reason=why)
            name = f"{self.objectName()}_not_{place}"
            self._not.add(BodyText(text, name=name))
            self._not.add(NoteText(words.stand_in_words(line), name=f"{name}_stand"))
        self._not.set_count(len(lines))
        self._not.setVisible(bool(lines))
