"""What the attacker recovers from published files, and how long he needs: protected releases and such that are not.

``attack`` takes single releases of about 200, 2,000 and 20,000 cells; ``releases`` takes many random ones of all kinds.
"""

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Final

from benchmarks.result import Result, milliseconds
from tests.statistics.attack.release_files import QUARTERS, YEAR, TableFile
from tests.statistics.random_releases import (
    EVERYTHING,
    LINKED,
    SINGLE,
    Base,
    Office,
    dotted,
    plain,
    protected,
    published,
    rounded,
    system,
)
from zwk_barrier.statistics.attack import AttackReport, Kind, Release, attack

SMALL: Final = range(1, 5)
MANY: Final = 200  # random offices a kind of release

Size = tuple[int, tuple[int, int], tuple[int, int]]  # cases, districts in districts, age groups in groups
SIZES: Final[Sequence[Size]] = (
    (500, (2, 3), (1, 3)),
    (5_000, (6, 5), (3, 2)),
    (100_000, (12, 7), (7, 5)),
)
DOTS_UP_TO: Final = 5_000  # cells: above, hiding takes minutes and the program advises rounding


def measure(name: str) -> Result:
    """What is recovered of single releases, or of many."""
    return _single(name) if name == "attack" else _many(name)


def _single(name: str) -> Result:
    rows: list[Sequence[str]] = [
        (
            "cases",
            "cells",
            "published",
            "dots",
            "exact",
            "narrow",
            "small",
            "other findings",
            "read",
            "attack",
        )
    ]
    for cases, districts, ages in SIZES:
        office = Office.invented(1, cases, districts, ages)
        for published_as, files, dots in _ways(office):
            rows.append((f"{cases:,}", *_attacked(office, published_as, files, dots=dots)))
    notes = (
        "Tables of districts × age groups × quarters with all totals. Exact: the hidden count has one possible value;",
        "narrow: at most three; small: proven under 5. In rounded tables nothing is hidden; what is found there is a",
        "sum that does not add up. Reading is one CSV and its metadata.",
    )
    return Result(name, "Files taken apart", rows, "0 recovered where protected, within seconds", notes)


def _ways(office: Office) -> Iterator[tuple[str, list[TableFile], bool]]:
    rounding = rounded(office, office.base, SINGLE, 1)
    yield "rounded from one base table", plain(office, rounding, SINGLE), False
    cells = system(office, office.base, SINGLE)
    if cells.values.size <= DOTS_UP_TO:
        dots = protected(cells)
        yield "dots", dotted(office, office.base, cells, dots, SINGLE, YEAR), True
        alone = replace(dots, shown=~dots.primary)
        yield "dots without a secondary step", dotted(office, office.base, cells, alone, SINGLE, YEAR), True
    else:
        (file,) = plain(office, office.base, SINGLE)
        file.lines = [
            replace(line, count=None, mark=".") if line.count in SMALL else line for line in file.lines
        ]
        yield "dots without a secondary step", [file], True


def _attacked(office: Office, published_as: str, files: list[TableFile], *, dots: bool) -> Sequence[str]:
    hidden = sum(line.mark == "." for file in files for line in file.lines)
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        release = published(Path(folder), office, files, dots=dots)
        was_read = time.perf_counter()
    report = attack(release)
    done = time.perf_counter()
    found = Counter(finding.kind for finding in report.findings)
    known = [found.pop(kind, 0) for kind in (Kind.EXACT, Kind.NARROW, Kind.SMALL)]
    return (
        f"{report.examined:,}",
        published_as,
        f"{hidden:,}",
        *(f"{number:,}" for number in known),
        f"{found.total():,}",
        milliseconds(was_read - begun),
        milliseconds(done - was_read),
    )


