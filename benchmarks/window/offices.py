"""The offices that are measured, full of invented people; built once a machine and kept in its temporary folder."""

import os
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwk_barrier.store.office import OfficeStore

NAME: Final = "Maria Albers"
PASSWORD: Final = "sehr geheim 1"
_DAY: Final = date(2026, 11, 23)


def office_of(cases: int) -> Path:
    """The folder of an office with so many cases, closed."""

    def fill(store: "OfficeStore") -> None:
        # Only here: the processes that are measured import this module for the password.
        from zwk_barrier.casework.demonstration import build_demonstration  # noqa: PLC0415

        build_demonstration(store, cases=cases, seed=1, today=_DAY)

    return _built(f"office-{cases}", fill)


def office_at_work(cases: int, deadlines: int) -> Path:
    """The folder of an office with so many cases and open deadlines, less colourful but quicker to build; closed."""

    def fill(store: "OfficeStore") -> None:
        from benchmarks.store.agendas import fill_agenda  # noqa: PLC0415

        fill_agenda(store, cases, deadlines)

    return _built(f"at-work-{cases}-{deadlines}", fill)


def _built(name: str, fill: "Callable[[OfficeStore], None]") -> Path:
    folder = Path(tempfile.gettempdir()) / f"zwk-benchmark-{os.getuid()}" / name
    if folder.exists():
        return folder
    from zwk_barrier.store.office import create_office  # noqa: PLC0415

    half = folder.with_name(f"{folder.name}.half-{os.getpid()}")
    half.parent.mkdir(mode=0o700, exist_ok=True)
    print(f"building {folder} ...", flush=True)
    store, _recovery_key = create_office(half, "Beratungsstelle Messfeld", NAME, PASSWORD)
    fill(store)
    store.close()
    half.rename(folder)
    return folder
