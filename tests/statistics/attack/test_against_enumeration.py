"""The attacker against somebody who simply tries every table: what can be known of small tables is known exactly."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.statistics.attack.release_files import (
    DOTS,
    YEAR,
    Codes,
    Counts,
    Hierarchy,
    as_table,
    write_release,
)
from zwk_barrier.statistics.attack import Finding, Kind, attack, read_release

AXES: dict[str, Hierarchy] = {"x": {"p": (), "q": ()}, "y": {"r": (), "s": (), "t": ()}}
INNER = tuple(itertools.product("pq", "rst"))
BY = ("x", "y")


def summed(inner: tuple[int, ...]) -> Counts:
    """The table with these inner cells and all totals."""
    cells: Counts = {}
    for codes, number in zip(INNER, inner, strict=True):
        for levels in itertools.product(*((code, "*") for code in codes)):
            cells[levels, YEAR] = cells.get((levels, YEAR), 0) + number
    return cells


def tables_that_fit(shown: Counts, hidden: set[Codes]) -> Iterator[Counts]:
    """Every table that shows the same: a hidden cell holds somebody."""
    most = shown[("*", "*"), YEAR]
    lines: list[list[tuple[int, ...]]] = []
    for x in "pq":
        choices = [range(1, most + 1) if (x, y) in hidden else (shown[(x, y), YEAR],) for y in "rst"]
        lines.append([line for line in itertools.product(*choices) if sum(line) <= most])
    for inner in (first + second for first in lines[0] for second in lines[1] if sum(first + second) == most):
        cells = summed(inner)
        if all(
            number > 0 if codes in hidden else number == shown[codes, YEAR]
            for (codes, _when), number in cells.items()
        ):
            yield cells


def expected(values: set[int]) -> Kind | None:
    """What is known of a hidden cell that can have these values."""
    if min(values) >= 5:
        return None
    if len(values) == 1:
        return Kind.EXACT
    if max(values) < 5:
        return Kind.SMALL
    return Kind.NARROW if max(values) - min(values) < 3 else None


def named(finding: Finding, hidden: set[Codes]) -> Codes:
    """The cell a finding is about."""
    return next(
        codes
        for codes in hidden
        if set(finding.where.split(" · ")[2:])
        == {f"{axis.capitalize()} {code}" for axis, code in zip(BY, codes, strict=True) if code != "*"}
    )


@pytest.mark.parametrize("seed", range(40))
def test_what_every_table_agrees_on_is_what_is_found(tmp_path: Path, seed: int) -> None:
    dice = np.random.default_rng(seed)
    counts = summed(tuple(dice.integers(0, 4, len(INNER)).tolist()))
    cells = [codes for codes, _when in counts if codes != ("*", "*")]
    # everything small is a dot, and some others by chance: half of these tables are badly protected
    hidden = {
        codes for codes in cells if 0 < counts[codes, YEAR] < 5 or dice.random() < 0.3 < counts[codes, YEAR]
    }
    folder = write_release(tmp_path, [as_table("t", BY, counts, [(c, YEAR) for c in hidden])], DOTS, AXES)
    fitting = list(tables_that_fit(counts, hidden))
    known = {codes: expected({cells[codes, YEAR] for cells in fitting}) for codes in hidden}
    findings = [finding for finding in attack(read_release(folder)).findings if finding.low is not None]
    found = {named(finding, hidden): finding.kind for finding in findings}
    assert found == {codes: kind for codes, kind in known.items() if kind}
