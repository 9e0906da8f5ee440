"""What a command leaves on the disk, and what it says of it."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from zwk_barrier.casework.printed_documents import Printing, keep_printed
from zwk_barrier.problems import FaultyDocument
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


def write_and_keep(store: OfficeStore, path: Path, content: bytes, printing: Printing) -> None:
    """Writes a document and keeps that it has left, as the window does; raises FaultyDocument once both are done."""
    from zwk_barrier.reports.checking import write_checked

    now = datetime.now().astimezone()
    try:
        write_checked(path, content)
    except FaultyDocument:  # it is there, under a name that says so
        keep_printed(store, replace(printing, is_faulty=True), content, None, now)
        raise
    keep_printed(store, printing, content, None, now)
    say_written(path)


def say_written(*paths: Path) -> None:
    """Names each file that is new."""
    for path in paths:
        print(_("Geschrieben: {file}").format(file=path))
