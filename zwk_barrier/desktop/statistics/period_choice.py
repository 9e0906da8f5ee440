"""Which quarters a report is about: a year, a half, a quarter, or from one quarter to another, all by keyboard."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from PySide6.QtCore import QObject, Signal

from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.filter_bar import FilterBar
from zwk_barrier.rules.quarters import Period, Quarter, period_title
from zwk_barrier.wording import _

_YEARS, _HALVES, _QUARTERS = 8, 6, 8
OTHER: Final = "other"


def usual_period(day: date) -> Period:
    """The last calendar year that has ended: the one people report on."""
    return Period.year(day.year - 1)


def offered_periods(day: date) -> Iterator[Period]:
    """Years, halves and quarters that have begun, the newest first."""
    now = Quarter.of(day)
    yield from (Period.year(day.year - back) for back in range(_YEARS))
    half = now.plus(-((now.number - 1) % 2))
    yield from (Period(half.plus(-2 * back), half.plus(1 - 2 * back)) for back in range(_HALVES))
    yield from (Period(now.plus(-back), now.plus(-back)) for back in range(_QUARTERS))


class PeriodChoice(QObject):
    """Three fields in a row of others: the period, and first and last quarter where it is another one."""

    changed = Signal()

    def __init__(self, name: str, bar: FilterBar, day: date) -> None:
        super().__init__(bar)
        self._day = day
        self._periods = {period.code: period for period in offered_periods(day)}
        listed = [(code, period_title(period)) for code, period in self._periods.items()]
        self.field = bar.add_field(
            _("&Zeitraum"), ChoiceField(name, [*listed, (OTHER, _("Von … bis …"))], is_optional=False)
        )
        quarters = [(code, period_title(one)) for code, one in self._quarters()]
        self._first = bar.add_field(_("V&on"), ChoiceField(f"{name}_first", quarters, is_optional=False))
        self._last = bar.add_field(_("&Bis"), ChoiceField(f"{name}_last", quarters, is_optional=False))
        self.show_period(usual_period(day))
        for field in (self.field, self._first, self._last):
            field.kept.connect(self._choose)

    @property
    def period(self) -> Period:
        """What is chosen; a first quarter after the last one counts as the last."""
        if self.field.value() != OTHER:
            return self._periods[str(self.field.value())]
        first, last = (Quarter.from_code(str(field.value())) for field in (self._first, self._last))
        return Period(min(first, last), max(first, last))

    def show_period(self, period: Period) -> None:
        """Chooses a period."""
        self.field.set_value(period.code if period.code in self._periods else OTHER)
        self._first.set_value(period.first.code)
        self._last.set_value(period.last.code)
        self._show_ends()

    def _choose(self, _value: object) -> None:
        self._show_ends()
        self.changed.emit()

    def _show_ends(self) -> None:
        is_other = self.field.value() == OTHER
        for field in (self._first, self._last):
            row = field.parentWidget()
            (row or field).setVisible(is_other)

    def _quarters(self) -> Iterator[tuple[str, Period]]:
        now = Quarter.of(self._day)
        for back in range(4 * _YEARS):
            quarter = now.plus(-back)
            yield quarter.code, Period(quarter, quarter)
