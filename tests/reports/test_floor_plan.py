"""A floor plan is drawn to scale as vectors, in a figure that says in words all it shows."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports import records
from tests.reports.listening import Listener
from tests.reports.visit_parts import a_bath, figure
from zwk_barrier.model.visit_report import RoomSection, VisitReport
from zwk_barrier.reports.documents.visit_report import build_visit_report
from zwk_barrier.reports.setting.floor_plan import SCALES, PlanDrawing, scale_for
from zwk_barrier.reports.setting.structure import Element
from zwk_barrier.reports.setting.styles import A4
from zwk_barrier.rules.sketch import (
    Notch,
    Outline,
    Plan,
    usual_outline,
    with_usual_fixtures,
)
from zwk_barrier.rules.sketch.plan import CORNERS, Corner


def report(*plans: Plan) -> VisitReport:
    rooms = tuple(RoomSection(f"Raum {number}", plan=figure(plan)) for number, plan in enumerate(plans))
    return replace(records.ordinary(), rooms=rooms)


@pytest.fixture(scope="module")
def heard() -> Listener:
    return Listener(build_visit_report(report(a_bath())))


def alternatives(heard: Listener) -> list[str]:
    return [str(each.Alt).replace("\N{NO-BREAK SPACE}", " ") for each in heard.elements("Figure")]


def test_the_figure_says_size_door_fixtures_and_collisions(heard: Listener) -> None:
    words = alternatives(heard)[-1]
    for part in ("200 × 220 cm", "Tür (80 cm licht", "Badewanne (170 × 75 cm)", "Wendekreis 150 cm stößt an"):
        assert part in words


def test_what_collides_is_a_list_below_the_drawing(heard: Listener) -> None:
    told = [text.replace("\N{NO-BREAK SPACE}", " ") for text in heard.texts("LBody")]
    assert any(text.startswith("Wendekreis 150 cm stößt an") for text in told)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_report_with_floor_plans_is_sound(profile: str) -> None:
    plans = [a_bath(), Plan(Outline(420, 900, Notch("top_right", 200, 300)))]
    plans += [with_usual_fixtures(Plan(usual_outline(kind)), kind) for kind in ("kueche", "schlafzimmer")]
    assert Listener(build_visit_report(report(*plans))).failures(profile) == []


@pytest.mark.parametrize("corner", CORNERS)
def test_a_room_with_each_corner_missing_is_drawn(corner: Corner) -> None:
    plan = Plan(Outline(300, 260, Notch(corner, 120, 90)))
    assert "fehlen" in alternatives(Listener(build_visit_report(report(plan))))[-1]


def test_a_room_without_a_sketch_has_no_drawing() -> None:
    empty = replace(records.ordinary(), rooms=(RoomSection("Bad", "Notiz"),))
    assert not Listener(build_visit_report(empty)).elements("Figure")


@given(st.integers(50, 2500).map(float), st.integers(50, 2500).map(float))
@settings(max_examples=50)
def test_the_scale_is_the_largest_that_fits_the_page(width: float, depth: float) -> None:
    scale = scale_for(Plan(Outline(width, depth)), A4.text_width)
    assert scale in SCALES
    assert scale == SCALES[-1] or width * 72 / 2.54 / scale < A4.text_width
    assert scale == SCALES[-1] or depth * 72 / 2.54 / scale < A4.height / 2


def test_a_door_that_opens_outwards_has_its_own_paper_below_the_room() -> None:
    plan = with_usual_fixtures(Plan(usual_outline("bad")), "bad")
    opened = replace(plan, doors=tuple(replace(door, swing="out") for door in plan.doors))
    unit = 72 / 2.54 / scale_for(opened, A4.text_width)
    drawing = PlanDrawing(figure(opened), Element("Figure"), A4.text_width, lambda *_words: [])
    assert drawing.height >= (plan.outline.depth + plan.doors[0].width) * unit
