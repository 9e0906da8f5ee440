"""What is done to a visit as a whole: rooms come, go and move, and the measuring method changes."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from zwk_barrier.casework import records
from zwk_barrier.casework.visit import visits
from zwk_barrier.casework.visit.finishing import finish_visit
from zwk_barrier.casework.visit.rooms import room_name
from zwk_barrier.casework.visit.visits import RoomView, VisitView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.model import Room, Visit
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _

METHOD_KEY: Final = "F9"
_METHODS: Final = ("zollstock", "massband", "laser")  # of the code list measuring_method


class VisitDeeds(QObject):
    """Does them; what came of it goes where the page says."""

    said = Signal(str)
    """A sentence to be spoken."""

    def __init__(self, desk: Desk, page: QObject) -> None:
        super().__init__(page)
        self._desk = desk

    def add_room(self, visit_id: UUID, kind: str, then: Callable[[UUID], None]) -> None:
        """Adds a room at the end; ``then`` gets its id."""
        self._desk.do(lambda store: visits.add_room(store, visit_id, kind), then=then, owner=self)

    def remove_room(self, room_id: UUID, then: Callable[[], None]) -> None:
        """Takes a room away and offers to bring it back."""

        def done(_nothing: None) -> None:
            then()
            self._desk.say(_("Raum entfernt."), with_undo=True)

        self._desk.do(lambda store: records.remove(store, Room, room_id), then=done, owner=self)

    def move_room(self, view: VisitView, room: RoomView, steps: int) -> None:
        """Moves a room in the order the dwelling is walked, and says where it is now."""
        room_id, place = room.room.id, view.rooms.index(room) + steps
        if not 0 <= place < len(view.rooms):
            return
        told = _("{room} ist jetzt Raum {place} von {count}.").format(
            room=room_name(room.room), place=place + 1, count=len(view.rooms)
        )
        self._desk.do(
            lambda store: visits.move_room(store, room_id, steps),
            then=lambda _nothing: self.said.emit(told),
            owner=self,
        )

    def next_method(self, visit: Visit) -> None:
        """Goes on to the next measuring method; it counts for every value measured from now on."""
        place = _METHODS.index(visit.method) + 1 if visit.method in _METHODS else 0
        self.keep_method(visit.id, _METHODS[place % len(_METHODS)])

    def keep_method(self, visit_id: UUID, method: str) -> None:
        """Says what is measured with from now on."""
        label = load_code_list("measuring_method").label(method)
        self._desk.do(
            lambda store: records.keep(store, Visit, visit_id, method=method),
            then=lambda _nothing: self.said.emit(_("Gemessen wird mit: {method}").format(method=label)),
            owner=self,
        )

    def finish(self, view: VisitView) -> None:
        """Notes the day a visit was done; says so when it is only planned and stays open."""
        today, visit = this_day(), view.visit
        self._desk.do(lambda store: finish_visit(store, visit.id, today))
        if view.has_content and visit.visited_on is not None and visit.visited_on > today:
            self._desk.say(
                _("Der Besuch ist erst am {day} und bleibt bis dahin offen.").format(
                    day=format_date(visit.visited_on)
                )
            )
