"""What each field is called, and which codes it holds: one line a field, in the module of its feature.

Form rows, the history of a field and the history of a case all ask here, so that one thing has one
name on every page.  Keys are ``table.column``; labels are German message ids, looked up when shown.
"""

from collections.abc import Mapping
from typing import Final

from zwk_barrier.casework.fields import (
    application,
    case,
    contact,
    dwelling,
    letter,
    measure,
    network,
    office,
    person,
    statistics,
    visit,
)
from zwk_barrier.casework.fields.field_name import FieldName
from zwk_barrier.casework.fields.tables import TABLES

__all__ = ["FIELDS", "TABLES", "FieldName", "field_name"]

_FEATURES: Final = (
    case,
    contact,
    dwelling,
    person,
    visit,
    measure,
    application,
    letter,
    network,
    statistics,
    office,
)

FIELDS: Final[Mapping[str, FieldName]] = {
    key: name for feature in _FEATURES for key, name in feature.FIELDS.items()
}
"""Every field a person types or chooses; what is missing here is the program's own bookkeeping."""


def field_name(table: str, column: str) -> FieldName:
    """The name of a field; raises KeyError for one that nobody types."""
    return FIELDS[f"{table}.{column}"]
