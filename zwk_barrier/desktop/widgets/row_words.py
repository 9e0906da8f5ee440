"""The words of a row broken into lines: a title with what follows it softly, and a softer second line."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from zwk_barrier.desktop.style.look import Look
from zwk_barrier.rules.typed import NBSP

_LINE_BREAK = "\N{LINE SEPARATOR}"
_LEADING = 2  # px between lines


class RowWords:
    """Measures and draws; a layout asks for heights at some widths many times, so each is measured once a look."""

    def __init__(self, title: str, tail: str = "", note: str = "", *, is_strong: bool = False) -> None:
        # The tail stays together: a line may begin with its dot, never end with it.
        together = tail.lstrip(" ").replace(" ", NBSP)
        self._title, self._note, self._is_strong = title, note, is_strong
        self._first = f"{title} {together}" if together else title
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
            self._text = self._set(look)
            self._width = -1
        if width != self._width:
            self._width = width
            _break(self._text, width)
        return self._text

    def _set(self, look: Look) -> QTextLayout:
        words = f"{self._first}{_LINE_BREAK}{self._note}" if self._note else self._first
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


def _break(text: QTextLayout, width: int) -> None:
    text.beginLayout()
    height = 0.0
    while (line := text.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height() + _LEADING
    text.endLayout()


def _span(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    span = QTextLayout.FormatRange()
    span.start, span.length, span.format = start, length, form
    return span
