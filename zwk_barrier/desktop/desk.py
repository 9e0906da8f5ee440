"""What every page is given: the open office, a way to do and to ask, and three things to say.

A page never opens a session and never starts a thread.  It does a deed and asks a question::

    self.desk.do(lambda store: contacts.make_case(store, contact_id), then=self._case_opened, owner=self)
    self.desk.ask(lambda session: cases.load_case(session, case_id), then=self.show_case, owner=self)

Deeds run one after another on the one writing thread; ``then`` is called on the interface thread with
what the deed gave beside its ``Changed``.  After each deed :attr:`Desk.changed` is emitted once, and
every page decides itself whether to read again.
"""

from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QObject, Signal
from sqlalchemy.orm import Session

from zwk_barrier.desktop.background import Work
from zwk_barrier.desktop.destinations import Destination
from zwk_barrier.problems import Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore

T = TypeVar("T")
Deed = Callable[[OfficeStore], Changed] | Callable[[OfficeStore], tuple[Changed, T]]
Question = Callable[[Session], T]
Failed = Callable[[Problem], None]


class Desk(QObject):
    """The one object pages share; made anew for each person who logs in.

    While the window is locked it holds back what is done and asked, and goes on with it afterwards.
    """

    changed = Signal(object)
    """A :class:`Changed`: what the last deed changed."""

    going = Signal(object)
    """A destination: where a page asks the window to go."""

    arrived = Signal(object)
    """A destination: what to call the place where the person is now, for the way back to it."""

    saying = Signal(str, bool)
    """A sentence for the notification banner, and whether undo is offered with it."""

    failing = Signal(object)
    """A :class:`Problem` that no page shows itself."""

    def __init__(self, store: OfficeStore, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.work = work
        self._held: list[Callable[[], None]] | None = None
        self._held_deeds = 0
        self._unfinished: list[Callable[[], bool]] = []
        self._asked = 0
        self._newest: WeakKeyDictionary[QObject, dict[Any, int]] = WeakKeyDictionary()

    def do(
        self,
        deed: Deed[T],
        *,
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Does a deed; ``then`` gets what it gave, ``failed`` its problem, unless ``owner`` is gone by then.

        What was changed is told to every page in any case.
        """
        if self._held is not None:
            self._held.append(lambda: self.do(deed, then=then, failed=failed, owner=owner))
            self._held_deeds += 1
            return

        def done(result: Any) -> None:
            changed, value = result if isinstance(result, tuple) else (result, None)
            if changed:
                self.changed.emit(changed)
            if then is not None and _is_there(owner):
                then(value)

        def refused(problem: Problem) -> None:
            if failed is not None and _is_there(owner):
                failed(problem)
            else:
                self.failing.emit(problem)

        self.work.do(lambda: deed(self.store), then=done, failed=refused, owner=self)

    def ask(
        self,
        question: Question[T],
        *,
        then: Callable[[T], None],
        owner: QObject,
        failed: Failed | None = None,
    ) -> None:
        """Reads something; the answer comes to ``then`` unless ``owner`` is gone by then.

        Two questions run at a time, so an older answer may come after a newer one to the same ``then``: it
        is dropped, or a page would go back to what was before.
        """
        if self._held is not None:
            self._held.append(lambda: self.ask(question, then=then, owner=owner, failed=failed))
            return
        self._asked += 1
        number, newest = self._asked, self._newest.setdefault(owner, {})
        place = getattr(then, "__func__", then)

        def run() -> T:
            with self.store.reading() as session:
                return question(session)

        def arrived(answer: T) -> None:
            if newest.get(place, 0) < number:
                newest[place] = number
                then(answer)

        self.work.ask(run, then=arrived, failed=failed or self.failing.emit, owner=owner)

    def hold(self) -> None:
        """Holds back what is done and asked from now on: the office is being closed."""
        self._held = self._held or []

    def go_on(self, store: OfficeStore) -> None:
        """Goes on with the same office, opened again by the same person, first with what was held back."""
        held, self._held, self._held_deeds = self._held or [], None, 0
        self.store = store
        for job in held:
            job()

    def ask_before_end(self, is_busy: Callable[[], bool]) -> None:
        """Tells of long work in many deeds: while it is busy, the program does not end without a word."""
        self._unfinished.append(is_busy)

    @property
    def has_unfinished(self) -> bool:
        """Whether something would be lost if the program ended now, with the office closed."""
        return self._held_deeds > 0 or any(is_busy() for is_busy in self._unfinished)

    def undo(self) -> None:
        """Takes back the last deed of the person logged in."""
        self.do(OfficeStore.undo)

    def redo(self) -> None:
        """Takes back the last undo."""
        self.do(OfficeStore.redo)

    def go(self, destination: Destination) -> None:
        """Asks the window to go somewhere."""
        self.going.emit(destination)

    def be_at(self, destination: Destination) -> None:
        """Says that the place shown now is this one, e.g. a new contact that has become a record."""
        self.arrived.emit(destination)

    def say(self, sentence: str, *, with_undo: bool = False) -> None:
        """Shows a sentence in the notification banner."""
        self.saying.emit(sentence, with_undo)


def _is_there(owner: QObject | None) -> bool:
    return owner is None or shiboken6.isValid(owner)
