"""What a calendar file is made from: frozen, neutral records without a name, an address or a word about health."""

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry: all day on ``day``, or from ``begins_at`` (clock in Germany) for ``minutes``.

    ``uid`` is the same in every file; ``sequence`` grows with each change, ``changed_at`` is the last one,
    aware.  ``alarms`` are days before ``day`` on which to remind.
    """

    uid: str
    title: str
    day: date
    sequence: int
    changed_at: datetime
    begins_at: time | None = None
    minutes: int = 0
    alarms: tuple[int, ...] = ()
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class CalendarRecord:
    """All entries of one person, by day, and the aware moment they were gathered."""

    entries: tuple[CalendarEntry, ...]
    made_at: datetime

    @property
    def standing(self) -> tuple[CalendarEntry, ...]:
        """The entries that are not cancelled."""
        return tuple(one for one in self.entries if not one.is_cancelled)
