"""When what stands in a field is kept: as it is left, and at the latest some seconds after typing.

Every field of ``widgets`` is a ``Field``:

    field.value()            what was kept last: a value, never the raw text; None when empty
    field.set_value(value)   shows a value from the store; while somebody types there, the typing stays
    field.settle()           keeps what is typed now; True when nothing is left unkept
    field.kept               signal(object): a changed value that could be read; the page stores it
    field.failed             signal(str): why what is typed cannot be kept; "" when that is over

Escape brings back the last kept value.  A failure is told when the field is
left, not while somebody types.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from zwk_barrier.problems import InputProblem

DELAY, LIMIT = 2.0, 10.0  # seconds after the last key, and after the first


@runtime_checkable
class Field(Protocol):
    """What a form needs of a field, which is a QWidget besides."""

    kept: Any  # Signal(object)
    failed: Any  # Signal(str)

    def value(self) -> Any:
        """What was kept last."""

    def set_value(self, value: Any) -> None:
        """Shows a value."""

    def settle(self) -> bool:
        """Keeps what is typed; False when that is not possible."""

    def forget(self) -> None:
        """Gives up what is typed: the field is about to show another record."""


@dataclass(frozen=True)
class Surface:
    """What a keeper asks of its field: ``read`` it, ``show`` a value in it, say ``kept`` and ``failed``."""

    read: Callable[[], Any]
    show: Callable[[Any], None]
    kept: Callable[[Any], None]
    failed: Callable[[str], None]


class Keeper(QObject):
    """Knows the last kept value of one field, and whether what is typed there is newer."""

    def __init__(self, field: QWidget, surface: Surface, *, delay: float = DELAY) -> None:
        super().__init__(field)
        self._surface = surface
        self._delay = delay
        self._first_touch: float | None = None
        self._has_failed = False
        self._is_raw = False  # kept, but still standing there as it was typed
        self._timer: QTimer | None = None
        self.value: Any = None

    @property
    def is_touched(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._first_touch is not None

    def touch(self) -> None:
        """Something was typed: it will be kept soon."""
        self._is_raw = True
        now = time.monotonic()
        if self._first_touch is None:
            self._first_touch = now
        rest = max(0.0, LIMIT - (now - self._first_touch))
        if self._timer is None:  # most fields of a page are never typed in
            self._timer = QTimer(self, singleShot=True)
            self._timer.timeout.connect(self._keep_quietly)
        self._timer.start(round(min(self._delay, rest) * 1000))

    def put(self, value: Any) -> None:
        """Takes a value from the store; newer typing stays, and so does typing just kept: „Bad “ is not done yet."""
        is_own = self._is_raw and value == self.value
        self.value = value
        if self.is_touched or is_own:
            return
        self._rest()
        self._show(value)
        self._tell("")

    def settle(self) -> bool:
        """Keeps what is typed and shows it as written; False, with the reason told, when it cannot be."""
        if not self.is_touched:
            if self._is_raw:
                self._show(self.value)
            return not self._has_failed
        try:
            value = self._surface.read()
        except InputProblem as problem:
            self._stop()
            self._tell(str(problem))
            return False
        self._rest()
        self._keep(value)
        self._show(self.value)
        return True

    def forget(self) -> None:
        """Gives up what is typed and what was said about it."""
        self._rest()
        self._is_raw = False
        self._tell("")

    def restore(self) -> bool:
        """Brings back the last kept value; False when it stands there already."""
        if not (self.is_touched or self._has_failed):
            return False
        self.forget()
        self.put(self.value)
        return True

    def _keep_quietly(self) -> None:
        """Keeps while the person may go on typing: no reformatting, no complaint about half a date."""
        try:
            value = self._surface.read()
        except InputProblem:
            return
        self._rest()
        self._keep(value)

    def _keep(self, value: Any) -> None:
        self._tell("")
        if value != self.value:
            self.value = value
            self._surface.kept(value)

    def _show(self, value: Any) -> None:
        self._is_raw = False
        self._surface.show(value)

    def _rest(self) -> None:
        self._first_touch = None
        self._stop()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()

    def _tell(self, sentence: str) -> None:
        if sentence or self._has_failed:
            self._has_failed = bool(sentence)
            self._surface.failed(sentence)


def settle_all(root: QWidget) -> bool:
    """Keeps what is typed anywhere under ``root``; False when a field there cannot be kept."""
    fields = [field for field in root.findChildren(QWidget) if isinstance(field, SettlesItself)]
    settled = [field.settle() for field in fields]  # every field gets its turn
    return all(settled)


class SettlesItself:
    """Marks the field classes, so that a page can find them without knowing each."""

    def settle(self) -> bool:
        """Keeps what is typed; False when that is not possible."""
        raise NotImplementedError

    def forget(self) -> None:
        """Gives up what is typed; a field that keeps every choice at once has nothing to give up."""
