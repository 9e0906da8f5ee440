"""Small counts stay unknown, whatever an attacker adds, subtracts, or knows of the method."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier.statistics.protection import LEAST, Cell, Protected, protect

COUNTS = st.lists(st.integers(0, 60), min_size=1, max_size=12)
SMALL = LEAST - 1


def hidden_places(seen: Protected) -> list[int]:
    """Where there is no number."""
    return [place for place, cell in enumerate(seen.cells) if cell.count is None]


def bounds(seen: Protected, place: int) -> tuple[int, float]:
    """What somebody with the total knows of a hidden count: it lies within these bounds."""
    assert seen.total.count is not None
    together = seen.total.count - sum(cell.count or 0 for cell in seen.cells)
    others = [seen.cells[other] for other in hidden_places(seen) if other != place]
    least = sum(0 if cell.mark == "small" else LEAST for cell in others if not all_hidden(seen))
    most = sum(SMALL if cell.mark == "small" else together for cell in others)
    low, high = max(0, together - most), together - least
    return low, min(high, SMALL) if seen.cells[place].mark == "small" else high


def all_hidden(seen: Protected) -> bool:
    """Whether the whole table was hidden, large counts with it."""
    return all(cell.mark == "hidden" for cell in seen.cells)


@given(COUNTS)
def test_no_number_below_five_is_shown(counts: list[int]) -> None:
    seen = protect(counts)
    assert all(cell.count is None or cell.count >= LEAST for cell in (*seen.cells, seen.total))


@given(COUNTS)
def test_what_is_shown_is_true(counts: list[int]) -> None:
    seen = protect(counts)
    assert seen.total.count in {None, sum(counts)}
    assert all(cell.count in {None, count} for cell, count in zip(seen.cells, counts, strict=True))
    assert all(count < LEAST for cell, count in zip(seen.cells, counts, strict=True) if cell.mark == "small")


@given(COUNTS)
def test_the_total_leaves_three_values_for_every_hidden_count(counts: list[int]) -> None:
    seen = protect(counts)
    places = hidden_places(seen)
    if seen.total.count is None or not any(counts[place] for place in places):
        return
    for place in places:
        low, high = bounds(seen, place)
        assert low <= counts[place] <= high
        assert high - low >= 2


def tables(length: int, most: int) -> Iterator[tuple[int, ...]]:
    """Every table of that length whose counts are not above ``most``."""
    return product(range(most + 1), repeat=length)


@pytest.mark.parametrize(("length", "most"), [(1, 40), (2, 24), (3, 16), (4, 10)])
def test_whoever_knows_the_method_too_is_left_with_three_values(length: int, most: int) -> None:
    alike: defaultdict[Protected, list[tuple[int, ...]]] = defaultdict(list)
    for counts in tables(length, most):
        alike[protect(counts)].append(counts)
    for seen, possible in alike.items():
        if seen.total.count is not None and seen.total.count > most:
            continue  # not every table with this total was tried
        places = hidden_places(seen)
        if any(counts[place] for counts in possible for place in places):
            for place in places:
                assert len({counts[place] for counts in possible}) >= 3, (seen, possible)


@given(COUNTS)
def test_large_counts_alone_are_all_shown(counts: list[int]) -> None:
    large = [count + LEAST for count in counts]
    assert protect(large) == Protected(tuple(Cell(count) for count in large), Cell(sum(large)))


def test_one_small_count_takes_the_last_large_one_with_it() -> None:
    marks = [cell.mark for cell in protect([30, 3, 20, 9]).cells]
    assert marks == ["shown", "small", "shown", "hidden"]


def test_small_counts_that_hide_each_other_take_nothing_with_them() -> None:
    marks = [cell.mark for cell in protect([30, 3, 2, 2]).cells]
    assert marks == ["shown", "small", "small", "small"]


def test_a_table_that_cannot_be_hidden_in_part_is_hidden_whole() -> None:
    seen = protect([4, 4])
    assert [cell.mark for cell in seen.cells] == ["hidden", "hidden"]
    assert seen.total == Cell(8)


def test_a_small_total_is_hidden_like_its_parts() -> None:
    seen = protect([2, 0, 1])
    assert {cell.mark for cell in (*seen.cells, seen.total)} == {"small"}
