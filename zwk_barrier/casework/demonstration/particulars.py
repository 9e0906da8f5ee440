"""What a told visit has beside the usual: further doors, and notes made in passing."""

from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from zwk_barrier.casework.demonstration.draft import moment
from zwk_barrier.casework.demonstration.rows import Rows
from zwk_barrier.model import Measurement, RoomPart, VisitNote


def part_rows(rows: Rows, parts: list[dict[str, Any]], room_id: UUID, day: date) -> None:
    """Further parts of a room, each with its values in cm."""
    for position, part in enumerate(parts):
        at = moment(day, time(11))
        part_id = rows.add(
            RoomPart, at, room_id=room_id, kind=part["kind"], name=part["name"], position=position
        )
        for criterion, value in part["values"].items():
            number = Decimal(value)
            rows.add(
                Measurement,
                at,
                room_id=room_id,
                part_id=part_id,
                criterion=criterion,
                value=number,
                unit="cm",
            )


def note_rows(
    rows: Rows, notes: list[dict[str, str]], visit_id: UUID, room_id: UUID | None, day: date
) -> None:
    """Notes, of a room or of the visit."""
    for position, note in enumerate(notes):
        at = moment(day, time(11))
        rows.add(VisitNote, at, visit_id=visit_id, room_id=room_id, text=note["text"], position=position)
