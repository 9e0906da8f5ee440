"""Tells once a day, calmly, which deadlines come near: at log-in, and when a day begins while the program runs."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from PySide6.QtCore import QObject

from zwk_barrier.casework.office.roles import SEEING_CASES, role_of
from zwk_barrier.casework.team.reminders import reminders
from zwk_barrier.casework.team.whose import whose_work
from zwk_barrier.desktop.day_watch import DayWatch, this_day
from zwk_barrier.desktop.destinations import ToToday
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.wording import _, ngettext

if TYPE_CHECKING:
    from zwk_barrier.desktop.shell.workplace import Workplace

_BETWEEN: Final = ";"
_IS: Final = "="


class Reminder(QObject):
    """Belongs to one workplace.

    What is remembered is who was told on which day, never of what; so a window locked and opened again says
    nothing twice.
    """

    def __init__(
        self, workplace: "Workplace", preferences: Preferences, *, today: Callable[[], date] = this_day
    ) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._preferences = preferences
        self._today = today
        self.day_watch = DayWatch(self, today)
        self.day_watch.day_changed.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        desk, day = self._workplace.desk, self._today()
        staff_id = desk.store.staff_id
        told = read_told(self._preferences.reminded).get(staff_id)
        if told is not None and told >= day:
            return

        desk.ask(
            lambda session: _reminders_for(session, staff_id, day, told),
            then=lambda counts: self._tell(staff_id, day, counts),
            owner=self,
        )

    def _tell(self, staff_id: UUID, day: date, counts: Mapping[int, int]) -> None:
        told = read_told(self._preferences.reminded)
        self._preferences.reminded = write_told({**told, staff_id: day})
        if not counts:
            return
        if isinstance(self._workplace.here, ToToday):
            self._workplace.tell(reminder_words(counts))
        else:
            self._workplace.tell(
                reminder_words(counts), action=_("Ansehen"), then=lambda: self._workplace.go(ToToday())
            )


def _reminders_for(session: Any, staff_id: UUID, day: date, told: date | None) -> Mapping[int, int]:
    if role_of(session, staff_id) not in SEEING_CASES:
        return {}
    return reminders(session, whose_work(session, staff_id, day, shows_all=False), day, told)


def reminder_words(counts: Mapping[int, int]) -> str:
    """How many deadlines, by the days left: „3 Fristen: 1 heute, 1 in 3 Tagen, 1 in 7 Tagen“."""
    whole, overdue = sum(counts.values()), sum(count for left, count in counts.items() if left < 0)
    parts = (
        [ngettext("{count} überfällig", "{count} überfällig", overdue).format(count=overdue)]
        if overdue
        else []
    )
    for left in sorted(left for left in counts if left >= 0):
        when = {0: _("heute"), 1: _("morgen")}.get(left) or _("in {days} Tagen").format(days=left)
        parts.append(_("{count} {when}").format(count=counts[left], when=when))
    said = ngettext("{count} Frist: {parts}", "{count} Fristen: {parts}", whole)
    return said.format(count=whole, parts=", ".join(parts))


def read_told(text: str) -> dict[UUID, date]:
    """Who was told on which day; what is damaged counts as not told."""
    found: dict[UUID, date] = {}
    for part in text.split(_BETWEEN):
        who, _is, day = part.partition(_IS)
        try:
            found[UUID(who)] = date.fromisoformat(day)
        except ValueError:
            continue
    return found


def write_told(told: Mapping[UUID, date]) -> str:
    """The same as it is remembered."""
    return _BETWEEN.join(f"{who.hex}{_IS}{day.isoformat()}" for who, day in told.items())
