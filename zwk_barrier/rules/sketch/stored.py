"""A plan as it is kept with its room: plain JSON, with the number of its version.

What a later version writes and this one does not know is kept and written again.  A fixture of an unknown
kind is drawn as furniture; one without a place is kept, and drawn by the program that knows it.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, Final, TypeVar, cast, get_args

from zwk_barrier.rules.sketch.plan import (
    AID,
    CIRCLE,
    CORNERS,
    LEAST_ROOM,
    MOST,
    ROTATIONS,
    VERSION,
    Aid,
    Circle,
    Door,
    DoorSwing,
    Fixture,
    Notch,
    Outline,
    Plan,
    Rotation,
    WallCode,
    Window,
)

_KNOWN: Final = ("version", "outline", "doors", "windows", "fixtures", "aid", "circle")

T = TypeVar("T")
_Drawn = Mapping[str, Any]


def to_drawing(plan: Plan) -> dict[str, Any]:
    """The JSON object of a plan."""
    others = dict(plan.others)
    unread: dict[str, list[Any]] = others.pop("unread", {})
    drawing: dict[str, Any] = {"version": VERSION, "outline": _outline_as_drawn(plan.outline)}
    for name, things in (("doors", plan.doors), ("windows", plan.windows), ("fixtures", plan.fixtures)):
        drawing[name] = [*map(_as_drawn, things), *unread.get(name, ())]
    for name, thing in ((AID, plan.aid), (CIRCLE, plan.circle)):
        if thing is not None:
            drawing[name] = _as_drawn(thing)
    return {**drawing, **others}


def from_drawing(drawing: object) -> Plan | None:
    """The plan of a JSON object; None when not even the room can be read.  Never raises."""
    if not isinstance(drawing, Mapping):
        return None
    outline = _tried(_outline, drawing.get("outline"))
    if outline is None:
        return None
    unread: dict[str, list[Any]] = {}
    seen = {AID, CIRCLE}
    others = {str(name): value for name, value in drawing.items() if name not in _KNOWN}
    version = drawing.get("version")
    if isinstance(version, int) and version > VERSION:
        others["version"] = version
    plan = Plan(
        outline,
        tuple(_each(_door, drawing, "doors", unread, seen)),
        tuple(_each(_window, drawing, "windows", unread, seen)),
        tuple(_each(_fixture, drawing, "fixtures", unread, seen)),
        _tried(_aid, drawing.get(AID)),
        _tried(_circle, drawing.get(CIRCLE)),
    )
    if unread:
        others["unread"] = unread
    return Plan(
        **{one.name: getattr(plan, one.name) for one in fields(plan)[:-1]}, others=tuple(others.items())
    )


def _as_drawn(thing: Door | Window | Fixture | Aid | Circle) -> dict[str, Any]:
    drawn = {one.name: _plain(getattr(thing, one.name)) for one in fields(thing)}
    left_out = {"name": "", "is_assumed": False}
    return {name: value for name, value in drawn.items() if name not in left_out or value != left_out[name]}


def _outline_as_drawn(outline: Outline) -> dict[str, Any]:
    drawn: dict[str, Any] = {"width": _plain(outline.width), "depth": _plain(outline.depth)}
    if outline.notch is not None:
        notch = outline.notch
        drawn["notch"] = {
            "corner": notch.corner,
            "width": _plain(notch.width),
            "depth": _plain(notch.depth),
        }
    return drawn


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _each(
    read: Callable[[_Drawn], T], drawing: _Drawn, name: str, unread: dict[str, list[Any]], seen: set[str]
) -> list[T]:
    listed = drawing.get(name)
    found: list[T] = []
    for drawn in listed if isinstance(listed, list) else []:
        thing = _tried(read, drawn)
        thing_id = getattr(thing, "id", "")
        if thing is None or thing_id in seen:
            unread.setdefault(name, []).append(drawn)
        else:
            seen.add(thing_id)
            found.append(thing)
    return found


def _tried(read: Callable[[_Drawn], T], drawn: object) -> T | None:
    if not isinstance(drawn, Mapping):
        return None
    try:
        return read(drawn)
    except (KeyError, TypeError, ValueError):
        return None


def _outline(drawn: _Drawn) -> Outline:
    width, depth = _size(drawn, "width", LEAST_ROOM), _size(drawn, "depth", LEAST_ROOM)
    notch = _tried(_notch, drawn.get("notch"))
    if notch is not None and (notch.width >= width or notch.depth >= depth):
        notch = None
    return Outline(width, depth, notch)


def _notch(drawn: _Drawn) -> Notch:
    return Notch(_one_of(CORNERS, drawn["corner"]), _size(drawn, "width"), _size(drawn, "depth"))


def _door(drawn: _Drawn) -> Door:
    return Door(
        str(drawn["id"]),
        cast("WallCode", _one_of(get_args(WallCode), drawn["wall"])),
        _number(drawn, "offset"),
        _size(drawn, "width"),
        cast("DoorSwing", _one_of(get_args(DoorSwing), drawn.get("swing", "in"))),
        "end" if drawn.get("hinge") == "end" else "start",
    )


def _window(drawn: _Drawn) -> Window:
    wall = cast("WallCode", _one_of(get_args(WallCode), drawn["wall"]))
    return Window(str(drawn["id"]), wall, _number(drawn, "offset"), _size(drawn, "width"))


def _fixture(drawn: _Drawn) -> Fixture:
    return Fixture(
        str(drawn["id"]),
        str(drawn["kind"]),
        _number(drawn, "x"),
        _number(drawn, "y"),
        _size(drawn, "width"),
        _size(drawn, "depth"),
        _rotation(drawn),
        str(drawn.get("name") or ""),
    )


def _aid(drawn: _Drawn) -> Aid:
    return Aid(
        str(drawn.get("kind", "")),
        _number(drawn, "x"),
        _number(drawn, "y"),
        _size(drawn, "width"),
        _size(drawn, "length"),
        _rotation(drawn),
        bool(drawn.get("is_assumed")),
    )


def _circle(drawn: _Drawn) -> Circle:
    assumed = bool(drawn.get("is_assumed"))
    return Circle(_number(drawn, "x"), _number(drawn, "y"), _size(drawn, "diameter"), assumed)


def _rotation(drawn: _Drawn) -> Rotation:
    return _one_of(ROTATIONS, drawn.get("rotation", 0))


def _one_of(choices: tuple[T, ...], value: object) -> T:
    return choices[choices.index(cast("T", value))]


def _number(drawn: _Drawn, name: str) -> float:
    value = drawn[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not -MOST <= value <= MOST:
        raise ValueError(name)
    return float(value)


def _size(drawn: _Drawn, name: str, least: float = 1.0) -> float:
    value = _number(drawn, name)
    if value < least:
        raise ValueError(name)
    return value
