"""Guards around every test: no thread, no timer and no warning in the log may outlive or surprise it.

Each says where the thing began, because the test that fails is often not the one to mend.
"""

import gc
import logging
import re
import sys
import threading
import time
import traceback
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer

GRACE_SECONDS = 2.0

_began: "weakref.WeakKeyDictionary[Any, str]" = weakref.WeakKeyDictionary()


@pytest.fixture(scope="session", autouse=True)
def watch_starts() -> Iterator[None]:
    """Remembers who started each thread and timer; weakly, so that nothing lives longer for it."""
    with pytest.MonkeyPatch.context() as patch:
        for kind in (threading.Thread, QThread, QThreadPool, QTimer):
            patch.setattr(kind, "start", _remembering(kind.start))
        shared_pool = QThreadPool.globalInstance()  # Python forgets its face between two calls otherwise
        yield
        shared_pool.waitForDone(0)


def _remembering(start: Callable[..., Any]) -> Callable[..., Any]:
    def remember_and_start(self: Any, *words: Any, **named: Any) -> Any:
        _began[self] = _caller()
        return start(self, *words, **named)

    return remember_and_start


def _caller() -> str:
    """The last places outside this file, cheaply: file and line only."""
    frame = sys._getframe(2)
    places = traceback.StackSummary.extract(traceback.walk_stack(frame), limit=4, lookup_lines=False)
    return " <- ".join(f"{place.filename}:{place.lineno}" for place in places)


@pytest.fixture(autouse=True)
def no_leaked_thread() -> Iterator[None]:
    """Fails when a thread of the test still runs after it."""
    before = set(threading.enumerate())
    yield
    if not _soon(lambda: not _running_threads(before)):
        pytest.fail("threads outlive the test:\n" + "\n".join(_running_threads(before)))


def _running_threads(before: set[threading.Thread]) -> list[str]:
    """Python's threads, Qt's threads and busy pools; Qt's own show in Python as dummies."""
    python = [
        thread
        for thread in set(threading.enumerate()) - before
        if not isinstance(thread, threading._DummyThread)
    ]
    qt = [thing for thing in list(_began) if isinstance(thing, QThread) and _asks(thing, QThread.isRunning)]
    pools = [thing for thing in list(_began) if isinstance(thing, QThreadPool) and _asks(thing, _is_busy)]
    return [
        f"  {thing!r} began at {_began.get(thing, 'an unknown place')}" for thing in [*python, *qt, *pools]
    ]


def _is_busy(pool: QThreadPool) -> bool:
    return pool.activeThreadCount() > 0


@pytest.fixture(autouse=True)
def no_leaked_timer() -> Iterator[None]:
    """Fails when a QTimer of the test is still ticking after it; it would fire into the next one."""
    before = _ticking_timers()
    yield
    if set(_ticking_timers()) - set(before):
        _finish_deletions()
    left = {timer: place for timer, place in _ticking_timers().items() if timer not in before}
    if left:
        for timer in left:
            timer.stop()
        pytest.fail("timers tick on after the test:\n" + "\n".join(f"  began at {p}" for p in left.values()))


def _ticking_timers() -> dict[QTimer, str]:
    return {
        thing: place
        for thing, place in list(_began.items())
        if isinstance(thing, QTimer) and _asks(thing, QTimer.isActive)
    }


def _finish_deletions() -> None:
    """deleteLater() waits for an event loop that a test no longer has; cycles wait for the collector."""
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _asks(thing: Any, question: Callable[[Any], bool]) -> bool:
    try:
        return question(thing)
    except RuntimeError:  # its C++ half is deleted: the best end there is
        return False


def _soon(question: Callable[[], bool]) -> bool:
    """Whether the answer becomes yes within the grace time; threads need a moment to end."""
    until = time.monotonic() + GRACE_SECONDS
    while not question():
        if time.monotonic() > until:
            return False
        time.sleep(0.005)
    return True


@dataclass
class _Listener(logging.Handler):
    """Collects warnings and worse; those a test expects are taken out again."""

    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(logging.WARNING)

    __hash__ = logging.Handler.__hash__

    def emit(self, record: logging.LogRecord) -> None:
        place = f"{record.pathname}:{record.lineno}"
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()} (at {place})")


@pytest.fixture(autouse=True)
def no_unexpected_log() -> Iterator[_Listener]:
    """Fails when something was logged at WARNING or above that no ``expect_log`` asked for."""
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    yield listener
    logging.getLogger().removeHandler(listener)
    if listener.lines:
        pytest.fail("unexpected log lines:\n  " + "\n  ".join(listener.lines))


@pytest.fixture
def expect_log(no_unexpected_log: _Listener) -> Callable[[str], Any]:
    """``with expect_log("disk is full"):`` demands a log line that matches, and allows it."""

    @contextmanager
    def expecting(pattern: str) -> Iterator[None]:
        already = len(no_unexpected_log.lines)
        yield
        new = no_unexpected_log.lines[already:]
        assert any(re.search(pattern, line) for line in new), f"nothing logged matches {pattern!r}: {new}"
        no_unexpected_log.lines[already:] = [line for line in new if not re.search(pattern, line)]

    return expecting
