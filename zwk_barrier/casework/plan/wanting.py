"""Saying on a measured line or a finding that its barrier should go; see ``casework.plan.planning``."""

from uuid import UUID

from zwk_barrier.casework.plan.planning import want
from zwk_barrier.casework.records import keep
from zwk_barrier.casework.visit.barriers import barriers
from zwk_barrier.casework.visit.entering import mark
from zwk_barrier.casework.visit.visits import load_visit
from zwk_barrier.model import Finding
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore


def want_measured(
    store: OfficeStore,
    visit_id: UUID,
    room_id: UUID,
    criterion: str,
    part_id: UUID | None,
    *,
    is_wanted: bool,
) -> Changed:
    """Marks the barrier measured at one point as one that should go, or that may stay; nothing without a value."""
    with store.reading() as session:
        view = load_visit(session, visit_id)
    point = (room_id, criterion, part_id)
    for one in barriers(view):
        if not one.is_finding and (one.room_id, one.criterion, one.part_id) == point:
            return want(store, view, one, is_wanted=is_wanted)
    return mark(store, room_id, criterion, part_id=part_id, is_wanted=is_wanted)


def want_found(store: OfficeStore, visit_id: UUID, finding_id: UUID, *, is_wanted: bool) -> Changed:
    """Marks a finding as a barrier that should go, or that may stay; one that is none yet keeps the mark."""
    with store.reading() as session:
        view = load_visit(session, visit_id)
    for one in barriers(view):
        if one.id == finding_id:
            return want(store, view, one, is_wanted=is_wanted)
    return keep(store, Finding, finding_id, is_wanted=is_wanted)
