"""The home visit: fills the window, rooms left, criteria right, coverage always in view."""

from typing import Final
from uuid import UUID

from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from zwk_barrier.casework import cases, visits
from zwk_barrier.casework.cases import CaseView
from zwk_barrier.casework.measuring import level_of, level_word
from zwk_barrier.casework.visit_report import address_of
from zwk_barrier.casework.visits import RoomView, VisitView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToCase, ToVisit, ToVisitReport
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.visits.details import VisitDetails
from zwk_barrier.desktop.visits.measures_panel import MeasuresPanel
from zwk_barrier.desktop.visits.room_panel import RoomPanel
from zwk_barrier.desktop.visits.side import VisitSide
from zwk_barrier.desktop.visits.stations import DETAILS, MEASURES, coverage, stations_of
from zwk_barrier.desktop.widgets.buttons import Button, Kind, key_text
from zwk_barrier.desktop.widgets.chips import Chip, Tone
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import PageTitle
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

_TABLES: Final = ("visit", "room", "measurement", "finding", "photo", "measure")
_Panel = VisitDetails | RoomPanel | MeasuresPanel


class VisitPage(QWidget):
    """One home visit."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit_page")
        self.desk = desk
        self._visit_id: UUID | None = None
        self._view: VisitView | None = None
        self._case: CaseView | None = None
        self._current = DETAILS
        self._wants_room: UUID | None = None
        self._panel: _Panel | None = None
        self._scroll: ScrollPage | None = None
        self._side = VisitSide()
        self._side.chosen.connect(self.show_station)
        self._side.room_wanted.connect(self._add_room)
        self._heading = PageTitle(name="visit_title")
        self._profile = Chip("", Tone.ACCENT, name="visit_profile_chip")
        self._photo = self._button("visit_photo", _("Foto"), icon="camera", shortcut="F2")
        self._report = self._button("visit_report", _("Bericht"), icon="file-text", shortcut="Ctrl+P")
        self._done = self._button("visit_done", _("Fertig"), kind=Kind.PRIMARY)
        self._done.setShortcut(QKeySequence("Ctrl+Return"))
        self._done.setToolTip(key_text("Ctrl+Return"))
        self._photo.clicked.connect(self._choose_photo)
        self._report.clicked.connect(self._show_report)
        self._done.clicked.connect(self._finish)
        self._body = QVBoxLayout()
        self._lay_out()
        for keys, steps in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda steps=steps: self._step(steps))
        desk.changed.connect(self._changed)

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return self._heading.text()

    def show_destination(self, destination: Destination) -> None:
        """Shows a visit, where it was left or at its first place."""
        if not isinstance(destination, ToVisit):
            return
        if destination.visit_id != self._visit_id:
            self._visit_id, self._view, self._current = destination.visit_id, None, DETAILS
            self._drop_panel()
        self._reload()

    def leave(self) -> None:
        """Keeps what is still being typed."""
        settle_all(self)

    def show_station(self, key: str) -> None:
        """Goes to a place of the visit: the details, a room, or the measures."""
        if self._view is None:
            return
        self.leave()
        self._current = key
        self._drop_panel()
        self._show_panel()
        if isinstance(self._panel, RoomPanel | MeasuresPanel):
            self._panel.focus_first()
        elif self._panel is not None:
            self._panel.first_field().setFocus()

    def _button(
        self, name: str, text: str, *, shortcut: str = "", icon: str = "", kind: Kind = Kind.SECONDARY
    ) -> Button:
        return Button(name, text, kind=kind, icon=icon, shortcut=shortcut, large=True)

    def _lay_out(self) -> None:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._profile)
        actions = Flow("visit_actions", to_right=True)
        for button in (self._photo, self._report, self._done):
            actions.add(button)
        head = Columns("visit_head", fold_at=700)
        head.setContentsMargins(24, 12, 24, 11)
        head.add(words)
        head.add(actions)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(head)
        right.addLayout(self._body, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(right, 1)

    def _changed(self, changed: Changed) -> None:
        if self._visit_id is not None and self.isVisible() and changed.touches(*_TABLES):
            self._reload()

    def _reload(self) -> None:
        visit_id = self._visit_id
        if visit_id is None:
            return
        self.desk.ask(lambda session: visits.load_visit(session, visit_id), then=self._show, owner=self)

    def _show(self, view: VisitView) -> None:
        if view.visit.id != self._visit_id:
            return
        self._view = view
        if self._case is None or self._case.case.id != view.case.id:
            self.desk.ask(
                lambda session: cases.load_case(session, view.case.id), then=self._show_case, owner=self
            )
        if self._wants_room is not None and self._room(str(self._wants_room)) is not None:
            self._current, self._wants_room = str(self._wants_room), None
            self.show_station(self._current)
        elif self._current not in (DETAILS, MEASURES) and self._room(self._current) is None:
            self._current = DETAILS
            self._drop_panel()
        self._show_panel()

    def _show_case(self, case: CaseView) -> None:
        self._case = case
        self._show_words()

    def _show_words(self) -> None:
        if self._view is None:
            return
        visit = self._view.visit
        who = "" if self._case is None else self._case.person.family_name or self._case.case.number
        where = "" if self._case is None else next(iter(address_of(self._case)), "")
        when = format_date(visit.visited_on) if visit.visited_on else _("noch ohne Datum")
        self._side.show_words(
            " · ".join(part for part in (who, where) if part), _("Hausbesuch {date}").format(date=when)
        )

    def _show_panel(self) -> None:
        view = self._view
        if view is None:
            return
        stations = stations_of(view)
        self._heading.setText(next(s.name for s in stations if s.key == self._current))
        self._profile.setText(_("Maßstab: {profile}").format(profile=level_word(level_of(view.visit))))
        self._side.show_stations(stations, self._current, coverage(view))
        self._show_words()
        self._photo.setEnabled(self._current not in (DETAILS, MEASURES))
        if self._panel is None:
            self._set_panel(self._make_panel(view))
        room = self._room(self._current)
        if isinstance(self._panel, VisitDetails):
            self._panel.show_visit(view.visit)
        elif isinstance(self._panel, MeasuresPanel):
            self._panel.show_visit(view)
        elif isinstance(self._panel, RoomPanel) and room is not None:
            self._panel.show_room(view, room)

    def _make_panel(self, view: VisitView) -> _Panel:
        room = self._room(self._current)
        if self._current == MEASURES:
            return MeasuresPanel(self.desk, view)
        if room is not None:
            return RoomPanel(self.desk, view, room)
        details = VisitDetails(self.desk)
        details.setContentsMargins(24, 16, 24, 24)
        return details

    def _set_panel(self, panel: _Panel) -> None:
        self._panel = panel
        self._scroll = ScrollPage("visit_scroll", panel)
        self._body.addWidget(self._scroll)

    def _drop_panel(self) -> None:
        if self._scroll is not None:
            self._body.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self._panel = self._scroll = None

    def _room(self, key: str) -> RoomView | None:
        rooms = () if self._view is None else self._view.rooms
        return next((room for room in rooms if str(room.room.id) == key), None)

    def _step(self, steps: int) -> None:
        if self._view is None:
            return
        keys = [station.key for station in stations_of(self._view)]
        place = keys.index(self._current) + steps
        if 0 <= place < len(keys):
            self.show_station(keys[place])

    def _add_room(self, kind: str) -> None:
        visit_id = self._visit_id
        if visit_id is None:
            return

        def done(room_id: UUID) -> None:
            self._wants_room = room_id
            self._reload()

        self.desk.do(lambda store: visits.add_room(store, visit_id, kind), then=done, owner=self)

    def _choose_photo(self) -> None:
        if isinstance(self._panel, RoomPanel):
            self._panel.photos.choose()

    def _show_report(self) -> None:
        if self._visit_id is not None:
            self.leave()
            self.desk.go(ToVisitReport(self._visit_id))

    def _finish(self) -> None:
        if self._view is not None:
            self.leave()
            self.desk.go(ToCase(self._view.case.id, "visits", self._visit_id))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.fillRect(self.rect(), look.colour("background"))
