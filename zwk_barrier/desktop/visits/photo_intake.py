"""Takes picture files into a visit one after the other, beside the work: slow pictures hold up no typing."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from zwk_barrier.casework.visit.photos import NOWHERE, Original, Shown, keep_photo, prepare_photo
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.visits.photo_camera import Camera
from zwk_barrier.problems import PhotoProblem, Problem
from zwk_barrier.store.photos import TakenIn
from zwk_barrier.wording import _, ngettext


@dataclass(frozen=True, slots=True)
class Line:
    """What the keyboard is on when a photo is taken of it: a measured value in words, and where it was measured."""

    caption: str
    criterion: str
    part_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Files chosen together, where they belong, and the caption of the first."""

    visit_id: UUID
    shown: Shown = NOWHERE
    caption: str = ""
    gives_focus: bool = True


class PhotoIntake(QObject):
    """Lives as long as the page, so that files go on being taken in while the person is in another room."""

    progressed = Signal()
    """How far it is has changed: ask ``words``."""

    taken = Signal(object, object)
    """A :class:`Batch` whose files are all through, and the id of its first photo or None."""

    def __init__(self, desk: Desk, parent: QObject, preferences: Preferences | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: deque[tuple[Path, Batch]] = deque()
        self._problems: list[Problem] = []
        self._first: UUID | None = None
        self._count = self._done = 0
        self._is_busy = False
        self._here: Callable[[], Batch] | None = None
        self.camera = Camera(desk, self, self._take_from_camera, preferences)
        self.taken.connect(self.camera.come_to_rest)
        desk.ask_before_end(lambda: self._is_busy)

    @property
    def is_busy(self) -> bool:
        """Whether files wait or are on their way."""
        return self._is_busy

    def be_at(self, here: Callable[[], Batch], *, instead_of: Callable[[], Batch] | None = None) -> None:
        """Says where pictures from the camera belong from now on, asked when they arrive.

        A place that goes out of view speaks only ``instead_of`` itself: another may have come before.
        """
        if instead_of is None or instead_of == self._here:
            self._here = here

    def take(self, paths: list[Path], batch: Batch) -> None:
        """Takes files in behind those that wait; what is no picture is told at the end, the others go on."""
        for path in paths:
            self._waiting.append((path, batch))
            batch = replace(batch, caption="")
        self._count += len(paths)
        if paths and not self._is_busy:
            self._next()

    def words(self) -> str:
        """How far it is; empty when nothing is under way."""
        if not self._is_busy:
            return ""
        return _("Foto {number} von {count} wird übernommen …").format(
            number=self._done + 1, count=self._count
        )

    def _take_from_camera(self, paths: list[Path]) -> bool:
        """Takes new pictures to the place in view; False while there was none yet."""
        if self._here is None:
            return False
        self.take(paths, self._here())
        return True

    def _next(self) -> None:
        self._is_busy = bool(self._waiting)
        self.progressed.emit()
        if not self._is_busy:
            return
        path, batch = self._waiting.popleft()
        self._desk.ask(
            lambda session: prepare_photo(session, batch.visit_id, path),
            then=lambda ready: self._keep(ready, path, batch),
            failed=lambda problem: self._refused(problem, batch),
            owner=self,
        )

    def _keep(self, ready: TakenIn, path: Path, batch: Batch) -> None:
        self._desk.do(
            lambda store: keep_photo(store, batch.visit_id, ready, batch.shown, caption=batch.caption),
            then=lambda photo_id: self._kept(photo_id, Original(path, ready.sha256), batch),
            failed=lambda problem: self._refused(problem, batch),
            owner=self,
        )

    def _kept(self, photo_id: UUID, original: Original, batch: Batch) -> None:
        self._first = self._first or photo_id
        self.camera.note(original)
        self._go_on(batch)

    def _refused(self, problem: Problem, batch: Batch) -> None:
        self._problems.append(problem)
        self._go_on(batch)

    def _go_on(self, batch: Batch) -> None:
        self._done += 1
        if not self._waiting:
            self._tell(batch)
        self._next()

    def _tell(self, batch: Batch) -> None:
        """At the end: one sentence about what could not be taken in, however much it was."""
        problems, first, count = self._problems, self._first, self._count
        self._problems, self._first, self._count, self._done = [], None, 0, 0
        if len(problems) == 1:
            self._desk.failing.emit(problems[0])
        elif problems:
            self._desk.failing.emit(
                PhotoProblem(
                    ngettext(
                        "{refused} von {count} Datei wurde nicht übernommen.",
                        "{refused} von {count} Dateien wurden nicht übernommen.",
                        count,
                    ).format(refused=len(problems), count=count),
                    advice=" ".join(dict.fromkeys(str(problem) for problem in problems[:3])),
                )
            )
        self.taken.emit(batch, first)
