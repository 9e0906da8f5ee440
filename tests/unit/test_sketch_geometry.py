"""What overlaps what: exact, the same from both sides, and the same elsewhere."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier.rules.sketch.geometry import Disc, Rect, Shape, Swing, moved, overlap

PLACE = st.integers(-200, 200).map(float)
SIZE = st.integers(1, 200).map(float)
SIDE = st.sampled_from((-1, 1))
SHAPES = st.one_of(
    st.builds(Rect, PLACE, PLACE, SIZE, SIZE),
    st.builds(Disc, PLACE, PLACE, SIZE),
    st.builds(Swing, PLACE, PLACE, SIZE, SIDE, SIDE),
)


@given(SHAPES, SHAPES)
def test_a_collision_is_the_same_from_both_sides(one: Shape, other: Shape) -> None:
    assert overlap(one, other) == pytest.approx(overlap(other, one))


@given(SHAPES, SHAPES, PLACE, PLACE)
def test_moving_everything_changes_nothing(one: Shape, other: Shape, dx: float, dy: float) -> None:
    before, after = overlap(one, other), overlap(moved(one, dx, dy), moved(other, dx, dy))
    assert before == pytest.approx(after, abs=1e-6)


@given(SHAPES)
def test_everything_overlaps_itself(shape: Shape) -> None:
    assert overlap(shape, shape) > 0


def has_common_point(one: Shape, other: Shape) -> bool:
    """Whether some point of a fine grid lies well inside both."""
    points = ((x / 2, y / 2) for x in range(-20, 60) for y in range(-20, 60))
    return any(depth_in(one, *point) > 0.4 and depth_in(other, *point) > 0.4 for point in points)


def depth_in(shape: Shape, x: float, y: float) -> float:
    if isinstance(shape, Rect):
        return -shape.distance(x, y)
    to_arc = shape.radius - math.hypot(x - shape.x, y - shape.y)
    if isinstance(shape, Disc):
        return to_arc
    return min(to_arc, (x - shape.x) * shape.right, (y - shape.y) * shape.down)


SMALL = st.integers(0, 12).map(float)
SMALL_SIZE = st.integers(2, 12).map(float)
SMALL_SHAPES = st.one_of(
    st.builds(Rect, SMALL, SMALL, SMALL_SIZE, SMALL_SIZE),
    st.builds(Disc, SMALL, SMALL, SMALL_SIZE),
    st.builds(Swing, SMALL, SMALL, SMALL_SIZE, SIDE, SIDE),
)


@given(SMALL_SHAPES, SMALL_SHAPES)
def test_what_shares_a_point_overlaps(one: Shape, other: Shape) -> None:
    if has_common_point(one, other):
        assert overlap(one, other) > 0


@given(SMALL_SHAPES, SMALL_SHAPES)
def test_what_overlaps_by_much_shares_a_point(one: Shape, other: Shape) -> None:
    if isinstance(one, Swing) and isinstance(other, Swing):
        return  # their depth is only an upper bound
    if overlap(one, other) > 2:
        assert has_common_point(one, other)


@pytest.mark.parametrize(
    ("one", "other", "by"),
    [
        (Rect(0, 0, 10, 10), Rect(10, 0, 5, 5), 0),
        (Rect(0, 0, 10, 10), Rect(7, 2, 5, 5), 3),
        (Disc(0, 0, 75), Rect(63, -50, 170, 100), 12),
        (Disc(0, 0, 5), Rect(3, 4, 10, 10), 0),
        (Disc(0, 0, 6), Rect(3, 4, 10, 10), 1),
        (Swing(0, 0, 80, 1, 1), Rect(60, 60, 40, 40), 0),
        (Swing(0, 0, 80, 1, 1), Rect(48, 36, 40, 40), 20),
        (Swing(0, 0, 80, 1, 1), Rect(-40, 0, 40, 40), 0),
        (Swing(0, 0, 80, 1, 1), Swing(160, 0, 80, -1, 1), 0),
        (Swing(0, 0, 80, 1, 1), Swing(150, 0, 80, -1, 1), 10),
        (Swing(0, 0, 80, 1, 1), Swing(80, 80, 20, -1, -1), 0),
    ],
)
def test_overlaps_worked_out_by_hand(one: Shape, other: Shape, by: float) -> None:
    assert overlap(one, other) == pytest.approx(by)
