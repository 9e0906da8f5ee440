"""A sketch is begun, changed and kept."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.fixtures import load_aid_sizes, load_fixtures, load_usual_rooms
from zwk_barrier.rules import sketch
from zwk_barrier.rules.sketch import AID, Door, Fixture, Notch, Outline, Plan, Window
from zwk_barrier.rules.sketch.extent import extent
from zwk_barrier.rules.sketch.plan import CORNERS

BATH = sketch.with_usual_fixtures(Plan(sketch.usual_outline("bad")), "bad")


def test_every_usual_room_begins_without_a_collision() -> None:
    for kind in load_usual_rooms():
        plan = sketch.with_usual_fixtures(Plan(sketch.usual_outline(kind)), kind)
        assert sketch.collisions(plan) == (), kind


def test_a_usual_bathroom_has_a_door_a_toilet_a_basin_and_a_tub() -> None:
    assert [one.kind for one in BATH.fixtures] == ["badewanne", "wc", "waschtisch"]
    assert len(BATH.doors) == 1


def test_a_door_already_drawn_is_not_drawn_twice() -> None:
    plan, _door = sketch.add_door(Plan(Outline(200, 200)), 63)
    assert [one.width for one in sketch.with_usual_fixtures(plan, "bad").doors] == [63]


def test_every_fixture_of_the_palette_finds_its_place() -> None:
    for code in load_fixtures():
        plan, fixture_id = sketch.add_fixture(Plan(Outline(400, 400)), code)
        assert sketch.collisions(plan) == ()
        assert plan.thing(fixture_id) is not None


def test_the_palette_names_only_rooms_and_aids_there_are() -> None:
    assert {room for kind in load_fixtures().values() for room in kind.rooms} <= {
        c.code for c in load_code_list("room")
    }
    assert {size.aid for size in load_aid_sizes()} <= {code.code for code in load_code_list("aid")}
    assert {under for kind in load_fixtures().values() for under in kind.slides_under} <= set(load_fixtures())


def test_the_persons_own_measures_come_before_the_usual_ones() -> None:
    figures = sketch.aid_figures(["rollator", "gehstock"], 61, None, None)
    assert figures is not None
    assert (figures.kind, figures.width, figures.length, figures.circle) == ("rollator", 61, 75, 120)
    assert figures.is_footprint_assumed
    assert sketch.aid_figures(["hausnotruf"], None, None, None) is None


def test_a_thing_is_turned_around_its_middle_and_four_times_is_none() -> None:
    plan, tub = Plan(Outline(400, 400)), "f1"
    plan = replace(plan, fixtures=(Fixture(tub, "badewanne", 100, 100, 170, 75),))
    turned = sketch.turn(plan, tub)
    assert turned.fixtures[0].rect.centre == plan.fixtures[0].rect.centre
    for _time in range(3):
        turned = sketch.turn(turned, tub)
    assert turned == plan


def test_turning_a_door_shows_every_way_it_can_open() -> None:
    plan = Plan(Outline(200, 200), (Door("d1", "top", 10, 80),))
    ways = []
    for _time in range(5):
        ways.append((plan.doors[0].swing, plan.doors[0].hinge))
        plan = sketch.turn(plan, "d1")
    assert len(set(ways)) == 5
    assert plan.doors[0] == Door("d1", "top", 10, 80)


def test_a_door_moves_along_its_wall_and_stays_in_it() -> None:
    plan = Plan(Outline(200, 200), (Door("d1", "left", 10, 80),))
    assert sketch.move(plan, "d1", 50, 30).doors[0].offset == 40
    assert sketch.move(plan, "d1", 0, 500).doors[0].offset == 120


def test_what_is_dragged_near_a_wall_is_put_right_to_it() -> None:
    plan = Plan(Outline(200, 200), fixtures=(Fixture("f1", "wc", 50, 50, 40, 60),))
    assert sketch.move(plan, "f1", -46, 0, snaps=True).fixtures[0].x == 0
    assert sketch.move(plan, "f1", -40, 0, snaps=True).fixtures[0].x == 10


def test_what_stands_at_the_far_wall_goes_with_it() -> None:
    plan = Plan(Outline(200, 200), fixtures=(Fixture("f1", "wc", 160, 140, 40, 60, 180),))
    moved = sketch.resize(plan, Outline(230, 190)).fixtures[0]
    assert (moved.x, moved.y) == (190, 130)


@pytest.mark.parametrize("size", [0.5, 10.0, 50_000.0])
def test_a_room_of_an_impossible_size_is_held_to_one_that_is_read_again(size: float) -> None:
    plan = sketch.resize(Plan(Outline(200, 200)), Outline(size, 200))
    assert sketch.from_drawing(sketch.to_drawing(plan)) == plan


def test_a_door_in_a_wall_that_goes_moves_to_another() -> None:
    plan = Plan(Outline(200, 200, Notch("top_left", 100, 50)), (Door("d1", "notch_across", 10, 80),))
    assert sketch.resize(plan, Outline(200, 200)).doors[0].wall == "top"


def test_a_measure_typed_for_an_aid_is_no_assumption_any_more() -> None:
    plan = sketch.add_aid(BATH, "rollator", 65, 75, is_assumed=True)
    assert plan.aid is not None
    assert plan.aid.is_assumed
    changed = sketch.change(plan, AID, width=62.0).aid
    assert changed is not None
    assert not changed.is_assumed


def test_removing_takes_away_that_thing_alone() -> None:
    assert [one.kind for one in sketch.remove(BATH, "f2").fixtures] == ["badewanne", "waschtisch"]


@given(
    st.sampled_from(CORNERS),
    st.tuples(st.integers(1, 199), st.integers(1, 149)),
)
def test_the_walls_of_an_l_shaped_room_close_and_face_inwards(corner: str, cut: tuple[int, int]) -> None:
    outline = Outline(200, 150, Notch(corner, *map(float, cut)))  # type: ignore[arg-type]
    walls = outline.walls().values()
    assert sum(wall.length for wall in walls) == 2 * (200 + 150)
    gap = outline.missing
    assert gap is not None
    for wall in walls:
        x, y = wall.point(wall.length / 2)
        x, y = x + 0.5 * wall.inward[0], y + 0.5 * wall.inward[1]
        assert outline.rect.distance(x, y) < 0 < gap.distance(x, y)


NUMBER = st.integers(-100, 600).map(lambda half: half / 2)
SIZE = st.integers(2, 600).map(lambda half: half / 2)
NAMES = st.text(max_size=8)


def ids(letter: str) -> st.SearchStrategy[str]:
    return NAMES.map(lambda name: letter + name)


PLANS = st.builds(
    Plan,
    st.builds(Outline, st.integers(50, 900).map(float), st.integers(50, 900).map(float)),
    st.lists(
        st.builds(Door, ids("d"), st.just("left"), NUMBER, SIZE), max_size=3, unique_by=lambda one: one.id
    ).map(tuple),
    st.lists(
        st.builds(Window, ids("w"), st.just("top"), NUMBER, SIZE), max_size=2, unique_by=lambda one: one.id
    ).map(tuple),
    st.lists(
        st.builds(
            Fixture, ids("f"), NAMES, NUMBER, NUMBER, SIZE, SIZE, st.sampled_from((0, 90, 180, 270)), NAMES
        ),
        max_size=5,
        unique_by=lambda one: one.id,
    ).map(tuple),
)


@given(PLANS)
def test_a_plan_is_kept_and_read_again_unchanged(plan: Plan) -> None:
    assert sketch.from_drawing(sketch.to_drawing(plan)) == plan


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(JSON, JSON, JSON)
def test_whatever_stands_there_reading_never_fails_and_loses_no_fixture(
    one: object, other: object, third: object
) -> None:
    drawing = {
        "version": 3,
        "outline": {"width": 200, "depth": 150, "notch": third},
        "fixtures": [one, other],
        "doors": third,
    }
    plan = sketch.from_drawing(drawing)
    assert plan is not None
    assert sketch.to_drawing(plan)["version"] == 3
    kept = sketch.to_drawing(plan)["fixtures"]
    assert len(kept) == 2


def test_what_a_later_version_wrote_is_kept() -> None:
    later = {"id": "f9", "kind": "whirlpool", "x": 1, "y": 2, "width": 90, "depth": 80}
    drawing = {
        "outline": {"width": 200, "depth": 150},
        "fixtures": [later, {"id": "f10", "curve": [1]}],
        "mood": "good",
    }
    plan = sketch.from_drawing(drawing)
    assert plan is not None
    assert sketch.label_of(plan, "f9") == "whirlpool"
    kept = sketch.to_drawing(plan)
    assert kept["mood"] == "good"
    assert {"id": "f10", "curve": [1]} in kept["fixtures"]


@pytest.mark.parametrize(
    "nothing", [None, {}, [], {"outline": {"width": "wide"}}, {"outline": {"width": 0, "depth": 3}}]
)
def test_without_a_room_there_is_no_plan(nothing: object) -> None:
    assert sketch.from_drawing(nothing) is None


def test_the_words_name_room_door_fixtures_and_collisions() -> None:
    plan = sketch.add_circle(BATH, 150, is_assumed=True)
    words = sketch.describe(plan, "Bad").replace("\N{NO-BREAK SPACE}", " ")
    for part in (
        "Grundriss Bad, 200 × 220 cm",
        "Tür (80 cm licht",
        "Badewanne (170 × 75 cm)",
        "Wendekreis 150 cm stößt an",
    ):
        assert part in words


def test_what_a_door_sweeps_outside_belongs_to_the_drawing() -> None:
    plan, _door = sketch.add_door(Plan(Outline(200, 220)), 80)
    inside = replace(plan, doors=(replace(plan.doors[0], swing="in"),))
    outside = replace(plan, doors=(replace(plan.doors[0], swing="out"),))
    assert extent(inside) == inside.outline.rect
    wall, paper = outside.wall_of(outside.doors[0]), extent(outside)
    beyond = paper.depth - 220 if wall.is_across else paper.width - 200
    assert beyond == 80
