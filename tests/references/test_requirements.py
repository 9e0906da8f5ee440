"""Every row of the requirements is complete, and nothing is missing."""

from datetime import date
from decimal import Decimal

import pytest

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.editions import OWN_CRITERIA, OWN_PROFILES, edition_of, shipped_edition, with_own
from zwk_barrier.reference.requirement_tables import load_requirements, load_table
from zwk_barrier.reference.requirements import Criterion, Level, Pair, RequirementSet, Span

D = Decimal
DIN, KFW = load_table("din18040_2_2011"), load_table("kfw_tma")
ALL = load_requirements()
EVERY = [pytest.param(criterion, id=criterion.id) for criterion in (*DIN, *KFW)]
# Letter and how many rows it has.
BLOCKS = {"A": 26, "T": 18, "F": 6, "L": 7, "S": 12, "R": 9, "P": 3, "W": 19, "B": 4, "K": 6, "D": 37}
BLOCKS |= {"E": 3, "G": 8, "N": 5}


def test_no_row_of_the_standard_and_of_the_subsidy_is_missing() -> None:
    assert [one.id for one in DIN] == [
        f"{letter}{n:02}" for letter, count in BLOCKS.items() for n in range(1, count + 1)
    ]
    assert len(DIN) == 163
    assert [one.id for one in KFW] == [f"Q{n:02}" for n in range(1, 21)]


@pytest.mark.parametrize("criterion", EVERY)
def test_a_criterion_says_what_it_is_in_both_languages_and_where_it_comes_from(criterion: Criterion) -> None:
    for text in (criterion.text_de, criterion.text_en, criterion.element_de, criterion.element_en):
        assert text == text.strip()
        assert text[0].isupper()
        assert len(text) <= 60
    assert criterion.text("de") != criterion.text("en")
    assert all(one.source and one.checked_on for one in criterion.required.values())


@pytest.mark.parametrize("criterion", EVERY)
def test_a_criterion_is_measured_in_rooms_that_exist(criterion: Criterion) -> None:
    rooms = load_code_list("room")
    assert criterion.rooms
    assert all(room in rooms for room in criterion.rooms)
    assert len(set(criterion.rooms)) == len(criterion.rooms)


@pytest.mark.parametrize("criterion", EVERY)
def test_all_levels_of_a_criterion_ask_for_the_same_kind_of_value(criterion: Criterion) -> None:
    kinds: dict[str, type | tuple[type, ...]] = {
        "number": (Decimal, Span),
        "pair": Pair,
        "yes_no": bool,
        "grade": str,
    }
    expected = kinds[criterion.kind]
    asked = criterion.required.values()
    assert all(isinstance(one.value, expected) for one in asked)
    assert bool(criterion.grades) == (criterion.kind == "grade")
    for one in asked:
        if isinstance(one.value, Span):
            assert one.comparison == "range"
        if criterion.kind in {"pair", "grade"}:
            assert one.comparison == ">="


@pytest.mark.parametrize(
    "criterion", [one for one in DIN if {"B", "R"} <= set(one.required)], ids=lambda one: one.id
)
def test_the_wheelchair_level_never_asks_less(criterion: Criterion) -> None:
    basic, wheelchair = criterion.required["B"].value, criterion.required["R"].value
    if isinstance(basic, Decimal) and isinstance(wheelchair, Decimal):
        assert wheelchair >= basic if criterion.required["B"].comparison == ">=" else wheelchair <= basic
    elif isinstance(basic, Pair) and isinstance(wheelchair, Pair):
        assert wheelchair.first >= basic.first
        assert wheelchair.second >= basic.second
    elif isinstance(basic, Span) and isinstance(wheelchair, Span):
        assert basic.low <= wheelchair.low <= wheelchair.high <= basic.high


def test_only_the_emergency_call_asks_nothing_at_any_level() -> None:
    assert [one.id for one in (*DIN, *KFW) if not one.required] == ["N01"]


