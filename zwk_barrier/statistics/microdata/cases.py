"""Reads the cases of a closed period as rows of codes, one a person; ids serve to count people and go no further."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from sqlalchemy.orm import Session

from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.counting import booking_of
from zwk_barrier.statistics.counting.cases import CASES
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.dimensions.dimension import region_of
from zwk_barrier.statistics.microdata.columns import (
    Hierarchy,
    Told,
    decision_of,
    hierarchies,
    impairment_group,
    result_group,
    told_columns,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NONE: Final = -1


@dataclass(frozen=True)
class CaseRows:
    """People as places in the codes of each column (n × columns); ``amounts`` in euro cents, -1 for none."""

    hierarchies: tuple[Hierarchy, ...]
    told: tuple[Told, ...]
    known: "NDArray[np.int32]"
    """n × hierarchies: places in the finest codes."""
    said: "NDArray[np.int32]"
    """n × told: places in the codes of the dimension."""
    amounts: "NDArray[np.int64]"

    def __len__(self) -> int:
        return len(self.known)

    @property
    def sensitive(self) -> tuple[tuple[int, int], ...]:
        """The told columns that no class may share one value of: their places, and of the harmless code (or -1)."""
        return tuple(
            (place, column.of.order.get(column.harmless, -1))
            for place, column in enumerate(self.told)
            if column.is_sensitive
        )


_COUNT_VISITS: Final = """(SELECT count(*) FROM visit v WHERE v.case_id = c.id AND v.removed_at IS NULL
    AND v.visited_on <= :last)"""
_COUNT_MEASURES: Final = """(SELECT count(*) FROM measure m WHERE m.case_id = c.id AND m.removed_at IS NULL
    AND m.done_on <= :last)"""
_NOTICES: Final = """(SELECT group_concat(coalesce(a.notice, 'offen')) FROM application a
    WHERE a.case_id = c.id AND a.removed_at IS NULL)"""
_GRANTED: Final = """(SELECT sum(a.amount_granted) FROM application a
    WHERE a.case_id = c.id AND a.removed_at IS NULL)"""


def read_cases(session: Session, period: Period) -> CaseRows:
    """The people advised in a period, each with their first case of it, in no order that tells anything.

    The attributes are those of the case in its quarter, as the tables count them.
    """
    region = region_of(session)
    known, told = hierarchies(region, period), told_columns()
    found = session.connection().exec_driver_sql(_statement(session, period, known)).fetchall()
    first = _first_of_each(found, period)
    return CaseRows(
        known,
        told,
        np.column_stack([_places(first, place, one, region) for place, one in enumerate(known)]).astype(
            np.int32
        )
        if first
        else np.zeros((0, len(known)), np.int32),
        _said(first, told, len(known)),
        np.array([_NONE if row[-1] is None else int(row[-1]) for row in first], np.int64),
    )


def _statement(session: Session, period: Period, known: Sequence[Hierarchy]) -> str:
    booking = booking_of(session, period.quarters)
    last = f"'{period.last_day}'"
    columns = [
        *(CASES.columns[one.name] for one in known),
        "p.impairments",
        CASES.columns["occasion"],
        _NOTICES,
        f"CASE WHEN c.closed_on <= {last} THEN c.outcome END",
        _COUNT_VISITS.replace(":last", last),
        _COUNT_MEASURES.replace(":last", last),
        _GRANTED,
    ]
    chosen = ", ".join(columns)
    return (
        f"WITH {booking.table()} SELECT c.person_id, {CASES.columns['arrival']}, c.id, {chosen}"
        f" {CASES.source(booking)}"
    )


_HEAD: Final = 3  # person, arrival, case


def _first_of_each(found: Sequence[Any], period: Period) -> list[tuple[Any, ...]]:
    """The case-quarters a period counts, one a person: of the first quarter, then of the smallest id."""
    best: dict[str, tuple[Any, ...]] = {}
    for row in found:
        if row[1] != "new" and row[_HEAD] != period.first.code:
            continue
        key = (row[_HEAD], row[2])
        kept = best.get(row[0])
        if kept is None or key < kept[0]:
            best[row[0]] = (key, tuple(row[_HEAD:]))
    # By content and not by id: nothing of when somebody came is left in the order.
    return sorted((row for _key, row in best.values()), key=repr)


def _places(rows: Sequence[tuple[Any, ...]], place: int, column: Hierarchy, region: str) -> Any:
    of = dimension(column.name, region)
    code_of = {value: of.code_of(value) for value in {row[place] for row in rows}}
    return np.fromiter((column.order[code_of[row[place]]] for row in rows), np.int32, len(rows))


def _said(rows: Sequence[tuple[Any, ...]], told: Sequence[Told], begins: int) -> "NDArray[np.int32]":
    codes = [_told_codes(row[begins:], told) for row in rows]
    orders = [column.of.order for column in told]
    return np.array(
        [[order[code] for order, code in zip(orders, line, strict=True)] for line in codes], np.int32
    ).reshape(len(rows), len(told))


def _told_codes(row: Sequence[Any], told: Sequence[Told]) -> tuple[str, ...]:
    impairments, occasion, notices, outcome, visits, measures = row[:6]
    by_name: Mapping[str, str] = {
        "impairment_group": impairment_group(json.loads(impairments or "[]")),
        "decision": decision_of((notices or "").split(",") if notices else ()),
        "result_group": result_group(outcome),
        "visits": "2_plus" if visits > 1 else str(visits),
        "measures_done": "4_plus" if measures > 3 else "2_3" if measures > 1 else str(measures),  # noqa: PLR2004 - classes
        "occasion": _code(told, "occasion", occasion),
    }
    return tuple(by_name[column.name] for column in told)


def _code(told: Sequence[Told], name: str, value: object) -> str:
    return next(column.of.code_of(value) for column in told if column.name == name)
