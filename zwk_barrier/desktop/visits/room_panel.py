"""One room: its criteria, what is in the way, photos and a note."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework import records, visits
from zwk_barrier.casework.measuring import criteria_in
from zwk_barrier.casework.visits import Measured, RoomView, VisitView
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_cards import RecordCards
from zwk_barrier.desktop.visits.criterion_row import CriterionRow
from zwk_barrier.desktop.visits.findings import FindingCard
from zwk_barrier.desktop.visits.photo_cards import PhotoSection
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SectionTitle, SoftText
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.model import Finding, Room
from zwk_barrier.reference.requirements import Criterion
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from uuid import UUID


class RoomPanel(QWidget):
    """Everything about one room of one visit."""

    def __init__(self, desk: Desk, view: VisitView, room: RoomView) -> None:
        super().__init__()
        self.setObjectName("room_panel")
        self._desk = desk
        self._view = view
        self._room_id: UUID = room.room.id
        self._rows: dict[str, CriterionRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 24)
        self._column.setSpacing(0)
        self._criteria = QVBoxLayout()
        self._criteria.setSpacing(0)
        self._column.addLayout(self._criteria)
        self._no_criteria = SoftText(
            _("Für diesen Raum verlangt der Maßstab nichts Messbares. Feststellungen und Fotos gehen immer.")
        )
        self._column.addWidget(self._no_criteria)
        self._findings = self._make_findings()
        self._photos = self._make_photos()
        self._binding = Binding(desk, Room, owner=self)
        self._make_room_form()
        self._column.addStretch()
        self.show_room(view, room)

    @property
    def photos(self) -> PhotoSection:
        """Where photos of this room are taken in."""
        return self._photos

    def show_room(self, view: VisitView, room: RoomView) -> None:
        """Shows the room as it is kept now; what is being typed stays."""
        self._view = view
        criteria = criteria_in(view.visit, room)
        if [criterion.id for criterion in criteria] != list(self._rows):
            self._make_rows(criteria)
        for key, row in self._rows.items():
            row.show_measurement(room.measurements.get(key), view.visit)
        self._no_criteria.setVisible(not criteria)
        self._findings.show_records(room.findings)
        self._photos.show_photos(room.photos)
        self._binding.show(room.room)

    def focus_first(self) -> None:
        """Puts the focus where measuring goes on: the first criterion not checked, else the first."""
        rows = list(self._rows.values())
        row = next((row for row in rows if row.field.value() is None), rows[0] if rows else None)
        if row is not None:
            row.field.setFocus(Qt.FocusReason.TabFocusReason)

    def add_finding(self) -> None:
        """Adds an empty finding and puts the focus into it."""
        self._desk.do(
            lambda store: visits.add_finding(store, self._view.visit.id, "", room_id=self._room_id),
            then=self._findings.focus_next,
            owner=self,
        )

    def _make_rows(self, criteria: tuple[Criterion, ...]) -> None:
        for row in self._rows.values():
            row.deleteLater()
        self._rows = {criterion.id: CriterionRow(criterion, self._view.visit) for criterion in criteria}
        for row in self._rows.values():
            self._criteria.addWidget(row)
            row.entered.connect(lambda measured, row=row: self._enter(row.criterion, measured))

    def _enter(self, criterion: Criterion, measured: Measured) -> None:
        room_id, method = self._room_id, self._view.visit.method
        self._desk.do(
            lambda store: visits.enter_measurement(
                store, room_id, criterion.id, measured, unit=criterion.unit, method=method
            )
        )

    def _make_findings(self) -> RecordCards[Finding]:
        cards: RecordCards[Finding] = RecordCards(
            "findings", lambda finding: FindingCard(self._desk, finding)
        )
        add = Button("finding_add", _("Feststellung"), icon="plus", shortcut="F4", large=True)
        add.clicked.connect(self.add_finding)
        self._add_section(_("Was im Weg ist"), add, cards)
        return cards

    def _make_photos(self) -> PhotoSection:
        section = PhotoSection(self._desk, self._view.visit.id, self._room_id)
        add = Button("photo_add", _("Foto"), icon="camera", large=True)
        add.clicked.connect(section.choose)
        self._add_section(_("Fotos"), add, section)
        return section

    def _make_room_form(self) -> None:
        form = FormRows("room_form")
        self._binding.tie(
            "name", form.row(_("Eigener Name des Raums"), TextField("room_name"), hint=_("z. B. Bad unten"))
        )
        self._binding.tie("note", form.row(_("Notiz zum Raum"), NoteField("room_note", lines=2), wide=True))
        remove = Button("room_remove", _("Raum entfernen"), kind=Kind.QUIET, icon="trash-2")
        remove.clicked.connect(self._remove)
        self._add_section(_("Der Raum"), remove, form)

    def _add_section(self, title: str, button: Button, content: QWidget) -> None:
        self._column.addSpacing(24)
        head = QHBoxLayout()
        head.addWidget(SectionTitle(title), 1)
        head.addWidget(button)
        self._column.addLayout(head)
        self._column.addSpacing(8)
        self._column.addWidget(content)

    def _remove(self) -> None:
        self._desk.do(
            lambda store: records.remove(store, Room, self._room_id),
            then=lambda _nothing: self._desk.say(_("Raum entfernt."), with_undo=True),
        )
