"""Many documents are written one after the other; what fails is named and stops nothing."""

import gc
import tracemalloc
from pathlib import Path
from uuid import uuid4

import pytest

from tests.builders import TODAY
from tests.casework.visiting import measure, plan, room_of, view_of
from tests.store.disk import full_after
from zwk_barrier.desktop.background import CancelToken
from zwk_barrier.desktop.destinations import ToVisitReport
from zwk_barrier.desktop.preview.batch import BatchOutcome, Wanted, write_batch
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Dokumente"
    made.mkdir()
    return made


def some(office: OfficeStore, count: int) -> list[Wanted]:
    found: list[Wanted] = []
    for number in range(count):
        _case_id, visit_id = plan(office)
        view = view_of(office, visit_id)
        measure(office, view, room_of(view, "bad"), "W04", 63)
        found.append((ToVisitReport(visit_id), f"Fall {number}"))
    return found


def written(
    office: OfficeStore, wanted: list[Wanted], folder: Path, token: CancelToken | None = None
) -> BatchOutcome:
    return write_batch(
        office, wanted, folder, TODAY, progress=lambda _share: None, token=token or CancelToken()
    )


def test_every_document_has_its_file_and_no_name_is_used_twice(office: OfficeStore, folder: Path) -> None:
    wanted = some(office, 2)
    outcome = written(office, [*wanted, wanted[0]], folder)

    assert (len(outcome.written), outcome.faults) == (3, ())
    files = list(folder.glob("*.pdf"))
    assert len(files) == 3
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)


def test_a_document_that_fails_is_named_and_the_rest_goes_on(office: OfficeStore, folder: Path) -> None:
    first, last = some(office, 2)
    outcome = written(office, [first, (ToVisitReport(uuid4()), "Fall ohne Besuch"), last], folder)

    assert outcome.faults == (("Fall ohne Besuch", "Dieser Eintrag ist nicht mehr da."),)
    assert len(outcome.written) == len(list(folder.iterdir())) == 2


def test_a_full_disk_leaves_no_half_file(office: OfficeStore, folder: Path) -> None:
    wanted = some(office, 2)
    with full_after(100):
        outcome = written(office, wanted, folder)

    assert [name for name, _why in outcome.faults] == ["Fall 0", "Fall 1"]
    assert "kein Platz" in outcome.faults[0][1]
    assert list(folder.iterdir()) == []


def test_it_stops_after_the_document_being_written(office: OfficeStore, folder: Path) -> None:
    token = CancelToken()
    outcome = write_batch(
        office, some(office, 3), folder, TODAY, progress=lambda _share: token.cancel(), token=token
    )

    assert outcome.left == ("Fall 1", "Fall 2")
    assert len(outcome.written) == len(list(folder.iterdir())) == 1


def test_memory_does_not_grow_with_the_number(office: OfficeStore, folder: Path) -> None:
    wanted = some(office, 2)
    written(office, wanted, folder)  # what is loaded once
    held, peaks = [], []
    for times in (1, 6):
        tracemalloc.start()
        written(office, wanted * times, folder)
        peaks.append(tracemalloc.get_traced_memory()[1])
        gc.collect()
        held.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()

    assert held[1] < held[0] + 100_000  # the ten files more are some 300 kB
    assert peaks[1] < 10_000_000  # parts of a document that name one another wait to be collected
