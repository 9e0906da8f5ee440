"""How an access report is told: to whom, then everything section by section, then why, to whom, how long."""

from typing import Final

from zwk_barrier.model.access_report import AccessReport
from zwk_barrier.model.report_parts import Grid, Part
from zwk_barrier.overriding import override
from zwk_barrier.reports.documents.rights_texts import write_text
from zwk_barrier.reports.setting.letterhead import write_contact
from zwk_barrier.reports.setting.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.parts import Parts, write_opening
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import CELL, CELL_NOTE, TextStyle
from zwk_barrier.reports.setting.tables import Cell, Column
from zwk_barrier.wording import translator

_MOST_ROWS: Final = 500
_LINE: Final = TextStyle(9.5, 13)
_ITEM: Final = TextStyle(CELL.size, CELL.leading, after=3)


class _Rows(Parts):
    """Sets what is kept of each row as lines of one size: none of them is more than another."""

    prose = TextStyle(CELL_NOTE.size, CELL_NOTE.leading, after=4)

    @override
    def photos(self, part: Part, *, in_a_row: int = 4) -> None:
        """Small copies, as the papers ask for them and not the eye."""
        super().photos(part, in_a_row=in_a_row)

    @override
    def grid(self, grid: Grid, caption: str = "") -> None:
        """Tables of a length a screen reader can be led through; what names a row is its header."""
        columns = [Column(one.heading, one.share) for one in grid.columns]
        for start in range(0, len(grid.rows), _MOST_ROWS):
            rows = grid.rows[start : start + _MOST_ROWS]
            if len(grid.rows) > _MOST_ROWS:
                caption = self._("{name}: {first} bis {last} von {all}").format(
                    name=grid.columns[0].heading, first=start + 1, last=start + len(rows), all=len(grid.rows)
                )
            cells = [[_cell(text, names=at == 0) for at, text in enumerate(row)] for row in rows]
            self._story.table(columns, cells, caption=caption)


def _cell(text: str, *, names: bool) -> Cell:
    lines = [line for line in text.split("\n") if line.strip()] or ["–"]
    return Cell([(line, CELL_NOTE if names and at else _LINE) for at, line in enumerate(lines)], header=names)


class AccessReportStory:
    """The report of one record, told once."""

    def __init__(self, record: AccessReport) -> None:
        self._record = record
        self._ = translator(record.language)
        self._story = Story()

    def pdf(self) -> bytes:
        """The finished file."""
        record, story = self._record, self._story
        self._opening()
        if record.left_out:
            story.heading(2, self._("Was nicht darin steht, und warum"))
            story.items([[(sentence, _ITEM)] for sentence in record.left_out])
        parts = _Rows(story, self._)
        for section in record.sections:
            parts.section(section)
        if record.purposes:
            story.heading(2, self._("Zwecke, Empfänger, Aufbewahrung und Ihre Rechte"))
        for one in record.purposes:
            write_text(story, one, level=3)
        write_contact(story, record.letterhead)
        return story.pdf(self._document_title(), self._furniture())

    def _opening(self) -> None:
        record, story = self._record, self._story
        write_opening(story, self._, record, title=self._title(), number=self._number())
        all_of_it = self._(
            "Dies ist alles, was wir über Sie gespeichert haben, in Worten. Auch Einträge, die in der Beratung "
            "nicht mehr zu sehen sind, stehen darin; sie tragen den Tag, an dem sie entfernt wurden."
        )
        once = self._(
            "Nichts steht doppelt darin: Was bei allen Einträgen einer Tabelle gleich ist, ist einmal über ihr "
            "gesagt. Wonach ein Eintrag benannt ist, steht nur in seiner ersten Spalte. Leere Felder sind "
            "weggelassen. Um wie viel Uhr etwas erfasst wurde, steht im Verlauf."
        )
        story.note(f"{all_of_it}\n\n{once}")

    def _title(self) -> str:
        return self._("Auskunft nach Art. 15 DSGVO")

    def _number(self) -> str:
        number = self._record.case_number
        return self._("Fall {number}").format(number=number) if number else ""

    def _document_title(self) -> DocumentTitle:
        record = self._record
        return DocumentTitle(
            title=self._title(),
            author=record.letterhead.office.strip() or CREATOR,
            subject=self._number(),
            dated=record.printed_on,
            language=record.language,
        )

    def _furniture(self) -> Furniture:
        secret = self._("Sozialgeheimnis – vertraulich")
        return Furniture(
            header=" · ".join(part for part in (self._title(), self._record.person) if part),
            footer=" · ".join(part for part in (self._number(), secret) if part),
            numbering=self._("Seite {page} von {pages}"),
        )
