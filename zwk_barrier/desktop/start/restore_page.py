"""A backup laid into an empty folder."""

from pathlib import Path

from PySide6.QtCore import Signal

from zwk_barrier.desktop.background import Work
from zwk_barrier.desktop.start.doors import Doors
from zwk_barrier.desktop.start.new_office_page import suggested_folder
from zwk_barrier.desktop.start.page import StartPage
from zwk_barrier.desktop.widgets.path_field import PathField, Pick
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem
from zwk_barrier.store.layout import BACKUP_SUFFIX
from zwk_barrier.wording import _


class RestorePage(StartPage):
    """Asks for a backup and an empty folder, and lays the one into the other."""

    restored = Signal(object)
    """The folder the office lies in now."""

    def __init__(self, doors: Doors, work: Work) -> None:
        super().__init__(
            "restore",
            _("Sicherung zurückholen"),
            _("Die Sicherung wird in einen leeren Ordner gelegt. Danach melden Sie sich wie gewohnt an."),
        )
        self._doors, self._work = doors, work
        kinds = _("Sicherungen (*{suffix});;Alle Dateien (*)").format(suffix=BACKUP_SUFFIX)
        self._archive = self.form.row(
            _("&Datei der Sicherung"), PathField("archive", pick=Pick.OLD_FILE, kinds=kinds)
        )
        self._folder = self.form.row(_("&Leerer Ordner"), PathField("folder", pick=Pick.FOLDER))
        self._folder.set_path(suggested_folder())
        self.add_step(_("Zurück&holen"), self._restore)
        self.add_way("login", _("&Zurück"))

    @override
    def begin(self) -> None:
        self.show_problem(None)
        self._archive.setFocus()

    def show_archive(self, archive: Path) -> None:
        """Fills in the backup that somebody opened."""
        self._archive.set_path(archive)

    def _restore(self) -> None:
        archive, folder = self._archive.path(), self._folder.path()
        if archive is None:
            self.refuse(self._archive, _("Wählen Sie die Datei der Sicherung."))
        elif folder is None:
            self.refuse(self._folder, _("Wählen Sie einen leeren Ordner."))
        else:
            self.show_busy(_("Wird zurückgeholt …"))
            self._work.do(
                self._doors.restore,
                archive,
                folder,
                then=lambda _nothing: self._is_back(folder),
                failed=self._is_not_back,
                owner=self,
            )

    def _is_back(self, folder: Path) -> None:
        self.show_busy("")
        self.restored.emit(folder)

    def _is_not_back(self, problem: Problem) -> None:
        self.show_busy("")
        self.show_problem(problem)
