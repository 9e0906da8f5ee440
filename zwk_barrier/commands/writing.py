"""What a command leaves on the disk, and what it says of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from zwk_barrier.casework.printing.printed_documents import Printing, keep_printed
from zwk_barrier.problems import FaultyDocument
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


def write_and_keep(
    store: OfficeStore,
    path: Path,
    content: bytes,
    printing: Printing,
    *,
    register: Callable[[], object] = lambda: None,
) -> None:
    """Writes a document and keeps that it has left, as the window does; raises FaultyDocument once all is done.

    ``register`` keeps what else has to be known of it, also of a faulty one.
    """
    from zwk_barrier.reports.checking.document import write_checked

    faulty: FaultyDocument | None = None
    try:
        write_checked(path, content)
    except FaultyDocument as problem:  # it is there, under a name that says so
        faulty = problem
    is_faulty, now = faulty is not None, datetime.now().astimezone()
    keep_printed(store, replace(printing, is_faulty=is_faulty), content, None, now)
    register()
    if faulty is not None:
        raise faulty
    say_written(path)


def say_written(*paths: Path) -> None:
    """Names each file that is new."""
    for path in paths:
        print(_("Geschrieben: {file}").format(file=path))
