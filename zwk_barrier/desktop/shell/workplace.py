"""The workplace of the person who is logged in: rail, top bar and one page.  It only navigates."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.office.roles import SEEING_CASES
from zwk_barrier.casework.team.today import SignedIn, load_signed_in
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Back, Destination, ToContact, ToToday
from zwk_barrier.desktop.shell.access import first_place, is_on_rail, may_go, refusal
from zwk_barrier.desktop.shell.banner import Banner
from zwk_barrier.desktop.shell.history import History
from zwk_barrier.desktop.shell.page_stack import PageStack
from zwk_barrier.desktop.shell.places import PLACES, RAIL, MakePage, make_page
from zwk_barrier.desktop.shell.search import Search
from zwk_barrier.desktop.shell.shortcuts import Command, listen, show_shortcuts
from zwk_barrier.desktop.shell.status import Status
from zwk_barrier.desktop.shell.top_bar import TopBar
from zwk_barrier.desktop.widgets.chips import Tone
from zwk_barrier.desktop.widgets.full_screen import FULL_SCREEN_KEYS, toggle_full_screen
from zwk_barrier.desktop.widgets.rail import Rail
from zwk_barrier.overriding import override
from zwk_barrier.problems import OfficeProblem, Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _


class Workplace(QWidget):
    """Made for one person; :meth:`go` shows the first page, as soon as it is known what this person may see."""

    locking = Signal()
    leaving = Signal()
    """The person wants to close the program."""

    helping = Signal()
    """The person wants to read the handbook; F1 the window hears itself."""

    titled = Signal(str)
    """What the window is to be called."""

    moved = Signal(str)
    """The rail's entry for where the person is now."""

    person_changed = Signal(object)
    """A SignedIn: who works here, and after how many minutes the window locks."""

    def __init__(self, desk: Desk, *, make: MakePage = make_page) -> None:
        super().__init__()
        self.setObjectName("workplace")
        self.desk = desk
        self._history = History(ToToday())
        self._role: str | None = None
        self._waiting: Destination | None = None
        self._stack = PageStack(desk, make)
        self._rail = Rail("rail", brand="ZWK Barriere", title=_("Bereiche"))
        self._status = Status()
        self._search = Search(desk, self)
        self._top_bar = TopBar(self._search.box)
        self._banner = Banner(self)
        self._commands = self._make_commands()
        listen(self, self._commands)
        self._fill_rail()
        self._lay_out()
        self._connect()
        self._ask_who()

    @property
    def here(self) -> Destination:
        """Where the person is, or will be once it is known who that is."""
        return self._waiting or self._history.here

    def begin(self, code: str) -> None:
        """Shows the page of an entry of the rail; an unknown one is the first."""
        self.go(RAIL.get(code, ToToday()))

    def go(self, destination: Destination) -> None:
        """Goes somewhere, unless this person may not or would rather mend what cannot be kept."""
        if self._role is None:
            self._waiting = destination
        elif not may_go(self._role, destination):
            self._mark_rail()
            self._fail(refusal())
        elif isinstance(destination, Back):
            self._stack.leave_then(lambda: self._show(self._history.back()), self._mark_rail)
        else:
            self._stack.leave_then(lambda: self._go_on(destination), self._mark_rail)

    def leave(self) -> None:
        """Keeps what is being typed."""
        self._search.box.close_hits()
        self._stack.leave()

    def leave_then(self, then: Callable[[], None]) -> None:
        """Keeps what is being typed and calls ``then``; asks first when something cannot be kept."""
        self._stack.leave_then(then, lambda: None)

    def come_back(self) -> None:
        """Gives the keyboard to where it was."""
        self._stack.focus()
        self._ask_who()
        self.titled.emit(self._stack.title())

    def undo(self) -> None:
        """Takes back the last deed."""
        self.desk.do(lambda store: _told(store.undo()), then=self._undone)

    def redo(self) -> None:
        """Does again what was taken back."""
        self.desk.do(lambda store: _told(store.redo()), then=self._redone)

    def tell(self, sentence: str, *, action: str = "", then: Callable[[], object] | None = None) -> None:
        """Says something that needs no answer, with a way to it."""
        self._banner.say(sentence, tone=Tone.ACCENT, action=action, then=then)

    def _go_on(self, destination: Destination) -> None:
        self._history.go(destination)
        self._show(destination)

    def _go_back(self) -> None:
        if self._history.can_go_back:
            self.go(Back())

    def _go_forward(self) -> None:
        if self._history.can_go_forward:
            self._stack.leave_then(lambda: self._show(self._history.forward()), self._mark_rail)

    def _show(self, destination: Destination) -> None:
        place = PLACES[type(destination)]
        self._rail.setHidden(place.fills_window)
        self._top_bar.setHidden(place.fills_window)
        self._mark_rail()
        self._stack.show_destination(place.page, destination)
        self._tell_title()
        self.moved.emit(place.rail)

    def _mark_rail(self) -> None:
        self._rail.set_current(PLACES[type(self.here)].rail)

    def _tell_title(self) -> None:
        self.titled.emit(self._stack.title())

    def _undone(self, did: bool) -> None:
        self._banner.say(
            _("Rückgängig gemacht.") if did else _("Es gibt nichts, was sich zurücknehmen lässt.")
        )

    def _redone(self, did: bool) -> None:
        self._banner.say(
            _("Wiederhergestellt.") if did else _("Es gibt nichts, was sich wiederherstellen lässt.")
        )

    def _say(self, sentence: str, with_undo: bool) -> None:
        if with_undo:
            self._banner.say(sentence, tone=Tone.GOOD, action=_("Rückgängig"), then=self.undo)
        else:
            self._banner.say(sentence, tone=Tone.GOOD)

    def _fail(self, problem: Problem) -> None:
        self._banner.say(str(problem), tone=Tone.LATE, stays=True)
        if isinstance(problem, OfficeProblem):
            self._status.show_unkept()

    def _note_kept(self, changed: Changed) -> None:
        self._status.show_kept(datetime.now(UTC))
        if changed.touches("office", "staff"):
            self._ask_who()

    def _ask_who(self) -> None:
        staff_id = self.desk.store.staff_id
        self.desk.ask(lambda session: load_signed_in(session, staff_id), then=self._show_person, owner=self)

    def _show_person(self, person: SignedIn) -> None:
        self._status.show_person(person)
        if person.role != self._role:
            self._take_role(person.role)
        self.person_changed.emit(person)

    def _take_role(self, role: str) -> None:
        """Shows what this role may see, and nothing else from now on."""
        self._role = role
        for code in RAIL:
            self._rail.set_shown(code, is_shown=is_on_rail(role, code))
        self._top_bar.show_people(is_shown=role in SEEING_CASES)
        waiting, self._waiting = self._waiting, None
        if not may_go(role, waiting or self.here):
            self._history.restart(first_place(role))
            self.go(self.here)
        elif waiting is not None:
            self.go(waiting)

    def _make_commands(self) -> list[Command]:
        return [
            Command("Ctrl+K", _("Suchen")),
            Command("Ctrl+N", _("Neuer Kontakt"), lambda: self.go(ToContact())),
            Command("Ctrl+Z", _("Zurücknehmen"), self.undo),
            Command("Ctrl+Y", _("Wiederherstellen"), self.redo),
            Command("Ctrl+Shift+Z", "", self.redo),
            Command("Alt+Left", _("Zurück, wo Sie vorher waren"), self._go_back),
            Command("Alt+Right", _("Wieder vorwärts"), self._go_forward),
            *(Command(f"Alt+{place}", text) for place, (text, _icon) in enumerate(_rail_words().values(), 1)),
            Command("Ctrl+L", _("Sperren"), self.locking.emit),
            Command("Ctrl+Q", _("Beenden"), self.leaving.emit),
            Command(FULL_SCREEN_KEYS, _("Ganzer Bildschirm"), lambda: toggle_full_screen(self)),
            Command("F1", _("Handbuch")),
            Command("Ctrl+F1", _("Diese Übersicht"), self._show_keys),
        ]

    def _show_keys(self) -> None:
        hidden = {*self._rail.hidden(), *self._top_bar.hidden()}
        told = [one for one in self._commands if one.text not in hidden]
        show_shortcuts(self, told)

    def _fill_rail(self) -> None:
        for place, (code, (text, icon)) in enumerate(_rail_words().items(), 1):
            self._rail.add(code, text, icon, shortcut=f"Alt+{place}")
            self._rail.set_shown(code, is_shown=False)  # until it is known who is here
        self._rail.add_footer(self._status)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._top_bar)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self._rail.chosen.connect(lambda code: self.go(RAIL[code]))
        self._top_bar.handbook.clicked.connect(self.helping)
        self._top_bar.undo.clicked.connect(self.undo)
        self._top_bar.new_contact.clicked.connect(lambda: self.go(ToContact()))
        self.desk.going.connect(self.go)
        self.desk.arrived.connect(self._history.rename)
        self.desk.saying.connect(self._say)
        self.desk.failing.connect(self._fail)
        self.desk.changed.connect(self._note_kept)
        self.desk.work.idle.connect(self._tell_title)  # a page may know its title only after it has read

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._banner.place()


def _rail_words() -> dict[str, tuple[str, str]]:
    """Word and icon of each entry of the rail."""
    return {
        "today": (_("Heute"), "sun"),
        "cases": (_("Fälle"), "folder-open"),
        "contacts": (_("Kontakte"), "phone"),
        "network": (_("Netzwerk"), "map-pin"),
        "statistics": (_("Statistik"), "chart-column"),
        "administration": (_("Verwaltung"), "settings"),
        "team": (_("Team"), "users"),
    }


def _told(changed: Changed) -> tuple[Changed, bool]:
    return changed, bool(changed)
