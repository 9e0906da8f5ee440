"""Home visits: planned, measured room by room, read whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Final, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import case_by_number
from zwk_barrier.casework.plan.quotes import quotes_of
from zwk_barrier.casework.records import clean, get
from zwk_barrier.casework.visit.basis import Basis, basis_of
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.measured_before import measured_before, standing_parts, standing_rooms
from zwk_barrier.model import (
    Building,
    CaseFile,
    Dwelling,
    Finding,
    Measure,
    Measurement,
    Photo,
    Quote,
    Room,
    RoomPart,
    Visit,
    VisitNote,
)
from zwk_barrier.problems import NotFound
from zwk_barrier.rules import case_numbers
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

T = TypeVar("T", Finding, Photo, Measure, VisitNote)

FIRST_ROOMS: Final = (
    "hauseingang",
    "treppenhaus",
    "wohnungseingang",
    "flur",
    "bad",
    "schlafzimmer",
    "kueche",
)
"""The way most visits go, from the kerb to the bed; the advisor adds and removes."""


@dataclass(frozen=True, slots=True)
class RoomView:
    """One room with all that was seen in it, free of the session.

    ``measurements`` are found by :func:`point_key`; ``parts`` are further doors, windows and the like.
    ``again`` is what the visit compared with measured here, by the same keys; None when there is nothing to compare.
    """

    room: Room
    measurements: dict[str, Measurement]
    findings: tuple[Finding, ...]
    photos: tuple[Photo, ...]
    parts: tuple[RoomPart, ...] = ()
    notes: tuple[VisitNote, ...] = ()
    again: Mapping[str, Measured] | None = None


@dataclass(frozen=True, slots=True)
class VisitView:
    """A whole visit and what it is judged by; findings, photos and notes without a room stand beside the rooms.

    ``compared_on`` is the day of the visit it is compared with.
    """

    visit: Visit
    case: CaseFile
    basis: Basis
    rooms: tuple[RoomView, ...]
    findings: tuple[Finding, ...]
    photos: tuple[Photo, ...]
    measures: tuple[Measure, ...]
    notes: tuple[VisitNote, ...] = ()
    dwelling: Dwelling | None = None
    building: Building | None = None
    quotes: Mapping[UUID, tuple[Quote, ...]] = field(default_factory=dict)  # by the measure's id
    compared_on: date | None = None

    @property
    def has_content(self) -> bool:
        """Whether something was recorded beyond date and rooms."""
        seen = any(
            room.measurements or room.findings or room.photos or room.notes or room.room.sketch
            for room in self.rooms
        )
        told = self.findings or self.photos or self.measures or self.notes or self.visit.summary
        return seen or bool(told)


def point_key(criterion: str, part_id: UUID | None = None) -> str:
    """What names one place to measure within a room: the criterion, and of which further part."""
    return criterion if part_id is None else f"{criterion}/{part_id.hex}"


def plan_visit(
    store: OfficeStore,
    case_id: UUID,
    visited_on: date | None,
    *,
    rooms: Sequence[str] = FIRST_ROOMS,
    profile: str = "B",
    begins_at: time | None = None,
) -> tuple[Changed, UUID]:
    """A visit to rooms of these kinds in this order, measured against a profile; see ``casework.visit.preparation``."""
    values = clean(Visit, {"visited_on": visited_on, "begins_at": begins_at, "profile": profile})
    with store.deed("visit_planned", case_id=case_id) as deed:
        method = _usual_method(deed.session, store.staff_id)
        visit = Visit(case_id=case_id, staff_id=store.staff_id, method=method, **values)
        deed.session.add(visit)
        deed.session.flush()
        deed.session.add_all(
            Room(visit_id=visit.id, kind=kind, position=place) for place, kind in enumerate(rooms)
        )
    return deed.changed, visit.id


def _usual_method(session: Session, staff_id: UUID | None) -> str | None:
    """What the advisor measured with at the last visit planned before."""
    return session.scalar(
        select(Visit.method)
        .where(Visit.staff_id == staff_id, Visit.method.is_not(None), Visit.removed_at.is_(None))
        .order_by(Visit.id.desc())
        .limit(1)
    )


def add_room(store: OfficeStore, visit_id: UUID, kind: str, name: str | None = None) -> tuple[Changed, UUID]:
    """A further room at the end; the same kind may come twice."""
    with store.deed("room_added") as deed:
        last = deed.session.scalar(select(func.max(Room.position)).where(Room.visit_id == visit_id))
        room = Room(visit_id=visit_id, kind=kind, name=name, position=0 if last is None else last + 1)
        deed.session.add(room)
        deed.session.flush()
    return deed.changed, room.id


def add_part(store: OfficeStore, room_id: UUID, kind: str, name: str | None = None) -> tuple[Changed, UUID]:
    """A further part of a room: another door, another window; ``kind`` is what the criteria name it, ``Innentür``."""
    with store.deed("room_part_added") as deed:
        get(deed.session, Room, room_id)
        last = deed.session.scalar(select(func.max(RoomPart.position)).where(RoomPart.room_id == room_id))
        part = RoomPart(room_id=room_id, kind=kind, position=0 if last is None else last + 1)
        part.name = clean(RoomPart, {"name": name})["name"]
        deed.session.add(part)
        deed.session.flush()
    return deed.changed, part.id


def move_room(store: OfficeStore, room_id: UUID, steps: int) -> Changed:
    """Moves a room up (negative) or down in the order the dwelling is walked."""
    with store.deed("room_moved") as deed:
        moved = get(deed.session, Room, room_id)
        ordered = list(
            deed.session.scalars(
                select(Room)
                .where(Room.visit_id == moved.visit_id, Room.removed_at.is_(None))
                .order_by(Room.position, Room.id)
            )
        )
        place = ordered.index(moved)
        ordered.insert(max(0, min(len(ordered) - 1, place + steps)), ordered.pop(place))
        for position, room in enumerate(ordered):
            room.position = position
    return deed.changed


def latest_visit(session: Session, number: str, today: date) -> UUID:
    """The last visit up to ``today`` of the case with this number, else the first one planned; raises NotFound.

    The number may be written in any way.
    """
    written, visits = _visits_of(session, number)
    visit = last_done(visits, today)
    if visit is None:
        raise NotFound(_("Im Fall {number} gab es noch keinen Hausbesuch.").format(number=written))
    return visit.id


def next_visit(session: Session, number: str) -> UUID:
    """The first visit of the case with this number that is not finished, dated before undated; raises NotFound."""
    written, visits = _visits_of(session, number)
    open_visits = [visit for visit in visits if visit.finished_on is None]
    visit = min(open_visits, key=lambda visit: (visit.visited_on or date.max, visit.id), default=None)
    if visit is None:
        raise NotFound(
            _("Im Fall {number} ist kein Hausbesuch geplant.").format(number=written),
            advice=_("Legen Sie im Fall einen Hausbesuch an."),
        )
    return visit.id


def _visits_of(session: Session, number: str) -> tuple[str, Sequence[Visit]]:
    """The visits of the case with this number, and how the number is written."""
    written = case_numbers.normalise(number)
    case_id = case_by_number(session, number)
    if case_id is None:
        raise NotFound(_("Einen Fall {number} gibt es nicht.").format(number=written))
    of_case = select(Visit).where(Visit.case_id == case_id, Visit.removed_at.is_(None))
    return written, session.scalars(of_case).all()


def last_done(visits: Sequence[Visit], today: date) -> Visit | None:
    """The last visit up to ``today``; when all lie ahead the next one, and None when there is none.

    One of today that is not finished counts only where no other was made: it may still be ahead.
    """
    up_to_now = [visit for visit in visits if visit.visited_on is not None and visit.visited_on <= today]
    made = [visit for visit in up_to_now if visit.finished_on is not None or visit.visited_on != today]
    if up_to_now:
        return max(made or up_to_now, key=lambda visit: (visit.visited_on or today, visit.id))
    return min(visits, key=lambda visit: (visit.visited_on or date.max, visit.id), default=None)


def load_visit(session: Session, visit_id: UUID) -> VisitView:
    """A whole visit in the order it was walked; raises NotFound."""
    visit = get(session, Visit, visit_id)
    rooms = standing_rooms(session, visit_id)
    room_ids = [room.id for room in rooms]
    seen = _Seen(
        _of_visit(session, Finding, visit_id),
        _of_visit(session, Photo, visit_id),
        _of_visit(session, VisitNote, visit_id),
    )
    case, measures = get(session, CaseFile, visit.case_id), _of_visit(session, Measure, visit_id)
    dwelling = get(session, Dwelling, case.dwelling_id)
    return VisitView(
        visit,
        case,
        basis_of(session, visit),
        _room_views(session, visit, rooms, seen),
        tuple(f for f in seen.findings if f.room_id not in room_ids),
        tuple(p for p in seen.photos if p.room_id not in room_ids),
        measures,
        tuple(n for n in seen.notes if n.room_id not in room_ids),
        dwelling,
        get(session, Building, dwelling.building_id),
        quotes_of(session, measures),
        _day_of(session, visit.compared_with_id),
    )


def _day_of(session: Session, visit_id: UUID | None) -> date | None:
    """The day of a visit, removed or not."""
    visit = None if visit_id is None else session.get(Visit, visit_id)
    return None if visit is None else visit.visited_on


class _Seen(NamedTuple):
    """What was seen at a visit, in its rooms and beside them."""

    findings: tuple[Finding, ...]
    photos: tuple[Photo, ...]
    notes: tuple[VisitNote, ...]


def _room_views(session: Session, visit: Visit, rooms: Sequence[Room], seen: _Seen) -> tuple[RoomView, ...]:
    measurements = session.scalars(
        select(Measurement).where(
            Measurement.room_id.in_([room.id for room in rooms]), Measurement.removed_at.is_(None)
        )
    ).all()
    parts = standing_parts(session, rooms)
    there = {None, *(part.id for part in parts)}
    again = measured_before(session, visit, rooms, parts)
    return tuple(
        RoomView(
            room,
            {
                point_key(m.criterion, m.part_id): m
                for m in measurements
                if m.room_id == room.id and m.part_id in there
            },
            tuple(f for f in seen.findings if f.room_id == room.id),
            tuple(p for p in seen.photos if p.room_id == room.id),
            tuple(part for part in parts if part.room_id == room.id),
            tuple(n for n in seen.notes if n.room_id == room.id),
            {point_key(*at): value for at, value in again[room.id].items()} if room.id in again else None,
        )
        for room in rooms
    )


def _of_visit(session: Session, record: type[T], visit_id: UUID) -> tuple[T, ...]:
    columns = record.__table__.c
    rows = session.scalars(
        select(record)
        .where(columns.visit_id == visit_id, columns.removed_at.is_(None))
        .order_by(columns.position, columns.id)
    )
    return tuple(rows)
