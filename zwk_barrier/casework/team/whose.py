"""Whose work somebody sees on the first page: their own and that of the absent they stand in for, or all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_
from sqlalchemy.orm import InstrumentedAttribute, Session

from zwk_barrier.casework.office.roles import LEADING, role_of
from zwk_barrier.casework.team.absences import deputised
from zwk_barrier.model import CaseFile

Rows: TypeAlias = Select[*tuple[Any, ...]]


def from_index(query: Rows) -> Rows:
    """Asks of each case only what stands in its small index, for questions about thousands of them.

    SQLite would take the key, because it is unique, and then read each case's whole row from another page.
    """
    return query.with_hint(CaseFile.__table__, "INDEXED BY ix_case_file_whose", "sqlite")


@dataclass(frozen=True, slots=True)
class Whose:
    """What is shown: everything, or what belongs to ``staff_id``, to nobody, or to those of ``deputised``.

    ``deputised`` gives the names of absent colleagues by their id; it is known in both views.
    """

    staff_id: UUID
    shows_all: bool = True
    deputised: Mapping[UUID, str] = field(default_factory=dict)

    def of_case(self) -> tuple[ColumnElement[bool], ...]:
        """The conditions that keep a query over cases to what is shown."""
        return self._of(CaseFile.advisor_id)

    def of_task(self, staff_id: InstrumentedAttribute[UUID | None]) -> tuple[ColumnElement[bool], ...]:
        """The same for what may have no case: then the person who is to do it counts, who is asked in any case."""
        if self.shows_all:
            return ()
        mine = (self.staff_id, *self.deputised)
        without_case = CaseFile.id.is_(None) & (staff_id.is_(None) | staff_id.in_(mine))
        of_case = CaseFile.id.is_not(None) & self.of_case()[0]
        return (or_(without_case, of_case, staff_id == self.staff_id),)

    def _of(self, advisor: InstrumentedAttribute[UUID | None]) -> tuple[ColumnElement[bool], ...]:
        if self.shows_all:
            return ()
        return (or_(advisor.is_(None), advisor.in_((self.staff_id, *self.deputised))),)


EVERYTHING: Final = Whose(UUID(int=0))
"""The work of all, asked by nobody in particular."""


def whose_work(session: Session, staff_id: UUID, day: date, *, shows_all: bool | None = None) -> Whose:
    """What somebody sees on a day; without a choice of their own who leads or administers sees all."""
    if shows_all is None:
        shows_all = role_of(session, staff_id) in LEADING
    return Whose(staff_id, shows_all, deputised(session, staff_id, day))
