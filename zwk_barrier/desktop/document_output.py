"""A document on its way out of the program: saved or printed, checked, and told of.

    output = DocumentOutput(desk, page, "preview")
    output.save(Leaving(content, "Bericht.pdf", used=note), _("Bericht speichern"))
    output.print_document(leaving)

A saved file is checked before anybody hears that it is there; one with a fault is kept under a name that says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.preview.printing import PrintJob, make_printer
from zwk_barrier.problems import FaultyDocument, Problem
from zwk_barrier.reports.checking.document import check_printed, write_checked
from zwk_barrier.wording import _

Used = Callable[[bytes, bool], None]
"""Told the bytes that were saved or printed, and whether they have a fault."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """A document as it leaves: ``used`` is told when it has, ``printed`` is what is said when it is at the printer."""

    content: bytes
    file_name: str
    pages: int = 1
    used: Used | None = None
    printed: str = ""

    def note(self, *, is_faulty: bool) -> None:
        """Tells whoever keeps what left the program."""
        if self.used is not None:
            self.used(self.content, is_faulty)


class DocumentOutput(QObject):
    """Asks where to, and does it; one print at a time."""

    progressed = Signal(float)
    """The share that is printed, up to 1.0."""

    ended = Signal()
    """Nothing is being printed any more."""

    def __init__(self, desk: Desk, owner: QWidget, name: str) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self._name = name
        self._dialog: QDialog | None = None
        self.job: PrintJob | None = None

    def save(self, leaving: Leaving, title: str) -> None:
        """Asks where, under ``title``, then writes the document whole or not at all."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._owner, title, folder, _("PDF-Dokument (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(leaving.file_name)
        dialog.fileSelected.connect(lambda path: self.save_to(path, leaving))
        self._open(dialog)

    def save_to(self, path: str, leaving: Leaving) -> None:
        """Writes the document to a file on a thread of its own, and says that it was checked."""

        def written(_nothing: None) -> None:
            leaving.note(is_faulty=False)
            self._desk.say(
                _("Gespeichert: {file} · geprüft: barrierefrei (PDF/UA-1, PDF/A-2a)").format(
                    file=Path(path).name
                )
            )

        def failed(problem: Problem) -> None:
            if isinstance(problem, FaultyDocument):  # it is there, under a name that says so
                leaving.note(is_faulty=True)
            self._desk.failing.emit(problem)

        self._desk.work.ask(
            lambda: write_checked(Path(path), leaving.content), then=written, failed=failed, owner=self
        )

    def print_document(self, leaving: Leaving) -> None:
        """Opens the system's print dialog."""
        if self.job is not None:
            return
        printer = make_printer(leaving.file_name)
        dialog = QPrintDialog(printer, self._owner)
        dialog.setMinMax(1, leaving.pages)
        dialog.accepted.connect(lambda: self.print_to(printer, leaving))
        self._open(dialog)

    def print_to(self, printer: QPrinter, leaving: Leaving) -> None:
        """Sends a document to a printer, page by page; told of when it is through and checked."""
        state: dict[str, bool] = {}

        def know(what: str, *, so: bool) -> None:
            state[what] = so
            if state.get("is_complete") and "is_faulty" in state:
                leaving.note(is_faulty=state["is_faulty"])

        def failed(problem: Problem) -> None:
            know("is_faulty", so=isinstance(problem, FaultyDocument))
            self._desk.failing.emit(problem)

        job = self.job = PrintJob(leaving.content, printer)
        job.progressed.connect(self.progressed)
        job.finished.connect(lambda is_complete: know("is_complete", so=is_complete))
        job.finished.connect(lambda is_complete: self._printed(leaving, is_complete=is_complete))
        job.start()
        self._desk.work.ask(
            lambda: check_printed(leaving.content),
            then=lambda _nothing: know("is_faulty", so=False),
            failed=failed,
            owner=self,
        )

    def _printed(self, leaving: Leaving, *, is_complete: bool) -> None:
        self.job = None
        self.ended.emit()
        self._desk.say(leaving.printed if is_complete else _("Der Drucker hat nicht geantwortet."))

    def _open(self, dialog: QDialog) -> None:
        dialog.setObjectName(f"{self._name}_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog = dialog
        QDialog.open(dialog)  # QPrintDialog hides it behind one with a receiver
