"""Home visits: planned, measured room by room, read whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import CaseFile, Finding, Measure, Measurement, Photo, Room, Visit
from zwk_barrier.problems import NotFound
from zwk_barrier.reference.requirements import EDITIONS, PROFILE_SETS
from zwk_barrier.rules import case_numbers
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

T = TypeVar("T", Finding, Photo, Measure)

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
class Measured:
    """What was entered for one criterion; all empty means not checked."""

    value: Decimal | None = None
    second_value: Decimal | None = None
    answer: bool | None = None
    grade: str | None = None
    is_applicable: bool = True

    @property
    def is_entered(self) -> bool:
        """Whether the criterion was looked at, be it only to say that it does not apply."""
        given = (self.value, self.second_value, self.answer, self.grade)
        return not self.is_applicable or any(part is not None for part in given)


@dataclass(frozen=True, slots=True)
class RoomView:
    """One room with all that was seen in it, free of the session."""

    room: Room
    measurements: dict[str, Measurement]
    findings: tuple[Finding, ...]
    photos: tuple[Photo, ...]


@dataclass(frozen=True, slots=True)
class VisitView:
    """A whole visit; findings and photos without a room stand beside the rooms."""

    visit: Visit
    case: CaseFile
    rooms: tuple[RoomView, ...]
    findings: tuple[Finding, ...]
    photos: tuple[Photo, ...]
    measures: tuple[Measure, ...]

    @property
    def has_content(self) -> bool:
        """Whether something was recorded beyond date and rooms."""
        seen = any(room.measurements or room.findings or room.photos for room in self.rooms)
        return seen or bool(self.findings or self.photos or self.measures or self.visit.summary)


def plan_visit(store: OfficeStore, case_id: UUID, visited_on: date | None) -> tuple[Changed, UUID]:
    """A visit with the rooms most visits begin with."""
    values = clean(Visit, {"visited_on": visited_on})
    with store.deed("visit_planned", case_id=case_id) as deed:
        visit = Visit(case_id=case_id, staff_id=store.staff_id, **values)
        deed.session.add(visit)
        deed.session.flush()
        deed.session.add_all(
            Room(visit_id=visit.id, kind=kind, position=place) for place, kind in enumerate(FIRST_ROOMS)
        )
    return deed.changed, visit.id


def finish_visit(store: OfficeStore, visit_id: UUID, today: date) -> Changed:
    """Notes the day a visit was done; leaves one alone that is planned for later or where nothing was recorded."""
    with store.deed("visit_finished") as deed:
        view = load_visit(deed.session, visit_id)
        visit, is_to_come = view.visit, view.visit.visited_on is not None and view.visit.visited_on > today
        if visit.finished_on is None and view.has_content and not is_to_come:
            visit.finished_on = today
            visit.requirements_edition = _edition_of(visit)
    return deed.changed


def _edition_of(visit: Visit) -> str:
    """The edition the visit's profile stands in, as it is cited."""
    return EDITIONS[
        next((name for level, name in PROFILE_SETS.items() if level == visit.profile), PROFILE_SETS["B"])
    ]


def add_room(store: OfficeStore, visit_id: UUID, kind: str, name: str | None = None) -> tuple[Changed, UUID]:
    """A further room at the end; the same kind may come twice."""
    with store.deed("room_added") as deed:
        last = deed.session.scalar(select(func.max(Room.position)).where(Room.visit_id == visit_id))
        room = Room(visit_id=visit_id, kind=kind, name=name, position=0 if last is None else last + 1)
        deed.session.add(room)
        deed.session.flush()
    return deed.changed, room.id


def enter_measurement(
    store: OfficeStore, room_id: UUID, criterion: str, measured: Measured, *, unit: str, method: str | None
) -> Changed:
    """Keeps what was measured for one criterion in one room; empty makes it "not checked" again.

    A value typed anew was measured anew: it takes ``method`` whatever the method of the old one was.
    """
    with store.deed("measurement_kept") as deed:
        row = _measurement(deed.session, room_id, criterion, is_wanted=measured.is_entered)
        if row is not None:
            row.value, row.second_value = measured.value, measured.second_value
            row.answer, row.grade = measured.answer, measured.grade
            row.is_applicable, row.unit = measured.is_applicable, unit
            row.method = method if measured.is_entered else None
    return deed.changed


