"""Dimensions: every code has one meaning, groups leave nothing out, and classes have no gaps."""

from itertools import pairwise

import pytest

from zwk_barrier.reference.areas import load_areas, region_keys
from zwk_barrier.statistics.counting import UNITS
from zwk_barrier.statistics.dimensions.catalogue import dimension, dimension_names
from zwk_barrier.wording import speaking


@pytest.mark.parametrize("name", dimension_names())
def test_each_code_means_one_thing_and_each_level_takes_in_all(name: str) -> None:
    of = dimension(name)
    assert len(set(of.codes)) == len(of.codes)
    assert of.is_open or of.unknown in of.codes
    for level in of.levels:
        assert set(level.parents) == set(of.codes)
        new = {group.code for group in level.groups} - set(of.codes)
        assert all(
            set(of.finest(code)) == {fine for fine, up in level.parents.items() if up == code} for code in new
        )
        assert [of.label(code) for code in level.codes]


@pytest.mark.parametrize("name", [name for name in dimension_names() if dimension(name).bounds])
def test_classes_follow_each_other_without_a_gap(name: str) -> None:
    bounds = list(dimension(name).bounds.values())
    assert all(high is not None and high + 1 == low for (_low, high), (low, _high) in pairwise(bounds))
    assert bounds[-1][1] is None
    for code, (low, high) in dimension(name).bounds.items():
        assert {dimension(name).code_of(low), dimension(name).code_of(low if high is None else high)} == {
            code
        }


@pytest.mark.parametrize("region", region_keys())
def test_every_area_is_counted_in_its_district(region: str) -> None:
    tree, of = load_areas(region), dimension("area", region)
    for area in tree:
        fine, district = of.code_of(area.key), tree.district(area.key)
        assert of.level("district").parents[fine] == (fine if district is None else district.key)
    assert of.code_of("no such area") == of.code_of(None) == of.unknown


def test_what_is_not_in_a_list_is_not_recorded() -> None:
    assert dimension("care_grade").code_of("17") == "unbekannt"
    assert dimension("gender").code_of(None) == "keine_angabe"
    assert [dimension("lift").code_of(value) for value in (1, 0, None)] == ["yes", "no", "unknown"]
    assert dimension("age").code_of(-1) == "unbekannt"


def test_every_unit_is_crossed_by_known_dimensions_the_quarter_first() -> None:
    for unit in UNITS.values():
        assert unit.dimensions[0] == "quarter"
        assert set(unit.dimensions) <= set(dimension_names())
        assert {name for pair in unit.pairs for name in pair} <= set(unit.dimensions)


def test_names_come_in_the_language_of_the_screen() -> None:
    with speaking("en"):
        assert dimension("area").level("district").title == "District"
        assert dimension("gender").label("w") == "Female"
