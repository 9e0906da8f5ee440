"""The home visit: fills the window, rooms left, criteria right, coverage always in view."""

from pathlib import Path
from typing import Final
from uuid import UUID

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework import cases, records, visits
from zwk_barrier.casework.cases import CaseView
from zwk_barrier.casework.visits import VisitView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToCase, ToVisit, ToVisitReport
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.visits.head import VisitHead
from zwk_barrier.desktop.visits.next_button import NEXT_KEYS
from zwk_barrier.desktop.visits.photo_intake import PhotoIntake
from zwk_barrier.desktop.visits.places import Places
from zwk_barrier.desktop.visits.side import VisitSide
from zwk_barrier.desktop.visits.stations import DETAILS, MEASURES, coverage, stations_of, whose
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.tab_order import TabOrder
from zwk_barrier.model import Room
from zwk_barrier.overriding import override
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

_TABLES: Final = ("visit", "room", "measurement", "finding", "photo", "measure", "quote")


class VisitPage(QWidget):
    """One home visit."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit_page")
        self.setAcceptDrops(True)
        self.desk = desk
        self._visit_id: UUID | None = None
        self._view: VisitView | None = None
        self._case: CaseView | None = None
        self._current = DETAILS
        self._wanted: str | None = None
        self._asked = 0
        self._takes_focus = False
        self._left: QWidget | None = None
        self._before_note: QWidget | None = None
        self._side = VisitSide()
        self._head = VisitHead()
        self._places = Places(desk, PhotoIntake(desk, self))
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
        self._places.going_on.connect(lambda: self._step(1))
        self._places.removing.connect(self._remove_room)
        self._places.measure_chosen.connect(self._show_measure)
        for keys, steps in ((NEXT_KEYS, 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda steps=steps: self._step(steps))
        QShortcut(QKeySequence("Ctrl+R"), self).activated.connect(self._side.ask_room)
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
        keys = [station.key for station in stations_of(view)]
        if self._wanted in keys:
            self.show_station(self._wanted or DETAILS)
            return
        if self._current not in keys:
            self._current = DETAILS
        self._show_place(view)
        if self._takes_focus or QApplication.focusWidget() is None:
            self._takes_focus = False
            self._give_focus()

    def _show_case(self, case: CaseView) -> None:
        self._case = case
        if self._view is not None:
            self._side.show_words(*whose(self._view, case))

    def _show_place(self, view: VisitView) -> None:
        stations = stations_of(view)
        keys = [station.key for station in stations]
        place = keys.index(self._current)
        following = stations[place + 1].name if place + 1 < len(stations) else ""
        profile = view.basis.profile
        self._head.show_place(
            stations[place].name, view.visit, profile, takes_notes=self._current != MEASURES
        )
        self._side.show_stations(stations, self._current, coverage(view))
        if self._case is not None:
            self._side.show_words(*whose(view, self._case))
        self._places.show_place(self._current, view, following)

    def _give_focus(self) -> None:
        """Back to where the keyboard was, when it was on this very place; else to where work begins."""
        left, self._left = self._left, None
        if left is not None and shiboken6.isValid(left) and left.isVisible():
            left.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._places.focus_first()

    def _step(self, steps: int) -> None:
        if self._view is None:
            return
        keys = [station.key for station in stations_of(self._view)]
        place = keys.index(self._current) + steps
        if 0 <= place < len(keys):
            self.show_station(keys[place])

    def _go_to_note(self) -> None:
        """To the note of the place; from there back to where the keyboard was."""
        note, focus = self._places.note(), QApplication.focusWidget()
        if note is None:
            return
        before = self._before_note
        if focus is note and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focus is not note:
            self._before_note = focus
            note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_room(self, kind: str) -> None:
        visit_id = self._visit_id
        if visit_id is not None:
            self.desk.do(
                lambda store: visits.add_room(store, visit_id, kind), then=self._want_room, owner=self
            )

    def _want_room(self, room_id: UUID) -> None:
        self._wanted = str(room_id)
        self._reload()

    def _remove_room(self, room_id: UUID) -> None:
        def done(_nothing: None) -> None:
            self._wanted = str(room_id)  # undo brings it back, and the person with it
            self.desk.say(_("Raum entfernt."), with_undo=True)

        settle_all(self)
        self._step(-1)
        self.desk.do(lambda store: records.remove(store, Room, room_id), then=done, owner=self)

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
        visit_id, today = self._view.visit.id, this_day()
        self.leave()
        self.desk.do(lambda store: visits.finish_visit(store, visit_id, today))
        self.desk.go(ToCase(self._view.case.id, "visits", visit_id))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._current != MEASURES:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self._places.take_photos([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.fillRect(self.rect(), look.colour("background"))
