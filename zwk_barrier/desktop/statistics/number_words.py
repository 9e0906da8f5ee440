"""Numbers of people and rates as they stand in a table."""

from decimal import Decimal
from typing import Final

from zwk_barrier.rules.typed import format_decimal
from zwk_barrier.rules.typed.numbers import NBSP

NOTHING: Final = "–"
"""What stands where there is no number; ``told_nothing`` of a table says why."""


def people(count: float | None) -> str:
    """A number of persons, e.g. ``26.042``."""
    return NOTHING if count is None else format_decimal(Decimal(round(count)))


def one_place(value: float | None) -> str:
    """A rate with one digit behind the comma, e.g. ``3,0``."""
    return NOTHING if value is None else format_decimal(Decimal(str(round(value, 6))), places=1)


def per_cent(share: float | None) -> str:
    """A share from 0 to 1, e.g. ``21,8 %``."""
    return NOTHING if share is None else f"{one_place(share * 100)}{NBSP}%"


def span(low: float | None, high: float | None, *, places: int = 0) -> str:
    """From one number to another, e.g. ``26.460–28.330``."""
    if low is None or high is None:
        return NOTHING
    write = one_place if places else people
    return f"{write(low)}–{write(high)}"


def change(now: float, later: float) -> str:
    """By how much something grows in per cent, with its sign."""
    if not now:
        return NOTHING
    value = round((later / now - 1) * 100)
    sign = "+" if value > 0 else "±" if value == 0 else ""
    return f"{sign}{format_decimal(Decimal(value))}{NBSP}%"
