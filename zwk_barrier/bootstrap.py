"""Opens what a command or the window works with; the only module that knows every layer.

Each function loads the layers it needs and no others: ``--version`` must not wait for Qt, nor the list of
cases for ReportLab.
"""

import gc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from zwk_barrier.store.office import OfficeStore

DEMONSTRATION_NAME: Final = "Maria Albers"
DEMONSTRATION_PASSWORD: Final = "demo"  # noqa: S105 - of an office whose people are all invented

Progress = Callable[[int, int], None]


def open_store(folder: Path, name: str, password: str) -> "OfficeStore":
    """An office for a command, beside a window that may have it open; without a name by its password alone."""
    from zwk_barrier.store.office import open_by_password, open_office  # noqa: PLC0415

    return open_office(folder, name, password, alone=False) if name else open_by_password(folder, password)


def make_demonstration(folder: Path, cases: int, seed: int, progress: Progress) -> "OfficeStore":
    """A new office full of invented people, open; raises OfficeProblem when the folder holds one already."""
    from zwk_barrier.casework.demonstration import OFFICE_NAME, build_demonstration  # noqa: PLC0415
    from zwk_barrier.store.office import create_office  # noqa: PLC0415

    store, _recovery_key = create_office(
        folder, OFFICE_NAME, DEMONSTRATION_NAME, DEMONSTRATION_PASSWORD, is_demonstration=True
    )
    today = date.today()  # noqa: DTZ011 - the day on this computer
    build_demonstration(store, cases=cases, seed=seed, today=today, progress=progress)
    return store


def open_window(folder: Path | None, name: str, password: str) -> int:
    """The window until it is closed; gives its exit code.  A password alone is that of the demonstration."""
    gc.disable()  # while starting nothing becomes garbage; looking for it costs a tenth of the time
    from zwk_barrier.desktop.app import run  # noqa: PLC0415

    return run(folder, name=name or (DEMONSTRATION_NAME if password else ""), password=password)


def save_pictures(folder: Path, out: Path, name: str, password: str) -> list[Path]:
    """Pictures of the main pages, for where there is no screen."""
    from zwk_barrier.desktop.pictures import save_pictures as save  # noqa: PLC0415

    return save(folder, out, name=name or DEMONSTRATION_NAME, password=password)
