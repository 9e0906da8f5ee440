"""The field a criterion is typed into, and how its value and what is kept become each other."""

from decimal import Decimal
from typing import Any

from zwk_barrier.casework.entering import Measured
from zwk_barrier.desktop.visits.meter_field import MeterField
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.fields import NumberField
from zwk_barrier.desktop.widgets.yes_no_field import YesNoField
from zwk_barrier.model import Measurement
from zwk_barrier.reference.requirements import Criterion
from zwk_barrier.wording import _

EntryField = MeterField | NumberField | YesNoField | ChoiceField


def make_field(criterion: Criterion, name: str, title: str) -> EntryField:
    """The large field for the kind of value a criterion asks."""
    if criterion.kind == "yes_no":
        return YesNoField(name, title=title, unknown=_("offen"))
    if criterion.kind == "grade":
        grades = [(grade, grade) for grade in criterion.grades]
        return ChoiceField(name, grades, title=title, empty=_("– offen –"), large=True)
    if criterion.kind == "pair":
        return MeterField(name, pair=True, title=title, large=True)
    if criterion.unit == "cm":
        return MeterField(name, title=title, large=True)
    unit = "" if criterion.unit in ("Anzahl", "K") else criterion.unit
    return NumberField(name, least=Decimal(0), unit=unit, title=title, large=True)


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