def keep_method(store: OfficeStore, room_id: UUID, criterion: str, method: str | None) -> Changed:
    """Says how one value was found, e.g. that it was only estimated; nothing happens without a value."""
    with store.deed("measurement_kept") as deed:
        row = _measurement(deed.session, room_id, criterion, is_wanted=False)
        if row is not None:
            row.method = method
    return deed.changed


def keep_remark(store: OfficeStore, room_id: UUID, criterion: str, remark: str | None) -> Changed:
    """Keeps a note on one criterion, with a value or before there is one."""
    note = clean(Measurement, {"note": remark})["note"]
    with store.deed("measurement_kept") as deed:
        row = _measurement(deed.session, room_id, criterion, is_wanted=note is not None)
        if row is not None:
            row.note = note
    return deed.changed


def _measurement(session: Session, room_id: UUID, criterion: str, *, is_wanted: bool) -> Measurement | None:
    """The row of a criterion in a room, made when ``is_wanted``; raises NotFound for a room that is gone."""
    get(session, Room, room_id)
    row = session.scalars(
        select(Measurement).where(
            Measurement.room_id == room_id,
            Measurement.criterion == criterion,
            Measurement.removed_at.is_(None),
        )
    ).first()
    if row is None and is_wanted:
        row = Measurement(room_id=room_id, criterion=criterion)
        session.add(row)
    return row


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


def latest_visit(session: Session, number: str, today: date) -> UUID:
    """The last visit up to ``today`` of the case with this number, else the first one planned; raises NotFound.

    The number may be written in any way.
    """
    written = case_numbers.normalise(number)
    case_id = session.scalar(select(CaseFile.id).where(CaseFile.number == written))
    if case_id is None:
        raise NotFound(_("Einen Fall {number} gibt es nicht.").format(number=written))
    visits = session.scalars(select(Visit).where(Visit.case_id == case_id, Visit.removed_at.is_(None))).all()
    visit = last_done(visits, today)
    if visit is None:
        raise NotFound(_("Im Fall {number} gab es noch keinen Hausbesuch.").format(number=written))
    return visit.id


def last_done(visits: Sequence[Visit], today: date) -> Visit | None:
    """The last visit up to ``today``; when all lie ahead the next one, and None when there is none."""
    done = [visit for visit in visits if visit.visited_on is not None and visit.visited_on <= today]
    if done:
        return max(done, key=lambda visit: (visit.visited_on or today, visit.id))
    return min(visits, key=lambda visit: (visit.visited_on or date.max, visit.id), default=None)


def load_visit(session: Session, visit_id: UUID) -> VisitView:
    """A whole visit in the order it was walked; raises NotFound."""
    visit = get(session, Visit, visit_id)
    rooms = session.scalars(
        select(Room)
        .where(Room.visit_id == visit_id, Room.removed_at.is_(None))
        .order_by(Room.position, Room.id)
    ).all()
    room_ids = [room.id for room in rooms]
    measurements = session.scalars(
        select(Measurement).where(Measurement.room_id.in_(room_ids), Measurement.removed_at.is_(None))
    ).all()
    findings = _of_visit(session, Finding, visit_id)
    photos = _of_visit(session, Photo, visit_id)
    views = tuple(
        RoomView(
            room,
            {m.criterion: m for m in measurements if m.room_id == room.id},
            tuple(f for f in findings if f.room_id == room.id),
            tuple(p for p in photos if p.room_id == room.id),
        )
        for room in rooms
    )
    return VisitView(
        visit,
        get(session, CaseFile, visit.case_id),
        views,
        tuple(f for f in findings if f.room_id not in room_ids),
        tuple(p for p in photos if p.room_id not in room_ids),
        _of_visit(session, Measure, visit_id),
    )


def _of_visit(session: Session, record: type[T], visit_id: UUID) -> tuple[T, ...]:
    columns = record.__table__.c
    rows = session.scalars(
        select(record)
        .where(columns.visit_id == visit_id, columns.removed_at.is_(None))
        .order_by(columns.position, columns.id)
    )
    return tuple(rows)
