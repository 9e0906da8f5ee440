"""The field for lengths of a visit: people type into it, and laser meters that work like a keyboard."""

from decimal import Decimal
from typing import Final, Unpack

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from zwk_barrier.desktop.widgets.fields import Common, LengthField
from zwk_barrier.overriding import override
from zwk_barrier.rules.typed import NBSP, format_length
from zwk_barrier.rules.typed.lengths import LONGEST_CM
from zwk_barrier.rules.typed.shots import lone_length, with_metres
from zwk_barrier.wording import _

LASER: Final = "laser"  # of the code list measuring_method
_ENDS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class MeterField(LengthField):
    """A length or a pair in cm; a pair takes two shots, one after the other.

    ``method`` is that of the visit: what a laser shows without a unit is metres, and ``read_as`` then says so.
    """

    waiting = Signal(str)
    """The first of two measures is there: a sentence about the second one."""

    def __init__(
        self, name: str, *, pair: bool = False, most: Decimal = LONGEST_CM, **common: Unpack[Common]
    ) -> None:
        super().__init__(name, pair=pair, most=most, **common)
        self.method: str | None = None
        self.read_as = ""
        self._is_pair = pair
        plainly = self._parse
        self._parse = lambda text: plainly(self._with_unit(text))

    def type_digits(self, text: str) -> None:
        """Puts the focus here and types, as if the focus had been here before."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.insert(text)

    @override
    def event(self, event: QEvent) -> bool:
        # Before Tab moves the focus away, and before Enter complains about half a pair.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_end = event.key() in _ENDS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if is_end and self._is_pair and self._take_first():
                event.accept()
                return True
        return super().event(event)

    def _take_first(self) -> bool:
        """Turns a lone length into the first half of a pair; False when there is none."""
        first = lone_length(self._with_unit(self.text()))
        if first is None:
            return False
        self.setText(f"{format_length(first)}{NBSP}×{NBSP}")  # with its unit: the second may have another
        self.waiting.emit(_("Breite {first}. Jetzt die Tiefe.").format(first=format_length(first)))
        return True

    def _with_unit(self, text: str) -> str:
        told = with_metres(text) if self.method == LASER else text
        self.read_as = "" if told == text else _("in Metern gelesen")
        return told
