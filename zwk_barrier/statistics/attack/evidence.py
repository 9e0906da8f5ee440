"""Printed figures that are no counts, with the cells they were made from."""

from collections.abc import Iterator
from dataclasses import dataclass

from zwk_barrier.statistics.attack.published import PublishedFigure, Release, Where, Whole
from zwk_barrier.statistics.attack.space import Key, Space


@dataclass(frozen=True, slots=True)
class Evidence:
    """A printed figure with the keys of its count and of what it was divided by."""

    release: int
    figure: PublishedFigure
    key: Key
    whole: Key | None

    @property
    def half(self) -> float:
        """Half of the last printed place: the true value lies at most this far away."""
        return float(0.5 * 10.0**-self.figure.column.decimals) * (1 + 1e-9) + 1e-9

    def ends(self) -> tuple[float, float]:
        """Between what the true value lies."""
        value = self.figure.value or 0.0
        return value - self.half, value + self.half


def evidence_of(number: int, release: Release, space: Space) -> Iterator[Evidence]:
    """Every figure about persons of a release."""
    for figure in release.figures:
        about = release.description.units.get(figure.unit)
        if about is None or not about.people:
            continue
        key = space.key(number, figure.period, figure.unit, figure.where)
        if all(bits for _dimension, bits in key.codes):
            yield Evidence(number, figure, key, _whole(number, figure, space))


def _whole(number: int, figure: PublishedFigure, space: Space) -> Key | None:
    said: Whole | None = figure.whole
    if said is None or said.constant is not None:
        return None
    where: Where = said.where
    return space.key(number, figure.period, said.unit, where)
