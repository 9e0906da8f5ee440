"""The few figures that stand first: cards side by side, read one after the other as a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zwk_barrier.reports.setting.canvas import TaggedCanvas
from zwk_barrier.reports.setting.flowables import Block, OwnedLine, draw_owned, height_of
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.structure import Element
from zwk_barrier.reports.setting.styles import ACCENT, ACCENT_GROUND, CELL_NOTE, MM, Face, TextStyle

_NAME: Final = TextStyle(9, 12, colour=CELL_NOTE.colour, even=True)
_NUMBERS: Final = tuple(TextStyle(size, 23, Face.BOLD) for size in (17, 15, 13, 11.5, 10))
"""The largest in which the number keeps to one line is taken, for a number broken in two is misread."""

_NOTE: Final = TextStyle(8.5, 11.5, colour=CELL_NOTE.colour, even=True)
_GAP: Final = 3.5 * MM
_PADDING: Final = 6.5
_MOST: Final = 5


@dataclass(frozen=True, slots=True)
class CardText:
    """What one card says: what the number is, the number, and what stands below it."""

    name: str
    number: str
    note: str


@dataclass(frozen=True, slots=True)
class _Card:
    name: tuple[OwnedLine, ...]
    number: tuple[OwnedLine, ...]
    note: tuple[OwnedLine, ...]


class Cards(Block):
    """One row of cards, all as high as the highest; their numbers stand on one line."""

    before = 14
    after = 12

    def __init__(self, cards: Sequence[_Card], width: float) -> None:
        self._cards, self._width = tuple(cards), width

    @property
    def _name_height(self) -> float:
        return max(height_of(card.name) for card in self._cards)

    @property
    def height(self) -> float:
        """The highest name, number and note."""
        below = max(height_of(card.number) + height_of(card.note) for card in self._cards)
        return self._name_height + below + 2 * _PADDING

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draws each card's ground, then what it says."""
        for card in self._cards:
            canvas.ground(left, top - self.height, self._width, self.height, ACCENT_GROUND)
            canvas.ground(left, top - 2, self._width, 2, ACCENT)
            inner, at = self._width - 2 * _PADDING, top - _PADDING
            draw_owned(canvas, card.name, left + _PADDING, at, inner)
            at -= self._name_height
            draw_owned(canvas, card.number, left + _PADDING, at, inner)
            draw_owned(canvas, card.note, left + _PADDING, at - height_of(card.number), inner)
            left += self._width + _GAP


def write_cards(story: Story, texts: Sequence[CardText], width: float) -> None:
    """The cards over the full ``width``, at most five in a row; nothing for none."""
    if not texts:
        return
    parent = story.part("L")
    rows = -(-len(texts) // _MOST)
    size = -(-len(texts) // rows)
    for begin in range(0, len(texts), size):
        row = texts[begin : begin + size]
        own_width = (width - _GAP * (size - 1)) / size
        story.add(Cards([_card(story, parent, text, own_width) for text in row], own_width))


def _card(story: Story, parent: Element, text: CardText, width: float) -> _Card:
    body, inner = parent.add("LI").add("LBody"), width - 2 * _PADDING

    def said(words: str, style: TextStyle) -> tuple[OwnedLine, ...]:
        return tuple(story.owned(body.add("P"), words, style, inner)) if words else ()

    fitting = (style for style in _NUMBERS if len(story.lines(text.number, style, inner)) == 1)
    number = next(fitting, _NUMBERS[-1])
    return _Card(said(text.name, _NAME), said(text.number, number), said(text.note, _NOTE))
