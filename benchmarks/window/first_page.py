"""From Enter behind the right password until the list of cases stands there, against deriving the key and one row."""

import time
from pathlib import Path
from statistics import median
from typing import Final

from PySide6.QtWidgets import QApplication

from benchmarks.result import Result, milliseconds
from benchmarks.window.children import figures, run
from benchmarks.window.logged_in import log_in
from benchmarks.window.offices import NAME, PASSWORD, office_of
from benchmarks.window.reporting import tell
from zwk_barrier.desktop.preferences import user_preferences
from zwk_barrier.store.engine import connect
from zwk_barrier.store.keys import KeyFile
from zwk_barrier.store.layout import DATABASE

_TURNS: Final = 7
_SIZES: Final = (60, 100_000)


def measure(name: str) -> Result:
    """Medians in turns, for a small office and a very large one."""
    rows = []
    for cases in _SIZES:
        folder, raw, ours = office_of(cases), [], []
        for _turn in range(_TURNS):
            raw.append(least(folder))
            ours.append(run(("benchmarks.window.program", "first_page"), folder))
        limit, took = median(raw), median(figures(ours, "seconds"))
        rows.append((f"{cases:,}", milliseconds(limit), milliseconds(took), milliseconds(took - limit)))
    head = ("cases", "key by password, raw connection, one row", "until the list stands there", "difference")
    notes = (
        "The program lists what is running, newest first, and has imported what it needs while the password was typed.",
    )
    return Result(name, "From the password to the list of cases", [head, *rows], "", notes)


def least(folder: Path) -> float:
    """Seconds for what cannot be left out."""
    began = time.perf_counter()
    raw = connect(folder / DATABASE, KeyFile.read(folder).unlock(NAME, PASSWORD).data_key)
    raw.execute("SELECT number FROM case_file ORDER BY opened_at DESC LIMIT 1").fetchone()
    took = time.perf_counter() - began
    raw.close()
    return took


def at_the_window(application: QApplication) -> None:
    """Logs in where the list is the page that was left last."""
    user_preferences().page = "cases"
    tell(seconds=log_in(application))
