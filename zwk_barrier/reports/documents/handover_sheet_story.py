"""How the sheet „In 30 Sekunden“ is told: who, where it stands, what runs out, what is next, who was spoken to."""

from dataclasses import replace
from typing import Final

from zwk_barrier.model.handover_sheet import HandoverSheet
from zwk_barrier.model.report_parts import Grid
from zwk_barrier.reports.setting.formats import long_date
from zwk_barrier.reports.setting.letterhead import write_small_letterhead
from zwk_barrier.reports.setting.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.parts import Parts
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import BODY, HEADINGS, NOT_MET, SMALL, Face, TextStyle
from zwk_barrier.reports.setting.typesetting import Span
from zwk_barrier.wording import translator

# One page is the promise: everything stands a little closer than in a report.
_TITLE: Final = TextStyle(HEADINGS[1].size, HEADINGS[1].leading, Face.BOLD, before=0, after=4, even=True)
_PART: Final = TextStyle(12.5, 16, Face.BOLD, HEADINGS[2].colour, before=11, after=2)
_KICKER: Final = TextStyle(SMALL.size, SMALL.leading, Face.SEMIBOLD, HEADINGS[2].colour, before=10, after=2)
_CHIPS: Final = TextStyle(BODY.size, BODY.leading, Face.SEMIBOLD, before=8, after=4)


class HandoverSheetStory:
    """The sheet of one record with at most so many rows in each table, told once."""

    def __init__(self, record: HandoverSheet, most: int) -> None:
        self._record, self._most = record, most
        self._ = translator(record.language)
        self._headline = record.headline.strip() or self._("Name nicht bekannt")
        self._story = Story()
        self._parts = Parts(self._story, self._)

    def page_count(self) -> int:
        """How many pages it fills, once told."""
        return self._story.page_count()

    def pdf(self) -> bytes:
        """The finished file, once told."""
        return self._story.pdf(self._document_title(), self._furniture())

    def tell(self) -> None:
        """Tells it, to its end."""
        record, story = self._record, self._story
        write_small_letterhead(story, record.letterhead)
        story.paragraph(self._kicker(), _KICKER)
        story.heading(1, self._headline, _TITLE)
        story.paragraph(record.state, SMALL)
        story.paragraph(" · ".join(record.facts), _CHIPS)
        story.paragraph(record.situation)
        self._next_step()
        self._table(self._("Offene Fristen"), record.deadlines, self._("Es läuft keine Frist."))
        self._table(self._("Nächste Schritte"), record.tasks, self._("Es ist keine Aufgabe offen."))
        self._table(self._("Letzte Kontakte"), record.contacts, self._("Es ist kein Kontakt festgehalten."))
        self._table(self._("Wer dazugehört"), record.around, self._("Es ist niemand weiter eingetragen."))
        if more := self._more():
            said = self._("Im Programm stehen noch mehr: {more}.").format(more=", ".join(more))
            story.paragraph(said, SMALL)

    def _more(self) -> list[str]:
        record = self._record
        left = [
            max(len(grid.rows) - self._most, 0) for grid in (record.deadlines, record.tasks, record.around)
        ]
        told = (self._("Fristen ({n})"), self._("Aufgaben ({n})"), self._("Personen ({n})"))
        return [words.format(n=count) for count, words in zip(left, told, strict=True) if count]

    def _kicker(self) -> str:
        made = self._("Stand {date}").format(date=long_date(self._record.printed_on, self._record.language))
        return " · ".join((self._("In 30 Sekunden"), made))

    def _next_step(self) -> None:
        record = self._record
        if not record.next_step:
            return
        name = Span(f"{self._('Nächster Schritt:')} ", Face.SEMIBOLD)
        step = Span(record.next_step, colour=NOT_MET if record.is_overdue else BODY.colour)
        self._story.paragraph([name, step])

    def _table(self, title: str, grid: Grid, nothing: str) -> None:
        self._story.heading(2, title, _PART)
        if grid.rows:
            self._parts.grid(replace(grid, rows=grid.rows[: self._most]))
        else:
            self._story.paragraph(nothing, SMALL)

    def _document_title(self) -> DocumentTitle:
        record = self._record
        return DocumentTitle(
            title=f"{self._('In 30 Sekunden')}: {self._headline}",
            author=record.letterhead.office.strip() or CREATOR,
            subject=self._("Fall {number}").format(number=record.case_number),
            dated=record.printed_on,
            language=record.language,
        )

    def _furniture(self) -> Furniture:
        number = self._("Fall {number}").format(number=self._record.case_number)
        return Furniture(
            header=f"{self._('In 30 Sekunden')} · {self._headline}",
            footer=f"{number} · {self._('Sozialgeheimnis – vertraulich')}",
            numbering=self._("Seite {page} von {pages}"),
        )
