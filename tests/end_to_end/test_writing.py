"""A document that a command writes is kept as having left, also one that not everybody can read."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.reports.mutants.surgery import changed, delete, first
from zwk_barrier.casework.printing.printed_documents import FAULTY, Printing, find_printed
from zwk_barrier.commands.writing import write_and_keep
from zwk_barrier.problems import FaultyDocument
from zwk_barrier.store.office import OfficeStore

Expecting = Callable[[str], AbstractContextManager[None]]


def test_figures_in_a_faulty_document_have_left_and_so_are_registered(
    office: OfficeStore, tmp_path: Path, expect_log: Expecting
) -> None:
    faulty, registered = changed(delete("/Alt", first("Figure"))), list[str]()
    with expect_log("not accessible: figure-without-words"), pytest.raises(FaultyDocument):
        write_and_keep(
            office,
            tmp_path / "Bericht.pdf",
            faulty,
            Printing("yearly_report", "Jahresbericht"),
            register=lambda: registered.append("entered"),
        )
    with office.reading() as session:
        (row,) = find_printed(session, tmp_path / "Bericht (nicht barrierefrei).pdf")
    assert (row.variant, registered) == (FAULTY, ["entered"])
