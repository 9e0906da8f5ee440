"""What was ever proposed for the funding programmes: by whom, since when, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.payers.programmes import CHECKED
from zwk_barrier.casework.records import get
from zwk_barrier.model import ProgrammeChange, Staff
from zwk_barrier.reference.programmes import Change


@dataclass(frozen=True, slots=True)
class KeptChange:
    """A change as it is kept, with the names of those who proposed, confirmed and rejected it.

    A name is empty where nobody did so.
    """

    id: UUID
    change: Change
    note: str
    proposed_by_id: UUID | None
    proposed_by: str
    proposed_at: datetime
    confirmed_by: str
    confirmed_at: datetime | None
    rejected_by: str
    rejected_at: datetime | None
    rejected_because: str

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has decided about it."""
        return self.confirmed_at is None and self.rejected_at is None

    @property
    def is_confirmed(self) -> bool:
        """Whether it holds from its day on."""
        return self.confirmed_at is not None and self.rejected_at is None


def waiting_changes(session: Session) -> tuple[KeptChange, ...]:
    """The changes a second person has to look at, the oldest first."""
    undecided = ProgrammeChange.confirmed_at.is_(None), ProgrammeChange.rejected_at.is_(None)
    return _kept(session, _all().where(*undecided).order_by(ProgrammeChange.created_at))


def changes_of(session: Session, programme: str) -> tuple[KeptChange, ...]:
    """Everything ever proposed for a programme, checks apart, the newest first."""
    asked = _all().where(ProgrammeChange.programme == programme, ProgrammeChange.field != CHECKED)
    return _kept(session, asked.order_by(ProgrammeChange.created_at.desc()))


def kept_change(session: Session, change_id: UUID) -> KeptChange:
    """One change; raises NotFound when it was withdrawn."""
    get(session, ProgrammeChange, change_id)
    return _kept(session, _all().where(ProgrammeChange.id == change_id))[0]


def _all() -> Select[ProgrammeChange]:
    return select(ProgrammeChange).where(ProgrammeChange.removed_at.is_(None))


def _kept(session: Session, asked: Select[ProgrammeChange]) -> tuple[KeptChange, ...]:
    people = session.execute(select(Staff.id, Staff.name))
    names: dict[UUID | None, str] = {person.id: person.name for person in people}
    return tuple(
        KeptChange(
            row.id,
            Change(
                row.programme,
                row.field,
                row.value,
                row.valid_from,
                row.source,
                None if row.confirmed_at is None else row.confirmed_at.astimezone().date(),
            ),
            row.note or "",
            row.proposed_by_id,
            names.get(row.proposed_by_id, ""),
            row.created_at,
            names.get(row.confirmed_by_id, ""),
            row.confirmed_at,
            names.get(row.rejected_by_id, ""),
            row.rejected_at,
            row.rejected_because or "",
        )
        for row in session.scalars(asked)
    )
