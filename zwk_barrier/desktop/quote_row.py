"""One quote for a measure, edited in place: its fields in a line, below them how it lies to the estimate."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zwk_barrier.casework.plan import quotes
from zwk_barrier.casework.plan.quotes import ComparedQuote
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.style.look import LARGE_TARGET, TARGET, current_look
from zwk_barrier.desktop.widgets.buttons import IconButton
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.pictures import Picture
from zwk_barrier.model import Quote
from zwk_barrier.wording import _

MakeForm = Callable[[str], FormRows]
"""Makes the form of a row; the visit wants larger targets than the case."""


class QuoteRow(QWidget):
    """One quote; before its first kept field it is none yet."""

    removing = Signal()

    choosing = Signal(object)
    """True: the box was ticked; False: not any more."""

    def __init__(self, desk: Desk, make_form: MakeForm, *, large: bool) -> None:
        super().__init__()
        self.setObjectName("quote_row")
        self._large = large
        self.binding = Binding(desk, Quote, owner=self, keep=quotes.keep_quote)
        form = make_form("quote_form")
        self._first = self._add_rows(RecordRows(form, self.binding))
        self._chosen = CheckField("quote_chosen", _("Gewählt"))
        self._chosen.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._chosen.kept.connect(self.choosing)
        self._warning = Picture("triangle-alert", "partly", size=18)
        self._words = SoftText(name="quote_words")
        self._remove = IconButton("quote_remove", _("Angebot entfernen"), icon="trash-2", large=large)
        self._remove.clicked.connect(self.removing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(form)
        column.addLayout(self._foot())
        self.refit()

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self._first

    def show_quote(self, compared: ComparedQuote, *, is_cheapest: bool, today: date) -> None:
        """Shows the quote as it is kept now, and how it compares."""
        quote = compared.quote
        self.binding.show(quote)
        self._chosen.set_value(quote.is_chosen)
        company = quotes.company_of(quote)
        self._chosen.setAccessibleName(_("Gewählt: {company}").format(company=company))
        self._remove.setAccessibleName(_("Angebot entfernen: {company}").format(company=company))
        self._warning.setVisible(compared.is_expired)
        parts = (
            quotes.validity_in_words(compared, today),
            quotes.difference_in_words(compared),
            _("am günstigsten") if is_cheapest else "",
        )
        words = " · ".join(part for part in parts if part)
        self._words.setText(f"{words[:1].upper()}{words[1:]}")

    def untick(self) -> None:
        """Shows the quote as not chosen."""
        self._chosen.set_value(False)

    def refit(self) -> None:
        """Measures itself again; the theme calls it after the text size has changed."""
        self._chosen.setMinimumHeight(current_look().px(LARGE_TARGET if self._large else TARGET))

    def _add_rows(self, rows: RecordRows) -> QWidget:
        company = rows.text("company")
        rows.money("amount")
        rows.past_day("quoted_on")
        rows.day("valid_until")
        rows.text("note")
        return company

    def _foot(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._chosen)
        line.addSpacing(8)
        line.addWidget(self._warning)
        line.addWidget(self._words, 1)
        line.addWidget(self._remove)
        self._warning.hide()
        return line
