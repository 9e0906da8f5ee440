"""A room's place in the visit shows its sketch in a picture and in words, and leads to drawing it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.desktop.typist import CTRL
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework.visit.sketches import keep_sketch
from zwk_barrier.desktop.destinations import ToSketch
from zwk_barrier.desktop.visits.sketch_section import PlanPicture
from zwk_barrier.rules.sketch import Circle, Fixture, Outline, Plan

BATH = Plan(
    Outline(200, 220),
    fixtures=(Fixture("f1", "badewanne", 125, 50, 170, 75, 90),),
    circle=Circle(62, 135, 150),
)


def test_a_room_without_a_sketch_offers_to_draw_one(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    assert advisor.shown(QPushButton, "sketch_open").accessibleName() == "Grundriss zeichnen"
    assert advisor.words("sketch_words").startswith("Noch nicht gezeichnet.")
    assert not advisor.sees("sketch_picture")


def test_a_sketch_is_shown_with_what_collides(newcomer: Advisor) -> None:
    advisor = newcomer
    keep_sketch(advisor.office, advisor.room_id("bad"), BATH)
    advisor.begin()
    advisor.enter_room("Bad")
    assert "Wendekreis 150 cm stößt an: Badewanne (12 cm)" in advisor.words("sketch_words")
    picture = advisor.shown(PlanPicture, "sketch_picture")
    assert picture.accessibleName().startswith("Grundriss Bad, 200")
    assert advisor.shown(QPushButton, "sketch_open").accessibleName() == "Grundriss bearbeiten"


def test_one_key_leads_from_the_room_to_its_sketch(advisor: Advisor) -> None:
    advisor.enter_room("Bad")
    advisor.press(Qt.Key.Key_G, CTRL)
    advisor.rest()
    assert advisor.workplace.here == ToSketch(advisor.room_id("bad"))
