"""The room in numbers: rectangle or L-shape, and how large."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.sketch.compact_form import CompactForm
from zwk_barrier.desktop.sketch.editor import SketchEditor
from zwk_barrier.desktop.sketch.size_field import SizeField
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.rules.sketch import Notch, Outline, resize
from zwk_barrier.rules.sketch.plan import CORNERS, Corner
from zwk_barrier.wording import _

_LEAST_ROOM, _LEAST_NOTCH = 50, 5  # cm
_SHARE = 0.35  # of a side a new notch takes


class RoomForm(CompactForm):
    """Changes the outline of the editor's plan."""

    def __init__(self, editor: SketchEditor) -> None:
        super().__init__("sketch_room_form")
        self._editor = editor
        shapes = [("rectangle", _("Rechteck")), *_corners()]
        self._shape = ChoiceField("sketch_shape", shapes, is_optional=False, large=True)
        self.row(_("&Form"), self._shape, wide=True)
        self._width = self.row(_("&Breite"), SizeField("sketch_width", least=_LEAST_ROOM))
        self._depth = self.row(_("&Tiefe"), SizeField("sketch_depth", least=_LEAST_ROOM))
        self._notch_width = self.row(_("Ecke: Breite"), SizeField("sketch_notch_width", least=_LEAST_NOTCH))
        self._notch_depth = self.row(_("Ecke: Tiefe"), SizeField("sketch_notch_depth", least=_LEAST_NOTCH))
        self._shape.kept.connect(self._reshape)
        self._width.kept.connect(lambda value: self._resize(width=value))
        self._depth.kept.connect(lambda value: self._resize(depth=value))
        self._notch_width.kept.connect(lambda value: self._recut(width=value))
        self._notch_depth.kept.connect(lambda value: self._recut(depth=value))
        editor.changed.connect(self.show_plan)

    @property
    def first_field(self) -> QWidget:
        """Where measuring a room begins."""
        return self._width

    def show_plan(self) -> None:
        """Shows the outline as it is now."""
        outline = self._editor.plan.outline
        notch = outline.notch
        self._shape.set_value("rectangle" if notch is None else notch.corner)
        self._width.show_size(outline.width)
        self._depth.show_size(outline.depth)
        for field in (self._notch_width, self._notch_depth):
            row = field.parentWidget()
            if row is not None:
                row.setVisible(notch is not None)
        if notch is not None:
            self._notch_width.show_size(notch.width)
            self._notch_depth.show_size(notch.depth)

    def _reshape(self, shape: str) -> None:
        outline = self._editor.plan.outline
        corner = next((one for one in CORNERS if one == shape), None)
        if corner is None:
            self._put(replace(outline, notch=None))
        elif outline.notch is not None:
            self._put(replace(outline, notch=replace(outline.notch, corner=corner)))
        else:
            cut = round(outline.width * _SHARE), round(outline.depth * _SHARE)
            self._put(replace(outline, notch=Notch(corner, float(cut[0]), float(cut[1]))))

    def _resize(self, *, width: float | None = None, depth: float | None = None) -> None:
        outline = self._editor.plan.outline
        if width is not None or depth is not None:
            self._put(replace(outline, width=width or outline.width, depth=depth or outline.depth))

    def _recut(self, *, width: float | None = None, depth: float | None = None) -> None:
        outline, notch = self._editor.plan.outline, self._editor.plan.outline.notch
        if notch is not None and (width is not None or depth is not None):
            cut = replace(notch, width=width or notch.width, depth=depth or notch.depth)
            self._put(replace(outline, notch=cut))

    def _put(self, outline: Outline) -> None:
        self._editor.apply(resize(self._editor.plan, outline))


def _corners() -> list[tuple[Corner, str]]:
    return [
        ("top_left", _("L-Form, Ecke oben links")),
        ("top_right", _("L-Form, Ecke oben rechts")),
        ("bottom_right", _("L-Form, Ecke unten rechts")),
        ("bottom_left", _("L-Form, Ecke unten links")),
    ]
