"""How an office may publish, and how it must not: each way gives what is handed out, with what was before."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

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
from zwk_barrier.statistics.attack import Release

Tables = Sequence[Sequence[str]]
HandedOut = tuple[Release, tuple[Release, ...]]
"""A release and those handed out before it."""


def rounding(folder: Path, office: Office, seed: int, tables: Tables) -> HandedOut:
    """All tables from one rounded base table."""
    return published(folder, office, plain(office, rounded(office, office.base, tables, seed), tables)), ()


def dots(folder: Path, office: Office, tables: Tables) -> HandedOut:
    """All tables hidden as one system."""
    cells = system(office, office.base, tables)
    hidden = protected(cells)
    assert hidden.is_safe
    files = dotted(office, office.base, cells, hidden, tables, YEAR)
    return published(folder, office, files, dots=True), ()


def rounded_quarters(folder: Path, office: Office, seed: int) -> list[HandedOut]:
    """Each quarter when it has ended, then the year; what comes late is counted in the quarter still open.

    Each is rounded so that the sums of the year stay close, with what was rounded before.
    """
    frozen, drift, earlier, handed_out = Base(), Base(), tuple[Release, ...](), list[HandedOut]()
    for number, quarter in enumerate(QUARTERS):
        exact = office.only([quarter])
        told = rounded(office, exact, LINKED, seed, drift)
        drift.update({row: told[row] - count for row, count in exact.items()})
        frozen += told
        release = published(folder / quarter, office, plain(office, frozen, LINKED, [quarter]))
        handed_out.append((release, earlier))
        earlier = (*earlier, release)
        office = office.later(3, QUARTERS[number + 1 : number + 2] or QUARTERS[-1:])
    year = published(folder / YEAR, office, plain(office, frozen, LINKED, EVERYTHING))
    return [*handed_out, (year, earlier)]


def dots_of_a_quarter_and_its_year(folder: Path, office: Office) -> HandedOut | None:
    """A quarter, then its year with late cases; nothing where the protection says that too much is told already."""
    quarter = QUARTERS[0]
    base = office.only([quarter])
    first = system(office, base, SINGLE, quarter)
    hidden = protected(first)
    earlier = published(folder / "1", office, dotted(office, base, first, hidden, SINGLE, quarter), dots=True)
    office = office.later(4, QUARTERS[1:])
    shown = [cell for cell, place in first.places.items() if hidden.shown[place]]
    kept = [cell for cell, place in first.places.items() if not hidden.shown[place]]
    cells = system(office, office.base, SINGLE).after(shown, kept)
    later = protected(cells)
    files = dotted(office, office.base, cells, later, SINGLE, YEAR)
    return (published(folder / "2", office, files, dots=True), (earlier,)) if later.is_safe else None


def dots_without_a_secondary_step(folder: Path, office: Office) -> HandedOut:
    """Only what is small is hidden."""
    cells = system(office, office.base, SINGLE)
    hidden = protected(cells)
    files = dotted(office, office.base, cells, replace(hidden, shown=~hidden.primary), SINGLE, YEAR)
    return published(folder, office, files, dots=True), ()


def linked_tables_dotted_apart(folder: Path, office: Office) -> HandedOut:
    """Each table is safe by itself."""
    files: list[TableFile] = []
    for tables in ([table] for table in LINKED):
        cells = system(office, office.base, tables)
        files += dotted(office, office.base, cells, protected(cells), tables, YEAR)
    return published(folder, office, files, dots=True), ()


def two_base_tables(folder: Path, office: Office, seed: int) -> HandedOut:
    """Each table has a rounded base table of its own."""
    files: list[TableFile] = []
    for number, tables in enumerate([table] for table in LINKED):
        files += plain(office, rounded(office, office.base, tables, seed + 10_000 * number), tables)
    return published(folder, office, files), ()


def rounded_again_after_a_late_case(folder: Path, office: Office, seed: int) -> HandedOut:
    """The same year once more, with one case more."""
    first, again = (
        rounding(folder / name, one, seed, SINGLE)[0]
        for name, one in (("first", office), ("again", office.later(1, QUARTERS[:1])))
    )
    return again, (first,)


def dots_again_after_a_late_case(folder: Path, office: Office) -> HandedOut:
    """The same year once more, with one case more."""
    first, again = (
        dots(folder / name, one, SINGLE)[0]
        for name, one in (("first", office), ("again", office.later(1, QUARTERS[:1])))
    )
    return again, (first,)
