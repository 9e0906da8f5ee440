"""Scrolling the list of 100,000 cases, against the same table over rows that are in memory already.

At the window it turns the wheel and jumps, in turns on both tables, and tells how long each frame took: moving, drawing
and whatever else the window does meanwhile.
"""

import random
import time
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtWidgets import QApplication

from benchmarks.result import Result, milliseconds, quantile
from benchmarks.window.children import run
from benchmarks.window.logged_in import come_to_rest, log_in, the_program
from benchmarks.window.offices import office_of
from benchmarks.window.reporting import rest, tell, turn
from zwk_barrier.desktop.cases.case_source import CaseSource, case_columns
from zwk_barrier.desktop.cases.list_page import CaseListPage
from zwk_barrier.desktop.destinations import ToCases
from zwk_barrier.desktop.program import Program
from zwk_barrier.desktop.widgets.table import Order, PagedTable

_CASES: Final = 100_000
_TURNS: Final = 600
_NOTCH: Final = 3  # rows
_SELDOM: Final = 4
_NOT_YET: Final = "…"
_PATIENCE: Final = 10.0  # seconds


def measure(name: str) -> Result:
    """One process, both tables in turns."""
    told = run(("benchmarks.window.program", "scrolling"), office_of(_CASES))
    rows = [
        (
            words,
            milliseconds(told[f"memory {way} median"]),
            milliseconds(told[f"memory {way} p95"]),
            milliseconds(told[f"cases {way} median"]),
            milliseconds(told[f"cases {way} p95"]),
            f"{told[f'cases {way} median'] / told[f'memory {way} median']:.2f}",
        )
        for way, words in (("wheel", "a frame, three rows on"), ("jump", "a frame, anywhere"))
    ]
    shown = (
        "until the rows are there, anywhere",
        "",
        "",
        milliseconds(told["shown median"]),
        milliseconds(told["shown p95"]),
        "",
    )
    head = ("", "rows in memory: median", "p95", "rows in the office: median", "p95", "ratio of medians")
    listed = milliseconds(told["listed"])
    notes = (f"{_TURNS} frames each. All cases were listed {listed} after they were asked for.",)
    return Result(name, f"Scrolling {_CASES:,} cases", [head, *rows, shown], "", notes)


class InMemory:
    """The same rows without an office."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self._rows = rows

    def fetch_ids(self, _order: Order, _wanted: Any) -> Sequence[int]:
        """Every row."""
        return range(len(self._rows))

    def fetch_rows(self, ids: Sequence[int]) -> Sequence[Sequence[str]]:
        """These rows."""
        return [self._rows[row] for row in ids]


def at_the_window(application: QApplication) -> None:
    """Scrolls and tells."""
    log_in(application)
    program = the_program(application)
    cases, listed = open_list(application, program)
    memory = in_memory(program, cases)
    figures = {"listed": listed}
    for what, took in scroll(application, {"memory": memory, "cases": cases}).items():
        figures |= {f"{what} median": quantile(took, 0.5), f"{what} p95": quantile(took, 0.95)}
    tell(**figures)


def open_list(application: QApplication, program: Program) -> tuple[PagedTable, float]:
    """The list with every case in it, and how long that took."""
    assert program.workplace is not None
    program.workplace.go(ToCases())
    come_to_rest(application, program, lambda: True)
    page = program.frame.findChild(CaseListPage)
    assert page is not None
    began = time.monotonic()
    page.table.load(None)
    come_to_rest(application, program, lambda: page.table.rows.rowCount() == _CASES)
    return page.table, time.monotonic() - began


def in_memory(program: Program, cases: PagedTable) -> PagedTable:
    """The same table in a window of its own, over the same rows."""
    assert program.workplace is not None
    source = CaseSource(program.workplace.desk)
    ids = source.fetch_ids(Order("opened", is_descending=True), None)
    rows = [row for start in range(0, _CASES, 1000) for row in source.fetch_rows(ids[start : start + 1000])]
    table = PagedTable("in_memory", "Fälle", case_columns(), InMemory(rows))
    table.resize(cases.size())
    table.load()
    table.show()
    return table


def scroll(application: QApplication, tables: dict[str, PagedTable]) -> dict[str, list[float]]:
    """Seconds of each frame of the wheel and of jumps, and until a jump shows its rows."""
    times: dict[str, list[float]] = {f"{name} {way}": [] for name in tables for way in ("wheel", "jump")}
    times["shown"] = []
    dice = random.Random(1)  # noqa: S311 - where to
    for count in range(_TURNS):
        place = dice.randrange(_CASES)
        for name, table in tables.items():
            bar = table.verticalScrollBar()
            times[f"{name} wheel"].append(frame(application, table, bar.value() + _NOTCH))
            if count % _SELDOM == 0:
                began = time.perf_counter()
                times[f"{name} jump"].append(frame(application, table, place))
                wait_for_rows(application, table)
                if name == "cases":
                    times["shown"].append(time.perf_counter() - began)
    return times


def frame(application: QApplication, table: PagedTable, row: int) -> float:
    """Moves there, draws it, and does what else is due."""
    began = time.perf_counter()
    table.verticalScrollBar().setValue(row)
    table.viewport().repaint()
    turn(application, 0)
    return time.perf_counter() - began


def wait_for_rows(application: QApplication, table: PagedTable) -> None:
    """Until what stands at the top and the bottom of the view has been read."""
    until = time.monotonic() + _PATIENCE
    while any(_text(table, y) == _NOT_YET for y in (1, table.viewport().height() - 2)):
        assert time.monotonic() < until, "the rows do not come"
        rest(application)


def _text(table: PagedTable, y: int) -> str:
    return str(table.rows.data(table.rows.index(max(table.rowAt(y), 0), 0)))
