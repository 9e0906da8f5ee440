"""The tools of the page: select, draw one of four kinds, delete, take back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.rules.marks import Arrow, Dimension, Frame, Label, Mark
from zwk_barrier.wording import _


class MarkTools(Flow):
    """One of the drawing tools is pressed at a time; each has its letter with Alt."""

    chosen = Signal(object)
    """A class of marks to draw next, or None to select."""

    removing = Signal()
    undoing = Signal()

    def __init__(self) -> None:
        super().__init__("mark_tools")
        self._buttons: dict[type[Mark] | None, Button] = {}
        self._group = QButtonGroup(self)
        kinds: tuple[tuple[type[Mark] | None, str, str, str], ...] = (
            (None, "select", _("&Auswählen"), "mouse-pointer-2"),
            (Arrow, "arrow", _("&Pfeil"), "arrow-right"),
            (Dimension, "dimension", _("&Maß"), "ruler"),
            (Label, "label", _("&Text"), "message-square"),
            (Frame, "frame", _("&Rahmen"), "square"),
        )
        for kind, name, text, icon in kinds:
            self._add_tool(kind, Button(f"mark_{name}", text, icon=icon, large=True))
        self._remove = Button("mark_remove", _("&Löschen"), kind=Kind.QUIET, icon="trash-2", large=True)
        undo = Button("mark_undo", _("R&ückgängig"), kind=Kind.QUIET, icon="undo-2", large=True)
        self._remove.clicked.connect(lambda _checked=False: self.removing.emit())
        undo.clicked.connect(lambda _checked=False: self.undoing.emit())
        self.add(self._remove)
        self.add(undo)
        self.choose(None)

    def choose(self, kind: type[Mark] | None) -> None:
        """Shows which tool is in hand."""
        self._buttons[kind].setChecked(True)

    def show_selection(self, *, is_there: bool) -> None:
        """Whether something is selected that could be deleted."""
        self._remove.setEnabled(is_there)

    def _add_tool(self, kind: type[Mark] | None, button: Button) -> None:
        button.setCheckable(True)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(kind))
        self._group.addButton(button)
        self._buttons[kind] = self.add(button)
