"""Marks over a photo: kept as fractions, read back the same, tolerant of what is damaged."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier.rules.mark_shapes import Shape, distance_to, fitted_plate, shape_of
from zwk_barrier.rules.marks import (
    Arrow,
    Dimension,
    Frame,
    Label,
    Mark,
    Spot,
    as_drawing,
    in_words,
    moved,
    read_marks,
    spots,
    with_spot,
    with_words,
)

DOOR = Dimension(Spot(0.2, 0.5), Spot(0.8, 0.5), "63 cm")
STEP = Arrow(Spot(0.1, 0.1), Spot(0.5, 0.9), "Stufe vor der Tür")
MARKS: tuple[Mark, ...] = (STEP, DOOR, Frame(Spot(0, 0), Spot(1, 1)), Label(Spot(0.25, 0.75), "Wanne"))

fractions = st.floats(0, 1).map(lambda value: round(value, 4))
any_spot = st.builds(Spot, fractions, fractions)
any_words = st.text(max_size=40).map(lambda text: " ".join(text.split()))
any_mark = st.one_of(
    *(st.builds(kind, any_spot, any_spot, any_words) for kind in (Arrow, Dimension, Frame)),
    st.builds(Label, any_spot, any_words),
)
anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(any_mark, max_size=5))
def test_what_is_kept_is_read_back_the_same(marks: list[Mark]) -> None:
    assert read_marks(json.loads(json.dumps(as_drawing(marks)))) == tuple(marks)


@given(st.dictionaries(st.sampled_from(["marks", "version", "kind"]), anything))
def test_nothing_that_is_kept_can_break_the_reader(drawing: dict[str, object]) -> None:
    assert isinstance(read_marks(drawing), tuple)


@pytest.mark.parametrize(
    "item",
    [
        {"kind": "ellipse", "start": [0, 0], "end": [1, 1]},
        {"kind": "arrow", "start": [0, 0]},
        {"kind": "arrow", "start": [0, math.nan], "end": [1, 1]},
        {"kind": "label", "start": [0, "1"]},
        {"kind": ["arrow"], "start": [0, 0], "end": [1, 1]},
        "arrow",
    ],
)
def test_a_damaged_or_later_mark_is_left_out_and_carried_along(item: object) -> None:
    drawing = {"version": 9, "marks": [item, *(as_drawing([DOOR]) or {})["marks"]]}

    assert read_marks(drawing) == (DOOR,)
    kept = as_drawing([STEP], drawing)
    assert kept is not None
    assert kept["marks"][1:] == [item]


def test_a_photo_without_marks_keeps_nothing() -> None:
    assert as_drawing([]) is None
    assert read_marks(None) == ()


def test_marks_are_told_in_words() -> None:
    assert in_words(MARKS) == "Pfeil: Stufe vor der Tür; Maß: 63 cm; Rahmen; Text: Wanne"


def test_a_whole_mark_stops_at_the_edge_and_keeps_its_form() -> None:
    start, end = spots(moved(DOOR, 0.5, 0.7))
    assert (start.x, start.y, end.x, end.y) == pytest.approx((0.4, 1, 1, 1))


@given(any_mark, st.floats(-2, 2), st.floats(-2, 2))
def test_no_move_leaves_the_picture(mark: Mark, right: float, down: float) -> None:
    assert all(0 <= spot.x <= 1 and 0 <= spot.y <= 1 for spot in spots(moved(mark, right, down)))


def test_one_end_moves_alone() -> None:
    assert with_spot(DOOR, 1, Spot(0.9, 0.4)) == Dimension(Spot(0.2, 0.5), Spot(0.9, 0.4), "63 cm")


def test_words_stand_on_one_line_and_end_somewhere() -> None:
    assert with_words(DOOR, " 63\n cm ").words == "63 cm"
    assert len(with_words(DOOR, "x" * 900).words) == 200


def test_a_dimension_has_ticks_at_both_ends_and_its_words_in_the_middle() -> None:
    shape = shape_of(DOOR, 1000, 500)
    line, first, second = shape.strokes

    assert line == ((200, 250), (800, 250))
    assert [x for x, _y in (*first, *second)] == [200, 200, 800, 800]
    assert shape.words_at == (500, 250)


def test_an_arrow_ends_in_its_head_and_its_words_stand_at_its_tail() -> None:
    shape = shape_of(STEP, 1000, 1000)

    assert shape.areas[0][0] == (500, 900)
    assert shape.words_at == (100, 100)


def test_a_plate_stays_inside_the_picture() -> None:
    assert fitted_plate(Shape(words="63 cm", words_at=(5, 995)), (60, 20), 1000, 1000) == (0, 980)


@given(any_mark)
def test_each_mark_is_hit_where_it_is_drawn(mark: Mark) -> None:
    start = spots(mark)[0]
    assert distance_to(mark, (start.x * 800, start.y * 600), 800, 600) < 60


def test_a_mark_of_no_length_can_be_drawn() -> None:
    assert shape_of(Arrow(Spot(0.5, 0.5), Spot(0.5, 0.5)), 100, 100).areas
