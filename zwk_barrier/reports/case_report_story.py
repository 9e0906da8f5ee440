"""How a case report is told: whose it is, what is hidden or missing in it, then section after section."""

from typing import Final

from zwk_barrier.model.case_report import CaseReport
from zwk_barrier.reports.formats import long_date
from zwk_barrier.reports.letterhead import write_letterhead
from zwk_barrier.reports.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.page import Furniture
from zwk_barrier.reports.parts import Parts
from zwk_barrier.reports.story import Story
from zwk_barrier.reports.styles import BODY, CELL, SMALL, Face, TextStyle
from zwk_barrier.wording import translator

_NAME: Final = TextStyle(13, 18, Face.SEMIBOLD, before=14)
_ADDRESS: Final = TextStyle(BODY.size, BODY.leading)
_ITEM: Final = TextStyle(CELL.size, CELL.leading, after=2)


class CaseReportStory:
    """The report of one record, told once."""

    def __init__(self, record: CaseReport) -> None:
        self._record = record
        self._ = translator(record.language)
        self._story = Story()

    def pdf(self) -> bytes:
        """The finished file."""
        self._opening()
        if self._record.redacted:
            self._list(self._("Was unkenntlich gemacht ist"), self._record.redacted)
        parts = Parts(self._story, self._)
        for section in self._record.sections:
            parts.section(section)
        if self._record.left_out:
            self._list(self._("Was nicht enthalten ist"), self._record.left_out)
        return self._story.pdf(self._document_title(), self._furniture())

    def _opening(self) -> None:
        record, story = self._record, self._story
        write_letterhead(story, record.letterhead)
        story.heading(1, self._title())
        made = self._("Erstellt am {date}").format(date=long_date(record.printed_on, record.language))
        if record.printed_by:
            made = self._("{made} von {name}").format(made=made, name=record.printed_by)
        story.paragraph(" · ".join(part for part in (self._number(), made) if part), SMALL)
        story.paragraph(record.person or self._("Ohne Namen"), _NAME)
        for line in record.address:
            story.paragraph(line, _ADDRESS)
        story.note(self._secret())
        if record.facts:
            story.heading(2, self._("Der Fall"))
            story.facts(record.facts)

    def _secret(self) -> str:
        if self._record.is_redacted:
            return self._("Vertraulich. Auch ohne Namen kann dieser Bericht zu einer Person führen.")
        return self._(
            "Vertraulich. Dieser Bericht enthält Sozialdaten (§\N{NO-BREAK SPACE}35 SGB\N{NO-BREAK SPACE}I). "
            "Er ist nur für die Person bestimmt, der er übergeben wurde, "
            "und nur für den Zweck, zu dem er erstellt wurde."
        )

    def _list(self, title: str, sentences: tuple[str, ...]) -> None:
        self._story.heading(2, title)
        self._story.items([[(sentence, _ITEM)] for sentence in sentences])

    def _title(self) -> str:
        if self._record.is_redacted:
            return self._("Fallbericht, unkenntlich gemacht")
        return self._("Fallbericht")

    def _number(self) -> str:
        record = self._record
        if not record.case_number or record.is_redacted:
            return record.case_number
        return self._("Fall {number}").format(number=record.case_number)

    def _document_title(self) -> DocumentTitle:
        record = self._record
        return DocumentTitle(
            title=self._title(),
            author=record.letterhead.office.strip() or record.printed_by.strip() or CREATOR,
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
            watermark=self._("vertraulich"),
        )
