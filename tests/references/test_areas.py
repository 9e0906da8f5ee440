"""The areas of every region are complete and lie within each other."""

from datetime import date
from pathlib import Path

import pytest

from zwk_barrier.reference.areas import ELSEWHERE, AreaTree, load_areas, read_areas, region_keys
from zwk_barrier.resources import resource

DAY = date(2026, 11, 24)


@pytest.fixture
def bremerhaven() -> AreaTree:
    return load_areas("bremerhaven")


def count(tree: AreaTree, level: str) -> int:
    return sum(area.level == level for area in tree)


def test_three_regions_are_shipped() -> None:
    assert region_keys() == ("bremerhaven", "kreis_dueren", "landkreis_rostock")


def test_bremerhaven_has_two_boroughs_nine_districts_and_24_sub_districts(bremerhaven: AreaTree) -> None:
    assert [count(bremerhaven, level) for level in ("bezirk", "stadtteil", "ortsteil")] == [2, 9, 24]


def test_kreis_dueren_has_15_municipalities_and_landkreis_rostock_112() -> None:
    rostock = load_areas("landkreis_rostock")
    independent = [area for area in rostock if area.note == "amtsfrei"]
    assert count(load_areas("kreis_dueren"), "gemeinde") == 15
    assert count(rostock, "gemeinde") + len(independent) == 112
    assert count(rostock, "amt") - len(independent) == 13


@pytest.mark.parametrize("region", region_keys())
def test_every_area_has_a_district_or_lies_outside_or_is_above_one(region: str) -> None:
    tree = load_areas(region)
    order = [level.key for level in tree.levels]
    for area in tree:
        is_above = order.index(area.level) < order.index(tree.district_level)
        assert (tree.district(area.key) is None) == (is_above or area.level == ELSEWHERE)
        assert area.name("en")


@pytest.mark.parametrize("region", region_keys())
def test_an_address_may_be_outside_or_unknown(region: str) -> None:
    chosen = {area.key for area in load_areas(region).choices(DAY)}
    assert {"ausserhalb", "unbekannt"} <= chosen


@pytest.mark.parametrize("region", region_keys())
def test_no_two_choices_look_alike_unless_one_lies_in_the_other(region: str) -> None:
    tree = load_areas(region)
    labels: dict[str, str] = {}
    for area in tree.choices(DAY):
        other = labels.setdefault(tree.label(area.key), area.key)
        assert other == area.key or area.key.startswith(other)


def test_a_sub_district_knows_its_district_and_borough(bremerhaven: AreaTree) -> None:
    assert [area.name() for area in bremerhaven.path("134")] == ["Nord", "Lehe", "Goethestraße"]
    district = bremerhaven.district("134")
    assert district is not None
    assert district.name() == "Lehe"
    assert bremerhaven.label("134") == "Goethestraße (Lehe)"
    assert bremerhaven.label("111") == "Weddewarden"
    assert [area.key for area in bremerhaven.children("24")] == ["241", "242"]


def test_the_port_area_belongs_to_no_district(bremerhaven: AreaTree) -> None:
    assert bremerhaven.district("ueberseehafen") is None
    assert bremerhaven.label("ueberseehafen", "en") == "Überseehafen (city of Bremen)"


def test_a_postcode_proposes_all_districts_it_occurs_in(bremerhaven: AreaTree) -> None:
    assert [area.name() for area in bremerhaven.for_postcode(" 27568")] == ["Lehe", "Mitte"]
    assert bremerhaven.for_postcode("28195") == ()


def test_luneplate_exists_since_2010(bremerhaven: AreaTree) -> None:
    luneplate = bremerhaven.get("252")
    assert luneplate is not None
    assert not luneplate.is_valid_on(date(2009, 12, 31))
    assert luneplate.is_valid_on(date(2010, 1, 1))


def test_an_unknown_key_stands_for_itself(bremerhaven: AreaTree) -> None:
    assert bremerhaven.label("999") == "999"
    assert bremerhaven.label(None) == ""
    assert bremerhaven.path("999") == ()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('key = "111"', 'key = "11"', "area 11: comes twice"),
        ('parent = "11"', 'parent = "12"', "area 111: does not lie in 12"),
        ('level = "bezirk"', 'level = "kiez"', "area 1: comes twice or has an unknown level"),
        ('confidence = "H"', 'confidence = "?"', "area 1: missing or wrong"),
    ],
)
def test_a_damaged_area_is_named(tmp_path: Path, old: str, new: str, why: str) -> None:
    text = resource("areas", "bremerhaven.toml").read_text(encoding="utf-8")
    damaged = tmp_path / "bremerhaven.toml"
    damaged.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=f"bremerhaven.toml, {why}"):
        read_areas(damaged)
