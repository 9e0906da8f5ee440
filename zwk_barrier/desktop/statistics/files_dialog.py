"""The figures of a report as files: which kinds, into which folder; written only after they were checked."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.statistics.export_steps import KINDS
from zwk_barrier.desktop.statistics.file_output import write_checked
from zwk_barrier.desktop.statistics.report_reading import Wanted
from zwk_barrier.desktop.widgets.buttons import Kind
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.forms import FormRow
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.desktop.widgets.path_field import PathField, Pick
from zwk_barrier.desktop.widgets.progress import ProgressStrip
from zwk_barrier.problems import Problem
from zwk_barrier.statistics.handing_out import HandedOut
from zwk_barrier.wording import _, ngettext

if TYPE_CHECKING:
    from zwk_barrier.desktop.background import CancelToken


class FilesDialog(Dialog):
    """For one report; stays open to say what was written."""

    def __init__(self, desk: Desk, parent: QWidget, wanted: Wanted, today: date) -> None:
        super().__init__(parent, "files", _("Zahlen als Dateien"))
        self._desk, self._wanted, self._today = desk, wanted, today
        self._token: CancelToken | None = None
        self._folder_written: Path | None = None
        self.add(
            BodyText(
                _(
                    "Die Dateien werden erst geschrieben, wenn geprüft ist, dass sich aus ihnen niemand "
                    "herauslesen lässt. Titel, Begriffe und die Art des Schutzes stehen darin."
                ),
                name="files_text",
            )
        )
        self._kinds = {kind: self.add(CheckField(f"files_{kind}", text())) for kind, text in KINDS.items()}
        for box in self._kinds.values():
            box.set_value(True)
        self._folder = PathField("files_folder", pick=Pick.FOLDER)
        self.add(FormRow(_("&Ordner"), self._folder))
        self._folder.set_path(
            Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        )
        self._progress = self.add(ProgressStrip("files_progress"))
        self._told = self.add(BodyText(name="files_told"))
        self._told.hide()
        self._open = self.add_button("open", _("Ordner öffnen"), closes=False, then=self._open_folder)
        self._open.hide()
        self.add_button("close", _("Schließen"))
        self._write = self.add_button(
            "write", _("Prüfen und schreiben"), kind=Kind.PRIMARY, closes=False, then=self._begin
        )
        self.finished.connect(self._stop)

    def begin(self) -> None:
        """Opens it with the keyboard on the first choice."""
        self.open()
        next(iter(self._kinds.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        kinds = [kind for kind, box in self._kinds.items() if box.value()]
        folder = self._folder.path()
        is_there = folder is not None and folder.is_dir()
        self._folder.failed.emit("" if is_there else _("Wählen Sie einen Ordner, den es gibt."))
        if not kinds:
            self._tell(_("Wählen Sie mindestens eine Art von Datei."))
        if not kinds or not is_there or folder is None or self._token is not None:
            return
        self._told.hide()
        self._open.hide()
        self._write.setEnabled(False)
        store, wanted, day = self._desk.store, self._wanted, self._today
        self._token = self._desk.work.run_long(
            lambda progress, token: write_checked(
                store, wanted, folder, kinds, day, progress=progress, token=token
            ),
            then=self._show,
            failed=self._refuse,
            progress=lambda share: self._progress.show_share(share) if shiboken6.isValid(self) else None,
            owner=self._desk,
        )
        self._progress.begin(_("Die Zahlen werden geschrieben und geprüft …"), cancel=self._cancel)

    def _show(self, written: HandedOut) -> None:
        """Tells it also when the dialog was closed too late to stop: the files are there."""
        self._desk.changed.emit(written.changed)
        told = ngettext(
            "Geprüft: Kein verdeckter Wert lässt sich bestimmen. {n} Datei liegt in {folder}.",
            "Geprüft: Kein verdeckter Wert lässt sich bestimmen. {n} Dateien liegen in {folder}.",
            len(written.files),
        ).format(n=len(written.files), folder=written.folder)
        if not shiboken6.isValid(self):
            self._desk.say(told)
            return
        self._end()
        self._folder_written = written.folder
        self._open.show()
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(told)

    def _refuse(self, problem: Problem) -> None:
        if shiboken6.isValid(self):
            self._end()
            self._tell(str(problem))

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.show()
        self.fit()

    def _cancel(self) -> None:
        if self._token is not None:
            self._token.cancel()
        self._end()

    def _end(self) -> None:
        self._token = None
        self._progress.finish()
        self._write.setEnabled(True)

    def _stop(self) -> None:
        if self._token is not None:
            self._token.cancel()

    def _open_folder(self) -> None:
        if self._folder_written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder_written)))
