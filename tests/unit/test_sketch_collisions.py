"""What is in the way in a room, and in which words."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zwk_barrier.rules.sketch import (
    Aid,
    Circle,
    Collision,
    Door,
    Fixture,
    Notch,
    Outline,
    Plan,
    Window,
    collisions,
    free_in_front,
    largest_turning_circle,
    move,
)
from zwk_barrier.rules.sketch.collisions import WALL
from zwk_barrier.rules.sketch.words import sentences

ROOM = Outline(200, 220)
DOOR = Door("d1", "bottom", 10, 80)
WC = Fixture("f1", "wc", 20, 0, 40, 60)
TUB = Fixture("f2", "badewanne", 125, 50, 170, 75, 90)
BASIN = Fixture("f3", "waschtisch", 20, 170, 60, 50, 180)
BATH = Plan(ROOM, (DOOR,), (), (WC, TUB))


def said(plan: Plan) -> list[str]:
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in sentences(plan)]


def test_a_room_where_all_fits_says_nothing() -> None:
    assert said(BATH) == []


def test_the_circle_names_what_it_hits_and_by_how_much() -> None:
    plan = replace(BATH, circle=Circle(62, 135, 150))
    assert said(plan) == [
        "Wendekreis 150 cm stößt an: Wand (13 cm)",
        "Wendekreis 150 cm stößt an: Badewanne (12 cm)",
    ]


def test_a_door_names_what_it_opens_against() -> None:
    assert said(replace(BATH, fixtures=(BASIN,))) == ["Tür schlägt auf: Waschtisch"]


def test_a_door_that_opens_outwards_hits_nothing_but_still_needs_a_way_through() -> None:
    outwards = replace(DOOR, swing="out")
    plan = Plan(ROOM, (outwards,), (), (replace(BASIN, y=130),))
    assert said(plan) == []
    assert said(replace(plan, fixtures=(BASIN,))) == ["Waschtisch steht im Durchgang: Tür (40 cm)"]


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (63, ["Rollator 65 cm passt nicht durch die Tür (63 cm)"]),
        (66, ["Rollator 65 cm geht nur knapp durch die Tür (66 cm)"]),
        (67, []),
    ],
)
def test_an_aid_says_whether_it_passes_the_door(width: float, words: list[str]) -> None:
    aid = Aid("rollator", 50, 70, 65, 60)
    assert said(Plan(ROOM, (replace(DOOR, width=width),), aid=aid)) == words


def test_a_fixture_in_a_wall_and_one_in_another_are_named() -> None:
    plan = Plan(ROOM, fixtures=(replace(WC, x=-5), replace(BASIN, x=30, y=40, rotation=0)))
    assert said(plan) == ["WC steht in der Wand (5 cm)", "WC und Waschtisch stehen ineinander (5 cm)"]


def test_the_missing_corner_is_wall_too() -> None:
    room = replace(ROOM, notch=Notch("top_left", 50, 50))
    assert said(Plan(room, fixtures=(WC,))) == ["WC steht in der Wand (30 cm)"]
    assert said(Plan(room, circle=Circle(90, 90, 120))) == ["Wendekreis 120 cm stößt an: Wand (3 cm)"]


def test_a_level_shower_is_floor_and_one_with_a_rim_is_not() -> None:
    level = Fixture("f1", "dusche_bodengleich", 0, 0, 120, 120)
    plan = Plan(ROOM, fixtures=(level,), circle=Circle(76, 76, 150))
    assert said(plan) == []
    assert said(replace(plan, fixtures=(replace(level, kind="dusche"),))) != []


def test_feet_reach_below_an_open_washbasin_from_its_front_only() -> None:
    basin = Fixture("f1", "waschtisch_unterfahrbar", 60, 0, 65, 55)
    assert said(Plan(ROOM, fixtures=(basin,), circle=Circle(92, 100, 150))) == []
    assert said(Plan(ROOM, fixtures=(replace(basin, rotation=180, y=60),), circle=Circle(92, 150, 90))) != []


def test_a_chair_may_stand_under_a_table() -> None:
    table = Fixture("f1", "tisch", 40, 40, 120, 80)
    chair = Fixture("f2", "stuhl", 60, 30, 45, 50)
    assert said(Plan(ROOM, fixtures=(table, chair))) == []
    assert said(Plan(ROOM, fixtures=(table, replace(chair, kind="sessel")))) != []


def test_openings_stay_in_their_wall_and_off_each_other() -> None:
    plan = Plan(ROOM, (replace(DOOR, offset=150),), (Window("w1", "bottom", 140, 40),))
    assert said(replace(plan, windows=())) == [
        "Tür schlägt auf: Wand",
        "Tür liegt nicht ganz in der Wand (30 cm zu viel)",
    ]
    assert "Tür und Fenster liegen übereinander" in said(plan)


def test_two_doors_that_open_into_each_other_are_named() -> None:
    other = Door("d2", "bottom", 110, 80, "in", "end")
    assert said(Plan(ROOM, (DOOR, other))) == []
    doors = (DOOR, replace(other, hinge="start")), (replace(DOOR, hinge="end"), replace(other, hinge="start"))
    assert said(Plan(ROOM, doors[0])) == []
    assert said(Plan(ROOM, (DOOR, Door("d2", "left", 130, 80, "in", "start")))) == ["Tür schlägt auf: Tür 2"]


COORDINATE = st.integers(0, 400).map(float)
LENGTH = st.integers(10, 250).map(float)
KINDS = st.sampled_from(("wc", "badewanne", "tisch", "stuhl", "dusche_bodengleich", "unbekannt"))
FIXTURES = st.lists(
    st.builds(
        Fixture,
        st.just(""),
        KINDS,
        COORDINATE,
        COORDINATE,
        LENGTH,
        LENGTH,
        st.sampled_from((0, 90, 180, 270)),
    ),
    max_size=6,
).map(lambda found: tuple(replace(one, id=f"f{place}") for place, one in enumerate(found)))
ROOMS = st.builds(Outline, st.integers(100, 500).map(float), st.integers(100, 500).map(float))


def between_things(plan: Plan) -> set[Collision]:
    return {replace(one, by=round(one.by, 6)) for one in collisions(plan) if one.second != WALL}


@given(ROOMS, FIXTURES, st.integers(-50, 50), st.integers(-50, 50))
def test_moving_everything_alike_changes_nothing_between_things(
    room: Outline, fixtures: tuple[Fixture, ...], dx: int, dy: int
) -> None:
    plan = Plan(room, fixtures=fixtures, aid=Aid("rollator", 50, 60, 65, 75), circle=Circle(90, 90, 120))
    moved = plan
    for thing in plan.things():
        moved = move(moved, thing.id, dx, dy)
    assert between_things(moved) == between_things(plan)


@given(ROOMS, st.builds(Circle, COORDINATE, COORDINATE, LENGTH), st.integers(0, 100), st.integers(0, 100))
def test_a_larger_room_never_brings_the_circle_to_a_wall(
    room: Outline, circle: Circle, wider: int, deeper: int
) -> None:
    larger = Outline(room.width + wider, room.depth + deeper)
    before = sum(one.by for one in collisions(Plan(room, circle=circle)))
    assert sum(one.by for one in collisions(Plan(larger, circle=circle))) <= before + 1e-9


@given(ROOMS, FIXTURES, st.booleans())
@settings(max_examples=60, deadline=None)
def test_the_largest_circle_never_collides_and_none_of_a_grid_is_larger(
    room: Outline, fixtures: tuple[Fixture, ...], has_notch: bool
) -> None:
    notch = Notch("bottom_right", room.width / 3, room.depth / 4) if has_notch else None
    plan = Plan(replace(room, notch=notch), fixtures=fixtures)
    disc = largest_turning_circle(plan)
    if disc is not None:
        with_circle = replace(plan, circle=Circle(disc.x, disc.y, 2 * disc.radius))
        assert not [one for one in collisions(with_circle) if one.is_about("circle")]
    radius = (0 if disc is None else disc.radius) + 0.3
    places = [(room.width * x / 9, room.depth * y / 9) for x in range(1, 9) for y in range(1, 9)]
    for x, y in places:
        larger = replace(plan, circle=Circle(x, y, 2 * radius))
        assert [one for one in collisions(larger) if one.is_about("circle")]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_floor_before_a_fixture_is_measured_whichever_way_it_looks(rotation: int) -> None:
    room, body = Outline(300, 300), {0: (130, 0), 90: (240, 130), 180: (130, 240), 270: (0, 130)}[rotation]
    wc = Fixture("f1", "wc", float(body[0]), float(body[1]), 40, 60, rotation)  # type: ignore[arg-type]
    assert free_in_front(Plan(room, fixtures=(wc,)), wc).depth == 240
    assert free_in_front(Plan(room, fixtures=(wc,)), wc).width == 300


def test_a_neighbour_narrows_the_floor_before_a_fixture() -> None:
    clearance = free_in_front(BATH, WC)
    assert (clearance.width, clearance.depth) == (125, 160)
