"""How the office's documents look: logo, colour and lines, with a page beside them that shows it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from zwk_barrier.casework.office.office_look import keep_logo, remove_logo
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.printing.letter_samples import sample
from zwk_barrier.desktop.admin.reviews_card import ReviewList
from zwk_barrier.desktop.admin.section import Section
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.preview.page_view import PageView
from zwk_barrier.desktop.preview.pages import PdfPages
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.model import Office
from zwk_barrier.problems import Problem
from zwk_barrier.reference.letter_templates import shipped_templates
from zwk_barrier.reports.documents.letter import build_letter
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from uuid import UUID

_SAMPLE = "referral"


class PaperSection(Section):
    """Logo, accent colour and the lines of letters; each change is seen at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("paper")
        self._desk = desk
        self._office_id: UUID | None = None
        self._dialog: QFileDialog | None = None
        self._binding = Binding(desk, Office, owner=self)
        self._reviews = ReviewList(desk)
        self._make_logo()
        card = self.add_card("lines", _("Farbe und Zeilen"))
        rows = RecordRows(card.add(FormRows("paper_form")), self._binding)
        rows.text("accent", key="F", hint=_("Wie #0a5673; leer gilt die Farbe des Programms"))
        rows.text("closing_line", key="G", hint=_("Leer gilt der Gruß der Vorlage"))
        where = _("Steht unter Briefen und am Ende dessen, was Ratsuchende bekommen")
        rows.text("contact_line", key="K", wide=True, hint=where)
        rows.text("bank_line", key="B", wide=True)
        self.add_card(
            "reviews",
            _("Übersetzungen des Kurzberichts"),
            _(
                "Bis ein Mensch eine Sprache geprüft hat, sagt es jeder Kurzbericht in ihr. "
                "Ein Klick zeigt alle ihre Texte neben den deutschen."
            ),
        ).add(self._reviews)
        self.sample = Sample()
        self.add_card("sample", _("So sieht ein Brief aus"), _("Die Person ist erfunden.")).add(self.sample)
        desk.changed.connect(self._reread)
        self._read()

    def choose(self, language: str) -> None:
        """Turns to the review of one language."""
        self._reviews.choose(language)

    def choose_logo(self) -> None:
        """Asks for the file of the logo."""
        dialog = self._dialog = QFileDialog(self.window(), _("Logo wählen"))
        dialog.setObjectName("paper_logo_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Bilder (*.png *.jpg *.jpeg)"))
        dialog.fileSelected.connect(self.take_logo)
        dialog.open()

    def take_logo(self, path: str) -> None:
        """Keeps a picture file as the logo, or says beside the button why not."""
        office_id, chosen = self._office_id, Path(path)
        if office_id is not None:
            self._desk.do(lambda store: keep_logo(store, office_id, chosen), failed=self._tell, owner=self)

    def _make_logo(self) -> None:
        card = self.add_card("logo", _("Logo"), _("Steht oben auf der ersten Seite. PNG oder JPEG."))
        line = card.add(Flow("paper_logo_actions"))
        line.add(Button("paper_logo_choose", _("&Logo wählen …"), icon="image-plus")).clicked.connect(
            self.choose_logo
        )
        self._remove = line.add(Button("paper_logo_remove", _("Logo &entfernen"), icon="trash-2"))
        self._remove.clicked.connect(self._remove_logo)
        self._told = card.add(BodyText(name="paper_logo_told"))

    def _remove_logo(self) -> None:
        office_id = self._office_id
        if office_id is not None:
            self._desk.do(lambda store: remove_logo(store, office_id), failed=self._tell, owner=self)

    def _tell(self, problem: Problem) -> None:
        self._told.setText(str(problem))
        self._told.show()

    def _read(self) -> None:
        self._desk.ask(office_settings, then=self._show, owner=self)
        day = this_day()
        template = shipped_templates()[_SAMPLE]
        self._desk.ask(
            lambda session: build_letter(sample(session, template, day)),
            then=self.sample.show_pdf,
            owner=self,
        )

    def _show(self, office: Office) -> None:
        self._office_id = office.id
        self._binding.show(office)
        self._remove.setVisible(bool(office.logo))
        self._told.setText(_("Das Logo ist da.") if office.logo else _("Noch kein Logo."))

    def _reread(self, changed: Changed) -> None:
        if changed.touches("office"):
            self._read()


class Sample(QWidget):
    """The pages of the sample; let go of when another comes."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper_sample")
        self._pages: PdfPages | None = None
        self._view = PageView()
        self._view.setObjectName("paper_sample_pages")
        self._view.setAccessibleName(_("Beispiel eines Briefes"))
        self._view.setAccessibleDescription("")
        self._view.setMinimumHeight(current_look().px(420))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)

    @property
    def text(self) -> str:
        """What stands on its pages."""
        pages = self._pages
        return "" if pages is None else "\n".join(pages.text(index) for index in range(len(pages)))

    def clear(self) -> None:
        """Lets go of the document."""
        self._view.show_pages(None)
        if self._pages is not None:
            self._pages.close()
        self._pages = None

    def show_pdf(self, content: bytes) -> None:
        """Shows a document in place of the one before, at the same place."""
        if self._pages is not None and self._pages.content == content:
            return
        before, self._pages = self._pages, PdfPages(content)
        self._view.show_pages(self._pages)
        self._view.fit_width()
        if before is not None:
            before.close()
