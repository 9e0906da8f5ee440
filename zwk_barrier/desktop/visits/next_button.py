"""The button at the end of a place that leads to the next one."""

from typing import Final

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import Button, key_text
from zwk_barrier.wording import _

NEXT_KEYS: Final = "Ctrl+PgDown"
_LONGEST: Final = 28  # letters of a name; a button never wraps


class NextButton(Button):
    """Names the place it leads to; the page listens to its keys, on every place."""

    def __init__(self) -> None:
        super().__init__("place_next", "", icon="arrow-right", large=True)
        self._name = ""
        self.refit()

    def show_next(self, name: str) -> None:
        """Names the place that comes next; hidden without one."""
        self._name = name
        self.setVisible(bool(name))
        self.setAccessibleName(_("Weiter: {place}").format(place=name))
        self.refit()

    def refit(self) -> None:
        """Says less at large text; the theme calls it after the text size has changed."""
        is_large = current_look().is_large
        name = self._name if len(self._name) <= _LONGEST else f"{self._name[: _LONGEST - 1].rstrip()}…"
        self.setText(_("Weiter") if is_large else _("Weiter: {place}").format(place=name))
        self.chip = "" if is_large else key_text(NEXT_KEYS)
        self.updateGeometry()
