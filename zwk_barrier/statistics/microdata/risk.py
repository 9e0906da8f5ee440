"""What microdata cost and what risk is left: k, l, t, delta, the three attackers, and how much is lost."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zwk_barrier.statistics.microdata.anonymise import Microdata
from zwk_barrier.statistics.microdata.search import distinct_values

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Risk:
    """Measures of one file.

    ``k`` is the smallest class.  ``prosecutor`` is the greatest chance of finding somebody known to be in the file,
    ``journalist`` that of finding somebody of whom only the period is known, ``marketer`` the share found when
    everybody is looked for.  ``distinct`` (l), ``closeness`` (t, total variation) and ``disclosure`` (delta, the
    greatest factor as a logarithm) are those of the worst class, by sensitive column.
    """

    k: int
    classes: int
    mean_class: float
    prosecutor: float
    journalist: float
    marketer: float
    distinct: dict[str, int]
    closeness: dict[str, float]
    disclosure: dict[str, float]


def risk_of(data: Microdata) -> Risk:
    """Measures what is left of risk; zeros for a file without rows."""
    sizes = np.bincount(data.classes)
    if not len(sizes):
        return Risk(0, 0, 0.0, 0.0, 0.0, 0.0, {}, {}, {})
    distinct, closeness, disclosure = {}, {}, {}
    for place, column in enumerate(data.told):
        if column.is_sensitive:
            values = data.said[:, place]
            distinct[column.name] = int(distinct_values(data.classes, values, len(sizes)).min())
            closeness[column.name], disclosure[column.name] = _distances(data.classes, values, sizes)
    return Risk(
        int(sizes.min()),
        len(sizes),
        float(sizes.mean()),
        float(1 / sizes.min()),
        float(1 / data.sizes_of_all.min()),
        float(len(sizes) / len(data)),
        distinct,
        closeness,
        disclosure,
    )


def _distances(
    classes: "NDArray[np.int64]", values: "NDArray[np.int32]", sizes: "NDArray[np.int64]"
) -> tuple[float, float]:
    """How far the shares of the values in a class are from those in the whole file, at most: t and delta."""
    count = int(values.max()) + 1
    pairs = np.bincount(classes * count + values, minlength=len(sizes) * count).reshape(-1, count)
    inside = pairs / sizes[:, None]
    whole = pairs.sum(0) / len(values)
    distance = float(np.abs(inside - whole).sum(1).max() / 2)
    with np.errstate(divide="ignore"):
        factors = np.abs(np.log(inside[:, whole > 0] / whole[whole > 0]))
    told = factors[np.isfinite(factors)]
    return distance, float(told.max()) if len(told) else 0.0
