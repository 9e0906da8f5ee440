"""Random releases, protected as the program does it, read from their files and attacked: nothing may be recovered.

Three dimensions with hierarchies (districts, ages or care, quarters of a year), single and linked tables, and releases
one after the other with late cases between; and the same with a part of the protection left out, which must be caught.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.statistics.attack.release_files import QUARTERS, YEAR
from tests.statistics.random_releases import (
    EVERYTHING,
    LINKED,
    SINGLE,
    Base,
    Office,
    alone_in,
    counted,
    dotted,
    plain,
    protected,
    published,
    rounded,
    system,
)
from zwk_barrier.statistics.attack import AttackReport, Kind, Release, attack

EACH = 36  # offices a kind of release: 6 x 36 = 216, the sequences with several releases each
TABLES = pytest.mark.parametrize("tables", [SINGLE, LINKED], ids=["single", "linked"])
OFFICES = pytest.mark.parametrize("seed", range(EACH))
SOME_OFFICES = pytest.mark.parametrize("seed", range(6))

Tables = Sequence[Sequence[str]]


def an_office(seed: int) -> Office:
    return Office.invented(seed, 250 + 60 * seed)


@TABLES
@OFFICES
def test_nothing_is_recovered_from_rounded_tables(tmp_path: Path, seed: int, tables: Tables) -> None:
    office = an_office(seed)
    files = plain(office, rounded(office, office.base, tables, seed), tables)
    assert attack(published(tmp_path, office, files)).findings == ()


@TABLES
@OFFICES
def test_nothing_is_recovered_from_dots(tmp_path: Path, seed: int, tables: Tables) -> None:
    office = an_office(seed)
    cells = system(office, office.base, tables)
    dots = protected(cells)
    assert dots.is_safe
    files = dotted(office, office.base, cells, dots, tables, YEAR)
    assert attack(published(tmp_path, office, files, dots=True)).findings == ()


@OFFICES
def test_nothing_is_recovered_from_rounded_quarters_and_their_year(tmp_path: Path, seed: int) -> None:
    office = an_office(seed)
    frozen: Base = Base()
    earlier: list[Release] = []
    for number, quarter in enumerate(QUARTERS):
        frozen += rounded(office, office.only([quarter]), LINKED, seed)
        release = published(tmp_path / quarter, office, plain(office, frozen, LINKED, [quarter]))
        assert attack(release, earlier).findings == ()
        earlier.append(release)
        if number < 3:  # what comes late is counted in the quarter that is still open
            office = office.later(3, [QUARTERS[number + 1]])
    year = published(tmp_path / YEAR, office, plain(office, frozen, LINKED))
    assert attack(year, earlier).findings == ()


@OFFICES
def test_nothing_is_recovered_from_dots_of_a_quarter_and_its_year(tmp_path: Path, seed: int) -> None:
    office = an_office(seed)
    first = system(office, office.only([QUARTERS[0]]), SINGLE, QUARTERS[0])
    dots = protected(first)
    files = dotted(office, office.only([QUARTERS[0]]), first, dots, SINGLE, QUARTERS[0])
    earlier = published(tmp_path / "quarter", office, files, dots=True)
    office = office.later(4, QUARTERS[1:])
    shown = [cell for cell, place in first.places.items() if dots.shown[place]]
    hidden = [cell for cell, place in first.places.items() if not dots.shown[place]]
    cells = system(office, office.base, SINGLE).after(shown, hidden)
    later = protected(cells)
    year = published(
        tmp_path / "year", office, dotted(office, office.base, cells, later, SINGLE, YEAR), dots=True
    )
    report = attack(year, [earlier])
    # what the first release has given away for ever, the protection says itself: then nothing is handed out
    assert report.is_safe or not later.is_safe


@pytest.mark.parametrize("seed", range(2, 5))
def test_who_is_alone_in_a_cell_learns_nothing_of_others(tmp_path: Path, seed: int) -> None:
    office = an_office(seed)
    cells = system(office, office.base, SINGLE)
    files = dotted(office, office.base, cells, protected(cells), SINGLE, YEAR)
    release = published(tmp_path, office, files, dots=True)
    insiders = alone_in(office, SINGLE[0])
    assert insiders
    assert attack(release, insiders=insiders).findings == ()


def small(office: Office) -> int:
    return sum(
        0 < number < 5 for by in SINGLE for number in counted(office, office.base, by, EVERYTHING).values()
    )


def found(report: AttackReport) -> set[Kind]:
    return {finding.kind for finding in report.findings}


@SOME_OFFICES
def test_dots_without_a_secondary_step_are_caught(tmp_path: Path, seed: int) -> None:
    office = an_office(seed)
    cells = system(office, office.base, SINGLE)
    dots = protected(cells)
    naive = replace(dots, shown=~dots.primary)
    files = dotted(office, office.base, cells, naive, SINGLE, YEAR)
    report = attack(published(tmp_path, office, files, dots=True))
    assert len(report.of(Kind.EXACT, Kind.NARROW, Kind.SMALL)) > small(office) / 2


@SOME_OFFICES
def test_linked_tables_protected_apart_are_caught(tmp_path: Path, seed: int) -> None:
    office = an_office(seed)
    files = []
    for tables in ([table] for table in LINKED):
        cells = system(office, office.base, tables)
        files += dotted(office, office.base, cells, protected(cells), tables, YEAR)
    assert Kind.OPEN in found(attack(published(tmp_path, office, files, dots=True)))


@SOME_OFFICES
def test_two_base_tables_are_caught(tmp_path: Path, seed: int) -> None:
    office = an_office(seed)
    files = []
    for number, tables in enumerate([table] for table in LINKED):
        files += plain(office, rounded(office, office.base, tables, seed + 100 * number), tables)
    assert Kind.DISAGREEMENT in found(attack(published(tmp_path, office, files)))


@SOME_OFFICES
def test_an_exact_total_is_caught(tmp_path: Path, seed: int) -> None:
    office = an_office(seed)
    (by,) = SINGLE
    exact = counted(office, office.base, by, EVERYTHING)
    counts = counted(office, rounded(office, office.base, SINGLE, seed), by, EVERYTHING)
    totals = [cell for cell in counts if cell[0] == ("*", "*") or cell[1] == YEAR]
    (total, *_others) = [cell for cell in totals if counts[cell] != exact[cell]]
    (file,) = plain(office, rounded(office, office.base, SINGLE, seed), SINGLE)
    file.lines = [
        replace(line, count=exact[total]) if (line.codes, line.period) == total else line
        for line in file.lines
    ]
    assert Kind.NOT_ADDITIVE in found(attack(published(tmp_path, office, [file])))


@SOME_OFFICES
def test_rounding_once_more_after_a_late_case_is_caught(tmp_path: Path, seed: int) -> None:
    office = an_office(seed)
    late = office.later(1, [QUARTERS[0]])
    first, again = (
        published(tmp_path / name, office, plain(one, rounded(one, one.base, SINGLE, seed), SINGLE))
        for name, one in (("first", office), ("again", late))
    )
    assert Kind.CHANGED in found(attack(again, [first]))


@SOME_OFFICES
def test_dots_once_more_after_a_late_case_are_caught(tmp_path: Path, seed: int) -> None:
    office = an_office(seed)
    releases = []
    for name, one in (("first", office), ("again", office.later(1, [QUARTERS[0]]))):
        cells = system(one, one.base, SINGLE)
        files = dotted(one, one.base, cells, protected(cells), SINGLE, YEAR)
        releases.append(published(tmp_path / name, one, files, dots=True))
    assert Kind.CHANGED in found(attack(releases[1], releases[:1]))
