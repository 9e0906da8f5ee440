"""Times of day and durations."""

import re
from datetime import time
from decimal import ROUND_HALF_UP, Decimal

from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.typed.numbers import NBSP, echo, read_decimal, tidy
from zwk_barrier.wording import _

MOST_MINUTES = 24 * 60
MOST_HOURS = 400
"""More hours than anybody works in a month."""

_TIME = re.compile(r"([0-9]{1,2})(?: ?[:.h] ?([0-9]{2}))?(?: ?(?:uhr|h)(?: ([0-9]{2}))?)?")
_TIME_TOGETHER = re.compile(r"([0-9]{1,2})([0-9]{2})(?: ?(?:uhr|h))?")
_HOURS = r"(?:h|std\.?|stunden?|hours?)"
_MINUTES = r"(?:m|min\.?|minuten?|minutes?|′|')"
_WITH_COLON = re.compile(rf"([0-9]{{1,2}}):([0-5][0-9])(?: ?{_HOURS})?")
_HOURS_AND_MINUTES = re.compile(rf"([0-9]{{1,2}}) ?{_HOURS} ?([0-9]{{1,2}})(?: ?{_MINUTES})?")
_HOURS_WITH_COLON = re.compile(rf"([0-9]{{1,4}}):([0-5][0-9])(?: ?{_HOURS})?")
_MANY_HOURS = re.compile(rf"([0-9.,]+) ?{_HOURS}?")
_ONE_UNIT = re.compile(rf"([0-9.,]+) ?({_HOURS}|{_MINUTES})?")


def parse_time(text: str, *, field: str = "") -> time:
    """The time of day typed: ``9``, ``930``, ``9:30``, ``9.30 Uhr``; raises InputProblem."""
    tidied = tidy(text)
    found = _TIME.fullmatch(tidied) or _TIME_TOGETHER.fullmatch(tidied)
    if found is not None:
        hour, *minutes = (int(group) for group in found.groups() if group is not None)
        minute = minutes[0] if minutes else 0
        if len(minutes) <= 1 and hour <= time.max.hour and minute <= time.max.minute:
            return time(hour, minute)
    raise InputProblem(
        field,
        _("„{text}“ ist keine Uhrzeit.").format(text=echo(text)),
        advice=_("Möglich ist zum Beispiel 9, 930 oder 9:30."),
    )


def format_time(value: time) -> str:
    """The time of day, e.g. ``09:30``."""
    return f"{value:%H:%M}"


def parse_duration_minutes(text: str, *, field: str = "", most: int = MOST_MINUTES) -> int:
    """The duration typed, in minutes: ``90``, ``1:30``, ``1,5 h``, ``1 h 30``; raises InputProblem."""
    minutes = _minutes(tidy(text))
    if minutes is None:
        raise InputProblem(
            field,
            _("„{text}“ ist keine Dauer.").format(text=echo(text)),
            advice=_("Möglich ist zum Beispiel 90, 1:30 oder 1,5 h."),
        )
    if minutes > most:
        raise InputProblem(
            field,
            _("{duration} ist zu lang.").format(duration=format_duration(minutes)),
            advice=_("Möglich ist eine Dauer bis {most}.").format(most=format_duration(most)),
        )
    return minutes


def _minutes(tidied: str) -> int | None:
    found = _WITH_COLON.fullmatch(tidied) or _HOURS_AND_MINUTES.fullmatch(tidied)
    if found is not None:
        return int(found[1]) * 60 + int(found[2])
    single = _ONE_UNIT.fullmatch(tidied)
    value = None if single is None else read_decimal(single[1])
    if single is None or value is None:
        return None
    if single[2] is not None and re.fullmatch(_HOURS, single[2]):
        return int((value * 60).to_integral_value(ROUND_HALF_UP))
    # "1,5" without a unit could be hours or minutes: better asked than guessed.
    return int(value) if value == value.to_integral_value() and value >= Decimal(0) else None


def format_duration(minutes: int) -> str:
    """The duration in hours and minutes, e.g. ``1 h 30 min``, that no line break parts."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours}{NBSP}h"] if hours else []
    if rest or not hours:
        parts.append(f"{rest}{NBSP}min")
    return NBSP.join(parts)


def parse_hours(text: str, *, field: str = "", most: int = MOST_HOURS) -> int:
    """Many hours of work as minutes: ``62`` and ``62,5`` are hours, ``62:30`` both; raises InputProblem."""
    tidied = tidy(text)
    found = _HOURS_WITH_COLON.fullmatch(tidied)
    single = _MANY_HOURS.fullmatch(tidied)
    value = None if single is None else read_decimal(single[1])
    if found is not None:
        minutes = int(found[1]) * 60 + int(found[2])
    elif value is not None:
        minutes = int((value * 60).to_integral_value(ROUND_HALF_UP))
    else:
        raise InputProblem(
            field,
            _("„{text}“ sind keine Stunden.").format(text=echo(text)),
            advice=_("Möglich ist zum Beispiel 62, 62,5 oder 62:30."),
        )
    if minutes > most * 60:
        raise InputProblem(
            field,
            _("{hours} Stunden sind zu viel.").format(hours=format_hours(minutes)),
            advice=_("Möglich sind bis {most} Stunden.").format(most=most),
        )
    return minutes


def format_hours(minutes: int) -> str:
    """Minutes as hours of work, e.g. ``62:30``."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}:{rest:02}"
