"""The words of a row."""

from PySide6.QtGui import QImage, QPainter

from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.row_words import RowWords

WIDE, NARROW = 600, 150


def painted(words: RowWords, theme: Theme, width: int) -> QImage:
    picture = QImage(WIDE, 120, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    painter = QPainter(picture)
    words.draw(theme.look, painter, 0, 60, width)
    painter.end()
    return picture


def test_what_follows_the_title_goes_without_its_dot_on_a_line_of_its_own(theme: Theme) -> None:
    words = RowWords("Valentyna Tkatschenko", " · Jens Petersen")
    without_dot = RowWords("Valentyna Tkatschenko", note="Jens\xa0Petersen")

    assert painted(words, theme, NARROW) == painted(without_dot, theme, NARROW)
    assert words.height(theme.look, NARROW) > words.height(theme.look, WIDE)
    assert painted(words, theme, WIDE) != painted(without_dot, theme, WIDE)
