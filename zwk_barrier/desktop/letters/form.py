"""The fields of one letter: to whom, what it says, the measures one by one, what is enclosed.

Each field shows the letter as it stands.  What is put back to the proposal is kept as nothing, so that it
follows the case again.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier import wording
from zwk_barrier.casework.printing import letters
from zwk_barrier.casework.printing.letter_draft import MEASURES, PURPOSE, LetterDraft
from zwk_barrier.casework.printing.letter_filling import ENCLOSURES, MEASURE, TEXT, DraftText
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_rows import code_choices
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import DateField
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.many_choice_field import ManyChoiceField
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.model import Letter
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.desktop.widgets.keeping import Field

_DELAY = 0.8  # seconds after the last key: the letter beside the fields follows while one writes
_PASSING_ON = "weitergabe_"

ValueOf = Callable[[LetterDraft], Any]
Start = Callable[[OfficeStore, Mapping[str, Any]], tuple[Changed, UUID]]


def shape_of(draft: LetterDraft) -> tuple[str, ...]:
    """Which fields a letter has; with the same ones a form is kept, and with it cursor and typing."""
    keys = [draft.template.code, *(one.key for one in draft.paragraphs)]
    keys += [one.id.hex for one in draft.measures]
    return (*keys, str(len(draft.offered_measures)), str(len(draft.photos)), draft.view.case.id.hex)


class LetterForm(QWidget):
    """The fields of a letter of this shape; ``start`` files it with the first value that is kept."""

    def __init__(self, desk: Desk, draft: LetterDraft, start: Start) -> None:
        super().__init__()
        self.setObjectName("letter_form")
        self.shape = shape_of(draft)
        self._draft = draft
        self._values: list[tuple[Field, ValueOf]] = []
        self.binding = Binding(desk, Letter, owner=self, keep=letters.keep)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._add_address(draft)
        self._add_texts(draft)
        if draft.template.has_block("reasons", "works"):
            self._add_measures(draft)
        self._add_enclosures(draft)
        if draft.letter is None:
            self.binding.begin(start)
        self.show_draft(draft)

    def show_draft(self, draft: LetterDraft) -> None:
        """Shows the letter as it stands; what is being typed stays."""
        self._draft = draft
        if draft.letter is not None:
            self.binding.show(draft.letter)
        elif self.binding.row_id is None:
            for field, value_of in self._values:
                field.set_value(value_of(draft))

    def focus_on(self, key: str) -> None:
        """Puts the keyboard into a field."""
        field = self.findChild(QWidget, f"letter_{key}")
        (field or self.first_field()).setFocus(Qt.FocusReason.TabFocusReason)

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return cast("QWidget", self._values[0][0])

    def _card(self, name: str, title: str) -> FormRows:
        card = Card(f"letter_{name}_card", title=title)
        self._column.addWidget(card)
        return card.add(FormRows(f"letter_{name}_form"))

    def _add_address(self, draft: LetterDraft) -> None:
        rows = self._card("address", _("An wen"))
        recipient = rows.row(
            _("&Empfänger mit Anschrift"), NoteField("letter_recipient", lines=4, delay=_DELAY), wide=True
        )
        self._tie("recipient", recipient, lambda shown: shown.recipient)
        day = rows.row(_("&Datum des Schreibens"), DateField("letter_written_on"))
        self._tie("written_on", day, lambda shown: shown.written_on)
        if draft.template.recipient == "other":
            offered = [pair for pair in code_choices("consent_purpose") if pair[0].startswith(_PASSING_ON)]
            purpose = rows.row(_("Wofür"), ChoiceField("letter_purpose", offered, is_optional=False))
            self._tie(PURPOSE, purpose, lambda shown: shown.consent.purpose)

    def _add_texts(self, draft: LetterDraft) -> None:
        rows = self._card("texts", _("Text"))
        subject = rows.row(_("&Betreff"), TextField("letter_subject", delay=_DELAY), wide=True)
        self._tie_text(subject, "subject", lambda shown: shown.subject)
        greeting = rows.row(_("Anrede"), TextField("letter_greeting", delay=_DELAY))
        self._tie_text(greeting, "greeting", lambda shown: shown.greeting)
        for number, one in enumerate(draft.paragraphs, start=1):
            if not one.proposed and not one.text:
                continue
            label = _heading(one.heading, number)
            field = rows.row(label, NoteField(f"letter_{one.key}", lines=2, delay=_DELAY), wide=True)
            self._tie_text(field, one.key, partial(_paragraph, one.key))
        closing = rows.row(_("Gruß"), TextField("letter_closing", delay=_DELAY))
        self._tie_text(closing, "closing", lambda shown: shown.closing)

    def _add_measures(self, draft: LetterDraft) -> None:
        rows = self._card("measures", _("Maßnahmen"))
        if draft.application is None and draft.offered_measures:
            items = [(one.id.hex, one.title or _("Ohne Bezeichnung")) for one in draft.offered_measures]
            field = rows.row(
                _("Um welche &Maßnahmen es geht"), ManyChoiceField("letter_measures", items), wide=True
            )
            self._tie(MEASURES, field, lambda shown: tuple(one.id.hex for one in shown.measures))
        for one in draft.measures:
            field_name = f"letter_measure_{one.id.hex}"
            text = rows.row(
                one.title,
                NoteField(field_name, lines=2, delay=_DELAY),
                wide=True,
                hint=_("Jede Zeile wird ein eigener Punkt."),
            )
            self._tie_measure(cast("Field", text), one.id)

    def _tie_measure(self, field: "Field", key: UUID) -> None:
        def split(value: str | None) -> dict[str, Any]:
            is_proposed = (value or "") == self._draft.proposed_measures.get(key)
            return {MEASURE + key.hex: None if is_proposed else value or ""}

        self._values.append((field, partial(_measure, key)))
        self.binding.tie_several(field, split, lambda _row: _measure(key, self._draft))

    def _add_enclosures(self, draft: LetterDraft) -> None:
        rows = self._card("enclosures", _("Anlagen"))
        if draft.template.takes_photos:
            items = [(one.photo.id.hex, one.title() or _("Foto")) for one in draft.photos]
            photos = rows.row(
                _("&Fotos in diesem Dokument"),
                ManyChoiceField("letter_photos", items, empty=_("Keine Fotos gewählt")),
                hint="" if items else _("Fotos entstehen beim Hausbesuch."),
                wide=True,
            )
            self._tie("photos", photos, lambda shown: tuple(key.hex for key in shown.chosen_photos))
        typed = rows.row(
            _("Weitere &Anlagen"),
            NoteField("letter_enclosures", lines=2, delay=_DELAY),
            hint=_("Eine in jeder Zeile. Nachweise des Antrags, die vorliegen, stehen von selbst da."),
            wide=True,
        )
        self._tie(ENCLOSURES, typed, lambda shown: shown.enclosures)

    def _tie(self, key: str, field: QWidget, value_of: ValueOf) -> None:
        tied = cast("Field", field)
        self._values.append((tied, lambda draft: value_of(draft) or None))
        self.binding.tie_several(tied, lambda value: {key: value}, lambda _row: value_of(self._draft) or None)

    def _tie_text(self, field: QWidget, key: str, text_of: Callable[[LetterDraft], DraftText | None]) -> None:
        """A text that is as proposed is kept as nothing; an emptied one is left out of the letter."""
        tied = cast("Field", field)

        def shown(draft: LetterDraft) -> str | None:
            found = text_of(draft)
            return (found.text or None) if found is not None else None

        def split(value: str | None) -> dict[str, Any]:
            found = text_of(self._draft)
            is_proposed = found is not None and (value or "") == found.proposed
            return {TEXT + key: None if is_proposed else value or ""}

        self._values.append((tied, shown))
        self.binding.tie_several(tied, split, lambda _row: shown(self._draft))


def _heading(heading: str, number: int) -> str:
    """What a paragraph's field is called: its heading, which is German, or its number."""
    is_readable = heading and wording.language() == "de"
    return heading if is_readable else _("Absatz {number}").format(number=number)


def _paragraph(key: str, draft: LetterDraft) -> DraftText | None:
    return next((one for one in draft.paragraphs if one.key == key), None)


def _measure(key: UUID, draft: LetterDraft) -> str | None:
    return next((one.text for one in draft.measures if one.id == key), "") or None
