"""The home visit: rooms and their parts, measured values, findings, notes and photos."""

from datetime import date, time
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Codes, Drawing, Record


class Visit(Record):
    """One visit to a dwelling. Codes: participant, measuring_method, visit_purpose.

    ``profile`` is the code of what is measured against: B, R, KfW, individuell, or one of the office's
    own.  ``compared_with_id`` is the visit whose values are measured again.  When a visit is finished,
    ``requirements_digest`` names the kept requirements (:class:`KeptRequirements`) and ``person_then``
    holds what the verdicts took from the person, so that a report printed years later says the same;
    ``suitability`` (code list) is what the dwelling came out as then.
    """

    __tablename__ = "visit"
    # Whether a case has had a visit, and when, is asked of thousands of cases at once.
    __table_args__ = (Index("ix_visit_of_case", "case_id", "removed_at", "visited_on", "purpose"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"))
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    visited_on: Mapped[date | None] = mapped_column(index=True)
    begins_at: Mapped[time | None]
    minutes: Mapped[int | None]
    travel_minutes: Mapped[int | None]
    participants: Mapped[Codes | None]
    participants_note: Mapped[str | None]
    profile: Mapped[str] = mapped_column(default="B")
    purpose: Mapped[str | None]
    compared_with_id: Mapped[UUID | None] = mapped_column(ForeignKey("visit.id"), index=True)
    requirements_edition: Mapped[str | None]
    requirements_digest: Mapped[str | None]
    person_then: Mapped[Drawing | None]
    method: Mapped[str | None]
    summary: Mapped[str | None]
    note: Mapped[str | None]
    finished_on: Mapped[date | None]
    suitability: Mapped[str | None]


class Room(Record):
    """A room as visited; the same kind may come twice. Code: room; ``sketch`` is its floor plan."""

    __tablename__ = "room"

    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    kind: Mapped[str]
    name: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)
    note: Mapped[str | None]
    sketch: Mapped[Drawing | None]


class RoomPart(Record):
    """A further part of the same kind in one room: the second door of a hall, the second washbasin.

    ``kind`` is the element as the criteria name it, e.g. ``Innentür``; the first of a kind has no row.
    """

    __tablename__ = "room_part"

    room_id: Mapped[UUID] = mapped_column(ForeignKey("room.id"), index=True)
    kind: Mapped[str]
    name: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)


class Measurement(Record):
    """One criterion measured in one room: a number, a pair, yes or no, or a class, with unit and method.

    ``value`` and ``second_value`` in ``unit``; a criterion that does not apply says so in
    ``is_applicable``; nothing entered means not checked.  ``is_wanted`` says that the barrier shown here
    should go, ``frequency`` (code list) how often it is met; empty leaves both to the fit.
    """

    __tablename__ = "measurement"

    room_id: Mapped[UUID] = mapped_column(ForeignKey("room.id"), index=True)
    part_id: Mapped[UUID | None] = mapped_column(ForeignKey("room_part.id"), index=True)
    criterion: Mapped[str]
    value: Mapped[Decimal | None]
    second_value: Mapped[Decimal | None]
    answer: Mapped[bool | None]
    grade: Mapped[str | None]
    unit: Mapped[str | None]
    method: Mapped[str | None]
    is_applicable: Mapped[bool] = mapped_column(default=True)
    is_wanted: Mapped[bool | None]
    frequency: Mapped[str | None]
    note: Mapped[str | None]


class Finding(Record):
    """A barrier in words, in a room or in the dwelling as a whole. Codes: hazard, activity, frequency."""

    __tablename__ = "finding"

    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"), index=True)
    criterion: Mapped[str | None]
    text: Mapped[str | None]
    hazard: Mapped[str | None]
    activities: Mapped[Codes | None]
    is_wanted: Mapped[bool | None]
    frequency: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)


class VisitNote(Record):
    """Something written down in passing; tied to a room or a measure then, later or never."""

    __tablename__ = "visit_note"

    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"), index=True)
    measure_id: Mapped[UUID | None] = mapped_column(ForeignKey("measure.id"), index=True)
    text: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)


class Photo(Record):
    """A picture in the encrypted photo store, named by this row's id.

    ``sha256`` is that of the file as it was taken in, before it was re-encoded; sizes in pixels.
    ``marks`` are arrows, words and dimension lines over the untouched picture; ``before_id`` is the photo
    that shows the same place before the work.
    """

    __tablename__ = "photo"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    visit_id: Mapped[UUID | None] = mapped_column(ForeignKey("visit.id"), index=True)
    room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"), index=True)
    part_id: Mapped[UUID | None] = mapped_column(ForeignKey("room_part.id"), index=True)
    criterion: Mapped[str | None]
    before_id: Mapped[UUID | None] = mapped_column(ForeignKey("photo.id"), index=True)
    caption: Mapped[str | None]
    alternative: Mapped[str | None]
    marks: Mapped[Drawing | None]
    sha256: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    position: Mapped[int] = mapped_column(default=0)
