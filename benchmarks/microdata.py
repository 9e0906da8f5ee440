"""Finding the coarsening of microdata that is safe and loses least: 20,000 and 1,000,000 invented people."""

import time
from collections.abc import Sequence
from typing import Final

import numpy as np

from benchmarks.result import Result
from zwk_barrier.rules.quarters import Period
from zwk_barrier.statistics.microdata.anonymise import anonymise
from zwk_barrier.statistics.microdata.cases import CaseRows
from zwk_barrier.statistics.microdata.columns import hierarchies, told_columns
from zwk_barrier.statistics.microdata.rare import together
from zwk_barrier.statistics.microdata.risk import risk_of
from zwk_barrier.statistics.microdata.search import Demands, Lattice, search

_SIZES: Final = (500, 20_000, 1_000_000)
_DEMANDS: Final = Demands()
_GRANTED: Final = 0.2
_NOTES: Final = {20_000: "0.9 s, 1.8 %", 1_000_000: "36 s, 1.4 %"}
"""What the first trial needed, with six columns, 1,080 combinations and other invented people."""


def measure(name: str) -> Result:
    """Search, making of the rows and measuring of the risk, one after the other, for each number of people."""
    rows: list[Sequence[str]] = [
        (
            "people",
            "search",
            "nodes tried",
            "rows and risk",
            "dropped",
            "classes",
            "k",
            "lost",
            "notes: search, dropped",
        )
    ]
    rows += [_row(size) for size in _SIZES]
    notes = (
        "Processor time; seven columns, 2,304 combinations of levels; invented people, unevenly spread. Lost is",
        "the share of information (entropy) that the best safe combination gives up. Two percent are left out by",
        "chance, the others for standing out. The notes had six columns and 1,080 combinations, other people, and",
        "looked at sizes of groups alone; here sensitive values are looked at, too.",
    )
    return Result(name, "Microdata", rows, "20,000 people in about a second", notes)


def people(size: int, seed: int = 1) -> CaseRows:
    """Invented people, most of them alike and some rare."""
    chance = np.random.default_rng(seed)
    known, told = hierarchies("bremerhaven", Period.year(2025)), told_columns()
    columns = [_drawn(chance, len(one.finest), size) for one in known]
    said = [_drawn(chance, len(one.of.codes), size) for one in told]
    amounts = np.where(chance.random(size) < _GRANTED, chance.integers(5, 42, size) * 10_000, -1)
    return CaseRows(known, told, np.column_stack(columns), np.column_stack(said), amounts)


def _drawn(
    chance: np.random.Generator, codes: int, size: int
) -> "np.ndarray[tuple[int], np.dtype[np.int32]]":
    shares = 1 / np.arange(1, codes + 1)
    return chance.choice(codes, size, p=shares / shares.sum()).astype(np.int32)


def _row(size: int) -> Sequence[str]:
    rows = people(size)
    begun = time.process_time()
    lattice = Lattice(together(rows, 2 * _DEMANDS.k), _DEMANDS)
    found = search(lattice)
    searched = time.process_time()
    data = anonymise(lattice, found.proposals[0], 1)
    risk = risk_of(data)
    made = time.process_time()
    return (
        f"{size:,}",
        f"{searched - begun:.2f} s",
        str(found.checked),
        f"{made - searched:.2f} s",
        f"{100 * data.dropped:.1f} %",
        f"{risk.classes:,}",
        str(risk.k),
        f"{100 * lattice.loss(found.proposals[0]):.0f} %",
        _NOTES.get(size, ""),
    )
