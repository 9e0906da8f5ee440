"""The upper edge of a sketch: which room, back to the visit, and a quick beginning."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import Button, IconButton, Kind, key_text
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import PageTitle
from zwk_barrier.overriding import override
from zwk_barrier.rules.sketch.usual import usual_fixtures
from zwk_barrier.wording import _

_DONE_KEYS = "Ctrl+Return"


class SketchHead(QWidget):
    """Heading and three buttons."""

    back = Signal()
    usual = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sketch_head")
        self._has_usual = False
        self._title = PageTitle(_("Grundriss"), name="sketch_title")
        away = IconButton("sketch_back", _("Zurück zum Besuch"), icon="arrow-left", large=True)
        self._usual = Button("sketch_usual", _("Übliche Einrichtung"), icon="plus", large=True)
        self._usual.setToolTip(_("Setzt Tür und übliche Möbel ein, dann werden sie verschoben"))
        self._clear = Button("sketch_clear", _("Verwerfen"), kind=Kind.QUIET, icon="trash-2", large=True)
        self._done = Button("sketch_done", _("Fertig"), kind=Kind.PRIMARY, shortcut=_DONE_KEYS, large=True)
        self._done.setToolTip(key_text(_DONE_KEYS))
        away.clicked.connect(self.back)
        self._usual.clicked.connect(self.usual)
        self._clear.clicked.connect(self.cleared)
        self._done.clicked.connect(self.back)
        actions = Flow("sketch_actions", to_right=True)
        for button in (self._clear, self._usual, self._done):
            actions.add(button)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 20, 11)
        line.setSpacing(8)
        line.addWidget(away)
        line.addWidget(self._title, 2)
        line.addWidget(actions, 3)
        self.refit()

    @property
    def title(self) -> str:
        """What the page is about."""
        return self._title.text()

    def show_room(self, name: str, kind: str) -> None:
        """Names the room."""
        self._title.setText(_("Grundriss: {room}").format(room=name))
        self._has_usual = bool(usual_fixtures(kind))

    def show_state(self, *, is_empty: bool, is_begun: bool) -> None:
        """Offers the usual furniture to an empty room, and to take away what was begun."""
        self._usual.setVisible(is_empty and self._has_usual)
        self._clear.setVisible(is_begun and not is_empty)

    def refit(self) -> None:
        """Says less at large text; the theme calls it after the text size has changed."""
        self._done.chip = "" if current_look().is_large else key_text(_DONE_KEYS)
        self._done.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))
