"""How much paper a room takes: what doors sweep outside belongs to the drawing."""

from zwk_barrier.rules.sketch.geometry import Rect
from zwk_barrier.rules.sketch.plan import Plan


def extent(plan: Plan) -> Rect:
    """The room with all that its doors sweep outside, in cm; the room alone when none opens outwards."""
    boxes = [plan.outline.rect]
    boxes += [swing.box for door in plan.doors if (swing := plan.swing_of(door)) is not None]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Rect(left, top, right - left, bottom - top)
