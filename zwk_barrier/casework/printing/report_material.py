"""What the sections of a case report are told from, and the small words they share."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import CaseView
from zwk_barrier.casework.field_values import value_in_words
from zwk_barrier.casework.printing.telling import Telling
from zwk_barrier.model import Office, Record, Staff
from zwk_barrier.model.case_report import ReportChoice
from zwk_barrier.store.photos import PhotoStore

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Material:
    """One case as of ``day``, how it is told, and what was chosen."""

    session: Session
    photos: PhotoStore
    view: CaseView
    office: Office
    staff: tuple[Staff, ...]
    tell: Telling
    choice: ReportChoice
    day: date

    def staff_name(self, staff_id: UUID | None) -> str:
        """Somebody of the office; empty for nobody."""
        return self.tell.staff(next((one for one in self.staff if one.id == staff_id), None))


def value(record: Record, column: str) -> str:
    """The value of a field in words; empty for none."""
    return value_in_words(record.__tablename__, column, getattr(record, column))


def filled(*facts: tuple[str, str]) -> Facts:
    """The facts that say something."""
    return tuple(fact for fact in facts if fact[1].strip())


def lines(*texts: str) -> str:
    """Texts below one another in a cell; empty ones are left out."""
    return "\n".join(text for text in texts if text.strip())
