"""The pages before the office, one at a time; each is made, and its module imported, when it is first wanted."""

from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from zwk_barrier.desktop.background import Work
from zwk_barrier.desktop.start.doors import Doors
from zwk_barrier.desktop.start.login_page import LoginPage
from zwk_barrier.desktop.start.page import StartPage
from zwk_barrier.problems import OfficeProblem, Problem
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwk_barrier.desktop.start.new_office_page import NewOfficePage
    from zwk_barrier.desktop.start.recover_page import RecoverPage
    from zwk_barrier.desktop.start.recovery_key_page import RecoveryKeyPage
    from zwk_barrier.desktop.start.restore_page import RestorePage
    from zwk_barrier.store.office import OfficeStore


class StartPages(QStackedWidget):
    """Ends with an open office."""

    opened = Signal(object, str)
    """The open OfficeStore, and the name of the person."""

    made = Signal(object)
    """The OfficeStore of a new office, whose recovery key is shown yet."""

    def __init__(self, doors: Doors, work: Work) -> None:
        super().__init__()
        self.setObjectName("start_pages")
        self._doors, self._work = doors, work
        self._pages: dict[str, StartPage] = {}

    def show_first_start(self) -> None:
        """Asks for a new office."""
        self._show("new_office")

    def show_login(self, folder: Path, name: str, password: str = "") -> None:
        """Asks for the password of an office that was opened before."""
        login = self._login()
        self._show("login")
        login.show_office(folder, name, password)
        if not folder.is_dir():
            login.show_problem(
                OfficeProblem(
                    _("Der Ordner {folder} ist nicht da.").format(folder=folder),
                    advice=_("Schließen Sie das Laufwerk an, oder wählen Sie einen anderen Ordner."),
                )
            )

    def show_restore(self, backup: Path) -> None:
        """Offers to lay a backup into a folder."""
        cast("RestorePage", self._page("restore")).show_archive(backup)
        self._show("restore")

    def show_locked(self, folder: Path, name: str, *, is_busy: bool) -> None:
        """Asks for the password again; not before what still runs has ended."""
        login = self._login()
        self._show("login")
        login.show_office(folder, name)
        login.show_locked(locked=True)
        login.show_busy(_("Laufende Arbeit wird beendet …") if is_busy else "")
        if not is_busy:
            login.begin()

    def show_problem(self, problem: Problem) -> None:
        """Says on the page in view what went wrong."""
        page = self.currentWidget()
        if isinstance(page, StartPage):
            page.show_problem(problem)

    def _login(self) -> LoginPage:
        page = self._page("login")
        if not isinstance(page, LoginPage):
            raise TypeError("the page named login is the LoginPage")
        return page

    def _show(self, name: str) -> None:
        page = self._page(name)
        self.setCurrentWidget(page)
        page.begin()

    def _page(self, name: str) -> StartPage:
        if name not in self._pages:
            makers: dict[str, Callable[[], StartPage]] = {
                "login": self._make_login,
                "new_office": self._make_new_office,
                "recover": self._make_recover,
                "restore": self._make_restore,
            }
            self._add(name, makers[name]())
        return self._pages[name]

    def _add(self, name: str, page: StartPage) -> None:
        self._pages[name] = page
        self.addWidget(page)
        page.going.connect(self._go)

    def _go(self, name: str) -> None:
        if name == "recover":
            login, recover = self._login(), cast("RecoverPage", self._page("recover"))
            recover.show_office(login.folder, login.name)
        self._show(name)

    def _make_login(self) -> StartPage:
        page = LoginPage(self._doors, self._work)
        page.opened.connect(self.opened)
        return page

    def _make_new_office(self) -> StartPage:
        page: NewOfficePage = _page_class("new_office_page:NewOfficePage")(self._doors, self._work)
        page.created.connect(self._show_recovery_key)
        return page

    def _make_recover(self) -> StartPage:
        page: RecoverPage = _page_class("recover_page:RecoverPage")(self._doors, self._work)
        page.opened.connect(self.opened)
        return page

    def _make_restore(self) -> StartPage:
        page: RestorePage = _page_class("restore_page:RestorePage")(self._doors, self._work)
        page.restored.connect(lambda folder: self.show_login(folder, ""))
        return page

    def _show_recovery_key(self, store: "OfficeStore", key: str, office_name: str, name: str) -> None:
        self.made.emit(store)
        make = _page_class("recovery_key_page:RecoveryKeyPage")
        page: RecoveryKeyPage = make(self._work, store, key, office_name, name)
        page.opened.connect(self.opened)
        self._add("recovery", page)
        self._show("recovery")


def _page_class(name: str) -> Any:
    return resolve_name(f"zwk_barrier.desktop.start.{name}")
