"""The sketch that is being drawn: what it is now, what is chosen in it, and when it is kept.

A change in progress (dragging, a key held down) is only shown; once it is finished it is one deed.
"""

from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from zwk_barrier.casework.visit.sketches import SketchView, begin, keep_sketch, load_sketch
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.problems import Problem
from zwk_barrier.rules.sketch import AidFigures, Collision, Outline, Plan, Thing, collisions
from zwk_barrier.store.journal import Changed

_QUIET_MS = 700  # after the last key of a row of keys their sum is kept


class SketchEditor(QObject):
    """One room's sketch on the desk."""

    loaded = Signal()
    """Another room, or another state of it, came from the store."""

    changed = Signal()
    """The plan or what is chosen in it is another."""

    finished = Signal()
    """A change is complete: what it means may be said."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.view: SketchView | None = None
        self.plan = Plan(Outline(200, 200))
        self.chosen = ""
        self.found: tuple[Collision, ...] = ()
        self._room_id: UUID | None = None
        self._kept: Plan | None = None
        self._underway = 0
        self._is_stale = False
        self._has_failed = False
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self.finish)
        desk.changed.connect(self._follow)

    @property
    def figures(self) -> AidFigures | None:
        """The floor the person's aid takes."""
        return None if self.view is None else self.view.figures

    @property
    def is_begun(self) -> bool:
        """Whether there is a sketch, kept or about to be."""
        return self._kept is not None or self._is_drafted

    @property
    def thing(self) -> Thing | None:
        """What is chosen."""
        return self.plan.thing(self.chosen)

    def open(self, room_id: UUID) -> None:
        """Shows the sketch of a room as it is kept."""
        if room_id != self._room_id:
            self.settle()
            self._room_id, self.view, self._kept, self.chosen = room_id, None, None, ""
        self._ask()

    def choose(self, thing_id: str) -> None:
        """Chooses a thing; an empty id chooses nothing."""
        if thing_id != self.chosen:
            self.chosen = thing_id
            self.changed.emit()

    def draft(self, plan: Plan, *, soon: bool = False) -> None:
        """Shows a change in progress; with ``soon`` it finishes by itself after a moment."""
        self._take(plan)
        if soon:
            self._quiet.start()

    def apply(self, plan: Plan, chosen: str | None = None) -> None:
        """Makes a whole change, and chooses what it is about."""
        if chosen is not None:
            self.chosen = chosen
        self._take(plan)
        self.finish()

    def finish(self) -> None:
        """Keeps what is shown, as one deed."""
        self._quiet.stop()
        room_id, plan = self._room_id, self.plan
        if room_id is None or self.view is None or not self._is_drafted:
            return
        self._kept, self._underway, self._has_failed = plan, self._underway + 1, False
        self._desk.do(
            lambda store: keep_sketch(store, room_id, plan),
            then=lambda _nothing: self._done(),
            failed=self._refused,
            owner=self,
        )
        self.finished.emit()

    def settle(self) -> bool:
        """Keeps what is shown; False when the store has refused it."""
        self.finish()
        return not self._has_failed

    @property
    def _is_drafted(self) -> bool:
        return self.view is not None and self.plan != (self._kept or begin(self.view))

    def _take(self, plan: Plan) -> None:
        self.plan = plan
        self.found = collisions(plan)
        if self.thing is None:
            self.chosen = ""
        self.changed.emit()

    def _ask(self) -> None:
        room_id = self._room_id
        if room_id is not None:
            self._desk.ask(lambda session: load_sketch(session, room_id), then=self._show, owner=self)

    def _show(self, view: SketchView) -> None:
        if view.room_id != self._room_id:
            return
        if self._underway or self._quiet.isActive() or (self.view is not None and self._is_drafted):
            self._is_stale = True  # what is drawn meanwhile is newer
            return
        self.view, self._kept = view, view.plan
        self._take(view.plan or begin(view))
        self.loaded.emit()

    def _follow(self, changed: Changed) -> None:
        if self._room_id is None or not changed.touches("room", "measurement", "person"):
            return
        if self._underway:
            self._is_stale = True
        else:
            self._ask()

    def _done(self) -> None:
        self._underway -= 1
        if not self._underway and self._is_stale:
            self._is_stale = False
            self._ask()

    def _refused(self, problem: Problem) -> None:
        self._underway -= 1
        self._has_failed = True
        self._kept = None if self.view is None else self.view.plan  # the next finished change tries it again
        self._desk.failing.emit(problem)
