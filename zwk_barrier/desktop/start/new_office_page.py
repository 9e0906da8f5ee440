"""The first start: an office of one's own in one page."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Signal

from zwk_barrier.desktop.background import Work
from zwk_barrier.desktop.password_rows import PasswordRows
from zwk_barrier.desktop.start.doors import Doors
from zwk_barrier.desktop.start.page import StartPage
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.path_field import PathField, Pick
from zwk_barrier.overriding import override
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.store.office import OfficeStore

_FOLDER_NAME: Final = "ZWK Barriere"


class NewOfficePage(StartPage):
    """Asks for a name, a password and a place, and makes the office."""

    created = Signal(object, str, str, str)
    """The open OfficeStore, its recovery key, the office's name and the name of the person."""

    def __init__(self, doors: Doors, work: Work) -> None:
        super().__init__(
            "new_office",
            _("Willkommen"),
            _("Richten Sie Ihre Beratungsstelle ein. Alles bleibt verschlüsselt auf diesem Rechner."),
            is_wide=True,
        )
        self._doors, self._work = doors, work
        form = self.form
        self._office_name = form.row(
            _("Name der &Beratungsstelle"),
            TextField("office_name"),
            hint=_("Steht auf Ihren Berichten."),
        )
        self._staff_name = form.row(
            _("Ihr &Name"), TextField("staff_name"), hint=_("Damit melden Sie sich künftig an.")
        )
        self._passwords = PasswordRows(form)
        self._folder = form.row(
            _("&Ordner"),
            PathField("folder", pick=Pick.FOLDER),
            hint=_("Hier liegen Datenbank und Fotos."),
            wide=True,
        )
        self._folder.set_path(suggested_folder())
        self.add_step(_("Beratungsstelle &anlegen"), self._create)
        self.add_way("login", _("&Vorhandene öffnen"))
        self.add_way("restore", _("&Sicherung zurückholen"))

    @override
    def begin(self) -> None:
        self.show_problem(None)
        self._office_name.setFocus()

    def _create(self) -> None:
        office_name, staff_name = self._office_name.text().strip(), self._staff_name.text().strip()
        folder, password = self._folder.path(), self._passwords.read()
        if not office_name:
            self.refuse(self._office_name, _("Geben Sie der Beratungsstelle einen Namen."))
        elif not staff_name:
            self.refuse(self._staff_name, _("Geben Sie Ihren Namen ein."))
        elif folder is None:
            self.refuse(self._folder, _("Wählen Sie einen Ordner."))
        elif password is not None:
            self.show_busy(_("Wird angelegt …"))
            self._work.do(
                self._doors.create,
                folder,
                office_name,
                staff_name,
                password,
                then=self._is_made,
                failed=self._is_not_made,
                owner=self,
            )

    def _is_made(self, made: "tuple[OfficeStore, str]") -> None:
        self.show_busy("")
        store, recovery_key = made
        self._passwords.clear()
        self.created.emit(
            store, recovery_key, self._office_name.text().strip(), self._staff_name.text().strip()
        )

    def _is_not_made(self, problem: Problem) -> None:
        self.show_busy("")
        if isinstance(problem, InputProblem):
            self._passwords.refuse(str(problem))
        else:
            self.show_problem(problem)


def suggested_folder() -> Path:
    """A folder of this program's own in the documents of this user."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / _FOLDER_NAME
