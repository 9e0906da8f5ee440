"""The home visit: fills the window, rooms left, criteria right, coverage always in view."""

from pathlib import Path
from typing import Final
from uuid import UUID

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.case import cases
from zwk_barrier.casework.case.cases import CaseView
from zwk_barrier.casework.visit import visits
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToCase, ToVisit, ToVisitReport
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.visits.deeds import METHOD_KEY, VisitDeeds
from zwk_barrier.desktop.visits.head import VisitHead
from zwk_barrier.desktop.visits.next_button import NEXT_KEYS
from zwk_barrier.desktop.visits.notes import is_note
from zwk_barrier.desktop.visits.photo_intake import PhotoIntake
from zwk_barrier.desktop.visits.places import Places
from zwk_barrier.desktop.visits.rail import Station
from zwk_barrier.desktop.visits.side import VisitSide
from zwk_barrier.desktop.visits.stations import DETAILS, MEASURES, StationBook, room_at, whose
from zwk_barrier.desktop.widgets.full_screen import toggle_full_screen
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.tab_order import TabOrder
from zwk_barrier.desktop.widgets.voice import Voice
from zwk_barrier.overriding import override
from zwk_barrier.store.journal import Changed

_TABLES: Final = (
    *("visit", "room", "room_part", "measurement", "finding", "visit_note", "photo", "measure", "quote"),
)