def _many(name: str) -> Result:
    kinds: Sequence[tuple[str, Callable[[Path, int], AttackReport | None], str]] = (
        ("rounded, single", lambda folder, seed: _round(folder, seed, SINGLE), "nothing"),
        ("rounded, linked", lambda folder, seed: _round(folder, seed, LINKED), "nothing"),
        ("dots, single", lambda folder, seed: _dot(folder, seed, SINGLE), "nothing"),
        ("dots, linked", lambda folder, seed: _dot(folder, seed, LINKED), "nothing"),
        ("rounded, four quarters and their year, late cases between", _round_in_turn, "nothing"),
        ("dots, a quarter and its year, late cases between", _dot_in_turn, "nothing"),
        ("without: no secondary step", _no_secondary, "caught"),
        ("without: linked tables dotted apart", _dots_apart, "caught"),
        ("without: two separate base tables", _two_bases, "caught"),
        ("without: rounded again after a late case", _round_again, "caught"),
    )
    rows: list[Sequence[str]] = [
        ("release", "number", "not handed out", "with findings", "findings", "aim", "each")
    ]
    for title, make, aim in kinds:
        begun = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            reports = [make(Path(folder) / str(seed), seed) for seed in range(MANY)]
        each = (time.perf_counter() - begun) / MANY
        made = [report for report in reports if report is not None]
        unsafe = sum(not report.is_safe for report in made)
        findings = sum(len(report.findings) for report in made)
        rows.append(
            (
                title,
                str(len(made)),
                str(MANY - len(made)),
                str(unsafe),
                f"{findings:,}",
                aim,
                milliseconds(each),
            )
        )
    notes = (
        "Random offices of 250 to 2,350 cases; districts × age groups × quarters, linked: districts × care grades ×",
        "quarters, too. Not handed out: the protection itself says that an earlier release has told a small count.",
        "A time holds protecting, writing, reading and attacking; of a sequence all of its releases.",
    )
    return Result(
        name, "Many random releases taken apart", rows, "0 recovered, everything left out is caught", notes
    )


def _office(seed: int) -> Office:
    return Office.invented(1000 + seed, 250 + 60 * (seed % 36))


def _round(folder: Path, seed: int, tables: Sequence[Sequence[str]]) -> AttackReport:
    office = _office(seed)
    return attack(
        published(folder, office, plain(office, rounded(office, office.base, tables, seed), tables))
    )


def _dot(folder: Path, seed: int, tables: Sequence[Sequence[str]]) -> AttackReport | None:
    office = _office(seed)
    cells = system(office, office.base, tables)
    dots = protected(cells)
    files = dotted(office, office.base, cells, dots, tables, YEAR)
    return attack(published(folder, office, files, dots=True)) if dots.is_safe else None


def _round_in_turn(folder: Path, seed: int) -> AttackReport:
    office, frozen = _office(seed), Base()
    earlier: list[Release] = []
    found: list[AttackReport] = []
    for number, quarter in zip(count(1), QUARTERS, strict=False):
        frozen += rounded(office, office.only([quarter]), LINKED, seed)
        release = published(folder / quarter, office, plain(office, frozen, LINKED, [quarter]))
        found.append(attack(release, earlier))
        earlier.append(release)
        if number < len(QUARTERS):
            office = office.later(3, [QUARTERS[number]])
    found.append(attack(published(folder / YEAR, office, plain(office, frozen, LINKED, EVERYTHING)), earlier))
    return AttackReport(tuple(finding for report in found for finding in report.findings))


def _dot_in_turn(folder: Path, seed: int) -> AttackReport | None:
    office, quarter = _office(seed), QUARTERS[0]
    base = office.only([quarter])
    first = system(office, base, SINGLE, quarter)
    dots = protected(first)
    earlier = published(folder / "1", office, dotted(office, base, first, dots, SINGLE, quarter), dots=True)
    office = office.later(4, QUARTERS[1:])
    shown = [cell for cell, place in first.places.items() if dots.shown[place]]
    hidden = [cell for cell, place in first.places.items() if not dots.shown[place]]
    cells = system(office, office.base, SINGLE).after(shown, hidden)
    later = protected(cells)
    files = dotted(office, office.base, cells, later, SINGLE, YEAR)
    return attack(published(folder / "2", office, files, dots=True), [earlier]) if later.is_safe else None


def _no_secondary(folder: Path, seed: int) -> AttackReport:
    office = _office(seed)
    cells = system(office, office.base, SINGLE)
    dots = protected(cells)
    files = dotted(office, office.base, cells, replace(dots, shown=~dots.primary), SINGLE, YEAR)
    return attack(published(folder, office, files, dots=True))


def _dots_apart(folder: Path, seed: int) -> AttackReport:
    office = _office(seed)
    files: list[TableFile] = []
    for tables in ([table] for table in LINKED):
        cells = system(office, office.base, tables)
        files += dotted(office, office.base, cells, protected(cells), tables, YEAR)
    return attack(published(folder, office, files, dots=True))


def _two_bases(folder: Path, seed: int) -> AttackReport:
    office = _office(seed)
    files: list[TableFile] = []
    for number, tables in enumerate([table] for table in LINKED):
        files += plain(office, rounded(office, office.base, tables, seed + 10_000 * number), tables)
    return attack(published(folder, office, files))


def _round_again(folder: Path, seed: int) -> AttackReport:
    office = _office(seed)
    late = office.later(1, QUARTERS[:1])
    first, again = (
        published(folder / name, one, plain(one, rounded(one, one.base, SINGLE, seed), SINGLE))
        for name, one in (("first", office), ("again", late))
    )
    return attack(again, [first])
