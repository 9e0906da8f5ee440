"""The offices that are measured, full of invented people; built once a machine and kept in its temporary folder."""

import os
import tempfile
from datetime import date
from pathlib import Path
from typing import Final

NAME: Final = "Maria Albers"
PASSWORD: Final = "sehr geheim 1"
_DAY: Final = date(2026, 11, 23)


def office_of(cases: int) -> Path:
    """The folder of an office with so many cases, closed."""
    folder = Path(tempfile.gettempdir()) / f"zwk-benchmark-{os.getuid()}" / f"office-{cases}"
    if folder.exists():
        return folder
    # Only here: the processes that are measured import this module for the password.
    from zwk_barrier.casework.demonstration import build_demonstration  # noqa: PLC0415
    from zwk_barrier.store.office import create_office  # noqa: PLC0415

    half = folder.with_name(f"{folder.name}.half-{os.getpid()}")
    half.parent.mkdir(mode=0o700, exist_ok=True)
    print(f"building an office of {cases:,} cases in {folder} ...", flush=True)
    store, _recovery_key = create_office(half, "Beratungsstelle Messfeld", NAME, PASSWORD)
    build_demonstration(store, cases=cases, seed=1, today=_DAY)
    store.close()
    half.rename(folder)
    return folder
