"""The invented office itself: what stands in its letterhead, and who works there."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.model import Office, Staff

OFFICE_NAME: Final = "Beratungsstelle Barrierefreies Wohnen Bremerhaven"
_STAFF: Final = (
    ("Jens Petersen", "beratung", "0221 4710202"),
    ("Ayla Demir", "beratung", "0221 4710203"),
    ("Wiebke Harms", "verwaltung", "0221 4710200"),
    ("Gerd Lührs", "ehrenamt", None),
)


def furnish(session: Session, staff_id: UUID, since: datetime) -> dict[str, UUID]:
    """Fills in the letterhead and adds colleagues; gives the ids of those who advise, by name."""
    office = session.scalars(select(Office).order_by(Office.created_at)).one()
    office.name = office.name or OFFICE_NAME
    office.department = "Vorführung: eine erfundene Beratungsstelle"
    office.street, office.postcode, office.town = "Musterkaje 12", "27576", "Bremerhaven"
    office.phone, office.email = "0221 4710200", "wohnberatung@example.org"
    head = session.get_one(Staff, staff_id)
    head.phone, head.email = "0221 4710201", "maria.albers@example.org"
    advisors = {head.name: head.id}
    for name, role, number in _STAFF:
        colleague = Staff(
            name=name,
            role=role,
            phone=number,
            email=f"{name.lower().replace(' ', '.').replace('ü', 'ue')}@example.org",
            created_at=since,
        )
        session.add(colleague)
        session.flush()
        if role == "beratung":
            advisors[name] = colleague.id
    return advisors
