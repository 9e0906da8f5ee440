"""What a photo shows, to be changed at any time: the room, what is measured there, and the photo before the work."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.fields import field_name
from zwk_barrier.casework.visit.photo_pairs import keep_fields
from zwk_barrier.casework.visit.visits import point_key
from zwk_barrier.desktop.binding import Binding, Join, Split
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.visits.photo_places import PhotoPlaces
from zwk_barrier.desktop.visits.visit_form import VisitForm
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.model import Photo
from zwk_barrier.wording import _

Choices = Sequence[tuple[Any, str]]


class PhotoAssigning(QWidget):
    """Three choices, each kept as it is made."""

    def __init__(self, desk: Desk, photo: Photo, places: PhotoPlaces) -> None:
        super().__init__()
        self.setObjectName("photo_assigning")
        self._desk = desk
        self._photo = photo
        self._places = places
        self._offered: dict[ChoiceField, Choices] = {}
        self._goes_to: UUID | None = None
        self._has_moved = False
        self._binding = Binding(desk, Photo, owner=self, keep=keep_fields)
        form = VisitForm("photo_assigning_form", columns=1)
        self._room = form.row(_("Raum"), ChoiceField("photo_room", empty=_("Wohnung insgesamt")))
        self._point = form.row(
            field_name("photo", "criterion").title, ChoiceField("photo_point", empty=_("den Raum"))
        )
        self._before = form.row(
            field_name("photo", "before_id").title,
            ChoiceField("photo_before", empty=_("– keins –")),
            hint=_("Zeigt dieselbe Stelle vor dem Umbau; im Bericht stehen beide nebeneinander"),
        )
        self._binding.tie_several(self._room, *_by_id("room_id"))
        self._binding.tie_several(self._point, _split, _joined)
        self._binding.tie_several(self._before, *_by_id("before_id"))
        self._room.kept.connect(self._note_move)
        self._binding.kept.connect(self._tell_move)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        places.changed.connect(self._fill)
        places.ask_photos()
        self.show_record(photo)

    def show_record(self, photo: Photo) -> None:
        """Shows what the photo shows now."""
        self._photo = photo
        self._fill()
        self._binding.show(photo)

    def first_field(self) -> QWidget:
        """The room."""
        return self._room

    def _fill(self) -> None:
        photo, places = self._photo, self._places
        self._offer(self._room, [(room.hex, name) for room, name in places.rooms()])
        self._offer(self._point, places.points(photo))
        self._point.setEnabled(photo.room_id is not None)
        self._offer(self._before, [(other.hex, title) for other, title in places.others(photo)])

    def _offer(self, field: ChoiceField, choices: Choices) -> None:
        if self._offered.get(field) != choices:
            self._offered[field] = choices
            field.set_items(choices)

    def _note_move(self, room: str | None) -> None:
        self._goes_to = UUID(room) if room else None
        self._has_moved = True

    def _tell_move(self) -> None:
        """The card leaves this room; where it went is said, with the way back."""
        if self._has_moved:
            self._has_moved = False
            room = self._places.room_name(self._goes_to) or _("Wohnung insgesamt")
            self._desk.say(_("Das Foto steht jetzt bei: {room}.").format(room=room), with_undo=True)


def _by_id(column: str) -> tuple[Split, Join]:
    """Shows an id as its digits: a list finds text again, but not an object that is only equal."""

    def split(digits: Any) -> Mapping[str, Any]:
        return {column: UUID(digits) if digits else None}

    def join(photo: Any) -> str | None:
        value: UUID | None = getattr(photo, column)
        return None if value is None else value.hex

    return split, join


def _split(key: Any) -> Mapping[str, Any]:
    criterion, _slash, part = (key or "").partition("/")
    return {"criterion": criterion or None, "part_id": UUID(part) if part else None}


def _joined(photo: Photo) -> str | None:
    return None if photo.criterion is None else point_key(photo.criterion, photo.part_id)
