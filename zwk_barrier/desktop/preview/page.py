"""The program's own preview: the pages as they will be printed, and beside them their text to read."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.printing.document_gaps import About, about
from zwk_barrier.casework.printing.printed_documents import Printing, keep_printed
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Back, Destination, ToClientCopy, ToVisitReport, ToVisitSheet
from zwk_barrier.desktop.document_output import DocumentOutput, Leaving
from zwk_barrier.desktop.plan_warning import PlanWarning
from zwk_barrier.desktop.preview.document_kind import DocumentKind
from zwk_barrier.desktop.preview.documents import document_of
from zwk_barrier.desktop.preview.missing import MissingList
from zwk_barrier.desktop.preview.pages import PdfPages
from zwk_barrier.desktop.preview.print_choice import PrintChoice, has_choice, shown_by
from zwk_barrier.desktop.preview.printed import printing_of
from zwk_barrier.desktop.preview.reading import Reading
from zwk_barrier.desktop.widgets.buttons import Button, FoldingButton, IconButton, Kind
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import PageTitle, SoftText
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwk_barrier.store.journal import Changed

_ZOOM_STEP = 1.2
_Made = tuple[bytes, str, Printing]


class PreviewPage(QWidget):
    """Shows, prints and saves one document."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview_page")
        self.desk = desk
        self._pages: PdfPages | None = None
        self._file_name = ""
        self._printing: Printing | None = None
        self._register: Callable[[str, bytes], Changed] | None = None
        self.output = DocumentOutput(desk, self, "preview")
        self.output.progressed.connect(self._show_progress)
        self.output.ended.connect(lambda: self._show_place(0))
        self._heading = PageTitle(_("Besuchsbericht"), name="preview_title")
        self._state = SoftText(_("Der Bericht wird gesetzt …"), name="preview_state")
        self._unapproved = PlanWarning("preview_plan_warning", desk)
        self._missing = MissingList(desk)
        self._reading = Reading()
        self._view = self._reading.view
        self._reading.page_changed.connect(self._show_place)
        self._destination: Destination | None = None
        self._kind: DocumentKind | None = None
        self._asked = 0
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._set_again)
        self._save = FoldingButton("preview_save", _("Speichern …"), icon="download", shortcut="Ctrl+S")
        self._buttons = self._make_buttons()
        self._named = CheckField("preview_named", _("Mit &Name und Anschrift"))
        self._named.clicked.connect(self._choose_name)
        self._lay_out()
        self._make_shortcuts()
        self._set_ready(is_ready=False)

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return self._heading.text()

    def show_destination(self, destination: Destination) -> None:
        """Sets a document anew from what is kept now."""
        kind = document_of(destination, self.desk.store)
        if kind is None:
            return
        self._destination, self._kind = destination, kind
        self._again.stop()
        self._close_document()
        self._missing.forget()
        self._heading.setText(kind.title)
        self._state.setText(kind.setting)
        self._buttons["choice"].setVisible(has_choice(destination))
        self._named.setVisible(isinstance(destination, ToVisitSheet))
        self._named.set_value(isinstance(destination, ToVisitSheet) and destination.with_name)
        if isinstance(destination, ToVisitReport | ToClientCopy):
            self._unapproved.tell_of_visit(destination.visit_id)
        else:
            self._unapproved.tell_nothing()
        self._asked += 1
        number, photos, printing = self._asked, self.desk.store.photos, printing_of(destination, "", None)

        def gather(_nothing: None) -> None:
            if number == self._asked:  # else another document is wanted by now
                self.desk.ask(
                    lambda session: (
                        kind.gather(session, photos, this_day()),
                        about(session, case_id=printing.case_id, visit_id=printing.visit_id),
                    ),
                    then=lambda found: self._set(kind, *found, number),
                    failed=self._tell,
                    owner=self,
                )

        # Behind what is still being kept: the value typed last belongs into the document.
        self.desk.work.do(lambda: None, then=gather, owner=self)

    def leave(self) -> None:
        """Nothing is typed here; the document is let go so that it does not linger in memory."""
        self._close_document()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._save.fold_for(self.width())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._destination is not None and self._pages is None:
            self._again.start()  # back after locking; coming from another page is told a moment later

    def _set_again(self) -> None:
        if self._destination is not None:
            self.show_destination(self._destination)

    def _choose_name(self, with_name: bool) -> None:
        if isinstance(self._destination, ToVisitSheet):
            self.show_destination(replace(self._destination, with_name=with_name))

    def _choose_output(self) -> None:
        if isinstance(self._destination, ToVisitReport | ToClientCopy):
            PrintChoice(self, self._destination, self.show_destination).open()

    def _set(self, kind: DocumentKind, record: Any, about: About, number: int) -> None:
        """Sets what was gathered, with the database free for others meanwhile."""
        if number == self._asked and self._destination is not None:
            self._destination = shown_by(self._destination, record)
            if kind.gaps is not None:
                self._missing.show_gaps(kind.gaps(record), about)

        def done(made: _Made) -> None:
            if number == self._asked:  # else another document is wanted by now
                self._register = None if kind.register is None else partial(kind.register, record)
                self._show_document(made)

        printing = printing_of(self._destination or Back(), kind.title, record)
        self.desk.work.ask(
            lambda: (kind.build(record), kind.name(record), printing),
            then=done,
            failed=self._tell,
            owner=self,
        )

    def _make_buttons(self) -> dict[str, Button]:
        buttons = {
            "back": IconButton("preview_back", _("Zurück"), icon="arrow-left"),
            "smaller": IconButton("preview_smaller", _("Kleiner"), icon="zoom-out", shortcut="Ctrl+-"),
            "larger": IconButton("preview_larger", _("Größer"), icon="zoom-in", shortcut="Ctrl++"),
            "find": IconButton("preview_find", _("Im Dokument suchen"), icon="search", shortcut="Ctrl+F"),
            "choice": IconButton(
                "preview_choice", _("Sprache und Schrift"), icon="languages", shortcut="Ctrl+U"
            ),
            "save": self._save,
            "print": FoldingButton(
                "preview_print", _("Drucken …"), kind=Kind.PRIMARY, icon="printer", shortcut="Ctrl+P"
            ),
        }
        buttons["back"].clicked.connect(lambda: self.desk.go(Back()))
        buttons["smaller"].clicked.connect(lambda: self._view.set_zoom(self._view.zoom / _ZOOM_STEP))
        buttons["larger"].clicked.connect(lambda: self._view.set_zoom(self._view.zoom * _ZOOM_STEP))
        buttons["find"].clicked.connect(self._reading.search)
        buttons["choice"].clicked.connect(self._choose_output)
        buttons["save"].clicked.connect(self.save)
        buttons["print"].clicked.connect(self.print_document)
        return buttons

    def _make_shortcuts(self) -> None:
        fit = QShortcut(QKeySequence("Ctrl+0"), self)
        fit.activated.connect(self._view.fit_width)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._escape)

    def _escape(self) -> None:
        if not self._reading.end_search():
            self.desk.go(Back())

    def _lay_out(self) -> None:
        words = QWidget()
        grid = QGridLayout(words)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._buttons["back"], 0, 0)
        grid.addWidget(self._heading, 0, 1)
        grid.addWidget(self._state, 1, 1)
        grid.setColumnStretch(1, 1)
        actions = Flow("preview_actions", to_right=True)
        actions.add(self._named)
        actions.add(self._missing.button)
        for name in ("choice", "find", "smaller", "larger", "save", "print"):
            actions.add(self._buttons[name])
        head = Columns("preview_head", fold_at=760)
        head.add(words, 1)
        head.add(actions, 3)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 16, 24, 16)
        page.setSpacing(12)
        for part in (head, self._missing, self._unapproved):
            page.addWidget(part)
        page.addWidget(self._reading, 1)

    def _show_document(self, made: _Made) -> None:
        content, self._file_name, self._printing = made
        self._pages = PdfPages(content)
        self._reading.show_pages(self._pages)
        self._set_ready(is_ready=True)
        self._show_place(0)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_place(self, page: int) -> None:
        if self._pages is not None:
            self._state.setText(_("Seite {page} von {count}").format(page=page + 1, count=len(self._pages)))

    def _tell(self, problem: Problem) -> None:
        self._state.setText(str(problem))

    def _set_ready(self, *, is_ready: bool) -> None:
        for name in ("find", "smaller", "larger", "save", "print"):
            self._buttons[name].setEnabled(is_ready)

    def _close_document(self) -> None:
        self._set_ready(is_ready=False)
        self._reading.show_pages(None)
        if self._pages is not None:
            self._pages.close()
        self._pages = None

    def save(self) -> None:
        """Asks where, then writes the document whole or not at all."""
        if (leaving := self._leaving()) is not None:
            self.output.save(leaving, "" if self._kind is None else self._kind.saving)

    def save_to(self, path: str) -> None:
        """Writes the document to a file on a thread of its own."""
        if (leaving := self._leaving()) is not None:
            self.output.save_to(path, leaving)

    def print_document(self) -> None:
        """Opens the system's print dialog."""
        if (leaving := self._leaving()) is not None:
            self.output.print_document(leaving)

    def print_to(self, printer: QPrinter) -> None:
        """Sends the document to a printer, page by page."""
        if (leaving := self._leaving()) is not None:
            self.output.print_to(printer, leaving)

    def _leaving(self) -> Leaving | None:
        """The document shown now, which is kept as having left, also when another one is shown by then."""
        if self._pages is None or self._printing is None:
            return None
        desk, printing, count = self.desk, self._printing, len(self._pages)
        register, name = self._register, self._file_name

        def keep(content: bytes, is_faulty: bool) -> None:
            told = replace(printing, is_faulty=is_faulty)
            desk.do(lambda store: keep_printed(store, told, content, count, datetime.now(UTC)))
            if register is not None:
                desk.do(lambda _store: register(name, content))

        printed = "" if self._kind is None else self._kind.printed
        return Leaving(self._pages.content, self._file_name, count, keep, printed)

    def _show_progress(self, share: float) -> None:
        self._state.setText(_("Wird gedruckt: {share}\N{NO-BREAK SPACE}%").format(share=round(share * 100)))
