"""Fields for days: they take „3.5.“, „morgen“, „+14“ or „Mi“, show the weekday, open a calendar (button, F4).

DateField(name, today=clock, earliest=, latest=)   datetime.date
YearOrDateField(name)                              datetime.date, or int for a year alone
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Unpack

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from zwk_barrier.desktop.widgets.calendar_popup import CalendarPopup
from zwk_barrier.desktop.widgets.fields import Common
from zwk_barrier.desktop.widgets.line_field import LineField
from zwk_barrier.overriding import override
from zwk_barrier.rules.typed import format_date, parse_date, parse_year_or_date
from zwk_barrier.wording import N_, _

WEEKDAYS = (N_("Mo"), N_("Di"), N_("Mi"), N_("Do"), N_("Fr"), N_("Sa"), N_("So"))


def this_day() -> date:
    """The day of this machine's clock."""
    return datetime.now().astimezone().date()


Bound = date | Callable[[], date] | None


class DateField(LineField):
    """A day; ``earliest`` and ``latest`` bound what can be true, a function (this_day) also after midnight."""

    def __init__(
        self,
        name: str,
        *,
        today: Callable[[], date] = this_day,
        earliest: Bound = None,
        latest: Bound = None,
        **common: Unpack[Common],
    ) -> None:
        self._today, self._earliest, self._latest = today, earliest, latest
        super().__init__(name, parse=self._parse_day, show=self._show_day, **common)
        button = self.add_inner_button(f"{name}_calendar", "calendar-days", _("Kalender öffnen (F4)"))
        button.clicked.connect(self.open_calendar)
        self.key_hint = _("F4 öffnet den Kalender.")  # a form's row says it to screen readers
        self.textChanged.connect(self._show_weekday)
        self._popup: CalendarPopup | None = None

    def open_calendar(self) -> None:
        """Opens the calendar under the field, on its day or on today."""
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.picked.connect(self._pick)
        day = self._typed_day() or self._today()
        self._popup.open_on(day, _day(self._earliest), _day(self._latest))

    def _pick(self, day: date) -> None:
        self.type_for(format_date(day))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _parse_day(self, text: str) -> Any:
        earliest, latest = _day(self._earliest), _day(self._latest)
        return parse_date(text, self._today(), field=self.objectName(), earliest=earliest, latest=latest)

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
        name, earliest, latest = self.objectName(), _day(self._earliest), _day(self._latest)
        return parse_year_or_date(text, self._today(), field=name, earliest=earliest, latest=latest)

    def _show_day(self, value: Any) -> str:
        return format_date(value) if isinstance(value, date) else str(value)


def _day(bound: Bound) -> date | None:
    return bound() if callable(bound) else bound
