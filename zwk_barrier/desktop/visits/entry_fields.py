"""The field a criterion is typed into, and how its value and what is kept become each other."""

from decimal import Decimal
from typing import Any, Final

from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.desktop.visits.meter_field import MeterField
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.fields import NumberField
from zwk_barrier.desktop.widgets.yes_no_field import YesNoField
from zwk_barrier.model import Measurement
from zwk_barrier.reference.requirements import Criterion, Pair, Span
from zwk_barrier.wording import _

_LEAST_LIMIT: Final = Decimal(1_000)

EntryField = MeterField | NumberField | YesNoField | ChoiceField


def make_field(criterion: Criterion, name: str, title: str) -> EntryField:
    """The large field for the kind of value a criterion asks."""
    if criterion.kind == "yes_no":
        return YesNoField(name, title=title, unknown=_("offen"))
    if criterion.kind == "grade":
        grades = [(grade, grade) for grade in criterion.grades]
        return ChoiceField(name, grades, title=title, empty=_("– offen –"), large=True)
    if criterion.kind == "pair":
        return MeterField(name, pair=True, most=longest(criterion), title=title, large=True)
    if criterion.unit == "cm":
        return MeterField(name, most=longest(criterion), title=title, large=True)
    unit = "" if criterion.unit in ("Anzahl", "K") else criterion.unit
    return NumberField(name, least=Decimal(0), unit=unit, title=title, large=True)


def longest(criterion: Criterion) -> Decimal:
    """The longest length in cm that can be meant: ten times what is asked, and 10 m at least.

    63 m beside a toilet is a slip of the finger, and would be judged as plenty of room.
    """
    asked = [
        max(one.value) if isinstance(one.value, Pair | Span) else one.value
        for one in criterion.required.values()
        if isinstance(one.value, Decimal | Pair | Span)
    ]
    return max(_LEAST_LIMIT, *(10 * length for length in asked))


def as_measured(criterion: Criterion, value: Any) -> Measured:
    """The value of a field as it is kept; None means "not checked"."""
    if criterion.kind == "yes_no":
        return Measured(answer=value)
    if criterion.kind == "grade":
        return Measured(grade=value)
    if criterion.kind == "pair" and value is not None:
        return Measured(value=value[0], second_value=value[1])
    return Measured(value=value)


def kept_in(measurement: Measurement | None) -> Measured:
    """What a record holds, without where it came from."""
    if measurement is None:
        return Measured()
    return Measured(
        measurement.value,
        measurement.second_value,
        measurement.answer,
        measurement.grade,
        measurement.is_applicable,
    )


def field_value(criterion: Criterion, what: Measured) -> Any:
    """What a field shows for it."""
    if criterion.kind == "yes_no":
        return what.answer
    if criterion.kind == "grade":
        return what.grade
    if criterion.kind == "pair":
        return None if what.value is None or what.second_value is None else (what.value, what.second_value)
    return what.value
