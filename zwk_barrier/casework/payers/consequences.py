"""What follows from keeping a record, done in the same deed, so that undo takes both back.

A feature that keeps something worked out from other records (a deadline from an application) is one line
here; the verbs of :mod:`zwk_barrier.casework.records` call :func:`follow` after every change.
"""

from collections.abc import Callable, Collection, Mapping
from pkgutil import resolve_name
from typing import Final, cast
from uuid import UUID

from sqlalchemy.orm import Session

Consequence = Callable[[Session, UUID], None]

_CONSEQUENCES: Final[Mapping[str, str]] = {
    "application": "zwk_barrier.casework.payers.deadlines:refresh",
    "evidence": "zwk_barrier.casework.payers.deadlines:refresh_of_part",
    "document_request": "zwk_barrier.casework.payers.deadlines:refresh_of_part",
    "person.insurance_type": "zwk_barrier.casework.payers.deadlines:refresh_of_person",
    "measure.status": "zwk_barrier.casework.plan.early_start:order",
    "measure.ordered_on": "zwk_barrier.casework.plan.early_start:order_day",
    "office.land": "zwk_barrier.casework.payers.deadlines:refresh_of_office",
}
"""The function that follows the changes of a table, or of one ``table.column``, as ``module:function``.

It is loaded when it is needed.
"""


def follow(
    session_of: Callable[[], Session], table: str, row_id: UUID, columns: Collection[str] = ()
) -> None:
    """Does what follows from a change of one row; most tables have nothing, and need no session then."""
    wanted = (table, *(f"{table}.{column}" for column in columns))
    for name in {_CONSEQUENCES[key] for key in wanted if key in _CONSEQUENCES}:
        cast("Consequence", resolve_name(name))(session_of(), row_id)
