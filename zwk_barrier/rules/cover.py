"""The cheapest cover: which columns cover every row for the least weight, when some exclude others.

Rows and columns are bits of whole numbers.  A row may stay uncovered, at a price above all columns
together, so that there is always an answer and it leaves as few rows as can be.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

MOST_STEPS: Final = 400_000
_STEPS_BETWEEN_CHECKS: Final = 256


@dataclass(frozen=True, slots=True)
class Column:
    """What covers ``rows`` for ``weight`` (above 0); ``conflicts`` are places of columns it excludes."""

    place: int
    rows: int
    weight: int
    conflicts: int = 0


@dataclass(frozen=True, slots=True)
class Cover:
    """The chosen places, the rows left uncovered; ``bound`` is what no cover of the others weighs less than."""

    chosen: int
    left: int
    is_exact: bool
    bound: int


def cover(
    rows: int,
    columns: Sequence[Column],
    *,
    most_steps: int = MOST_STEPS,
    check: Callable[[], None] | None = None,
) -> Cover:
    """The cover with the fewest rows left, then the least weight; exact unless it takes too many steps."""
    useful = _undominated([column for column in columns if column.rows & rows])
    uncoverable = rows & ~_union(useful)
    penalty = sum(column.weight for column in useful) + 1
    chosen, left, bound, is_exact = 0, uncoverable, 0, True
    search = _Search(penalty, most_steps, check)
    for part in _parts(useful):
        if check is not None:
            check()
        search.solve(_union(part) & rows, part)
        chosen |= search.best_chosen
        left |= search.best_left
        is_exact = is_exact and search.is_exact
        bound += search.bound - penalty * search.best_left.bit_count()
    return Cover(chosen, left, is_exact, max(bound, 0))


@dataclass(slots=True)
class _Search:
    """Branch and bound on one part; the steps are counted over all parts."""

    penalty: int
    steps_left: int
    check: Callable[[], None] | None
    columns: Sequence[Column] = ()
    best: int = 0
    best_chosen: int = 0
    best_left: int = 0
    bound: int = 0
    is_found: bool = False
    by_row: dict[int, list[int]] = field(default_factory=dict)

    @property
    def is_exact(self) -> bool:
        """Whether the search came to its end."""
        return self.steps_left > 0

    def solve(self, rows: int, columns: Sequence[Column]) -> None:
        """Finds the best cover of these rows."""
        self.columns = columns
        self.by_row = {
            row: [place for place, column in enumerate(columns) if column.rows & row] for row in _bits(rows)
        }
        self.best, self.best_chosen, self.best_left = self.penalty * rows.bit_count() + 1, 0, rows
        self.is_found = False
        everything = (1 << len(columns)) - 1
        root = self._lower_bound(rows, everything)
        self._go(rows, everything, 0, 0, 0)
        self.bound = self.best if self.is_exact else root

    def _go(self, rows: int, allowed: int, weight: int, chosen: int, left: int) -> None:
        if not rows:
            if weight < self.best:
                self.best, self.best_chosen, self.best_left = weight, chosen, left
            self.is_found = True
            return
        self._count()
        is_over = not self.is_exact and self.is_found  # one way is always gone to its end
        if is_over or weight + self._lower_bound(rows, allowed) >= self.best:
            return
        row, places = self._tightest(rows, allowed)
        for place in sorted(places, key=lambda one: self._share(one, rows)):
            column = self.columns[place]
            allowed &= ~(1 << place)
            self._go(
                rows & ~column.rows,
                allowed & ~self._excluded(column),
                weight + column.weight,
                chosen | 1 << column.place,
                left,
            )
        self._go(rows & ~row, allowed, weight + self.penalty, chosen, left | row)

    def _count(self) -> None:
        self.steps_left -= 1
        if self.check is not None and self.steps_left % _STEPS_BETWEEN_CHECKS == 0:
            self.check()

    def _tightest(self, rows: int, allowed: int) -> tuple[int, list[int]]:
        """The row with the fewest columns left, which makes the fewest branches."""
        ways = (
            (row, [place for place in places if allowed >> place & 1])
            for row, places in self.by_row.items()
            if rows & row
        )
        return min(ways, key=lambda way: len(way[1]))

    def _share(self, place: int, rows: int) -> float:
        column = self.columns[place]
        return column.weight / (column.rows & rows).bit_count()

    def _excluded(self, column: Column) -> int:
        if not column.conflicts:
            return 0
        return sum(1 << place for place, one in enumerate(self.columns) if column.conflicts >> one.place & 1)

    def _lower_bound(self, rows: int, allowed: int) -> int:
        """No cover weighs less: prices of rows that together never exceed the weight of a column."""
        slack = [column.weight for column in self.columns]
        ways = [
            [place for place in self.by_row[row] if allowed >> place & 1] for row in self.by_row if rows & row
        ]
        total = 0
        for places in sorted(ways, key=len):
            price = min((slack[place] for place in places), default=self.penalty)
            price = min(price, self.penalty)
            total += price
            if price:
                for place in places:
                    slack[place] -= price
        return total


def _undominated(columns: list[Column]) -> list[Column]:
    """Without the columns another one can always stand in for: covers as much, weighs and excludes no more."""
    kept: list[Column] = []
    for column in sorted(columns, key=lambda one: (one.weight, -one.rows.bit_count(), one.place)):
        if not any(_stands_in(other, column) for other in kept):
            kept.append(column)
    return sorted(kept, key=lambda one: one.place)


def _stands_in(other: Column, column: Column) -> bool:
    own_places = 1 << other.place | 1 << column.place
    return not (column.rows & ~other.rows) and not (other.conflicts & ~column.conflicts & ~own_places)


def _parts(columns: Sequence[Column]) -> Iterator[list[Column]]:
    """The columns in groups that share no row and exclude nothing of one another."""
    waiting = list(columns)
    while waiting:
        part, rows, conflicts, places = [], waiting[0].rows, 0, 0
        is_growing = True
        while is_growing:
            joined = [
                one
                for one in waiting
                if one.rows & rows or one.conflicts & places or conflicts >> one.place & 1
            ]
            for one in joined:
                rows, conflicts, places = (
                    rows | one.rows,
                    conflicts | one.conflicts,
                    places | 1 << one.place,
                )
            part += joined
            waiting = [one for one in waiting if one not in joined]
            is_growing = bool(joined)
        yield part


def _union(columns: Sequence[Column]) -> int:
    rows = 0
    for column in columns:
        rows |= column.rows
    return rows


def _bits(rows: int) -> Iterator[int]:
    while rows:
        yield rows & -rows
        rows &= rows - 1
