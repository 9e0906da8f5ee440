"""The quotes for one measure on its card: nothing but a quiet button as long as there are none.

    self._quotes = QuoteList(desk, history, lambda name: FormRows(name, columns=5, column_width=QUOTE_COLUMN))
    card.add(self._quotes); buttons.add(self._quotes.add)
    self._quotes.show_quotes(measure, quotes)

A quote begun becomes one with its first kept field.  At most one is chosen; taking its tick away chooses none.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.plan import quotes
from zwk_barrier.casework.plan.quotes import QuoteComparison
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.quote_row import MakeForm, QuoteRow
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.headings import GroupTitle, SoftText
from zwk_barrier.model import Measure, Quote
from zwk_barrier.rules.typed import format_money
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

QUOTE_COLUMN: Final = 172  # px at 100 %: a date with its weekday and calendar


class QuoteList(QWidget):
    """The quotes of one measure; ``add`` is the button that begins another, for the card's own buttons."""

    laid_out = Signal()
    """Rows came or went: the Tab key has to be told."""

    def __init__(
        self, desk: Desk, history: FieldHistory, make_form: MakeForm, *, large: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName("quotes")
        self._desk, self._history, self._make_form, self._large = desk, history, make_form, large
        self._measure_id: UUID | None = None
        self._rows: dict[UUID, QuoteRow] = {}
        self._fresh: QuoteRow | None = None
        self.add = Button("quote_add", _("Angebot eintragen"), kind=Kind.QUIET, icon="plus", large=large)
        self.add.setEnabled(False)
        self.add.clicked.connect(self.begin)
        self._words = SoftText(name="quotes_words")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(GroupTitle(_("Angebote"), name="quotes_title"))
        self._column.addWidget(self._words)
        self.hide()

    def show_quotes(self, measure: Measure, shown: Sequence[Quote], today: date | None = None) -> None:
        """Shows the quotes of a measure, compared with its estimate as of today."""
        day = today or this_day()
        self._measure_id = measure.id
        self.add.setEnabled(True)
        comparison = quotes.compare(measure, shown, day)
        wanted = {quote.id for quote in shown}
        for gone in [key for key in self._rows if key not in wanted]:
            self._discard(self._rows.pop(gone))
        for each in comparison.quotes:
            if each.quote.id not in self._rows:
                self._rows[each.quote.id] = self._new_row(len(self._rows))
            row = self._rows[each.quote.id]
            row.show_quote(each, is_cheapest=each.quote is comparison.cheapest, today=day)
        self._words.setText(_in_words(comparison))
        self._words.setVisible(bool(shown))
        self._fold()

    def begin(self) -> None:
        """Begins a quote with the keyboard in it."""
        measure_id = self._measure_id
        if measure_id is None:
            return
        if self._fresh is None:
            self._fresh = row = self._new_row(len(self._rows))
            row.binding.begin(lambda store, values: quotes.add_quote(store, measure_id, **values))
            row.binding.created.connect(lambda quote_id: self._adopt(row, quote_id))
            self._fold()
        self._fresh.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def _new_row(self, place: int) -> QuoteRow:
        row = QuoteRow(self._desk, self._make_form, large=self._large)
        self._history.watch(row.binding)
        row.removing.connect(lambda: self._remove(row))
        row.choosing.connect(lambda is_chosen: self._choose(row, is_chosen=is_chosen))
        self._column.insertWidget(place + 2, row)  # after title and words
        self.laid_out.emit()
        return row

    def _adopt(self, row: QuoteRow, quote_id: UUID) -> None:
        if row is self._fresh:
            self._rows[quote_id], self._fresh = row, None

    def _choose(self, row: QuoteRow, *, is_chosen: bool) -> None:
        measure_id, promised = self._measure_id, row.binding.promise()

        def deed(store: OfficeStore) -> Changed:
            quote_id = promised()
            if measure_id is None or quote_id is None:
                return Changed()  # nothing is entered yet that could be chosen
            return quotes.choose_quote(store, measure_id, quote_id if is_chosen else None)

        self._desk.do(deed, then=lambda _nothing: self._untick(row), owner=self)

    def _untick(self, row: QuoteRow) -> None:
        if row is self._fresh:
            row.untick()

    def _remove(self, row: QuoteRow) -> None:
        quote_id = row.binding.row_id
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        if quote_id is None:
            self._fresh = None
            self._discard(row)
            self._fold()
            return
        self._desk.do(
            lambda store: quotes.remove_quote(store, quote_id),
            then=lambda _nothing: self._desk.say(_("Angebot entfernt."), with_undo=True),
            owner=self,
        )

    def _discard(self, row: QuoteRow) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.laid_out.emit()

    def _fold(self) -> None:
        self.setVisible(bool(self._rows) or self._fresh is not None)


def _in_words(comparison: QuoteComparison) -> str:
    """Which one counts, which is the cheapest, and how far they lie apart."""
    chosen = comparison.chosen
    if chosen is None:
        counts = _("Keines ist gewählt: In der Summe zählt die Schätzung.")
    elif chosen.amount is None:
        counts = _("Das gewählte Angebot hat noch keinen Betrag: In der Summe zählt die Schätzung.")
    else:
        counts = _("In der Summe zählt: {company}, {amount}.").format(
            company=quotes.company_of(chosen), amount=format_money(chosen.amount)
        )
    return " ".join(part for part in (counts, quotes.comparison_in_words(comparison)) if part)
