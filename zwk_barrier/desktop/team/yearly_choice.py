"""The way to the yearly report: a year and a button, for those who report on the office's work."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zwk_barrier.casework.roles import COUNTING, role_of
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToYearlyReport
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.wording import _

_YEARS: Final = 6
_FIRST_HALF: Final = 6  # until then the year before is the one people report on


class YearlyChoice(QWidget):
    """Hidden from everybody else; the year asked for most is chosen."""

    def __init__(self, desk: Desk, today: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName("team_yearly")
        self._desk = desk
        day = today()
        years = [str(day.year - back) for back in range(_YEARS)]
        self._year = ChoiceField(
            "team_yearly_year",
            [(year, year) for year in years],
            title=_("Jahr des Berichts"),
            is_optional=False,
        )
        self._year.set_value(years[1] if day.month <= _FIRST_HALF else years[0])
        self._open = Button("team_yearly_report", _("&Jahresbericht"), kind=Kind.SECONDARY, icon="file-text")
        self._open.clicked.connect(self._go)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._year)
        line.addWidget(self._open)
        line.addStretch()
        line.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def ask_who(self) -> None:
        """Shows itself where the person logged in may report."""
        me = self._desk.store.staff_id
        self._desk.ask(lambda session: role_of(session, me) in COUNTING, then=self.setVisible, owner=self)

    def _go(self) -> None:
        self._desk.go(ToYearlyReport(int(self._year.value())))
