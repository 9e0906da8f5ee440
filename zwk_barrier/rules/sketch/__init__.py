"""A room drawn to scale: what stands in it, what collides, and how much floor is free.

A :class:`Plan` is a value: every change gives a new one.  All lengths are centimetres, seen from above;
x grows to the right and y downwards, as on paper.  Sizes are what somebody measured with a tape, so a
hundredth of a centimetre more or less collides with nothing.
"""

from zwk_barrier.rules.sketch.changes import (
    add_aid,
    add_circle,
    add_door,
    add_fixture,
    add_window,
    change,
    move,
    remove,
    resize,
    turn,
)
from zwk_barrier.rules.sketch.collisions import Collision, collisions
from zwk_barrier.rules.sketch.plan import (
    AID,
    CIRCLE,
    Aid,
    Circle,
    Door,
    Fixture,
    Notch,
    Outline,
    Plan,
    Thing,
    Window,
)
from zwk_barrier.rules.sketch.space import Clearance, free_in_front, largest_turning_circle
from zwk_barrier.rules.sketch.stored import from_drawing, to_drawing
from zwk_barrier.rules.sketch.usual import AidFigures, aid_figures, usual_outline, with_usual_fixtures
from zwk_barrier.rules.sketch.words import describe, label_of, sentence

__all__ = [
    "AID",
    "CIRCLE",
    "Aid",
    "AidFigures",
    "Circle",
    "Clearance",
    "Collision",
    "Door",
    "Fixture",
    "Notch",
    "Outline",
    "Plan",
    "Thing",
    "Window",
    "add_aid",
    "add_circle",
    "add_door",
    "add_fixture",
    "add_window",
    "aid_figures",
    "change",
    "collisions",
    "describe",
    "free_in_front",
    "from_drawing",
    "label_of",
    "largest_turning_circle",
    "move",
    "remove",
    "resize",
    "sentence",
    "to_drawing",
    "turn",
    "usual_outline",
    "with_usual_fixtures",
]
