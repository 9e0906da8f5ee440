"""How far long work on the command line is: one line on stderr, only where a person watches."""

import sys
import time
from typing import Final, Self, TextIO

_SHOWN_AFTER: Final = 0.5  # seconds
_WIDTH: Final = 30


class ProgressLine:
    """A bar that is redrawn in place; silent when stderr is no terminal, and gone at the end."""

    def __init__(self, what: str, stream: TextIO | None = None) -> None:
        self._what = what
        self._stream = stream or sys.stderr
        self._begun = time.monotonic()
        self._last = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        if self._last:
            self._stream.write("\r" + " " * len(self._last) + "\r")
            self._stream.flush()

    def show(self, done: int, of: int) -> None:
        """Shows how much is done of how much there is."""
        if not self._stream.isatty() or time.monotonic() - self._begun < _SHOWN_AFTER or of <= 0:
            return
        filled = _WIDTH * done // of
        line = f"{self._what} [{'#' * filled}{'.' * (_WIDTH - filled)}] {100 * done // of} %"
        if line != self._last:
            self._stream.write("\r" + line)
            self._stream.flush()
            self._last = line
