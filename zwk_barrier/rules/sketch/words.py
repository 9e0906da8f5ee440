"""A sketch in words: what things are called, what collides, and the whole room for who does not see it."""

from decimal import Decimal

from zwk_barrier.reference.fixtures import load_aid_sizes, load_fixtures
from zwk_barrier.rules.sketch.collisions import WALL, Collision, collisions, whole_centimetres
from zwk_barrier.rules.sketch.plan import Aid, Circle, Door, Fixture, Plan, Thing, Window
from zwk_barrier.rules.typed import NBSP, format_decimal
from zwk_barrier.rules.typed.numbers import shorten
from zwk_barrier.wording import _, ngettext


def centimetres(value: float) -> str:
    """A length as it is read: ``62,5 cm``."""
    return f"{figure(value)}{NBSP}cm"


def figure(value: float) -> str:
    """A length without its unit, with one decimal place where it has one."""
    return format_decimal(shorten(Decimal(str(round(value, 1)))))


def area(width: float, depth: float) -> str:
    """Two lengths as they are read: ``60 × 50 cm``."""
    return f"{figure(width)}{NBSP}×{NBSP}{centimetres(depth)}"


def kind_label(thing: Thing) -> str:
    """What a thing is called when there is only one of it."""
    match thing:
        case Door():
            return _("Tür")
        case Window():
            return _("Fenster")
        case Circle():
            return _("Wendekreis")
        case Aid():
            size = next((one for one in load_aid_sizes() if one.aid == thing.kind), None)
            return _("Hilfsmittel") if size is None else size.label()
        case Fixture():
            kind = load_fixtures().get(thing.kind)
            return thing.name or (thing.kind if kind is None else kind.label())


def label_of(plan: Plan, thing_id: str) -> str:
    """What a thing is called in its plan: with a number from the second of a kind on; a wall is "Wand"."""
    thing = plan.thing(thing_id)
    if thing is None:
        return _("Wand") if thing_id == WALL else thing_id
    label = kind_label(thing)
    alike = [one.id for one in plan.things() if kind_label(one) == label]
    place = alike.index(thing_id)
    return f"{label}{NBSP}{place + 1}" if place else label


def sentence(plan: Plan, collision: Collision) -> str:
    """What collides, ready to read: „Wendekreis 150 cm stößt an: Badewanne (12 cm)“."""
    first, second = label_of(plan, collision.first), label_of(plan, collision.second)
    text = {
        "bump": _("{first} stößt an: {second} ({by})"),
        "swing": _("{first} schlägt auf: {second}"),
        "doorway": _("{first} steht im Durchgang: {second} ({by})"),
        "narrow": _("{first} passt nicht durch die {second} ({width})"),
        "tight": _("{first} geht nur knapp durch die {second} ({width})"),
        "off_wall": _("{first} liegt nicht ganz in der Wand ({by} zu viel)"),
        "same_place": _("{first} und {second} liegen übereinander"),
        "overlap": _("{first} und {second} stehen ineinander ({by})"),
        "in_wall": _("{first} steht in der Wand ({by})"),
    }[collision.kind]
    thing, other = plan.thing(collision.first), plan.thing(collision.second)
    if isinstance(thing, Circle):
        first = f"{first} {centimetres(thing.diameter)}"
    elif isinstance(thing, Aid) and collision.kind in ("narrow", "tight"):
        first = f"{first} {centimetres(thing.width)}"
    return text.format(
        first=first,
        second=second,
        by=centimetres(whole_centimetres(collision.by)),
        width=centimetres(other.width) if isinstance(other, Door) else "",
    )


def sentences(plan: Plan) -> tuple[str, ...]:
    """Everything that collides, ready to read."""
    return tuple(sentence(plan, collision) for collision in collisions(plan))


def size_of(thing: Thing) -> str:
    """How large a thing is, ready to read."""
    match thing:
        case Door():
            return _("{width} licht, {swing}").format(width=centimetres(thing.width), swing=swing_word(thing))
        case Window():
            return centimetres(thing.width)
        case Circle():
            return centimetres(thing.diameter)
        case Aid():
            return area(thing.width, thing.length)
        case Fixture():
            return area(thing.width, thing.depth)


def swing_word(door: Door) -> str:
    """How a door opens, ready to read."""
    return {"in": _("öffnet nach innen"), "out": _("öffnet nach außen"), "sliding": _("Schiebetür")}[
        door.swing
    ]


def wall_label(code: str) -> str:
    """Where a wall is on the drawing."""
    return {
        "top": _("obere Wand"),
        "right": _("rechte Wand"),
        "bottom": _("untere Wand"),
        "left": _("linke Wand"),
        "notch_across": _("Wand der Ecke, waagerecht"),
        "notch_along": _("Wand der Ecke, senkrecht"),
    }[code]


def place_of(plan: Plan, thing: Thing) -> str:
    """Where a thing is, ready to read."""
    if isinstance(thing, Door | Window):
        return _("{wall}, {offset} vom Anfang").format(
            wall=wall_label(plan.wall_of(thing).code), offset=centimetres(thing.offset)
        )
    x, y = (thing.x, thing.y) if isinstance(thing, Circle) else (thing.rect.x, thing.rect.y)
    text = (
        _("Mitte {x} von links, {y} von oben")
        if isinstance(thing, Circle)
        else _("{x} von links, {y} von oben")
    )
    return text.format(x=centimetres(x), y=centimetres(y))


def spoken(plan: Plan, thing: Thing, found: tuple[Collision, ...]) -> str:
    """A thing for a screen reader: what it is, how large, where, and what it collides with."""
    parts = [label_of(plan, thing.id), size_of(thing), place_of(plan, thing)]
    parts += [sentence(plan, one) for one in found if one.is_about(thing.id)]
    return ". ".join(parts)


def describe(plan: Plan, name: str) -> str:
    """The whole sketch in words, as the text alternative of its picture."""
    parts = [_("Grundriss {room}, {size}.").format(room=name, size=outline_words(plan))]
    for things, lead in (
        (plan.doors, _("Öffnungen")),
        (plan.windows, ""),
        (plan.fixtures, _("Einrichtung")),
        (tuple(one for one in (plan.aid, plan.circle) if one is not None), _("Eingezeichnet")),
    ):
        told = "; ".join(
            f"{label_of(plan, one.id)} ({size_of(one)}), {place_of(plan, one)}" for one in things
        )
        if told:
            parts.append(f"{lead or _('Fenster')}: {told}.")
    found = sentences(plan)
    parts.append(f"{collision_count(len(found))}: {'; '.join(found)}." if found else _("Es stößt nichts an."))
    return " ".join(parts)


def outline_words(plan: Plan) -> str:
    """The room's size, and its notch."""
    outline = plan.outline
    size = area(outline.width, outline.depth)
    if outline.notch is None:
        return size
    corner = {
        "top_left": _("oben links"),
        "top_right": _("oben rechts"),
        "bottom_left": _("unten links"),
        "bottom_right": _("unten rechts"),
    }[outline.notch.corner]
    return _("{size}, {corner} fehlen {notch}").format(
        size=size, corner=corner, notch=area(outline.notch.width, outline.notch.depth)
    )


def collision_count(number: int) -> str:
    """How many places there are where something is in the way."""
    return ngettext("{number} Stelle stößt an", "{number} Stellen stoßen an", number).format(number=number)
