"""Dots: exact counts are frozen, small ones and what would tell them are not told."""

import pytest

from zwk_barrier.problems import InputProblem
from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.counting import UNITS
from zwk_barrier.statistics.counting.derived import with_derived
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.periods import dots
from zwk_barrier.statistics.periods.dots import dots_of, told_count
from zwk_barrier.statistics.periods.published import published_crossings, published_tables


def visits(counts: dict[tuple[str, str], int]) -> BaseTable:
    """Visits by quarter and purpose; all else is the same for each."""
    unit = UNITS["visits"]
    same = {name: dimension(name).unknown for name in unit.dimensions} | {
        "repeat": "first",
        "days_to_visit": "8_14",
    }
    rows = [
        (tuple({**same, "quarter": quarter, "purpose": purpose}[name] for name in unit.dimensions), count)
        for (quarter, purpose), count in counts.items()
    ]
    return BaseTable.of("visits", unit.dimensions, rows)


MANY = {(f"2025-Q{quarter}", purpose): 40 for quarter in range(1, 5) for purpose in ("erstbesuch", "abnahme")}


def test_a_small_count_and_what_would_tell_it_are_dots() -> None:
    told = dots_of({"visits": visits({**MANY, ("2025-Q1", "nach_3_monaten"): 2})}, "bremerhaven", 5)
    assert told_count(told, "bremerhaven", "visits", {}) == 322
    assert told_count(told, "bremerhaven", "visits", {"purpose": ("nach_3_monaten",)}) is None
    beside = [
        told_count(told, "bremerhaven", "visits", {"purpose": (code,)}) for code in ("erstbesuch", "abnahme")
    ]
    assert None in beside


def test_what_no_report_shows_is_not_told() -> None:
    told = dots_of({"visits": visits(MANY)}, "bremerhaven", 5)
    assert told_count(told, "bremerhaven", "visits", {"quarter": ("2025-Q1",)}) == 80
    assert told_count(told, "bremerhaven", "visits", {"tenure": ("unbekannt",)}) is None


def test_where_a_quarter_would_be_dots_rounding_is_advised() -> None:
    few = {
        (f"2025-Q{quarter}", purpose): 1 for quarter in range(1, 5) for purpose in ("erstbesuch", "abnahme")
    }
    with pytest.raises(InputProblem, match=r"Hausbesuche.*zu viele Zahlen verdeckt"):
        dots_of({"visits": visits(few)}, "bremerhaven", 5)


def test_the_quarter_is_one_of_all_cells_of_the_period_with_what_is_hidden_beside() -> None:
    small = BaseTable.of("objections", UNITS["objections"].dimensions, [])
    few = visits({("2025-Q1", "erstbesuch"): 1, ("2025-Q2", "abnahme"): 1})
    with pytest.raises(InputProblem, match="zu viele Zahlen verdeckt"):
        dots_of({"objections": small, "visits": few}, "bremerhaven", 5)
    many = {f"cases {number}": visits(MANY) for number in range(4)}  # the same beside much that is large
    told = dots_of({**many, "visits": few}, "bremerhaven", 5)
    assert told_count(told, "bremerhaven", "visits", {}) is None


def test_cells_that_only_tie_tables_together_count_for_nothing() -> None:
    unit = UNITS["surveys"]
    same = {name: dimension(name).unknown for name in unit.dimensions}
    rows = [
        (tuple({**same, "quarter": "2025-Q1", "falls": falls}[name] for name in unit.dimensions), 40)
        for falls in ("0", "1", "2plus")
    ]
    system, is_shown = dots._system(BaseTable.of("surveys", unit.dimensions, rows), "bremerhaven")
    keys = {
        frozenset(dict(key).items()) for key, shown in zip(system.keys, is_shown, strict=True) if not shown
    }
    assert frozenset({("falls", "1")}) in keys  # only „0, 1 or 2 and more“ is told


def test_what_is_published_names_only_dimensions_a_unit_has() -> None:
    for unit, crossings in published_crossings().items():
        assert () in crossings
        names = {name.partition(":")[0] for crossing in crossings for name in crossing}
        assert unit == "requests" or names <= set(UNITS[unit].dimensions)
    assert any(where for _crossing, where in published_tables("cases"))


@pytest.mark.parametrize(
    ("unit", "asked"),
    [("cases", ("arrival", "new", "carried")), ("contacts", ("with_case", "yes", "no"))],
)
def test_what_is_asked_of_a_part_never_tells_how_small_the_rest_is(
    unit: str, asked: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dots, "MOST_DOTS", 1.0)
    name, large, small = asked
    same = {one: dimension(one).unknown for one in UNITS[unit].dimensions} | {"quarter": "2025-Q1"}
    rows = [(tuple({**same, name: code}.values()), count) for code, count in ((large, 69), (small, 2))]
    told = dots_of({unit: BaseTable.of(unit, UNITS[unit].dimensions, rows)}, "bremerhaven", 5)
    assert told_count(told, "bremerhaven", unit, {}) == 71
    assert told_count(told, "bremerhaven", unit, {name: (large,)}) is None


def test_few_requests_without_a_case_do_not_follow_from_all_requests_and_the_new_cases(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dots, "MOST_DOTS", 1.0)
    tables = {}
    for unit, count in (("cases", 69), ("short_requests", 2)):
        same = {one: dimension(one).unknown for one in UNITS[unit].dimensions}
        same |= {"quarter": "2025-Q1", "arrival": "new"} if unit == "cases" else {"quarter": "2025-Q1"}
        tables[unit] = BaseTable.of(unit, UNITS[unit].dimensions, [(tuple(same.values()), count)])
    told = dots_of(with_derived(tables), "bremerhaven", 5)
    assert told_count(told, "bremerhaven", "cases", {"arrival": ("new",)}) == 69
    assert told_count(told, "bremerhaven", "short_requests", {}) is None
    assert told_count(told, "bremerhaven", "requests", {}) is None
