"""Arbeitszeit: who worked how much in a month, month by month, and the year in one table."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.network import staff_hours
from zwk_barrier.casework.network.staff_hours import MonthSheet, MonthSum, first_of_month
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToNetwork
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.network.figures import hours_in_words, month_name
from zwk_barrier.desktop.network.month_card import MonthCard
from zwk_barrier.desktop.widgets.amount_table import AmountRow, AmountTable
from zwk_barrier.desktop.widgets.buttons import Button, IconButton, key_text
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import NoteText, SectionTitle, SoftText
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.scroll import fill_scrolling
from zwk_barrier.desktop.widgets.tab_order import tab_in_reading_order
from zwk_barrier.rules.typed import format_decimal, format_money
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from uuid import UUID

_BACK, _ON = "Ctrl+PgUp", "Ctrl+PgDown"
_TABLES = ("staff_month", "staff", "contact", "visit", "activity")


class HoursTab(QWidget):
    """One month at a time; a card for each person who works here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("network_hours")
        self._desk = desk
        self._month = first_of_month(this_day())
        self._begins = False
        self._asked: UUID | None = None
        self._history = FieldHistory(desk, self)
        self._cards: dict[UUID, MonthCard] = {}
        self._title = SectionTitle("", name="hours_month")
        self._take_over = Button("hours_take_over", _("Stelle und Kosten vom &Vormonat"), icon="copy")
        self._sum = SoftText(name="hours_sum")
        self._people = QVBoxLayout()
        self._people.setSpacing(12)
        self._year_title = SectionTitle("", name="hours_year_title")
        self._year = AmountTable("hours_year", title=_("Das Jahr"))
        self._lay_out()
        self._take_over.clicked.connect(self._take_over_month)
        desk.changed.connect(self._changed)

    def show_destination(self, destination: ToNetwork) -> None:
        """Shows the month that was shown last, at first that of today, with the keyboard at the person asked for."""
        self._begins, self._asked = True, destination.focus
        self._read()

    def leave(self) -> bool:
        """Keeps what is being typed; False when a field holds something that cannot be kept."""
        return settle_all(self)

    def _read(self) -> None:
        month = self._month
        self._desk.ask(lambda session: staff_hours.load_month(session, month), then=self._show, owner=self)

    def _show(self, sheet: MonthSheet) -> None:
        if sheet.month != self._month:
            return  # another month was chosen in between
        self._title.setText(month_name(sheet.month))
        self._take_over.setEnabled(sheet.can_take_over)
        self._show_people(sheet)
        self._sum.setText(_month_in_words(sheet))
        self._year_title.setText(_("Das Jahr {year}").format(year=sheet.month.year))
        self._show_year(sheet.year)
        if self._begins and self._cards:
            self._begins = False
            first = self._cards[sheet.people[0].staff_id]
            card = first if self._asked is None else self._cards.get(self._asked, first)
            card.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_people(self, sheet: MonthSheet) -> None:
        wanted = {person.staff_id for person in sheet.people}
        for gone in [staff_id for staff_id in self._cards if staff_id not in wanted]:
            card = self._cards.pop(gone)
            self._people.removeWidget(card)
            card.hide()
            card.deleteLater()
        is_new = False
        for person in sheet.people:
            if person.staff_id not in self._cards:
                is_new = True
                self._cards[person.staff_id] = MonthCard(self._desk, self._history, person.staff_id)
                self._people.addWidget(self._cards[person.staff_id])
            self._cards[person.staff_id].show_month(person, sheet.month)
        if is_new:
            tab_in_reading_order(self)

    def _show_year(self, months: tuple[MonthSum, ...]) -> None:
        columns = (_("Stellen"), _("Beratung"), _("Übriges"), _("Fahrt"), _("Kosten"))
        rows = [AmountRow(month_name(one.month), _amounts(one)) for one in months]
        if len(months) > 1:
            rows.append(AmountRow(_("Zusammen"), _amounts(_total(months)), is_sum=True))
        self._year.show_table(columns, rows)
        for part in (self._year, self._year_title):
            part.setVisible(bool(months))

    def _step(self, months: int) -> None:
        if self.leave():
            self._month = first_of_month(self._month, months)
            self._read()

    def _take_over_month(self) -> None:
        month = self._month
        self._desk.do(
            lambda store: staff_hours.take_over(store, month),
            then=lambda _nothing: self._desk.say(
                _("Stelle und Kosten vom Vormonat übernommen."), with_undo=True
            ),
            owner=self,
        )

    def _changed(self, changed: Changed) -> None:
        if self.isVisible() and changed.touches(*_TABLES):
            self._read()

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addWidget(self._make_head())
        column.addWidget(self._sum)
        column.addLayout(self._people)
        note = _(
            "Beratung ist, was mit und für Menschen geschieht: Kontakte, Hausbesuche, Sprechstunden. Übriges sind "
            "Tätigkeiten ohne Fall, Büro und Fortbildung. Vorschläge zählen nur, was mit Dauer eingetragen ist."
        )
        column.addWidget(NoteText(note, name="hours_note"))
        column.addSpacing(12)
        column.addWidget(self._year_title)
        column.addWidget(self._year)
        column.addStretch()
        fill_scrolling(self, "hours_scroll", page)

    def _make_head(self) -> QWidget:
        head = Flow("hours_head", gap=8)
        before, after = _("Voriger Monat"), _("Nächster Monat")
        for name, text, icon, keys, by in (
            ("hours_before", before, "chevron-left", _BACK, -1),
            ("hours_after", after, "chevron-right", _ON, 1),
        ):
            button = head.add(IconButton(name, f"{text} ({key_text(keys)})", icon=icon))
            button.clicked.connect(lambda _checked=False, by=by: self._step(by))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._step(by))
        self._title.setWordWrap(False)
        head.add(self._title)
        whole = Columns("hours_top", fold_at=560)
        whole.add(head, 1)
        whole.add(self._take_over, 0)
        return whole


def _total(months: tuple[MonthSum, ...]) -> MonthSum:
    """The year: hours and cost added up, the posts on average."""
    hours = staff_hours.Hours()
    for one in months:
        hours = hours + one.hours
    share = round(sum(one.share for one in months) / len(months))
    return MonthSum(date(months[0].month.year, 1, 1), share, hours, sum(one.cost for one in months))


def _amounts(one: MonthSum) -> tuple[str, ...]:
    hours = one.hours
    told = (hours.direct_minutes, hours.indirect_minutes, hours.travel_minutes)
    return (_posts(one.share), *(hours_in_words(minutes) for minutes in told), format_money(one.cost))


def _posts(share: int) -> str:
    """Shares of full posts, e.g. ``1,75``."""
    return format_decimal(Decimal(share) / staff_hours.FULL_POST, places=2)


def _month_in_words(sheet: MonthSheet) -> str:
    month = next((one for one in sheet.year if one.month == sheet.month), None)
    if month is None:
        return _("Für diesen Monat ist noch nichts eingetragen.")
    return _("{posts} Stellen · {hours} · {cost}").format(
        posts=_posts(month.share), hours=hours_in_words(month.hours.total), cost=format_money(month.cost)
    )
