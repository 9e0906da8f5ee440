"""What documents are written with: each call adds a block to the page and its element to the structure tree at once."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from zwk_barrier.model.document_look import PLAIN, DocumentLook
from zwk_barrier.reports.setting.canvas import TaggedCanvas
from zwk_barrier.reports.setting.figures import Plate, PlateSetter
from zwk_barrier.reports.setting.flowables import (
    Block,
    Heading,
    ListItem,
    Note,
    OwnedLine,
    Paragraph,
    Signatures,
    own,
)
from zwk_barrier.reports.setting.fonts import FontBook
from zwk_barrier.reports.setting.metadata import DocumentTitle
from zwk_barrier.reports.setting.page import Furniture, Pagination, draw_pages
from zwk_barrier.reports.setting.pdf_file import pdf_file
from zwk_barrier.reports.setting.structure import Element, StructureTree, Tag
from zwk_barrier.reports.setting.styles import (
    A4,
    BODY,
    CELL,
    HEADINGS,
    LARGE_PRINT,
    MM,
    SMALL,
    SMALL_CELL,
    TextStyle,
)
from zwk_barrier.reports.setting.tables import Cell, Column, Table, TableMaker
from zwk_barrier.reports.setting.text import clean, paragraphs
from zwk_barrier.reports.setting.typesetting import Line, Text, Typesetter

Facts = Sequence[tuple[str, str]]

_INDENT: Final = 14.0
_NUMBER_INDENT: Final = 20.0
_COLUMN_GAP: Final = 9 * MM
_SHORT: Final = 40  # characters of a value that stands well in half a line
_FEWEST_IN_COLUMNS: Final = 4


class Story:
    """One document while it is written, from top to bottom in reading order."""

    def __init__(self, *, least_size: float = 0.0) -> None:
        """No text is set smaller than ``least_size`` points, see LARGE_PRINT."""
        self._is_large = least_size >= LARGE_PRINT
        self._tree = StructureTree()
        self._typesetter = Typesetter(FontBook(), least_size)
        self._blocks: list[Block] = []
        self._width = A4.text_width
        self._list: Element | None = None
        self._look = PLAIN

    def wear(self, look: DocumentLook) -> None:
        """Takes over what the office has chosen for its documents, before or after anything is written."""
        self._look = look

    def heading(
        self, level: int, text: str, style: TextStyle | None = None, *, begins_page: bool = False
    ) -> None:
        """A heading of level 1 to 4; down to level 3 it enters the list of contents; perhaps on a new page.

        Nothing for an empty text: a heading that says nothing leads a screen reader nowhere.
        """
        if not clean(text).strip():
            return
        heading = self._heading(level, text, self._width, style)
        heading.begins_page = begins_page
        self._add(heading)

    def paragraph(self, text: Text, style: TextStyle = BODY, *, leads: bool = False) -> None:
        """A paragraph; several where a plain text has empty lines; nothing for an empty text.

        One that ``leads`` to what follows is not parted from it by a page's end.
        """
        for part in paragraphs(text) if isinstance(text, str) else [text]:
            lines = self.owned(self._tree.root.add("P"), part, style, self._width)
            self._add(Paragraph(lines, self._width, style, leads=leads))

    def items(self, items: Sequence[Sequence[tuple[Text, TextStyle]]], *, numbered: bool = False) -> None:
        """A list; each item holds one or more texts below one another."""
        parent = self._tree.root.add("L")
        for number, texts in enumerate(items, 1):
            sign, indent = (f"{number}.", _NUMBER_INDENT) if numbered else ("•", _INDENT)
            self._add(self._item(parent.add("LI"), texts, sign, indent))

    def note(self, text: str) -> None:
        """A short text that stands out; it stays with what follows."""
        inner = Note.inner_width(self._width)
        lines = [
            line
            for part in paragraphs(text)
            for line in self.owned(self._tree.root.add("P"), part, CELL, inner)
        ]
        self._add(Note(lines, self._width, before=18))

    def facts(self, rows: Facts) -> None:
        """Names and values, each name the header of its row; at least one row."""
        self._add(self._facts(rows, self._width, 0.27))

    def facts_block(self, rows: Facts, width: float) -> Block:
        """The same, ``width`` points wide, for a page that places it itself."""
        return self._facts(rows, width, 0.36, SMALL_CELL)

    def short_facts(self, rows: Facts) -> None:
        """The same two in a line, each still a row of its own to a screen reader; what is long comes after them.

        Below one another in large print, and where there are few.
        """
        short = [row for row in rows if len(row[1]) <= _SHORT and "\n" not in row[1]]
        if self._is_large or len(short) < _FEWEST_IN_COLUMNS:
            self.facts(rows)
            return
        width = (self._width - _COLUMN_GAP) / 2
        narrow = self._facts_maker(short, width, 0.42)
        pairs = zip_longest(narrow.rows[::2], narrow.rows[1::2])
        in_line = [one.beside(other, width + _COLUMN_GAP) if other else one for one, other in pairs]
        wide = narrow.otherwise((Column("", 0.27), Column("", 0.73)), self._width)
        self._tell_facts(wide, [row for row in rows if row not in short])
        self._add(replace(wide.table(headed=False), rows=[*in_line, *wide.rows]))

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        total: Sequence[Cell] = (),
        *,
        caption: Text = "",
        leads: bool = False,
    ) -> None:
        """A table with a head; at least one row; ``total`` closes it, ``caption`` stands above it.

        A short one that ``leads`` to what follows is not parted from it by a page's end.
        """
        table = self.table_block(columns, rows, total, self._width, caption=caption)
        table.keeps_with_next = leads
        self._add(table)

    def table_block(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        total: Sequence[Cell],
        width: float,
        *,
        caption: Text = "",
        part: Element | None = None,
    ) -> Table:
        """The same, ``width`` points wide, for a page that places it itself, perhaps as part of an element.

        A caption stands above it, over the full width of the page.
        """
        element = (self._tree.root if part is None else part).add("Table")
        maker = TableMaker(self._typesetter, element, columns, width)
        for row in rows:
            maker.add(*row)
        if total:
            maker.add(*total, closing=True)
        return maker.table(caption=caption, width=self._width)

    def photos(self, rows: Sequence[Sequence[Plate]], unreadable: str, *, in_a_row: int = 2) -> None:
        """Rows of at most so many photos; ``unreadable`` is said of one that cannot be read."""
        setter = PlateSetter(self._width, unreadable, self.owned, self._typesetter.lines, in_a_row)
        for plates in rows:
            self._add(setter.row(plates, self._tree.root))

    def signatures(self, captions: Sequence[str]) -> None:
        """Lines to sign on, side by side."""
        width = (self._width - _COLUMN_GAP * (len(captions) - 1)) / len(captions)
        fields = []
        for number, caption in enumerate(captions):
            lines = self.owned(self._tree.root.add("P"), caption, SMALL, width)
            fields.append((number * (width + _COLUMN_GAP), width, lines))
        self._add(Signatures(fields))

    def add(self, block: Block) -> None:
        """A block that was made elsewhere, its element under ``part()``."""
        self._add(block)

    def part(self, tag: Tag = "Div") -> Element:
        """A new part of the structure tree for blocks made elsewhere."""
        return self._tree.root.add(tag)

    def owned(self, element: Element, text: Text, style: TextStyle, width: float) -> list[OwnedLine]:
        """The lines of a text that belongs to ``element``."""
        return own(self._typesetter, element, text, style, width)

    def lines(self, text: Text, style: TextStyle, width: float) -> list[Line]:
        """The lines of a text that is furniture and belongs to no element."""
        return self._typesetter.lines(text, style, width)

    def page_count(self) -> int:
        """How many pages the story fills as far as it is told."""
        return len(Pagination().fill(self._blocks))

    def pdf(self, title: DocumentTitle, furniture: Furniture) -> bytes:
        """The finished file, PDF/UA-1 and PDF/A-2a; a story is told once."""
        canvas = TaggedCanvas(self._tree, self._look)
        draw_pages(canvas, Pagination().fill(self._blocks), furniture, self._typesetter)
        return pdf_file(canvas, title)

    def _add(self, block: Block) -> None:
        self._blocks.append(block)

    def _heading(self, level: int, text: str, width: float, style: TextStyle | None = None) -> Heading:
        style = style or HEADINGS[level]
        element = self._tree.root.add(("H1", "H2", "H3", "H4")[level - 1])
        title = " ".join(clean(text).split())
        return Heading(self.owned(element, text, style, width), width, style, level, title)

    def _item(
        self, entry: Element, texts: Sequence[tuple[Text, TextStyle]], sign: str, indent: float
    ) -> ListItem:
        style = texts[0][1]
        label = self.owned(entry.add("Lbl"), sign, style, indent)[0]
        body = entry.add("LBody")
        width = self._width - indent
        lines: list[OwnedLine] = []
        for text, own_style in texts:
            element = body.add("P") if len(texts) > 1 else body
            lines += self.owned(element, text, own_style, width)
        return ListItem(label, lines, width, replace(style, before=0), indent)

    def _facts(self, rows: Facts, width: float, share: float, style: TextStyle = CELL) -> Table:
        return self._facts_maker(rows, width, share, style).table(headed=False)

    def _facts_maker(self, rows: Facts, width: float, share: float, style: TextStyle = CELL) -> TableMaker:
        columns = (Column("", share), Column("", 1 - share))
        maker = TableMaker(self._typesetter, self._tree.root.add("Table"), columns, width)
        self._tell_facts(maker, rows, style)
        return maker

    def _tell_facts(self, maker: TableMaker, rows: Facts, style: TextStyle = CELL) -> None:
        for label, value in rows:
            # Each line of a value is a paragraph of its own: read out, "Anna Berg Ben Kurz" would be one person.
            texts = [(line, style) for line in value.split("\n") if line.strip()]
            maker.add(Cell([(label, replace(style, colour=SMALL.colour))], header=True), Cell(texts))
