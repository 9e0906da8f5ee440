"""When what is typed is kept: left, or a moment after typing; never half a value, never a value twice."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.typing import press, type_text
from zwk_barrier.desktop.widgets import keeping
from zwk_barrier.desktop.widgets.fields import LengthField, TextField
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.line_field import LineField
from zwk_barrier.desktop.widgets.note_field import NoteField


class Two:
    """A page of two fields, and what the first has kept and failed."""

    def __init__(self, qtbot: QtBot, field: LineField | NoteField) -> None:
        self.page = QWidget()
        qtbot.addWidget(self.page)
        self.field, self.other = field, TextField("other")
        column = QVBoxLayout(self.page)
        column.addWidget(field)
        column.addWidget(self.other)
        self.kept: list[object] = []
        self.failed: list[str] = []
        field.kept.connect(self.kept.append)
        field.failed.connect(self.failed.append)
        with qtbot.waitActive(self.page):
            self.page.show()

    def text(self) -> str:
        return self.field.text() if isinstance(self.field, LineField) else self.field.toPlainText()

    def leave(self) -> None:
        self.other.setFocus()


def test_a_field_is_kept_when_it_is_left(qtbot: QtBot) -> None:
    two = Two(qtbot, TextField("name"))
    type_text(two.field, "Özdemir")
    assert two.kept == []
    two.leave()
    assert two.kept == ["Özdemir"]


def test_a_field_is_kept_a_moment_after_the_last_key_and_then_not_again(qtbot: QtBot) -> None:
    two = Two(qtbot, LengthField("door", delay=0.02))
    type_text(two.field, "1,20 m")
    qtbot.waitUntil(lambda: two.kept == [Decimal(120)])
    assert two.text() == "1,20 m"  # nobody's typing is rewritten under the cursor
    two.leave()
    assert two.kept == [Decimal(120)]
    assert two.text() == "120"


def test_who_never_stops_typing_is_kept_at_the_limit(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "LIMIT", 0.05)
    two = Two(qtbot, TextField("topic", delay=60))
    type_text(two.field, "Bad")
    qtbot.waitUntil(lambda: two.kept == ["Bad"], timeout=1000)


def test_half_a_value_is_no_failure_while_somebody_types(qtbot: QtBot) -> None:
    two = Two(qtbot, LengthField("door", delay=0.01))
    type_text(two.field, "12 cc")
    qtbot.wait(30)
    assert (two.kept, two.failed) == ([], [])
    two.leave()
    assert two.failed
    assert two.field.invalid


def test_a_mended_value_takes_its_failure_back(qtbot: QtBot) -> None:
    two = Two(qtbot, LengthField("door"))
    type_text(two.field, "breit")
    two.leave()
    type_text(two.field, "80", replace=True)
    two.leave()
    assert two.kept == [Decimal(80)]
    assert two.failed[-1] == ""
    assert not two.field.invalid


def test_escape_brings_back_what_was_kept(qtbot: QtBot) -> None:
    two = Two(qtbot, LengthField("door"))
    two.field.set_value(Decimal(63))
    type_text(two.field, "999", replace=True)
    press(two.field, Qt.Key.Key_Escape)
    two.leave()
    assert (two.text(), two.kept) == ("63", [])


def test_an_emptied_field_is_kept_as_nothing(qtbot: QtBot) -> None:
    two = Two(qtbot, TextField("name"))
    two.field.set_value("Petrova")
    type_text(two.field, "", replace=True)
    press(two.field, Qt.Key.Key_Delete)
    two.leave()
    assert two.kept == [None]


def test_a_reload_leaves_newer_typing_alone(qtbot: QtBot) -> None:
    two = Two(qtbot, TextField("name"))
    type_text(two.field, "Petr")
    two.field.set_value("Petrova")
    assert two.text() == "Petr"
    two.leave()
    assert two.kept == ["Petr"]


def test_a_value_from_the_store_is_not_kept_again(qtbot: QtBot) -> None:
    two = Two(qtbot, NoteField("topic"))
    two.field.set_value("Wanne")
    two.field.setFocus()
    two.leave()
    assert two.kept == []


def test_a_page_that_closes_keeps_what_is_typed_everywhere(qtbot: QtBot) -> None:
    two = Two(qtbot, NoteField("topic"))
    type_text(two.field, "Sturz im Bad")
    assert settle_all(two.page)
    assert two.kept == ["Sturz im Bad"]


def test_a_page_with_something_unkeepable_says_so(qtbot: QtBot) -> None:
    two = Two(qtbot, LengthField("door"))
    type_text(two.field, "breit")
    assert not settle_all(two.page)


def test_the_cursor_stays_where_it_is_in_a_text_with_unbreakable_spaces(qtbot: QtBot) -> None:
    field = NoteField("topic")
    qtbot.addWidget(field)
    field.set_value("Die Tür ist 63\N{NO-BREAK SPACE}cm breit.")
    field.selectAll()
    field.set_value("Die Tür ist 63\N{NO-BREAK SPACE}cm breit.")
    assert field.textCursor().hasSelection()
