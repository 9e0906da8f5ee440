"""How a sheet about a person's rights is told: who writes, what it says under headings, and where to sign."""

from typing import Final

from zwk_barrier.model.rights_sheet import RightsSheet
from zwk_barrier.reports.documents.rights_texts import write_text
from zwk_barrier.reports.setting.letterhead import write_contact, write_letterhead
from zwk_barrier.reports.setting.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import EASY_PRINT, SMALL, Face, TextStyle
from zwk_barrier.wording import translator

_LEAD: Final = TextStyle(12, 17, Face.SEMIBOLD, after=8)
_TITLE: Final = TextStyle(20, 25, Face.BOLD, before=20, after=6, even=True)
_STATEMENT: Final = TextStyle(11.5, 16.5, Face.SEMIBOLD, before=14, after=4)
_EDITION: Final = TextStyle(SMALL.size, SMALL.leading, colour=SMALL.colour, before=12)


class RightsSheetStory:
    """One sheet, told once."""

    def __init__(self, record: RightsSheet) -> None:
        self._record = record
        self._ = translator(record.language)
        self._title = record.title.strip() or self._("Informationsblatt")
        self._story = Story(least_size=EASY_PRINT if record.is_easy else 0.0)

    def pdf(self) -> bytes:
        """The finished file."""
        record, story = self._record, self._story
        write_letterhead(story, record.letterhead)
        story.heading(1, self._title, None if record.is_easy else _TITLE)
        story.paragraph(record.introduction, _LEAD)
        if record.facts:
            story.facts(record.facts)
        for captions in record.blanks:
            story.signatures(captions)
        for one in record.texts:
            write_text(story, one, easy=record.is_easy)
        self._signing()
        write_contact(story, record.letterhead)
        self._edition()
        return story.pdf(self._document_title(), self._furniture())

    def _signing(self) -> None:
        record, story = self._record, self._story
        story.paragraph(record.statement, _STATEMENT, leads=True)
        if record.signatures:
            story.signatures(record.signatures)

    def _edition(self) -> None:
        """Which words these are, and, while nobody of the office has taken them over, that they are a pattern."""
        record = self._record
        pattern = (
            self._("Mustertext, von der Beratungsstelle noch nicht übernommen.") if record.is_pattern else ""
        )
        self._story.paragraph(" · ".join(part for part in (record.version, pattern) if part), _EDITION)
        if record.to_check:
            self._story.note(record.to_check)

    def _document_title(self) -> DocumentTitle:
        record = self._record
        return DocumentTitle(
            title=self._title,
            author=record.letterhead.office.strip() or CREATOR,
            subject=record.version,
            dated=record.printed_on,
            language=record.language,
        )

    def _furniture(self) -> Furniture:
        return Furniture(
            header=self._title,
            footer=self._record.version,
            numbering=self._("Seite {page} von {pages}"),
        )
