"""What can be put into the room: one button each, first what belongs there."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.sketch.editor import SketchEditor
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import GroupTitle, SectionTitle
from zwk_barrier.reference.fixtures import FixtureKind, load_aid_sizes, load_fixtures
from zwk_barrier.rules.sketch import (
    AID,
    CIRCLE,
    Aid,
    Plan,
    add_aid,
    add_circle,
    add_door,
    add_fixture,
    add_window,
    label_of,
)
from zwk_barrier.rules.sketch.words import area, centimetres, kind_label
from zwk_barrier.wording import _

_Add = Callable[[Plan], tuple[Plan, str]]
_WHEELCHAIR = "rollstuhl_hand"
"""What is tried when nothing is known of the person: the reference wheelchair."""


class Palette(QWidget):
    """Adds things to the editor's plan."""

    added = Signal(str)
    """What was put where, ready to be said."""

    def __init__(self, editor: SketchEditor) -> None:
        super().__init__()
        self.setObjectName("sketch_palette")
        self._editor = editor
        self._shown: tuple[object, ...] = ()
        self._shows_all = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle(_("Einsetzen"), name="sketch_palette_title"))
        self._fixtures = Flow("sketch_fixtures")
        self._aids = Flow("sketch_aids")
        column.addWidget(self._fixtures)
        column.addWidget(GroupTitle(_("Ausprobieren, ob es passt"), name="sketch_aids_title"))
        column.addWidget(self._aids)
        editor.loaded.connect(self.show_palette)

    def show_palette(self) -> None:
        """Offers what belongs into this room, and the aid of this person."""
        view, editor = self._editor.view, self._editor
        if view is None or self._shown == (view.room_id, view.figures, self._shows_all):
            return
        self._shown = (view.room_id, view.figures, self._shows_all)
        self._fixtures.clear()
        self._aids.clear()
        self._offer(self._fixtures, "door", _("Tür"), lambda plan: add_door(plan, view.hints.door_width))
        self._offer(self._fixtures, "window", _("Fenster"), add_window)
        own = [kind for kind in load_fixtures().values() if view.kind in kind.rooms]
        others = [kind for kind in load_fixtures().values() if kind not in own]
        for kind in [*own, *(others if self._shows_all or not own else ())]:
            self._offer_fixture(kind)
        if own:
            words = _("Weniger") if self._shows_all else _("Mehr …")
            more = Button("sketch_more", words, kind=Kind.QUIET, large=True)
            more.clicked.connect(self._toggle_all)
            self._fixtures.add(more)
        self._offer_aid(editor)

    def _offer(self, flow: Flow, name: str, words: str, add: _Add) -> Button:
        button = Button(f"sketch_add_{name}", words, icon="plus", large=True)
        button.clicked.connect(lambda: self._put(add))
        flow.add(button)
        button.show()
        return button

    def _offer_fixture(self, kind: FixtureKind) -> None:
        button = self._offer(
            self._fixtures, kind.code, kind.label(), lambda plan: add_fixture(plan, kind.code)
        )
        button.setToolTip(area(kind.width, kind.depth))

    def _offer_aid(self, editor: SketchEditor) -> None:
        figures = editor.figures
        usual = next(size for size in load_aid_sizes() if size.aid == _WHEELCHAIR)
        kind = usual.aid if figures is None else figures.kind
        width = float(usual.width) if figures is None else figures.width
        length = float(usual.length) if figures is None else figures.length
        circle = float(usual.circle) if figures is None else figures.circle
        is_aid_assumed = figures is None or figures.is_footprint_assumed
        is_circle_assumed = figures is None or figures.is_circle_assumed
        name = kind_label(Aid(kind, 0, 0, width, length))
        self._offer(
            self._aids,
            AID,
            f"{name} {area(width, length)}",
            lambda plan: (add_aid(plan, kind, width, length, is_assumed=is_aid_assumed), AID),
        )
        self._offer(
            self._aids,
            CIRCLE,
            _("Wendekreis {diameter}").format(diameter=centimetres(circle)),
            lambda plan: (add_circle(plan, circle, is_assumed=is_circle_assumed), CIRCLE),
        )

    def _put(self, add: _Add) -> None:
        plan, thing_id = add(self._editor.plan)
        self._editor.apply(plan, thing_id)
        self.added.emit(_("{thing} eingesetzt.").format(thing=label_of(plan, thing_id)))

    def _toggle_all(self) -> None:
        self._shows_all = not self._shows_all
        self.show_palette()
        more = self._fixtures.findChild(Button, "sketch_more")
        if more is not None:
            more.setFocus()
