"""The places of a visit, one in view; one that holds what could not be kept stays alive behind the others."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.visits.criterion_row import CriterionRow
from zwk_barrier.desktop.visits.details import DetailsPanel
from zwk_barrier.desktop.visits.fit_panel import FitPanel
from zwk_barrier.desktop.visits.measures_panel import MeasuresPanel
from zwk_barrier.desktop.visits.photo_intake import PhotoIntake
from zwk_barrier.desktop.visits.room_panel import RoomPanel
from zwk_barrier.desktop.visits.stations import FIT, MEASURES, room_at
from zwk_barrier.desktop.widgets.scroll import ScrollPage

_Panel = DetailsPanel | RoomPanel | FitPanel | MeasuresPanel


@dataclass(frozen=True, slots=True)
class _Open:
    """A place that is there, in view or behind."""

    key: str
    panel: _Panel
    scroll: ScrollPage

    @property
    def has_unkept(self) -> bool:
        """Whether the store refused something that was typed here."""
        bindings, rows = self.panel.findChildren(Binding), self.panel.findChildren(CriterionRow)
        return any(binding.has_unkept for binding in bindings) or any(row.has_unkept for row in rows)


class Places(QWidget):
    """Shows the panel of one place."""

    going_on = Signal()
    removing = Signal(object)
    measure_chosen = Signal(object)
    going_to = Signal(str)
    moving = Signal(object, int)
    said = Signal(str)

    def __init__(self, desk: Desk, intake: PhotoIntake) -> None:
        super().__init__()
        self.setObjectName("visit_place")
        self._desk = desk
        self._intake = intake
        self._open: _Open | None = None
        self._parked: dict[str, _Open] = {}
        desk.work.idle.connect(self._sweep)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def clear(self) -> None:
        """Lets go of everything: another visit comes."""
        self._park()
        for place in self._parked.values():
            place.scroll.deleteLater()
        self._parked.clear()

    def show_place(self, key: str, view: VisitView, following: str) -> None:
        """Shows a place as it is kept now; ``following`` is the name of the next one."""
        if self._open is None or key != self._open.key:
            self._park()
            self._open = self._parked.pop(key, None) or self._make(key, view)
            self._column.addWidget(self._open.scroll)
            self._open.scroll.show()
        panel, room = self._open.panel, room_at(view, key)
        if not isinstance(panel, RoomPanel):
            panel.show_visit(view)
        elif room is not None:
            panel.show_room(view, room)
        if not isinstance(panel, MeasuresPanel):
            panel.show_next(following)

    @property
    def _panel(self) -> _Panel | None:
        return None if self._open is None else self._open.panel

    def focus_first(self, field: str = "") -> None:
        """Puts the focus where work on this place goes on, or on the field of that name."""
        if self._open is None:
            return
        self._column.activate()  # so that scrolling to it goes by places, not by guesses
        self._open.scroll.settle_layout()
        named = self._open.panel.findChild(QWidget, field) if field else None
        if named is not None:
            named.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._open.panel.focus_first()

    def focus_measure(self, measure_id: UUID) -> None:
        """Puts the focus on one measure of the plan."""
        if isinstance(self._panel, MeasuresPanel):
            self._panel.focus_measure(measure_id)

    def takes_notes(self, key: str) -> bool:
        """Whether notes and photos belong to a place: to the visit itself and to rooms."""
        return key not in (FIT, MEASURES)

    def begin_note(self) -> None:
        """Begins a note of this place, with the keyboard in it."""
        if self._open is not None and isinstance(self._panel, RoomPanel | DetailsPanel):
            scroll, field = self._open.scroll, self._panel.notes.begin()
            # A moment later it has its place; scrolling now would go by guesses.
            QTimer.singleShot(0, field, lambda: scroll.show_all_of(field))

    def type_digits(self, text: str) -> bool:
        """Types into the next line that waits for a length; False where there is none."""
        return isinstance(self._panel, RoomPanel) and self._panel.criteria.type_digits(text)

    def choose_photos(self) -> None:
        """Asks for pictures of this place."""
        if isinstance(self._panel, RoomPanel):
            self._panel.choose_photos()
        elif isinstance(self._panel, DetailsPanel):
            self._panel.photos.choose()

    def take_photos(self, paths: list[Path]) -> None:
        """Takes picture files in at this place."""
        if isinstance(self._panel, RoomPanel | DetailsPanel):
            self._panel.photos.take_in(paths)

    def try_again(self) -> None:
        """Keeps once more what could not be kept, here and behind."""
        for place in (*self._parked.values(), *([self._open] if self._open else [])):
            for binding in place.panel.findChildren(Binding):
                binding.try_again()
            for row in place.panel.findChildren(CriterionRow):
                row.try_again()

    def _make(self, key: str, view: VisitView) -> _Open:
        room = room_at(view, key)
        panel: _Panel
        if key == MEASURES:
            panel = MeasuresPanel(self._desk, view)
        elif key == FIT:
            panel = FitPanel(self._desk)
            panel.going_on.connect(self.going_on)
            panel.going_to.connect(self.going_to)
        elif room is not None:
            panel = RoomPanel(self._desk, self._intake, view, room)
            panel.going_on.connect(self.going_on)
            panel.removing.connect(self.removing)
            panel.measure_chosen.connect(self.measure_chosen)
            panel.moving.connect(self.moving)
            panel.said.connect(self.said)
        else:
            panel = DetailsPanel(self._desk, self._intake, view)
            panel.going_on.connect(self.going_on)
        return _Open(key, panel, ScrollPage("visit_scroll", panel))

    def _park(self) -> None:
        """Takes the place out of view; it lives on until the store has everything that was typed there."""
        place, self._open = self._open, None
        if place is None:
            return
        focus = QApplication.focusWidget()
        if focus is not None and place.scroll.isAncestorOf(focus):
            focus.clearFocus()  # else hiding would hand the keyboard to the nearest control, and say so
        self._column.removeWidget(place.scroll)
        place.scroll.hide()
        self._parked[place.key] = place
        if not self._desk.work.is_busy:
            self._sweep()

    def _sweep(self) -> None:
        """Lets go of the places behind that hold nothing the store does not have."""
        for key, place in list(self._parked.items()):
            if not place.has_unkept:
                del self._parked[key]
                place.scroll.deleteLater()
