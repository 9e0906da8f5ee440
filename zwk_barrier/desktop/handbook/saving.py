"""The handbook as a PDF: asks where to, writes it beside the reading, and says how it went."""

from datetime import date
from pathlib import Path
from pkgutil import resolve_name

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from zwk_barrier import __version__
from zwk_barrier.desktop.background import Work
from zwk_barrier.problems import Problem
from zwk_barrier.wording import _

_LANGUAGE = "de"  # the pages are German, whatever the screen speaks; the English one is among them


class SavingHandbook(QObject):
    """One file at a time; :attr:`said` is a sentence for whoever waits, :attr:`failed` what went wrong."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget, work: Work) -> None:
        super().__init__(window)
        self._window, self._work = window, work

    def ask(self) -> None:
        """Asks where the file should be."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chooser = QFileDialog(
            self._window, _("Handbuch als PDF speichern"), folder, _("PDF-Dokument (*.pdf)")
        )
        chooser.setObjectName("handbook_chooser")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("pdf")
        chooser.selectFile(_file_name())
        chooser.fileSelected.connect(lambda file: self.save_to(Path(file)))
        chooser.open()

    def save_to(self, path: Path) -> None:
        """Writes the file whole or not at all."""
        self.said.emit(_("Das Handbuch wird gesetzt …"))
        self._work.ask(
            _write,
            path,
            then=lambda _nothing: self.said.emit(
                _("Gespeichert: {file} · geprüft: barrierefrei (PDF/UA-1, PDF/A-2a)").format(file=path.name)
            ),
            failed=self._fail,
            owner=self,
        )

    def _fail(self, problem: Problem) -> None:
        self.said.emit("")
        self.failed.emit(problem)


def _file_name() -> str:
    name: str = resolve_name("zwk_barrier.reports.documents.handbook:handbook_file_name")(__version__)
    return name


def _write(path: Path) -> None:
    # What sets documents is loaded on the thread that needs it: reading the handbook must not wait for it.
    build = resolve_name("zwk_barrier.reports.documents.handbook:build_handbook")
    today = date.today()  # noqa: DTZ011 - the day at this place is what stands on its first page
    resolve_name("zwk_barrier.reports.checking.document:write_checked")(
        path, build(today, language=_LANGUAGE)
    )
