"""Opens what a command or the window works with; the only module that knows every layer.

Each function loads the layers it needs and no others: ``--version`` must not wait for Qt, nor the list of
cases for ReportLab.
"""

import gc
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zwk_barrier.store.office import OfficeStore

Progress = Callable[[int, int], None]

_YEARS_CLOSED = 2
"""So that Statistik shows protected figures of a demonstration, and those of the year before beside them."""

_CLOSED_UP_TO = 2_000
"""More cases take too long to round for somebody who only wants to look."""


def open_store(folder: Path, name: str, password: str) -> "OfficeStore":
    """An office for a command, beside a window that may have it open; without a name by its password alone."""
    from zwk_barrier.store.office import open_by_password, open_office  # noqa: PLC0415

    return open_office(folder, name, password, alone=False) if name else open_by_password(folder, password)


def make_demonstration(folder: Path, cases: int, seed: int, progress: Progress) -> tuple[str, str]:
    """A new office full of invented people; gives the name and password that open it, or raises OfficeProblem."""
    from zwk_barrier.casework.demonstration import (  # noqa: PLC0415
        LOGIN_NAME,
        PASSWORD,
        create_demonstration,
    )

    def close_years(store: "OfficeStore") -> None:
        from zwk_barrier.statistics.periods.closing import close_last_years  # noqa: PLC0415

        if cases <= _CLOSED_UP_TO:
            close_last_years(store, _YEARS_CLOSED, datetime.now().astimezone(), seed=seed)

    create_demonstration(folder, cases=cases, seed=seed, progress=progress, finish=close_years)
    return LOGIN_NAME, PASSWORD


def open_window(folder: Path | None, name: str, password: str, backup: Path | None = None) -> int:
    """The window until it is closed; gives its exit code.  ``backup`` is offered to be laid into a folder."""
    gc.disable()  # while starting nothing becomes garbage; looking for it costs a tenth of the time
    from zwk_barrier.desktop.lean import forget_sources  # noqa: PLC0415

    forget_sources()
    from zwk_barrier.desktop.app import run  # noqa: PLC0415

    return run(folder, name=name, password=password, backup=backup)


def save_pictures(folder: Path, out: Path, name: str, password: str) -> list[Path]:
    """Pictures of the main pages, for where there is no screen."""
    from zwk_barrier.casework.demonstration import LOGIN_NAME  # noqa: PLC0415
    from zwk_barrier.desktop.pictures import save_pictures as save  # noqa: PLC0415

    return save(folder, out, name=name or LOGIN_NAME, password=password)


def try_window(folder: Path, name: str, password: str, note: str) -> None:
    """The window, used once by keys for a contact with this note; raises OfficeProblem when it does not work."""
    from zwk_barrier.desktop.trial import record_a_contact  # noqa: PLC0415

    record_a_contact(folder, name, password, note)


def save_handbook_pictures(folder: Path, out: Path, name: str, password: str) -> list[Path]:
    """The pictures of the handbook, one for each page about a place of the window."""
    from zwk_barrier.casework.demonstration import LOGIN_NAME  # noqa: PLC0415
    from zwk_barrier.desktop.handbook_pictures import save_handbook_pictures as save  # noqa: PLC0415

    return save(folder, out, name=name or LOGIN_NAME, password=password)


def note_bug(bug: BaseException) -> Path | None:
    """Notes in the log where a mistake of the program happened; gives the file, None when there can be none."""
    import logging  # noqa: PLC0415

    from zwk_barrier.log import begin_log, log_file  # noqa: PLC0415

    path = log_file()
    begin_log(path)
    logging.getLogger(__name__).critical("a bug on the command line: %s", type(bug).__name__, exc_info=bug)
    return path if path.exists() else None
