"""What photos show, and which belong together: room and criterion, before and after, through all visits of a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework import records
from zwk_barrier.casework.visit.measuring import Point, all_points_in, value_text
from zwk_barrier.casework.visit.rooms import room_name
from zwk_barrier.casework.visit.visits import RoomView, VisitView, load_visit, point_key
from zwk_barrier.model import Photo, Room, Visit
from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class CasePhoto:
    """A photo with the room and the visit it comes from; a room that was taken away counts as none."""

    photo: Photo
    room: Room | None
    visit: Visit | None

    def title(self) -> str:
        """When and where it was taken, and its caption: ``09.11.2026 · Bad · Wanne``."""
        day = self.visit.visited_on if self.visit is not None else None
        parts = (
            format_date(day) if day else "",
            "" if self.room is None else room_name(self.room),
            self.photo.caption or "",
        )
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class PhotoPair:
    """The same place before and after the work."""

    before: CasePhoto
    after: CasePhoto


@dataclass(frozen=True, slots=True)
class PhotoView:
    """One photo as the page of its marks needs it: what it shows in words, and what was measured there."""

    photo: Photo
    title: str
    measured: str = ""


def keep_fields(store: OfficeStore, photo_id: UUID, values: Mapping[str, Any]) -> Changed:
    """Keeps what a photo card asks; raises InputProblem for a photo that would be before itself."""
    if "room_id" in values:
        return move(store, photo_id, values["room_id"])
    if values.get("before_id") is not None:
        return keep_before(store, photo_id, values["before_id"])
    return records.keep(store, Photo, photo_id, **values)


def move(store: OfficeStore, photo_id: UUID, room_id: UUID | None) -> Changed:
    """Says which room a photo shows; its criterion goes with it to a room of the same kind only."""
    with store.deed("photo_kept") as deed:
        photo = records.get(deed.session, Photo, photo_id)
        old = None if photo.room_id is None else deed.session.get(Room, photo.room_id)
        new = None if room_id is None else records.get(deed.session, Room, room_id)
        if old is not None and (new is None or new.kind != old.kind):
            photo.criterion = None
        if old is not new:
            photo.room_id, photo.part_id = room_id, None
    return deed.changed


def keep_before(store: OfficeStore, photo_id: UUID, before_id: UUID) -> Changed:
    """Says which photo of the same case shows the place before the work; raises InputProblem for a circle."""
    with store.deed("photo_kept") as deed:
        photo = records.get(deed.session, Photo, photo_id)
        earlier: Photo | None = records.get(deed.session, Photo, before_id)
        if earlier is not None and earlier.case_id != photo.case_id:
            raise InputProblem("before_id", _("Dieses Foto gehört zu einem anderen Fall."))
        while earlier is not None:
            if earlier.id == photo_id:
                raise InputProblem("before_id", _("Dieses Foto zeigt selbst schon den Zustand danach."))
            earlier = None if earlier.before_id is None else deed.session.get(Photo, earlier.before_id)
        photo.before_id = before_id
    return deed.changed


def photos_of_case(session: Session, case_id: UUID) -> tuple[CasePhoto, ...]:
    """Every photo of a case, the oldest visit first."""
    rows = session.execute(
        select(Photo, Room, Visit)
        .outerjoin(Room, (Photo.room_id == Room.id) & Room.removed_at.is_(None))
        .outerjoin(Visit, Photo.visit_id == Visit.id)
        .where(Photo.case_id == case_id, Photo.removed_at.is_(None))
        .order_by(Visit.visited_on, Visit.id, Photo.position, Photo.id)
    )
    return tuple(CasePhoto(photo, room, visit) for photo, room, visit in rows)


def pairs_of(session: Session, case_id: UUID) -> tuple[PhotoPair, ...]:
    """The before-and-after pairs of a case, in the order of the photos after the work."""
    taken = {one.photo.id: one for one in photos_of_case(session, case_id)}
    return tuple(
        PhotoPair(taken[one.photo.before_id], one)
        for one in taken.values()
        if one.photo.before_id is not None and one.photo.before_id in taken
    )


def befores_of(session: Session, case_id: UUID) -> dict[UUID, CasePhoto]:
    """For each photo that has one, the photo of the same place before the work."""
    return {pair.after.photo.id: pair.before for pair in pairs_of(session, case_id)}


def load_photo(session: Session, photo_id: UUID) -> PhotoView:
    """One photo for the page of its marks; raises NotFound when it was removed."""
    photo = records.get(session, Photo, photo_id)
    if photo.visit_id is None:
        return PhotoView(photo, photo.caption or _("Foto"))
    view = load_visit(session, photo.visit_id)
    room = room_shown(view, photo)
    point = point_shown(view, photo)
    measured = room.measurements.get(point.key) if room is not None and point is not None else None
    title = shown_in_words(view, photo) or _("Foto")
    return PhotoView(photo, title, value_text(point.criterion, measured) if point is not None else "")


def room_shown(view: VisitView, photo: Photo) -> RoomView | None:
    """The room of the visit that a photo shows."""
    return next((room for room in view.rooms if room.room.id == photo.room_id), None)


def point_shown(view: VisitView, photo: Photo) -> Point | None:
    """What was measured where a photo was taken."""
    room = room_shown(view, photo)
    if room is None or photo.criterion is None:
        return None
    key = point_key(photo.criterion, photo.part_id)
    return next((point for point in all_points_in(view, room) if point.key == key), None)


def shown_in_words(view: VisitView, photo: Photo) -> str:
    """Room and criterion of a photo: ``Bad · Innentür: Lichte Breite der Tür``; empty for the dwelling as a whole."""
    room, point = room_shown(view, photo), point_shown(view, photo)
    parts = [
        room_name(room.room) if room is not None else "",
        point.title() if point is not None else "",
    ]
    return " · ".join(part for part in parts if part)
