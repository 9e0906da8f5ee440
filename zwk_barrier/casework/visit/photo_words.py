"""What is said of a photo to those who do not see it: the advisor's words, else what follows from where it is."""

from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.visit.measuring import value_text, verdict_on
from zwk_barrier.casework.visit.photo_pairs import CasePhoto, point_shown, room_shown
from zwk_barrier.casework.visit.rooms import place_name
from zwk_barrier.casework.visit.visits import VisitView, load_visit
from zwk_barrier.model import Photo
from zwk_barrier.wording import N_, _

VERDICTS: Final[Mapping[str, str]] = {
    "met": N_("erreicht"),
    "partly": N_("teilweise erreicht"),
    "not_met": N_("nicht erreicht"),
    "not_applicable": N_("entfällt"),
    "not_checked": N_("nicht geprüft"),
}
"""A verdict in a sentence; German message ids."""


def text_alternative(photo: Photo, place: str, view: VisitView | None = None) -> str:
    """The advisor's words, else what is proposed; ``place`` names the room, ``view`` is the visit if it is at hand."""
    return (photo.alternative or "").strip() or proposed_alternative(photo, place, view)


def proposed_alternative(photo: Photo, place: str, view: VisitView | None = None) -> str:
    """Room, what was measured there and how that is, and the caption: as much of it as is known.

    E.g. ``Bad: Innentür: Lichte Breite der Tür, 63 cm, nicht erreicht. Badtür von innen``.
    """
    measured = "" if view is None else _measured(view, photo)
    told = _("{room}: {what}").format(room=place, what=measured) if measured else place
    caption = (photo.caption or "").strip()
    if not caption or caption.casefold() in told.casefold():
        return told
    if not measured:
        return caption if place.casefold() in caption.casefold() else f"{place}: {caption}"
    return f"{told}. {caption}"


def alternatives_of(session: Session, photos: Iterable[CasePhoto]) -> dict[UUID, str]:
    """What is said of each of these photos, whatever visit it comes from."""
    views: dict[UUID, VisitView] = {}
    said = {}
    for one in photos:
        view = None
        if one.visit is not None and one.photo.criterion and not one.photo.alternative:
            view = views.setdefault(one.visit.id, load_visit(session, one.visit.id))
        said[one.photo.id] = text_alternative(one.photo, place_name(one.room), view)
    return said


def _measured(view: VisitView, photo: Photo) -> str:
    """What was measured where the photo was taken, the value and the verdict; empty for nothing."""
    point, room = point_shown(view, photo), room_shown(view, photo)
    if point is None or room is None:
        return ""
    measurement = room.measurements.get(point.key)
    verdict = verdict_on(point.criterion, view.basis, measurement, visit_method=view.visit.method).verdict
    parts = (point.title(), value_text(point.criterion, measurement), _(VERDICTS[verdict]))
    return ", ".join(part for part in parts if part)
