"""Periods as §§ 187 to 193 BGB count them: where one begins, where it ends, and to which day it moves.

The day of the event never counts (§ 187 Abs. 1 BGB): a period begins on the day after it.  Days that
merely are declared to be the day of something (the delivery of a posted notice) are no period and move
nowhere.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from zwk_barrier.reference.deadline_rules import Length, Shift
from zwk_barrier.reference.public_holidays import holiday_name, is_working_day

_DAY: Final = timedelta(days=1)
_MONTHS: Final = 12
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class NoWorkingDay:
    """A day a period does not end on; ``holiday`` names a public holiday and is empty for a mere weekend."""

    day: date
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A period counted from an event: ``plain_end`` by length alone, ``due_on`` after it moved.

    ``skipped`` are the days in between, in the order it moved over them; ``not_counted`` are the public holidays
    from Monday to Friday that a period in working days passed over.
    """

    event: date
    length: Length
    starts_on: date
    plain_end: date
    due_on: date
    skipped: tuple[NoWorkingDay, ...] = ()
    not_counted: tuple[NoWorkingDay, ...] = ()


def period(event: date, length: Length, land: str, shift: Shift = "forward") -> Period:
    """The period of that length after an event; ``land`` is that of the place of the act.

    ``shift`` moves an end that is no working day ``forward`` to the next one (§ 193 BGB, § 26 Abs. 3 SGB X)
    or, where the law does not lengthen it, ``back`` to the last one before.
    """
    starts_on = event + _DAY
    plain_end = end_of(event, length, land)
    skipped = tuple(_no_working_days(plain_end, land, _DAY if shift == "forward" else -_DAY))
    due_on = plain_end
    if skipped:
        due_on = skipped[-1].day + (_DAY if shift == "forward" else -_DAY)
    not_counted = tuple(_holidays_within(starts_on, plain_end, land)) if length.unit == "working_days" else ()
    return Period(event, length, starts_on, plain_end, due_on, skipped, not_counted)


def end_of(event: date, length: Length, land: str) -> date:
    """The last day of a period after an event (§ 188 BGB), not yet moved.

    Weeks end on the weekday of the event, months and years on the day of its number, or on the last day
    of a month that lacks it (§ 188 Abs. 3 BGB).  Working days are counted without Saturdays, Sundays and
    the holidays of ``land``.
    """
    count = length.count
    by_unit: dict[str, Callable[[], date]] = {
        "days": lambda: event + count * _DAY,
        "weeks": lambda: event + 7 * count * _DAY,
        "months": lambda: months_after(event, count),
        "years": lambda: months_after(event, _MONTHS * count),
        "working_days": lambda: _working_days_after(event, count, land),
    }
    return by_unit[length.unit]()


def months_after(day: date, count: int) -> date:
    """The day of the same number so many months later, the last day of a month that lacks it."""
    months = day.year * _MONTHS + day.month - 1 + count
    year, month = divmod(months, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def no_working_day(day: date, land: str) -> NoWorkingDay | None:
    """Why nothing ends on that day; ``None`` for a working day."""
    return None if is_working_day(day, land) else NoWorkingDay(day, holiday_name(day, land) or "")


def _no_working_days(day: date, land: str, step: timedelta) -> Iterator[NoWorkingDay]:
    while (found := no_working_day(day, land)) is not None:
        yield found
        day += step


def _holidays_within(day: date, end: date, land: str) -> Iterator[NoWorkingDay]:
    while day <= end:
        found = no_working_day(day, land)
        if found is not None and day.weekday() < _SATURDAY:
            yield found
        day += _DAY


def _working_days_after(event: date, count: int, land: str) -> date:
    day = event
    while count:
        day += _DAY
        count -= is_working_day(day, land)
    return day
