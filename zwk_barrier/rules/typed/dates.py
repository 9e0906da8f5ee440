"""Dates as people type them: ``3.5.``, ``heute``, ``+14``, ``in 2 wochen``, ``montag``."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from zwk_barrier import wording
from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.typed.numbers import NBSP, echo, tidy
from zwk_barrier.wording import _

_DAYS_FROM_TODAY = {
    "vorgestern": -2,
    "gestern": -1,
    "yesterday": -1,
    "heute": 0,
    "today": 0,
    "morgen": 1,
    "tomorrow": 1,
    "übermorgen": 2,
    "uebermorgen": 2,
}
_WEEKDAYS = (
    ("mo", "montag", "mon", "monday"),
    ("di", "dienstag", "tue", "tuesday"),
    ("mi", "mittwoch", "wed", "wednesday"),
    ("do", "donnerstag", "thu", "thursday"),
    ("fr", "freitag", "fri", "friday"),
    ("sa", "samstag", "sonnabend", "sat", "saturday"),
    ("so", "sonntag", "sun", "sunday"),
)
_MONTHS = (
    ("jan", "januar", "jänner", "january"),
    ("feb", "februar", "february"),
    ("mär", "märz", "maerz", "mrz", "mar", "march"),
    ("apr", "april"),
    ("mai", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("okt", "oktober", "oct", "october"),
    ("nov", "november"),
    ("dez", "dezember", "dec", "december"),
)
ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_COUNTS = {"einem": 1, "einer": 1, "ein": 1, "eine": 1, "zwei": 2, "drei": 3, "vier": 4, "sechs": 6}
_SIGNED = re.compile(r"([+-]) ?([0-9]{1,4})(?: ?(tage?|[twmj]|wochen?|monate?|jahre?))?")
_IN = re.compile(r"(in|vor) ([0-9]{1,4}|[a-z]+) (tag|woche|monat|jahr)(?:e|en|n)?")
_WEEKDAY = re.compile(r"(?:(am|kommenden?|nächsten?|naechsten?|letzten?|vergangenen?) )?([a-z]+)\.?")
_NUMERIC = re.compile(r"([0-9]{1,2}) ?[./ -] ?([0-9]{1,2})(?: ?[./ -] ?([0-9]{4}|[0-9]{2})|\.)?")
_TOGETHER = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NAMED = re.compile(r"([0-9]{1,2})\.? ?([a-zä]{3,9})\.?(?: ([0-9]{4}|[0-9]{2}))?")
_YEAR = re.compile(r"(?:(?:jg\.?|jahrgang|geb\.?|born) ?)?([0-9]{4}|[0-9]{2})")
_CENTURIES = (1900, 2000)


def parse_date(
    text: str,
    today: date,
    *,
    field: str = "",
    earliest: date | None = None,
    latest: date | None = None,
) -> date:
    """The day typed, within ``earliest`` and ``latest``; raises InputProblem.

    Without a year, or with two digits of it, the possible day nearest to today is meant.  A weekday
    is the next one after today.
    """
    tidied = tidy(text)
    try:
        day = _relative_day(tidied, today)
    except (OverflowError, ValueError):  # beyond the years 1 to 9999
        raise _no_date(text, field) from None
    if day is None:
        day = _calendar_day(text, today, field, earliest, latest)
    _check_bounds(day, field, earliest, latest, today)
    return day


def parse_year_or_date(
    text: str,
    today: date,
    *,
    field: str = "",
    earliest: date | None = None,
    latest: date | None = None,
) -> date | int:
    """A day of birth, or the year alone as a number; raises InputProblem.

    The year must be typed; two digits that fit two centuries are asked back, for a person of 100
    and a baby are both clients.
    """
    tidied = tidy(text)
    if year := _YEAR.fullmatch(tidied):
        return _year(_years(year[1], today), text, field, earliest, latest, today)
    parts = _parts(tidied)
    if parts is None or parts[2] is None:
        raise _no_date(text, field, advice=_("Möglich ist zum Beispiel 03.05.1938 oder nur das Jahr: 1938."))
    _check_one_century(_within(_years(parts[2], today), earliest, latest), text, field)
    return parse_date(text, today, field=field, earliest=earliest, latest=latest)


def format_date(day: date, *, language: str | None = None) -> str:
    """The day as short as a field is: ``03.05.2026`` in German and ``3 Nov 2026`` in English."""
    if (language or wording.language()) == "en":
        return f"{day.day}{NBSP}{ENGLISH_MONTHS[day.month - 1]}{NBSP}{day.year:04}"
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def _relative_day(tidied: str, today: date) -> date | None:
    if tidied in _DAYS_FROM_TODAY:
        return today + timedelta(days=_DAYS_FROM_TODAY[tidied])
    if signed := _SIGNED.fullmatch(tidied):
        count = int(signed[2]) * (-1 if signed[1] == "-" else 1)
        return _moved(today, count, (signed[3] or "t")[0])
    if counted := _IN.fullmatch(tidied):
        amount = int(counted[2]) if counted[2].isdecimal() else _COUNTS.get(counted[2])
        if amount is not None:
            return _moved(today, amount if counted[1] == "in" else -amount, counted[3][0])
    if named := _WEEKDAY.fullmatch(tidied):
        weekday = _position(named[2], _WEEKDAYS)
        if weekday is not None:
            days = (weekday - today.weekday() - 1) % 7 + 1
            is_past = (named[1] or "").startswith(("letzte", "vergangene"))
            back = (today.weekday() - weekday - 1) % 7 + 1
            return today + timedelta(days=-back if is_past else days)
    return None


def _moved(today: date, count: int, unit: str) -> date:
    if unit in "tw":
        return today + timedelta(days=count * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 + count * (12 if unit == "j" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _parts(tidied: str) -> tuple[int, int, str | None] | None:
    """Day, month and the year's digits as typed, unchecked."""
    if iso := _ISO.fullmatch(tidied):
        return int(iso[3]), int(iso[2]), iso[1]
    if found := _NUMERIC.fullmatch(tidied) or _TOGETHER.fullmatch(tidied):
        return int(found[1]), int(found[2]), found[3]
    if named := _NAMED.fullmatch(tidied):
        month = _position(named[2], _MONTHS)
        return None if month is None else (int(named[1]), month + 1, named[3])
    return None


