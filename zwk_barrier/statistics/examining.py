"""No file leaves before an attacker found nothing in it, alone and with everything that was handed out before."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zwk_barrier.model import Release
from zwk_barrier.problems import UnsafeRelease
from zwk_barrier.statistics.releases import MICRODATA, told_by, unfold
from zwk_barrier.wording import ngettext

if TYPE_CHECKING:
    from zwk_barrier.statistics.attack import Release as Published
    from zwk_barrier.statistics.attack import RowFile

_MOST_NAMED: Final = 3


def examine(
    folder: Path,
    earlier: Sequence[Release],
    progress: Callable[[float], object] = lambda _share: None,
    check: Callable[[], object] = lambda: None,
) -> int:
    """Attacks the files of a folder with everything handed out before; gives how many figures there are.

    ``progress`` is told the share that is settled, ``check`` may raise to stop.  Raises UnsafeRelease with what was
    found.
    """
    from zwk_barrier.statistics.attack import attack, laid_over, read_release  # noqa: PLC0415 - HiGHS is slow to load

    def attacked(settled: int, total: int) -> None:
        check()
        progress(settled / max(1, total))

    release = read_release(folder)
    found = attack(release, _tables_of(earlier), progress=attacked)
    beside = [one for rows in _rows_of(earlier) for one in laid_over(rows, [release])]
    check()
    if beside or not found.is_safe:
        raise unsafe([str(finding) for finding in (*beside, *found.findings)])
    return found.examined


def examine_rows(name: str, texts: tuple[str, str], tables: Path, earlier: Sequence[Release]) -> None:
    """Lays microdata, its rows and their description, over all tables handed out before of its quarters.

    And over the ``tables`` in a folder, those of the whole report: it would be handed out some day.  Raises
    UnsafeRelease with what was found.
    """
    from zwk_barrier.statistics.attack import RowFile, laid_over, read_release  # noqa: PLC0415 - as above

    found = list(laid_over(RowFile.read(name, *texts), [read_release(tables), *_tables_of(earlier)]))
    if found:
        raise unsafe([str(finding) for finding in found])


def unsafe(found: Sequence[str]) -> UnsafeRelease:
    """The problem that names what would tell too much, never the number."""
    sentence = ngettext(
        "Es wurde nichts geschrieben: {n} Stelle würde zu viel verraten.",
        "Es wurde nichts geschrieben: {n} Stellen würden zu viel verraten.",
        len(found),
    ).format(n=len(found))
    return UnsafeRelease(sentence, advice=" ".join(found[:_MOST_NAMED]))


def _tables_of(earlier: Sequence[Release]) -> "list[Published]":
    from zwk_barrier.statistics.attack import read_release  # noqa: PLC0415 - as above

    with tempfile.TemporaryDirectory(prefix="zwk-") as place:
        return [read_release(one) for one in unfold(earlier, Path(place))]


def _rows_of(earlier: Sequence[Release]) -> "Iterator[RowFile]":
    """The microdata among what was handed out."""
    from zwk_barrier.statistics.attack import RowFile  # noqa: PLC0415 - as above

    for row in earlier:
        if row.kind == MICRODATA and (told := told_by(row)):
            (name,) = (each for each in told if each.endswith(".csv"))
            yield RowFile.read(row.title, told[name], told["metadata.json"])
