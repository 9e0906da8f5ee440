"""Roles for screen readers: right, and gone with their widgets."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.gallery import today_page
from zwk_barrier.desktop.style import roles
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SectionTitle
from zwk_barrier.desktop.widgets.pictures import Picture
from zwk_barrier.desktop.widgets.yes_no_field import YesNoField

pytestmark = pytest.mark.usefixtures("theme")


def walk(interface: QAccessibleInterface) -> int:
    """Visits the whole tree, as a screen reader does."""
    return 1 + sum(walk(interface.child(index)) for index in range(interface.childCount()))


@pytest.mark.parametrize(
    ("widget", "role"),
    [
        (lambda: SectionTitle("Wohnung"), QAccessible.Role.Heading),
        (lambda: YesNoField("lift", title="Aufzug"), QAccessible.Role.Grouping),
        (lambda: FormRows("form"), QAccessible.Role.Form),
        (lambda: Picture("phone"), QAccessible.Role.Graphic),
    ],
)
def test_a_widget_says_what_it_is(qtbot: QtBot, widget: type[QWidget], role: QAccessible.Role) -> None:
    built = widget()
    qtbot.addWidget(built)
    assert QAccessible.queryAccessibleInterface(built).role() == role


def test_what_a_screen_reader_was_told_dies_with_the_page() -> None:
    before = len(roles._living)
    for _round in range(20):
        page = today_page()
        assert walk(QAccessible.queryAccessibleInterface(page)) > 40
        page.deleteLater()
        del page
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(roles._living) <= before  # what an earlier test left may go meanwhile