@pytest.mark.parametrize(
    ("criterion_id", "level", "value"),
    [
        ("A14", "B", D(0)),
        ("T18", "R", D(2)),
        ("S03", "B", Span(D("3.0"), D("4.5"))),
        ("W04", "B", D(80)),
        ("W04", "R", D(90)),
        ("W06", "R", Span(D(85), D(85))),
        ("T08", "B", Pair(D(150), D(120))),
        ("D03", "R", Pair(D(150), D(150))),
        ("D14", "R", Span(D(46), D(48))),
        ("D09", "B", "B"),
        ("F05", "B", "R9"),
        ("G01", "R", Span(D(85), D(105))),
        ("K02", "R", True),
        ("R02", "B", D(0)),
    ],
)
def test_values_are_those_of_the_edition_of_2011(criterion_id: str, level: Level, value: object) -> None:
    criterion = ALL.get(criterion_id)
    assert criterion is not None
    assert criterion.required[level].value == value


def test_only_the_floor_of_a_whole_bathroom_may_be_turned() -> None:
    assert [one.id for one in (*DIN, *KFW) if any(asked.is_turnable for asked in one.required.values())] == [
        "Q05"
    ]


def test_every_profile_has_an_edition_and_asks_for_something() -> None:
    assert list(ALL.profiles) == ["B", "R", "KfW", "individuell"]
    for profile in ALL.profiles.values():
        assert profile.edition
        assert any(profile.level_for(criterion) for criterion in ALL)


@pytest.mark.parametrize(
    "room", ["flur", "wohnzimmer", "schlafzimmer", "kinderzimmer", "kueche", "bad", "wc"]
)
def test_inner_doors_are_measured_in_every_room_of_the_dwelling(room: str) -> None:
    asked = {one.id for one in ALL.in_room(room, "B")}
    assert {"W04", "W05", "W07"} <= asked


def test_a_toilet_asks_about_the_toilet_but_not_about_the_shower() -> None:
    asked = {one.id for one in ALL.in_room("wc", "B")}
    assert {"D03", "D04", "D11"} <= asked
    assert not {"D05", "D06", "D07"} & asked


def test_a_level_that_asks_nothing_is_not_listed_in_the_room() -> None:
    assert "D12" not in {one.id for one in ALL.in_room("bad", "B")}
    assert "D12" in {one.id for one in ALL.in_room("bad", "R")}


FIRST_WALK = ("hauseingang", "treppenhaus", "wohnungseingang", "flur", "bad", "schlafzimmer", "kueche")


@pytest.mark.parametrize(("level", "most"), [("B", 65), ("R", 95), ("KfW", 40)])
def test_a_whole_dwelling_is_asked_at_first_what_fits_into_a_visit(level: Level, most: int) -> None:
    # 45 minutes for everything: about half a minute each leaves time to talk
    first = [one for room in FIRST_WALK for one in ALL.in_room(room, level) if not one.required[level].later]
    assert len(first) <= most


@pytest.mark.parametrize("criterion", EVERY)
def test_what_takes_a_special_instrument_is_not_asked_at_first(criterion: Criterion) -> None:
    if criterion.unit in {"N", "Nm", "kN", "K", "lx", "°C", "Klasse"}:
        assert {one.later for one in criterion.required.values()} == {"messgeraet"}


@pytest.mark.parametrize(
    "criterion_id", ["A14", "T01", "S01", "T18", "W01", "W04", "W07", "D01", "D03", "D06"]
)
def test_what_decides_whether_somebody_gets_in_and_to_the_toilet_is_asked_at_first(criterion_id: str) -> None:
    criterion = ALL.get(criterion_id)
    assert criterion is not None
    assert criterion.required["B"].later == ""


def test_every_room_that_asks_something_asks_something_at_first() -> None:
    rooms = {room for one in DIN for room in one.rooms if "B" in one.required}
    assert all(any(not one.required["B"].later for one in ALL.in_room(room, "B")) for room in rooms)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (";umbau;", ";irgendwann;", "unknown reason to ask later: irgendwann"),
        ("\nA02;", "\nA01;", "A01 comes twice"),
        (";150;150;cm;", ";150;150;elle;", "unknown unit or comparison"),
        (";150;150;cm;>=;", ";150;150;cm;>;", "unknown unit or comparison"),
        (";150;150;", ";breit;150;", "no number: breit"),
        (";85-105;85-105;", ";105-85;85-105;", "b runs backwards"),
        (";ja;ja;bool;", ";ja;nein;bool;", "r is neither empty nor ja"),
        (";R9;R9;", ";R7;R9;", "b is no known grade"),
        (";2026-11-22;", ";;", "checked_on is empty"),
        (";H;", ";X;", "unknown confidence X"),
    ],
)
def test_a_damaged_criterion_is_named_with_its_row(old: str, new: str, why: str) -> None:
    name = "requirements/din18040_2_2011.csv"
    files = {**shipped_edition().files, name: shipped_edition().files[name].replace(old, new, 1)}
    with pytest.raises(ValueError, match=rf"din18040_2_2011\.csv, row [0-9]+: {why}"):
        load_requirements(edition_of(files))


