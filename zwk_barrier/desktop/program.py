"""The life of the window: the way in, the workplace, locked and open again, closed."""

import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any, Final

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from zwk_barrier.desktop.appearance import Appearance
from zwk_barrier.desktop.background import Work
from zwk_barrier.desktop.handbook.opening import HandbookKey
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.shell.frame import Frame
from zwk_barrier.desktop.start.doors import Doors
from zwk_barrier.desktop.start.start_pages import StartPages
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.casework.team.today import SignedIn
    from zwk_barrier.desktop.desk import Desk
    from zwk_barrier.desktop.shell.idle import IdleWatch
    from zwk_barrier.desktop.shell.workplace import Workplace
    from zwk_barrier.store.journal import Changed
    from zwk_barrier.store.office import OfficeStore

_NAME: Final = "ZWK Barriere"
_ADMIN_PAGE: Final = "zwk_barrier.desktop.admin.page:AdminPage"
_SOON: Final = 400  # ms: what is through by then needs no word
_WITH_PREFERENCES: Final = (
    "zwk_barrier.desktop.cases.page:CasePage",
    "zwk_barrier.desktop.statistics.page:StatisticsPage",
    "zwk_barrier.desktop.today.page:TodayPage",
    "zwk_barrier.desktop.visits.page:VisitPage",
)
_BEHIND: Final = (
    "zwk_barrier.desktop.shell.workplace",
    "zwk_barrier.desktop.shell.undo_keys",
    "zwk_barrier.desktop.shell.idle",
    "zwk_barrier.desktop.shell.reminder",
    "zwk_barrier.desktop.today.page",
)


