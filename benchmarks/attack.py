"""What the attacker recovers from published files, and how long he needs: protected releases and such that are not.

``attack`` takes single releases of about 200, 2,000 and 20,000 cells; ``releases`` takes many random ones of all kinds.
"""

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from benchmarks.result import Result, milliseconds
from tests.statistics import ways_of_publishing as ways
from tests.statistics.attack.release_files import YEAR, TableFile
from tests.statistics.random_releases import (
    LINKED,
    SINGLE,
    Office,
    dotted,
    plain,
    protected,
    published,
    rounded,
    system,
)
from tests.statistics.ways_of_publishing import HandedOut
from zwk_barrier.statistics.attack import AttackReport, Kind, attack

Publish = Callable[[Path, Office, int], Sequence[HandedOut]]
SMALL: Final = range(1, 5)
MANY: Final = 100  # random offices a kind of release

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
    rows: list[Sequence[str]] = [
        ("offices", "releases", "not handed out", "with findings", "findings", "aim", "each"),
        *(_row(title, publish, "nothing") for title, publish in SAFE),
        *(_row(title, publish, "caught") for title, publish in UNSAFE),
    ]
    notes = (
        "Random offices of 250 to 2,350 cases; districts × age groups × quarters, linked: districts × care grades ×",
        "quarters, too. Not handed out: the protection itself says that an earlier release has told a small count.",
        "A time holds protecting, writing, reading and attacking; of a sequence all of its releases. Rounded again, a",
        "late case now and then changes no printed number: then both files are the same, and there is nothing to find.",
    )
    return Result(
        name, "Many random releases taken apart", rows, "0 recovered, everything left out is caught", notes
    )


def _row(title: str, publish: Publish, aim: str) -> Sequence[str]:
    begun = time.perf_counter()
    reports: list[AttackReport] = []
    refused = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(MANY):
            office = Office.invented(1000 + seed, 250 + 60 * (seed % 36))
            handed_out = publish(Path(folder) / str(seed), office, seed)
            refused += not handed_out
            reports += [attack(release, earlier) for release, earlier in handed_out]
    each = (time.perf_counter() - begun) / MANY
    unsafe = sum(not report.is_safe for report in reports)
    findings = sum(len(report.findings) for report in reports)
    numbers = (len(reports), refused, unsafe, findings)
    return (title, *(f"{number:,}" for number in numbers), aim, milliseconds(each))


def _in_turn(folder: Path, office: Office, _seed: int) -> Sequence[HandedOut]:
    handed_out = ways.dots_of_a_quarter_and_its_year(folder, office)
    return [] if handed_out is None else [handed_out]


SAFE: Final[Sequence[tuple[str, Publish]]] = (
    ("rounded, single", lambda at, office, seed: [ways.rounding(at, office, seed, SINGLE)]),
    ("rounded, linked", lambda at, office, seed: [ways.rounding(at, office, seed, LINKED)]),
    ("dots, single", lambda at, office, _seed: [ways.dots(at, office, SINGLE)]),
    ("dots, linked", lambda at, office, _seed: [ways.dots(at, office, LINKED)]),
    ("rounded, four quarters and their year, late cases between", ways.rounded_quarters),
    ("dots, a quarter and its year, late cases between", _in_turn),
)
UNSAFE: Final[Sequence[tuple[str, Publish]]] = (
    ("no secondary step", lambda at, office, _seed: [ways.dots_without_a_secondary_step(at, office)]),
    ("linked tables dotted apart", lambda at, office, _seed: [ways.linked_tables_dotted_apart(at, office)]),
    ("two base tables", lambda at, office, seed: [ways.two_base_tables(at, office, seed)]),
    (
        "rounded again after a late case",
        lambda at, office, seed: [ways.rounded_again_after_a_late_case(at, office, seed)],
    ),
    (
        "dots again after a late case",
        lambda at, office, _seed: [ways.dots_again_after_a_late_case(at, office)],
    ),
)
