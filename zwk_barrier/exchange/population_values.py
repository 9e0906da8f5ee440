"""The numbers and days in a population table, read strictly: what could mean two things is asked back."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from zwk_barrier.exchange.population_columns import OLDEST
from zwk_barrier.rules.typed.numbers import echo
from zwk_barrier.wording import _

MOST_PERSONS: Final = 10_000_000
_NOBODY: Final = frozenset({"-", "–", "—", "−"})
_SECRET: Final = frozenset({".", "/", "x", "X", "•", "…", "...", "k.A.", "k. A.", "*"})
_PLAIN: Final = re.compile(r"[0-9]{1,9}")
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:([. '’\u00a0\u202f])[0-9]{3})(?:\1[0-9]{3})*")
_FRACTION: Final = re.compile(r"([0-9]{1,3}(?:[.][0-9]{3})+|[0-9]{1,9}),([0-9]{1,6})")
_ENGLISH: Final = re.compile(r"([0-9]{1,9})\.([0-9]{1,2})")
_THOUSANDS_COMMA: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_GERMAN_DAY: Final = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})")
_ISO_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T]00:00(?::00)?)?")
_YEAR: Final = re.compile(r"[0-9]{4}")
_FIRST_YEAR: Final = 1950
_LAST_YEAR: Final = 2100


class Unreadable(Exception):
    """A cell that cannot be taken as it stands; says so in German."""


def read_persons(text: str, *, may_be_broken: bool = False) -> int | None:
    """How many people a cell tells; None where it is empty or kept secret.

    Raises Unreadable, also for parts of people unless ``may_be_broken``: projections have them, and are rounded.
    """
    if not text or text in _SECRET:
        return None
    if text in _NOBODY:
        return 0
    value = _number(text)
    if value is None:
        raise Unreadable(_("„{text}“ ist keine Anzahl.").format(text=echo(text)))
    if value > MOST_PERSONS:
        raise Unreadable(_("„{text}“ ist zu groß für eine Einwohnerzahl.").format(text=echo(text)))
    whole = value.to_integral_value(ROUND_HALF_UP)
    if whole != value and not may_be_broken:
        raise Unreadable(
            _("„{text}“ ist keine ganze Zahl. Anteile werden berechnet, nicht eingelesen.").format(
                text=echo(text)
            )
        )
    return int(whole)


def _number(text: str) -> Decimal | None:
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _GROUPED.fullmatch(text):
        return Decimal(re.sub(r"\D", "", text))
    if _THOUSANDS_COMMA.fullmatch(text):
        raise Unreadable(
            _("„{text}“ kann eine Zahl mit Tausenderzeichen oder mit Nachkommastellen sein.").format(
                text=echo(text)
            )
        )
    if found := _FRACTION.fullmatch(text):
        return Decimal(f"{found[1].replace('.', '')}.{found[2]}")
    if found := _ENGLISH.fullmatch(text):
        return Decimal(f"{found[1]}.{found[2]}")
    return None


def read_day(text: str) -> date:
    """A day written in German or as ISO, a year as its last day; raises Unreadable."""
    try:
        if found := _GERMAN_DAY.fullmatch(text):
            return _sensible(date(int(found[3]), int(found[2]), int(found[1])))
        if found := _ISO_DAY.fullmatch(text):
            return _sensible(date(int(found[1]), int(found[2]), int(found[3])))
        if _YEAR.fullmatch(text):
            return _sensible(date(int(text), 12, 31))
    except ValueError:
        pass
    raise Unreadable(
        _("„{text}“ ist kein Stichtag. Möglich ist zum Beispiel 31.12.2024 oder 2024.").format(
            text=echo(text)
        )
    )


def _sensible(day: date) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError("a year nobody counted in")
    return day


def read_age(text: str) -> int | None:
    """A full age, None where the cell is empty; raises Unreadable."""
    if not text:
        return None
    if not text.isdecimal() or int(text) > OLDEST:
        raise Unreadable(_("„{text}“ ist kein Alter.").format(text=echo(text)))
    return int(text)
