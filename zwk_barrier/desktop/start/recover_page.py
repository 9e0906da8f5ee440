"""A forgotten password: the printed recovery key opens the office and a new password is set."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

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


class RecoverPage(StartPage):
    """Gives a person who has the recovery key a new password."""

    opened = Signal(object, str)
    """The open OfficeStore, and the name that was typed."""

    def __init__(self, doors: Doors, work: Work) -> None:
        super().__init__(
            "recover",
            _("Passwort vergessen"),
            _("Mit dem Wiederherstellungsschlüssel aus der Einrichtung geben Sie sich ein neues."),
            is_wide=True,
        )
        self._doors, self._work = doors, work
        form = self.form
        self._folder = form.row(
            _("&Ordner der Beratungsstelle"), PathField("folder", pick=Pick.FOLDER), wide=True
        )
        self._key = form.row(
            _("Wiederherstellungs&schlüssel"),
            TextField("recovery_key"),
            hint=_("Acht Gruppen zu vier Zeichen; Striche und Großschreibung sind egal."),
            wide=True,
        )
        self._name = form.row(_("&Name"), TextField("staff_name"), wide=True)
        self._passwords = PasswordRows(form)
        self.add_step(_("Neues Passwort s&etzen"), self._recover)
        self.add_way("login", _("&Zurück"))

    def show_office(self, folder: Path | None, name: str) -> None:
        """Fills in what the login page knows."""
        if folder is not None:
            self._folder.set_path(folder)
        self._name.set_value(name or None)

    @override
    def begin(self) -> None:
        self.show_problem(None)
        (self._key if self._folder.text() else self._folder).setFocus()

    def _recover(self) -> None:
        folder, key, name = self._folder.path(), self._key.text(), self._name.text().strip()
        if folder is None:
            self.refuse(self._folder, _("Wählen Sie den Ordner Ihrer Beratungsstelle."))
        elif not key.strip():
            self.refuse(self._key, _("Geben Sie den Wiederherstellungsschlüssel ein."))
        elif not name:
            self.refuse(self._name, _("Geben Sie Ihren Namen ein."))
        elif (password := self._passwords.read()) is not None:
            self.show_busy(_("Wird geöffnet …"))
            self._work.do(
                self._doors.recover,
                folder,
                key,
                name,
                password,
                then=self._is_open,
                failed=self._stays_shut,
                owner=self,
            )

    def _is_open(self, store: "OfficeStore") -> None:
        self.show_busy("")
        self._key.clear()
        self._passwords.clear()
        self.opened.emit(store, self._name.text().strip())

    def _stays_shut(self, problem: Problem) -> None:
        self.show_busy("")
        if isinstance(problem, InputProblem):
            self._passwords.refuse(str(problem))
        else:
            self.show_problem(problem)
