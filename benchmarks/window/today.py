"""Heute in an office of 100,000 cases with 40,000 open deadlines, against plain queries for the same rows.

At the window the page is made anew each turn, asked, answered and drawn, in turns with the plain queries on one
connection of their own.  Both see the work of all, which is the most there is to count.
"""

import sqlite3
import time
from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from benchmarks.result import Result, milliseconds, quantile
from benchmarks.store.agendas import DAY
from benchmarks.window.children import run
from benchmarks.window.logged_in import come_to_rest, log_in, the_program
from benchmarks.window.offices import office_at_work
from benchmarks.window.reporting import tell
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToToday
from zwk_barrier.desktop.program import Program
from zwk_barrier.desktop.today.page import TodayPage
from zwk_barrier.desktop.widgets.lists import RowList
from zwk_barrier.store.engine import connect

QUERIES: Final = tuple(
    query
    for query in Path(__file__).with_name("raw_today.sql").read_text("utf-8").split(";")
    if query.strip()
)
_CASES, _DEADLINES = 100_000, 40_000
_TURNS, _WARM = 23, 3
_WIDTH, _HEIGHT = 1104, 736  # px: what a window of 1280 x 800 leaves a page


def measure(name: str) -> Result:
    """One process; the first turns, which warm both caches, are told apart."""
    told = run(("benchmarks.window.program", "today"), office_at_work(_CASES, _DEADLINES))
    rows = [
        (words, *(milliseconds(told[f"{what} {part}"]) for part in ("first", "median", "p90")), ratio)
        for what, words, ratio in (
            ("raw", f"{len(QUERIES)} plain queries, one after the other", "1.0"),
            ("page", "the page made, asked, answered and drawn", _ratio(told, "page")),
            ("asked", "… of which the program's own questions, two at a time", _ratio(told, "asked")),
        )
    ]
    notes = (
        "The plain queries give the same first rows with names, and the same counts, from the same indexes, on a",
        "connection that has nothing else to do. The program asks for the list and for the queues at the same time,",
        "which gains little on two busy cores: eight runs gave ratios from 1.2 to 1.9.",
    )
    title = f"Heute with {_CASES:,} cases and {_DEADLINES:,} open deadlines"
    head = ("", "first", "median", "p90", "ratio of medians")
    return Result(name, title, [head, *rows], "at most 2 times the plain queries", notes)


def _ratio(told: dict[str, float], what: str) -> str:
    return f"{told[f'{what} median'] / told['raw median']:.2f}"


def at_the_window(application: QApplication) -> None:
    """Shows the page again and again, and tells."""
    log_in(application)
    program = the_program(application)
    assert program.workplace is not None
    desk = program.workplace.desk
    raw = connect(desk.store.database, desk.store.data_key)
    times: dict[str, list[float]] = {"raw": [], "page": [], "asked": []}
    for _turn in range(_TURNS):
        times["raw"].append(plain(raw))
        page, asked = shown(application, program, desk)
        times["page"].append(page)
        times["asked"].append(asked)
    raw.close()
    figures = {f"{what} first": took[0] for what, took in times.items()}
    for what, took in times.items():
        figures |= {f"{what} median": quantile(took[_WARM:], 0.5), f"{what} p90": quantile(took[_WARM:], 0.9)}
    tell(**figures)


def plain(raw: sqlite3.Connection) -> float:
    """Seconds for what the page shows, read by hand."""
    words = {"day": DAY.isoformat(), "until": (DAY + timedelta(days=14)).isoformat()}
    words |= {f"back_{days}": (DAY - timedelta(days=days)).isoformat() for days in (1, 30)}
    began = time.perf_counter()
    for query in QUERIES:
        raw.execute(query, words).fetchall()
    return time.perf_counter() - began


def shown(application: QApplication, program: Program, desk: Desk) -> tuple[float, float]:
    """Seconds until a fresh page stands there in full, and until its questions were answered."""
    began = time.perf_counter()
    page = TodayPage(desk, today=lambda: DAY)
    page.resize(_WIDTH, _HEIGHT)
    page.show_destination(ToToday())
    page.show()
    answered: list[float] = []
    program.work.idle.connect(lambda: answered.append(time.perf_counter()))
    come_to_rest(application, program, lambda: bool(answered))
    page.repaint()
    took = time.perf_counter() - began
    rows = page.findChild(RowList, "today_due")
    assert rows is not None
    assert len(rows.rows()) > 1
    page.close()
    page.deleteLater()
    come_to_rest(application, program, lambda: True)
    return took, answered[0] - began
