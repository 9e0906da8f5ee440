"""A bathroom is drawn by keys and by mouse; each finished change is kept, and taken back whole."""

import time

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.casework.visiting import measure, room_of, view_of
from tests.desktop.sketch.drawer import Drawer
from tests.desktop.typist import NONE
from zwk_barrier.casework import records
from zwk_barrier.casework.visit.sketches import keep_sketch
from zwk_barrier.model import CaseFile, Person
from zwk_barrier.rules.sketch import Fixture, Outline, Plan

SHIFT = Qt.KeyboardModifier.ShiftModifier


def fixture(drawer: Drawer, thing_id: str) -> Fixture:
    """A fixture as the store has it."""
    plan = drawer.kept()
    thing = None if plan is None else plan.thing(thing_id)
    assert isinstance(thing, Fixture)
    return thing


def test_a_bathroom_is_drawn_in_under_a_minute_and_few_keys(drawer: Drawer) -> None:
    begun = time.monotonic()
    assert drawer.place == "sketch_width"
    drawer.type("180")
    drawer.tab()
    drawer.type("230")
    drawer.tab()
    drawer.click("sketch_usual")
    plan = drawer.kept()
    assert plan is not None
    assert plan.outline == Outline(180, 230)
    assert [one.kind for one in plan.fixtures] == ["badewanne", "wc", "waschtisch"]
    assert len(plan.doors) == 1
    assert drawer.words("sketch_said").endswith("Es stößt nichts an.")
    assert drawer.keys < 20
    assert time.monotonic() - begun < 60


def test_a_measured_door_is_drawn_as_wide_as_it_is(newcomer: Drawer) -> None:
    view = view_of(newcomer.office, newcomer.visit_id)
    measure(newcomer.office, view, room_of(view, "bad"), "W04", 63)
    newcomer.begin()
    newcomer.click("sketch_usual")
    plan = newcomer.kept()
    assert plan is not None
    assert [door.width for door in plan.doors] == [63]


def test_arrow_keys_move_by_one_and_by_ten_and_are_kept_as_one_change(drawer: Drawer) -> None:
    drawer.click("sketch_usual")
    before = fixture(drawer, "f1")
    drawer.handle("f1").setFocus()
    for _time in range(3):
        drawer.press(Qt.Key.Key_Right)
    QTest.keyClick(drawer.handle("f1"), Qt.Key.Key_Down, SHIFT)
    drawer.sketch.editor.finish()
    moved = fixture(drawer, "f1")
    assert (moved.x - before.x, moved.y - before.y) == (3, 10)
    drawer.undo()
    assert fixture(drawer, "f1") == before


def test_undo_takes_back_what_the_keys_have_just_moved(drawer: Drawer) -> None:
    drawer.click("sketch_usual")
    before = fixture(drawer, "f1")
    drawer.handle("f1").setFocus()
    drawer.press(Qt.Key.Key_Right)
    drawer.undo()
    assert fixture(drawer, "f1") == before
    assert drawer.sketch.editor.plan.thing("f1") == before


def test_r_turns_and_delete_removes_and_the_keyboard_stays_in_the_drawing(drawer: Drawer) -> None:
    drawer.click("sketch_usual")
    drawer.handle("f3").setFocus()
    before = fixture(drawer, "f3").rotation
    drawer.press(Qt.Key.Key_R)
    assert fixture(drawer, "f3").rotation == (before + 90) % 360
    drawer.press(Qt.Key.Key_Delete)
    plan = drawer.kept()
    assert plan is not None
    assert plan.thing("f3") is None
    assert drawer.place.startswith("thing_")
    drawer.undo()
    assert fixture(drawer, "f3").kind == "waschtisch"


def test_typed_numbers_place_a_thing_exactly(drawer: Drawer) -> None:
    drawer.click("sketch_add_wc")
    drawer.go_to("sketch_fixture_x")
    drawer.type("42,5")
    drawer.press(Qt.Key.Key_Return)
    assert fixture(drawer, "f1").x == 42.5


