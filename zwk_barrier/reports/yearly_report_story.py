"""How a yearly report is told: what was counted and how, what is hidden and why, then table after table with bars."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from babel.numbers import format_decimal

from zwk_barrier.model.yearly_report import ShownCount, YearLine, YearlyReport, YearTable
from zwk_barrier.reports.bars import Bars
from zwk_barrier.reports.flowables import Block, SideBySide
from zwk_barrier.reports.formats import LOCALES, long_date
from zwk_barrier.reports.letterhead import write_letterhead
from zwk_barrier.reports.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.page import Furniture
from zwk_barrier.reports.story import Story
from zwk_barrier.reports.styles import A4, BODY, CELL, CELL_NOTE, CELL_STRONG, MM, SMALL, TextStyle
from zwk_barrier.reports.tables import Cell, Column, Table, plain
from zwk_barrier.wording import translator

_MOST_ROWS: Final = 18
"""Rows of a table beside its bars; a longer table is told in parts, each with bars of its own."""

_GAP: Final = 6 * MM
_SHARE: Final = 0.62
_PAGE: Final = A4.height - A4.top - A4.bottom - 20 * MM
_CAPTION: Final = TextStyle(SMALL.size, SMALL.leading, colour=SMALL.colour, before=10, after=4)
_NOTE: Final = TextStyle(CELL_NOTE.size, CELL_NOTE.leading, colour=CELL_NOTE.colour)
_NAME: Final = TextStyle(CELL.size, CELL.leading)


class YearlyReportStory:
    """The report of one record, told once."""

    def __init__(self, record: YearlyReport) -> None:
        self._record = record
        self._ = translator(record.language)
        self._story = Story()

    def pdf(self) -> bytes:
        """The finished file."""
        record, story = self._record, self._story
        write_letterhead(story, record.letterhead)
        story.heading(1, self._title())
        story.paragraph(self._period(), SMALL)
        if record.counted_on <= date(record.year, 12, 31):
            story.note(self._("Das Jahr ist noch nicht zu Ende: Die Zahlen sind vorläufig."))
        self._overview()
        self._hidden()
        for number, table in enumerate(record.tables):
            self._table(number + 1, table)
        return story.pdf(self._document_title(), self._furniture())

    def _overview(self) -> None:
        columns = (Column(self._("Was gezählt ist"), 82), Column(self._("Anzahl"), 18, "right"))
        self._story.heading(2, self._("Überblick"))
        self._story.table(
            columns,
            [
                [
                    Cell([(line.label, CELL_STRONG), (line.definition, _NOTE)], header=True),
                    plain(self._said(line.shown)),
                ]
                for line in self._record.overview
            ],
        )

    def _hidden(self) -> None:
        least = self._record.least
        told = (
            self._("„< {least}“: eine Zahl von 0 bis {most}.").format(least=least, most=least - 1),
            self._("„verdeckt“: eine weitere Zahl, damit niemand eine kleine aus der Summe errechnet."),
            self._("Eine Tabelle fehlt, wenn schon ihre Summe eine kleine Zahl verriete."),
            self._("In den Balken steht für beides ein kurzer gestrichelter Strich, immer gleich lang."),
        )
        self._story.heading(2, self._("Was verdeckt ist und warum"))
        self._story.paragraph(
            self._("Eine kleine Zahl kann einen einzelnen Menschen verraten. Darum steht sie hier nicht:"),
            leads=True,
        )
        self._story.items([[(text, BODY)] for text in told])
        self._story.paragraph(
            self._(
                "Geben Sie dieselben Tabellen nicht zu verschiedenen Ständen weiter: Der Unterschied verrät Einzelne."
            )
        )

    def _table(self, number: int, table: YearTable) -> None:
        story, parts = self._story, list(_parts(table.lines))
        story.heading(2, table.title)
        for at, lines in enumerate(parts):
            caption = self._("Tabelle {number}").format(number=number)
            if len(parts) > 1:
                caption = self._("Tabelle {number}, Teil {part} von {parts}").format(
                    number=number, part=at + 1, parts=len(parts)
                )
            said = f"{table.title}. {table.definition}" if at else table.definition
            story.paragraph(f"{caption}: {said}", _CAPTION, leads=True)
            self._lines(table, lines, is_last=at == len(parts) - 1)

    def _lines(self, table: YearTable, lines: Sequence[YearLine], *, is_last: bool) -> None:
        columns = (Column(self._("Bezeichnung"), 72), Column(self._("Anzahl"), 28, "right"))
        rows = [
            [Cell([(line.label, _NAME)], header=True), plain(self._said(line.shown), _NAME)] for line in lines
        ]
        total: list[Cell] = []
        if is_last and table.total is not None:
            total = [
                Cell([(self._("zusammen"), CELL_STRONG)], header=True),
                plain(self._said(table.total), CELL_STRONG),
            ]
        width = A4.text_width * _SHARE
        block = self._story.table_block(columns, rows, total, width)
        self._story.add(self._beside_bars(table, lines, block, A4.text_width - width - _GAP))

    def _beside_bars(self, table: YearTable, lines: Sequence[YearLine], block: Table, width: float) -> Block:
        """The table with its bars; alone where there is nothing to draw or the page is not high enough."""
        counts = [line.shown.count for line in lines]
        if not any(counts) or block.height > _PAGE:
            return block
        figure = self._story.part().add("Figure")
        figure.alternative = self._alternative(table, lines)
        longest = max(line.shown.count or 0 for line in table.lines)
        return SideBySide([block], [Bars(block, counts, figure, width, longest)], block.width + _GAP)

    def _alternative(self, table: YearTable, lines: Sequence[YearLine]) -> str:
        told = "; ".join(f"{line.label}: {self._said(line.shown)}" for line in lines)
        return self._("Balken: {title}. {lines}.").format(title=table.title, lines=told)

    def _said(self, shown: ShownCount) -> str:
        """The number as the table and the alternative of the bars both tell it."""
        if shown.count is not None:
            return format_decimal(shown.count, locale=LOCALES.get(self._record.language, LOCALES["de"]))
        return f"< {self._record.least}" if shown.mark == "small" else self._("verdeckt")

    def _title(self) -> str:
        return self._("Jahresbericht {year}").format(year=self._record.year)

    def _period(self) -> str:
        record = self._record
        return self._("Zeitraum {begin} bis {end} · Stichtag der Auszählung: {day}").format(
            begin=long_date(date(record.year, 1, 1), record.language),
            end=long_date(date(record.year, 12, 31), record.language),
            day=long_date(record.counted_on, record.language),
        )

    def _document_title(self) -> DocumentTitle:
        record = self._record
        return DocumentTitle(
            title=self._title(),
            author=record.letterhead.office.strip() or CREATOR,
            subject=self._period(),
            dated=record.counted_on,
            language=record.language,
        )

    def _furniture(self) -> Furniture:
        day = long_date(self._record.counted_on, self._record.language)
        return Furniture(
            header=self._title(),
            footer=self._("Ausgezählt am {day}, kleine Zahlen verdeckt").format(day=day),
            numbering=self._("Seite {page} von {pages}"),
        )


def _parts(lines: Sequence[YearLine]) -> Iterator[Sequence[YearLine]]:
    """The lines in parts of about the same length that fit on a page."""
    count = max(1, -(-len(lines) // _MOST_ROWS))
    size = max(1, -(-len(lines) // count))
    for begin in range(0, max(1, len(lines)), size):
        yield lines[begin : begin + size]
