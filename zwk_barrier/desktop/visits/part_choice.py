"""Another door, another window: what a room has more than once is added here."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal

from zwk_barrier.casework.visit import visits
from zwk_barrier.casework.visit.measuring import Point, part_name
from zwk_barrier.casework.visit.visits import RoomView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.visits.visit_form import enlarge
from zwk_barrier.desktop.widgets.buttons import key_text
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.reference.elements import load_single_elements
from zwk_barrier.wording import _

PART_KEYS: Final = "Ctrl+T"
_WIDTH: Final = 230


class PartChoice(ChoiceField):
    """A list of the kinds that make sense in the room; choosing one adds it."""

    added = Signal(object)
    """The id of the part just added."""

    def __init__(self, desk: Desk) -> None:
        title = _("Weitere Tür, weiteres Fenster und Ähnliches hinzufügen")
        super().__init__("part_add", title=title, empty=_("+ Weitere Tür …"))
        self.setToolTip(
            _("Noch eine Tür, noch ein Fenster und Ähnliches ({keys})").format(keys=key_text(PART_KEYS))
        )
        self._desk = desk
        self._room: RoomView | None = None
        self._points: Sequence[Point] = ()
        self._offered: list[tuple[str, str]] = []
        self.kept.connect(self._add)
        self.refit()

    def show_room(self, room: RoomView, points: Sequence[Point]) -> None:
        """Offers what may be there once more in this room; hidden where nothing may."""
        self._room, self._points = room, points
        offered = offered_parts(points)
        if offered != self._offered:
            self._offered = offered
            self.set_items(offered)
        self.setVisible(bool(offered))

    def ask(self) -> None:
        """Opens the list."""
        if self._offered:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.showPopup()

    def refit(self) -> None:
        """Measures itself again; the theme calls it after the text size has changed."""
        enlarge(self)
        self.setMinimumWidth(current_look().px(_WIDTH))
        super().refit()

    def _add(self, kind: str | None) -> None:
        self.set_value(None)
        room = self._room
        if kind is None or room is None:
            return
        room_id, name = room.room.id, name_for_next(room, self._points, kind)
        self._desk.do(
            lambda store: visits.add_part(store, room_id, kind, name), then=self.added.emit, owner=self
        )


def offered_parts(points: Iterable[Point]) -> list[tuple[str, str]]:
    """What may be there once more in a room: kind and name."""
    kinds = {one.criterion.element_de: one.criterion.element() for one in points if one.part is None}
    return [(kind, name) for kind, name in kinds.items() if kind not in load_single_elements()]


def name_for_next(room: RoomView, points: Iterable[Point], kind: str) -> str:
    """What a further part is called until somebody names it: ``Innentür 2``."""
    count = sum(1 for part in room.parts if part.kind == kind) + 2
    called = next(
        (part_name(one.criterion, None) for one in points if one.criterion.element_de == kind), kind
    )
    return f"{called} {count}"
