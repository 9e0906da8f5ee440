"""The words of a row broken into lines: a title with what follows it softly, and a softer second line."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from zwk_barrier.desktop.style.look import Look
from zwk_barrier.rules.typed import NBSP

_LINE_BREAK = "\N{LINE SEPARATOR}"
_LEADING = 2  # px between lines
_DOT = f"·{NBSP}"


class RowWords:
    """Measures and draws; a layout asks for heights at some widths many times, so each is measured once a look."""

    def __init__(self, title: str, tail: str = "", note: str = "", *, is_strong: bool = False) -> None:
        # The tail stays together; on a line of its own it goes without the dot before it.
        together = tail.lstrip(" ").replace(" ", NBSP)
        self._title, self._note, self._is_strong = title, note, is_strong
        self._first = f"{title} {together}" if together else title
        self._folded = f"{title}{_LINE_BREAK}{together.lstrip(_DOT)}" if together else title
        self._look: Look | None = None
        self._heights: dict[int, int] = {}
        self._text: QTextLayout | None = None
        self._width = -1

    def height(self, look: Look, width: int) -> int:
        """How high the words are, in px, when they are ``width`` px wide."""
        self._forget_other(look)
        if width not in self._heights:
            self._heights[width] = round(self._broken(look, width).boundingRect().height())
        return self._heights[width]

    def draw(self, look: Look, painter: QPainter, left: int, middle: float, width: int) -> None:
        """Draws the words from ``left``, around the height ``middle``."""
        self._forget_other(look)
        text = self._broken(look, width)
        text.draw(painter, QPointF(left, middle - text.boundingRect().height() / 2))

    def _forget_other(self, look: Look) -> None:
        if look is not self._look:
            self._look, self._text = look, None
            self._heights.clear()

    def _broken(self, look: Look, width: int) -> QTextLayout:
        if self._text is None:
            self._width = -1
        if self._text is None or width != self._width:
            self._width = width
            self._text = self._set(look, self._first)
            if len(self._title) + 1 in _break(self._text, width) and self._first != self._title:
                self._text = self._set(look, self._folded)
                _break(self._text, width)
        return self._text

    def _set(self, look: Look, first: str) -> QTextLayout:
        words = f"{first}{_LINE_BREAK}{self._note}" if self._note else first
        text = QTextLayout(words, look.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        text.setTextOption(option)
        strong, soft = QTextCharFormat(), QTextCharFormat()
        strong.setForeground(look.colour("text"))
        if self._is_strong:
            strong.setFontWeight(int(QFont.Weight.DemiBold))
        soft.setForeground(look.colour("soft"))
        title = len(self._title)
        text.setFormats([_span(0, title, strong), _span(title, len(words) - title, soft)])
        return text


def _break(text: QTextLayout, width: int) -> list[int]:
    """Gives the places in the text at which the lines begin."""
    text.beginLayout()
    height, starts = 0.0, []
    while (line := text.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height() + _LEADING
        starts.append(line.textStart())
    text.endLayout()
    return starts


def _span(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    span = QTextLayout.FormatRange()
    span.start, span.length, span.format = start, length, form
    return span
