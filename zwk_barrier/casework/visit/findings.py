"""What a visit says in words: barriers, and notes made in passing."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.records import clean
from zwk_barrier.model import Finding, VisitNote
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore


def add_note(
    store: OfficeStore, visit_id: UUID, text: str | None, *, room_id: UUID | None = None
) -> tuple[Changed, UUID]:
    """Something written down in passing; where it belongs can be said later."""
    with store.deed("note_added") as deed:
        note = VisitNote(
            visit_id=visit_id,
            room_id=room_id,
            position=_next_position(deed.session, VisitNote, visit_id),
            **clean(VisitNote, {"text": text}),
        )
        deed.session.add(note)
        deed.session.flush()
    return deed.changed, note.id


def add_finding(
    store: OfficeStore, visit_id: UUID, text: str, *, room_id: UUID | None = None, **values: object
) -> tuple[Changed, UUID]:
    """A barrier in words, in a room or in the dwelling as a whole."""
    with store.deed("finding_added") as deed:
        finding = Finding(
            visit_id=visit_id,
            room_id=room_id,
            position=_next_position(deed.session, Finding, visit_id),
            **clean(Finding, {"text": text, **values}),
        )
        deed.session.add(finding)
        deed.session.flush()
    return deed.changed, finding.id


def _next_position(session: Session, record: type[VisitNote | Finding], visit_id: UUID) -> int:
    last = session.scalar(select(func.max(record.position)).where(record.visit_id == visit_id))
    return 0 if last is None else last + 1