def test_a_number_that_cannot_be_is_told_and_changes_nothing(drawer: Drawer) -> None:
    field = drawer.go_to("sketch_width")
    drawer.type("7")
    drawer.tab()
    assert "50" in field.accessibleDescription()
    assert drawer.sketch.editor.plan.outline.width == 200


def test_a_thing_is_dragged_and_put_right_to_the_wall(drawer: Drawer) -> None:
    drawer.click("sketch_add_wc")
    handle = drawer.handle("f1")
    start = handle.rect().center()
    left = QPoint(-handle.width() * 2, 0)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, NONE, start)
    for share in (1, 2, 3, 4):
        QTest.mouseMove(handle, handle.mapFromGlobal(handle.mapToGlobal(start)) + left * share / 4)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, NONE, start + left)
    drawer.rest()
    assert fixture(drawer, "f1").y == 0


def test_what_collides_is_named_and_one_can_go_to_it(drawer: Drawer) -> None:
    drawer.click("sketch_usual")
    drawer.handle("f1").setFocus()
    QTest.keyClick(drawer.handle("f1"), Qt.Key.Key_Left, SHIFT)
    for _time in range(3):
        QTest.keyClick(drawer.handle("f1"), Qt.Key.Key_Left, SHIFT)
    drawer.sketch.editor.finish()
    drawer.rest()
    assert drawer.words("sketch_said") == "1 Stelle stößt an."
    assert "Badewanne steht in der Wand" in drawer.handle("f1").accessibleName().replace(
        "\N{NO-BREAK SPACE}", " "
    )
    drawer.sketch.editor.choose("")
    drawer.go_to("sketch_collisions_0")
    drawer.press(Qt.Key.Key_Return)
    assert drawer.place == "thing_f1"


def test_the_persons_own_aid_is_tried(newcomer: Drawer) -> None:
    with newcomer.office.reading() as session:
        case = session.get(CaseFile, newcomer.case_id)
        assert case is not None
        person_id = case.person_id
    records.keep(newcomer.office, Person, person_id, aids=["rollator"], aid_width_cm=68)
    newcomer.begin()
    newcomer.click("sketch_add_aid")
    plan = newcomer.kept()
    assert plan is not None
    assert plan.aid is not None
    assert (plan.aid.kind, plan.aid.width, plan.aid.is_assumed) == ("rollator", 68, True)
    assert newcomer.words("sketch_thing_note") == "Angenommene Maße, noch nicht gemessen."


def test_an_l_shape_shows_the_numbers_of_its_corner(drawer: Drawer) -> None:
    assert not drawer.sees("sketch_notch_width")
    drawer.sketch.editor.apply(Plan(Outline(200, 220)))
    shape = drawer.go_to("sketch_shape")
    shape.kept.emit("top_right")  # type: ignore[attr-defined]
    drawer.rest()
    plan = drawer.kept()
    assert plan is not None
    assert plan.outline.notch is not None
    drawer.go_to("sketch_notch_width")
    drawer.type("90")
    drawer.press(Qt.Key.Key_Return)
    plan = drawer.kept()
    assert plan is not None
    assert plan.outline.notch is not None
    assert plan.outline.notch.width == 90


def test_what_another_page_keeps_is_shown_at_once(drawer: Drawer) -> None:
    drawer.sketch.desk.do(lambda store: keep_sketch(store, drawer.room_id, Plan(Outline(321, 123))))
    drawer.rest()
    assert drawer.sketch.editor.plan.outline == Outline(321, 123)


def test_discarding_takes_the_sketch_away_and_undo_brings_it_back(drawer: Drawer) -> None:
    drawer.click("sketch_usual")
    before = drawer.kept()
    drawer.click("sketch_clear")
    assert drawer.kept() is None
    drawer.undo()
    assert drawer.kept() == before


def test_leaving_keeps_what_is_still_being_typed(drawer: Drawer) -> None:
    drawer.go_to("sketch_width")
    drawer.type("333")
    drawer.workplace.leave()
    plan = drawer.kept()
    assert plan is not None
    assert plan.outline.width == 333
