"""A recovery key, shown once: large enough to copy by hand, to be printed, saved or copied."""

from datetime import date
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QVBoxLayout, QWidget

from zwk_barrier.desktop.background import Work
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.dialogs import tell_problem
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import FigureText, NoteText
from zwk_barrier.problems import Problem
from zwk_barrier.wording import _, language

_COLUMNS = 4


class RecoveryKey(QWidget):
    """The key in groups, and three ways to put it away safely."""

    def __init__(self, work: Work, office_name: str, key: str) -> None:
        super().__init__()
        self.setObjectName("recovery_key")
        self._work, self._office_name, self.key = work, office_name, key
        self._said = NoteText(name="recovery_key_said")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._groups())
        column.addWidget(self._buttons())
        column.addWidget(self._said)

    def save_to(self, path: Path) -> None:
        """Writes the sheet as a PDF."""
        self._say("")
        self._work.ask(
            _write_sheet,
            path,
            self._office_name,
            self.key,
            then=lambda _nothing: self._say(_("Gespeichert: {file}").format(file=path.name)),
            failed=self._fail,
            owner=self,
        )

    def _groups(self) -> QWidget:
        groups = QWidget()
        groups.setObjectName("recovery_key_groups")
        groups.setAccessibleName(_("Wiederherstellungsschlüssel: {key}").format(key=self.key))
        grid = QGridLayout(groups)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(16)
        for place, group in enumerate(self.key.split("-")):
            text = FigureText(group, name=f"recovery_key_group_{place + 1}")
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(text, place // _COLUMNS, place % _COLUMNS)
        return groups

    def _buttons(self) -> Flow:
        line = Flow("recovery_key_buttons")
        for name, text, icon, do in (
            ("print", _("&Drucken …"), "printer", self._print),
            ("save", _("Als &PDF speichern …"), "download", self._save),
            ("copy", _("&Kopieren"), "copy", self._copy),
        ):
            line.add(Button(f"recovery_key_{name}", text, icon=icon)).clicked.connect(do)
        return line

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.key)
        self._say(_("Kopiert. Fügen Sie den Schlüssel gleich in Ihren Passwortspeicher ein."))

    def _save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chooser = QFileDialog(self.window(), _("Als PDF speichern"), folder, _("PDF-Dokument (*.pdf)"))
        chooser.setObjectName("recovery_key_chooser")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("pdf")
        chooser.selectFile(_("Wiederherstellung.pdf"))
        chooser.fileSelected.connect(lambda file: self.save_to(Path(file)))
        chooser.open()

    def _print(self) -> None:
        self._say(_("Das Blatt wird gesetzt …"))
        self._work.ask(
            _sheet, self._office_name, self.key, then=self._print_sheet, failed=self._fail, owner=self
        )

    def _print_sheet(self, sheet: bytes) -> None:
        self._say("")
        # Printing is imported when it is wanted: the first window must not wait for it.
        printer = resolve_name("zwk_barrier.desktop.preview.printing:make_printer")(_("Wiederherstellung"))
        dialog = resolve_name("PySide6.QtPrintSupport:QPrintDialog")(printer, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._send(sheet, printer))
        QDialog.open(dialog)

    def _send(self, sheet: bytes, printer: Any) -> None:
        job = resolve_name("zwk_barrier.desktop.preview.printing:PrintJob")(sheet, printer)
        job.finished.connect(self._sent)
        job.start()

    def _sent(self, is_complete: bool) -> None:
        done, failed = _("Das Blatt ist beim Drucker."), _("Der Drucker hat nicht geantwortet.")
        self._say(done if is_complete else failed)

    def _fail(self, problem: Problem) -> None:
        self._say("")
        tell_problem(self.window(), problem)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)


def _sheet(office_name: str, key: str) -> bytes:
    build = resolve_name("zwk_barrier.reports.documents.recovery_sheet:build_recovery_sheet")
    today = date.today()  # noqa: DTZ011 - the day at this place is what stands on the sheet
    sheet: bytes = build(office_name, key, today, language=language())
    return sheet


def _write_sheet(path: Path, office_name: str, key: str) -> None:
    resolve_name("zwk_barrier.reports.checking.document:write_checked")(path, _sheet(office_name, key))
