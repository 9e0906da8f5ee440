"""The templates of letters: the office's own words in place of the shipped ones, checked, and how they look."""

from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from zwk_barrier.casework.printing import own_letters
from zwk_barrier.casework.printing.letter_samples import sample
from zwk_barrier.casework.printing.rights_sheets import consent_sheet, notice_sheet
from zwk_barrier.desktop.admin.letter_texts import LetterTexts
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.document_pane import DocumentPane
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import NoteText, SoftText
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.desktop.widgets.tab_order import tab_in_reading_order
from zwk_barrier.model.letter_document import LetterDocument
from zwk_barrier.model.rights_sheet import RightsSheet
from zwk_barrier.problems import Problem
from zwk_barrier.reference.letter_placeholders import PLACEHOLDERS
from zwk_barrier.reference.letter_template import LetterTemplate
from zwk_barrier.reference.rights_texts import CONSENT, editable_texts, rights_texts
from zwk_barrier.reports.documents.letter import build_letter, letter_file_name
from zwk_barrier.reports.documents.rights_sheet import build_rights_sheet, rights_sheet_file_name
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _, speaking

_FIRST: Final = "application"
_PANE_HEIGHT: Final = 640  # px: a page is read in it without scrolling sideways
_FIRST_PURPOSE: Final = "daten_beratung"
_Found = tuple[LetterTemplate, LetterDocument | RightsSheet]


