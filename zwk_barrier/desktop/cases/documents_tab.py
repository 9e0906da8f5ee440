"""The documents of a case: its letters, the way to a new one, and what was passed on to whom."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case.overview import CaseOverview
from zwk_barrier.casework.printing.documents import CaseDocuments, case_documents
from zwk_barrier.casework.printing.letters import LetterRow
from zwk_barrier.desktop.cases.disclosure_entries import disclosure_entries
from zwk_barrier.desktop.cases.office_documents_section import OfficeDocumentsSection
from zwk_barrier.desktop.cases.printed_section import PrintedSection
from zwk_barrier.desktop.cases.rights_section import RightsSection
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToLetter
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.chips import Tone
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SectionTitle, SoftText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.tab_order import TabOrder
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from uuid import UUID


class LettersSection(QWidget):
    """The letters filed in the case, each a row that opens, and the way to a new one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("case_letters")
        self._desk = desk
        self._documents: CaseDocuments | None = None
        self._rows = RowList("case_letter_rows", title=_("Schreiben"))
        self._rows.activated.connect(self._open)
        self._empty = SoftText(
            _("Noch kein Schreiben. Unten eine Vorlage wählen; sie wird aus dem Fall gefüllt."),
            name="case_letters_empty",
        )
        form = FormRows("new_letter_form")
        self._template = form.row(
            _("&Vorlage"), ChoiceField("new_letter_template", empty=_("Vorlage wählen"))
        )
        self._application = form.row(_("&Zum Antrag"), ChoiceField("new_letter_application"))
        self._template.kept.connect(lambda _code: self._show_application())
        self._add = Button("new_letter", _("Neues &Schreiben"), kind=Kind.SECONDARY, icon="plus")
        self._add.clicked.connect(self._begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionTitle(_("Schreiben"), name="case_letters_title"))
        for part in (self._rows, self._empty, form, self._add):
            column.addWidget(part)
        self._show_application()

    def show_documents(self, documents: CaseDocuments) -> None:
        """Shows the letters of a case, and which there can be."""
        is_other = self._documents is None or self._documents.case_id != documents.case_id
        self._documents = documents
        self._rows.show_rows([_row(one) for one in documents.letters])
        self._rows.setVisible(bool(documents.letters))
        self._empty.setVisible(not documents.letters)
        self._template.set_items([(code, one.title()) for code, one in documents.templates.items()])
        self._application.set_items([(key.hex, title) for key, title in documents.applications])
        if is_other:
            self._template.set_value(None)
            self._application.set_value(None)
        self._show_application()

    def _show_application(self) -> None:
        """Which application is only asked where there are several to choose from; one alone is meant."""
        row = self._application.parentWidget()
        documents = self._documents
        if row is None or documents is None:
            if row is not None:
                row.hide()
            return
        template = documents.templates.get(self._template.value() or "")
        row.setVisible(
            template is not None and template.needs_application and len(documents.applications) > 1
        )

    def _begin(self) -> None:
        documents, code = self._documents, self._template.value()
        if documents is None:
            return
        if code is None:
            self._template.setFocus(Qt.FocusReason.OtherFocusReason)
            self._template.showPopup()
            return
        template = documents.templates[code]
        application_id = self._chosen_application(documents) if template.needs_application else None
        self._template.set_value(None)
        self._desk.go(ToLetter(documents.case_id, code, application_id))

    def _chosen_application(self, documents: CaseDocuments) -> "UUID | None":
        chosen = self._application.value()
        keys = [key for key, _title in documents.applications]
        return next((key for key in keys if key.hex == chosen), keys[-1] if keys else None)

    def _open(self, letter_id: "UUID") -> None:
        if self._documents is not None:
            self._desk.go(ToLetter(self._documents.case_id, letter_id=letter_id))


class DocumentsTab(QWidget):
    """The sections of the tab, one below the other."""

    def __init__(self, desk: Desk, history: FieldHistory, *, preferences: Preferences | None = None) -> None:
        super().__init__()
        self.setObjectName("case_documents")
        self._desk = desk
        self._case_id: UUID | None = None
        self._order = TabOrder(self)
        self._letters = LettersSection(desk)
        self._found: CaseDocuments | None = None
        self._disclosures = disclosure_entries(desk, history, lambda: self._found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(28)
        self._office_documents = OfficeDocumentsSection(desk, preferences)
        self._printed = PrintedSection(desk)
        self._rights = RightsSection(desk)
        for part in (self._letters, self._disclosures, self._rights, self._office_documents, self._printed):
            column.addWidget(part)
        column.addStretch()

    def show_case(self, overview: CaseOverview) -> None:
        """Shows the documents of the case."""
        self._case_id = case_id = overview.view.case.id
        self._desk.ask(lambda session: case_documents(session, case_id), then=self._show, owner=self)
        self._rights.show_case(case_id)
        self._office_documents.show_case(case_id)
        self._printed.show_case(case_id)

    def _show(self, documents: CaseDocuments) -> None:
        if documents.case_id != self._case_id:
            return  # the person went on to another case in between
        self._found = documents
        self._letters.show_documents(documents)
        self._disclosures.show_entries(documents.case_id, documents.disclosures)
        self._order.renew()


def _row(one: LetterRow) -> Row:
    letter = one.letter
    written = format_date(letter.written_on) if letter.written_on else ""
    tail = f" · {one.recipient}" if one.recipient else ""
    if letter.sent_on is not None:
        way = load_code_list("sending").label(letter.sending)
        note = _("Abgeschickt am {day}, {way}").format(day=format_date(letter.sent_on), way=way)
        return Row(letter.id, one.title, tail, note, badge=written, tone=Tone.GOOD, badge_icon="send")
    if letter.printed_at is not None:
        day = format_date(letter.printed_at.astimezone().date())
        note = _("Gedruckt oder gespeichert am {day}, noch nicht abgeschickt").format(day=day)
        return Row(letter.id, one.title, tail, note, badge=written, tone=Tone.SOON)
    return Row(letter.id, one.title, tail, _("Entwurf"), badge=written)
