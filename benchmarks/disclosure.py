"""Small counts protected: how far rounding moves what is published, how many dots there are, and how long it takes.

The tables are as large as those of the figures they stand beside, which were measured with other invented cases.
All of it runs on one core, so that the time is the processor's, whatever else is running.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.result import Result, milliseconds
from zwk_barrier.statistics.disclosure.cells import Axis, CellSystem, HierarchicalTable, system_of
from zwk_barrier.statistics.disclosure.flow import Flow
from zwk_barrier.statistics.disclosure.money import SumTable, protect_sums
from zwk_barrier.statistics.disclosure.rounding import deviations, round_small_counts
from zwk_barrier.statistics.disclosure.suppression import Suppressed, suppress

Levels = tuple[tuple[int, ...], ...]  # for each axis how many codes each level has, finest first

_SMALL: Final[Levels] = ((9, 3, 1), (4, 1), (2, 1))
_MIDDLE: Final[Levels] = ((20, 5, 1), (8, 2, 1), (6, 1))
_LARGE: Final[Levels] = ((60, 12, 1), (20, 5, 1), (8, 2, 1))
_ATTRIBUTES: Final = (60, 4, 9, 3, 6, 5, 8, 2, 2, 7, 12, 5, 6, 4, 10)
_TURNS: Final = 3
_THRESHOLD: Final = 5
_MOST: Final = 0.25
_TOO_SPARSE: Final = 20_000  # more than a quarter of its cells are small
_TOO_LONG: Final = 100_000  # dots take minutes, and nobody waits for them
_AIM: Final = "a release of 2,000 cells rounded within 1 s, a million cases within 5 s"
_AIM_OF_DOTS: Final = "2,000 cells within 30 s"


@dataclass(frozen=True)
class _Case:
    name: str
    cases: int
    levels: Levels
    seed: int
    evenness: float
    notes: tuple[str, ...]


# What the notes measured with tables of the same size: error by rounding; small cells, hidden cells, seconds.
_TABLES: Final = (
    _Case("T200", 500, _SMALL, 1, 3.0, ("1.04 / 4", "39", "98", "0.04 s")),
    _Case("T2000", 5_000, _MIDDLE, 2, 2.5, ("1.21 / 9", "512", "1,011", "12 s")),
    _Case("T20k", 20_000, _LARGE, 3, 3.0, ("1.53 / 10", "7,729", "", "over 34 min")),
    _Case("T20k", 100_000, _LARGE, 3, 3.0, ("", "3,493", "7,751", "248 s")),
    _Case("T20k", 300_000, _LARGE, 3, 3.0, ("", "976", "3,063", "26 s")),
    _Case("T20k", 1_000_000, _LARGE, 3, 3.0, ("0.09 / 7", "128", "561", "1.4 s")),
)
_SPARSE: Final = (2_000, 20_000, 100_000, 1_000_000)


def measure(name: str) -> Result:
    """What ``rounding``, ``dots`` or ``sums`` do to these tables."""
    return {"rounding": _rounding, "dots": _dots, "sums": _sums}[name](name)


def _rounding(name: str) -> Result:
    head = (
        "",
        "published cells",
        "counts of 1 to 4",
        "error: mean / max / rms",
        "by chance",
        "notes",
        "time",
        "ratio",
    )
    rows: list[tuple[str, ...]] = [head]
    for case in _TABLES:
        rows.append(_rounded(_words(case), *_crossed(case), case.notes[0]))  # noqa: PERF401 - one after the other
    rows += [_rounded(f"15 attributes, {cases:,} cases", *_sparse(cases), "") for cases in _SPARSE]
    notes = (
        "The error is how far a published cell is from the truth, in cases; by chance: if each small count became",
        "5 by lot, with the right share. The ratio is to one pass over all margins (`numpy.bincount`). “Notes” are",
        "mean and maximum of the first trial, with other invented cases; where there are none, none was made. With 15",
        "attributes nearly every count of the base table is 1; kept close are all margins of one attribute and many of",
        "two and three. Times are the processor's, on one core.",
    )
    return Result(name, "Small counts rounded to base 5", rows, _AIM, notes)


def _rounded(
    words: str, counts: NDArray[np.int64], margins: list[NDArray[np.int32]], notes: str
) -> tuple[str, ...]:
    one_pass = _fastest(lambda: [np.bincount(margin, counts) for margin in margins])
    took = _fastest(lambda: round_small_counts(counts, margins, seed=1))
    small = (counts > 0) & (counts < _THRESHOLD)
    lot = np.random.default_rng(1).random(counts.size) * _THRESHOLD < counts
    by_lot = np.where(small, np.where(lot, _THRESHOLD, 0), counts)
    error = _errors(counts, round_small_counts(counts, margins, seed=1), margins)
    chance = _errors(counts, by_lot, margins)
    return (
        words,
        f"{error.size:,}",
        f"{small.sum():,}",
        f"{error.mean():.2f} / {error.max()} / {np.sqrt((error**2).mean()):.2f}",
        f"{chance.mean():.2f} / {chance.max()}",
        notes,
        milliseconds(took),
        f"{took / one_pass:.0f}",
    )


def _errors(
    counts: NDArray[np.int64], rounded: NDArray[np.int64], margins: list[NDArray[np.int32]]
) -> NDArray[np.int64]:
    return np.concatenate([np.abs(deviations(counts, rounded, margin)) for margin in margins])


def _dots(name: str) -> Result:
    head = ("", "cells", "small", "hidden", "share of cases", "notes: small, hidden, time", "time", "ratio")
    rows = [head, *(_hidden_counts(case) for case in _TABLES if case.cases != _TOO_LONG)]
    notes = (
        "Small: counts of 1 to 4; hidden: these, and what is hidden beside them, so that each may be 5 or more and",
        "takes five values or more, also for somebody who is alone in a cell. The share is of all that the cells",
        "add up to. The ratio is to one linear program of the same cells, solved from nothing (HiGHS): asking for",
        "each small cell would take that many. “Notes” are the figures of the first trial, with other invented",
        "cases. Where more than a quarter of the cells are small, the program proposes coarser levels or rounding",
        "instead; here that was put off for T2000. Times are the processor's, on one core.",
    )
    return Result(name, "Small counts behind dots", rows, _AIM_OF_DOTS, notes)


def _hidden_counts(case: _Case) -> tuple[str, ...]:
    system = system_of(_table(case))
    one = _fastest(partial(_one_program, system))
    small = (system.values > 0) & (system.values < _THRESHOLD)
    took, found = _timed_dots(system, _MOST if case.cases == _TOO_SPARSE else 1.0)
    hidden, share = "advised against", ""
    if isinstance(found, Suppressed):
        assert found.is_safe
        hidden = f"{(~found.shown).sum():,}"
        share = f"{system.values[~found.shown].sum() / system.values.sum():.1%}"
    notes = ", ".join(word or "–" for word in case.notes[1:])
    times = milliseconds(took), f"{took / one:.0f}"
    return _words(case), f"{small.size:,}", f"{small.sum():,}", hidden, share, notes, *times


def _timed_dots(system: CellSystem, most: float) -> tuple[float, object]:
    began = time.process_time()
    found = suppress(system, threshold=_THRESHOLD, most_primary=most)
    return time.process_time() - began, found


def _one_program(system: CellSystem) -> None:
    values = system.values.astype(np.float64)
    flow = Flow(system, np.maximum(values - 1, 0), np.where(values > 0, 20.0, 0.0))
    flow.cheapest(int(np.flatnonzero(values == 1)[0]), 4.0)


def _sums(name: str) -> Result:
    rows = [
        ("", "sums", "for themselves", "hidden", "share of money", "notes: hidden, time", "time", "ratio")
    ]
    for case, notes in zip(_TABLES[:2], ("39 → 78, 0.03 s", "513 → 752, 1.6 s"), strict=True):
        table = _table(case)
        dice = np.random.default_rng(case.seed)
        cents = (dice.lognormal(7, 0.8, case.cases) * 100).astype(np.int64)
        sums = SumTable(HierarchicalTable(table.axes, table.rows, cents), np.arange(case.cases))
        one = _fastest(partial(_one_program, system_of(table)))
        began = time.process_time()
        found = protect_sums([sums])
        took = time.process_time() - began
        assert found.is_safe
        hidden = ~found.shown
        share = found.system.values[hidden].sum() / found.system.values.sum()
        number = (f"{hidden.size:,}", f"{found.primary.sum():,}", f"{hidden.sum():,}", f"{share:.1%}")
        rows.append((_words(case), *number, notes, milliseconds(took), f"{took / one:.0f}"))
    notes_below = (
        "For themselves: fewer than five records, or the second largest could tell the largest to within ten percent.",
        "Every hidden sum may lie in an interval of ten percent, also for somebody who is alone in a sum, which the",
        "first trial (“notes”) did not ask for. The ratio is to one linear program of the same cells. Times are the",
        "processor's, on one core.",
    )
    return Result(name, "Sums of money hidden", rows, "2,000 sums within 30 s", notes_below)


def _words(case: _Case) -> str:
    return f"{case.name}, {case.cases:,} cases"


def _fastest(run: Callable[[], object]) -> float:
    times = []
    for _turn in range(_TURNS):
        began = time.process_time()
        run()
        times.append(time.process_time() - began)
    return min(times)


def _crossed(case: _Case) -> tuple[NDArray[np.int64], list[NDArray[np.int32]]]:
    """The base table with every combination of levels as a margin."""
    table = _table(case)
    finest = [np.flatnonzero([not parts for parts in axis.parts]) for axis in table.axes]
    sizes = [level[0] for level in case.levels]
    columns = [np.searchsorted(codes, table.rows[:, place]) for place, codes in enumerate(finest)]
    counts = np.bincount(np.ravel_multi_index(columns, sizes), minlength=int(np.prod(sizes)))
    places = np.unravel_index(np.arange(counts.size), sizes)
    margins = []
    for chosen in product(*case.levels):
        coarse = [place * many // size for place, many, size in zip(places, chosen, sizes, strict=True)]
        margins.append(np.ravel_multi_index(coarse, chosen).astype(np.int32))
    return counts.astype(np.int64), margins


def _table(case: _Case) -> HierarchicalTable:
    dice = np.random.default_rng(case.seed)
    axes, columns = [], []
    for name, levels in zip("abc", case.levels, strict=True):
        axis = _axis(name, levels)
        shares = dice.gamma(case.evenness, 1, levels[0])
        chosen = dice.choice(levels[0], case.cases, p=shares / shares.sum())
        columns.append((len(axis.codes) - levels[0] + chosen).astype(np.int32))
        axes.append(axis)
    return HierarchicalTable(tuple(axes), np.stack(columns, 1), np.ones(case.cases, np.int64))


def _axis(name: str, levels: tuple[int, ...]) -> Axis:
    parts = {}
    for depth, (many, above) in enumerate(zip(levels[-2::-1], levels[:0:-1], strict=True)):
        for place in range(many):
            group = f"{name}{depth}.{place * above // many}"
            parts[f"{name}{depth + 1}.{place}"] = "*" if above == 1 else group
    return Axis.tree(name, parts)


def _sparse(cases: int) -> tuple[NDArray[np.int64], list[NDArray[np.int32]]]:
    """Cases crossed by fifteen attributes, and the margins a yearly report is made of."""
    dice = np.random.default_rng(5)
    columns = []
    for many in _ATTRIBUTES:
        shares = dice.gamma(1.5, 1, many)
        columns.append(dice.choice(many, cases, p=shares / shares.sum()).astype(np.int32))
    keys = np.ravel_multi_index(columns, _ATTRIBUTES)
    first, counts = np.unique(keys, return_index=True, return_counts=True)[1:]
    columns = [column[first] for column in columns]
    crossings: list[tuple[int, ...]] = [(place,) for place in range(len(_ATTRIBUTES))]
    crossings += [(0, 1), (0, 3), *((one, two) for one in (1, 2) for two in range(one + 1, len(_ATTRIBUTES)))]
    crossings += [(1, 2, 4), (1, 2, 3), (0, 1, 2)]
    margins = [np.zeros(counts.size, np.int32)]
    for crossing in crossings:
        sizes = [_ATTRIBUTES[place] for place in crossing]
        margins.append(np.ravel_multi_index([columns[place] for place in crossing], sizes).astype(np.int32))
    return counts.astype(np.int64), margins
