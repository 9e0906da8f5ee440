"""One person's month: share of a post, hours and cost, and what was recorded elsewhere beside them."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.network import staff_hours
from zwk_barrier.casework.network.staff_hours import Hours, PersonMonth
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.network.figures import hours_in_words
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SectionTitle, SoftText
from zwk_barrier.model import StaffMonth
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

_COLUMN = 132  # px at 100 %: five of them beside each other


class MonthCard(Card):
    """Shows one month of one person; the first kept value makes its row."""

    def __init__(self, desk: Desk, history: FieldHistory, staff_id: UUID) -> None:
        super().__init__("month_card")
        self._desk, self._staff_id = desk, staff_id
        self._shown: tuple[date, UUID | None] | None = None
        self.binding = Binding(desk, StaffMonth, owner=self)
        self._name = self.add(SectionTitle("", name="month_card_name"))
        self.form = self.add(FormRows("month_card_form", columns=5, column_width=_COLUMN))
        rows = RecordRows(self.form, self.binding)
        rows.whole("share", 0, staff_hours.FULL_POST)
        for column in ("direct_minutes", "indirect_minutes", "travel_minutes"):
            rows.hours(column)
        rows.money("cost")
        history.watch(self.binding)
        line = self.add(Columns("month_card_proposal", fold_at=480, gap=12))
        self._proposal = line.add(SoftText(name="month_card_proposed"), 1, fills=True)
        take = Button("month_card_take", _("Übernehmen"), kind=Kind.QUIET, icon="check")
        self._take = line.add(take, 0)
        self._take.clicked.connect(self._take_proposal)

    def show_month(self, person: PersonMonth, month: date) -> None:
        """Shows a month of this person; what is being typed stays."""
        self._name.setText(person.name)
        row_id = None if person.row is None else person.row.id
        if person.row is not None:
            self.binding.show(person.row)
        elif self._shown != (month, None):
            self.binding.begin(lambda store, values: self._create(store, month, values))
        self._shown = (month, row_id)
        differs = person.proposed.total > 0 and person.proposed != person.kept
        self._proposal.setText(_proposed(person.proposed))
        self._proposal.setVisible(differs)
        self._take.setVisible(differs)
        self._take.setAccessibleName(_("Übernehmen für {name}").format(name=person.name))

    def first_field(self) -> QWidget:
        """Where typing begins."""
        first: QWidget = next(iter(self.form.fields().values()))
        return first

    def _create(self, store: OfficeStore, month: date, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
        return staff_hours.keep_hours(store, month, self._staff_id, **values)

    def _take_proposal(self) -> None:
        if self._shown is None or not self.form.settle():
            return
        month = self._shown[0]
        self.form.setFocus()
        self._desk.do(
            lambda store: staff_hours.take_proposal(store, month, self._staff_id),
            then=lambda _nothing: self._desk.say(_("Stunden übernommen."), with_undo=True),
            owner=self,
        )


def _proposed(hours: Hours) -> str:
    return _("Aus den Einträgen: Beratung {direct}, übrige Arbeit {indirect}, Fahrt {travel}").format(
        direct=hours_in_words(hours.direct_minutes),
        indirect=hours_in_words(hours.indirect_minutes),
        travel=hours_in_words(hours.travel_minutes),
    )
