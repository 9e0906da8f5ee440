"""Fields for text, numbers and measures; each takes what people type and gives a value (or None).

    TextField(name)                      str
    PhoneField(name)                     str
    PasswordField(name)                  str; never kept by time, ``text()`` is what counts
    NumberField(name, least=, most=)     Decimal
    LengthField(name)                    Decimal, cm
    LengthField(name, pair=True)         tuple[Decimal, Decimal], cm: „110 × 135“
    MoneyField(name)                     int, cents
    MoneyRangeField(name)                tuple[int, int], cents
    TimeField(name)                      datetime.time
    DurationField(name)                  int, minutes
    HoursField(name)                     int, minutes, typed in hours: „62,5“ or „62:30“

All take ``title=`` (the name for a screen reader outside a form), ``large=True`` (for the visit) and
``delay=`` (seconds).  Days: date_field.py; choices: choice_field.py, many_choice_field.py, yes_no_field.py;
long text: note_field.py.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any, Unpack

from zwk_barrier.desktop.widgets.line_field import LineField
from zwk_barrier.desktop.widgets.text_fields import Common, PasswordField, PhoneField, TextField
from zwk_barrier.rules.typed import (
    NBSP,
    format_decimal,
    format_duration,
    format_hours,
    format_length,
    format_money,
    format_money_range,
    format_pair,
    format_time,
    parse_duration_minutes,
    parse_hours,
    parse_length,
    parse_money,
    parse_number,
    parse_pair,
    parse_range_money,
    parse_time,
)
from zwk_barrier.rules.typed.lengths import LONGEST_CM
from zwk_barrier.wording import _

__all__ = [
    "Common",
    "DurationField",
    "HoursField",
    "LengthField",
    "MoneyField",
    "MoneyRangeField",
    "NumberField",
    "PasswordField",
    "PhoneField",
    "TextField",
    "TimeField",
]


class _Measured(LineField):
    """A number with its unit inside the right end."""

    def __init__(
        self,
        name: str,
        parse: Callable[..., Any],
        show: Callable[[Any], str],
        unit: str,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(name, parse=partial(parse, field=name), show=show, suffix=unit, **common)


class NumberField(_Measured):
    """A number, decimal comma or point; ``unit`` stands inside the field."""

    def __init__(
        self,
        name: str,
        *,
        least: Decimal | None = None,
        most: Decimal | None = None,
        unit: str = "",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(name, partial(parse_number, least=least, most=most), format_decimal, unit, **common)


class LengthField(_Measured):
    """A length in cm, typed in any unit, up to ``most``; with ``pair`` two of them, as ``110 × 135``."""

    def __init__(
        self, name: str, *, pair: bool = False, most: Decimal = LONGEST_CM, **common: Unpack[Common]
    ) -> None:
        if pair:
            super().__init__(name, partial(parse_pair, most=most), _show_pair, "cm", **common)
        else:
            parse = partial(parse_length, most=most)
            super().__init__(name, parse, partial(_without_unit, format_length, "cm"), "cm", **common)


class MoneyField(_Measured):
    """An amount of money, in cents."""

    def __init__(self, name: str, **common: Unpack[Common]) -> None:
        super().__init__(name, parse_money, partial(_without_unit, format_money, "€"), "€", **common)


class MoneyRangeField(_Measured):
    """A lower and a higher amount, in cents: ``500–1.500``."""

    def __init__(self, name: str, **common: Unpack[Common]) -> None:
        super().__init__(name, parse_range_money, _show_range, "€", **common)


class TimeField(_Measured):
    """A time of day."""

    def __init__(self, name: str, **common: Unpack[Common]) -> None:
        super().__init__(name, parse_time, format_time, _("Uhr"), **common)


class DurationField(_Measured):
    """A duration in minutes."""

    def __init__(self, name: str, **common: Unpack[Common]) -> None:
        super().__init__(name, parse_duration_minutes, format_duration, "", **common)


class HoursField(_Measured):
    """The hours of a month, in minutes."""

    def __init__(self, name: str, **common: Unpack[Common]) -> None:
        super().__init__(name, parse_hours, format_hours, "h", **common)


def _without_unit(show: Callable[[Any], str], unit: str, value: Any) -> str:
    """The written form without the unit that stands inside the field already."""
    return show(value).replace(unit, "").strip(f" {NBSP}")


def _show_pair(value: tuple[Decimal, Decimal]) -> str:
    return _without_unit(lambda pair: format_pair(*pair), "cm", value)


def _show_range(value: tuple[int, int]) -> str:
    return _without_unit(lambda ends: format_money_range(*ends), "€", value)
