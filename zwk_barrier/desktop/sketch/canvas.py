"""The drawing to scale, with a handle over everything in it."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from zwk_barrier.desktop.plan_frame import PlanFrame, floor_of, frame_in
from zwk_barrier.desktop.plan_painter import Marked, PlanPainter
from zwk_barrier.desktop.sketch.editor import SketchEditor
from zwk_barrier.desktop.sketch.handle import Handle
from zwk_barrier.desktop.style.ink import box
from zwk_barrier.desktop.style.look import CARD_RADIUS, current_look
from zwk_barrier.overriding import override
from zwk_barrier.rules.sketch import Circle, Plan, Thing, describe, move, remove, turn
from zwk_barrier.rules.sketch.words import spoken

_MARGIN = 62  # px at 100 %, around the room for its sizes
_LEAST_HANDLE = 44  # px


class SketchCanvas(QWidget):
    """Shows what the editor has; Tab goes from thing to thing."""

    def __init__(self, editor: SketchEditor) -> None:
        super().__init__()
        self.setObjectName("sketch_canvas")
        self._editor = editor
        self._handles: dict[str, Handle] = {}
        self._before: Plan | None = None
        self._frame = PlanFrame(1, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        editor.changed.connect(self._renew)
        editor.loaded.connect(self._renew)

    def focus_chosen(self) -> bool:
        """Gives the keyboard to what is chosen, else to the first thing; False in an empty room."""
        handle = self._handles.get(self._editor.chosen) or next(iter(self._handles.values()), None)
        if handle is not None:
            handle.setFocus(Qt.FocusReason.TabFocusReason)
        return handle is not None

    def chain(self) -> None:
        """Lets Tab go from thing to thing in their own order."""
        ordered = [self._handles[thing.id] for thing in self._editor.plan.things()]
        for before, after in pairwise(ordered):
            if before.nextInFocusChain() is not after:
                QWidget.setTabOrder(before, after)

    def refit(self) -> None:
        """Draws at the scale there is room for; the theme calls it after the text size has changed."""
        self._fit()
        self._place_all()
        self.update()

    def _fit(self) -> None:
        area = QRectF(self.rect())
        self._frame = frame_in(area, self._editor.plan, current_look().px(_MARGIN))

    def _renew(self) -> None:
        view = self._editor.view
        self.setAccessibleName(describe(self._editor.plan, "" if view is None else view.room))
        if self._before is None:  # while something is dragged the scale stays
            self._fit()
        self._place_all()
        self.update()

    def _place_all(self) -> None:
        plan = self._editor.plan
        things = {thing.id: thing for thing in plan.things()}
        for thing_id in [each for each in self._handles if each not in things]:
            self._drop(self._handles.pop(thing_id))
        for thing_id, thing in things.items():
            self._place(self._handles.get(thing_id) or self._make(thing_id), thing)
        self.chain()
        by_size = sorted(things.values(), key=_is_under, reverse=True)
        for thing in by_size:  # the smallest lies on top, so that each can be touched
            self._handles[thing.id].raise_()

    def _make(self, thing_id: str) -> Handle:
        handle = Handle(self, thing_id)
        self._handles[thing_id] = handle
        editor = self._editor
        handle.focused.connect(lambda: editor.choose(thing_id))
        handle.focused.connect(self.update)
        handle.left.connect(self.update)
        handle.left.connect(editor.finish)
        handle.undoing.connect(editor.finish)
        handle.pressed.connect(self._begin_drag)
        handle.dragged.connect(lambda by: self._drag(thing_id, by))
        handle.dropped.connect(self._end_drag)
        handle.stepped.connect(lambda dx, dy: editor.draft(move(editor.plan, thing_id, dx, dy), soon=True))
        handle.turned.connect(lambda: editor.apply(turn(editor.plan, thing_id)))
        handle.removed.connect(lambda: self._remove(thing_id))
        handle.show()
        return handle

    def _drop(self, handle: Handle) -> None:
        """Takes a handle away; the keyboard goes to its neighbour instead of somewhere on the page."""
        if handle.hasFocus():
            neighbour = next(iter(self._handles.values()), None)
            if neighbour is not None:
                neighbour.setFocus(Qt.FocusReason.OtherFocusReason)
        handle.hide()
        handle.deleteLater()

    def _remove(self, thing_id: str) -> None:
        self._editor.apply(remove(self._editor.plan, thing_id))

    def _place(self, handle: Handle, thing: Thing) -> None:
        plan = self._editor.plan
        rect = self._frame.rect(floor_of(plan, thing)).toAlignedRect()
        wide, high = max(_LEAST_HANDLE, rect.width()), max(_LEAST_HANDLE, rect.height())
        centre = rect.center()
        place = QRect(centre.x() - wide // 2, centre.y() - high // 2, wide, high)
        # A circle larger than the room keeps its handle where it can be reached.
        handle.setGeometry(place.intersected(self.rect()) if isinstance(thing, Circle) else place)
        handle.setAccessibleName(spoken(plan, thing, self._editor.found))

    def _begin_drag(self) -> None:
        self._editor.finish()
        self._before = self._editor.plan

    def _drag(self, thing_id: str, by: QPointF) -> None:
        if self._before is not None:
            dx, dy = self._frame.centimetres(by.x()), self._frame.centimetres(by.y())
            self._editor.draft(move(self._before, thing_id, dx, dy, snaps=True))

    def _end_drag(self) -> None:
        self._before = None
        self._editor.finish()
        self._renew()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._editor.choose("")
        super().mousePressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        look = current_look()
        return QSize(look.px(420), look.px(360))

    @override
    def minimumSizeHint(self) -> QSize:
        look = current_look()
        return QSize(look.px(240), look.px(220))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        box(painter, self.rect(), look.colour("surface"), look.colour("line"), radius=CARD_RADIUS)
        focus = QApplication.focusWidget()
        focused = focus.thing_id if isinstance(focus, Handle) and focus.parentWidget() is self else ""
        drawing = PlanPainter(
            painter, self._frame, self._editor.plan, Marked(self._editor.found, self._editor.chosen, focused)
        )
        drawing.paint()
        drawing.scale_bar(self.width() - look.px(16), self.height() - look.px(14))


def _is_under(thing: Thing) -> float:
    """How far down a thing's handle lies: the larger the further, what moves below what stands."""
    if isinstance(thing, Circle):
        return 1e9
    rect = getattr(thing, "rect", None)
    return 0.0 if rect is None else float(rect.width * rect.depth)
