"""The pages of a PDF as pictures and as text; all sizes in PDF points (1/72 inch) unless said otherwise."""

from dataclasses import dataclass
from typing import Final

import pypdfium2
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72
_MOST_FOUND: Final = 500


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the page, counted from 0, and a box for each line, from the page's upper left corner."""

    page: int
    boxes: tuple[QRectF, ...]


class PdfPages:
    """An open document.  PDFium is not safe on several threads: use it on the interface thread only."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self._document = pypdfium2.PdfDocument(content)

    def __len__(self) -> int:
        return len(self._document)

    def size(self, index: int) -> QSizeF:
        """Width and height of a page in points."""
        return QSizeF(*self._document.get_page_size(index))

    def picture(self, index: int, scale: float) -> QImage:
        """A page as a picture; ``scale`` is in pixels per point."""
        page = self._document[index]
        bitmap = page.render(scale=scale)
        picture = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888
        ).copy()
        bitmap.close()
        page.close()
        return picture

    def text(self, index: int) -> str:
        """The text of a page in reading order."""
        page = self._document[index]
        text_page = page.get_textpage()
        text = str(text_page.get_text_bounded())
        text_page.close()
        page.close()
        return text.replace("\r\n", "\n")

    def find(self, words: str) -> list[Place]:
        """Where words stand, large and small letters alike, in reading order; no more than 500 places."""
        found: list[Place] = []
        for index in range(len(self)):
            page = self._document[index]
            text_page = page.get_textpage()
            searcher = text_page.search(words)
            while len(found) < _MOST_FOUND and (hit := searcher.get_next()) is not None:
                found.append(Place(index, _boxes(text_page, hit, page.get_height())))
            searcher.close()
            text_page.close()
            page.close()
        return found

    def close(self) -> None:
        """Lets go of the document."""
        self._document.close()


def _boxes(text_page: pypdfium2.PdfTextPage, hit: tuple[int, int], height: float) -> tuple[QRectF, ...]:
    boxes = []
    for number in range(text_page.count_rects(*hit)):
        left, bottom, right, top = text_page.get_rect(number)
        boxes.append(QRectF(left, height - top, right - left, top - bottom))
    return tuple(boxes)
