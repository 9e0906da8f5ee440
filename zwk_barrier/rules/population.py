"""How many people live where, and how old they are: what a table tells, and what follows from it.

A table may tell whole and parts, by other ages than are asked for, by Ortsteil or by Stadtteil.  What is asked is
put together from what is there; what does not follow from it stays unknown.
"""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from zwk_barrier.reference.areas import ELSEWHERE, AreaTree
from zwk_barrier.wording import _

OPEN_END: Final = 999
"""The age after the last, where an open group ends."""

_BOTH_SEXES: Final = frozenset({"w", "m"})

Steps = dict[int, dict[int, int]]
"""From an age to another: how many people lie between, negative for backwards."""


@dataclass(frozen=True, slots=True)
class PopulationCell:
    """Persons of one area (a key, None for the whole region) from one age to another, both counted.

    ``sex`` is None for all; ``age_from`` None counts from birth, ``age_to`` None has no upper end.
    """

    area: str | None
    sex: str | None
    age_from: int | None
    age_to: int | None
    persons: int

    @property
    def span(self) -> tuple[int, int]:
        """The first age, and the first age that is not in it any more."""
        return self.age_from or 0, OPEN_END if self.age_to is None else self.age_to + 1


class Inhabitants:
    """One table of inhabitants, asked by area and age."""

    def __init__(self, cells: Iterable[PopulationCell], areas: AreaTree, on: date) -> None:
        self.cells = tuple(cells)
        self.areas = areas
        self.on = on
        self._steps = _steps(self.cells)
        self._told = frozenset(cell.area for cell in self.cells)

    @property
    def told_areas(self) -> frozenset[str | None]:
        """The areas the table has lines of its own for; None is the whole region."""
        return self._told

    def persons(self, area: str | None, first: int = 0, last: int | None = None) -> int | None:
        """Persons of an area (None: the whole region) aged ``first`` to ``last``; None when that is not told."""
        told = _walk(self._steps.get(area, {}), first, OPEN_END if last is None else last + 1)
        if told is not None:
            return told
        parts = [self.persons(child, first, last) for child in self.children(area)]
        known = [part for part in parts if part is not None]
        return sum(known) if parts and len(known) == len(parts) else None

    def children(self, area: str | None) -> tuple[str, ...]:
        """The areas that made up another one on the day of the table; places outside the region are none."""
        return tuple(
            child.key
            for child in self.areas.children(area)
            if child.level != ELSEWHERE and (child.is_valid_on(self.on) or child.key in self._told)
        )


def _steps(cells: Iterable[PopulationCell]) -> dict[str | None, Steps]:
    """Of each area the ways from age to age; a line for all sexes goes before the sum of several."""
    whole: dict[tuple[str | None, int, int], int] = {}
    of_sexes: dict[tuple[str | None, int, int], dict[str, int]] = defaultdict(dict)
    for cell in cells:
        if cell.sex is None:
            whole[cell.area, *cell.span] = cell.persons
        else:
            of_sexes[cell.area, *cell.span][cell.sex] = cell.persons
    for key, sexes in of_sexes.items():
        if sexes.keys() >= _BOTH_SEXES:
            whole.setdefault(key, sum(sexes.values()))
    steps: dict[str | None, Steps] = {}
    for (area, begin, end), persons in whole.items():
        ways = steps.setdefault(area, {})
        ways.setdefault(begin, {})[end] = persons
        ways.setdefault(end, {})[begin] = -persons
    return steps


def _walk(ways: Steps, begin: int, end: int) -> int | None:
    """How many lie between two ages, over as few groups as possible; None where no groups lead there."""
    sums, waiting = {begin: 0}, deque([begin])
    while waiting:
        age = waiting.popleft()
        if age == end:
            return sums[age]
        for following, persons in ways.get(age, {}).items():
            if following not in sums:
                sums[following] = sums[age] + persons
                waiting.append(following)
    return None


def age_label(first: int | None, last: int | None) -> str:
    """The ages of a group as people say them, e.g. ``65–69``, ``ab 85``, ``unter 18``, ``insgesamt``."""
    begin = first or 0
    if last is None:
        return _("ab {age}").format(age=begin) if begin else _("insgesamt")
    if begin == 0:
        return _("unter {age}").format(age=last + 1)
    return str(begin) if begin == last else f"{begin}–{last}"
