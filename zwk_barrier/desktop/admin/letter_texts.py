"""The texts of one template, a field each, with when a paragraph is there."""

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier import wording
from zwk_barrier.casework.printing.own_letters import texts_of
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.reference.letter_placeholders import PLACEHOLDERS
from zwk_barrier.reference.letter_template import LetterTemplate, Paragraph
from zwk_barrier.reference.rights_texts import editable_texts
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.desktop.widgets.keeping import Field


class LetterTexts(QWidget):
    """A field for each text; ``kept`` tells its code and what was written."""

    kept = Signal(str, str)

    def __init__(self, template: LetterTemplate) -> None:
        super().__init__()
        self.setObjectName("letter_texts")
        self.code = template.code
        self._fields: dict[str, Field] = {}
        self._refused: set[str] = set()
        card = Card("letter_texts_card", title=_("Texte"))
        self._rows = card.add(FormRows("letter_texts_form", columns=1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._add("subject", _("&Betreff"), TextField("letter_text_subject"))
        self._add("greeting", _("Anrede"), TextField("letter_text_greeting"))
        shipped = editable_texts()[template.code]
        for number, one in enumerate(shipped.paragraphs, start=1):
            if one.text:
                is_readable = one.heading and wording.language() == "de"  # the headings of letters are German
                label = one.heading if is_readable else _("Absatz {number}").format(number=number)
                self._add(
                    one.code, label, NoteField(f"letter_text_{one.code}", lines=2), hint=_condition(one)
                )
        self._add("closing", _("Gruß"), TextField("letter_text_closing"))
        if shipped.reply:
            self._add("reply", _("Antwort zum Zurücksenden"), NoteField("letter_text_reply", lines=2))
        self.show_template(template)

    def show_template(self, template: LetterTemplate) -> None:
        """Shows the texts as they are kept; one with a mistake stays as it was written."""
        texts = texts_of(template)
        for key, field in self._fields.items():
            if key not in self._refused:
                field.set_value(texts.get(key) or None)

    def tell(self, key: str, sentence: str) -> None:
        """Says beside its field why a text cannot be kept; an empty sentence takes that away."""
        self._refused.discard(key)
        if sentence:
            self._refused.add(key)
        self._fields[key].failed.emit(sentence)

    def _add(self, key: str, label: str, widget: QWidget, *, hint: str = "") -> None:
        field = cast("Field", self._rows.row(label, widget, hint=hint))
        self._fields[key] = field
        field.kept.connect(lambda value: self._keep(key, value))

    def _keep(self, key: str, value: Any) -> None:
        self.kept.emit(key, value or "")


def _condition(one: Paragraph) -> str:
    """When the paragraph is there, in words; empty for always."""
    parts = []
    if one.only_with:
        parts.append(_("Nur mit: {names}.").format(names=_names(one.only_with)))
    if one.not_with:
        parts.append(_("Nicht mit: {names}.").format(names=_names(one.not_with)))
    if one.joins:
        parts.append(_("Steht im selben Absatz wie der Text davor."))
    return " ".join(parts)


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(PLACEHOLDERS[name].label() for name in names)
