"""A room drawn to scale: its numbers and what can be put in at the left, the drawing at the right."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zwk_barrier.casework.visit.sketches import keep_sketch
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Back, Destination, ToSketch
from zwk_barrier.desktop.sketch.canvas import SketchCanvas
from zwk_barrier.desktop.sketch.editor import SketchEditor
from zwk_barrier.desktop.sketch.findings import SketchFindings
from zwk_barrier.desktop.sketch.head import SketchHead
from zwk_barrier.desktop.sketch.palette import Palette
from zwk_barrier.desktop.sketch.room_form import RoomForm
from zwk_barrier.desktop.sketch.thing_form import ThingForm
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.headings import SectionTitle
from zwk_barrier.desktop.widgets.keeping import SettlesItself, settle_all
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.desktop.widgets.tab_order import tab_in_reading_order
from zwk_barrier.overriding import override
from zwk_barrier.rules.sketch.usual import with_usual_fixtures
from zwk_barrier.wording import _

_PANEL, _FOLD = (
    372,
    940,
)  # px at 100 %: the numbers' width, and the window's below which they go under the drawing
_FINDINGS = 172  # px at 100 %
_FOLDED_SHARE = 0.6  # of the page's height the drawing takes when the rest lies under it


class SketchPage(QWidget, SettlesItself):
    """One room's sketch."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sketch_page")
        self.desk = desk
        self._takes_focus = False
        self.editor = SketchEditor(desk, self)
        self._head = SketchHead()
        self._canvas = SketchCanvas(self.editor)
        self._findings = SketchFindings(self.editor)
        self._room = RoomForm(self.editor)
        self._thing = ThingForm(self.editor)
        self._palette = Palette(self.editor)
        self._panel = self._make_panel()
        self._order = QTimer(self, singleShot=True, interval=0)
        self._order.timeout.connect(self._renew_order)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return self._head.title

    def show_destination(self, destination: Destination) -> None:
        """Shows the sketch of a room, or begins one."""
        if isinstance(destination, ToSketch):
            self._takes_focus = True
            self.editor.open(destination.room_id)

    def leave(self) -> None:
        """Keeps what is typed and what is drawn."""
        settle_all(self)
        self.editor.settle()

    @override
    def settle(self) -> bool:
        return self.editor.settle()

    def _make_panel(self) -> QWidget:
        panel = QWidget()
        panel.setObjectName("sketch_panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(20, 12, 16, 20)
        column.setSpacing(8)
        column.addWidget(SectionTitle(_("Raum"), name="sketch_room_title"))
        column.addWidget(self._room)
        column.addSpacing(12)
        column.addWidget(self._thing)
        column.addSpacing(12)
        column.addWidget(self._palette)
        column.addStretch()
        return panel

    def _lay_out(self) -> None:
        (left, self._left), (right, self._right), (one, self._one), (found, self._found) = (
            _slot() for _part in range(4)
        )
        self._right.setContentsMargins(4, 12, 20, 12)
        self._one.setContentsMargins(12, 12, 12, 12)
        self._left_scroll = ScrollPage("sketch_scroll", left)
        self._findings_scroll = ScrollPage("sketch_findings_scroll", found)
        self._wide = QWidget()
        row = QHBoxLayout(self._wide)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._left_scroll)
        row.addWidget(right, 1)
        self._stack = QStackedWidget()
        self._stack.setObjectName("sketch_halves")
        # Held on to: a stack of Qt does not keep its pages' Python halves alive, and the collector then
        # takes them apart, possibly on another thread.
        self._one_scroll = ScrollPage("sketch_one_scroll", one)
        self._stack.addWidget(self._wide)
        self._stack.addWidget(self._one_scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        self._is_wide: bool | None = None
        self.refit()

    def refit(self) -> None:
        """Folds for the width there is; the theme calls it after the text size has changed."""
        look = current_look()
        is_wide = self.width() >= look.px(_FOLD)
        self._left_scroll.setFixedWidth(look.px(_PANEL))
        self._findings_scroll.setFixedHeight(look.px(_FINDINGS))
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._fold(is_wide=is_wide)
        self._canvas.setMinimumHeight(0 if is_wide else round(self.height() * _FOLDED_SHARE))

    def _fold(self, *, is_wide: bool) -> None:
        focus = QApplication.focusWidget()
        inside = focus if focus is not None and self.isAncestorOf(focus) else None
        if is_wide:
            self._left.addWidget(self._panel)
            self._right.addWidget(self._canvas, 1)
            self._right.addWidget(self._findings_scroll)
            self._found.addWidget(self._findings)
        else:
            for part in (self._canvas, self._findings, self._panel):
                self._one.addWidget(part)
        self._stack.setCurrentIndex(0 if is_wide else 1)
        self._order.start()
        if inside is not None:
            inside.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._head.back.connect(lambda: self.desk.go(Back()))
        self._head.usual.connect(self._put_usual)
        self._head.cleared.connect(self._clear)
        self._palette.added.connect(self._findings.say_added)
        self._thing.laid_out.connect(self._order.start)
        self._findings.chosen.connect(self._show_thing)
        self.editor.changed.connect(self._show_state)
        self.editor.loaded.connect(self._show_loaded)
        QShortcut(QKeySequence("F6"), self).activated.connect(self._change_side)

    def _show_loaded(self) -> None:
        view = self.editor.view
        if view is None:
            return
        self._head.show_room(view.room, view.kind)
        self._show_state()
        self._order.start()
        if self._takes_focus:
            self._takes_focus = False
            self._room.first_field.setFocus(Qt.FocusReason.TabFocusReason)

    def _renew_order(self) -> None:
        """Tab follows the eye, and in the drawing the order of the things, whichever lies on top."""
        tab_in_reading_order(self)
        self._canvas.chain()

    def _show_state(self) -> None:
        self._head.show_state(is_empty=not self.editor.plan.fixtures, is_begun=self.editor.is_begun)

    def _put_usual(self) -> None:
        view, editor = self.editor.view, self.editor
        if view is not None:
            hints = view.hints
            plan = with_usual_fixtures(editor.plan, view.kind, door_width=hints.door_width, swing=hints.swing)
            editor.apply(plan, "")

    def _clear(self) -> None:
        view = self.editor.view
        if view is None:
            return
        room_id = view.room_id
        self.editor.settle()
        self.desk.do(
            lambda store: keep_sketch(store, room_id, None),
            then=lambda _nothing: self.desk.say(_("Grundriss entfernt."), with_undo=True),
            owner=self,
        )

    def _show_thing(self, thing_id: str) -> None:
        self.editor.choose(thing_id)
        self._canvas.focus_chosen()

    def _change_side(self) -> None:
        """From the numbers into the drawing, and back to where the numbers were left."""
        focus = QApplication.focusWidget()
        if focus is not None and self._canvas.isAncestorOf(focus):
            self._room.first_field.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._canvas.focus_chosen()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._head.minimumSizeHint().width(), 200)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_look().colour("background"))


def _slot() -> tuple[QWidget, QVBoxLayout]:
    """A place for parts that move when the page folds."""
    slot = QWidget()
    box = QVBoxLayout(slot)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(10)
    return slot, box
