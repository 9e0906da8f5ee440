"""The office's own report is put together, set in order and set back by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget

from tests.desktop.statistics.conftest import Counter
from tests.desktop.typist import ALT, one
from tests.desktop.walk import obstacles
from zwk_barrier.desktop.statistics.own_template_dialog import OwnTemplateDialog
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.bar_chart import BarTable
from zwk_barrier.reference.indicators import load_indicators
from zwk_barrier.reference.report_templates import OWN, load_report_templates
from zwk_barrier.statistics.figures.own_template import report_templates

ENTER, SPACE, UP, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down


def composing(counter: Counter) -> OwnTemplateDialog:
    """Chooses the own template and opens the dialog."""
    counter.begin()
    counter.press(Qt.Key.Key_R, ALT)
    counter.type("Eigene")
    counter.press(ENTER)
    counter.rest()
    counter.press(Qt.Key.Key_T, ALT)
    counter.rest()
    dialog = counter.dialog("own_template")
    assert isinstance(dialog, OwnTemplateDialog)
    return dialog


def rows(dialog: OwnTemplateDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def kept(counter: Counter) -> list[str]:
    with counter.office.reading() as session:
        return [key for section in report_templates(session)[OWN].sections for key in section.indicators]


@pytest.mark.usefixtures("closed")
def test_the_dialog_offers_every_figure_and_table_and_ticks_what_the_report_has(counter: Counter) -> None:
    dialog = composing(counter)
    catalogue, shipped = load_indicators(), load_report_templates()[OWN]

    assert len(rows(dialog)) == len(catalogue.indicators) + len(catalogue.tables) + len(catalogue.blocks)
    assert set(dialog.chosen().indicators) == {
        key for section in shipped.sections for key in section.indicators
    }
    assert isinstance(dialog.focusWidget(), QListWidget)


@pytest.mark.usefixtures("closed")
def test_a_figure_is_ticked_and_another_moved_up_and_the_report_follows(counter: Counter) -> None:
    composing(counter)
    before = kept(counter)
    counter.press(SPACE)  # the first is not wanted
    counter.press(DOWN, times=2)
    counter.press(UP, ALT)
    counter.press(Qt.Key.Key_B, ALT)
    counter.rest()

    after = kept(counter)
    assert after[:2] == [before[2], before[1]]
    assert before[0] not in after
    titles = [row.title for row in one(counter, BarTable, "report_indicators").figures.rows]
    assert titles[:2] == [load_indicators().indicators[key].title for key in after[:2]]

    counter.office.undo()
    assert kept(counter) == before


@pytest.mark.usefixtures("closed")
def test_the_shipped_choice_comes_back(counter: Counter) -> None:
    composing(counter)
    before = kept(counter)
    counter.press(SPACE)
    counter.press(Qt.Key.Key_B, ALT)
    counter.rest()
    assert kept(counter) != before

    counter.press(Qt.Key.Key_T, ALT)
    counter.rest()
    counter.press(Qt.Key.Key_Z, ALT)
    counter.rest()

    assert kept(counter) == before


@pytest.mark.usefixtures("closed")
def test_a_report_of_nothing_is_refused_beside_the_list(counter: Counter) -> None:
    dialog = composing(counter)
    for row in range(dialog.list.count()):
        if dialog.list.item(row).checkState() == Qt.CheckState.Checked:
            dialog.list.setCurrentRow(row)
            counter.press(SPACE)
    counter.press(Qt.Key.Key_B, ALT)
    counter.rest()

    told = dialog.findChild(QLabel, "own_template_told")
    assert told is not None
    assert told.isVisible()
    assert "wenigstens eine Kennzahl" in told.text()
    assert dialog.isVisible()


@pytest.mark.usefixtures("closed")
def test_a_figure_never_leaves_its_block(counter: Counter) -> None:
    dialog = composing(counter)
    before = rows(dialog)
    counter.press(UP, ALT)

    assert rows(dialog) == before


@pytest.mark.usefixtures("closed")
def test_only_the_own_template_is_put_together(counter: Counter) -> None:
    counter.begin()

    assert not counter.shows("report_compose")


@pytest.mark.usefixtures("closed")
def test_nothing_stands_in_anybodys_way(counter: Counter, theme: Theme) -> None:
    dialog = composing(counter)

    assert not obstacles(dialog, theme)
