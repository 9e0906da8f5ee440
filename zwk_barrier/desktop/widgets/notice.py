"""The banner that says what has just happened, and offers to take it back.

    notice = Notice("notice")                                     # once a window, at its upper or lower edge
    notice.say(_("Kontakt gelöscht."), action=_("Rückgängig"), then=desk.undo)
    notice.say(_("Bericht gespeichert."), tone=Tone.GOOD)
    notice.say(str(problem), tone=Tone.LATE, stays=True)          # until it is closed

Screen readers speak it: on Linux because a label of role "notification" is hidden, set and shown, in this order
(Orca does not speak Qt's announcements), elsewhere by an announcement.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zwk_barrier.desktop.style.ink import bar, box
from zwk_barrier.desktop.style.look import CARD_RADIUS, colour, current_look
from zwk_barrier.desktop.widgets.buttons import Button, IconButton
from zwk_barrier.desktop.widgets.chips import Tone, tone_ink
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.desktop.widgets.pictures import Picture
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

SECONDS = 12  # long enough to read and to reach the button; Ctrl+Z works for longer

_ICONS = {Tone.GOOD: "circle-check", Tone.LATE: "circle-alert", Tone.SOON: "triangle-alert"}


class NoticeText(BodyText):
    """The sentence; its role is set in style/roles.py."""


class Notice(QWidget):
    """Hidden until something is said; goes away by itself, but never under the pointer or the focus."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._tone = Tone.ACCENT
        self._then: Callable[[], object] | None = None
        self._timer: QTimer | None = None
        self._icon = Picture("info", "accent")
        self._text = NoticeText(name=f"{name}_text")
        self._action = Button(f"{name}_action", "")
        self._close = IconButton(f"{name}_close", _("Meldung schließen"), icon="x")
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 8, 8, 8)
        line.setSpacing(12)
        line.addWidget(self._icon)
        line.addWidget(self._text, 1)
        line.addWidget(self._action)
        line.addWidget(self._close)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.hide)
        self.hide()

    def say(
        self,
        sentence: str,
        *,
        tone: Tone = Tone.ACCENT,
        action: str = "",
        then: Callable[[], object] | None = None,
        stays: bool = False,
    ) -> None:
        """Shows ``sentence``; ``action`` is a button that calls ``then`` and closes the banner."""
        self.hide()
        self._tone, self._then = tone, then
        self._icon.icon_name, self._icon.use = _ICONS.get(tone, "info"), tone.value
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.show()
        self._announce(sentence)
        self._wait(SECONDS if not stays else 0)

    def _announce(self, sentence: str) -> None:
        if sys.platform != "linux":
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _wait(self, seconds: int) -> None:
        if self._timer is None:
            self._timer = QTimer(self, singleShot=True)
            self._timer.timeout.connect(self._leave)
        self._timer.stop()
        if seconds:
            self._timer.start(seconds * 1000)

    def _leave(self) -> None:
        if self.underMouse() or self._action.hasFocus() or self._close.hasFocus():
            self._wait(SECONDS)
        else:
            self.hide()

    def _act(self) -> None:
        then, self._then = self._then, None
        self.hide()
        if then is not None:
            then()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        ink = colour(tone_ink(look, self._tone).ink)
        box(painter, self.rect(), look.colour("surface"), look.colour("border"), radius=CARD_RADIUS)
        bar(painter, self.rect(), ink, width=5, radius=CARD_RADIUS)
