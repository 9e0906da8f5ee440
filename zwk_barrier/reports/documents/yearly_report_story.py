"""How a yearly report is told: the figures that matter most, how small ones are protected, then block after block."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from zwk_barrier.model.statistics_report import (
    IndicatorValue,
    ReportSection,
    StatisticsReport,
)
from zwk_barrier.reports.documents.yearly_report_appendix import write_appendix
from zwk_barrier.reports.documents.yearly_report_tables import FigureTables
from zwk_barrier.reports.setting.cards import CardText, write_cards
from zwk_barrier.reports.setting.figure_words import FigureWords
from zwk_barrier.reports.setting.formats import long_date
from zwk_barrier.reports.setting.letterhead import write_letterhead
from zwk_barrier.reports.setting.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import A4, BODY, CELL, CELL_NOTE, SMALL, TextStyle
from zwk_barrier.reports.setting.tables import Cell, Column, plain
from zwk_barrier.rules.quarters import period_title
from zwk_barrier.wording import translator

_NAME: Final = TextStyle(CELL.size, CELL.leading)
_NOTE: Final = TextStyle(CELL_NOTE.size, CELL_NOTE.leading, colour=CELL_NOTE.colour)
_LATER: Final = TextStyle(CELL.size, CELL.leading, colour=CELL_NOTE.colour)


class YearlyReportStory:
    """The report of one record, told once."""

    def __init__(self, record: StatisticsReport) -> None:
        self._record = record
        self._ = translator(record.language)
        self._title = record.title.strip() or self._("Jahresbericht")
        self._story = Story()
        self._words = FigureWords(self._, record.language, record.protection.threshold)
        self._tables = FigureTables(self._story, self._, self._words)
        self._has_before = any(
            value.before is not None for section in record.sections for value in section.indicators
        )

    def pdf(self) -> bytes:
        """The finished file."""
        record, story = self._record, self._story
        if record.letterhead is not None:
            write_letterhead(story, record.letterhead)
        story.heading(1, self._title)
        story.paragraph(self._period(), SMALL)
        self._notes()
        write_cards(story, [self._card(value) for value in record.highlights], A4.text_width)
        self._protection()
        for section in record.sections:
            self._section(section)
        write_appendix(story, self._, record)
        return story.pdf(self._document_title(), self._furniture())

    def _notes(self) -> None:
        told = list(self._record.notes)
        if self._record.view == "internal":
            told.insert(0, self._internal())
        for text in told:
            self._story.note(text)

    def _card(self, value: IndicatorValue) -> CardText:
        note = value.note
        if value.before is not None:
            before = self._("Vorjahr {number}").format(number=self._words.said(value.before))
            note = f"{before}\n{note}" if note else before
        return CardText(value.title, self._words.said(value.now), note)

    def _protection(self) -> None:
        protection = self._record.protection
        if not protection.sentences:
            return
        self._story.heading(2, self._("So sind kleine Zahlen geschützt"))
        first, *further = protection.sentences
        self._story.paragraph(first, leads=bool(further))
        if further:
            self._story.items([[(text, BODY)] for text in further])

    def _section(self, section: ReportSection) -> None:
        self._story.heading(2, section.title)
        if section.note:
            self._story.note(section.note)
        self._story.paragraph(section.comment)
        if section.indicators:
            self._indicators(section.indicators)
        for table in section.tables:
            self._tables.write(table)
        if not (section.indicators or section.tables):
            self._story.paragraph(self._("Zu diesem Abschnitt gibt es keine Zahlen."))

    def _indicators(self, values: Sequence[IndicatorValue]) -> None:
        columns = [
            Column(self._("Kennzahl"), 60),
            Column(period_title(self._record.period), 20, "right"),
        ]
        if self._has_before:
            columns.append(Column(period_title(self._record.period.previous()), 20, "right"))
        self._story.table(columns, [self._indicator(value) for value in values])

    def _indicator(self, value: IndicatorValue) -> list[Cell]:
        texts = [(value.title, _NAME), *([(value.note, _NOTE)] if value.note else [])]
        numbers = [plain(self._words.said(value.now), _NAME)]
        if self._has_before:
            numbers.append(plain(self._words.said(value.before), _LATER))
        return [Cell(texts, header=True), *numbers]

    def _period(self) -> str:
        record = self._record
        told = self._("{begin} bis {end}").format(
            begin=long_date(record.period.first_day, record.language),
            end=long_date(record.period.last_day, record.language),
        )
        frozen = record.frozen_at is not None
        stand = self._("Stand eingefroren am {day}") if frozen else self._("Ausgezählt am {day}")
        said = [told, stand.format(day=long_date(self._day(), record.language))]
        if record.template_title:
            said.append(self._("Vorlage {name}").format(name=record.template_title))
        return " · ".join(said)

    def _day(self) -> date:
        """When the figures were taken: the day the report says, so that the same figures give the same file."""
        frozen = self._record.frozen_at
        return self._record.printed_on if frozen is None else frozen.astimezone().date()

    def _internal(self) -> str:
        return self._("Interne Zahlen – nicht weitergeben")

    def _document_title(self) -> DocumentTitle:
        record = self._record
        office = record.letterhead.office.strip() if record.letterhead is not None else ""
        return DocumentTitle(
            title=self._title,
            author=office or CREATOR,
            subject=self._period(),
            dated=self._day(),
            language=record.language,
        )

    def _furniture(self) -> Furniture:
        record = self._record
        is_internal = record.view == "internal"
        day = long_date(self._day(), record.language)
        said = self._("Stand {day}, kleine Zahlen geschützt").format(day=day)
        return Furniture(
            header=self._title,
            footer=self._internal() if is_internal else said,
            numbering=self._("Seite {page} von {pages}"),
            watermark=self._("intern") if is_internal else "",
        )
