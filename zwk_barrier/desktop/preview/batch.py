"""Writes many documents one after the other: each whole or not at all, a faulty one named, the rest goes on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from zwk_barrier.casework.printing.printed_documents import Printing, digest_of
from zwk_barrier.desktop.background import CancelToken
from zwk_barrier.desktop.destinations import Destination
from zwk_barrier.desktop.preview.documents import document_of
from zwk_barrier.desktop.preview.printed import printing_of
from zwk_barrier.problems import FaultyDocument, Problem
from zwk_barrier.reports.checking.document import write_checked
from zwk_barrier.store.office import OfficeStore

Wanted = tuple[Destination, str]
"""A document, and what to call it when it fails."""


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """What came of it: what was written with its hash, and what failed, each with a sentence why.

    A file that was written, but that not everybody can read, is in both.  ``left`` names what was not begun because
    somebody cancelled.
    """

    written: tuple[tuple[Printing, str], ...]
    faults: tuple[tuple[str, str], ...]
    left: tuple[str, ...] = ()


def write_batch(
    store: OfficeStore,
    wanted: Sequence[Wanted],
    folder: Path,
    day: date,
    *,
    progress: Callable[[float], None],
    token: CancelToken,
) -> BatchOutcome:
    """Writes each document into ``folder``; holds one at a time in memory, and stops after the one being written."""
    written: list[tuple[Printing, str]] = []
    faults: list[tuple[str, str]] = []
    taken: set[str] = set()
    left: tuple[str, ...] = ()
    for done, (destination, name) in enumerate(wanted):
        if token.is_cancelled:
            left = tuple(name for _destination, name in wanted[done:])
            break
        try:
            path, content, printing = _set(store, destination, folder, day, taken)
            try:
                write_checked(path, content)
            except FaultyDocument as problem:  # it is there, under a name that says so
                faults.append((name, str(problem)))
                printing = replace(printing, is_faulty=True)
            written.append((printing, digest_of(content)))
        except Problem as problem:
            faults.append((name, str(problem)))
        progress((done + 1) / len(wanted))
    return BatchOutcome(tuple(written), tuple(faults), left)


def _set(
    store: OfficeStore, destination: Destination, folder: Path, day: date, taken: set[str]
) -> tuple[Path, bytes, Printing]:
    """Where the document will be, its bytes, and what is kept of it."""
    kind = document_of(destination, store)
    if kind is None:
        raise ValueError(destination)  # a mistake of whoever asked
    with store.reading() as session:
        record = kind.gather(session, store.photos, day)
    content = kind.build(record)
    path = folder / _free(kind.name(record), taken)
    return path, content, printing_of(destination, kind.title, record)


def _free(name: str, taken: set[str]) -> str:
    """The name, numbered where this batch has used it; what lies there from before is replaced."""
    path, number = Path(name), 1
    while name.lower() in taken:
        number += 1
        name = f"{path.stem}_{number}{path.suffix}"
    taken.add(name.lower())
    return name
