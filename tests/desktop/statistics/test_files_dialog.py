"""Figures become files only when nobody can be read out of them, and only for those who report."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.desktop.statistics.conftest import TODAY, YEAR, Counter
from tests.desktop.typist import ALT
from zwk_barrier.casework import records
from zwk_barrier.desktop.background import Cancelled, CancelToken
from zwk_barrier.desktop.statistics.file_output import write_checked
from zwk_barrier.desktop.statistics.report_reading import Wanted
from zwk_barrier.desktop.widgets.path_field import PathField
from zwk_barrier.model import Staff
from zwk_barrier.problems import NotAllowed, UnsafeRelease
from zwk_barrier.statistics import handing_out
from zwk_barrier.statistics.files.writing import write_release
from zwk_barrier.store.office import OfficeStore

ENTER = Qt.Key.Key_Return


def write(office: OfficeStore, folder: Path, token: CancelToken | None = None) -> handing_out.HandedOut:
    return write_checked(
        office,
        Wanted(YEAR),
        folder,
        ["csv"],
        TODAY,
        progress=lambda _share: None,
        token=token or CancelToken(),
    )


@pytest.mark.usefixtures("closed")
def test_the_files_of_a_closed_year_are_written_by_keyboard(counter: Counter, tmp_path: Path) -> None:
    counter.begin()
    counter.press(Qt.Key.Key_X, ALT)
    counter.rest()
    dialog = counter.dialog("files")
    folder = dialog.findChild(PathField, "files_folder")
    told = dialog.findChild(QLabel, "files_told")
    assert folder is not None
    assert told is not None
    folder.set_path(tmp_path)
    counter.press(Qt.Key.Key_X, ALT)
    counter.press(Qt.Key.Key_D, ALT)  # only CSV is left
    dialog.focusWidget().clearFocus()
    folder.setFocus()
    counter.tab(3)
    counter.press(ENTER)
    counter.rest()

    written = tmp_path / "Statistik_2025_magistrat"
    assert told.text().startswith("Geprüft: ")
    assert {path.suffix for path in written.iterdir()} == {".csv", ".json"}
    assert list(tmp_path.glob(".zwk-*")) == []


def test_the_same_files_come_again_beside_the_first_ones(
    counted: OfficeStore, closed: object, tmp_path: Path
) -> None:
    del closed
    first, second = write(counted, tmp_path), write(counted, tmp_path)
    assert second.folder.name == f"{first.folder.name}_2"
    assert [one.read_bytes() for one in first.files] == [one.read_bytes() for one in second.files]


@pytest.mark.usefixtures("closed")
def test_what_would_tell_too_much_is_not_written(
    counted: OfficeStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(*given: object) -> tuple[Path, ...]:
        """Prints a small number beside the others, as somebody might who edits the table by hand."""
        written = write_release(*given)  # type: ignore[arg-type] # handed through
        table = next(path for path in written if path.name == "2025_cases-age.csv")
        rows = list(csv.reader(table.read_text("utf-8-sig").splitlines(), delimiter=";"))
        place = rows[0].index("Anzahl")
        rows[1][place : place + 2] = ["3", ""]
        table.write_text("\n".join(";".join(row) for row in rows), "utf-8-sig")
        return written

    monkeypatch.setattr(handing_out, "write_release", careless)
    with pytest.raises(UnsafeRelease):
        write(counted, tmp_path)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(("Statistik", ".zwk"))]


@pytest.mark.usefixtures("closed")
def test_a_cancelled_writing_leaves_nothing(counted: OfficeStore, tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        write(counted, tmp_path, token)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(("Statistik", ".zwk"))]


@pytest.mark.usefixtures("closed")
def test_who_does_not_report_writes_nothing(counted: OfficeStore, tmp_path: Path) -> None:
    records.keep(counted, Staff, counted.staff_id, role="beratung")
    with pytest.raises(NotAllowed):
        write(counted, tmp_path)
