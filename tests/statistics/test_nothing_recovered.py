"""Random releases, protected as the program does it, read from their files and attacked: nothing may be recovered.

Three dimensions with hierarchies (districts, ages or care, quarters of a year), single and linked tables, and releases
one after the other with late cases between; and the same with a part of the protection left out, which must be caught.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.statistics import ways_of_publishing as ways
from tests.statistics.attack.release_files import YEAR
from tests.statistics.random_releases import (
    EVERYTHING,
    LINKED,
    SINGLE,
    Office,
    alone_in,
    counted,
    plain,
    published,
    rounded,
)
from tests.statistics.ways_of_publishing import HandedOut, Tables
from zwk_barrier.statistics.attack import Kind, attack

EACH = 36  # offices a kind of release: 6 x 36 = 216, the sequences with several releases each
TABLES = pytest.mark.parametrize("tables", [SINGLE, LINKED], ids=["single", "linked"])
OFFICES = pytest.mark.parametrize("seed", range(EACH))
SOME_OFFICES = pytest.mark.parametrize("seed", range(6))


def an_office(seed: int) -> Office:
    return Office.invented(seed, 250 + 60 * seed)


def found(handed_out: HandedOut) -> set[Kind]:
    release, earlier = handed_out
    return {finding.kind for finding in attack(release, earlier).findings}


@TABLES
@OFFICES
def test_nothing_is_recovered_from_rounded_tables(tmp_path: Path, seed: int, tables: Tables) -> None:
    assert found(ways.rounding(tmp_path, an_office(seed), seed, tables)) == set()


@TABLES
@OFFICES
def test_nothing_is_recovered_from_dots(tmp_path: Path, seed: int, tables: Tables) -> None:
    assert found(ways.dots(tmp_path, an_office(seed), tables)) == set()


@OFFICES
def test_nothing_is_recovered_from_rounded_quarters_and_their_year(tmp_path: Path, seed: int) -> None:
    handed_out = ways.rounded_quarters(tmp_path, an_office(seed), seed)
    assert [found(each) for each in handed_out] == [set()] * 5


@OFFICES
def test_nothing_is_recovered_from_dots_of_a_quarter_and_its_year(tmp_path: Path, seed: int) -> None:
    handed_out = ways.dots_of_a_quarter_and_its_year(tmp_path, an_office(seed))
    if handed_out is None:  # what the quarter has told for ever, the protection says itself
        assert seed in REFUSED
        return
    assert found(handed_out) == set()


REFUSED = {21}


@pytest.mark.parametrize("seed", range(2, 5))
def test_who_is_alone_in_a_cell_learns_nothing_of_others(tmp_path: Path, seed: int) -> None:
    office = an_office(seed)
    insiders = alone_in(office, SINGLE[0])
    release, _earlier = ways.dots(tmp_path, office, SINGLE)
    assert insiders
    assert attack(release, insiders=insiders).findings == ()


@SOME_OFFICES
def test_dots_without_a_secondary_step_are_caught(tmp_path: Path, seed: int) -> None:
    office = an_office(seed)
    release, _earlier = ways.dots_without_a_secondary_step(tmp_path, office)
    hidden = [cell for cell in release.cells if cell.value is None]
    assert len(attack(release).of(Kind.EXACT, Kind.NARROW, Kind.SMALL)) > len(hidden) / 2


@SOME_OFFICES
def test_linked_tables_protected_apart_are_caught(tmp_path: Path, seed: int) -> None:
    assert Kind.OPEN in found(ways.linked_tables_dotted_apart(tmp_path, an_office(seed)))


@SOME_OFFICES
def test_two_base_tables_are_caught(tmp_path: Path, seed: int) -> None:
    assert Kind.DISAGREEMENT in found(ways.two_base_tables(tmp_path, an_office(seed), seed))


@SOME_OFFICES
def test_an_exact_total_is_caught(tmp_path: Path, seed: int) -> None:
    office = an_office(seed)
    base = rounded(office, office.base, SINGLE, seed)
    exact, counts = (counted(office, one, SINGLE[0], EVERYTHING) for one in (office.base, base))
    totals = [cell for cell in counts if cell[0] == ("*", "*") or cell[1] == YEAR]
    total = next(cell for cell in totals if counts[cell] != exact[cell])
    (file,) = plain(office, base, SINGLE)
    file.lines = [
        replace(line, count=exact[total]) if (line.codes, line.period) == total else line
        for line in file.lines
    ]
    assert found((published(tmp_path, office, [file]), ())) >= {Kind.NOT_ADDITIVE}


@SOME_OFFICES
def test_rounding_once_more_after_a_late_case_is_caught(tmp_path: Path, seed: int) -> None:
    assert Kind.CHANGED in found(ways.rounded_again_after_a_late_case(tmp_path, an_office(seed), seed))


@SOME_OFFICES
def test_dots_once_more_after_a_late_case_are_caught(tmp_path: Path, seed: int) -> None:
    assert Kind.CHANGED in found(ways.dots_again_after_a_late_case(tmp_path, an_office(seed)))
