"""The home visit: rooms, measured values, findings and photos."""

from datetime import date, time
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Codes, Record


class Visit(Record):
    """One visit to a dwelling. Codes: participant, measuring_method; ``profile`` is B, R or KfW."""

    __tablename__ = "visit"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    visited_on: Mapped[date | None] = mapped_column(index=True)
    begins_at: Mapped[time | None]
    minutes: Mapped[int | None]
    travel_minutes: Mapped[int | None]
    participants: Mapped[Codes | None]
    participants_note: Mapped[str | None]
    profile: Mapped[str] = mapped_column(default="B")
    requirements_edition: Mapped[str | None]
    method: Mapped[str | None]
    summary: Mapped[str | None]
    note: Mapped[str | None]
    finished_on: Mapped[date | None]


class Room(Record):
    """A room as visited; the same kind may come twice. Code: room."""

    __tablename__ = "room"

    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    kind: Mapped[str]
    name: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)
    note: Mapped[str | None]


class Measurement(Record):
    """One criterion measured in one room: a number, a pair, yes or no, or a class, with unit and method.

    ``value`` and ``second_value`` in ``unit``; a criterion that does not apply says so in
    ``is_applicable``; nothing entered means not checked.
    """

    __tablename__ = "measurement"

    room_id: Mapped[UUID] = mapped_column(ForeignKey("room.id"), index=True)
    criterion: Mapped[str]
    value: Mapped[Decimal | None]
    second_value: Mapped[Decimal | None]
    answer: Mapped[bool | None]
    grade: Mapped[str | None]
    unit: Mapped[str | None]
    method: Mapped[str | None]
    is_applicable: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str | None]


class Finding(Record):
    """A barrier in words, in a room or in the dwelling as a whole. Codes: hazard, activity."""

    __tablename__ = "finding"

    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"), index=True)
    criterion: Mapped[str | None]
    text: Mapped[str | None]
    hazard: Mapped[str | None]
    activities: Mapped[Codes | None]
    position: Mapped[int] = mapped_column(default=0)


class Photo(Record):
    """A picture in the encrypted photo store, named by this row's id.

    ``sha256`` is that of the file as it was taken in, before it was re-encoded; sizes in pixels.
    """

    __tablename__ = "photo"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    visit_id: Mapped[UUID | None] = mapped_column(ForeignKey("visit.id"), index=True)
    room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"), index=True)
    caption: Mapped[str | None]
    alternative: Mapped[str | None]
    sha256: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    position: Mapped[int] = mapped_column(default=0)
