"""The records that show best what the program does, for pictures of its pages."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.model import (
    Application,
    CaseFile,
    Contact,
    Deadline,
    Measure,
    Measurement,
    OutcomeSurvey,
    Photo,
    Room,
    Visit,
)


@dataclass(frozen=True, slots=True)
class Showpiece:
    """A case with the visit where most was measured and recommended, its fullest room, its latest contact.

    The application with most deadlines, the photo with marks, the room drawn to scale and the outcome that was
    looked at best may be of other cases.
    """

    case_id: UUID
    visit_id: UUID
    room_id: UUID | None
    contact_id: UUID | None
    application_id: UUID | None
    photo_id: UUID | None
    drawn_room_id: UUID | None
    outcome_case_id: UUID


def showpiece(session: Session) -> Showpiece | None:
    """The fullest case of an office; None when nobody was visited yet."""
    measured = (
        select(func.count())
        .select_from(Measurement)
        .join(Room, Room.id == Measurement.room_id)
        .where(Room.visit_id == Visit.id)
        .scalar_subquery()
    )
    recommended = select(func.count()).where(Measure.visit_id == Visit.id).scalar_subquery()
    found = session.execute(
        select(Visit.case_id, Visit.id)
        .join(CaseFile, CaseFile.id == Visit.case_id)
        .where(Visit.removed_at.is_(None), CaseFile.removed_at.is_(None))
        .order_by(measured * (recommended + 1) * (CaseFile.status == "open") + measured, Visit.id)
    ).all()
    if not found:
        return None
    case_id, visit_id = found[-1]
    return Showpiece(
        case_id,
        visit_id,
        room_id=_fullest_room(session, visit_id),
        contact_id=_latest_contact(session, case_id),
        application_id=_watched_application(session),
        photo_id=session.scalar(select(Photo.id).order_by(Photo.marks.is_(None), Photo.id).limit(1)),
        drawn_room_id=session.scalar(
            select(Room.id).where(Room.sketch.is_not(None)).order_by(Room.id).limit(1)
        ),
        outcome_case_id=_followed_up(session) or case_id,
    )


def _followed_up(session: Session) -> UUID | None:
    """A case whose dwelling was measured again after the work and whose person was asked."""
    return session.scalar(
        select(Visit.case_id)
        .join(OutcomeSurvey, OutcomeSurvey.case_id == Visit.case_id)
        .join(CaseFile, CaseFile.id == Visit.case_id)
        .where(
            Visit.compared_with_id.is_not(None),
            Visit.suitability.is_not(None),
            *(record.removed_at.is_(None) for record in (Visit, OutcomeSurvey, CaseFile)),
        )
        .order_by(Visit.case_id)
        .limit(1)
    )


def _fullest_room(session: Session, visit_id: UUID) -> UUID | None:
    return session.scalar(
        select(Room.id)
        .join(Measurement, Measurement.room_id == Room.id)
        .where(Room.visit_id == visit_id, Room.removed_at.is_(None))
        .group_by(Room.id)
        .order_by(func.count().desc(), Room.position)
        .limit(1)
    )


def _latest_contact(session: Session, case_id: UUID) -> UUID | None:
    return session.scalar(
        select(Contact.id)
        .where(Contact.case_id == case_id, Contact.removed_at.is_(None))
        .order_by(Contact.happened_at.desc())
        .limit(1)
    )


def _watched_application(session: Session) -> UUID | None:
    return session.scalar(
        select(Application.id)
        .outerjoin(Deadline, Deadline.application_id == Application.id)
        .where(Application.removed_at.is_(None))
        .group_by(Application.id)
        .order_by(func.count(Deadline.id).desc(), Application.id)
        .limit(1)
    )
