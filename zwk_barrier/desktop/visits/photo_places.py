"""What the photos of a visit can show: its rooms, what is measured in them, and the earlier photos of the case."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from zwk_barrier.casework.visit.measuring import all_points_in
from zwk_barrier.casework.visit.photo_pairs import (
    CasePhoto,
    photos_of_case,
    room_shown,
    shown_in_words,
)
from zwk_barrier.casework.visit.photo_words import proposed_alternative
from zwk_barrier.casework.visit.rooms import place_name, room_name
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.model import Photo


class PhotoPlaces(QObject):
    """One for all cards of a section."""

    changed = Signal()
    """Rooms, parts or photos of the case are others."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: VisitView | None = None
        self._taken: tuple[CasePhoto, ...] = ()
        self._told: object = None

    def show_visit(self, view: VisitView) -> None:
        """Takes over the visit as it is kept now."""
        self._view = view
        self._tell()

    def ask_photos(self) -> None:
        """Reads the photos of the case, through all visits."""
        view = self._view
        if view is not None:
            case_id = view.case.id
            self._desk.ask(
                lambda session: photos_of_case(session, case_id), then=self._show_taken, owner=self
            )

    def words(self, photo: Photo) -> str:
        """Room and criterion of a photo."""
        return "" if self._view is None else shown_in_words(self._view, photo)

    def proposed(self, photo: Photo) -> str:
        """What is said of a photo to those who do not see it while nobody has written anything."""
        room = None if self._view is None else room_shown(self._view, photo)
        return proposed_alternative(photo, place_name(None if room is None else room.room), self._view)

    def rooms(self) -> list[tuple[UUID, str]]:
        """The rooms of the visit, in its order."""
        view = self._view
        return [] if view is None else [(each.room.id, room_name(each.room)) for each in view.rooms]

    def room_name(self, room_id: UUID | None) -> str:
        """What a room of the visit is called; empty for none."""
        return dict(self.rooms()).get(room_id, "") if room_id is not None else ""

    def points(self, photo: Photo) -> list[tuple[str, str]]:
        """Keys and labels of what is measured in the photo's room."""
        room = None if self._view is None else room_shown(self._view, photo)
        if self._view is None or room is None:
            return []
        return [(point.key, point.title()) for point in all_points_in(self._view, room)]

    def others(self, photo: Photo) -> list[tuple[UUID, str]]:
        """The other photos of the case, the oldest visit first."""
        return [(one.photo.id, one.title()) for one in self._taken if one.photo.id != photo.id]

    def _show_taken(self, taken: Sequence[CasePhoto]) -> None:
        self._taken = tuple(taken)
        self._tell()

    def _tell(self) -> None:
        rooms = () if self._view is None else self._view.rooms
        parts = [(part.id, part.name) for room in rooms for part in room.parts]
        told = (self.rooms(), parts, [(one.photo.id, one.title()) for one in self._taken])
        if told != self._told:
            self._told = told
            self.changed.emit()
