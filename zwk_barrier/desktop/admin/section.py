"""What the sections of the administration have in common: cards in one column that scrolls."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.scroll import fill_scrolling

_WIDTH = 860  # px at 100 %: longer lines read badly
WIDE = 1120  # px at 100 %: a table needs more than a form


class Section(QWidget):
    """A column of cards, as wide as ``width`` px at 100 % at the most."""

    def __init__(self, name: str, *, width: int = _WIDTH) -> None:
        super().__init__()
        self._width = width
        self.setObjectName(f"{name}_section")
        self._prefix = name
        self._ground = QWidget()
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(0, 16, 0, 24)
        self._column.setSpacing(16)
        self._column.addStretch()
        fill_scrolling(self, f"{name}_scroll", self._ground)
        self.refit()

    def add_card(self, name: str, title: str, lead: str = "") -> Card:
        """A card at the end of the column; ``lead`` is a sentence under its title."""
        card = Card(f"{self._prefix}_{name}", title=title)
        if lead:
            card.add(SoftText(lead, name=f"{self._prefix}_{name}_lead"))
        self._column.insertWidget(self._column.count() - 1, card)
        return card

    def refit(self) -> None:
        """Grows with the text; the theme calls it after the text size has changed."""
        self._ground.setMaximumWidth(current_look().px(self._width))
