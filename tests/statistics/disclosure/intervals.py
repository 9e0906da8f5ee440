"""What an attacker can work out of a table with dots: by linear programs, and by trying all tables."""

from collections.abc import Collection, Iterator, Mapping
from itertools import product

import highspy
import numpy as np
from numpy.typing import NDArray

from zwk_barrier.statistics.disclosure.cells import Axis, CellSystem, HierarchicalTable

THREADS = 1  # as everywhere in this process: HiGHS fails without a word otherwise


def intervals(
    system: CellSystem,
    shown: NDArray[np.bool_],
    cells: Collection[int],
    *,
    least: float = 1,
    known: Collection[int] = (),
) -> Mapping[int, tuple[float, float]]:
    """Least and greatest value of hidden cells; a dot is at least ``least``, and what is ``known`` is true."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", THREADS)
    far = 1000.0 + 10.0 * int(system.values.max())
    told = shown.copy()
    told[list(known)] = True
    for value, is_told in zip(system.values.tolist(), told.tolist(), strict=True):
        solver.addVar(value if is_told else least, value if is_told else far)
    for total, parts in system.relations:
        signs = np.array([1.0, *(-1.0 for _part in parts)])
        solver.addRow(0.0, 0.0, len(signs), np.array([total, *parts], np.int32), signs)
    return {cell: (_extreme(solver, cell, 1.0), _extreme(solver, cell, -1.0)) for cell in cells}


def _extreme(solver: highspy.Highs, cell: int, sign: float) -> float:
    solver.changeColCost(cell, sign)
    solver.run()
    assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    found = solver.getSolution().col_value[cell]
    solver.changeColCost(cell, 0.0)
    return float(found)


def tables_that_fit(system: CellSystem, shown: NDArray[np.bool_], most: int) -> Iterator[tuple[int, ...]]:
    """Every table of whole numbers up to ``most`` that looks the same; only for a handful of hidden cells."""
    hidden = np.flatnonzero(~shown)
    for chosen in product(range(1, most + 1), repeat=hidden.size):
        values = system.values.copy()
        values[hidden] = chosen
        if all(values[total] == values[list(parts)].sum() for total, parts in system.relations):
            yield tuple(values.tolist())


def random_table(
    cases: int, seed: int, *, names: str = "abc", shape: float = 2.0, width: int = 6
) -> HierarchicalTable:
    """Invented cases over as many axes: the first has three levels, the others two."""
    dice = np.random.default_rng(seed)
    axes, columns = [], []
    for number, name in enumerate(names):
        codes = [f"{name}{place}" for place in range(width - number)]
        parts = dict.fromkeys(codes, "*")
        if not number:
            parts = {f"{name}{group}": "*" for group in "XY"}
            parts |= {code: f"{name}{'XY'[place % 2]}" for place, code in enumerate(codes)}
        axis = Axis.tree(name, parts)
        shares = dice.gamma(shape, 1, len(codes))
        chosen = dice.choice(len(codes), cases, p=shares / shares.sum())
        axes.append(axis)
        columns.append(np.array([axis.codes.index(code) for code in codes])[chosen])
    rows = np.stack(columns, 1).astype(np.int32)
    return HierarchicalTable(tuple(axes), rows, np.ones(cases, np.int64))
