"""A document beside the fields it is made from: its pages as they will be printed, saved or sent to a printer.

pane = DocumentPane(desk, "letter")
pane.show_pdf(content, "Antrag_2026-0147.pdf")     # the place in view stays where it is
pane.show_pdf(content, name, used=note)             # note(content, is_faulty) once they are saved or printed
"""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.document_output import DocumentOutput, Leaving, Used
from zwk_barrier.desktop.preview.page_view import PageView
from zwk_barrier.desktop.preview.pages import PdfPages
from zwk_barrier.desktop.widgets.buttons import IconButton
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.wording import _

_ZOOM_STEP = 1.2


class DocumentPane(QWidget):
    """The pages of one document, which is set anew while its fields change."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_pane")
        self._pages: PdfPages | None = None
        self._file_name = ""
        self._used: Used | None = None
        self.output = DocumentOutput(desk, self, self.objectName())
        self.view = PageView()
        self.view.setObjectName(f"{name}_pages")
        self.view.setAccessibleDescription(_("Was hier steht, steht auch in den Feldern daneben."))
        self.view.page_changed.connect(self._show_place)
        self._state = SoftText(_("Das Dokument wird gesetzt …"), name=f"{name}_pane_state")
        tools = Flow(f"{name}_pane_tools", to_right=True)
        for key, text, icon, factor, keys in (
            ("smaller", _("Kleiner"), "zoom-out", 1 / _ZOOM_STEP, "Ctrl+-"),
            ("larger", _("Größer"), "zoom-in", _ZOOM_STEP, "Ctrl++"),
        ):
            button = tools.add(IconButton(f"{name}_{key}", text, icon=icon, shortcut=keys))
            button.clicked.connect(lambda _checked=False, by=factor: self.view.set_zoom(self.view.zoom * by))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._state)
        column.addWidget(self.view, 1)
        column.addWidget(tools)

    @property
    def is_ready(self) -> bool:
        """Whether there is a document to print."""
        return self._pages is not None

    def show_pdf(self, content: bytes, file_name: str, used: Used | None = None) -> None:
        """Shows a document; when it replaces an earlier one the place in view stays.

        ``used`` is told its bytes whenever it was saved or sent to a printer, whatever is shown by then.
        """
        is_first, self._used = self._pages is None, used
        if self._pages is not None and self._pages.content == content:
            return
        place = self.view.verticalScrollBar().value()
        before, self._pages, self._file_name = self._pages, PdfPages(content), file_name
        self.view.show_pages(self._pages)
        if before is not None:
            before.close()
        if is_first:
            self.view.fit_width()
        else:
            self.view.verticalScrollBar().setValue(place)
        self._show_place(0 if is_first else self.view.page())

    def clear(self) -> None:
        """Lets go of the document, so that it does not linger in memory."""
        self.view.show_pages(None)
        if self._pages is not None:
            self._pages.close()
        self._pages = None
        self._state.setText(_("Das Dokument wird gesetzt …"))

    def say(self, sentence: str) -> None:
        """Shows a sentence over the pages, e.g. why there are none."""
        self._state.setText(sentence)

    def save(self) -> None:
        """Asks where, then writes the document whole or not at all."""
        if self._pages is not None:
            self.output.save(self._leaving(self._pages), _("Dokument speichern"))

    def save_to(self, path: str) -> None:
        """Writes the document to a file on a thread of its own."""
        if self._pages is not None:
            self.output.save_to(path, self._leaving(self._pages))

    def print_document(self) -> None:
        """Opens the system's print dialog."""
        if self._pages is not None:
            self.output.print_document(self._leaving(self._pages))

    def _leaving(self, pages: PdfPages) -> Leaving:
        printed = _("Das Dokument ist beim Drucker.")
        return Leaving(pages.content, self._file_name, len(pages), self._used, printed)

    def _show_place(self, page: int) -> None:
        if self._pages is not None:
            self._state.setText(_("Seite {page} von {count}").format(page=page + 1, count=len(self._pages)))
