"""What a sketch begins with: the usual room of a kind, and the person's own aid or the usual one."""

from collections.abc import Sequence
from dataclasses import dataclass

from zwk_barrier.reference.fixtures import ANY_ROOM, load_aid_sizes, load_usual_rooms
from zwk_barrier.rules.sketch.changes import add_door, add_fixture, change
from zwk_barrier.rules.sketch.plan import DoorSwing, Outline, Plan


@dataclass(frozen=True, slots=True)
class AidFigures:
    """The floor somebody needs; ``is_assumed`` where nobody measured it."""

    kind: str
    width: float
    length: float
    circle: float
    is_footprint_assumed: bool
    is_circle_assumed: bool


def aid_figures(
    aids: Sequence[str], width: float | None, length: float | None, circle: float | None
) -> AidFigures | None:
    """The aid that needs most floor, with its own measures in cm before the usual ones.

    None for somebody without such an aid of whom nothing was measured.
    """
    size = next((one for one in load_aid_sizes() if one.aid in aids), None)
    if size is None and width is None and length is None and circle is None:
        return None
    usual = size or load_aid_sizes()[-1]
    return AidFigures(
        "" if size is None else size.aid,
        width or float(usual.width),
        length or float(usual.length),
        circle or float(usual.circle),
        is_footprint_assumed=width is None or length is None,
        is_circle_assumed=circle is None,
    )


def usual_outline(room_kind: str) -> Outline:
    """How large a room of a kind often is, to begin with."""
    rooms = load_usual_rooms()
    usual = rooms.get(room_kind, rooms[ANY_ROOM])
    return Outline(float(usual.width), float(usual.depth))


def usual_fixtures(room_kind: str) -> tuple[str, ...]:
    """What stands in such a room: codes of the palette, possibly none."""
    usual = load_usual_rooms().get(room_kind)
    return () if usual is None else usual.fixtures


def with_usual_fixtures(
    plan: Plan, room_kind: str, *, door_width: float | None = None, swing: DoorSwing | None = None
) -> Plan:
    """The plan with a door, when it has none, and with what usually stands in such a room, where there is room."""
    if not plan.doors:
        plan = with_door(plan, door_width, swing)
    for code in usual_fixtures(room_kind):
        plan, _fixture_id = add_fixture(plan, code)
    return plan


def with_door(plan: Plan, width: float | None = None, swing: DoorSwing | None = None) -> Plan:
    """The plan with one more door, as wide in cm and opening as it is known to, else as usual."""
    plan, door_id = add_door(plan, width)
    return plan if swing is None else change(plan, door_id, swing=swing)
