"""A voice for what can be seen anyway: spoken by a screen reader, with nothing on the screen.

voice = Voice("visit_voice", page)         # once a page
voice.say(_("Lichte Breite: nicht erreicht, 17 cm zu wenig"))

What somebody must not miss belongs into a ``Notice``, which stays to be read.
"""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Voice(QWidget):
    """One pixel in a corner; its role is set in style/roles.py, its name is what was said last."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(0, 0, 1, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Speaks; on Linux because it is hidden, named and shown, in this order (see notice.py)."""
        self.hide()
        self.setAccessibleName(sentence)
        self.show()
        if sys.platform != "linux":
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
