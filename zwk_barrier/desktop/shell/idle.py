"""Notices when nobody has touched keyboard, mouse or screen for a while."""

import time
from collections.abc import Callable
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from zwk_barrier.overriding import override

_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_LOOK_EVERY_MS: Final = 5_000


class IdleWatch(QObject):
    """Says ``idle`` once nobody has worked for the minutes given to :meth:`watch`.

    It listens at the windows and not at the application, where every event of every widget would pass
    through Python.  It asks the wall clock, which goes on while a laptop sleeps, so that the lid's next
    opener meets a locked window: the first touch after too long is swallowed.
    """

    idle = Signal()

    def __init__(
        self,
        application: QGuiApplication,
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit = 0.0
        self._last = 0.0
        self._window: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        application.focusWindowChanged.connect(self._follow)
        self._follow(application.focusWindow())

    def watch(self, minutes: float) -> None:
        """Begins to count anew."""
        self._limit = minutes * 60
        self._last = self._clock()
        self._timer.start(_LOOK_EVERY_MS)

    def rest(self) -> None:
        """Stops counting; nothing is said until :meth:`watch`."""
        self._timer.stop()

    def go_on(self) -> None:
        """Counts again from the last touch, after :meth:`rest` or ``idle``."""
        self._timer.start(_LOOK_EVERY_MS)

    @property
    def is_due(self) -> bool:
        """Whether the last touch is too long ago; touches are noticed while it rests, too."""
        return self._clock() - self._last >= self._limit

    def look(self) -> bool:
        """Says ``idle`` when it is time to; whether it was."""
        if not (self._timer.isActive() and self.is_due):
            return False
        self.rest()
        self.idle.emit()
        return True

    def _follow(self, window: QWindow | None) -> None:
        if self._window is not None and shiboken6.isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            if self.look():
                return True
            self._last = self._clock()
        return False
