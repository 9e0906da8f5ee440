"""The same report by ReportLab's own paragraphs and tables: it looks alike, and says nothing to a screen reader."""

import io
from collections.abc import Sequence
from html import escape
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, ListFlowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from benchmarks.documents.content import FOOTER, TITLE
from zwk_barrier.resources import resource

_FACES = {"A": "AtkinsonHyperlegibleNext_400Regular", "B": "AtkinsonHyperlegibleNext_700Bold"}
_PHOTO_WIDTH = 62 * mm
_SIZES = {"H1": 23, "H2": 15, "H3": 12.5, "H4": 10.5}
_BODY = ParagraphStyle("body", fontName="A", fontSize=11, leading=16, spaceAfter=6)
_CELL = ParagraphStyle("cell", fontName="A", fontSize=10.5, leading=14.5)
_HEADS = {
    tag: ParagraphStyle(tag, fontName="B", fontSize=size, leading=size * 1.25, spaceBefore=12, keepWithNext=1)
    for tag, size in _SIZES.items()
}
_LINES = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.6, "#C9D1DA")])


class _Counting(Canvas):  # type: ignore[misc] # ReportLab is untyped
    """Draws the foot of each page when the number of pages is known."""

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, state in enumerate(self._kept, start=1):
            self.__dict__.update(state)
            self.setFont("A", 9)
            self.drawString(25 * mm, 14 * mm, FOOTER)
            self.drawRightString(A4[0] - 20 * mm, 14 * mm, f"Seite {number} von {len(self._kept)}")
            super().showPage()
        super().save()


class _Photo(Flowable):  # type: ignore[misc] # ReportLab is untyped
    """A JPEG embedded as it is; ReportLab's own flowable would decode every one to compare them."""

    def __init__(self, file: str, ratio: float) -> None:
        super().__init__()
        self._file = file
        self.width, self.height = _PHOTO_WIDTH, _PHOTO_WIDTH / ratio

    def draw(self) -> None:
        self.canv.drawImage(self._file, 0, 0, self.width, self.height)


def set_bare(blocks: Sequence[Any], photos: Sequence[tuple[str, float]]) -> bytes:
    """The finished file; ``photos`` are files and width by height, in order."""
    rl_config.useA85 = 0  # else every stream is encoded twice
    for name, file in _FACES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, resource("fonts", f"{file}.ttf")))
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=A4, title=TITLE, initialFontName="A",
        leftMargin=25 * mm, rightMargin=20 * mm, topMargin=28 * mm, bottomMargin=27 * mm,
    )  # fmt: skip
    taken = iter(photos)
    document.build([_flowable(block, taken, document.width) for block in blocks], canvasmaker=_Counting)
    return out.getvalue()


def _flowable(block: Any, photos: Any, width: float) -> Any:
    kind, text, rows = block
    if kind == "Figure":
        return _Photo(*next(photos))
    if kind == "Table":
        cells = [[Paragraph(escape(said), _CELL) for said, _is_head in row] for row in rows]
        return Table(cells, colWidths=[width / len(rows[0])] * len(rows[0]), style=_LINES)
    if kind == "L":
        return ListFlowable([Paragraph(escape(row[0][0]), _BODY) for row in rows], bulletType="bullet")
    return Paragraph(escape(text), _HEADS.get(kind, _BODY))
