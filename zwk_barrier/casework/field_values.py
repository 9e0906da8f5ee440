"""How a kept value of a field reads, by what the field holds."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Final

from sqlalchemy import JSON, Boolean, Date, Time

from zwk_barrier.casework.fields import FIELDS, FieldName
from zwk_barrier.model import Base
from zwk_barrier.model.base import Thousandths, UtcDateTime
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_date, format_decimal, format_money, format_quantity, format_time
from zwk_barrier.wording import _, ngettext


def value_in_words(table: str, column: str, kept: object) -> str:
    """A value the way a person reads it, from the model or as it stands in the journal; empty for nothing."""
    if kept is None or kept == "":
        return ""
    named = FIELDS.get(f"{table}.{column}", FieldName(column))
    value = _as_model(table, column, kept)
    if isinstance(value, bool):
        return _("Ja") if value else _("Nein")
    if isinstance(value, list | dict):
        return _gathered(value, named)
    if named.codes:
        return load_code_list(named.codes).label(str(value))
    return _spoken(value, named.unit)


def _gathered(value: list[str] | dict[str, object], named: FieldName) -> str:
    """Several codes in words; of a drawing and of what a measure solves only that there is something."""
    if isinstance(value, dict):
        return _("gezeichnet")
    if named is FIELDS["measure.barriers"]:
        return ngettext("{count} Barriere", "{count} Barrieren", len(value)).format(count=len(value))
    return ", ".join(load_code_list(named.codes).label(code) if named.codes else code for code in value)


def _spoken(value: object, unit: str) -> str:
    if isinstance(value, datetime):
        moment = value.astimezone()
        return f"{format_date(moment.date())} {format_time(moment.time())}"
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, time):
        return format_time(value)
    if unit == "€" and isinstance(value, int):
        return format_money(value)
    if unit and isinstance(value, int | Decimal):
        return format_quantity(Decimal(value), unit)
    return format_decimal(value) if isinstance(value, Decimal) else str(value)


def _as_model(table: str, column: str, value: object) -> object:
    """The value as the model gives it, from there or from what stands in the column."""
    kind = Base.metadata.tables[table].columns[column].type
    if isinstance(kind, UtcDateTime) and isinstance(value, str):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    if isinstance(kind, Thousandths) and isinstance(value, int):
        return (Decimal(value) / 1000).normalize()
    if isinstance(kind, Boolean):
        return bool(value)
    for known, read in _READERS:
        if isinstance(kind, known) and isinstance(value, str):
            return read(value)
    return value


_READERS: Final[tuple[tuple[type, Callable[[str], object]], ...]] = (
    (JSON, json.loads),
    (Date, date.fromisoformat),
    (Time, time.fromisoformat),
)
