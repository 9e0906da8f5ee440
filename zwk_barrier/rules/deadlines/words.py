"""How the steps of a computation are worded."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from zwk_barrier.reference.deadline_rules import Counting, Length
from zwk_barrier.reference.public_holidays import land_name
from zwk_barrier.rules.deadlines.computed import Step
from zwk_barrier.rules.periods import NoWorkingDay, Period
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import N_, _, ngettext

_WEEKDAYS: Final = (
    N_("Montag"),
    N_("Dienstag"),
    N_("Mittwoch"),
    N_("Donnerstag"),
    N_("Freitag"),
    N_("Samstag"),
    N_("Sonntag"),
)


def dated(day: date) -> str:
    """The day with its weekday: ``02.11.2026 (Montag)``."""
    return f"{format_date(day)} ({_(_WEEKDAYS[day.weekday()])})"


def length_words(length: Length) -> str:
    """How long, in words: ``3 Wochen``."""
    count = length.count
    words = {
        "days": ngettext("{count} Tag", "{count} Tage", count),
        "weeks": ngettext("{count} Woche", "{count} Wochen", count),
        "months": ngettext("{count} Monat", "{count} Monate", count),
        "years": ngettext("{count} Jahr", "{count} Jahre", count),
        "working_days": ngettext("{count} Arbeitstag", "{count} Arbeitstage", count),
    }
    return words[length.unit].format(count=count)


def counted(found: Period, law: str, counting: Counting, land: str) -> Iterator[Step]:
    """The steps from the beginning of a period to its end, the last one to ``due_on``."""
    yield Step(_("Fristbeginn {day}").format(day=dated(found.starts_on)), counting.start, found.starts_on)
    if found.length.unit == "working_days":
        yield _not_counted(found.not_counted, land)
    text = _("{length}: Ende {day}").format(length=length_words(found.length), day=dated(found.plain_end))
    if _is_cut(found):
        text = _("{end}, weil der Monat keinen {number}. hat").format(end=text, number=found.event.day)
    yield Step(text, "; ".join(one for one in (law, _end_law(found, counting)) if one), found.plain_end)
    yield from moved(found.skipped, found.due_on, counting, land)


def _end_law(found: Period, counting: Counting) -> str:
    if found.length.unit in ("days", "working_days"):
        return counting.day_end
    return counting.month_end if _is_cut(found) else counting.end


def _is_cut(found: Period) -> bool:
    """Whether the month it ends in lacks the day of its event's number."""
    return found.length.unit in ("months", "years") and found.plain_end.day != found.event.day


def _not_counted(holidays: Sequence[NoWorkingDay], land: str) -> Step:
    if not holidays:
        return Step(_("Samstage und Sonntage zählen nicht mit"))
    days = ", ".join(_no_working_day(one, land) for one in holidays)
    return Step(_("Samstage und Sonntage zählen nicht mit, auch nicht {days}").format(days=days))


def moved(skipped: Sequence[NoWorkingDay], due_on: date, counting: Counting, land: str) -> Iterator[Step]:
    """The step over days that are no working days; none without such days."""
    if not skipped:
        return
    days = ", ".join(_no_working_day(one, land) for one in skipped)
    text = (
        _("Kein Arbeitstag: {days} → verschoben auf {day}")
        if counting.shift == "forward"
        else _("Kein Arbeitstag: {days} → vorsichtshalber vorgezogen auf {day}")
    )
    yield Step(text.format(days=days, day=dated(due_on)), counting.move, due_on)


def _no_working_day(one: NoWorkingDay, land: str) -> str:
    if not one.holiday:
        return dated(one.day)
    return _("{day} ist {holiday} in {land}").format(
        day=dated(one.day), holiday=one.holiday, land=land_name(land)
    )
