"""Tables become one system of cells: a cell that several show is one, and everything adds up."""

import numpy as np
import pytest

from tests.statistics.disclosure.intervals import random_table
from zwk_barrier.statistics.disclosure.cells import Axis, CellSystem, HierarchicalTable, system_of

AREA = Axis.tree("area", {"north": "*", "south": "*", "a": "north", "b": "north", "c": "south"})
AGE = Axis.flat("age", ["65+", "80+"])


def table(*counted: tuple[str, str, int]) -> HierarchicalTable:
    rows = [[AREA.codes.index(area), AGE.codes.index(age)] for area, age, _count in counted]
    counts = np.array([count for _area, _age, count in counted])
    return HierarchicalTable((AREA, AGE), np.array(rows, np.int32), counts)


def value(system: CellSystem, **key: str) -> int:
    return int(system.values[system.places[frozenset(key.items())]])


def test_every_total_is_counted() -> None:
    system = system_of(table(("a", "65+", 3), ("b", "65+", 4), ("c", "80+", 5)))
    assert value(system) == 12
    assert value(system, area="north") == 7
    assert value(system, area="south", age="80+") == 5
    assert value(system, age="65+") == 7
    assert value(system, area="a", age="80+") == 0
    assert system.values.size == 18


def test_every_total_is_the_sum_of_its_parts_exactly_once() -> None:
    system = system_of(random_table(200, 1))
    totals = [total for total, _parts in system.relations]
    leaves = 6 * 5 * 4
    assert len(totals) == len(set(totals)) == system.values.size - leaves


def test_a_cell_in_two_tables_is_one() -> None:
    whole = random_table(200, 1, names="abcd")
    first = HierarchicalTable(whole.axes[:3], whole.rows[:, :3], whole.counts)
    second = HierarchicalTable((whole.axes[0], whole.axes[3]), whole.rows[:, [0, 3]], whole.counts)
    alone = [system_of(one).values.size for one in (first, second)]
    assert system_of(first, second).values.size == sum(alone) - len(whole.axes[0].codes)


def test_a_filtered_table_shares_the_cells_of_the_whole_one() -> None:
    whole = table(("a", "65+", 3), ("b", "80+", 4))
    only = HierarchicalTable(
        (AREA,), whole.rows[:1, :1], whole.counts[:1], filters=frozenset({("age", "65+")})
    )
    assert system_of(whole, only).values.size == system_of(whole).values.size


def test_two_tables_that_count_differently_are_refused() -> None:
    with pytest.raises(ValueError, match="differ at"):
        system_of(table(("a", "65+", 3)), table(("a", "65+", 4)))


def test_a_count_in_a_code_with_parts_is_refused() -> None:
    with pytest.raises(ValueError, match="area that has parts"):
        system_of(table(("north", "65+", 3)))


def test_a_total_that_is_not_the_sum_is_refused() -> None:
    with pytest.raises(ValueError, match="not the sum"):
        CellSystem(np.array([5, 2, 2]), ((0, (1, 2)),))


def test_the_cell_of_an_earlier_release_has_to_be_of_the_system() -> None:
    with pytest.raises(KeyError):
        system_of(table(("a", "65+", 3))).after([frozenset({("area", "elsewhere")})], [])
