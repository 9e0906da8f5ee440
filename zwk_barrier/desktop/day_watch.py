"""Notices that another day has begun while the program runs, also after the machine has slept."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_LOOKS_EVERY: Final = 60_000  # ms: a timer set for midnight would oversleep with the machine


def this_day() -> date:
    """The day at this place."""
    return date.today()  # noqa: DTZ011 - the day at this place is what is meant


class DayWatch(QObject):
    """Tells once for each new day."""

    day_changed = Signal()

    def __init__(self, parent: QObject, today: Callable[[], date] = this_day) -> None:
        super().__init__(parent)
        self._today = today
        self._day = today()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOKS_EVERY)

    def look(self) -> None:
        """Asks the clock now."""
        day = self._today()
        if day != self._day:
            self._day = day
            self.day_changed.emit()
