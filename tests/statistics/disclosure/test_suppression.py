"""Dots that no sum gives away: single, linked and earlier tables, and people who know their own case."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.statistics.disclosure.intervals import intervals, random_table, tables_that_fit
from zwk_barrier.statistics.disclosure.cells import Axis, CellKey, CellSystem, HierarchicalTable, system_of
from zwk_barrier.statistics.disclosure.coarsening import TooManyDots
from zwk_barrier.statistics.disclosure.suppression import Suppressed, suppress


def dots(system: CellSystem, threshold: int = 5) -> Suppressed:
    """The dots, however many."""
    found = suppress(system, threshold=threshold, most_primary=1)
    assert isinstance(found, Suppressed)
    return found


def crossed(*rows: list[int]) -> CellSystem:
    """A table of rows and columns with all its totals."""
    counts = np.array(rows)
    height, width = counts.shape
    rows_axis = Axis.flat("row", [f"r{place}" for place in range(height)])
    axes = (rows_axis, Axis.flat("column", [f"c{place}" for place in range(width)]))
    places = np.argwhere(counts >= 0) + 1
    return system_of(HierarchicalTable(axes, places.astype(np.int32), counts.ravel()))


def told(system: CellSystem, shown: NDArray[np.bool_], threshold: int = 5) -> list[int]:
    """The small cells, or hidden ones that could be, of which an attacker knows too much."""
    small = (system.values > 0) & (system.values < threshold)
    found = intervals(system, shown, np.flatnonzero(small | ~shown).tolist())
    return [
        cell
        for cell, (low, high) in found.items()
        if low < threshold - 1e-6 and (high < threshold - 1e-6 or high - low < max(threshold - 1, 3) - 1e-6)
        if small[cell] or high - low < 3 - 1e-6
    ]


@given(st.integers(0, 10_000), st.integers(10, 200), st.integers(3, 6))
@settings(max_examples=20, deadline=None)
def test_every_small_cell_keeps_its_interval_and_none_is_shown(seed: int, cases: int, threshold: int) -> None:
    system = system_of(random_table(cases, seed))
    found = dots(system, threshold)
    assert found.is_safe
    assert not (found.shown & found.primary).any()
    assert found.shown[system.values == 0].all()
    assert not (found.secondary & found.primary).any()
    assert told(system, found.shown, threshold) == []


@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=2, max_size=3))
@settings(max_examples=40, deadline=None)
def test_values_promised_are_really_those_of_other_tables(rows: list[list[int]]) -> None:
    system = crossed(*rows)
    found = dots(system)
    bounds = intervals(system, found.shown, np.flatnonzero(~found.shown).tolist())
    for cell, (low, high) in bounds.items():
        assert low - 1e-6 <= found.low[cell] <= found.high[cell] <= high + 1e-6


def test_small_cells_alone_would_give_each_other_away() -> None:
    system = system_of(random_table(200, 1))
    assert told(system, ~dots(system).primary)


@given(st.integers(0, 10_000))
@settings(max_examples=6, deadline=None)
def test_linked_tables_are_safe_together(seed: int) -> None:
    whole = random_table(120, seed, names="abcd", width=5)
    system = system_of(part(whole, "abc"), part(whole, "abd"))
    found = dots(system)
    assert told(system, found.shown) == []


def test_linked_tables_hidden_one_by_one_are_not() -> None:
    whole = random_table(200, 5, names="abcd", width=5)
    alone = [system_of(part(whole, names)) for names in ("abc", "abd")]
    both = system_of(part(whole, "abc"), part(whole, "abd"))
    told_of: list[set[CellKey]] = [set(), set()]
    for system, keys in zip(alone, told_of, strict=True):
        shown = dots(system).shown
        assert told(system, shown) == []
        keys.update(key for key, place in system.places.items() if shown[place])
    shared = set(alone[0].keys) & set(alone[1].keys)
    assert (told_of[0] ^ told_of[1]) & shared  # a dot here, the number there
    shown = np.array([key in told_of[0] or key in told_of[1] for key in both.keys])
    assert told(both, shown)


def part(table: HierarchicalTable, names: str) -> HierarchicalTable:
    """The same cases over fewer axes."""
    kept = [place for place, axis in enumerate(table.axes) if axis.name in names]
    return HierarchicalTable(tuple(table.axes[place] for place in kept), table.rows[:, kept], table.counts)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([[1, 1, 1], [9, 8, 7]], id="three people alone in one row"),
        pytest.param([[1, 1, 0], [7, 9, 8], [6, 6, 6]], id="one and one and nothing is two"),
        pytest.param([[4, 1, 40], [30, 20, 50]], id="four and one is five: both are surely small"),
        pytest.param([[1, 0, 0], [0, 30, 0], [0, 0, 20]], id="nearly all is nothing"),
        pytest.param([[2, 2, 2], [2, 2, 2]], id="all is small"),
    ],
)
@pytest.mark.parametrize("threshold", [3, 5])
def test_tables_that_other_tools_give_away(rows: list[list[int]], threshold: int) -> None:
    system = crossed(*rows)
    found = dots(system, threshold)
    assert found.is_safe
    assert told(system, found.shown, threshold) == []


def test_whole_numbers_leave_several_values_too() -> None:
    system = crossed([1, 9], [8, 9])
    found = dots(system, threshold=3)
    tables = list(tables_that_fit(system, found.shown, most=14))
    for cell in np.flatnonzero(found.primary):
        values = {table[cell] for table in tables}
        assert max(values) >= 3
        assert len(values) >= 3


@given(st.integers(0, 10_000))
@settings(max_examples=10, deadline=None)
def test_whoever_is_alone_in_a_cell_learns_nothing_of_others(seed: int) -> None:
    system = system_of(random_table(120, seed, names="ab"))
    found = dots(system)
    small = np.flatnonzero(found.primary).tolist()
    for cell in np.flatnonzero(system.values == 1).tolist():
        mine = same_person(system, cell)
        bounds = intervals(system, found.shown, [one for one in small if one not in mine], known=mine)
        assert all(high >= 5 - 1e-6 and high - low >= 4 - 1e-6 for low, high in bounds.values())


def same_person(system: CellSystem, cell: int) -> set[int]:
    """The cells of 1 above and below a cell of 1."""
    found = {cell}
    for _round in system.relations:
        for total, parts in system.relations:
            ones = {total, *parts} & set(np.flatnonzero(system.values == 1).tolist())
            if system.values[total] == 1 and ones & found:
                found |= ones
    return found


def test_the_same_table_gives_the_same_dots() -> None:
    system = system_of(random_table(300, 7))
    assert (dots(system).shown == dots(system).shown).all()


def test_dots_of_an_earlier_release_stay_and_so_do_its_numbers() -> None:
    year = random_table(300, 11, names="abc")
    system = system_of(year)
    first_code = next(code for code in year.axes[2].codes if code != "*")
    before = [key for key in system.keys if ("c", first_code) in key]
    earlier = system_of(
        HierarchicalTable(
            year.axes[:2],
            year.rows[year.rows[:, 2] == year.axes[2].codes.index(first_code), :2],
            year.counts[year.rows[:, 2] == year.axes[2].codes.index(first_code)],
            filters=frozenset({("c", first_code)}),
        )
    )
    old = dots(earlier)
    open_keys = [key for key, is_shown in zip(earlier.keys, old.shown, strict=True) if is_shown]
    dotted = [key for key in before if key not in set(open_keys)]
    found = dots(system.after(open_keys, dotted))
    assert all(found.shown[system.places[key]] for key in open_keys)
    assert not any(found.shown[system.places[key]] for key in dotted)
    assert told(system, found.shown) == []


def test_what_was_given_away_before_is_said() -> None:
    system = crossed([2, 2], [30, 20])
    small_row = frozenset({("row", "r0")})
    found = dots(system.after([small_row], []))
    assert not found.is_safe
    assert system.places[frozenset({("row", "r0"), ("column", "c0")})] in found.unprotected


def test_where_dots_would_hide_too_much_coarser_levels_are_proposed() -> None:
    table = random_table(120, 3)
    advice = suppress(system_of(table))
    assert isinstance(advice, TooManyDots)
    assert advice.share_primary > 0.25
    assert advice.coarser
    assert all(way.share_primary <= 0.25 for way in advice.coarser)
    assert all(one.cells >= other.cells for one, other in pairwise(advice.coarser))


def test_a_proposal_says_what_it_would_be_like() -> None:
    table = random_table(200, 3)
    advice = suppress(system_of(table))
    assert isinstance(advice, TooManyDots)
    (way,) = (way for way in advice.coarser if way.without == ("c",))
    system = system_of(part(table, "ab"))
    small = (system.values > 0) & (system.values < 5)
    assert (way.cells, way.share_primary) == (system.values.size, small.mean())


def test_where_one_level_is_not_enough_two_are_proposed() -> None:
    advice = suppress(system_of(random_table(60, 3)))
    assert isinstance(advice, TooManyDots)
    assert [way.without for way in advice.coarser] == [("b", "c")]


@pytest.mark.parametrize("threshold", [0, 1, 2])
def test_a_threshold_below_three_is_refused(threshold: int) -> None:
    with pytest.raises(ValueError, match="below 3"):
        suppress(crossed([1, 2], [3, 4]), threshold=threshold)


def test_it_can_be_stopped_and_says_how_far_it_is() -> None:
    class Stop(Exception):
        pass

    seen: list[tuple[int, int]] = []

    def progress(done: int, whole: int) -> None:
        seen.append((done, whole))
        if done == 5:
            raise Stop

    with pytest.raises(Stop):
        suppress(system_of(random_table(200, 1)), most_primary=1, progress=progress)
    assert [done for done, _whole in seen] == list(range(6))
    assert all(whole >= done for done, whole in seen)


def test_nothing_small_hides_nothing() -> None:
    found = suppress(crossed([10, 20], [30, 0]))
    assert isinstance(found, Suppressed)
    assert found.shown.all()
