"""The financing plan of a case: the own share large, who pays how much of what, and what to mind."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case.overview import CaseOverview
from zwk_barrier.casework.payers import financing
from zwk_barrier.casework.payers.financing import FinancingView, FundedMeasure, PayerColumn
from zwk_barrier.desktop.cases import funding_words
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.amount_table import AmountRow, AmountTable
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.emptying import empty
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.fold import Fold
from zwk_barrier.desktop.widgets.headings import BodyText, FigureText, GroupTitle, SectionTitle, SoftText
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.rules.typed import format_money
from zwk_barrier.wording import _, ngettext

if TYPE_CHECKING:
    from uuid import UUID


class FinancingSection(QWidget):
    """What is left for the person, the table, the button that takes the best combination, the warnings."""

    laid_out = Signal()
    """Parts came, went or moved: the Tab key has to be told."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("financing")
        self._desk = desk
        self._case_id: UUID | None = None
        self._empty = SoftText(
            _("Sobald eine Maßnahme mit Kosten im Fall steht, zeigt der Plan, wer sie zahlen könnte."),
            name="financing_empty",
        )
        self._own = _OwnShare()
        self._card = Card("financing_card")
        self._table = AmountTable("financing_table", title=_("Wer zahlt was"))
        self._unpriced = SoftText(name="financing_unpriced")
        self._take = Button(
            "financing_take", _("&Beste Kombination übernehmen"), kind=Kind.PRIMARY, icon="check-check"
        )
        self._take.clicked.connect(self._take_best)
        self._would = SoftText(name="financing_would")
        self._warnings = WarningLines("financing_warnings")
        self._more = Fold("financing_more", _("Was nicht eingerechnet ist, und was wäre, wenn"))
        self._more.turned.connect(lambda _is_open: self.laid_out.emit())
        self._parts: tuple[QWidget, ...] = (
            *(self._empty, self._own, self._card, self._unpriced, self._would, self._take),
            *(self._warnings, self._more),
        )
        self._lay_out()

    def show_case(self, overview: CaseOverview) -> None:
        """Plans the case as it is kept now."""
        case_id, today = overview.view.case.id, this_day()
        if case_id != self._case_id:
            self._case_id = case_id
            for part in self._parts:
                part.hide()  # until the case has been read
        self._desk.ask(
            lambda session: (case_id, financing.financing_view(session, case_id, today)),
            then=self._show,
            owner=self,
        )

    def _show(self, found: tuple["UUID", FinancingView]) -> None:
        case_id, view = found
        if case_id != self._case_id:
            return  # another case came in between
        has_costs = bool(view.measures)
        self._empty.setVisible(not has_costs)
        self._own.setVisible(has_costs)
        self._card.setVisible(has_costs)
        self._own.show_view(view)
        self._table.show_table(*_table(view))
        self._unpriced.setText(_unpriced(view))
        self._unpriced.setVisible(bool(view.unpriced))
        self._would.setText(_would(view))
        self._would.setVisible(bool(view.to_apply))
        self._take.setVisible(bool(view.to_apply))
        self._warnings.show_lines([funding_words.told(one) for one in view.warnings] if has_costs else ())
        self._show_more(view)
        self.laid_out.emit()

    def _show_more(self, view: FinancingView) -> None:
        groups = list(_more(view))
        empty(self._more.body)
        for place, (title, lines) in enumerate(groups):
            self._more.add(GroupTitle(title, name=f"financing_more_{place}"))
            for number, line in enumerate(lines):
                self._more.add(BodyText(line, name=f"financing_more_{place}_{number}"))
        self._more.setVisible(bool(groups))

    def _take_best(self) -> None:
        case_id, today = self._case_id, this_day()
        if case_id is not None:
            self._desk.do(
                lambda store: financing.take_best(store, case_id, today), then=self._taken, owner=self
            )

    def _taken(self, count: int) -> None:
        words = ngettext("{count} Antrag angelegt.", "{count} Anträge angelegt.", count).format(count=count)
        self._desk.say(words, with_undo=True)

    def _lay_out(self) -> None:
        buttons = Flow("financing_buttons")
        buttons.add(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionTitle(_("Finanzierungsplan"), name="financing_title"))
        for inner in (self._table, self._unpriced, self._would, buttons):
            self._card.add(inner)
        for part in (self._empty, self._own, self._card, self._warnings, self._more):
            column.addWidget(part)


