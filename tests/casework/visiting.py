"""A planned visit with one value, one picture, one finding in a line each."""

import io
from datetime import date
from decimal import Decimal
from uuid import UUID

from PIL import Image

from zwk_barrier.casework.case import cases
from zwk_barrier.casework.visit import entering, visits
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.visits import RoomView, VisitView
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore

DAY = date(2026, 11, 9)


def plan(office: OfficeStore, on: date | None = DAY) -> tuple[UUID, UUID]:
    """A case of Olga Petrova and a visit with the usual rooms: their ids."""
    _changed, case_id = cases.open_case(office, given_name="Olga", family_name="Petrova")
    _changed, visit_id = visits.plan_visit(office, case_id, on)
    return case_id, visit_id


def view_of(office: OfficeStore, visit_id: UUID) -> VisitView:
    with office.reading() as session:
        return visits.load_visit(session, visit_id)


def room_of(view: VisitView, kind: str, place: int = 0) -> RoomView:
    return [room for room in view.rooms if room.room.kind == kind][place]


def measure(
    office: OfficeStore,
    view: VisitView,
    room: RoomView,
    criterion_id: str,
    measured: Measured | int | str,
    method: str | None = None,
) -> Changed:
    """Enters a value; a number or a text is a length."""
    if not isinstance(measured, Measured):
        measured = Measured(Decimal(measured))
    criterion = view.basis.requirements.get(criterion_id)
    assert criterion is not None
    return entering.enter_measurement(
        office, room.room.id, criterion_id, measured, unit=criterion.unit, method=method or view.visit.method
    )


def picture(width: int = 120, height: int = 90, colour: str = "steelblue", kind: str = "JPEG") -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(content, kind)
    return content.getvalue()
