"""The office of 100,000 people that search is measured in; built once and kept in the temporary folder."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

from benchmarks.store.people import fill
from zwk_barrier.store.keys import Cost
from zwk_barrier.store.office import OfficeStore, create_office, open_office

NAME: Final = "Maria Albers"
PASSWORD: Final = "sehr geheim 1"
CHEAP: Final = Cost(passes=1, memory_kib=64, lanes=1)
PEOPLE: Final = 100_000


def of_people(count: int = PEOPLE) -> OfficeStore:
    """An open office with so many people, each with a case."""
    folder = Path(tempfile.gettempdir()) / f"zwk-benchmark-{os.getuid()}" / f"people-{count}"
    if not folder.exists():
        half = folder.with_name(f"{folder.name}.half")
        shutil.rmtree(half, ignore_errors=True)
        print(f"building an office of {count:,} people ...", flush=True)
        store, _recovery_key = create_office(half, "Messfeld", NAME, PASSWORD, cost=CHEAP)
        with store:
            fill(store, count)
        half.rename(folder)
    return open_office(folder, NAME, PASSWORD, alone=False)


def empty(folder: Path, cost: Cost = CHEAP) -> OfficeStore:
    """A new office without a case, open."""
    return create_office(folder, "Messfeld", NAME, PASSWORD, cost=cost)[0]
