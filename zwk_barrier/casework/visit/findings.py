"""What a visit says in words: barriers, and notes made in passing."""

from uuid import UUID

from sqlalchemy import func, select

from zwk_barrier.casework.records import clean
from zwk_barrier.model import Finding, VisitNote
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore


def add_note(
    store: OfficeStore, visit_id: UUID, text: str | None, *, room_id: UUID | None = None
) -> tuple[Changed, UUID]:
    """Something written down in passing; where it belongs can be said later."""
    with store.deed("note_added") as deed:
        last = deed.session.scalar(select(func.max(VisitNote.position)).where(VisitNote.visit_id == visit_id))
        note = VisitNote(
            visit_id=visit_id,
            room_id=room_id,
            position=0 if last is None else last + 1,
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
        last = deed.session.scalar(select(func.max(Finding.position)).where(Finding.visit_id == visit_id))
        finding = Finding(
            visit_id=visit_id,
            room_id=room_id,
            position=0 if last is None else last + 1,
            **clean(Finding, {"text": text, **values}),
        )
        deed.session.add(finding)
        deed.session.flush()
    return deed.changed, finding.id
