"""The field for a whole number, the box, and the row of filters."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.typing import press, type_text
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.filter_bar import FilterBar
from zwk_barrier.desktop.widgets.whole_field import WholeField

pytestmark = pytest.mark.usefixtures("theme")


@pytest.mark.parametrize(("typed", "value"), [("3", 3), (" 1998 ", 1998), ("-1", -1), ("2,0", 2)])
def test_a_whole_number_is_taken_as_it_is_typed(qtbot: QtBot, typed: str, value: int) -> None:
    field = WholeField("floor", least=-3, most=2100)
    qtbot.addWidget(field)
    type_text(field, typed)

    assert field.settle()
    assert (field.value(), field.text()) == (value, str(value))


@pytest.mark.parametrize(
    ("typed", "reason"), [("1,5", "keine ganze Zahl"), ("99", "zu viel"), ("drei", "keine Zahl")]
)
def test_what_is_no_whole_number_says_why_and_stays(qtbot: QtBot, typed: str, reason: str) -> None:
    field = WholeField("floor", least=-3, most=60)
    qtbot.addWidget(field)
    reasons: list[str] = []
    field.failed.connect(reasons.append)
    type_text(field, typed)

    assert not field.settle()
    assert field.text() == typed
    assert reason in reasons[-1]


def test_a_box_tells_each_tick(qtbot: QtBot) -> None:
    field = CheckField("anonymous", "Anonyme Beratung")
    qtbot.addWidget(field)
    told: list[bool] = []
    field.kept.connect(told.append)
    field.set_value(None)
    press(field, Qt.Key.Key_Space)
    press(field, Qt.Key.Key_Space)

    assert told == [True, False]
    assert field.settle()


def test_filters_stand_side_by_side_and_in_rows_at_large_text(qtbot: QtBot, theme: Theme) -> None:
    bar = FilterBar("filters")
    qtbot.addWidget(bar)
    fields = [bar.add_field(f"Filter {place}", TextField(f"filter_{place}")) for place in range(4)]
    bar.resize(1056, 300)
    bar.show()

    def tops() -> int:
        qtbot.wait(10)
        return len({field.mapTo(bar, field.rect().topLeft()).y() for field in fields})

    assert tops() == 1
    theme.set_scale(200)
    assert tops() == 2
