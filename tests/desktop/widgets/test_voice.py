"""What can be seen anyway is spoken, and takes no place on the screen."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from zwk_barrier.desktop.widgets.voice import Voice

pytestmark = pytest.mark.usefixtures("theme")


def test_a_voice_is_a_notification_with_the_sentence_as_its_name(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    voice = Voice("voice", page)
    page.show()
    assert not voice.isVisible()
    voice.say("Lichte Breite: nicht erreicht")
    interface = QAccessible.queryAccessibleInterface(voice)

    assert voice.isVisible()
    assert voice.size().width() * voice.size().height() == 1
    assert interface.role() == QAccessible.Role.Notification
    assert interface.text(QAccessible.Text.Name) == "Lichte Breite: nicht erreicht"
