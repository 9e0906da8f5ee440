"""Notes made in passing: written at once, tied to a room or a measure then, later or never."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zwk_barrier.casework.visit.rooms import room_name
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_cards import RecordCards
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.removing import remove_record
from zwk_barrier.desktop.visits.draft_note import DraftNote
from zwk_barrier.desktop.visits.section import Section
from zwk_barrier.desktop.visits.visit_form import VisitForm
from zwk_barrier.desktop.widgets.buttons import IconButton
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.model import VisitNote
from zwk_barrier.wording import _

_AT_ONCE = 2  # cards; each takes some milliseconds
_ROOM, _MEASURE = "room", "measure"


class NoteCard(Card):
    """One note, edited in place."""

    def __init__(self, desk: Desk, view: VisitView) -> None:
        super().__init__("note_card")
        self._desk = desk
        self._binding = Binding(desk, VisitNote, owner=self)
        form = VisitForm("note_card_form")
        self._text = RecordRows(form, self._binding).note("text", lines=2)
        self._place = ChoiceField("visit_note_place", empty=_("– noch nicht zugeordnet –"))
        form.row(_("Gehört zu"), self._place)
        self._binding.tie_several(self._place, _split, _join, columns=("room_id", "measure_id"))
        FieldHistory(desk, self).watch(self._binding)
        remove = IconButton("visit_note_remove", _("Notiz entfernen"), icon="trash-2", large=True)
        remove.clicked.connect(self._remove)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(form, 1)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.show_places(view)

    def show_places(self, view: VisitView) -> None:
        """Offers the rooms and measures there are now."""
        rooms = [(f"{_ROOM}:{one.room.id.hex}", room_name(one.room)) for one in view.rooms]
        measures = [
            (
                f"{_MEASURE}:{one.id.hex}",
                _("Maßnahme: {title}").format(title=one.title or _("Ohne Bezeichnung")),
            )
            for one in view.measures
        ]
        self._place.set_items([*rooms, *measures])

    def show_record(self, record: VisitNote) -> None:
        """Shows the note as it is kept now."""
        self._binding.show(record)

    def first_field(self) -> QWidget:
        """The text."""
        return self._text

    def _remove(self) -> None:
        remove_record(self._desk, VisitNote, self._binding.row_id, _("Notiz entfernt."))


class NoteSection(Section):
    """Notes under one heading, new ones first; hidden without any."""

    def __init__(
        self, desk: Desk, name: str, title: str, view: VisitView, room_id: UUID | None = None
    ) -> None:
        super().__init__(name, title, None)
        self._view = view
        self._notes: Sequence[VisitNote] = ()
        self._places: object = None
        self._draft = self.put(DraftNote(desk, view.visit.id, room_id))
        self._draft.left.connect(self._show)
        self._cards: RecordCards[VisitNote] = self.put(
            RecordCards(f"{name}_cards", lambda _note: NoteCard(desk, self._view), at_once=_AT_ONCE)
        )
        self._cards.laid_out.connect(self.laid_out)

    def show_notes(self, view: VisitView, notes: Sequence[VisitNote]) -> None:
        """Shows these notes of a visit."""
        self._view, self._notes = view, notes
        places = (
            [(one.room.id, one.room.kind, one.room.name) for one in view.rooms],
            [(one.id, one.title) for one in view.measures],
        )
        if places != self._places:
            self._places = places
            for card in self._cards.findChildren(NoteCard):
                card.show_places(view)
        self._show()

    def begin(self) -> QWidget:
        """Begins a note, with the keyboard in it at once; gives what is written on."""
        self.show()
        paper = self._draft.begin()
        self._show()
        self.laid_out.emit()
        return paper

    def _show(self) -> None:
        """A note is shown once: while it is being written as the draft, then among the others."""
        draft = self._draft
        there = {note.id for note in self._notes}
        if not draft.is_open and draft.note_id in there:
            draft.hide()
        others = [note for note in self._notes if draft.isHidden() or note.id != draft.note_id]
        self._cards.show_records(others)
        self.setVisible(bool(self._notes) or not draft.isHidden())


def is_note(widget: QWidget | None) -> bool:
    """Whether a widget is part of a note."""
    while widget is not None and not isinstance(widget, NoteCard | DraftNote):
        widget = widget.parentWidget()
    return widget is not None


def _split(value: Any) -> Mapping[str, Any]:
    kind, _sign, hexed = (value or "").partition(":")
    found = UUID(hexed) if hexed else None
    return {
        "room_id": found if kind == _ROOM else None,
        "measure_id": found if kind == _MEASURE else None,
    }


def _join(note: Any) -> str | None:
    if note.measure_id is not None:
        return f"{_MEASURE}:{note.measure_id.hex}"
    return None if note.room_id is None else f"{_ROOM}:{note.room_id.hex}"