class Program(QObject):
    """Puts the parts together and passes the open office between them."""

    def __init__(
        self,
        application: QApplication,
        preferences: Preferences,
        appearance: Appearance,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(application)
        self._preferences = preferences
        self.appearance = appearance
        self.work = Work(self)
        self.frame = Frame(preferences.geometry)
        self._doors = Doors(_BEHIND)
        self._start: StartPages | None = None
        self._store: OfficeStore | None = None
        self._desk: Desk | None = None
        self.workplace: Workplace | None = None
        self._name = ""
        self._remembers = True
        self._hidden_dialogs: list[QDialog] = []
        self._application, self._clock = application, clock
        self._handbook = HandbookKey(application, self.frame, lambda: self.workplace, self.work, appearance)
        self.frame.closing.connect(self.close)
        appearance.language_changed.connect(self._speak_anew)

    def begin(self, office: Path | None, name: str, password: str, *, backup: Path | None = None) -> None:
        """Shows the window with the way in; an office named here is not remembered as the usual one.

        ``backup`` is offered to be laid into a folder.
        """
        self._remembers = office is None
        start = self._start_pages()
        self.frame.show_content(start, _NAME)
        usual = self._preferences.office
        if backup is not None:
            start.show_restore(backup)
        elif office is not None:
            start.show_login(office, name, password)
        elif usual:
            start.show_login(Path(usual), self._preferences.staff_name)
        else:
            start.show_first_start()
        self.frame.show()

    def warm_up(self) -> None:
        """Imports on a working thread what is needed once somebody is in."""
        self.work.ask(self._doors.warm_up)

    def lock(self) -> None:
        """Hides everything and closes the office; what is being typed is kept or stays where it is."""
        if self.workplace is None or self._store is None or self._desk is None:
            return
        self._idle_watch.rest()
        self.workplace.leave()
        self._desk.hold()
        self._hide_dialogs()
        folder = self._store.folder
        start = self._start_pages()
        self.frame.show_content(start, _NAME)
        start.show_locked(folder, self._name, is_busy=True)
        self._when_idle(self._shut)

    def close(self) -> None:
        """Keeps what is being typed and what is on its way, closes the office and then the window."""
        if self.workplace is None or self.frame.shows(self._start_pages()):
            self._close_locked()
            return
        workplace = self.workplace
        workplace.leave()
        QTimer.singleShot(_SOON, self, self._tell_closing)
        # What the office refuses is known only after it was asked.
        self._when_idle(lambda: workplace.leave_then(lambda: self._shut_then(self.frame.let_go)))

    def _close_locked(self) -> None:
        """Asks first when something was on its way as the window was locked: it waits for the office to be opened."""
        if self._desk is None or not self._desk.has_unfinished:
            self._shut_then(self.frame.let_go)
            return
        resolve_name("zwk_barrier.desktop.widgets.dialogs:ask_first")(
            self.frame,
            "unfinished",
            _("Noch ist nicht alles übernommen"),
            _(
                "Beim Sperren waren Eingaben oder Fotos noch unterwegs. Melden Sie sich an, "
                "dann werden sie übernommen; sonst gehen sie verloren."
            ),
            yes=_("Trotzdem beenden"),
            no=_("Anmelden"),
            then=lambda: self._shut_then(self.frame.let_go),
        )

    def _tell_closing(self) -> None:
        if self._desk is not None and self._desk.has_unfinished and self.frame.isVisible():
            self._desk.say(_("Das Programm schließt, sobald alle Fotos übernommen sind."))

    def keep_now(self) -> None:
        """Keeps what is being typed before this returns: the system is shutting down."""
        if self.workplace is not None:
            self.workplace.leave()
        self.work.wait_idle()

    @cached_property
    def _idle_watch(self) -> "IdleWatch":
        """Made when somebody is in: before there is nothing to lock, and the first window need not wait for it."""
        make = resolve_name("zwk_barrier.desktop.shell.idle:IdleWatch")
        watch: IdleWatch = make(self._application, self._clock, parent=self)
        watch.idle.connect(self._lock_when_idle)
        return watch

    def _start_pages(self) -> StartPages:
        if self._start is None:
            self._start = StartPages(self._doors, self.work)
            self._start.made.connect(self._hold_store)
            self._start.opened.connect(self.welcome)
        return self._start

    def _hold_store(self, store: "OfficeStore") -> None:
        self._store = store

    def welcome(self, store: "OfficeStore", name: str) -> None:
        """Lets ``name`` in: to where they were when the window was only locked, else to a desk of their own."""
        self._store, self._name = store, name
        if self._remembers:
            self._preferences.office, self._preferences.staff_name = str(store.folder), name
        if self.workplace is None or self._desk is None or self._desk.store.staff_id != store.staff_id:
            self._enter(store)
        else:
            self._come_back(self.workplace, self._desk, store)

    def _come_back(self, workplace: "Workplace", desk: "Desk", store: "OfficeStore") -> None:
        self.frame.show_content(workplace, _NAME)
        desk.go_on(store)
        workplace.come_back()
        for dialog in self._forget_dialogs():
            QDialog.open(dialog)

    def _enter(self, store: "OfficeStore") -> None:
        for dialog in self._forget_dialogs():
            dialog.deleteLater()
        old = self._desk
        self._desk = resolve_name("zwk_barrier.desktop.desk:Desk")(store, self.work, self)
        self._furnish(self._desk, lambda workplace: workplace.begin(self._preferences.page))
        self._desk.do(_refresh_deadlines)
        if old is not None:
            old.deleteLater()

    def _furnish(self, desk: "Desk", begin: "Callable[[Workplace], None]") -> None:
        old = self.workplace
        make = resolve_name("zwk_barrier.desktop.shell.workplace:Workplace")
        workplace: Workplace = make(desk, make=self._make_page)
        workplace.locking.connect(self.lock)
        workplace.leaving.connect(self.close)
        workplace.helping.connect(self._handbook.open)
        workplace.titled.connect(self._title)
        workplace.moved.connect(self._remember_page)
        workplace.person_changed.connect(self._watch)
        resolve_name("zwk_barrier.desktop.shell.undo_keys:UndoKeys")(self._application, parent=workplace)
        make_reminder = resolve_name("zwk_barrier.desktop.shell.reminder:Reminder")
        make_reminder(workplace, self._preferences)
        self.workplace = workplace
        self.frame.show_content(workplace, _NAME)
        begin(workplace)
        if old is not None:
            self.frame.drop(old)

    def _make_page(self, name: str, desk: "Desk") -> QWidget:
        own: dict[str, Any] = {"preferences": self._preferences} if name in _WITH_PREFERENCES else {}
        if name == _ADMIN_PAGE:
            own["appearance"] = self.appearance
        page: QWidget = resolve_name(name)(desk, **own)
        return page

    def _speak_anew(self) -> None:
        if self._start is not None:
            self.frame.drop(self._start)
            self._start = None
        if self.workplace is not None and self._desk is not None:
            here = self.workplace.here
            self.workplace.leave()
            self._furnish(self._desk, lambda workplace: workplace.go(here))

    def _title(self, title: str) -> None:
        if self.workplace is not None and self.frame.shows(self.workplace):
            self.frame.setWindowTitle(f"{title} – {_NAME}" if title else _NAME)

    def _remember_page(self, code: str) -> None:
        self._preferences.page = code

    def _watch(self, person: "SignedIn") -> None:
        if person.name and person.name != self._name:  # renamed: the new name unlocks the window
            self._name = person.name
            if self._remembers:
                self._preferences.staff_name = person.name
        self._idle_watch.watch(person.lock_after_minutes)

    def _lock_when_idle(self) -> None:
        self._when_idle(self._lock_unless_touched)

    def _lock_unless_touched(self) -> None:
        """Long work may have ended much later, with the person back at it."""
        if self._idle_watch.is_due:
            self.lock()
        else:
            self._idle_watch.go_on()

    def _when_idle(self, then: Callable[[], None]) -> None:
        """Calls ``then`` once nothing runs and nothing waits."""
        if self.work.is_busy:
            self.work.idle.connect(then, Qt.ConnectionType.SingleShotConnection)
        else:
            then()

    def _shut(self) -> None:
        self._shut_then(self._is_shut)

    def _is_shut(self) -> None:
        if self._desk is not None:
            self._start_pages().show_locked(self._desk.store.folder, self._name, is_busy=False)

    def _shut_then(self, then: Callable[[], None]) -> None:
        """Closes the office on the writing thread, after all deeds, then calls ``then`` in any case."""
        store, self._store = self._store, None
        self._preferences.geometry = self.frame.saveGeometry()
        if store is None:
            then()
            return
        if self._desk is not None:
            self._desk.hold()
        self.work.do(store.close, then=lambda _nothing: then(), failed=lambda _problem: then(), owner=self)

    def _hide_dialogs(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.hide()
                self._hidden_dialogs.append(widget)
                self.frame.activateWindow()

    def _forget_dialogs(self) -> list[QDialog]:
        dialogs, self._hidden_dialogs = self._hidden_dialogs, []
        return [dialog for dialog in dialogs if shiboken6.isValid(dialog)]


def _refresh_deadlines(store: "OfficeStore") -> "Changed":
    """Works out anew what an older version of the rules has said; loaded on the writing thread, not while starting."""
    changed: Changed = resolve_name("zwk_barrier.casework.payers.deadlines:refresh_outdated")(store)
    return changed
