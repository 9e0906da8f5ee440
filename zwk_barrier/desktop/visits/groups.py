"""The lines of a room in groups: by what they are about, and each further door or window by itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zwk_barrier.casework.visit.measuring import Point
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.removing import remove_record
from zwk_barrier.desktop.visits.visit_form import enlarge
from zwk_barrier.desktop.widgets.buttons import IconButton
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.model import RoomPart
from zwk_barrier.overriding import override
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and what is measured under it; ``part`` is set for a further part of the room."""

    title: str
    points: tuple[Point, ...]
    part: RoomPart | None = None

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """What makes it the same group on the screen."""
        return (self.title if self.part is None else self.part.id.hex, tuple(one.key for one in self.points))


def grouped(points: Iterable[Point]) -> list[Group]:
    """Points by the part of the building they are about; what stands alone comes last, together."""
    first: dict[str, list[Point]] = {}
    further: dict[str, list[Point]] = {}
    kinds: dict[str, list[str]] = {}
    for point in points:
        if point.part is None:
            first.setdefault(point.criterion.element(), []).append(point)
        else:
            further.setdefault(point.part.id.hex, []).append(point)
            of_kind = kinds.setdefault(point.criterion.element(), [])
            if point.part.id.hex not in of_kind:
                of_kind.append(point.part.id.hex)
    parts = {
        hexed: Group(group[0].element(), tuple(group), group[0].part) for hexed, group in further.items()
    }
    found: list[Group] = []
    for name, group in first.items():
        if len(group) > 1:
            found += [Group(name, tuple(group)), *(parts.pop(hexed) for hexed in kinds.pop(name, ()))]
    alone = tuple(group[0] for group in first.values() if len(group) == 1)
    if alone:
        found.append(Group(_("Außerdem") if found else "", alone))
    return found + list(parts.values())


class PartHead(QWidget):
    """The heading of a further part: its name, which can be changed, and the way to take it away."""

    going_on = Signal()
    """Enter on the name: on to the first line."""

    def __init__(self, desk: Desk, part: RoomPart, element: str) -> None:
        super().__init__()
        name = f"part_{part.id.hex}"
        self.setObjectName(name)
        self._desk = desk
        self._part_id = part.id
        self._binding = Binding(desk, RoomPart, owner=self)
        self.field = TextField(f"{name}_name", title=_("Bezeichnung, {element}").format(element=element))
        self.field.setPlaceholderText(_("z.\N{NO-BREAK SPACE}B. Tür zum Bad"))
        self._binding.tie("name", self.field)
        self.field.returnPressed.connect(self.going_on)
        spoken = _("{element} entfernen").format(element=part.name or element)
        remove = IconButton(f"{name}_remove", spoken, icon="trash-2", large=True)
        remove.clicked.connect(self._remove)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignRight)
        self.refit()

    def show_part(self, part: RoomPart) -> None:
        """Shows the part as it is kept now; what is being typed stays."""
        self._binding.show(part)

    def refit(self) -> None:
        """Makes the field high enough for a finger; the theme calls it after the text size has changed."""
        enlarge(self.field)

    def _remove(self) -> None:
        self.field.settle()
        remove_record(self._desk, RoomPart, self._part_id, _("Teil des Raums entfernt."))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.field.minimumSizeHint().width() + 80, super().minimumSizeHint().height())
