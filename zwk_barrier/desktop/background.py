"""The one file that starts threads: work beside the window, results back on the window's own thread.

    work = Work(window)
    work.do(keep_field, office, row_id, "name", value, then=self.reload)      # writes: one after the other
    work.ask(find_cases, office, text, then=self.show_hits, failed=self.say)  # reads: two at a time
    token = work.run_long(build_report, office, then=…, progress=bar.show_share)
        # calls build_report(office, progress=…, token=…): it reports shares of 0.0 to 1.0 and asks
        # token.is_cancelled, or token.check(), which raises Cancelled and ends the work in silence
    work.problem.connect(...)   # a Problem nobody took with ``failed``
    work.bug.connect(...)       # anything else that was raised; it is in the log already
    work.close()                # at the end: queued reads are dropped, writes are finished

``then`` and ``failed`` are called on the thread of ``Work``, and not at all once their owner is gone: the
QObject they are methods of, or ``owner=``.  A result that came too late is no error.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEventLoop,
    QObject,
    QRunnable,
    Qt,
    QThreadPool,
    Signal,
)

from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem

_log = logging.getLogger(__name__)

WRITERS, READERS = 1, 2
_FOREVER: Final = -1  # the writing thread stays: opening the encrypted file again costs key work


class Cancelled(Problem):
    """The person stopped the work; nobody needs to be told."""

    def __init__(self) -> None:
        super().__init__("")


class CancelToken:
    """Asks long work to stop at its next good moment."""

    def __init__(self) -> None:
        self._event = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work should stop."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Asks for the end."""
        self._event.set()

    def check(self) -> None:
        """Raises Cancelled when the work should stop."""
        if self.is_cancelled:
            raise Cancelled


@dataclass(eq=False)
class _Job:
    """One call, who waits for it, and what came of it."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    named: dict[str, Any]
    then: Callable[[Any], object] | None
    failed: Callable[[Problem], object] | None
    owner: QObject | None
    result: Any = None
    problem: Problem | None = None
    bug: BaseException | None = None
    pool: QThreadPool | None = field(default=None, repr=False)

    def run(self) -> None:
        try:
            self.result = self.function(*self.arguments, **self.named)
        except Problem as problem:
            self.problem = problem
        except Exception as bug:  # noqa: BLE001 - in a pool thread it would vanish; it goes on as a signal
            self.bug = bug

    def is_wanted(self) -> bool:
        return self.owner is None or shiboken6.isValid(self.owner)


class _Runner(QRunnable):
    """Runs one job in a pool; kept alive by ``Work`` because PySide forgets it too early."""

    def __init__(self, job: _Job, done: Callable[["_Runner"], None]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.job = job
        self._done = done

    @override
    def run(self) -> None:
        self.job.run()
        self._done(self)


class Work(QObject):
    """Everything that takes longer than a key press."""

    problem = Signal(object)  # Problem
    bug = Signal(object)  # BaseException
    idle = Signal()
    _finished = Signal(object)
    _progressed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writing = _pool(self, WRITERS)
        self._reading = _pool(self, READERS)
        self._running: set[_Runner] = set()
        self._tokens: set[CancelToken] = set()
        self._is_closed = False
        queued = Qt.ConnectionType.QueuedConnection
        self._finished.connect(self._deliver, queued)
        self._progressed.connect(_call, queued)

    @property
    def is_busy(self) -> bool:
        """Whether something runs, waits, or has a result not delivered yet."""
        return bool(self._running)

    def do(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        then: Callable[[Any], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Calls ``function(*arguments)`` on the writing thread, in the order asked for."""
        self._start(self._writing, function, arguments, {}, then, failed, owner)

    def ask(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        then: Callable[[Any], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Calls ``function(*arguments)`` on a reading thread; two run at a time."""
        self._start(self._reading, function, arguments, {}, then, failed, owner)

    def run_long(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        then: Callable[[Any], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
        progress: Callable[[float], object] | None = None,
        owner: QObject | None = None,
        writes: bool = False,
    ) -> CancelToken:
        """Calls ``function(*arguments, progress=…, token=…)``; the token given back cancels it."""
        token = CancelToken()
        self._tokens.add(token)

        def report(share: float) -> None:
            if progress is not None and not token.is_cancelled:
                self._progressed.emit((owner or _owner_of(progress), progress), share)

        named = {"progress": report, "token": token}
        self._start(
            self._writing if writes else self._reading, function, arguments, named, then, failed, owner
        )
        return token

    def wait_idle(self, timeout: float = 10.0) -> bool:
        """Waits up to ``timeout`` seconds until all is done and delivered; False when it is not."""
        deadline = QDeadlineTimer(round(timeout * 1000))
        while self._running and not deadline.hasExpired():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 10)
        return not self._running

    def close(self, timeout: float = 10.0) -> bool:
        """Drops waiting reads, cancels long work, finishes every write; False when that took too long."""
        self._is_closed = True
        for token in self._tokens:
            token.cancel()
        self._reading.clear()
        milliseconds = round(timeout * 1000)
        finished = [pool.waitForDone(milliseconds) for pool in (self._writing, self._reading)]
        self._running.clear()
        return all(finished)

    def _start(
        self,
        pool: QThreadPool,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        named: dict[str, Any],
        then: Callable[[Any], object] | None,
        failed: Callable[[Problem], object] | None,
        owner: QObject | None,
    ) -> None:
        if self._is_closed:
            return
        owner = owner or _owner_of(then) or _owner_of(failed)
        runner = _Runner(_Job(function, arguments, named, then, failed, owner), self._finished.emit)
        self._running.add(runner)
        pool.start(runner)

    def _deliver(self, runner: _Runner) -> None:
        if runner not in self._running:
            return
        self._running.discard(runner)
        job = runner.job
        self._tokens.discard(job.named.get("token", None))
        if job.bug is not None:
            _log.error("a bug in background work: %r", job.function, exc_info=job.bug)
            self.bug.emit(job.bug)
        elif job.problem is not None:
            self._tell(job, job.problem)
        elif job.then is not None and job.is_wanted():
            job.then(job.result)
        if not self._running:
            self.idle.emit()

    def _tell(self, job: _Job, problem: Problem) -> None:
        if isinstance(problem, Cancelled):
            return
        if job.failed is None:
            self.problem.emit(problem)
        elif job.is_wanted():
            job.failed(problem)


def _pool(parent: QObject, threads: int) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(threads)
    pool.setExpiryTimeout(_FOREVER)
    return pool


def _owner_of(callback: Callable[..., object] | None) -> QObject | None:
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, QObject) else None


def _call(target: tuple[QObject | None, Callable[[float], object]], share: float) -> None:
    owner, progress = target
    if owner is None or shiboken6.isValid(owner):
        progress(share)
