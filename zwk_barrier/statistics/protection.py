"""Small counts are hidden, and so much beside them that no sum gives them away.

For one table that stands alone: every count of 1 to 4 is hidden, and where the hidden ones could be told
from the total, the smallest shown counts are hidden too.  What spans several tables comes with the
register of releases.
"""

from dataclasses import dataclass
from typing import Final

LEAST: Final = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """One count as it may be shown; ``count`` is None where it is hidden."""

    label: str
    count: int | None


def protect(counts: tuple[tuple[str, int], ...]) -> tuple[Cell, ...]:
    """The counts as they may be shown beside their total.

    After it no hidden count can be narrowed down to fewer than ``LEAST`` values by the total: there are at
    least two hidden ones, and together they have at least ``LEAST``.
    """
    hidden = {place for place, (_label, count) in enumerate(counts) if 0 < count < LEAST}
    while hidden and not _is_safe([counts[place][1] for place in hidden]):
        shown = [place for place in range(len(counts)) if place not in hidden and counts[place][1]]
        if not shown:
            break
        hidden.add(min(shown, key=lambda place: counts[place][1]))
    return tuple(
        Cell(label, None if place in hidden else count) for place, (label, count) in enumerate(counts)
    )


def _is_safe(hidden: list[int]) -> bool:
    return len(hidden) > 1 and sum(hidden) >= LEAST + len(hidden)


def total_may_be_shown(cells: tuple[Cell, ...], total: int) -> bool:
    """Whether the total gives nothing away: nothing is hidden, or enough is."""
    hidden = total - sum(cell.count or 0 for cell in cells)
    count = sum(1 for cell in cells if cell.count is None)
    return count == 0 or (count > 1 and hidden >= LEAST + count)
