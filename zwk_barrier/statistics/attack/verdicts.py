"""What may be known of a number nobody printed, and what is too much."""

import math
from collections.abc import Iterator
from typing import Final

from zwk_barrier.statistics.attack.bounds import Bounds, whole_numbers
from zwk_barrier.statistics.attack.findings import Finding, Kind
from zwk_barrier.statistics.attack.scene import Scene
from zwk_barrier.statistics.attack.system import TOLERANCE
from zwk_barrier.statistics.attack.worlds import ROUNDING
from zwk_barrier.wording import _

NARROW: Final = 3  # so few possible values are as good as one


def told(scene: Scene, index: int, bounds: Bounds) -> Iterator[Finding]:
    """The finding about a number nobody printed whose true bounds are these, if there is one to make."""
    kind = judged(scene, index, bounds)
    if kind is None:
        return
    low, high = whole_numbers(bounds)
    sentences = {
        Kind.EXACT: _("Die verdeckte Zahl lässt sich genau errechnen."),
        Kind.NARROW: _("Für die verdeckte Zahl bleiben höchstens drei Werte."),
        Kind.SMALL: _("Die verdeckte Zahl ist beweisbar kleiner als {limit}."),
        Kind.DIFFERENCE: _(
            "Aus den gedruckten Zahlen folgt eine Anzahl unter {limit}, die nirgends steht: der Rest."
        ),
        Kind.UNREACHABLE: _("Aus gerundeten Zahlen kann dieser Rest nicht entstehen: Eine davon ist genau."),
    }
    known = sentences[kind].format(limit=scene.method_of(index)[1])
    yield Finding(kind, scene.speaker.cell(scene.key_of(index)), known, scene.place_of(index), low, high)


def could_be_known(scene: Scene, index: int, low: float, high: float) -> bool:
    """Whether too much may be known of a number that can at least be ``low`` and can be ``high``.

    The true ends lie outside of what was borne witness for, or on it.
    """
    limit = scene.method_of(index)[1]
    if index not in scene.hidden:
        return low > TOLERANCE and high < limit - TOLERANCE
    return high < limit - TOLERANCE or math.floor(high + TOLERANCE) - math.ceil(low - TOLERANCE) < NARROW


def judged(scene: Scene, index: int, bounds: Bounds) -> Kind | None:
    """What it means that a number nobody printed lies between its true bounds; nothing if that is harmless."""
    name, limit = scene.method_of(index)
    low, high = whole_numbers(bounds)
    if index not in scene.hidden:
        if low < 1 or high >= limit:
            return None
        return Kind.UNREACHABLE if name == ROUNDING else Kind.DIFFERENCE
    if low >= limit or (low == high == 0):
        return None
    if low == high:
        return Kind.EXACT
    if high < limit:
        return Kind.SMALL
    return Kind.NARROW if high - low < NARROW else None
