"""What was measured at the visit that a later one is compared with: this is asked there again, and shown beside."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.model import Measurement, Room, RoomPart, Visit
from zwk_barrier.rules.comparison import Place, same_places

Asked = Mapping[tuple[str, UUID | None], Measured]
"""What was measured by criterion and the further part of the later room, None for the first."""

_ENTERED: Final = or_(
    Measurement.value.is_not(None), Measurement.answer.is_not(None), Measurement.grade.is_not(None)
)


def measured_before(
    session: Session, visit: Visit, rooms: Sequence[Room], parts: Sequence[RoomPart]
) -> Mapping[UUID, Asked]:
    """By room of a visit, what the visit it is compared with measured there.

    A room that was not there then, and any room of a visit that is compared with none, has no entry.
    """
    if visit.compared_with_id is None:
        return {}
    rooms_then = standing_rooms(session, visit.compared_with_id)
    parts_then = standing_parts(session, rooms_then)
    same_rooms = same_places(room_places(rooms_then), room_places(rooms))
    entered = _entered(session, rooms_then)
    found = {}
    for room_now, room_then in same_rooms.items():
        same_parts = same_places(part_places(parts_then, room_then), part_places(parts, room_now))
        now: dict[UUID | None, UUID | None] = {None: None}
        now.update((then, part) for part, then in same_parts.items())
        found[room_now] = {
            (one.criterion, now[one.part_id]): Measured(one.value, one.second_value, one.answer, one.grade)
            for one in entered
            if one.room_id == room_then and one.part_id in now
        }
    return found


def _entered(session: Session, rooms: Sequence[Room]) -> Sequence[Measurement]:
    """Where there is a value."""
    query = select(Measurement).where(
        Measurement.room_id.in_([room.id for room in rooms]),
        Measurement.removed_at.is_(None),
        Measurement.is_applicable,
        _ENTERED,
    )
    return session.scalars(query).all()


def standing_rooms(session: Session, visit_id: UUID) -> Sequence[Room]:
    """The rooms of a visit in the order they are walked."""
    query = select(Room).where(Room.visit_id == visit_id, Room.removed_at.is_(None))
    return session.scalars(query.order_by(Room.position, Room.id)).all()


def standing_parts(session: Session, rooms: Sequence[Room]) -> Sequence[RoomPart]:
    """The further parts of rooms, in their order."""
    query = select(RoomPart).where(
        RoomPart.room_id.in_([room.id for room in rooms]), RoomPart.removed_at.is_(None)
    )
    return session.scalars(query.order_by(RoomPart.position, RoomPart.id)).all()


def room_places(rooms: Sequence[Room]) -> list[tuple[UUID, Place]]:
    """Rooms as what they are found again by."""
    return [(room.id, Place(room.kind, room.name or "")) for room in rooms]


def part_places(parts: Sequence[RoomPart], room_id: UUID) -> list[tuple[UUID, Place]]:
    """The parts of one room as what they are found again by."""
    return [(part.id, Place(part.kind, part.name or "")) for part in parts if part.room_id == room_id]
