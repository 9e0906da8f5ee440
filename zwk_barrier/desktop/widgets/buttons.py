"""Buttons: primary (the one next step of a page), secondary, quiet, and icons alone.

Button("new_contact", _("Neuer Kontakt"), kind=Kind.PRIMARY, icon="plus")
Button("photo", _("Foto"), icon="camera", shortcut="F2", large=True)      # shows a chip „F2“ and reacts to it
IconButton("remove", _("Chip entfernen"), icon="x")                       # the text is its name and tool tip
FoldingButton("save", _("Speichern …"), icon="download", shortcut="Ctrl+S")  # an icon alone at large text
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.style.paint_buttons import Kind
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_NARROW: Final = 1000  # px of 100 % text, below which the head of a page has no room for every word

__all__ = ["Button", "FoldingButton", "IconButton", "Kind", "key_text"]


class Button(QPushButton):
    """A button with a word; ``icon`` as in resources/icons, ``shortcut`` as ``"Ctrl+N"`` or ``"F2"``."""

    def __init__(
        self,
        name: str,
        text: str,
        *,
        kind: Kind = Kind.SECONDARY,
        icon: str = "",
        shortcut: str = "",
        large: bool = False,
    ) -> None:
        super().__init__(text)
        self.kind, self.icon_name, self.large = kind, icon, large
        self.chip = ""
        self.setObjectName(name)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if shortcut:
            self.chip = key_text(shortcut)
            self.setShortcut(QKeySequence(shortcut))
            self.installEventFilter(self)

    def set_icon(self, icon: str) -> None:
        """Shows another icon."""
        self.icon_name = icon
        self.updateGeometry()
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()  # a word on a button is never cut

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt shows the button pressed for 100 ms before it acts: what is typed meanwhile would go astray.
        if (
            event.type() == QEvent.Type.Shortcut
            and isinstance(event, QShortcutEvent)
            and not event.isAmbiguous()
        ):
            self.click()
            return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt leaves Enter to the dialog, which would press its main button while the focus is on „Abbrechen“.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class IconButton(Button):
    """A button of one icon; ``text`` is what a screen reader says and the tool tip shows."""

    def __init__(
        self,
        name: str,
        text: str,
        *,
        icon: str,
        kind: Kind = Kind.QUIET,
        shortcut: str = "",
        large: bool = False,
    ) -> None:
        super().__init__(name, "", kind=kind, icon=icon, shortcut=shortcut, large=large)
        hint = f"{text} ({self.chip})" if self.chip else text
        self.chip = ""
        self.setAccessibleName(text)
        self.setToolTip(hint)


class FoldingButton(Button):
    """A button with a word and a shortcut that gives way to large text: the word goes, its name and its key stay."""

    def __init__(
        self, name: str, text: str, *, icon: str, shortcut: str, kind: Kind = Kind.SECONDARY
    ) -> None:
        super().__init__(name, text, kind=kind, icon=icon, shortcut=shortcut)
        self._word, self._keys, self._whole_chip = text, QKeySequence(shortcut), self.chip
        self._is_narrow = False
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({self.chip})")
        self.refit()

    def fold_for(self, width: int) -> None:
        """Gives way where the page around it is narrow, too; ``width`` is that of the page in px."""
        is_narrow = width < current_look().px(_NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.refit()

    def refit(self) -> None:
        """Shows the word or not; the theme calls it after the text size has changed."""
        is_folded = self._is_narrow or current_look().is_large
        self.setText("" if is_folded else self._word)
        self.setShortcut(self._keys)  # Qt forgets it with the text
        self.chip = "" if is_folded else self._whole_chip
        self.updateGeometry()


def key_text(shortcut: str) -> str:
    """A shortcut as it is printed on German keyboards: ``Ctrl+K`` becomes ``Strg K``."""
    words = {
        "Ctrl": _("Strg"),
        "Shift": _("Umschalt"),
        "Alt": _("Alt"),
        "Del": _("Entf"),
        "Return": _("Eingabe"),
        "Esc": _("Esc"),
        "PgUp": _("Bild auf"),
        "PgDown": _("Bild ab"),
        "Left": "←",
        "Right": "→",
        "Tab": _("Tabulator"),
    }
    return " ".join(words.get(part, part) for part in shortcut.split("+"))
