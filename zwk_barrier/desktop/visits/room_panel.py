"""One room: its criteria, what is in the way, measures, photos and a note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from zwk_barrier.casework.plan.wanting import want_measured
from zwk_barrier.casework.visit import entering
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.visits import RoomView, VisitView
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.visits.criteria import CriteriaList
from zwk_barrier.desktop.visits.criterion_menu import (
    ESTIMATE_KEY,
    LEVELS_KEY,
    Beside,
    show_menu,
    toggle_estimated,
)
from zwk_barrier.desktop.visits.criterion_row import CriterionRow
from zwk_barrier.desktop.visits.findings import FindingSection
from zwk_barrier.desktop.visits.levels import show_levels
from zwk_barrier.desktop.visits.line_words import Wish
from zwk_barrier.desktop.visits.measures_panel import RoomMeasures
from zwk_barrier.desktop.visits.next_button import NextButton
from zwk_barrier.desktop.visits.notes import NoteSection
from zwk_barrier.desktop.visits.part_choice import PART_KEYS
from zwk_barrier.desktop.visits.photo_cards import PhotoSection
from zwk_barrier.desktop.visits.photo_intake import Line, PhotoIntake
from zwk_barrier.desktop.visits.room_proposals import RoomProposals
from zwk_barrier.desktop.visits.section import Section
from zwk_barrier.desktop.visits.sketch_section import SketchSection
from zwk_barrier.desktop.visits.visit_form import VisitForm
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.tab_order import TabOrder
from zwk_barrier.model import Room
from zwk_barrier.wording import _


class RoomPanel(QWidget):
    """Everything about one room of one visit."""

    removing = Signal(object)
    """The id of the room the person wants to take away."""

    going_on = Signal()
    """The person is through and wants the next place."""

    measure_chosen = Signal(object)
    """The id of a measure to be edited."""

    said = Signal(str)
    """A sentence to be spoken."""

    moving = Signal(object, int)
    """The id of the room, and by how many places it goes up or down."""

    def __init__(self, desk: Desk, intake: PhotoIntake, view: VisitView, room: RoomView) -> None:
        super().__init__()
        self.setObjectName("room_panel")
        self._desk = desk
        self._view = view
        self._room_id = room.room.id
        self._menu: QMenu | None = None
        self._binding = Binding(desk, Room, owner=self)
        self.criteria = self._make_criteria()
        self._next = NextButton()
        self._next.clicked.connect(self.going_on)
        self.criteria.ended.connect(lambda: self._next.setFocus(Qt.FocusReason.TabFocusReason))
        self.notes = NoteSection(desk, "notes_section", _("Notizen"), view, self._room_id)
        self.findings = FindingSection(desk, view, self._room_id)
        self.findings.wanted.connect(self.add_finding)
        self._measures = RoomMeasures(desk, view, room)
        self._measures.chosen.connect(self.measure_chosen)
        self._proposals = RoomProposals(desk)
        self.photos = PhotoSection(desk, intake, view.visit.id, self._room_id)
        self.photos.follow(self._line_shown)
        self._sketch = SketchSection(desk, room)
        self._lay_out()
        self._listen()
        order = TabOrder(self)
        for part in (self.criteria, self.notes, self._proposals, self.findings, self._measures, self.photos):
            part.laid_out.connect(order.renew)

    def _listen(self) -> None:
        keys = {
            ESTIMATE_KEY: self._toggle_estimated,
            LEVELS_KEY: self._show_levels,
            PART_KEYS: self.criteria.ask_part,
        }
        for key, run in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def show_room(self, view: VisitView, room: RoomView) -> None:
        """Shows the room as it is kept now; what is being typed stays."""
        self._view = view
        self.criteria.show_room(view, room)
        self.notes.show_notes(view, room.notes)
        self.findings.show_findings(view, room.findings)
        self._proposals.show_room(view, room)
        self._measures.show_visit(view)
        self.photos.show_photos(room.photos, view)
        self._sketch.show_room(room)
        self._binding.show(room.room)

    def show_next(self, name: str) -> None:
        """Names the place that comes next."""
        self._next.show_next(name)

    def focus_first(self) -> None:
        """Puts the focus where measuring goes on."""
        if not self.criteria.focus_first():
            self._next.setFocus(Qt.FocusReason.TabFocusReason)

    def add_finding(self) -> None:
        """Adds a finding: about the value the keyboard is on, else about the room."""
        row = self._measured_row()
        self.findings.add() if row is None else self._add_finding(row)

    def choose_photos(self) -> None:
        """Asks for pictures: of what the keyboard is on when it was measured, else of the room."""
        row = self._measured_row()
        self.photos.choose() if row is None else self._choose_photo(row)

    def _measured_row(self) -> CriterionRow | None:
        # The keyboard is nearly always on some line; one that is still empty is not what is meant.
        row = self.criteria.current_row()
        if row is not None:
            row.settle()
        return row if row is not None and row.measured.is_entered else None

    def _make_criteria(self) -> CriteriaList:
        criteria = CriteriaList(self._desk)
        criteria.entered.connect(self._enter)
        criteria.remarked.connect(self._keep_remark)
        criteria.wished.connect(self._keep_wish)
        criteria.said.connect(self.said)
        criteria.menu_wanted.connect(self._show_menu)
        return criteria

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 24)
        column.setSpacing(0)
        column.addWidget(self.criteria)
        column.addSpacing(16)
        column.addWidget(self._next, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.notes)
        column.addSpacing(16)
        column.addWidget(self._proposals)
        for part in (self.findings, self._measures, self.photos, self._sketch, self._make_room_form()):
            column.addWidget(part)
        column.addStretch()

    def _make_moves(self) -> Flow:
        """The room's place in the order of the dwelling, for fingers; keys: Alt Shift and arrows in the rail."""
        line = Flow("room_moves")
        for name, text, icon, steps in (
            ("room_up", _("Weiter nach oben"), "arrow-up", -1),
            ("room_down", _("Weiter nach unten"), "arrow-down", 1),
        ):
            button = line.add(Button(name, text, kind=Kind.QUIET, icon=icon, large=True))
            button.clicked.connect(lambda _checked=False, steps=steps: self.moving.emit(self._room_id, steps))
        return line

    def _make_room_form(self) -> Section:
        remove = Button("room_remove", _("Raum entfernen"), kind=Kind.QUIET, icon="trash-2", large=True)
        remove.clicked.connect(lambda: self.removing.emit(self._room_id))
        section = Section("room_section", _("Der Raum"), remove)
        section.put(self._make_moves())
        form = VisitForm("room_form")
        rows = RecordRows(form, self._binding)
        rows.note("note", lines=2, hint=_("Steht im Bericht bei diesem Raum"))
        rows.text("name", hint=_("z.\N{NO-BREAK SPACE}B. Bad unten"))
        FieldHistory(self._desk, form).watch(self._binding)
        section.put(form)
        return section

    def _enter(self, row: CriterionRow, what: Measured) -> None:
        room_id, criterion, method, part_id = self._room_id, row.criterion, row.method, row.point.part_id
        row.begin()
        self._desk.do(
            lambda store: entering.enter_measurement(
                store, room_id, criterion.id, what, unit=criterion.unit, method=method, part_id=part_id
            ),
            then=lambda _nothing: row.done(),
            failed=row.refused,
            owner=row,
        )

    def _keep_remark(self, row: CriterionRow, remark: str | None) -> None:
        room_id, criterion_id, part_id = self._room_id, row.criterion.id, row.point.part_id
        self._desk.do(
            lambda store: entering.keep_remark(store, room_id, criterion_id, remark, part_id=part_id)
        )

    def _keep_wish(self, row: CriterionRow, wish: Wish) -> None:
        row.settle()
        visit_id, room_id = self._view.visit.id, self._room_id
        criterion_id, part_id = row.criterion.id, row.point.part_id
        if wish.is_wanted != row.wish.is_wanted:
            self._desk.do(
                lambda store: want_measured(
                    store, visit_id, room_id, criterion_id, part_id, is_wanted=wish.is_wanted
                )
            )
        else:
            self._desk.do(
                lambda store: entering.mark(
                    store, room_id, criterion_id, part_id=part_id, frequency=wish.frequency
                )
            )
        told = wish.in_words() or _("soll bleiben")
        self.said.emit(f"{row.title.text()}: {told}")

    def _show_levels(self) -> None:
        row = self.criteria.current_row()
        if row is not None:
            row.settle()
            show_levels(row)

    def _show_menu(self, row: CriterionRow) -> None:
        beside = Beside(self._add_finding, self._choose_photo, show_levels)
        self._menu = show_menu(row, self._desk, self._room_id, beside)

    def _add_finding(self, row: CriterionRow) -> None:
        self.findings.add(f"{row.in_words()}.", row.criterion.id)

    def _choose_photo(self, row: CriterionRow) -> None:
        self.photos.choose(_line(row))

    def _line_shown(self) -> Line | None:
        """What the keyboard is on, for a picture that comes from the camera meanwhile: nothing is touched."""
        row = self.criteria.current_row()
        return _line(row) if row is not None and row.measured.is_entered else None

    def _toggle_estimated(self) -> None:
        row = self.criteria.current_row()
        if row is not None:
            row.settle()
            toggle_estimated(row, self._desk, self._room_id)


def _line(row: CriterionRow) -> Line:
    return Line(row.in_words(), row.criterion.id, row.point.part_id)
