"""Lengths in centimetres, single and in pairs."""

import re
from decimal import Decimal

from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.typed.numbers import (
    NBSP,
    check_between,
    echo,
    format_decimal,
    format_quantity,
    read_decimal,
    shorten,
    tidy,
)
from zwk_barrier.wording import _

LONGEST_CM = Decimal(100_000)
_CENTIMETRES = {"mm": Decimal("0.1"), "cm": Decimal(1), "m": Decimal(100)}
_LENGTH = re.compile(r"([^a-z]*?) ?(mm|cm|m)?\.?")
_BETWEEN = re.compile(r" ?(?:[x×*/]|\bmal\b|\bby\b) ?")


def parse_length(text: str, *, field: str = "", most: Decimal = LONGEST_CM) -> Decimal:
    """The length typed, in cm: ``120``, ``1,20 m``, ``1200 mm``; raises InputProblem, also above ``most``."""
    value = _read(tidy(text), "")
    if value is None:
        raise InputProblem(
            field,
            _("„{text}“ ist keine Länge.").format(text=echo(text)),
            advice=_("Möglich ist zum Beispiel 120, 1,20 m oder 1200 mm."),
        )
    check_between(value, field=field, least=Decimal(0), most=most, unit="cm")
    return value


def parse_pair(text: str, *, field: str = "", most: Decimal = LONGEST_CM) -> tuple[Decimal, Decimal]:
    """Two lengths typed, in cm, in their order: ``110 x 135``, ``1,10 × 1,35 m``; raises InputProblem."""
    parts = _BETWEEN.split(tidy(text))
    last_unit = _LENGTH.fullmatch(parts[-1])
    unit = (last_unit[2] or "") if last_unit else ""
    values = [_read(part, unit) for part in parts]
    match values:
        case [Decimal() as first, Decimal() as second]:
            for value in (first, second):
                check_between(value, field=field, least=Decimal(0), most=most, unit="cm")
            return first, second
        case _:
            raise InputProblem(
                field,
                _("Hier werden zwei Maße gebraucht, nicht „{text}“.").format(text=echo(text)),
                advice=_("Möglich ist zum Beispiel 110 x 135."),
            )


def _read(tidied: str, default_unit: str) -> Decimal | None:
    found = _LENGTH.fullmatch(tidied)
    if found is None:
        return None
    unit = found[2] or default_unit or "cm"
    number = read_decimal(found[1], point_is_decimal=unit == "m")
    return None if number is None else shorten(number * _CENTIMETRES[unit])


def format_length(centimetres: Decimal, *, language: str | None = None) -> str:
    """The length with its unit, e.g. ``62,5 cm``."""
    return format_quantity(centimetres, "cm", language=language)


def format_pair(first: Decimal, second: Decimal, *, unit: str = "cm", language: str | None = None) -> str:
    """Two measures with their unit, e.g. ``120 × 150 cm``, that no line break parts."""
    one, other = (format_decimal(value, language=language) for value in (first, second))
    return f"{one}{NBSP}×{NBSP}{other}{NBSP}{unit}"
