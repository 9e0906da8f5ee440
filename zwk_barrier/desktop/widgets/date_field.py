"""Fields for days: they take „3.5.“, „morgen“, „+14“ or „Mi“, show the weekday, open a calendar (button, F4).

DateField(name, today=clock, earliest=, latest=)   datetime.date
YearOrDateField(name)                              datetime.date, or int for a year alone
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout
from typing_extensions import Unpack, override

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.fields import Common
from zwk_barrier.desktop.widgets.line_field import LineField
from zwk_barrier.rules.typed import format_date, parse_date, parse_year_or_date
from zwk_barrier.wording import N_, _

WEEKDAYS = (N_("Mo"), N_("Di"), N_("Mi"), N_("Do"), N_("Fr"), N_("Sa"), N_("So"))


def this_day() -> date:
    """The day of this machine's clock."""
    return datetime.now().astimezone().date()


class DateField(LineField):
    """A day; ``earliest`` and ``latest`` are the bounds of what can be true."""

    def __init__(
        self,
        name: str,
        *,
        today: Callable[[], date] = this_day,
        earliest: date | None = None,
        latest: date | None = None,
        **common: Unpack[Common],
    ) -> None:
        self._today, self._earliest, self._latest = today, earliest, latest
        super().__init__(name, parse=self._parse_day, show=self._show_day, **common)
        button = self.add_inner_button(f"{name}_calendar", "calendar-days", _("Kalender öffnen (F4)"))
        button.clicked.connect(self.open_calendar)
        self.textChanged.connect(self._show_weekday)
        self._popup: _CalendarPopup | None = None

    def open_calendar(self) -> None:
        """Opens the calendar under the field, on its day or on today."""
        if self._popup is None:
            self._popup = _CalendarPopup(self)
        day = self._typed_day() or self._today()
        self._popup.open_on(day, self._earliest, self._latest)

    def pick(self, day: date) -> None:
        """Enters a day chosen in the calendar."""
        self.type_for(format_date(day))

    def _parse_day(self, text: str) -> Any:
        return parse_date(
            text, self._today(), field=self.objectName(), earliest=self._earliest, latest=self._latest
        )

    def _show_day(self, value: Any) -> str:
        return format_date(value)

    def _typed_day(self) -> date | None:
        value = self.value()
        return value if isinstance(value, date) else None

    def _write(self, value: Any) -> None:
        super()._write(value)
        self._show_weekday()

    def _show_weekday(self) -> None:
        day = self._typed_day()
        is_shown = day is not None and self.text() == format_date(day)
        self.set_suffix(_(WEEKDAYS[day.weekday()]) if day is not None and is_shown else "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or is_alt_down:
            self.open_calendar()
            event.accept()
            return
        super().keyPressEvent(event)


class YearOrDateField(DateField):
    """A day of birth or only its year."""

    def _parse_day(self, text: str) -> Any:
        return parse_year_or_date(
            text, self._today(), field=self.objectName(), earliest=self._earliest, latest=self._latest
        )

    def _show_day(self, value: Any) -> str:
        return format_date(value) if isinstance(value, date) else str(value)


class _CalendarPopup(QFrame):
    """A month under the field; arrows move, Enter chooses, Escape closes."""

    def __init__(self, field: DateField) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setObjectName(f"{field.objectName()}_calendar_popup")
        self.setAccessibleName(_("Kalender"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._field = field
        self._calendar = QCalendarWidget(self)
        self._calendar.setObjectName(f"{field.objectName()}_month")
        self._calendar.setAccessibleName(_("Kalender"))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self._calendar.activated.connect(self._choose)
        self._calendar.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._calendar)

    def open_on(self, day: date, earliest: date | None, latest: date | None) -> None:
        """Shows the month of ``day``; days outside the bounds cannot be chosen."""
        self._calendar.setMinimumDate(_qt_date(earliest or date(1800, 1, 1)))
        self._calendar.setMaximumDate(_qt_date(latest or date(2199, 12, 31)))
        self._calendar.setSelectedDate(_qt_date(day))
        plain = QTextCharFormat()
        plain.setForeground(current_look().colour("text"))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(weekend, plain)
        self.adjustSize()
        self.move(self._field.mapToGlobal(QPoint(0, self._field.height() + 4)))
        self.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, day: QDate) -> None:
        self.hide()
        self._field.pick(date(day.year(), day.month(), day.day()))
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)


def _qt_date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
