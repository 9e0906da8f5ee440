"""Small counts rounded to base 5: what stays, what is added up, and how close the sums keep."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from zwk_barrier.statistics.disclosure.rounding import deviations, round_small_counts

Margins = list[NDArray[np.int32]]


@st.composite
def tables(draw: st.DrawFn, most: int = 40) -> tuple[NDArray[np.int64], Margins]:
    """Counts of a base table, many of them small, with its total and up to four other margins."""
    size = draw(st.integers(1, most))
    counts = draw(st.lists(st.one_of(st.integers(0, 6), st.integers(0, 60)), min_size=size, max_size=size))
    named = [
        draw(st.lists(st.integers(-1, 5), min_size=size, max_size=size))
        for _margin in range(draw(st.integers(0, 4)))
    ]
    margins = [np.zeros(size, np.int32), *(np.array(cells, np.int32) for cells in named)]
    return np.array(counts, np.int64), margins


def squares(counts: NDArray[np.int64], rounded: NDArray[np.int64], margins: Margins) -> int:
    """What rounding makes small: the squared deviations of all margins."""
    return sum(int((deviations(counts, rounded, margin) ** 2).sum()) for margin in margins)


@given(tables(), st.integers(0, 9))
def test_small_counts_become_nothing_or_five_and_others_stay(
    table: tuple[NDArray[np.int64], Margins], seed: int
) -> None:
    counts, margins = table
    rounded = round_small_counts(counts, margins, seed=seed)
    is_small = (counts > 0) & (counts < 5)
    assert np.isin(rounded[is_small], (0, 5)).all()
    assert (rounded[~is_small] == counts[~is_small]).all()


@given(tables())
def test_base_three_leaves_three_and_four_alone(table: tuple[NDArray[np.int64], Margins]) -> None:
    counts, margins = table
    rounded = round_small_counts(counts, margins, base=3, seed=1)
    assert (rounded[counts >= 3] == counts[counts >= 3]).all()
    assert np.isin(rounded[counts < 3], (0, 3)).all()


@given(tables(), st.integers(0, 9))
def test_the_same_seed_gives_the_same_table(table: tuple[NDArray[np.int64], Margins], seed: int) -> None:
    counts, margins = table
    first, again = (round_small_counts(counts, margins, seed=seed) for _turn in range(2))
    assert (first == again).all()


def test_another_seed_may_give_another_table() -> None:
    counts, margins = np.ones(40, np.int64), [np.zeros(40, np.int32)]
    tried = {tuple(round_small_counts(counts, margins, seed=seed)) for seed in range(8)}
    assert len(tried) > 1


@given(tables())
def test_the_counts_handed_in_are_not_changed(table: tuple[NDArray[np.int64], Margins]) -> None:
    counts, margins = table
    before = counts.copy()
    round_small_counts(counts, margins, seed=1)
    assert (counts == before).all()


@given(tables(most=12))
@settings(max_examples=60, deadline=None)
def test_no_single_change_and_no_exchange_of_two_would_be_better(
    table: tuple[NDArray[np.int64], Margins],
) -> None:
    counts, margins = table
    rounded = round_small_counts(counts, margins, seed=1)
    found = squares(counts, rounded, margins)
    small = np.flatnonzero((counts > 0) & (counts < 5))
    for one, two in product(small, small):
        other = rounded.copy()
        other[one] = 5 - other[one]
        if two != one and rounded[two] != rounded[one]:
            other[two] = 5 - other[two]
        assert squares(counts, other, margins) >= found


@given(tables(most=9))
@settings(max_examples=60, deadline=None)
def test_small_tables_come_close_to_the_best_there_is(
    table: tuple[NDArray[np.int64], Margins],
) -> None:
    counts, margins = table
    small = np.flatnonzero((counts > 0) & (counts < 5))
    best = None
    for choice in product((0, 5), repeat=small.size):
        other = counts.copy()
        other[small] = choice
        tried = squares(counts, other, margins)
        best = tried if best is None else min(best, tried)
    assert best is not None
    found = squares(counts, round_small_counts(counts, margins, seed=1), margins)
    assert found <= 1.5 * best + 10 * len(margins)


@pytest.mark.parametrize("seed", range(5))
def test_a_total_of_ones_drifts_by_less_than_half_the_base(seed: int) -> None:
    counts, margins = np.ones(997, np.int64), [np.zeros(997, np.int32)]
    assert abs(int(round_small_counts(counts, margins, seed=seed).sum()) - 997) <= 2


@pytest.mark.parametrize("before", [-4, -2, 3, 4])
def test_what_earlier_quarters_drifted_is_made_good(before: int) -> None:
    counts, margins = np.ones(100, np.int64), [np.zeros(100, np.int32), np.arange(100, dtype=np.int32) % 2]
    year = np.zeros(100, np.int32)
    offset = [None, None, np.array([before * 5])]
    rounded = round_small_counts(counts, [*margins, year], seed=1, offset=offset)
    alone = round_small_counts(counts, [*margins, year], seed=1)
    assert abs(before * 5 + int(rounded.sum()) - 100) < abs(before * 5 + int(alone.sum()) - 100)


def test_nothing_to_round_is_no_trouble() -> None:
    nothing = np.zeros(0, np.int64)
    assert round_small_counts(nothing, [np.zeros(0, np.int32)], seed=1).size == 0
    assert list(round_small_counts(np.array([0, 7]), [], seed=1)) == [0, 7]
    assert list(round_small_counts(np.array([2, 7]), [], seed=1)) in ([0, 7], [5, 7])


def test_a_sparse_base_of_fifteen_attributes_keeps_its_margins_close() -> None:
    dice = np.random.default_rng(3)
    kinds = [60, 4, 9, 3, 6, 5, 8, 2, 2, 7, 12, 5, 6, 4, 10]
    counts = np.ones(5000, np.int64)
    columns = [dice.integers(0, kind, counts.size).astype(np.int32) for kind in kinds]
    pairs = [columns[0] * np.int32(12) + column for column in columns[1:]]
    margins = [np.zeros(counts.size, np.int32), *columns, *pairs]
    rounded = round_small_counts(counts, margins, seed=1)
    drifts = [deviations(counts, rounded, margin) for margin in margins]
    assert abs(int(drifts[0][0])) <= 10
    assert max(int(np.abs(drift).max()) for drift in drifts[1:16]) <= 15  # by chance alone: some 130
    assert np.abs(np.concatenate(drifts)).mean() < 4.5  # by chance alone: some 7
