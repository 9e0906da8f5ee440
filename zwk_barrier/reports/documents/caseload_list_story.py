"""How a caseload list is told: advisor after advisor, each with a table of running cases."""

from zwk_barrier.model.caseload_list import AdvisorCases, CaseloadList
from zwk_barrier.reports.setting.formats import long_date
from zwk_barrier.reports.setting.letterhead import write_letterhead
from zwk_barrier.reports.setting.metadata import CREATOR, DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.parts import Parts
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.styles import SMALL
from zwk_barrier.wording import translator


class CaseloadListStory:
    """The list of one record, told once."""

    def __init__(self, record: CaseloadList) -> None:
        self._record = record
        self._ = translator(record.language)
        self._story = Story()
        self._parts = Parts(self._story, self._)

    def pdf(self) -> bytes:
        """The finished file."""
        record, story = self._record, self._story
        write_letterhead(story, record.letterhead)
        story.heading(1, self._("Fallliste"))
        story.paragraph(self._made(), SMALL)
        if not record.advisors:
            story.paragraph(self._("Es gibt keine laufenden Fälle."))
        for advisor in record.advisors:
            self._advisor(advisor)
        story.note(self._note())
        return story.pdf(self._document_title(), self._furniture())

    def _advisor(self, advisor: AdvisorCases) -> None:
        self._story.heading(2, advisor.name)
        if advisor.cases.rows:
            # The caption stands on each page the table goes on to; there it says whose cases they are.
            told = " · ".join(part for part in (advisor.name, advisor.summary) if part)
            self._parts.grid(advisor.cases, told)
        else:
            self._story.paragraph(advisor.summary, SMALL)

    def _note(self) -> str:
        return self._(
            "Was am dringendsten ist, steht zuerst. „Ohne Kontakt“ heißt: seit mehr als {days} Tagen weder Kontakt "
            "noch Hausbesuch. „Überfällig“ zählt Fristen und Aufgaben."
        ).format(days=self._record.silence_days)

    def _made(self) -> str:
        return self._("Stand {date}").format(date=long_date(self._record.printed_on, self._record.language))

    def _document_title(self) -> DocumentTitle:
        record = self._record
        return DocumentTitle(
            title=self._("Fallliste"),
            author=record.letterhead.office.strip() or CREATOR,
            subject=self._made(),
            dated=record.printed_on,
            language=record.language,
        )

    def _furniture(self) -> Furniture:
        return Furniture(
            header=f"{self._('Fallliste')} · {self._made()}",
            footer=self._("Sozialgeheimnis – vertraulich"),
            numbering=self._("Seite {page} von {pages}"),
        )