class VisitPage(QWidget):
    """One home visit."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, preferences: Preferences | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("visit_page")
        self.setAcceptDrops(True)
        self.desk = desk
        self._visit_id: UUID | None = None
        self._view: VisitView | None = None
        self._case: CaseView | None = None
        self._current = DETAILS
        self._wanted: str | None = None
        self._place_asked = self._field = ""
        self._asked = 0
        self._takes_focus = False
        self._left: QWidget | None = None
        self._before_note: QWidget | None = None
        self._book = StationBook()
        self._deeds = VisitDeeds(desk, self)
        self._voice = Voice("visit_voice", self)
        self._side = VisitSide()
        self._head = VisitHead()
        self._places = Places(desk, PhotoIntake(desk, self, preferences))
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return self._head.title

    def show_destination(self, destination: Destination) -> None:
        """Shows a visit, where it was left or at its first place."""
        if not isinstance(destination, ToVisit):
            return
        if destination.visit_id != self._visit_id:
            self._visit_id, self._view, self._current = destination.visit_id, None, DETAILS
            self._places.clear()
        self._place_asked, self._field = destination.place, destination.field
        self._takes_focus = True
        self._reload()

    def leave(self) -> None:
        """Keeps what is still being typed, and remembers where the keyboard was."""
        focus = QApplication.focusWidget()
        self._left = focus if focus is not None and self._places.isAncestorOf(focus) else None
        settle_all(self)

    def show_station(self, key: str) -> None:
        """Goes to a place of the visit: the details, a room, or the measures."""
        if self._view is None:
            return
        settle_all(self)
        self._current, self._wanted = key, None
        self._show_place(self._view)
        self._places.focus_first()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._head)
        right.addWidget(self._places, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._side.chosen.connect(self.show_station)
        self._side.laid_out.connect(TabOrder(self).renew)
        self._side.room_wanted.connect(self._add_room)
        self._head.photo_wanted.connect(self._places.choose_photos)
        self._head.note_wanted.connect(self._go_to_note)
        self._head.report_wanted.connect(self._show_report)
        self._head.done.connect(self._finish)
        self._head.method_chosen.connect(self._deeds.keep_method)
        self._side.moving.connect(self._move_station)
        self._side.screen_wanted.connect(lambda: toggle_full_screen(self))
        self._places.moving.connect(lambda room_id, steps: self._move_station(str(room_id), steps))
        self._places.going_to.connect(self.show_station)
        for speaker in (self._places, self._deeds):
            speaker.said.connect(self._voice.say)
        self._places.going_on.connect(lambda: self._step(1))
        self._places.removing.connect(self._remove_room)
        self._places.measure_chosen.connect(self._show_measure)
        for keys, steps in ((NEXT_KEYS, 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda steps=steps: self._step(steps))
        QShortcut(QKeySequence("Ctrl+R"), self).activated.connect(self._side.ask_room)
        QShortcut(QKeySequence(METHOD_KEY), self).activated.connect(self._next_method)
        self.desk.changed.connect(self._changed)

    def _changed(self, changed: Changed) -> None:
        self._places.try_again()  # the store takes deeds (again)
        if self._visit_id is not None and self.isVisible() and changed.touches(*_TABLES):
            self._reload()

    def _reload(self) -> None:
        visit_id = self._visit_id
        if visit_id is None:
            return
        self._asked += 1
        number = self._asked

        def answered(view: VisitView) -> None:
            if number == self._asked:  # an answer overtaken by a later question would show old values
                self._show(view)

        self.desk.ask(lambda session: visits.load_visit(session, visit_id), then=answered, owner=self)

    def _show(self, view: VisitView) -> None:
        self._view = view
        if self._case is None or self._case.case.id != view.case.id:
            self.desk.ask(
                lambda session: cases.load_case(session, view.case.id), then=self._show_case, owner=self
            )
        stations = self._book.stations_of(view)
        keys = [station.key for station in stations]
        if self._wanted in keys:
            self.show_station(self._wanted or DETAILS)
            return
        if self._current not in keys or self._place_asked:
            self._current = keys[1] if self._place_asked == "rooms" and view.rooms else DETAILS
            self._place_asked = ""
        self._show_place(view, stations)
        if self._takes_focus or self.window().focusWidget() is None:  # also while another program is in front
            self._takes_focus = False
            self._give_focus()

    def _show_case(self, case: CaseView) -> None:
        self._case = case
        if self._view is not None:
            self._side.show_words(*whose(self._view, case))

    def _show_place(self, view: VisitView, stations: list[Station] | None = None) -> None:
        stations = self._book.stations_of(view) if stations is None else stations
        keys = [station.key for station in stations]
        place = keys.index(self._current)
        following = stations[place + 1].name if place + 1 < len(stations) else ""
        takes_photos = self._places.takes_notes(self._current)
        self._head.show_place(stations[place].name, view, takes_photos=takes_photos)
        self._side.show_stations(stations, self._current, self._book.coverage)
        if self._case is not None:
            self._side.show_words(*whose(view, self._case))
        self._places.show_place(self._current, view, following)

    def _give_focus(self) -> None:
        """To the field asked for, back to where the keyboard was on this very place, or to where work begins."""
        (left, self._left), (field, self._field) = (self._left, None), (self._field, "")
        if field:
            self._places.focus_first(field)
        elif left is not None and shiboken6.isValid(left) and left.isVisible():
            left.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._places.focus_first()

    def _step(self, steps: int) -> None:
        if self._view is None:
            return
        keys = [station.key for station in self._book.stations_of(self._view)]
        place = keys.index(self._current) + steps
        if 0 <= place < len(keys):
            self.show_station(keys[place])

    def _go_to_note(self) -> None:
        """Begins a note at once; from a note back to where the keyboard was."""
        if self._view is None or self._come_back_from_note():
            return
        before = QApplication.focusWidget()
        if not self._places.takes_notes(self._current):
            self.show_station(DETAILS)
        self._before_note = before
        self._places.begin_note()

    def _come_back_from_note(self) -> bool:
        """From a note back to where the keyboard was; False when the keyboard is in none."""
        before = self._before_note
        if not is_note(QApplication.focusWidget()):
            return False
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._places.focus_first()
        return True

    def _next_method(self) -> None:
        settle_all(self._places)
        if self._view is not None:
            self._deeds.next_method(self._view.visit)

    def _add_room(self, kind: str) -> None:
        if self._visit_id is not None:
            settle_all(self)
            self._deeds.add_room(self._visit_id, kind, self._want_room)

    def _want_room(self, room_id: UUID) -> None:
        self._wanted = str(room_id)
        self._reload()

    def _remove_room(self, room_id: UUID) -> None:
        def done() -> None:
            self._wanted = str(room_id)  # undo brings it back, and the person with it

        settle_all(self)
        self._step(-1)
        self._deeds.remove_room(room_id, done)

    def _move_station(self, key: str, steps: int) -> None:
        room = None if self._view is None else room_at(self._view, key)
        if self._view is not None and room is not None:
            self._deeds.move_room(self._view, room, steps)

    def _show_measure(self, measure_id: UUID) -> None:
        self.show_station(MEASURES)
        self._places.focus_measure(measure_id)

    def _show_report(self) -> None:
        if self._visit_id is not None:
            self.leave()
            self.desk.go(ToVisitReport(self._visit_id))

    def _finish(self) -> None:
        if self._view is None:
            return
        self.leave()
        self._deeds.finish(self._view)
        self.desk.go(ToCase(self._view.case.id, "visits", self._view.visit.id))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What arrives here was wanted by no field: a meter types wherever the keyboard happens to be.
        is_digit = len(event.text()) == 1 and event.text() in "0123456789"
        if is_digit and self._places.type_digits(event.text()):
            event.accept()
        elif event.key() != Qt.Key.Key_Escape or not self._come_back_from_note():
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._places.takes_notes(self._current):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self._places.take_photos([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.fillRect(self.rect(), look.colour("background"))
