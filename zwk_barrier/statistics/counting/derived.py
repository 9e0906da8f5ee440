"""Units that are put together from others, so that the same people are never rounded twice.

``requests`` are the new cases and the contacts without a case.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np

from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.dimensions.dimension import NO, NOT_KNOWN, UNKNOWN, YES
from zwk_barrier.wording import N_

REQUESTS: Final = "requests"
REQUESTS_TITLE: Final = N_("Anfragen")
_PARTS: Final = frozenset({"cases", "short_requests"})
REQUEST_DIMENSIONS: Final = (
    "quarter",
    "area",
    "channel",
    "enquirer",
    "occasion",
    "counselling_type",
    "access_path",
    "first_of_person",
    "anonymous",
    "length",
    "with_case",
)
_OF_CASES: Final = {"anonymous": NO, "length": NOT_KNOWN, "with_case": YES}
OF_REQUESTS_WITH_CASE: Final = {name: (code,) for name, code in _OF_CASES.items()}
"""What every request that became a case has; the dimensions are not those of a case."""

_WITHOUT_CASE: Final = {"access_path": UNKNOWN, "first_of_person": YES, "with_case": NO}
"""Nobody knows who asked without a case: each counts as somebody who asks for the first time."""


def needed_for(unit: str) -> tuple[str, ...]:
    """The units that have to be counted for one."""
    return tuple(sorted(_PARTS)) if unit == REQUESTS else (unit,)


def with_derived(tables: Mapping[str, BaseTable]) -> dict[str, BaseTable]:
    """The tables and those put together from them."""
    if not tables.keys() >= _PARTS:
        return dict(tables)
    cases = tables["cases"]
    is_new = cases.chosen({"arrival": {"new"}})
    new = BaseTable(cases.unit, cases.dimensions, cases.codes, cases.rows[is_new], cases.counts[is_new])
    parts = [
        _with_columns(new, _OF_CASES),
        _with_columns(tables["short_requests"], _WITHOUT_CASE),
    ]
    names = tuple(name for name in REQUEST_DIMENSIONS if all(name in part.dimensions for part in parts))
    return {**tables, REQUESTS: stacked(REQUESTS, names, parts)}


def _with_columns(table: BaseTable, constant: Mapping[str, str]) -> BaseTable:
    added = np.zeros((len(table.counts), len(constant)), np.int32)
    return BaseTable(
        table.unit,
        (*table.dimensions, *constant),
        (*table.codes, *((code,) for code in constant.values())),
        np.column_stack([table.rows, added]),
        table.counts,
    )


def stacked(unit: str, names: tuple[str, ...], tables: list[BaseTable]) -> BaseTable:
    """Tables below each other, by the dimensions named."""
    columns, codes = [], []
    for name in names:
        axes = [one.dimensions.index(name) for one in tables]
        held = [one.codes[axis] for one, axis in zip(tables, axes, strict=True)]
        known = tuple(dict.fromkeys(code for codes_ in held for code in codes_))
        place = {code: number for number, code in enumerate(known)}
        moved = [np.array([place[code] for code in codes_] or [0], np.int32) for codes_ in held]
        columns.append(
            np.concatenate([to[one.rows[:, axis]] for to, one, axis in zip(moved, tables, axes, strict=True)])
        )
        codes.append(known)
    rows = np.column_stack(columns).astype(np.int32)
    return BaseTable(unit, names, tuple(codes), rows, np.concatenate([one.counts for one in tables]))