def _calendar_day(text: str, today: date, field: str, earliest: date | None, latest: date | None) -> date:
    parts = _parts(tidy(text))
    if parts is None:
        raise _no_date(text, field)
    day, month, year = parts
    around = (today.year - 1, today.year, today.year + 1)
    days = _existing(day, month, around if year is None else _years(year, today))
    if not days:
        raise InputProblem(field, _("„{text}“ gibt es im Kalender nicht.").format(text=echo(text)))
    possible = [found for found in days if (earliest or date.min) <= found <= (latest or date.max)]
    return min(possible or days, key=lambda found: abs(found - today))


def _existing(day: int, month: int, years: Iterable[int]) -> list[date]:
    days = []
    for year in years:
        try:
            days.append(date(year, month, day))
        except ValueError:  # the 30th of February, and the 29th in most years
            continue
    return days


def _years(digits: str, today: date) -> tuple[int, ...]:
    """The years two or four digits can mean, nearest to today first."""
    value = int(digits)
    if len(digits) == len("2026"):
        return (value,)
    both = (century + value for century in _CENTURIES)
    return tuple(sorted(both, key=lambda year: abs(year - today.year)))


def _position(name: str, table: tuple[tuple[str, ...], ...]) -> int | None:
    return next((index for index, names in enumerate(table) if name in names), None)


def _year(
    years: tuple[int, ...], text: str, field: str, earliest: date | None, latest: date | None, today: date
) -> int:
    fitting = _within(years, earliest, latest)
    _check_one_century(fitting, text, field)
    if fitting:
        return fitting[0]
    first = earliest or date.min
    if years[0] < first.year:
        raise _too_early(f"{years[0]:04}", first, field)
    raise _too_late(f"{years[0]:04}", latest or date.max, today, field)


def _within(years: tuple[int, ...], earliest: date | None, latest: date | None) -> list[int]:
    low, high = (earliest or date.min).year, (latest or date.max).year
    return [year for year in years if low <= year <= high]


def _check_one_century(years: list[int], text: str, field: str) -> None:
    if len(years) > 1:
        one, other = sorted(years)
        raise InputProblem(
            field,
            _("„{text}“ kann {one} oder {other} heißen.").format(text=echo(text), one=one, other=other),
            advice=_("Bitte das Jahr mit vier Ziffern eingeben."),
        )


def _check_bounds(day: date, field: str, earliest: date | None, latest: date | None, today: date) -> None:
    if earliest is not None and day < earliest:
        when = f"{day.year:04}" if day.year < earliest.year else format_date(day)
        raise _too_early(when, earliest, field)
    if latest is not None and day > latest:
        when = f"{day.year:04}" if day.year > latest.year else format_date(day)
        raise _too_late(when, latest, today, field)


def _too_early(when: str, earliest: date, field: str) -> InputProblem:
    return InputProblem(
        field,
        _("{when} liegt zu weit zurück.").format(when=when),
        advice=_("Möglich ist ein Datum ab dem {day}.").format(day=format_date(earliest)),
    )


def _too_late(when: str, latest: date, today: date, field: str) -> InputProblem:
    is_only_past = latest <= today
    sentence = (
        _("{when} liegt in der Zukunft.") if is_only_past else _("{when} liegt zu weit in der Zukunft.")
    )
    return InputProblem(
        field,
        sentence.format(when=when),
        advice=_("Möglich ist ein Datum bis zum {day}.").format(day=format_date(latest)),
    )


def _no_date(text: str, field: str, *, advice: str = "") -> InputProblem:
    return InputProblem(
        field,
        _("„{text}“ ist kein Datum.").format(text=echo(text)),
        advice=advice or _("Möglich ist zum Beispiel 3.5., 03.05.2026, heute oder +14."),
    )
