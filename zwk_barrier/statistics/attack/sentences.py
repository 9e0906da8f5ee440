"""Names the cell a finding is about, printed or deduced, in the words of the release."""

from zwk_barrier.statistics.attack.space import TIME, Key, Space
from zwk_barrier.wording import _

MOST_NAMED = 3


class Speaker:
    """Puts keys into words."""

    def __init__(self, space: Space) -> None:
        self._space = space

    def cell(self, key: Key) -> str:
        """„Fälle, 2025, Ortsteil Klushof, Altersgruppe 80 und älter“."""
        parts = [self._space.title_of_unit(key.unit), self._space.period_of(key)]
        for dimension, bits in key.codes:
            if dimension != TIME:
                names = self._space.labels_at(dimension, bits)
                more = len(names) - MOST_NAMED
                shown = ", ".join(names[:MOST_NAMED])
                if more > 0:
                    shown = _("{names} und {more} weitere").format(names=shown, more=more)
                parts.append(f"{self._space.title_of(dimension)} {shown}")
        return " · ".join(part for part in parts if part)
