"""Any record with the same bad text in its places: wherever somebody could have typed it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import count
from typing import Any, Final

from zwk_barrier.model.visit_report import FloorPlan

CODES: Final = frozenset(
    (
        *("language", "verdict", "after_verdict", "before_verdict", "state", "result", "priority", "key"),
        *("kind", "entry", "code", "block", "number", "room_kind", "payers", "activities", "unit", "look"),
        *("file_name", "purpose", "names_at", "total", "columns", "reviewed"),
    )
)
"""Fields that hold a code of the program's own, which nobody types."""


def with_text(record: Any, text: str, *, every: int = 1) -> Any:
    """The record with ``text`` in every one, or every n-th, of the places for words."""
    return _changed(record, text, every, count())


def without_pictures(record: Any, jpeg: bytes) -> Any:
    """The record with these bytes in place of each of its pictures."""
    if isinstance(record, tuple):
        return tuple(without_pictures(one, jpeg) for one in record)
    if not is_dataclass(record) or isinstance(record, type):
        return record
    changed = {
        one.name: jpeg if one.name == "jpeg" else without_pictures(getattr(record, one.name), jpeg)
        for one in fields(record)
    }
    return replace(record, **changed)


def _changed(value: Any, text: str, every: int, numbers: Iterator[int]) -> Any:
    if isinstance(value, str):
        return text if next(numbers) % every == 0 else value
    if isinstance(value, tuple):
        return tuple(_changed(one, text, every, numbers) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kept = (
        CODES | {"alternative"} if isinstance(value, FloorPlan) else CODES
    )  # a drawing is described by rule
    changed = {
        one.name: _changed(getattr(value, one.name), text, every, numbers)
        for one in fields(value)
        if one.name not in kept
    }
    return replace(value, **changed)
