"""What the list of cases is sorted by, in SQL."""

from typing import Any, Final

from sqlalchemy import ColumnElement, func, select, union_all
from sqlalchemy.orm import InstrumentedAttribute

from zwk_barrier.casework.case.alphabet import alphabetical
from zwk_barrier.model import Building, CaseFile, Deadline, Person, Staff, Task

_OPEN = union_all(
    select(Task.case_id, Task.due_on).where(
        Task.removed_at.is_(None), Task.done_at.is_(None), Task.case_id.is_not(None)
    ),
    select(Deadline.case_id, Deadline.due_on).where(
        Deadline.removed_at.is_(None), Deadline.settled_on.is_(None)
    ),
).subquery()
NEXT_DUE = (
    select(_OPEN.c.case_id, func.min(_OPEN.c.due_on).label("due_on")).group_by(_OPEN.c.case_id).subquery()
)
"""What is due first in each case: a task, or the period of an application."""

SORTS: Final[dict[str, tuple[ColumnElement[Any] | InstrumentedAttribute[Any], ...]]] = {
    "number": (CaseFile.number,),
    "name": (alphabetical(Person.family_name), alphabetical(Person.given_name)),
    "area": (Building.area,),
    "status": (CaseFile.status, CaseFile.opened_at),
    "advisor": (alphabetical(Staff.name),),
    "opened": (CaseFile.opened_at,),
    "due": (NEXT_DUE.c.due_on,),
}


MAY_BE_EMPTY: Final = frozenset({"name", "area", "advisor", "due"})
"""For the others an index gives the order at once, which it cannot when nulls are to be last."""
