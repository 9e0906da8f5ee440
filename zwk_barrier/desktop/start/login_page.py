"""Name and password: the first thing seen on every day but the first."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from zwk_barrier.desktop.background import Work
from zwk_barrier.desktop.start.doors import Doors
from zwk_barrier.desktop.start.page import StartPage
from zwk_barrier.desktop.widgets.forms import FormRow
from zwk_barrier.desktop.widgets.path_field import PathField, Pick
from zwk_barrier.desktop.widgets.text_fields import PasswordField, TextField
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem, WrongPassword
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.store.office import OfficeStore


class LoginPage(StartPage):
    """Opens an office that is there already."""

    opened = Signal(object, str)
    """The open OfficeStore, and the name that was typed."""

    def __init__(self, doors: Doors, work: Work) -> None:
        super().__init__("login", _("Anmelden"), "")
        self._doors, self._work = doors, work
        self._name = self.form.row(_("&Name"), TextField("staff_name"))
        self._password = self.form.row(_("&Passwort"), PasswordField("password"))
        self._folder = self.form.row(_("&Ordner der Beratungsstelle"), PathField("folder", pick=Pick.FOLDER))
        self._folder.picked.connect(self.begin)
        self.add_step(_("&Anmelden"), self._log_in)
        self.add_way("recover", _("Passwort &vergessen"))
        self.add_way("restore", _("&Sicherung zurückholen"))
        self.add_way("new_office", _("Neue &Beratungsstelle anlegen"))

    @property
    def folder(self) -> Path | None:
        """The office folder in the field."""
        return self._folder.path()

    @property
    def name(self) -> str:
        """The name in the field."""
        return self._name.text().strip()

    def show_office(self, folder: Path, name: str, password: str = "") -> None:
        """Fills in what is known; the rest is left to the person."""
        self.show_locked(locked=False)
        self._folder.set_path(folder)
        self._name.set_value(name or None)
        self._password.setText(password)
        self.begin()

    def show_locked(self, *, locked: bool) -> None:
        """Says that the office is only locked, and that the work goes on where it was."""
        self.title.setText(_("Gesperrt") if locked else _("Anmelden"))
        self.lead.setText(
            _("Die Daten sind verschlüsselt. Nach dem Anmelden geht es dort weiter, wo Sie waren.")
            if locked
            else _("Alles liegt verschlüsselt auf diesem Rechner.")
        )
        self.ways.setVisible(not locked)
        for row in self.form.findChildren(FormRow, "folder_row"):
            row.setVisible(not locked)
        self._password.clear()

    @override
    def begin(self) -> None:
        self.show_problem(None)
        if self.folder is None:
            self._folder.setFocus()
        elif not self._name.text():
            self._name.setFocus()
        else:
            self._password.setFocus()

    def _log_in(self) -> None:
        folder, name, password = self.folder, self.name, self._password.text()
        if folder is None:
            self.refuse(self._folder, _("Wählen Sie den Ordner Ihrer Beratungsstelle."))
        elif not name:
            self.refuse(self._name, _("Geben Sie Ihren Namen ein."))
        else:
            self.show_busy(_("Wird geöffnet …"))
            self._work.do(
                self._doors.open,
                folder,
                name,
                password,
                then=self._is_open,
                failed=self._stays_shut,
                owner=self,
            )

    def _is_open(self, store: "OfficeStore") -> None:
        self.show_busy("")
        self._password.clear()
        self.opened.emit(store, self.name)

    def _stays_shut(self, problem: Problem) -> None:
        self.show_busy("")
        if isinstance(problem, WrongPassword):
            self.refuse(self._password, str(problem))
            self._password.selectAll()
        else:
            self.show_problem(problem)
