"""How far the projection would have been off: made from the two older tables, held against the newest.

The error of an area is what came true over what was projected.  From its tenth to its ninetieth percentile over the
areas goes the band of a projection five years ahead; for every five years more the factors are taken once more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from zwk_barrier.statistics.outlook.forecast import AgeTable, project

if TYPE_CHECKING:
    from numpy.typing import NDArray

LARGE: Final = 2_000
"""Inhabitants from which an area's projection is taken to be sound."""

_ENOUGH: Final = 5
_LOW, _HIGH = 10, 90


@dataclass(frozen=True, slots=True)
class BackTest:
    """What the projection of one age, for areas of one level, would have missed by.

    ``low`` and ``high`` are factors of the projected number, never beyond 1 on the wrong side; ``median`` is the
    median of the errors in per cent of what came true, ``areas`` how many were compared.
    """

    low: float
    high: float
    median: float
    areas: int

    def band(self, projected: float, steps: int) -> tuple[float, float]:
        """The ends of the band of a number so many steps of five years ahead."""
        return projected * self.low**steps, projected * self.high**steps


def projected_before(earliest: AgeTable, earlier: AgeTable) -> AgeTable:
    """What would have been projected for the newest table's day."""
    return project(earliest, earlier, 1).steps[0]


def back_test(
    projected: "NDArray[np.float64]", actual: "NDArray[np.float64]", inhabitants: Sequence[int | None]
) -> BackTest | None:
    """The errors of areas with at least 2,000 inhabitants, of all where those are fewer than five.

    None where nothing can be compared.
    """
    can_be = (projected > 0) & (actual > 0)
    large = can_be & np.array([count is None or count >= LARGE for count in inhabitants], dtype=np.bool_)
    kept = large if int(large.sum()) >= _ENOUGH else can_be
    if not kept.any():
        return None
    came = actual[kept] / projected[kept]
    missed = np.abs(projected[kept] - actual[kept]) / actual[kept] * 100
    low, high = (float(np.percentile(came, place)) for place in (_LOW, _HIGH))
    return BackTest(min(low, 1.0), max(high, 1.0), float(np.median(missed)), int(kept.sum()))
