"""Sums of money: five records or more, nobody's share to be told, and no hidden sum to be worked out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.statistics.disclosure.intervals import intervals, random_table
from zwk_barrier.statistics.disclosure.cells import Axis, CellKey, HierarchicalTable, system_of
from zwk_barrier.statistics.disclosure.money import ProtectedSums, SumTable, protect_sums

AREA = Axis.flat("area", ["a", "b", "c"])
WHOLE: CellKey = frozenset()


def amounts(**of: list[int]) -> SumTable:
    """Amounts in cents by area, each of another record."""
    rows = [[AREA.codes.index(area)] for area, cents in of.items() for _each in cents]
    cents = np.array([each for cents in of.values() for each in cents], np.int64)
    return SumTable(HierarchicalTable((AREA,), np.array(rows, np.int32), cents), np.arange(len(cents)))


def in_area(found: ProtectedSums, area: str) -> int:
    return found.system.places[frozenset({("area", area)})]


def random_sums(cases: int, seed: int, names: str = "ab") -> SumTable:
    table = random_table(cases, seed, names=names)
    cents = (np.random.default_rng(seed).lognormal(7, 1, cases) * 100).astype(np.int64)
    return SumTable(HierarchicalTable(table.axes, table.rows, cents), np.arange(cases))


EVEN = [100_00, 120_00, 90_00, 110_00, 95_00, 105_00]


def test_sums_of_enough_even_amounts_are_shown() -> None:
    found = protect_sums([amounts(a=EVEN, b=EVEN, c=EVEN)])
    assert found.shown.all()
    assert found.records.tolist() == [18, 6, 6, 6]


def test_a_sum_of_four_records_is_hidden_and_another_beside_it() -> None:
    found = protect_sums([amounts(a=EVEN[:4], b=EVEN, c=EVEN * 3)])
    assert found.primary.tolist() == [False, True, False, False]
    assert found.secondary.sum() == 1
    assert found.shown[found.system.places[WHOLE]]


def test_who_has_an_amount_twice_is_one_record() -> None:
    table = amounts(a=EVEN, b=EVEN, c=EVEN).table
    found = protect_sums([SumTable(table, np.array([0, 0, 0, 1, 2, 3, *range(10, 22)]))])
    assert found.records[in_area(found, "a")] == 4
    assert found.primary[in_area(found, "a")]


def test_amounts_of_nothing_do_not_make_records() -> None:
    found = protect_sums([amounts(a=[100_00, 90_00, 95_00, 0, 0, 0], b=EVEN, c=EVEN)])
    assert found.records[in_area(found, "a")] == 3
    assert found.primary[in_area(found, "a")]


@pytest.mark.parametrize(("rest", "is_hidden"), [(98_00, True), (101_00, False)])
def test_whoever_is_second_must_not_know_the_first_to_ten_percent(rest: int, is_hidden: bool) -> None:
    # 1,000 € and 500 € lead; p % of the first is 100 €
    small = [rest // 4] * 4
    found = protect_sums([amounts(a=[1000_00, 500_00, *small], b=EVEN * 9, c=EVEN * 9)])
    assert found.primary[in_area(found, "a")] is np.bool_(is_hidden)


@given(st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_every_hidden_sum_may_lie_in_an_interval_of_ten_percent(seed: int) -> None:
    found = protect_sums([random_sums(120, seed)])
    hidden = np.flatnonzero(~found.shown).tolist()
    assert found.is_safe
    for low, high in intervals(found.system, found.shown, hidden, least=0).values():
        assert high - low >= 0.0999 * high


@given(st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_the_second_largest_cannot_tell_the_largest_from_any_hidden_sum(seed: int) -> None:
    sums = random_sums(80, seed)
    found = protect_sums([sums])
    bounds = intervals(found.system, found.shown, np.flatnonzero(found.primary).tolist(), least=0)
    for cell, (_low, high) in bounds.items():
        mine = sorted((int(each) for each in members(sums, found, cell)), reverse=True)
        second = mine[1] if len(mine) > 1 else 0
        assert high - second >= 1.0999 * mine[0]


def members(sums: SumTable, found: ProtectedSums, cell: int) -> NDArray[np.int64]:
    """The amounts in a cell, by another way than the code under test."""
    wanted = dict(found.system.keys[cell])
    inside = np.ones(len(sums.who), np.bool_)
    for number, axis in enumerate(sums.table.axes):
        if axis.name in wanted:
            place = axis.codes.index(wanted[axis.name])
            below = [code for code in range(len(axis.codes)) if place in axis.above(code)]
            inside &= np.isin(sums.table.rows[:, number], below)
    return sums.table.counts[inside]


@given(st.integers(0, 10_000))
@settings(max_examples=8, deadline=None)
def test_whoever_is_alone_in_a_sum_cannot_work_out_others(seed: int) -> None:
    found = protect_sums([random_sums(90, seed)])
    primary = np.flatnonzero(found.primary).tolist()
    for cell in np.flatnonzero(found.records == 1).tolist():
        others = [one for one in primary if found.records[one] > 1]
        for low, high in intervals(found.system, found.shown, others, least=0, known=[cell]).values():
            assert high - low >= 0.0999 * high


def test_linked_tables_of_sums_are_hidden_together() -> None:
    whole = random_sums(150, 4, names="abc")
    first, second = (
        SumTable(
            HierarchicalTable(
                tuple(whole.table.axes[place] for place in kept),
                whole.table.rows[:, kept],
                whole.table.counts,
            ),
            whole.who,
        )
        for kept in ([0, 1], [0, 2])
    )
    found = protect_sums([first, second])
    assert found.system.values.size == system_of(first.table, second.table).values.size
    hidden = np.flatnonzero(~found.shown).tolist()
    for low, high in intervals(found.system, found.shown, hidden, least=0).values():
        assert high - low >= 0.0999 * high


def test_a_sum_shown_before_stays_and_what_it_gives_away_is_said() -> None:
    table = amounts(a=EVEN[:4], b=EVEN, c=EVEN)
    shown = [WHOLE, frozenset({("area", "b")}), frozenset({("area", "c")})]
    found = protect_sums([table], earlier=(shown, []))
    assert found.unprotected == (in_area(found, "a"),)
    assert not found.is_safe


def test_a_cap_in_law_leaves_a_hidden_sum_less_room() -> None:
    capped = [4180_00] * 4
    table = amounts(a=capped, b=[4100_00] * 8, c=[3000_00] * 20)
    assert protect_sums([table]).is_safe
    found = protect_sums([table], most_each=4180_00)
    assert found.high.max() <= 32 * 4180_00
    assert (found.high <= found.records * 4180_00 + 1).all()


def test_means_need_ten_records_a_shown_sum_and_the_rounded_count() -> None:
    found = protect_sums([amounts(a=[100_00] * 9, b=[100_00] * 11, c=[100_00] * 12)])
    rounded = np.array([32, 10, 10, 12])
    means = dict(zip(found.system.keys, found.means(rounded), strict=True))
    assert means[frozenset({("area", "a")})] is None
    assert means[frozenset({("area", "b")})] == 110_00
    assert means[WHOLE] == 100_00


def test_no_mean_stands_beside_a_hidden_sum() -> None:
    found = protect_sums([amounts(a=[5000_00, 10_00, *[1_00] * 10], b=EVEN * 2, c=EVEN * 3)])
    means = found.means(found.records)
    assert all(mean is None for mean, is_shown in zip(means, found.shown, strict=True) if not is_shown)
