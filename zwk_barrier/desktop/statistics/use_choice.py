"""Fields that reach and demand share: the period cases are counted in, exact or protected, and the table of people."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal

from zwk_barrier.desktop.statistics.period_choice import PeriodChoice
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.filter_bar import FilterBar
from zwk_barrier.model.statistics_report import View
from zwk_barrier.rules.quarters import Period
from zwk_barrier.rules.typed import format_date
from zwk_barrier.statistics.outlook.population import Denominator
from zwk_barrier.wording import _


class UseChoice(FilterBar):
    """A row of fields; others are appended with :meth:`add_field`."""

    changed = Signal()

    def __init__(self, name: str, day: date) -> None:
        super().__init__(f"{name}_fields")
        self._table_id: UUID | None = None
        self._period = PeriodChoice(f"{name}_period", self, day)
        views = [("protected", _("geschützt")), ("internal", _("intern, genau"))]
        self._view = self.add_field(_("Ans&icht"), ChoiceField(f"{name}_view", views, is_optional=False))
        self._view.set_value("protected")
        self._people = self.add_field(
            _("Einwohner &aus"), ChoiceField(f"{name}_people", [], is_optional=False)
        )
        self._period.changed.connect(self.changed)
        self._view.kept.connect(lambda _value: self.changed.emit())
        self._people.kept.connect(self._choose_table)

    @property
    def period(self) -> Period:
        """The quarters that are counted."""
        return self._period.period

    @property
    def view(self) -> View:
        """Exact or protected."""
        return "internal" if self._view.value() == "internal" else "protected"

    @property
    def table_id(self) -> UUID | None:
        """The table of inhabitants somebody chose; None as long as nobody did."""
        return self._table_id

    def look_inside(self) -> None:
        """Chooses exact figures."""
        self._view.set_value("internal")
        self.changed.emit()

    def show_offer(
        self, tables: Sequence[Denominator], chosen: Denominator | None, *, sees_cases: bool
    ) -> None:
        """Offers tables, and exact figures to those who may see cases."""
        self._people.set_items([(table.table_id.hex, _called(table)) for table in tables])
        self._people.set_value(None if chosen is None else chosen.table_id.hex)
        for field, is_shown in ((self._people, len(tables) > 1), (self._view, sees_cases)):
            row = field.parentWidget()
            if row is not None:
                row.setVisible(is_shown)

    def _choose_table(self, value: object) -> None:
        self._table_id = UUID(str(value))
        self.changed.emit()


def _called(table: Denominator) -> str:
    """The day first: several tables of one source differ by nothing else."""
    return f"{format_date(table.counted_on)}, {table.source or table.title}"
