"""The keys of the window, as data: what they do, and what the overview says about them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.widgets.buttons import Kind, key_text
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.wording import _

_HEIGHT = 420


@dataclass(frozen=True, slots=True)
class Command:
    """One key of the window.

    Without ``run`` somebody else listens to it and it is only told; without ``text`` it is a second key for
    something told already.
    """

    keys: str
    text: str
    run: Callable[[], object] | None = None


def listen(window: QWidget, commands: Sequence[Command]) -> None:
    """Lets the keys work as long as ``window`` is shown."""
    for command in commands:
        if command.run is not None:
            QShortcut(QKeySequence(command.keys), window).activated.connect(command.run)


def show_shortcuts(window: QWidget, commands: Sequence[Command]) -> Dialog:
    """Opens the overview of all keys."""
    dialog = Dialog(window, "shortcuts", _("Tasten"))
    rows = RowList("shortcut_rows", title=_("Tasten"), is_clickable=False)
    told = [*commands, *_everywhere()]
    rows.show_rows(
        [Row(command.keys, command.text, lead=key_text(command.keys)) for command in told if command.text]
    )
    page = ScrollPage("shortcut_scroll", rows)
    page.setMinimumHeight(min(_HEIGHT, window.height() - 200))
    dialog.add(page, 1)
    dialog.add_button("close", _("Schließen"), kind=Kind.PRIMARY)
    dialog.open()
    return dialog


def _everywhere() -> list[Command]:
    return [
        Command("Esc", _("Eingabe in einem Feld zurücknehmen")),
        Command("Ctrl+Tab", _("Nächster Reiter eines Falls")),
        Command("Alt", _("mit dem unterstrichenen Buchstaben: zu diesem Feld")),
    ]