def test_what_the_subsidy_asks_of_the_same_thing_is_one_measurement() -> None:
    ids = [one.id for one in ALL]
    assert len(ids) == 163 + 6
    assert [one for one in ids if one.startswith("Q")] == ["Q05", "Q09", "Q10", "Q11", "Q12", "Q20"]
    door = ALL.get("W04")
    assert door is not None
    assert {level: one.value for level, one in door.required.items()} == {
        "B": D(80),
        "R": D(90),
        "KfW": D(80),
    }
    assert door.required["KfW"].source == "KfW, Technische Mindestanforderungen"


def test_every_value_taken_over_from_the_subsidy_stands_in_its_own_row_or_note() -> None:
    theirs = {one.id: one for one in KFW}
    retired = [one for one in theirs.values() if ALL.retired(one.id)]
    assert len(retired) == 14
    for one in ALL:
        asked = one.required.get("KfW")
        if asked is None or one.id.startswith("Q"):
            continue
        values = {str(x.value) for them in retired for x in them.required.values()}
        pairs = {
            str(x.value.first)
            for them in retired
            for x in them.required.values()
            if isinstance(x.value, Pair)
        }
        notes = " ".join(x.note for them in retired for x in them.required.values())
        assert str(asked.value) in values | pairs or str(asked.value) in notes, one.id


def test_a_corridor_of_the_house_is_no_matter_of_the_subsidy() -> None:
    [door] = [one for one in ALL.measured_in("treppenhaus") if one.id == "T01"]
    assert "KfW" not in door.required
    [entrance] = [one for one in ALL.measured_in("hauseingang") if one.id == "T01"]
    assert "KfW" in entrance.required


OWN = """id;room;element;element_en;criterion_de;criterion_en;b;haus;unit;comparison;rooms;confidence;source;checked_on
X01;eigen;Briefkasten;Letter box;Höhe der Klappe;Height of the flap;;110;cm;<=;hauseingang;M;Hausliste;2026-11-22
W04;innentuer;Innentür;Inner door;Lichte Breite;Clear width;60;75;cm;>=;bad;M;Hausliste;2026-11-22
"""
OWN_PROFILE = """code;label_de;label_en;word_de;word_en;levels;edition;source;checked_on
haus;Unsere Hausliste;Our list;Hausliste;list;haus;Hausliste 1;Hausliste;2026-11-22
"""


@pytest.fixture
def own() -> RequirementSet:
    return load_requirements(with_own({OWN_CRITERIA: OWN, OWN_PROFILES: OWN_PROFILE}))


def test_an_office_adds_its_own_criteria_and_profiles(own: RequirementSet) -> None:
    added = own.get("X01")
    assert added is not None
    assert own.profile("haus").level_for(added) == "haus"
    assert [one.id for one in own.in_room("hauseingang", "haus")] == ["X01"]


def test_an_own_row_adds_to_a_shipped_criterion_and_never_changes_it(own: RequirementSet) -> None:
    door = own.get("W04")
    assert door is not None
    assert door.required["B"].value == D(80)
    assert door.required["haus"].value == D(75)


def test_a_row_counts_only_in_its_time() -> None:
    name = "requirements/kfw_tma.csv"
    text = shipped_edition().files[name]
    row = next(line for line in text.splitlines() if line.startswith("Q09;"))
    ended = row.replace(";;;2026-11-22;", ";;2025-12-31;2026-11-22;").replace(
        ";;2026-11-22;", ";2025-12-31;2026-11-22;"
    )
    edition = edition_of({**shipped_edition().files, name: text.replace(row, ended)})
    assert ended != row
    assert load_requirements(edition, date(2025, 12, 31)).get("Q09")
    assert load_requirements(edition, date(2026, 1, 1)).get("Q09") is None
