"""Barriers in words: free text first, hazard and activity when there is time."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zwk_barrier.casework.plan.wanting import want_found
from zwk_barrier.casework.visit.findings import add_finding
from zwk_barrier.casework.visit.rooms import room_name
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_cards import RecordCards
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.removing import remove_record
from zwk_barrier.desktop.visits.section import Section
from zwk_barrier.desktop.visits.visit_form import VisitForm
from zwk_barrier.desktop.widgets.buttons import Button, IconButton
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.model import Finding
from zwk_barrier.wording import _

_AT_ONCE = 2  # cards; each takes some milliseconds


class FindingCard(Card):
    """One finding, edited in place."""

    def __init__(self, desk: Desk, finding: Finding, view: VisitView) -> None:
        super().__init__(f"finding_{finding.id.hex}")
        self._desk = desk
        self._visit_id = view.visit.id
        self._binding = Binding(desk, Finding, owner=self)
        form = VisitForm(f"{self.objectName()}_form")
        rows = RecordRows(form, self._binding)
        self._text = rows.note("text", lines=2)
        rows.choice("hazard")
        rows.many("activities")
        rows.choice("frequency", hint=_("leer: wie es in diesem Raum üblich ist"))
        self._room = ChoiceField("finding_room", empty=_("Wohnung insgesamt"))
        form.row(_("Raum"), self._room)
        self._binding.tie_several(self._room, _room_split, _room_join, columns=("room_id",))
        self._wanted = form.add(CheckField("finding_is_wanted", _("Soll weg")))
        self._wanted.kept.connect(self._want)
        self.show_rooms(view)
        FieldHistory(desk, self).watch(self._binding)
        remove = IconButton("finding_remove", _("Feststellung entfernen"), icon="trash-2", large=True)
        remove.clicked.connect(self._remove)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(form, 1)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)

    def show_record(self, record: Finding) -> None:
        """Shows the finding as it is kept now."""
        is_fresh = self._binding.row_id is None
        self._binding.show(record)
        self._wanted.set_value(record.is_wanted)
        if is_fresh:
            self._text.moveCursor(QTextCursor.MoveOperation.End)  # typing goes on behind what was measured

    def show_rooms(self, view: VisitView) -> None:
        """Offers the rooms there are now."""
        self._room.set_items([(one.room.id.hex, room_name(one.room)) for one in view.rooms])

    def first_field(self) -> QWidget:
        """The text."""
        return self._text

    def _want(self, is_wanted: bool) -> None:
        visit_id, finding_id = self._visit_id, self._binding.row_id
        if finding_id is not None:
            self._desk.do(lambda store: want_found(store, visit_id, finding_id, is_wanted=is_wanted))

    def _remove(self) -> None:
        remove_record(self._desk, Finding, self._binding.row_id, _("Feststellung entfernt."))


class FindingSection(Section):
    """The findings of one room, or of the dwelling as a whole."""

    wanted = Signal()
    """A finding is asked for; the place knows what it is about and calls :meth:`add`."""

    def __init__(self, desk: Desk, view: VisitView, room_id: UUID | None) -> None:
        add = Button("finding_add", _("Feststellung"), icon="plus", shortcut="F4", large=True)
        super().__init__("findings_section", _("Was im Weg ist"), add)
        self._desk = desk
        self._view = view
        self._visit_id = view.visit.id
        self._room_id = room_id
        self._rooms: object = None
        add.clicked.connect(self.wanted)
        self._empty = self.put(SoftText(_("Noch keine Feststellung."), name="findings_empty"))
        self._cards: RecordCards[Finding] = self.put(
            RecordCards("findings", lambda finding: FindingCard(desk, finding, self._view), at_once=_AT_ONCE)
        )
        self._cards.laid_out.connect(self.laid_out)

    def show_findings(self, view: VisitView, findings: tuple[Finding, ...]) -> None:
        """Shows these findings of a visit."""
        self._view = view
        rooms = [(one.room.id, one.room.kind, one.room.name) for one in view.rooms]
        if rooms != self._rooms:
            self._rooms = rooms
            for card in self._cards.findChildren(FindingCard):
                card.show_rooms(view)
        self._empty.setVisible(not findings)
        self._cards.show_records(findings)

    def add(self, text: str = "", criterion: str | None = None) -> None:
        """Adds a finding and puts the focus into it."""
        self._desk.do(
            lambda store: add_finding(
                store, self._visit_id, text, room_id=self._room_id, criterion=criterion
            ),
            then=self._cards.focus_next,
            owner=self,
        )


def _room_split(value: Any) -> Mapping[str, Any]:
    return {"room_id": UUID(value) if value else None}


def _room_join(finding: Any) -> str | None:
    return None if finding.room_id is None else str(finding.room_id.hex)
