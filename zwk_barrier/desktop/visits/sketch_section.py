"""The sketch of a room on its place of the visit: a small picture, what is in the way, and the way to draw it."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zwk_barrier.casework.visit.rooms import room_name
from zwk_barrier.casework.visit.visits import RoomView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToSketch
from zwk_barrier.desktop.plan_frame import frame_in
from zwk_barrier.desktop.plan_painter import Marked, PlanPainter
from zwk_barrier.desktop.style.ink import box
from zwk_barrier.desktop.style.look import CARD_RADIUS, current_look
from zwk_barrier.desktop.visits.section import Section
from zwk_barrier.desktop.widgets.buttons import Button, key_text
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.overriding import override
from zwk_barrier.rules.sketch import Outline, Plan, collisions, describe, from_drawing
from zwk_barrier.rules.sketch.words import sentences
from zwk_barrier.wording import _

SKETCH_KEY: Final = "Ctrl+G"
_HEIGHT, _MARGIN = 260, 44  # px at 100 %


class PlanPicture(QWidget):
    """A sketch to look at; says for a screen reader what is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sketch_picture")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._plan = Plan(Outline(100, 100))

    def show_plan(self, plan: Plan, room: str) -> None:
        """Shows another sketch."""
        self._plan = plan
        self.setAccessibleName(describe(plan, room))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        look = current_look()
        return QSize(look.px(240), look.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        box(painter, self.rect(), look.colour("surface"), look.colour("line"), radius=CARD_RADIUS)
        frame = frame_in(QRectF(self.rect()), self._plan, look.px(_MARGIN))
        drawing = PlanPainter(painter, frame, self._plan, Marked(collisions(self._plan)))
        drawing.paint()
        drawing.scale_bar(self.width() - look.px(16), self.height() - look.px(14))


class SketchSection(Section):
    """The sketch of one room."""

    def __init__(self, desk: Desk, room: RoomView) -> None:
        button = Button("sketch_open", "", icon="pencil", shortcut=SKETCH_KEY, large=True)
        super().__init__("sketch_section", _("Grundriss"), button)
        self._button = button
        room_id = room.room.id
        button.clicked.connect(lambda: desk.go(ToSketch(room_id)))
        self._picture = self.put(PlanPicture())
        self._words = self.put(SoftText(name="sketch_words"))
        self.refit()
        self.show_room(room)

    def refit(self) -> None:
        """Says less at large text; the theme calls it after the text size has changed."""
        self._button.chip = "" if current_look().is_large else key_text(SKETCH_KEY)
        self._button.updateGeometry()

    def show_room(self, room: RoomView) -> None:
        """Shows the sketch as it is kept now."""
        plan = from_drawing(room.room.sketch)
        self._picture.setVisible(plan is not None)
        self._button.setText(_("Zeichnen") if plan is None else _("Bearbeiten"))
        self._button.setAccessibleName(_("Grundriss zeichnen") if plan is None else _("Grundriss bearbeiten"))
        self._button.setShortcut(QKeySequence(SKETCH_KEY))  # Qt forgets it with the text
        if plan is None:
            self._words.setText(_("Noch nicht gezeichnet. Mit Maßen, Tür und Möbeln dauert es eine Minute."))
            return
        self._picture.show_plan(plan, room_name(room.room))
        self._words.setText("\n".join(sentences(plan)) or _("Es stößt nichts an."))