class _OwnShare(Card):
    """The figure that counts, and what it rests on."""

    def __init__(self) -> None:
        super().__init__("financing_own", accent=True)
        self.body.setSpacing(2)
        self.add(GroupTitle(_("Eigenanteil"), name="financing_own_title"))
        self._figure = self.add(FigureText(name="financing_own_figure"))
        self._basis = self.add(SoftText(name="financing_own_basis"))

    def show_view(self, view: FinancingView) -> None:
        """Shows what is left of the cost."""
        self._figure.setText(format_money(view.own))
        paid = view.cost - view.own
        text = _(
            "Von {cost} Kosten; {paid} könnten andere zahlen. Gerechnet mit der oberen Schätzung oder dem Angebot."
        )
        words = [text.format(cost=format_money(view.cost), paid=format_money(paid))]
        if view.less_at_most:
            less = _("Nicht zu Ende gerechnet: Der Eigenanteil kann bis zu {amount} kleiner sein.")
            words.append(less.format(amount=format_money(view.less_at_most)))
        self._basis.setText(" ".join(words))


def _table(view: FinancingView) -> tuple[list[str], list[AmountRow]]:
    columns = [_("Kosten"), *(one.title for one in view.columns), _("Eigenanteil")]
    rows = [_row(one, view) for one in view.measures]
    planned = [format_money(one.planned) for one in view.columns]
    total = AmountRow(_("Zusammen"), (format_money(view.cost), *planned, format_money(view.own)), is_sum=True)
    return columns, [*rows, total, *_states(view)]


def _row(measure: FundedMeasure, view: FinancingView) -> AmountRow:
    paid = [measure.amounts.get(one.code) for one in view.columns]
    shares = [format_money(one) if one else "" for one in paid]
    note = "" if measure.has_quote else _("geschätzt")
    return AmountRow(
        measure.title, (format_money(measure.cost), *shares, format_money(measure.own)), note=note
    )


def _states(view: FinancingView) -> Iterator[AmountRow]:
    """Below the sum what the applications say: requested, granted, paid."""
    kinds = (
        (_("Beantragt"), [one.requested for one in view.columns]),
        (_("Bewilligt"), [one.granted for one in view.columns]),
        (_("Ausgezahlt"), [one.paid for one in view.columns]),
    )
    for title, amounts in kinds:
        if any(one is not None for one in amounts):
            yield AmountRow(title, ("", *("" if one is None else format_money(one) for one in amounts), ""))
    if view.columns:
        yield AmountRow(_("Stand"), ("", *(_state(one) for one in view.columns), ""))


def _state(column: PayerColumn) -> str:
    return _("Vorschlag") if column.is_proposed else ", ".join(dict.fromkeys(column.states))


def _unpriced(view: FinancingView) -> str:
    return _("Noch ohne Kosten und nicht eingerechnet: {measures}.").format(measures=", ".join(view.unpriced))


def _would(view: FinancingView) -> str:
    parts = [f"{one.title} ({format_money(one.amount)})" for one in view.to_apply]
    return _("Kleinster Eigenanteil mit: {programmes}.").format(programmes=", ".join(parts))


def _more(view: FinancingView) -> Iterator[tuple[str, list[str]]]:
    if view.alternatives:
        text = _("Ohne „{programme}“ bleiben {own} Eigenanteil.")
        yield (
            _("Was wäre, wenn"),
            [text.format(programme=title, own=format_money(own)) for title, own in view.alternatives],
        )
    beside = [*view.not_counted, *view.loans]
    if beside:
        yield _("Nicht eingerechnet"), [_beside(one.title, one.text, one.most) for one in beside]


def _beside(title: str, text: str, most: int | None) -> str:
    if most is None:
        return _("{programme}: {reason}").format(programme=title, reason=text)
    words = _("{programme} (bis zu {amount}): {reason}")
    return words.format(programme=title, amount=format_money(most), reason=text)
