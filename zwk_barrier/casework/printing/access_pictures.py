"""The copies of the pictures in an access report: Art. 15 Abs. 3 DSGVO asks for a copy of what is kept."""

from collections.abc import Iterable
from typing import cast

from sqlalchemy.orm import Session

from zwk_barrier.casework.visit.photo_pairs import CasePhoto
from zwk_barrier.casework.visit.photo_words import alternatives_of
from zwk_barrier.casework.visit.rooms import place_name
from zwk_barrier.model import Photo, Record, Room, Visit
from zwk_barrier.model.visit_report import PhotoPlate
from zwk_barrier.problems import PhotoProblem
from zwk_barrier.rules.marks import read_marks
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.photos import PhotoStore
from zwk_barrier.wording import _


def access_pictures(
    session: Session, photos: PhotoStore, rows: Iterable[Record]
) -> tuple[tuple[PhotoPlate, ...], tuple[str, ...]]:
    """A plate for each photo, also of one that was removed and is still kept; and a sentence for each lost one."""
    taken = [_taken(session, cast("Photo", row)) for row in rows]
    said = alternatives_of(session, taken)
    plates, lost = [], []
    for one in taken:
        name = _named(one)
        try:
            jpeg = photos.read(one.photo.id)
        except PhotoProblem as problem:
            lost.append(
                _("Das Foto „{caption}“ fehlt: {reason}").format(caption=name, reason=problem.sentence)
            )
            continue
        plates.append(PhotoPlate(jpeg, name, said[one.photo.id], read_marks(one.photo.marks)))
    return tuple(plates), tuple(lost)


def _taken(session: Session, photo: Photo) -> CasePhoto:
    room = None if photo.room_id is None else session.get(Room, photo.room_id)
    visit = None if photo.visit_id is None else session.get(Visit, photo.visit_id)
    is_standing = visit is not None and visit.removed_at is None
    return CasePhoto(photo, room, visit if is_standing else None)


def _named(one: CasePhoto) -> str:
    """As in the list of photos, and when it was removed."""
    gone = one.photo.removed_at
    removed = _("entfernt am {day}").format(day=format_date(gone.astimezone().date())) if gone else ""
    return " · ".join(part for part in (one.photo.caption or place_name(one.room), removed) if part)
