"""Every widget there is, walked in all palettes and text sizes."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.gallery import case_page, form_page, shell, table_page, today_page
from tests.desktop.walk import obstacles
from zwk_barrier.desktop.style.theme import Theme

PAGES = (form_page, case_page, today_page, table_page)

BuildPage = Callable[[], QWidget]


@pytest.fixture(params=PAGES, ids=lambda build: build.__name__)
def page(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> QWidget:
    """A page of the gallery in a window of 1280 × 800, shown."""
    assert theme.look.scale == 100
    build: BuildPage = request.param
    window = shell(build())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_everybody_can_use_it_in_every_palette_and_text_size(page: QWidget, theme: Theme) -> None:
    assert obstacles(page, theme) == []
