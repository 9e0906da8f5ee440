"""What shares, rates, means and sums of money tell about the counts they were made from, and the other way round."""

import math
from collections.abc import Iterator
from typing import Final

from zwk_barrier.statistics.attack.evidence import Evidence
from zwk_barrier.statistics.attack.findings import Finding, Kind
from zwk_barrier.statistics.attack.scene import Scene
from zwk_barrier.statistics.attack.space import Key
from zwk_barrier.statistics.attack.system import TOLERANCE, Row
from zwk_barrier.wording import _

SHARES: Final = {"share": 100.0, "per_1000": 1000.0, "ratio": 1.0}
LEAST_RECORDS: Final = {"mean": 10, "median": 10, "p90": 10, "money": 5}


def tie_shares(scene: Scene) -> None:
    """Adds a row for each share, rate and ratio: count ÷ whole lies within half of the last printed place."""
    for each in scene.evidence:
        figure = each.figure
        factor = SHARES.get(figure.column.aggregate)
        if factor is None or figure.value is None or figure.column.measure or figure.whole is None:
            continue
        scale = figure.column.scale if figure.column.scale != 1.0 else factor
        low, high = each.ends()
        count = scene.variable(each.release, each.key)
        if figure.whole.constant is not None:
            known = figure.whole.constant
            scene.system.add(Row((count,), (scale,), low * known, high * known, each))
        elif each.whole is not None and each.whole != each.key:
            whole = scene.variable(each.release, each.whole)
            scene.system.add(Row((count, whole), (scale, -low), 0.0, math.inf, each))
            scene.system.add(Row((count, whole), (scale, -high), -math.inf, 0.0, each))


def too_few(scene: Scene) -> Iterator[Finding]:
    """Means, medians and sums of money of fewer records than may be shown.

    Where the count is hidden, that one of them is shown at all says how many records there are at least.
    """
    for each in scene.evidence:
        figure = each.figure
        least = LEAST_RECORDS.get(figure.column.aggregate)
        if least is None or figure.value is None:
            continue
        index = scene.variable(each.release, each.key)
        most = scene.system.high[index]
        if most >= least:
            scene.system.narrow(index, least, math.inf)
        elif figure.value or most:
            known = _("„{name}“ wird aus weniger als {least} gebildet.")
            said = known.format(name=figure.column.name, least=least)
            yield Finding(Kind.FIGURE, scene.speaker.cell(each.key), said, figure.place)


def counts_from_money(scene: Scene) -> Iterator[Finding]:
    """Sum ÷ mean is the number of records: told to the system where it is hidden, a finding where it is rounded."""
    sums = {_of(each): each for each in scene.evidence if each.figure.column.aggregate == "money"}
    for mean in scene.evidence:
        money = sums.get(_of(mean))
        if mean.figure.column.aggregate != "mean" or money is None or not mean.figure.value:
            continue
        if money.figure.value is None or mean.ends()[0] <= 0:
            continue
        low = money.ends()[0] / mean.ends()[1]
        high = money.ends()[1] / mean.ends()[0]
        index = scene.variable(mean.release, mean.key)
        if index in scene.hidden:
            scene.system.narrow(index, math.ceil(low - TOLERANCE), math.floor(high + TOLERANCE))
        elif not low - TOLERANCE <= scene.system.low[index] <= high + TOLERANCE:
            known = _("Summe geteilt durch Mittel ergibt eine andere Anzahl als die gedruckte: die genaue.")
            yield Finding(Kind.FIGURE, scene.speaker.cell(mean.key), known, mean.figure.place, low, high)


def _of(each: Evidence) -> tuple[int, Key, str]:
    return each.release, each.key, each.figure.column.measure
