"""The calendar file is written where the person says, and the banner tells what is in it."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from zwk_barrier.casework import records
from zwk_barrier.desktop.calendar_export import export_calendar, write_calendar
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.model import Task
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


def test_the_file_chosen_is_written_and_said_not_to_be_encrypted(
    office: OfficeStore, desk: Desk, page: QWidget, tmp_path: Path
) -> None:
    said: list[str] = []
    desk.saying.connect(lambda sentence, _undo: said.append(sentence))
    soon = datetime.now().astimezone().date() + timedelta(days=2)
    records.add(office, Task, staff_id=office.staff_id, title="Anrufen", due_on=soon)
    out = tmp_path / "Kalender.ics"

    dialog = export_calendar(desk, page)
    dialog.fileSelected.emit(str(out))
    dialog.close()
    desk.work.wait_idle()

    assert out.read_bytes().count(b"BEGIN:VEVENT") == 1
    [sentence] = said
    assert sentence.startswith("Gespeichert: Kalender.ics mit 1 Eintrag. Die Datei ist nicht verschlüsselt;")


def test_a_folder_that_is_gone_is_a_sentence_and_nothing_is_said_to_be_written(
    desk: Desk, page: QWidget, tmp_path: Path
) -> None:
    told: list[object] = []
    said: list[str] = []
    desk.failing.connect(told.append)
    desk.saying.connect(lambda sentence, _undo: said.append(sentence))

    write_calendar(desk, page, tmp_path / "fort" / "Kalender.ics")
    desk.work.wait_idle()

    assert [type(one).__name__ for one in told] == ["DocumentProblem"]
    assert said == []
