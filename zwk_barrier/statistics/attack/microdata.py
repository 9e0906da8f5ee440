"""Lays microdata over tables of the same quarters: the difference must tell of nobody who is not among the rows.

Rows are fewer than people: some were left out.  Whoever knows the true counts sees by subtraction who they are.  So
two things must never be: a number of people left out that has fewer than four possible values, for then every count
of rows is nearly a true one; and printed counts that could all be true ones beside rows, for then the difference of
any two is believed, down to single people.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from zwk_barrier.statistics.attack.findings import Finding, Kind
from zwk_barrier.statistics.attack.published import SEVERAL, Dimension, PublishedCell, Release
from zwk_barrier.wording import _

UNIT: Final = "cases"  # a row is a person with one case: each is counted among them
OF_PERSONS: Final = ("first_of_person", "yes")  # what leaves of the cases of a person only one
OTHER: Final = "other"  # stands for values too few have
LEAST_WIDTH: Final = 3  # so that there are four possible values
TOTAL_OFF: Final = 5  # no printed total that was measured is further from the truth
_BYTE_ORDER_MARK: Final = "\ufeff"

Groups = Mapping[str, frozenset[str]]
"""The codes of a column, each with the finest codes it holds: names may be of another language than the tables."""


@dataclass(frozen=True)
class RowFile:
    """Microdata as they are read: rows of codes by column, and what their description promises."""

    name: str
    quarters: tuple[str, ...]
    columns: Mapping[str, Groups]
    rows: Sequence[Mapping[str, str]]
    most_dropped: float
    _known: dict[tuple[str, ...], Mapping[tuple[str, ...], int]] = field(default_factory=dict)

    @classmethod
    def read(cls, name: str, table: str, description: str) -> "RowFile":
        """The rows of a file and its description; raises KeyError or ValueError where these are not of microdata."""
        told = json.loads(description)
        about = told["zwk:release"]
        (quarters,) = about["period"].values()
        lines = list(csv.DictReader(io.StringIO(table.removeprefix(_BYTE_ORDER_MARK)), delimiter=";"))
        described = (one for one in told["tableSchema"]["columns"] if "zwk:codes" in one)
        columns = {one["name"]: _groups(one, {line[one["name"]] for line in lines}) for one in described}
        return cls(name, tuple(quarters), columns, lines, float(about["method"]["most_dropped"]))

    def rows_in(self, wanted: Mapping[str, frozenset[str]]) -> int | None:
        """How many rows have one of these finest codes in each column; None where the columns do not tell."""
        allowed = []
        for column, finest in wanted.items():
            groups = self.columns.get(column, {})
            inside = {code for code, held in groups.items() if held <= finest}
            if frozenset().union(*(groups[code] for code in inside)) != finest:
                return None
            allowed.append(inside)
        return sum(
            count
            for codes, count in self._crossed(tuple(wanted)).items()
            if all(code in inside for code, inside in zip(codes, allowed, strict=True))
        )

    def _crossed(self, columns: tuple[str, ...]) -> Mapping[tuple[str, ...], int]:
        if columns not in self._known:
            self._known[columns] = Counter(tuple(row[name] for name in columns) for row in self.rows)
        return self._known[columns]


def laid_over(rows: RowFile, tables: Sequence[Release]) -> Iterator[Finding]:
    """What rows and the tables of the same quarters, each safe by itself, tell together."""
    compared = [
        (cell, count)
        for release in tables
        for cell in release.cells
        if (count := _rows_of(rows, release, cell)) is not None
    ]
    most = _most_missing(rows, compared)
    if most < LEAST_WIDTH:
        known = _("Es fehlen zu wenige Personen: Die Zahl der Zeilen sagt fast genau, wie viele es sind.")
        yield Finding(Kind.NARROW, "", known, rows.name, 0, most)
    yield from _believed(compared, most)


def _groups(column: Mapping[str, Any], there: Collection[str]) -> Groups:
    """Where rare values stand as another one, a code without a row may be one of them: the rows tell nothing of it."""
    groups = {code: frozenset(about.get("holds") or (code,)) for code, about in column["zwk:codes"].items()}
    if OTHER not in groups:
        return groups
    return {code: held for code, held in groups.items() if code in there and code != OTHER}


def _rows_of(rows: RowFile, release: Release, cell: PublishedCell) -> int | None:
    """How many rows are counted in a printed cell; None for one that the rows say nothing of."""
    quarters = release.description.periods.get(cell.period, ())
    if cell.unit != UNIT or cell.value is None or set(quarters) != set(rows.quarters):
        return None
    wanted: dict[str, frozenset[str]] = {}
    for name, code in cell.where - {OF_PERSONS}:
        finest = _finest(release.description.dimensions[name], code)
        wanted[name] = finest & wanted.get(name, finest)
    return rows.rows_in(wanted)


def _finest(dimension: Dimension, code: str) -> frozenset[str]:
    return frozenset().union(*(dimension.covered(part) for part in code.split(SEVERAL)))


def _most_missing(rows: RowFile, compared: Sequence[tuple[PublishedCell, int]]) -> int:
    """How many people may be missing at most: by what the description promises, and by printed totals.

    A strict attacker takes a rounded total for as close to the truth as every one that was measured.
    """
    there = len(rows.rows)
    most = [int(there / (1 - rows.most_dropped) + 1e-9) - there]
    most += [
        cell.value + TOTAL_OFF - there
        for cell, _count in compared
        if cell.value is not None and cell.where == frozenset({OF_PERSONS})
    ]
    return min(most)


def _believed(compared: Sequence[tuple[PublishedCell, int]], most: int) -> Iterator[Finding]:
    """The small differences, if nothing that is printed speaks against all of them being true."""
    rest = [(cell, (cell.value or 0) - count) for cell, count in compared]
    if any(left < 0 or (left > most and OF_PERSONS in cell.where) for cell, left in rest):
        return
    known = _("Aus der Tabelle und den Einzeldaten lässt sich errechnen, wer in den Zeilen fehlt.")
    for cell, left in rest:
        if 0 < left <= LEAST_WIDTH + 1 and cell.where - {OF_PERSONS}:
            where = ", ".join(sorted(code for _name, code in cell.where - {OF_PERSONS}))
            yield Finding(Kind.DIFFERENCE, where, known, cell.place, left, left)