class LettersSection(QWidget):
    """One template at a time: its texts at the left, the letter for somebody invented at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("letters_section")
        self._desk = desk
        self._code = _FIRST
        self._built = 0
        self._texts: LetterTexts | None = None
        self._choice = ChoiceField("letters_template", is_optional=False)
        self._choice.set_items([(code, one.title()) for code, one in editable_texts().items()])
        self._choice.set_value(_FIRST)
        self._choice.kept.connect(self._choose)
        self._state = SoftText(name="letters_state")
        self._restore = Button(
            "letters_restore", _("Mitgelieferten Text zurückholen"), kind=Kind.QUIET, icon="undo-2"
        )
        self._restore.clicked.connect(self._take_back)
        self.pane = DocumentPane(desk, "letters")
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._left = QWidget()
        self._column = QVBoxLayout(self._left)
        self._lay_out()
        desk.changed.connect(self._changed)
        self.refit()
        self._read()

    def choose(self, code: str) -> None:
        """Turns to one template; nothing for a code that none has."""
        if code in editable_texts():
            self._choice.set_value(code)
            self._choose(code)

    def refit(self) -> None:
        """Puts the letter below its texts at large text; the theme calls it after the text size has changed."""
        if current_look().is_large:
            self._column.addWidget(self.pane)
            self.pane.setMinimumHeight(_PANE_HEIGHT)
        else:
            self._halves.addWidget(self.pane)
            self.pane.setMinimumHeight(0)

    def _choose(self, code: str) -> None:
        self._code = code
        self._read()

    def _read(self) -> None:
        code, today = self._code, this_day()

        def question(session: Any) -> _Found:
            template = own_letters.template_of(session, code)
            return template, _document(session, template, today)

        self._desk.ask(question, then=self._show, owner=self)

    def _show(self, found: _Found) -> None:
        template, document = found
        if template.code != self._code:
            return  # another one was chosen in between
        self._state.setText(_("Mit eigenem Text.") if template.is_own else _("So, wie sie mitgeliefert ist."))
        self._restore.setVisible(template.is_own)
        if self._texts is None or self._texts.code != template.code:
            self._make_texts(template)
        elif self._texts is not None:
            self._texts.show_template(template)
        self._set(document)

    def _make_texts(self, template: LetterTemplate) -> None:
        if self._texts is not None:
            settle_all(self._texts)
            self._column.removeWidget(self._texts)
            self._texts.hide()
            self._texts.deleteLater()
        self._texts = LetterTexts(template)
        self._texts.kept.connect(partial(self._keep, self._texts))
        self._column.insertWidget(1, self._texts)
        tab_in_reading_order(self._left)

    def _keep(self, texts: LetterTexts, key: str, text: str) -> None:
        """Keeps one text; with a mistake it stays in its field, the reason beside it."""
        code = texts.code

        def refused(problem: Problem) -> None:
            texts.tell(key, str(problem))

        self._desk.do(
            lambda store: own_letters.keep_text(store, code, key, text),
            then=lambda _nothing: texts.tell(key, ""),
            failed=refused,
            owner=texts,
        )

    def _take_back(self) -> None:
        code = self._code
        self._choice.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.do(
            lambda store: own_letters.restore(store, code),
            then=lambda _nothing: self._desk.say(
                _("Der mitgelieferte Text steht wieder da."), with_undo=True
            ),
            owner=self,
        )

    def _set(self, document: LetterDocument | RightsSheet) -> None:
        self._built += 1
        number = self._built

        def done(made: tuple[bytes, str]) -> None:
            if number == self._built:  # else it has changed once more
                self.pane.show_pdf(*made)

        self._desk.work.ask(
            lambda: _made(document),
            then=done,
            failed=lambda problem: self.pane.say(str(problem)),
            owner=self,
        )

    def _changed(self, changed: Changed) -> None:
        if changed.touches("letter_template", "office"):
            self._read()

    def _lay_out(self) -> None:
        left = self._left
        left.setObjectName("letters_left")
        self._column.setContentsMargins(0, 16, 8, 24)
        self._column.setSpacing(16)
        self._column.addWidget(self._make_choice())
        self._column.addWidget(_placeholder_help())
        self._column.addStretch()
        self._halves.setObjectName("letters_halves")
        self._halves.setChildrenCollapsible(False)
        self._halves.setHandleWidth(12)  # room for the focus ring on either side
        self._halves.addWidget(ScrollPage("letters_scroll", left))
        self._halves.addWidget(self.pane)
        self._halves.setSizes([600, 500])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.addWidget(self._halves)

    def _make_choice(self) -> Card:
        card = Card("letters_choice", title=_("Vorlagen für Schreiben"))
        card.add(
            SoftText(
                _(
                    "Ihre Worte statt der mitgelieferten. Schreiben, die schon abgeschickt sind, bleiben, wie sie sind."
                ),
                name="letters_lead",
            )
        )
        form = card.add(FormRows("letters_form", columns=1))
        form.row(_("&Vorlage"), self._choice)
        card.add(self._state)
        card.add(self._restore)
        return card


def _placeholder_help() -> Card:
    """Every placeholder with what it stands for, to write into a text."""
    card = Card("letters_placeholders", title=_("Platzhalter"))
    lead = _(
        "In geschweiften Klammern geschrieben, zum Beispiel {name}. Was fehlen kann, gehört in einen Absatz, "
        "der nur damit da ist."
    )
    card.add(SoftText(lead, name="letters_placeholders_lead"))
    lines = [f"{{{one.name}}}  {one.label()}" for one in PLACEHOLDERS.values() if not one.is_flag]
    card.add(NoteText("\n".join(lines), name="letters_placeholders_list"))
    return card


def _document(session: Any, template: LetterTemplate, today: date) -> LetterDocument | RightsSheet:
    """How a template looks: a letter for somebody invented, a sheet about rights as a blank one."""
    if template.code not in rights_texts():
        return sample(session, template, today)
    with speaking("de"):
        if template.code == CONSENT:
            return consent_sheet(session, template, None, _FIRST_PURPOSE, today)
        return notice_sheet(session, template, None, today)


def _made(document: LetterDocument | RightsSheet) -> tuple[bytes, str]:
    if isinstance(document, RightsSheet):
        return build_rights_sheet(document), rights_sheet_file_name(document)
    return build_letter(document), letter_file_name(document)
