"""How a case report is told: whose it is, what is hidden or missing in it, then section after section."""

from typing import Final

from zwk_barrier.model.case_report import CaseReport
from zwk_barrier.reports.setting.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.parts import Parts, write_opening
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import CELL, TextStyle
from zwk_barrier.wording import translator

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
        write_opening(story, self._, record, title=self._title(), number=self._number())
        story.note(self._secret())
        if record.facts:
            story.heading(2, self._("Der Fall"))
            story.short_facts(record.facts)

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
