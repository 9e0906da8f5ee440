"""The field for a whole number: steps, floors, people, a year."""

from decimal import Decimal
from functools import partial
from typing import Unpack

from zwk_barrier.desktop.widgets.fields import Common
from zwk_barrier.desktop.widgets.line_field import LineField
from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.typed import parse_number
from zwk_barrier.wording import _


class WholeField(LineField):
    """A whole number between ``least`` and ``most``; the value is an int, written without grouping."""

    def __init__(
        self,
        name: str,
        *,
        least: int | None = None,
        most: int | None = None,
        unit: str = "",
        **common: Unpack[Common],
    ) -> None:
        parse = partial(_parse_whole, field=name, least=least, most=most)
        super().__init__(name, parse=parse, show=str, suffix=unit, **common)


def _parse_whole(text: str, *, field: str, least: int | None, most: int | None) -> int:
    value = parse_number(text, field=field, least=_decimal(least), most=_decimal(most))
    if value != value.to_integral_value():
        raise InputProblem(
            field,
            _("„{text}“ ist keine ganze Zahl.").format(text=text.strip()),
            advice=_("Möglich ist zum Beispiel 2."),
        )
    return int(value)


def _decimal(bound: int | None) -> Decimal | None:
    return None if bound is None else Decimal(bound)
