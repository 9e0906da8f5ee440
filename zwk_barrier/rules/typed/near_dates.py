"""Days the way a list says them: short, without the year everybody knows."""

from datetime import date

from zwk_barrier import wording
from zwk_barrier.rules.typed.dates import ENGLISH_MONTHS
from zwk_barrier.rules.typed.numbers import NBSP
from zwk_barrier.wording import N_, _

_WEEKDAYS = (N_("Mo"), N_("Di"), N_("Mi"), N_("Do"), N_("Fr"), N_("Sa"), N_("So"))


def format_near_date(day: date, today: date, *, weekday: bool = False) -> str:
    """The day without its year when that is today's, ``3.11.`` or ``3.11.2025``; ``weekday`` gives ``Mi 2.12.``."""
    year = "" if day.year == today.year else str(day.year)
    if wording.language() == "en":
        written = NBSP.join(part for part in (str(day.day), ENGLISH_MONTHS[day.month - 1], year) if part)
    else:
        written = f"{day.day}.{day.month}.{year}"
    return f"{_(_WEEKDAYS[day.weekday()])}{NBSP}{written}" if weekday else written
