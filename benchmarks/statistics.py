"""The yearly report over 100,000 cases against the raw statements of its counts, in turns; and closing a year."""

import sqlite3
import time
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from benchmarks.result import Result, quantile
from benchmarks.window.offices import NAME, PASSWORD, office_of
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.counting import UNITS, booking_of, count_base
from zwk_barrier.statistics.dimensions.dimension import region_of
from zwk_barrier.statistics.figures.report import build_report
from zwk_barrier.statistics.periods.content import Content, packed_content, unpacked_content
from zwk_barrier.statistics.periods.freezing import rounded
from zwk_barrier.store.engine import driver_of
from zwk_barrier.store.office import open_office

_CASES: Final = 100_000
_TODAY: Final = date(2026, 11, 23)
_YEAR: Final = Period.year(2025)
_TURNS: Final = 2


def measure(name: str) -> Result:
    """Raw statements, counting and the whole internal report, one after the other, several times."""
    with (
        open_office(office_of(_CASES), NAME, PASSWORD, alone=False) as store,
        store.reading() as session,
    ):
        connection = driver_of(session.connection())
        raw, counted, told = [], [], []
        for _turn in range(_TURNS):
            raw.append(_time(lambda: _raw(connection, session, (_YEAR, _YEAR.previous()))))
            counted.append(_time(lambda: [_count(session, year) for year in (_YEAR, _YEAR.previous())]))
            told.append(
                _time(lambda: build_report(session, _YEAR, "magistrat", view="internal", today=_TODAY))
            )
        exact = _count(session, _YEAR)
        cells = sum(len(table.counts) for table in exact.values())
        rounding = _time(lambda: rounded(exact, _YEAR, region_of(session), 5, 1))
        text, digest = packed_content(Content(exact, exact))
        reading = _time(lambda: unpacked_content(text, digest))
    base = quantile(raw, 0.5)
    rows = [
        ("the statements alone, two years", _seconds(base), "1.0"),
        (
            "counted: base tables of both years",
            _seconds(quantile(counted, 0.5)),
            f"{quantile(counted, 0.5) / base:.2f}",
        ),
        (
            "the internal report, with the year before",
            _seconds(quantile(told, 0.5)),
            f"{quantile(told, 0.5) / base:.2f}",
        ),
        ("a year rounded, all units", _seconds(rounding), ""),
        ("a frozen year read back", _seconds(reading), ""),
    ]
    notes = (
        f"{cells:,} base cells in {len(UNITS)} units; the frozen year takes {len(text) // 1024:,} KiB.",
        "A protected report reads the frozen years and asks the database nothing. Times are the processor's;",
        "the database works in the same process, and all three come in turns.",
    )
    title = f"Statistics of {_CASES:,} cases"
    return Result(
        name, title, [("", "median", "ratio"), *rows], "the report within 3 times its raw SQL", notes
    )


def _raw(connection: sqlite3.Connection, session: Session, years: Sequence[Period]) -> None:
    for year in years:
        booking = booking_of(session, year.quarters)
        for unit in UNITS.values():
            connection.execute(unit.statement(booking, unit.dimensions)).fetchall()


def _count(session: Session, year: Period) -> dict[str, BaseTable]:
    return count_base(session, booking_of(session, year.quarters))


def _time(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} s"
