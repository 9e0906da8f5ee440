"""Where the program notes what went wrong in it: the places in the code, and never the words.

For the words of an exception may hold what somebody typed about a person; the places are enough to find the
mistake.
"""

import logging
import os
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Final

from zwk_barrier.overriding import override

_LARGEST: Final = 1_000_000  # bytes
_PROGRAM: Final = "zwk-barriere"

_Told = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _PlacesOnly(logging.Formatter):
    """Writes where an exception was raised, and not what it says."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        # Another handler may have written the words already and left them for the next.
        known, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = known

    @override
    def formatException(self, ei: _Told) -> str:
        return places_of(ei[1]) if ei[1] is not None else ""


def log_file() -> Path:
    """The log of this user, in their own folder for such; window and command line write to the same."""
    home = Path.home()
    if sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        folder = home / "Library" / "Application Support"
    else:
        folder = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return folder / _PROGRAM / f"{_PROGRAM}.log"


def begin_log(path: Path) -> None:
    """Writes warnings and worse to ``path``; an old log that has grown large is put aside.

    Where nothing can be written there is no log, and the program works all the same.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_suffix(".old.log"))
        path.touch()
    except OSError:
        return
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setFormatter(_PlacesOnly("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)


def places_of(bug: BaseException) -> str:
    """The kind of an exception and the lines it came through, with those of its causes."""
    lines = []
    each: BaseException | None = bug
    while each is not None:
        lines += [
            f"{type(each).__module__}.{type(each).__qualname__}\n",
            *traceback.format_tb(each.__traceback__),
        ]
        each = each.__cause__ or each.__context__
    return "".join(lines)
