"""A joint base table becomes the tables that dots protect, with every level and total, tied where they share cells."""

import numpy as np
import pytest

from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.disclosure.cells import CellSystem, system_of
from zwk_barrier.statistics.periods.crossed_tables import crossed_tables

REGION = "bremerhaven"
AREA = dimension("area", REGION)
DISTRICT = AREA.level("district")
COUNTED = [
    ((AREA.codes[place % 9], grade, gender), 1 + place % 4)
    for place, (grade, gender) in enumerate(
        (grade, sex) for grade in ("keiner", "2", "3", "4") for sex in ("w", "m", "d")
    )
]
TABLE = BaseTable.of("cases", ("area", "care_grade", "gender"), COUNTED)


def value(system: CellSystem, **key: str) -> int:
    return int(system.values[system.places[frozenset(key.items())]])


def test_every_cell_is_what_the_base_table_says() -> None:
    system = system_of(*crossed_tables(TABLE, ("area:district", "gender"), REGION))
    assert value(system) == TABLE.total()
    for group in {DISTRICT.parents[code] for code in TABLE.codes[0]}:
        inside = [code for code in TABLE.codes[0] if DISTRICT.parents[code] == group]
        assert value(system, area=group) == TABLE.total({"area": inside})
        assert value(system, area=group, gender="w") == TABLE.total({"area": inside, "gender": ["w"]})


def test_finer_and_coarser_tables_are_tied() -> None:
    fine = crossed_tables(TABLE, ("area", "gender"), REGION)
    coarse = crossed_tables(TABLE, ("area:district", "gender"), REGION)
    assert system_of(*fine, *coarse).values.size == system_of(*fine).values.size


def test_levels_of_the_care_grade_stand_over_each_other() -> None:
    system = system_of(*crossed_tables(TABLE, ("care_grade",), REGION))
    assert value(system, care_grade="pg_any") == TABLE.total({"care_grade": ["2", "3", "4"]})
    assert value(system, care_grade="pg_2_3") == TABLE.total({"care_grade": ["2", "3"]})


@pytest.mark.parametrize("name", ["area", "care_grade", "age", "programme", "room", "tenure", "quarter"])
def test_every_dimension_with_levels_adds_up(name: str) -> None:
    codes = ("2025-Q1", "2025-Q2") if name == "quarter" else dimension(name, REGION).codes
    table = BaseTable.of("cases", (name,), [((code,), 3 + place) for place, code in enumerate(codes)])
    system = system_of(*crossed_tables(table, (name,), REGION))
    for key, place in system.places.items():
        for _dimension, code in key:
            finest = [one for one in codes if one == code or code in _groups(name, one)]
            assert system.values[place] == table.total({name: finest})
    assert value(system) == table.total()


def _groups(name: str, code: str) -> set[str]:
    return {level.parents.get(code, code) for level in dimension(name, REGION).levels}


def test_a_condition_on_one_code_makes_the_cells_of_that_code() -> None:
    whole = crossed_tables(TABLE, ("area", "gender"), REGION)
    women = crossed_tables(TABLE, ("area",), REGION, {"gender": ["w"]})
    assert system_of(*whole, *women).values.size == system_of(*whole).values.size


def test_a_condition_on_a_dimension_crossed_limits_its_total() -> None:
    whole = crossed_tables(TABLE, ("gender",), REGION)
    some = crossed_tables(TABLE, ("gender",), REGION, {"gender": ["w", "m"]})
    system = system_of(*whole, *some)
    assert value(system, gender="m|w") == TABLE.total({"gender": ["w", "m"]})
    assert system.values.size == system_of(*whole).values.size + 1


def test_no_dimension_at_all_is_the_total() -> None:
    system = system_of(*crossed_tables(TABLE, (), REGION))
    assert np.array_equal(system.values, [TABLE.total()])


def test_what_does_not_exist_is_an_error() -> None:
    with pytest.raises(ValueError, match="tuple"):
        crossed_tables(TABLE, ("tenure",), REGION)
    with pytest.raises(KeyError, match="no level"):
        crossed_tables(TABLE, ("gender:broad",), REGION)
