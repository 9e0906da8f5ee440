"""Which days are no working days in a Land: Saturdays, Sundays and the public holidays of that year.

The tables of the library ``holidays`` are dated: Reformation Day is a holiday in Bremen from 2018, in
2017 everywhere.  They begin in 1991; before, only weekends are known.  Holidays of single municipalities
(Fronleichnam in parts of Saxony and Thuringia, Mariä Himmelfahrt in parts of Bavaria) are not counted.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from zwk_barrier import wording
from zwk_barrier.reference.codes import load_code_list

LANDS: Final = (
    *("BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"),
)
"""The sixteen Länder by the codes of the code list land, in its order."""

_SATURDAY: Final = 5
_LIBRARY_LANGUAGES: Final = {"de": "de", "en": "en_US"}


def holiday_name(day: date, land: str, language: str | None = None) -> str | None:
    """What the public holiday is called; ``None`` on other days, also on a mere Saturday or Sunday.

    Without a language in that of the screen.  Raises ValueError for a Land that is not in ``LANDS``.
    """
    return _holidays(land, day.year, language or wording.language()).get(day)


def is_working_day(day: date, land: str) -> bool:
    """Whether the day is neither Saturday nor Sunday nor a public holiday of the Land (§ 26 Abs. 3 SGB X)."""
    return day.weekday() < _SATURDAY and day not in _holidays(land, day.year, "de")


def land_name(land: str) -> str:
    """The Land in the language of the screen, e.g. ``Bremen``; an unknown code stands for itself."""
    return load_code_list("land").label(land)


@cache
def _holidays(land: str, year: int, language: str) -> Mapping[date, str]:
    if land not in LANDS:
        raise ValueError(f"{land} is no Land")
    # Half a second of tables that nobody needs who does not compute a deadline: the start must not wait for it.
    # Named in full, so that a frozen bundle takes it along.
    from holidays.countries.germany import Germany  # noqa: PLC0415

    found = Germany(subdiv=land, years=year, language=_LIBRARY_LANGUAGES[language], expand=False)
    return {day: found[day] for day in sorted(found)}
